"""Adapter: the printed book, typeset once when every language's pages are converted."""

import os
from pathlib import Path

import page_texts
from build_session import is_very_end, report
from handbook.book import typeset
from handbook.edition_names import book_name
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

_log = get_plugin_logger("sách")
_command = {"name": "build"}


def on_startup(command: str, dirty: bool) -> None:
    _command["name"] = command


def on_config(config: MkDocsConfig) -> None:
    page_texts.start(config)


@event_priority(-90)  # after whatever else changes a page's text
def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> None:
    page_texts.keep(html, page, config)


@event_priority(-101)  # after static-i18n (-100), inside whose event the other languages are built
def on_post_build(config: MkDocsConfig) -> None:
    if not is_very_end(config) or _command["name"] == "serve" or os.environ.get("HANDBOOK_BOOK") == "false":
        return
    for edition in page_texts.languages():
        _log.info("đang dàn trang %s …", book_name(edition))
        pdf, problems = typeset(page_texts.book_in(edition, config), Path(config.config_file_path).parent / ".cache" / "book")
        report(problems, "book")
        if pdf:
            Path(config.site_dir, "tai-ve", book_name(edition)).write_bytes(pdf)
    page_texts.fill_download_pages(config)
