"""Lessons' print packs, slides and single sheets, made when the books are."""

from collections.abc import Iterator
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from handbook.book.model import Book
from handbook.book.press.printable import Press
from handbook.book.press.typeset import open_press
from handbook.mkdocs import book_choice, converted_html
from handbook.mkdocs.reporting import report
from handbook.mkdocs.session import Session
from handbook.packs import POCKET, PackFile, make_packs, make_pocket, make_quiz
from handbook.problem import Problem
from handbook.quiz import questions_of
from handbook.sections import DEFAULT_LANGUAGE
from handbook.settings import is_public


def written(session: Session, book: Book, config: MkDocsConfig, folder: Path) -> Iterator[PackFile]:
    """Write the packs of ``book``'s language into ``folder``; those that could be made.

    One machine of several makes them: that with the other printed editions.
    """
    if session.books != "all" or book_choice.shard() not in ("", book.language, f"{book.language}-print"):
        return
    press = open_press(book_choice.work_dir(config))
    for file, problems in _made(session, book, press, config, folder):
        report(problems, "book")
        if file.name:
            yield file


def _made(
    session: Session, book: Book, press: Press, config: MkDocsConfig, folder: Path
) -> Iterator[tuple[PackFile, tuple[Problem, ...]]]:
    home = config.site_url if config.site_url and is_public(config.site_url) else ""
    article = session.catalog.articles.get((POCKET, book.language))
    html = converted_html.html_of(session, POCKET, book.language)
    if article and html:
        urls = {key: home + url for key, (_, url) in session.texts[book.language].items()} if home else {}
        yield from make_pocket(article, html, book, home, press, folder, urls)
    if book.language == DEFAULT_LANGUAGE:
        yield from make_quiz(questions_of(session.catalog, book.language), book, home, press, folder)
    yield from make_packs(session.catalog, book, press, folder)
