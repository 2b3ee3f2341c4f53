"""Adapter: the printed books, typeset once when every language's pages are converted."""

from dataclasses import replace
from itertools import chain
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger

from handbook.book import in_shard, make_all, open_press, published, write_source
from handbook.mkdocs import book_choice, converted_html
from handbook.mkdocs.reporting import report
from handbook.mkdocs.session import catalog, is_first_pass, is_preview
from handbook.places.local import local_of
from handbook.sections import DEFAULT_LANGUAGE

_log = get_plugin_logger("sách")


def begin_language(config: MkDocsConfig) -> None:
    if is_first_pass(config):
        book_choice.read_wish()
    converted_html.start(config)


def make(config: MkDocsConfig) -> None:
    if is_preview():
        return
    folder = Path(config.site_dir, "tai-ve")
    editions = {}
    for language in converted_html.languages() if book_choice.wish() != "false" else ():
        book = converted_html.book_in(language, config)
        if language == DEFAULT_LANGUAGE:  # for the editions of communes, which are Vietnamese
            write_source(
                replace(book, local=local_of(catalog(), language)),
                book_choice.source_digest(config, converted_html.version(config)),
                book_choice.work_dir(config),
            )
        editions[language] = in_shard(published(book, book_choice.wish()), book_choice.share())
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
        book_choice.offer(language, tuple(edition for edition in some if edition.name in made))
    converted_html.fill_download_pages(config)
