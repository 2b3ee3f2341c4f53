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
from handbook.mkdocs.fast.guarded_conversion import convert
from handbook.mkdocs.fast.packed_page import hold
from handbook.mkdocs.fast.page_as_data import as_data, fill_in
from handbook.mkdocs.fast.parallel_conversion import convert_in_parallel
from handbook.mkdocs.fast.recorded_files import RecordedFiles, listening, seen_from
from handbook.mkdocs.session import Session, key_of, language
from handbook.source.file_names import GLOSSARY, REGISTER


def set_up(session: Session, config: MkDocsConfig) -> None:
    session.conversion.not_cached = 0
    session.conversion.found_files.clear()
    docs = Path(config.docs_dir)
    names = [
        extension if isinstance(extension, str) else type(extension).__qualname__
        for extension in config.markdown_extensions
    ]
    options = {
        name: {option: getattr(value, "__qualname__", value) for option, value in (found or {}).items()}
        for name, found in config.mdx_configs.items()
    }
    session.cache.open(
        config,
        names,
        options,
        config.extra["as_of"].isoformat(),
        fingerprint_of_files([docs / REGISTER, docs / GLOSSARY]),
    )


def take_over(session: Session, page: Page, config: MkDocsConfig) -> None:
    article = session.catalog.article(key_of(page.file), language(config))
    page.render = partial(_render, session, page, article)


def _render(session: Session, page: Page, article: Article | None, config: MkDocsConfig, files: Files) -> None:
    """What ``Page.render`` does, from the cache where the result is there and still right."""
    conversion, cache = session.conversion, session.cache

    def find(uri: str) -> File | None:
        if uri not in conversion.found_files:
            conversion.found_files[uri] = files.get_file_from_path(uri)
        return conversion.found_files[uri]

    conversion.questions.answer_with("file", lambda uri: seen_from(page, find(uri)))
    place = (
        (page.markdown, article.key, article.path, article.body_line, article.language)
        if article and cache.store
        else None
    )
    for found in cache.known(place) if place else ():
        if conversion.questions.all_as_before(found.value["asked"]):
            fill_in(page, found.value, files)
            conversion.of_page.update(found.value["byproducts"])
            hold(page, found.value, found.packed, session.is_preview)
            return
    convert_in_parallel(session, config, files)
    conversion.questions.listen()
    try:
        with listening() as log:
            recorded = RecordedFiles(files, page.file, find, conversion.questions)
            is_whole = convert(session, page, article, config, recorded)
    finally:
        asked = conversion.questions.heard()
    conversion.of_page.update({name: collect(page.content) for name, collect in conversion.byproducts.items()})
    if place and is_whole and not log.logged_anything:  # what was said must be said each time
        value = {"asked": asked, "byproducts": dict(conversion.of_page), **as_data(page, recorded.uris)}
        kept = cache.keep(place, fingerprint_of(asked), value)
        hold(page, kept.value, kept.packed, session.is_preview)
