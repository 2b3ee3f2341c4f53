"""Sheets that are files of their own: task cards, leaflets, posters, messages, trees; beside each PDF a PNG to send."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from handbook.book.html_tree.inline import plain
from handbook.book.html_tree.tree import CARD_CLASS
from handbook.book.layout.headings_and_labels import every_node
from handbook.book.model import Book, Part
from handbook.book.press.manuscript import manuscript
from handbook.book.press.printable import Press, check_pictures
from handbook.book.variants import task_cards
from handbook.kit.placed import Placed
from handbook.packs.files import PackFile, card_name, frame, sheet_name
from handbook.packs.print_shop import Job
from handbook.packs.sheets import Shelf, sheet_data
from handbook.source.schema import LessonMeta, PageMeta

_CARD_MM = 148  # an A5 page
#: Blocks that are files of their own, and the width of their sheet in millimetres.
ALONE: Mapping[str, Callable[[dict], float]] = {
    "to-in": lambda data: {"a5": 148, "a4": 210, "a3": 297}[data["paper"]],
    "tin-nhan": lambda data: 148,
    "so-do": lambda data: 148,
    "bieu-mau": lambda data: {"a5": 148, "a4": 210, "a4-ngang": 297}[data["paper"]],
}


def is_sheet(kind: str, meta: PageMeta) -> bool:
    """Whether a block of ``kind`` is a file of its own; forms of lessons are printed with the lessons that order them."""
    return kind in ALONE and not (kind == "bieu-mau" and isinstance(meta, LessonMeta))


def card_jobs(book: Book, press: Press) -> Iterator[Job]:
    """Each task card alone, as it is in the book of cards; of two with one title the first."""
    made: set[str] = set()
    for chapter in book.chapters:
        if chapter.is_fallback or CARD_CLASS not in chapter.html:
            continue
        alone = task_cards(replace(book, front=(), parts=(Part("", chapters=(chapter,)),)))
        whole, _ = manuscript(alone)
        for card in whole["cards"]:
            title = plain(card["title"])
            name = card_name(title, book.language)
            if name in made:
                continue
            made.add(name)
            check_pictures(every_node(card["c"]), chapter, book.docs_dir, press)
            data = {**whole, "edition_name": title, "cards": [card]}
            yield Job(PackFile(name, title, "card", chapter.key), data, "main.typ", _CARD_MM)


def sheet_job(name: str, one: Placed, shelf: Shelf, book: Book) -> Job:
    """The block ``name`` as PDF and PNG."""
    data = sheet_data(one, shelf)
    maker = "form" if data["kind"] == "bieu-mau" else "alone"
    sheet = {"t": maker, "title": data["title"], "how": "", "items": [data]}
    file = PackFile(sheet_name(name, book.language), data["title"], "sheet", one.article.key, one.block.kind, name)
    return Job(file, frame(book, data["title"], "sheet", [sheet]), picture_mm=ALONE[data["kind"]](data))
