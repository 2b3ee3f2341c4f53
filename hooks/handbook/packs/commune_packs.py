"""A commune's own packs: lessons, leaflets, task cards and scripts with its places, hours and numbers, and its calendar."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from handbook.book.editions.commune_file import Lines, read_commune
from handbook.book.editions.commune_model import Commune
from handbook.book.editions.crew import Made, Wanted
from handbook.book.editions.local_part import with_known_names
from handbook.book.model import Book
from handbook.book.press.printable import Press
from handbook.book.press.typeset import typeset
from handbook.book.variants import task_cards
from handbook.cache.memo import memo
from handbook.catalogue.catalog import Catalog
from handbook.catalogue.reader import read_files
from handbook.kit.placed import Placed, by_id, placed_blocks
from handbook.packs.class_calendar import calendar_events, calendar_sheet, ics_of
from handbook.packs.files import PackFile, Written, frame
from handbook.packs.lessons import commune_pack_job
from handbook.packs.local_facts import LocalFacts
from handbook.packs.print_shop import Job, print_job
from handbook.packs.publication import lesson_packs, rows_of, shelf_of
from handbook.packs.sheets import Pack, Shelf, sheet_data
from handbook.packs.words import words_in
from handbook.problem import Problem

_NUMBER = re.compile(r"buoi-(\d+)")


def commune_packs(wanted: Wanted, book: Book, press: Press, out: Path) -> Made:
    """Write the packs of a commune into a folder below ``out``; the problems of its text that the book did not tell."""
    commune, lines, _ = read_commune(wanted.text, wanted.path)
    if commune is None or not book.docs_dir:
        return (), ()  # told with the book
    catalog, placed = _written(book.docs_dir, book.as_of)
    local = LocalFacts(with_known_names(commune, book))
    shelf = replace(shelf_of(catalog, book), local=local)
    packs = {number: pack for pack in lesson_packs(catalog, book, placed, shelf) if (number := lesson_number(pack))}
    problems = tuple(_unknown_lessons(commune, lines, packs))
    folder = out / wanted.name
    names: list[str] = []
    for file, found in _files(commune, packs, placed, shelf, book, press, folder):
        names += [f"{wanted.name}/{file.name}"] * bool(file.name)
        problems += found
    return tuple(names), problems


@memo(1)
def _written(docs: Path, as_of: dt.date) -> tuple[Catalog, tuple[Placed, ...]]:
    catalog = read_files(docs, as_of)
    return catalog, tuple(placed_blocks(catalog))


def lesson_number(pack: Pack) -> int:
    """The number by which a commune names the lesson, or 0."""
    found = _NUMBER.match(pack.chapter.key.rpartition("/")[2])
    return int(found[1]) if found else 0


def _files(
    commune: Commune,
    packs: dict[int, Pack],
    placed: tuple[Placed, ...],
    shelf: Shelf,
    book: Book,
    press: Press,
    folder: Path,
) -> Iterator[Written]:
    rows = rows_of(placed)
    chosen = packs if commune.packs is None else {number: packs[number] for number in commune.packs if number in packs}
    for pack in chosen.values():
        yield print_job(commune_pack_job(pack, rows, book, press), press, folder)
    if chosen:
        yield from _prints(placed, shelf, book, press, folder)
    events = calendar_events([(day, packs[day.lesson]) for day in commune.classes if day.lesson in packs])
    if events and shelf.local:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "lich.ics").write_bytes(ics_of(events, shelf.local.commune.label, book.date))
        yield PackFile("lich.ics", str(words_in(book.language)["calendar"]), "print", ""), ()
        sheet = calendar_sheet(events, words_in(book.language))
        yield from _one("lich.pdf", [sheet], str(sheet["title"]), shelf, book, press, folder)


def _prints(placed: tuple[Placed, ...], shelf: Shelf, book: Book, press: Press, folder: Path) -> Iterator[Written]:
    """All leaflets and posters, all scripts, all task cards, each in one file."""
    words = words_in(book.language)
    names = by_id(placed, book.language)
    usable = [
        one for one in names.values() if not (one.block.content.expires and one.block.content.expires < book.as_of)
    ]
    leaflets = [sheet_data(one, shelf) for one in usable if one.block.kind == "to-in"]
    sheets = [{"t": "alone", "title": data["title"], "how": "", "items": [data]} for data in leaflets]
    if sheets:
        yield from _one("to-in.pdf", sheets, str(words["sheets_local"]), shelf, book, press, folder)
    scripts = [sheet_data(one, shelf) for one in usable if one.block.kind == "bai-loa"]
    if scripts:
        sheet = {"t": "scripts", "title": words["scripts_local"], "how": "", "items": scripts}
        yield from _one("bai-loa.pdf", [sheet], str(words["scripts_local"]), shelf, book, press, folder)
    cards = task_cards(book)
    commune = shelf.local.commune if shelf.local else None
    pdf, problems = typeset(
        replace(cards, options=replace(cards.options, commune=commune), local=None), press.work_dir, press
    )
    if pdf:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "the-viec.pdf").write_bytes(pdf)
        yield PackFile("the-viec.pdf", cards.options.edition_name, "card", ""), problems


def _one(
    name: str, sheets: list[dict], title: str, shelf: Shelf, book: Book, press: Press, folder: Path
) -> Iterator[Written]:
    local = shelf.local.data if shelf.local else None
    yield print_job(Job(PackFile(name, title, "print", ""), frame(book, title, "sheet", sheets, local)), press, folder)


def _unknown_lessons(commune: Commune, lines: Lines, packs: dict[int, Pack]) -> Iterator[Problem]:
    asked: list[tuple[tuple, int]] = [
        (("lop_hoc", index, "buoi"), day.lesson) for index, day in enumerate(commune.classes)
    ]
    asked += [(("bo_in", index), number) for index, number in enumerate(commune.packs or ())]
    for key, number in asked:
        if number not in packs:
            yield Problem(
                commune.path,
                lines.get(key, lines.get(key[:1], 1)),
                f"Không có buổi {number} nào có bộ in.",
                f"Các buổi: {', '.join(map(str, sorted(packs)))}." if packs else "Xóa dòng này.",
                "xa-buoi",
            )
