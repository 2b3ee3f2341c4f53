"""Which editions of the book are published, under which names, and how they are made."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import Literal

from handbook.book.file_names import (
    book_name,
    booklet_name,
    cards_name,
    chapter_name,
    ink_saving_name,
    large_print_name,
    part_name,
    printers_name,
)
from handbook.book.model import Book
from handbook.book.press.booklet import FOLDED, booklet
from handbook.book.press.pdf_cache import digest_of, made_once
from handbook.book.press.printable import Press
from handbook.book.press.printers_file import with_boxes
from handbook.book.press.typeset import typeset
from handbook.book.variants import (
    chapter_edition,
    ink_saving,
    large_print,
    part_edition,
    printers_file,
    task_cards,
    whole_edition,
)
from handbook.problem import Problem
from handbook.sections import Kind, section_of

Group = Literal["whole", "print", "part", "chapter", "large"]
#: ``source`` keeps only what the editions of communes are made from (handbook/book/press/saved_book.py); hooks book asks for it.
Wish = Literal["all", "whole", "source", "false"]
WISHES: tuple[Wish, ...] = ("all", "whole", "source", "false")
# Tables have their own files to download, a document's page is the register's.
_ALONE = (Kind.CHAPTER, Kind.LESSON, Kind.TOPIC, Kind.STORY, Kind.PLACE)
_TITLES = {
    "vi": {
        "grey": "Bản in tiết kiệm mực: đen trắng, không nền màu",
        "booklet": "Bản in gấp đôi: khổ A5 xếp sẵn trên giấy A4, in hai mặt, lật theo cạnh ngắn, gấp và ghim từng tập",
        "printer": "Bản cho nhà in: khổ A5, chừa 3 mm để xén, có bìa sau",
        "cards": "Thẻ việc: mỗi việc một trang A5 để in và treo",
    },
    "en": {
        "grey": "Ink-saving edition: black and white, no tints",
        "booklet": "Booklet: A5 pages set on A4 sheets; print on both sides, flip on the short edge, fold and staple",
        "printer": "For a printing house: A5 with 3 mm bleed and a back cover",
        "cards": "Task cards: one A5 page a task, to print and hang up",
    },
}


@dataclass(frozen=True)
class Edition:
    """One file to publish: its name below ``tai-ve/``, what readers see it called, the book it holds.

    ``of`` is the title of the part to which a chapter belongs; ``folded`` says
    that its pages are imposed for folding.
    """

    name: str
    title: str
    group: Group
    book: Book
    of: str = ""
    folded: bool = False


def wish_of(value: str) -> tuple[Wish, tuple[Problem, ...]]:
    """Which books to make, from ``HANDBOOK_BOOK``: ``all`` (or nothing), ``whole``, ``source`` or ``false``."""
    for wish in WISHES:
        if value.lower() == wish:
            return wish, ()
    wrong = Problem(
        "HANDBOOK_BOOK",
        0,
        f"Biến môi trường HANDBOOK_BOOK đang là “{value}”.",
        "Chọn all (mọi bản in), whole (chỉ cả cuốn) hoặc false (không dựng sách).",
        "sach-bien-moi-truong",
    )
    return "all", (wrong,) if value else ()


def stands_alone(key: str) -> bool:
    """Whether the page ``key`` also is a PDF of its own ("Tải chương này")."""
    section = section_of(key)
    return section is not None and section.kind in _ALONE and not key.endswith("/index")


def published(book: Book, wish: Wish = "all") -> tuple[Edition, ...]:
    """The editions of ``book``, in the order in which readers are offered them.

    A translation that is not complete gets the whole book, and only those
    parts, chapters and cards that are translated.
    """
    language, words = book.language, _TITLES[book.language]
    if wish in ("source", "false"):
        return ()
    all_of_it = whole_edition(book)
    whole = (Edition(book_name(language), book.title, "whole", all_of_it),)
    if wish == "whole":
        return whole
    complete = not book.untranslated and not any(chapter.is_fallback for chapter in book.chapters)
    prints = (
        (
            Edition(booklet_name(language), words["booklet"], "print", all_of_it, folded=True),
            Edition(ink_saving_name(language), words["grey"], "print", ink_saving(all_of_it)),
            Edition(printers_name(language), words["printer"], "print", printers_file(all_of_it)),
        )
        if complete
        else ()
    )
    cards = (Edition(cards_name(language), words["cards"], "print", task_cards(_translated(book))),)
    return (*whole, *prints, *cards, *_parts(book), *_chapters(book), *_large(book))


def _translated(book: Book) -> Book:
    return replace(
        book,
        front=(),
        parts=tuple(
            replace(part, chapters=tuple(chapter for chapter in part.chapters if not chapter.is_fallback))
            for part in book.parts
        ),
    )


def _parts(book: Book) -> Iterator[Edition]:
    for part in book.parts:
        if part.key and not any(chapter.is_fallback for chapter in part.chapters):
            yield Edition(part_name(part.key, book.language), part.title, "part", part_edition(book, part))


def _chapters(book: Book) -> Iterator[Edition]:
    for part in book.parts:
        for chapter in part.chapters:
            if stands_alone(chapter.key) and not chapter.is_fallback:
                yield Edition(
                    chapter_name(chapter.key, book.language),
                    chapter.title,
                    "chapter",
                    chapter_edition(book, chapter),
                    part.title,
                )


def _large(book: Book) -> Iterator[Edition]:
    """Large print of what is read or taught alone: a whole book of it would weigh a kilogram."""
    for edition in _chapters(book):
        (chapter,) = edition.book.chapters
        section = section_of(chapter.key)
        if section is not None and section.kind is not Kind.STORY:
            yield replace(
                edition,
                name=large_print_name(chapter.key, book.language),
                group="large",
                book=large_print(edition.book),
            )


def make(edition: Edition, press: Press) -> tuple[bytes | None, tuple[Problem, ...]]:
    """The PDF of ``edition``, or ``None`` when it cannot be made or would be empty, and its problems."""
    pdf, problems = typeset(edition.book, press.work_dir, press)
    if pdf and edition.book.options.bleed_mm:
        pdf = made_once(press.work_dir, digest_of("boxes", pdf), partial(with_boxes, pdf))
    if pdf and edition.folded:
        pdf = made_once(press.work_dir, digest_of(FOLDED, pdf), partial(booklet, pdf))
    return pdf, problems
