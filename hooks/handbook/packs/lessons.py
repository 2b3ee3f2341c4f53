"""A lesson's pack, slides and notes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from handbook.book.layout.headings_and_labels import every_node
from handbook.book.model import Book
from handbook.book.pdf_facts import page_count
from handbook.book.press.printable import Press, check_pictures
from handbook.packs.files import PackFile, Written, frame, pack_name, write_file
from handbook.packs.press import set_pdf
from handbook.packs.sheets import Pack, plan_body, plan_sheet, sheets_of
from handbook.packs.slides import slides_of
from handbook.packs.words import words_in

#: Sizes of type of the plan in points, of which the first is taken that fits on two sides.
_PLAN_SIZES = (10.0, 9.5, 9.0, 8.5, 8.0)
_PLAN_PAGES = 2


def make_lesson(pack: Pack, rows: Mapping, book: Book, press: Press, folder: Path) -> Iterator[Written]:
    """Write pack, slides and notes of a lesson."""
    yield from make_pack(pack, rows, book, press, folder)
    words = words_in(book.language)
    slides = slides_of(pack, rows)
    for kind, name in (("-trinh-chieu", "slides"), ("-loi-noi", "notes")):
        title = f"{words[name]}: {pack.chapter.title}"
        file = PackFile(pack_name(pack.chapter.key, book.language, kind), title, "pack", pack.chapter.key)
        yield from write_file(file, frame(book, title, name, slides), book, press, folder)


def make_pack(pack: Pack, rows: Mapping, book: Book, press: Press, folder: Path) -> Iterator[Written]:
    """Write the print pack alone, which is what communes get."""
    key = pack.chapter.key
    sheets = sheets_of(pack, rows, _plan_size(pack, book, press))
    title = f"{words_in(book.language)['pack']}: {pack.chapter.title}"
    local = pack.shelf.local.data if pack.shelf.local else None
    file = PackFile(pack_name(key, book.language), title, "pack", key)
    yield from write_file(file, frame(book, title, "pack", sheets, local), book, press, folder)


def _plan_size(pack: Pack, book: Book, press: Press) -> float:
    """The largest type in which the plan fits on two sides, else the smallest."""
    for size in _PLAN_SIZES:
        body = plan_body(pack, size)
        check_pictures(every_node(body), pack.chapter, book.docs_dir, press)
        pdf, _ = set_pdf(frame(book, pack.chapter.title, "sheet", [plan_sheet(pack, body, size)]), book, press)
        if pdf and page_count(pdf) <= _PLAN_PAGES:
            return size
    return _PLAN_SIZES[-1]
