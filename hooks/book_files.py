"""Adapter: the printed books, typeset once when every language's pages are converted."""

from itertools import chain
from pathlib import Path

import book_run
import page_texts
import print_packs
from build_session import is_first_pass, is_preview, is_very_end, report
from handbook.book import in_shard, make_all, open_press, published, write_source
from handbook.sections import DEFAULT_LANGUAGE
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

_log = get_plugin_logger("sách")


def on_config(config: MkDocsConfig) -> None:
    if is_first_pass(config):
        book_run.read_wish()
    page_texts.start(config)


@event_priority(-90)  # after whatever else changes a page's text
def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    return page_texts.keep(html, page, config)


@event_priority(-101)  # after static-i18n (-100), inside whose event the other languages are built
def on_post_build(config: MkDocsConfig) -> None:
    if not is_very_end(config) or is_preview():
        return
    folder = Path(config.site_dir, "tai-ve")
    editions = {}
    for language in page_texts.languages() if book_run.wish() != "false" else ():
        book = page_texts.book_in(language, config)
        if language == DEFAULT_LANGUAGE:  # for the editions of communes, which are Vietnamese
            write_source(book, book_run.source_digest(config, page_texts.version(config)), book_run.work_dir(config))
        editions[language] = in_shard(published(book, book_run.wish()), book_run.share())
    _log.info("đang dàn trang %d tệp PDF vào %s …", sum(map(len, editions.values())), folder)
    kept = book_run.kept(config)
    made, told = set(), set()
    for name, is_there, problems in make_all(chain(*editions.values()), open_press(book_run.work_dir(config)), folder):
        report([problem for problem in problems if problem not in told], "book")
        told.update(problems)  # a page's mistake is in each edition that holds the page
        if is_there:
            made.add(name)
    _log.info("%d tệp PDF dàn mới, còn lại lấy từ .cache/book/kept/", len(book_run.kept(config) - kept))
    for language, some in editions.items():
        packs = tuple(print_packs.written(page_texts.book_in(language, config), config, folder))
        book_run.offer(language, (*(edition for edition in some if edition.name in made), *packs))
    page_texts.fill_download_pages(config)
