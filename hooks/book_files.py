"""Adapter: the printed book, typeset once when every language's pages are converted."""

import os
import subprocess
from pathlib import Path

from build_session import catalog, is_very_end, key_of, language, report
from handbook.book import typeset
from handbook.downloads import fill_in
from handbook.edition import Imprint, make_book
from handbook.edition_names import book_name
from handbook.pdffile import page_count
from handbook.sections import DEFAULT_LANGUAGE
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

_log = get_plugin_logger("sách")
_pages: dict[str, dict[str, tuple[str, str]]] = {}
_command = {"name": "build"}


def on_startup(command: str, dirty: bool) -> None:
    _command["name"] = command


def on_config(config: MkDocsConfig) -> None:
    _pages[language(config)] = {}


@event_priority(-90)  # after whatever else changes a page's text
def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> None:
    _pages[language(config)][key_of(page.file)] = (html, page.url)


@event_priority(-101)  # after static-i18n (-100), inside whose event the other languages are built
def on_post_build(config: MkDocsConfig) -> None:
    if not is_very_end(config) or _command["name"] == "serve" or os.environ.get("HANDBOOK_BOOK") == "false":
        return
    folder = Path(config.site_dir, "tai-ve")
    made = {}
    for edition, pages in _pages.items():
        _log.info("đang dàn trang %s …", book_name(edition))
        imprint = Imprint(config.extra["edition"], config.extra["as_of"], _version(config), config.site_url,
                          Path(config.docs_dir))
        book = make_book(catalog(), {key: html for key, (html, _) in pages.items()},
                         {key: url for key, (_, url) in pages.items()}, edition, imprint)
        pdf, problems = typeset(book, Path(config.config_file_path).parent / ".cache" / "book")
        report(problems, "book")
        if pdf:
            (folder / book_name(edition)).write_bytes(pdf)
            made[book_name(edition)] = (pdf, page_count(pdf))
    for edition in _pages:
        prefix = "" if edition == DEFAULT_LANGUAGE else edition
        path = Path(config.site_dir, prefix, "tai-ve", "index.html")
        path.write_text(fill_in(path.read_text(encoding="utf-8"), made, edition), encoding="utf-8")


def _version(config: MkDocsConfig) -> str:
    """The short commit, or nothing outside a git checkout."""
    command = ["git", "-C", str(Path(config.config_file_path).parent), "rev-parse", "--short", "HEAD"]
    try:
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return ""
