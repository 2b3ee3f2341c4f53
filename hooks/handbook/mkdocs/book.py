"""Adapter: the printed books, typeset once when every language's pages are converted."""

from dataclasses import replace
from itertools import chain
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger

from handbook.book.editions.make_all import make_all
from handbook.book.editions.published import published
from handbook.book.editions.shards import editions_in_shard
from handbook.book.press.typeset import open_press
from handbook.mkdocs import book_choice, converted_html, print_packs
from handbook.mkdocs.reporting import report
from handbook.mkdocs.session import Session, is_first_pass
from handbook.places.local import local_of
from handbook.sections import DEFAULT_LANGUAGE

_log = get_plugin_logger("sách")


def begin_language(session: Session, config: MkDocsConfig) -> None:
    if is_first_pass(config):
        book_choice.read_wish(session)
    converted_html.begin_language(session, config)


def make(session: Session, config: MkDocsConfig) -> None:
    if session.is_preview:
        return
    folder = Path(config.site_dir, "tai-ve")
    editions = {}
    for language in session.languages if session.books != "false" else ():
        book = converted_html.book_in(language, session, config)
        if language == DEFAULT_LANGUAGE:  # for the editions of communes, which are Vietnamese
            from handbook.book.press.saved_book import write_source  # whose checks take long to load

            write_source(
                replace(book, local=local_of(session.catalog, language)),
                book_choice.source_digest(config, converted_html.version(config)),
                book_choice.work_dir(config),
            )
        editions[language] = editions_in_shard(published(book, session.books), book_choice.shard())
    _log.info("đang dàn trang %d tệp PDF vào %s …", sum(map(len, editions.values())), folder)
    kept = book_choice.kept(config)
    made, told = set(), set()
    for name, is_there, problems in make_all(
        chain(*editions.values()), open_press(book_choice.work_dir(config)), folder
    ):
        report([problem for problem in problems if problem not in told], "book")
        told.update(problems)  # a page's mistake is in each edition that holds the page
        if is_there:
            made.add(name)
    _log.info("%d tệp PDF dàn mới, còn lại lấy từ .cache/book/kept/", len(book_choice.kept(config) - kept))
    for language, some in editions.items():
        book = converted_html.book_in(language, session, config)
        packs = tuple(print_packs.written(session, book, config, folder))
        session.offers[language] = (*(edition for edition in some if edition.name in made), *packs)
    converted_html.fill_download_pages(session, config)
