"""Which files lessons and sheets become, what they are called, and how they are made."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path

from handbook.book.file_names import _suffix
from handbook.book.html_tree.inline import plain
from handbook.book.html_tree.tree import CARD_CLASS
from handbook.book.layout.headings_and_labels import every_node
from handbook.book.model import Book, Part
from handbook.book.pdf_facts import page_count
from handbook.book.press.manuscript import manuscript
from handbook.book.press.printable import Press, check_pictures
from handbook.book.variants import task_cards
from handbook.book.words import WORDS as BOOK_WORDS
from handbook.catalogue.catalog import Catalog
from handbook.kit.checks import Placed, by_id, placed_blocks
from handbook.kit.kinds import data_of
from handbook.kit.words import WORDS as KIT_WORDS
from handbook.labels import show_date
from handbook.packs.press import set_pdf, set_picture
from handbook.packs.sheets import Pack, pack_of, plan_body, plan_sheet, sheet_data, sheets_of
from handbook.packs.slides import slides_of
from handbook.packs.words import WORDS
from handbook.problem import Problem
from handbook.quiz.anki import deck
from handbook.quiz.data import Asked
from handbook.quiz.names import ANKI_NAME, COMPETENCES, PRINT_NAME
from handbook.source.schema import LessonMeta, PageMeta
from handbook.vietnamese.text import slug

_LESSON = re.compile(r"buoi-\d+")
#: Sizes of type of the plan in points, of which the first is taken that fits on two sides.
_PLAN_SIZES = (10.0, 9.5, 9.0, 8.5, 8.0)
_PLAN_PAGES = 2
#: Blocks that are files of their own, and the width of their sheet in millimetres.
ALONE: Mapping[str, Callable[[dict], float]] = {
    "to-in": lambda data: {"a5": 148, "a4": 210, "a3": 297}[data["paper"]],
    "tin-nhan": lambda data: 148,
    "so-do": lambda data: 148,
    "bieu-mau": lambda data: {"a5": 148, "a4": 210, "a4-ngang": 297}[data["paper"]],
}


@dataclass(frozen=True)
class PackFile:
    """A file below ``tai-ve/``: its name, what readers see it called, and the page (key) that offers it.

    ``group`` is ``pack`` (a lesson's), ``sheet`` (a single block's, ``block`` its id), ``card`` or ``print``.
    """

    name: str
    title: str
    group: str
    page: str
    of: str = ""
    block: str = ""


def pack_name(key: str, language: str, kind: str = "") -> str:
    """The file of a lesson: ``bo-in/buoi-6.pdf``, ``bo-in/buoi-6-trinh-chieu.pdf``."""
    stem = key.rpartition("/")[2]
    found = _LESSON.match(stem)
    return f"bo-in/{found.group() if found else stem}{kind}{_suffix(language)}.pdf"


def sheet_name(name: str, language: str) -> str:
    """The file of the block ``name``: ``to/to-bon-cau-hoi.pdf``, beside it a PNG."""
    return f"to/{name}{_suffix(language)}.pdf"


def is_sheet(kind: str, meta: PageMeta) -> bool:
    """Whether a block of ``kind`` is a file of its own; forms of lessons are printed with the lessons that order them."""
    return kind in ALONE and not (kind == "bieu-mau" and isinstance(meta, LessonMeta))


def make_packs(
    catalog: Catalog, book: Book, press: Press, folder: Path
) -> Iterator[tuple[PackFile, tuple[Problem, ...]]]:
    """Write the packs, slides and sheets of ``book``'s language into ``folder``; what each became."""
    placed = tuple(placed_blocks(catalog))
    names = by_id(placed, book.language)
    rows: dict[tuple[str, int], list[Placed]] = defaultdict(list)
    for one in placed:
        if one.block.kind == "man-hinh":
            rows[one.article.path, one.block.sequence].append(one)
    chapters = {chapter.key: chapter for chapter in book.chapters}
    for key, chapter in chapters.items():
        article = catalog.article(key, book.language)
        if article and isinstance(article.meta, LessonMeta) and article.meta.to_print and not chapter.is_fallback:
            yield from _lesson(pack_of(chapter, article.meta, names, book), rows, book, press, folder)
    yield from make_cards(book, press, folder)
    urls = {chapter.key: chapter.url for chapter in book.chapters if chapter.url}
    for name, one in sorted(names.items()):
        content = one.block.content
        is_over = content.expires and content.expires < book.as_of
        if is_sheet(one.block.kind, one.article.meta) and one.article.language == book.language and not is_over:
            yield from _alone(name, one, urls, book, press, folder)


def card_name(title: str, language: str) -> str:
    """The file of a task card by its title: ``the/khoa-the-ngan-hang.pdf``, beside it a PNG."""
    return f"the/{slug(title)}{_suffix(language)}.pdf"


