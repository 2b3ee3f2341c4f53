"""Lessons' print packs, slides and single sheets, made when the books are."""

from collections.abc import Iterator
from pathlib import Path

import book_run
from build_session import catalog, report
from handbook.book import Book, open_press
from handbook.packs import PackFile, make_packs
from mkdocs.config.defaults import MkDocsConfig


def written(book: Book, config: MkDocsConfig, folder: Path) -> Iterator[PackFile]:
    """Write the packs of ``book``'s language into ``folder``; those that could be made.

    One machine of several makes them: that with the other printed editions.
    """
    if book_run.wish() != "all" or book_run.share() not in ("", book.language, f"{book.language}-print"):
        return
    for file, problems in make_packs(catalog(), book, open_press(book_run.work_dir(config)), folder):
        report(problems, "book")
        if file.name:
            yield file
