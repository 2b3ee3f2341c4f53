"""Adapter: the Markdown of a page is converted once, whatever the language, and again only when something changed.

MkDocs has no event in place of the conversion, so a page's ``render`` is replaced,
on that page only; tests/site/test_memory.py tells when MkDocs no longer calls it.
"""

from functools import partial
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from handbook.cache.fingerprint import fingerprint_of, fingerprint_of_files
from handbook.catalogue.catalog import Article
from handbook.mkdocs.fast.build_cache import keep, known, open_store, set_dependencies, store
from handbook.mkdocs.fast.guarded_conversion import convert
from handbook.mkdocs.fast.packed_page import hold
from handbook.mkdocs.fast.page_as_data import as_data, fill_in
from handbook.mkdocs.fast.page_questions import byproducts, of_page, questions
from handbook.mkdocs.fast.parallel_conversion import convert_ahead, missed
from handbook.mkdocs.fast.recorded_files import AskedFiles, listening, seen_from
from handbook.mkdocs.session import catalog, key_of, language
from handbook.source.file_names import GLOSSARY, REGISTER

# Of the language being built, by the path in the page.
_files: dict[str, File | None] = {}


def set_up(config: MkDocsConfig) -> None:
    missed["pages"] = 0
    open_store(config)
    _files.clear()
    docs = Path(config.docs_dir)
    names = [
        extension if isinstance(extension, str) else type(extension).__qualname__
        for extension in config.markdown_extensions
    ]
    options = {
        name: {option: getattr(value, "__qualname__", value) for option, value in (found or {}).items()}
        for name, found in config.mdx_configs.items()
    }
    set_dependencies(
        names, options, config.extra["as_of"].isoformat(), fingerprint_of_files([docs / REGISTER, docs / GLOSSARY])
    )


def take_over(page: Page, config: MkDocsConfig) -> None:
    page.render = partial(_render, page, catalog().article(key_of(page.file), language(config)))


def _render(page: Page, article: Article | None, config: MkDocsConfig, files: Files) -> None:
    """What ``Page.render`` does, from the store where the result is there and still right."""
    questions.answer_with("file", lambda uri: seen_from(page, _file(uri, files)))
    place = (
        (page.markdown, article.key, article.path, article.body_line, article.language) if article and store() else None
    )
    for found in known(place) if place else ():
        if questions.all_as_before(found.value["asked"]):
            fill_in(page, found.value, files)
            of_page.update(found.value["byproducts"])
            hold(page, found.value, found.packed)
            return
    convert_ahead(config, files)
    questions.listen()
    try:
        with listening() as told:
            asked_files = AskedFiles(files, page.file, lambda uri: _file(uri, files))
            is_whole = convert(page, article, config, asked_files)
    finally:
        asked = questions.heard()
    of_page.update({name: collect(page.content) for name, collect in byproducts.items()})
    if place and is_whole and not told.anything:  # what was said must be said each time
        kept = keep(
            place,
            fingerprint_of(asked),
            {"asked": asked, "byproducts": dict(of_page), **as_data(page, asked_files.uris)},
        )
        hold(page, kept.value, kept.packed)


def _file(uri: str, files: Files) -> File | None:
    if uri not in _files:
        _files[uri] = files.get_file_from_path(uri)
    return _files[uri]
