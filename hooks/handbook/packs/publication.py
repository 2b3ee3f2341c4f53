"""Which files lessons and sheets become, and how they are made."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import groupby
from pathlib import Path

from handbook.book.model import Book
from handbook.book.press.printable import Press
from handbook.catalogue.catalog import Catalog
from handbook.kit.drawings import drawings_of
from handbook.kit.kinds import data_of
from handbook.kit.placed import Placed, by_id, placed_blocks
from handbook.packs.files import PackFile, Written, frame
from handbook.packs.lessons import lesson_jobs
from handbook.packs.print_shop import Job, print_all, print_job
from handbook.packs.sheets import Pack, Shelf, pack_of
from handbook.packs.single import card_jobs, is_sheet, sheet_job
from handbook.packs.totals import NAME as TOTALS
from handbook.packs.totals import totals
from handbook.packs.words import words_in
from handbook.quiz.anki import deck
from handbook.quiz.data import Asked
from handbook.quiz.names import ANKI_NAME, COMPETENCES, PRINT_NAME
from handbook.source.schema import LessonMeta

Rows = Mapping[tuple[str, int], list[Placed]]


def make_packs(catalog: Catalog, book: Book, press: Press, folder: Path, *, pictures: bool = True) -> Iterator[Written]:
    """Write the packs, slides and sheets of ``book``'s language into ``folder``, with ``pictures`` to send; what each became."""
    placed = tuple(placed_blocks(catalog))
    shelf = shelf_of(catalog, book)
    packs = tuple(lesson_packs(catalog, book, placed, shelf))
    jobs = _jobs(packs, placed, shelf, book, press)
    yield from print_all(jobs if pictures else (replace(job, picture_mm=0.0) for job in jobs), press, folder)
    if table := totals(packs):
        (folder / TOTALS).parent.mkdir(parents=True, exist_ok=True)
        (folder / TOTALS).write_bytes(table)
        yield PackFile(TOTALS, str(words_in(book.language)["totals"]), "pack", "tap-huan/index"), ()


def _jobs(packs: tuple[Pack, ...], placed: tuple[Placed, ...], shelf: Shelf, book: Book, press: Press) -> Iterator[Job]:
    rows = rows_of(placed)
    for pack in packs:
        yield from lesson_jobs(pack, rows, book, press)
    yield from card_jobs(book, press)
    for name, one in sorted(by_id(placed, book.language).items()):
        content = one.block.content
        is_over = content.expires and content.expires < book.as_of
        if is_sheet(one.block.kind, one.article.meta) and one.article.language == book.language and not is_over:
            yield sheet_job(name, one, shelf, book)


def shelf_of(catalog: Catalog, book: Book) -> Shelf:
    """What the sheets of ``book`` are made with."""
    urls = {chapter.key: chapter.url for chapter in book.chapters if chapter.url}
    return Shelf(urls, drawings_of(catalog, book.language))


def rows_of(placed: tuple[Placed, ...]) -> Rows:
    """The screens of each sequence by page and number."""
    rows: dict[tuple[str, int], list[Placed]] = defaultdict(list)
    for one in placed:
        if one.block.kind == "man-hinh":
            rows[one.article.path, one.block.sequence].append(one)
    return rows


def lesson_packs(catalog: Catalog, book: Book, placed: tuple[Placed, ...], shelf: Shelf) -> Iterator[Pack]:
    """The pack of each lesson that orders one, in the order of the book."""
    names = by_id(placed, book.language)
    for chapter in book.chapters:
        article = catalog.article(chapter.key, book.language)
        if article and isinstance(article.meta, LessonMeta) and article.meta.to_print and not chapter.is_fallback:
            yield pack_of(chapter, article.meta, names, book, shelf)


def make_quiz(asked: tuple[Asked, ...], book: Book, home: str, press: Press, folder: Path) -> Iterator[Written]:
    """Write all questions as sheets with the key apart, and as a deck for Anki."""
    if not asked:
        return
    words = words_in(book.language)
    items = [{**data_of(one.question), "number": number} for number, one in enumerate(asked, start=1)]
    sheets: list[dict] = [
        {"t": "quiz", "title": f"{words['quiz']}: {COMPETENCES[name]}", "items": list(group)}
        for name, group in groupby(items, key=lambda item: item["competence"])
    ]
    sheets.append({"t": "quiz-key", "title": words["quiz_key"], "items": items})
    file = PackFile(PRINT_NAME, str(words["quiz_title"]), "print", "on-tap")
    yield print_job(Job(file, frame(book, str(words["quiz"]), "sheet", sheets)), press, folder)
    when = dt.datetime.combine(book.as_of, dt.time(), dt.UTC).timestamp()
    (folder / ANKI_NAME).write_bytes(deck(asked, f"{book.title}: {str(words['quiz']).lower()}", home, when))
    yield PackFile(ANKI_NAME, str(words["quiz_anki"]), "print", "on-tap"), ()
