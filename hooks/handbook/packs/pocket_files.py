"""The files of the pocket edition: flat, folded, and in large type."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from handbook.book.file_names import pocket_folded_name, pocket_large_name, pocket_name
from handbook.book.model import Book, Chapter
from handbook.book.pdf_facts import page_count
from handbook.book.press.booklet import FOLDED, booklet
from handbook.book.press.pdf_cache import digest_of, made_once
from handbook.book.press.printable import Press
from handbook.book.press.typeset import typeset
from handbook.book.variants import chapter_edition, large_print
from handbook.catalogue.catalog import Article
from handbook.packs.files import PackFile, Written, frame
from handbook.packs.pocket import check_pages, pocket_sheets
from handbook.packs.press import set_pdf
from handbook.packs.words import words_in


def make_pocket(
    article: Article,
    html: str,
    book: Book,
    home: str,
    press: Press,
    folder: Path,
    urls: Mapping[str, str] | None = None,
) -> Iterator[Written]:
    """Write the pocket edition, its folded copy and its large print; a wrong number of pages is a problem.

    ``urls`` are the addresses of all pages, also of those that ``book`` leaves out since nobody has translated them.
    """
    words = words_in(book.language)
    known = {**(urls or {}), **{chapter.key: chapter.url for chapter in book.chapters if chapter.url}}
    data = frame(book, article.meta.title, "pocket", pocket_sheets(article, html, known, home))
    pdf, problems = set_pdf(data, press)
    if not pdf:
        yield PackFile("", article.meta.title, "print", article.key), problems
        return
    name = pocket_name(book.language)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(pdf)
    yield PackFile(name, str(words["pocket"]), "print", article.key), problems + check_pages(page_count(pdf), article)
    folded = pocket_folded_name(book.language)
    sheet = made_once(press.work_dir, digest_of(FOLDED, pdf), lambda: booklet(pdf))
    if sheet:
        (folder / folded).write_bytes(sheet)
    yield PackFile(folded, str(words["pocket_folded"]), "print", article.key), ()
    yield from _large_pocket(article, html, book, home, press, folder)


def _large_pocket(article: Article, html: str, book: Book, home: str, press: Press, folder: Path) -> Iterator[Written]:
    """Write the pocket edition on A4 in large type, for whoever teaches or reads with weak sight."""
    meta = article.meta
    url = f"{home}{article.key}/" if home else ""
    chapter = Chapter(
        article.key,
        meta.title,
        html,
        url,
        book.language,
        article.path,
        meta.summary,
        meta.date,
        review_by=meta.review_by,
    )
    pdf, problems = typeset(large_print(chapter_edition(book, chapter)), press.work_dir, press)
    name = pocket_large_name(book.language) if pdf else ""
    if pdf:
        (folder / name).write_bytes(pdf)
    yield PackFile(name, str(words_in(book.language)["pocket_large"]), "print", article.key), problems