def make_cards(book: Book, press: Press, folder: Path) -> Iterator[tuple[PackFile, tuple[Problem, ...]]]:
    """Write each task card alone, as it is in the book of cards; of two with one title the first."""
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
            yield from _write(PackFile(name, title, "card", chapter.key), data, book, press, folder, "main.typ")
            if picture := set_picture(data, 148, book, press, "main.typ"):
                (folder / name).with_suffix(".png").write_bytes(picture)


def make_quiz(
    asked: tuple[Asked, ...], book: Book, home: str, press: Press, folder: Path
) -> Iterator[tuple[PackFile, tuple[Problem, ...]]]:
    """Write all questions as sheets with the key apart, and as a deck for Anki."""
    if not asked:
        return
    items = [{**data_of(one.question), "number": number} for number, one in enumerate(asked, start=1)]
    sheets: list[dict] = [
        {"t": "quiz", "title": f"{WORDS['quiz']}: {COMPETENCES[name]}", "items": list(group)}
        for name, group in groupby(items, key=lambda item: item["competence"])
    ]
    sheets.append({"t": "quiz-key", "title": WORDS["quiz_key"], "items": items})
    file = PackFile(PRINT_NAME, str(WORDS["quiz_title"]), "print", "on-tap")
    yield from _write(file, frame(book, str(WORDS["quiz"]), "sheet", sheets), book, press, folder)
    when = dt.datetime.combine(book.as_of, dt.time(), dt.UTC).timestamp()
    (folder / ANKI_NAME).write_bytes(deck(asked, f"{book.title}: {str(WORDS['quiz']).lower()}", home, when))
    yield PackFile(ANKI_NAME, str(WORDS["quiz_anki"]), "print", "on-tap"), ()


def _lesson(
    pack: Pack, rows: Mapping, book: Book, press: Press, folder: Path
) -> Iterator[tuple[PackFile, tuple[Problem, ...]]]:
    key, title = pack.chapter.key, pack.chapter.title
    size = _plan_size(pack, book, press)
    sheets = sheets_of(pack, rows, size)
    name = f"{WORDS['pack']}: {title}"
    yield from _write(
        PackFile(pack_name(key, book.language), name, "pack", key),
        frame(book, name, "pack", sheets),
        book,
        press,
        folder,
    )
    slides = slides_of(pack, rows)
    for kind, words in (("-trinh-chieu", "slides"), ("-loi-noi", "notes")):
        name = f"{WORDS[words]}: {title}"
        file = PackFile(pack_name(key, book.language, kind), name, "pack", key)
        yield from _write(file, frame(book, name, words, slides), book, press, folder)


def _plan_size(pack: Pack, book: Book, press: Press) -> float:
    """The largest type in which the plan fits on two sides, else the smallest."""
    for size in _PLAN_SIZES:
        body = plan_body(pack, size)
        check_pictures(every_node(body), pack.chapter, book.docs_dir, press)
        pdf, _ = set_pdf(frame(book, pack.chapter.title, "sheet", [plan_sheet(pack, body, size)]), book, press)
        if pdf and page_count(pdf) <= _PLAN_PAGES:
            return size
    return _PLAN_SIZES[-1]


def _alone(
    name: str, one: Placed, urls: Mapping[str, str], book: Book, press: Press, folder: Path
) -> Iterator[tuple[PackFile, tuple[Problem, ...]]]:
    data = sheet_data(one, urls)
    maker = "form" if data["kind"] == "bieu-mau" else "alone"
    sheet = {"t": maker, "title": data["title"], "how": "", "items": [data]}
    made = frame(book, data["title"], "sheet", [sheet])
    file = PackFile(sheet_name(name, book.language), data["title"], "sheet", one.article.key, one.block.kind, name)
    yield from _write(file, made, book, press, folder)
    picture = set_picture(made, ALONE[data["kind"]](data), book, press)
    if picture:
        (folder / file.name).with_suffix(".png").write_bytes(picture)


def _write(
    file: PackFile, data: dict, book: Book, press: Press, folder: Path, template: str = "pack.typ"
) -> Iterator[tuple[PackFile, tuple[Problem, ...]]]:
    pdf, problems = set_pdf(data, book, press, template)
    if pdf:
        path = folder / file.name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(pdf)
        yield file, problems
    else:
        yield PackFile("", file.title, file.group, file.page), problems


def frame(book: Book, title: str, kind: str, sheets: list[dict]) -> dict:
    """What every pack says of itself, and its sheets; ``kind`` is ``pack``, ``slides``, ``notes`` or ``sheet``."""
    words = BOOK_WORDS[book.language]
    return {
        "title": title,
        "of": book.title,
        "kind": kind,
        "lang": book.language,
        "edition": book.edition,
        "as_of": show_date(book.as_of, book.language),
        "date": [book.date.year, book.date.month, book.date.day],
        "words": {
            **WORDS,
            "kit": KIT_WORDS[book.language],
            "book": {key: words[key] for key in ("page", "card", "row")},
        },
        "sheets": sheets,
    }
