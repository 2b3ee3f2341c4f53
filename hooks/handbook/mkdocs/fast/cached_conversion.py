"""Adapter: the Markdown of a page is converted once, whatever the language, and again only when something changed.

MkDocs has no event in place of the conversion, so a page's ``render`` is replaced,
on that page only; tests/site/test_memory.py tells when MkDocs no longer calls it.
"""

from functools import partial
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink

from handbook.cache.fingerprint import fingerprint_of, fingerprint_of_files
from handbook.catalogue.catalog import Article
from handbook.catalogue.reader import GLOSSARY, REGISTER
from handbook.mkdocs.fast.build_cache import (
    byproducts,
    close_store,
    keep,
    known,
    of_page,
    open_store,
    questions,
    set_dependencies,
    store,
)
from handbook.mkdocs.fast.packed_page import hold
from handbook.mkdocs.fast.parallel_conversion import convert_ahead, missed
from handbook.mkdocs.fast.recorded_files import AskedFiles, listening, seen_from
from handbook.mkdocs.session import catalog, is_very_end, key_of, language

# Of the language being built, by the path in the page.
_files: dict[str, File | None] = {}


@event_priority(-200)  # when every adapter has set up its extensions
def on_config(config: MkDocsConfig) -> None:
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


@event_priority(-200)  # when the text is final
def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> None:
    page.render = partial(_render, page, catalog().article(key_of(page.file), language(config)))


@event_priority(-300)
def on_post_build(config: MkDocsConfig) -> None:
    if is_very_end(config):
        close_store()


def _render(page: Page, article: Article | None, config: MkDocsConfig, files: Files) -> None:
    """What ``Page.render`` does, from the store where the result is there and still right."""
    questions.answer_with("file", lambda uri: seen_from(page, _file(uri, files)))
    place = (
        (page.markdown, article.key, article.path, article.body_line, article.language) if article and store() else None
    )
    for found in known(place) if place else ():
        if questions.all_as_before(found.value["asked"]):
            _fill(page, found.value, files)
            hold(page, found.value, found.packed)
            return
    convert_ahead(config, files)
    questions.listen()
    try:
        with listening() as told:
            asked_files = AskedFiles(files, page.file, lambda uri: _file(uri, files))
            Page.render(page, config, asked_files)
    finally:
        asked = questions.heard()
    of_page.update({name: collect(page.content) for name, collect in byproducts.items()})
    if place and not told.anything:  # what was said must be said each time
        kept = keep(
            place,
            fingerprint_of(asked),
            {
                "asked": asked,
                "html": page.content,
                "toc": [_token(link) for link in page.toc],
                "byproducts": dict(of_page),
                "anchors": sorted(page.present_anchor_ids),
                "links": [[asked_files.uris[file], links] for file, links in (page.links_to_anchors or {}).items()],
            },
        )
        hold(page, kept.value, kept.packed)


def _file(uri: str, files: Files) -> File | None:
    if uri not in _files:
        _files[uri] = files.get_file_from_path(uri)
    return _files[uri]


def _fill(page: Page, found: dict, files: Files) -> None:
    page.present_anchor_ids = set(found["anchors"])
    page.links_to_anchors = {
        files.get_file_from_path(uri) if uri else page.file: links for uri, links in found["links"]
    }
    of_page.update(found["byproducts"])


def _token(link: AnchorLink) -> dict:
    return {
        "name": link.title,
        "id": link.id,
        "level": link.level,
        "children": [_token(child) for child in link.children],
    }
