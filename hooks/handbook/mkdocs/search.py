"""Adapter: one search index a language; the theme's own plugin is not used (design.md, "Search")."""

from dataclasses import astuple
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from handbook.mkdocs.fast.build_cache import made_of
from handbook.mkdocs.fast.parallel_conversion import later
from handbook.mkdocs.fast.parallel_writing import gathered
from handbook.mkdocs.session import catalog, is_preview, key_of, language
from handbook.search import SearchPage, Unit, build_index, forget_words, frequent_tasks, search_page, units_of

_pages: dict[str, dict[str, SearchPage]] = {}
_current = {"language": ""}


def begin_language(config: MkDocsConfig) -> None:
    _current["language"] = language(config)
    _pages[language(config)] = {}


def add_page(page: Page, config: MkDocsConfig) -> None:
    article = catalog().article(key_of(page.file), language(config))
    if article and article.language == language(config):  # a page shown untranslated is in its own language's index
        units = _units(page.content or "")
        _pages[language(config)][article.key] = search_page(
            article,
            [Unit(*unit) for unit in units],
            page.url,
            catalog(),
            language(config),
            lambda key: _address(key, page),
        )


def _units(html: str) -> list:
    return made_of(html, lambda html: [astuple(unit) for unit in units_of(html)], "search units")


later.append(_units)
gathered.append(lambda: _pages[_current["language"]])


def _address(key: str, page: Page) -> str:
    """The address of a document's page, which stands in no navigation, beside ``page``'s own."""
    return page.url.replace(key_of(page.file), key)


def write_index(config: MkDocsConfig) -> None:
    edition = language(config)
    folder = Path(config.site_dir, "search")
    folder.mkdir(exist_ok=True)
    found = catalog()
    # Not kept until the end of the build: the texts of a large handbook are large.
    files = build_index(
        _pages.pop(edition).values(), found.glossary, edition, found.vocabulary, frequent_tasks(found, edition)
    )
    for name, content in files.items():
        (folder / name).write_text(content, encoding="utf-8")
    if not is_preview():
        forget_words()
