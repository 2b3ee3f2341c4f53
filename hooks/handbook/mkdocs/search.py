"""Adapter: one search index a language; the theme's own plugin is not used (design.md, "Search")."""

from dataclasses import astuple
from functools import partial
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from handbook.mkdocs.session import Session, key_of, language
from handbook.search import Unit, build_index, forget_words, frequent_tasks, search_page, units_of


def begin_language(session: Session, config: MkDocsConfig) -> None:
    session.search_pages = {}


def add_page(session: Session, page: Page, config: MkDocsConfig) -> None:
    article = session.catalog.article(key_of(page.file), language(config))
    if article and article.language == language(config):  # a page shown untranslated is in its own language's index
        units = _units(session, page.content or "")
        session.search_pages[article.key] = search_page(
            article,
            [Unit(*unit) for unit in units],
            page.url,
            session.catalog,
            language(config),
            lambda key: _address(key, page),
        )


def set_up(session: Session) -> None:
    """Sections are taken apart by the process that converts their page."""
    session.conversion.after_convert.append(partial(_units, session))


def _units(session: Session, html: str) -> list:
    return session.cache.cached(html, lambda html: [astuple(unit) for unit in units_of(html)], "search units")


def _address(key: str, page: Page) -> str:
    """The address of a document's page, which stands in no navigation, beside ``page``'s own."""
    return page.url.replace(key_of(page.file), key)


def write_index(session: Session, config: MkDocsConfig) -> None:
    lang = language(config)
    folder = Path(config.site_dir, "search")
    folder.mkdir(exist_ok=True)
    pages, session.search_pages = sorted(session.search_pages.values(), key=lambda page: page.key), {}
    catalog = session.catalog
    # Not kept until the end of the build: the texts of a large handbook are large.
    told = (catalog.glossary, lang, catalog.vocabulary, frequent_tasks(catalog, lang))
    files = session.cache.made_last(f"search index {lang}", (*told, *pages), lambda: build_index(pages, *told))
    for name, content in files.items():
        (folder / name).write_text(content, encoding="utf-8")
    if not session.is_preview:
        forget_words()
