"""The converted text of every page, for what is made of it: the book and its offline copies."""

import subprocess
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from handbook.book import Book
from handbook.book.from_catalog import Imprint, make_book
from handbook.mkdocs import book_choice
from handbook.mkdocs.session import catalog, key_of, language
from handbook.sections import DEFAULT_LANGUAGE
from handbook.site.assets import repack
from handbook.site.pages.downloads_page import files_in, fill_in

_pages: dict[str, dict[str, tuple[str, str]]] = {}


def start(config: MkDocsConfig) -> None:
    """Forget the pages of the language that is about to be built."""
    _pages[language(config)] = {}


def keep(html: str, page: Page, config: MkDocsConfig) -> str:
    """Keep what a page's Markdown became, and its address, if a book is made; the text to go on with.

    A page that is not translated is the same text in every language, in memory too.
    """
    if book_choice.wish() == "false":
        return html
    original, _ = _pages.get(DEFAULT_LANGUAGE, {}).get(key_of(page.file), ("", ""))
    text = original if original == html else html
    _pages[language(config)][key_of(page.file)] = (text, page.url)
    return text


def languages() -> tuple[str, ...]:
    """The languages that have been built."""
    return tuple(_pages)


def book_in(edition: str, config: MkDocsConfig) -> Book:
    """The whole book in the language ``edition``."""
    imprint = Imprint(
        config.extra["edition"], config.extra["as_of"], version(config), config.site_url, Path(config.docs_dir)
    )
    pages = _pages[edition]
    return make_book(
        catalog(),
        {key: html for key, (html, _) in pages.items()},
        {key: url for key, (_, url) in pages.items()},
        edition,
        imprint,
    )


def fill_download_pages(config: MkDocsConfig, online: str = "", is_copy: bool = False) -> None:
    """Tell each language's "Tải về" which files lie beside it; ``online`` is where others can be had.

    A copy to carry away is silent about files that can be had nowhere.
    """
    files = files_in(Path(config.site_dir, "tai-ve"))
    for edition in _pages:
        prefix = "" if edition == DEFAULT_LANGUAGE else edition
        path = Path(config.site_dir, prefix, "tai-ve", "index.html")
        filled = fill_in(
            path.read_text(encoding="utf-8"),
            files,
            edition,
            config.extra["as_of"],
            online,
            book_choice.offers(edition),
            is_copy,
        )
        path.write_text(filled, encoding="utf-8")
        repack(path)


def version(config: MkDocsConfig) -> str:
    """The short commit, or nothing outside a git checkout."""
    command = ["git", "-C", str(Path(config.config_file_path).parent), "rev-parse", "--short", "HEAD"]
    try:
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return ""
