"""A lesson's pack, slides and notes, as jobs to print."""

from __future__ import annotations

import pickle
from collections.abc import Iterator, Mapping

from handbook.book.layout.headings_and_labels import every_node
from handbook.book.model import Book
from handbook.book.press.printable import Press, check_pictures
from handbook.packs.files import PackFile, frame, pack_name
from handbook.packs.press import pages_of
from handbook.packs.print_shop import Job, first_that_fits
from handbook.packs.sheets import Pack, laid_out, other_sheets, plan_sheets, plan_text
from handbook.packs.slides import slides_of
from handbook.packs.words import words_in

#: Sizes of type of the plan in points, of which the largest is taken that fits on two sides.
_PLAN_SIZES = (12.0, 11.5, 11.0, 10.5, 10.0, 9.5, 9.0, 8.5, 8.0)
_PLAN_PAGES = 2


def lesson_jobs(pack: Pack, rows: Mapping, book: Book, press: Press) -> Iterator[Job]:
    """Pack, slides and notes of a lesson."""
    yield pack_job(pack, rows, book, press)
    words = words_in(book.language)
    slides = slides_of(pack, rows)
    for kind, name in (("-trinh-chieu", "slides"), ("-loi-noi", "notes")):
        title = f"{words[name]}: {pack.chapter.title}"
        file = PackFile(pack_name(pack.chapter.key, book.language, kind), title, "pack", pack.chapter.key)
        yield Job(file, frame(book, title, name, slides))


def pack_job(pack: Pack, rows: Mapping, book: Book, press: Press, sizes: tuple[float, ...] = _PLAN_SIZES) -> Job:
    """The print pack alone; its plan is in the largest of ``sizes`` (points) that two sides hold."""
    key = pack.chapter.key
    title = f"{words_in(book.language)['pack']}: {pack.chapter.title}"
    local = pack.shelf.local.data if pack.shelf.local else None
    others = other_sheets(pack, rows)
    text = _text(pack, book, press)
    trials = []
    for size in sizes:
        sheets = _plan(pack, text, size)
        whole = frame(book, title, "pack", [*sheets, *others], local)
        trials.append((_trial(pack, sheets, book), whole))
    file = PackFile(pack_name(key, book.language), title, "pack", key)
    return Job(file, trials[-1][1], trials=tuple(trials), most_pages=_PLAN_PAGES)


def commune_pack_job(pack: Pack, rows: Mapping, book: Book, press: Press) -> Job:
    """The same for a commune, whose names are on other sheets: the size of the plan is found once for all communes."""

    def largest() -> str:
        text = _text(pack, book, press)

        def fits(place: int) -> bool:
            return pages_of(_trial(pack, _plan(pack, text, _PLAN_SIZES[place]), book), press) <= _PLAN_PAGES

        return str(_PLAN_SIZES[first_that_fits(len(_PLAN_SIZES), fits)])

    size = float(press.remember(f"plan {pack.chapter.key}", largest))
    return pack_job(pack, rows, book, press, (size,))


def _text(pack: Pack, book: Book, press: Press) -> bytes:
    """The text of the plan, read once for all sizes, from which each takes a copy."""
    text = plan_text(pack)
    check_pictures(every_node(text), pack.chapter, book.docs_dir, press)
    return pickle.dumps(text)


def _plan(pack: Pack, text: bytes, size: float) -> list[dict]:
    return plan_sheets(pack, laid_out(pickle.loads(text), size), size)


def _trial(pack: Pack, sheets: list[dict], book: Book) -> dict:
    """The plan alone, to see how many pages it takes."""
    return frame(book, pack.chapter.title, "sheet", sheets[:1])
