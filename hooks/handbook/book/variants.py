"""Other editions of the same book: a part, a chapter, large print, less ink, task cards.

Each is again a :class:`Book`; :func:`handbook.book.press.typeset` makes it.  Links to
pages that an edition leaves out lead to their online addresses.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from handbook.book.model import LARGE_PRINT_PT, Book, BookOptions, Chapter, Part
from handbook.book.press.printers_file import BLEED_MM
from handbook.book.words import WORDS

WHOLE_PT = 10.0  # what so many pages bear: one volume that can be bound


def whole_edition(book: Book) -> Book:
    """The whole book, in which a list stands for sheets to print and for pages made of its own tables."""
    return replace(
        book,
        parts=tuple(map(_with_names, book.parts)),
        options=replace(book.options, size_pt=min(book.options.size_pt, WHOLE_PT)),
    )


def _with_names(part: Part) -> Part:
    if part.names is None:
        return part
    kept = tuple(chapter for chapter in part.chapters if not chapter.apart)
    # A part of nothing but such pages consists of the list; its introduction is a list of them too.
    return replace(part, chapters=(*kept, part.names), intro_html=part.intro_html if kept else "", names=None)


def part_edition(book: Book, part: Part) -> Book:
    """One part with a cover of its own."""
    options = replace(book.options, kind="part", edition_name=part.title)
    return replace(book, front=(), parts=(part,), options=options)


def chapter_edition(book: Book, chapter: Chapter) -> Book:
    """One chapter without a cover: what "Tải chương này" gives."""
    options = replace(book.options, kind="chapter", edition_name=chapter.title)
    title = next((part.title for part in book.parts if chapter in part.chapters), "")
    chapter = replace(chapter, html=chapter.html + chapter.annex_html, annex_html="")
    return replace(book, front=(), parts=(Part(title, chapters=(chapter,)),), options=options)


def large_print(book: Book) -> Book:
    """The same on A4 in 18-point type, for readers with weak sight."""
    options = replace(
        book.options,
        paper="a4",
        size_pt=LARGE_PRINT_PT,
        edition_name=_named(book, str(WORDS[book.language]["large_print"])),
    )
    return replace(book, options=options)


def ink_saving(book: Book) -> Book:
    """The same in black and white, without tinted areas."""
    options = replace(book.options, grey=True, edition_name=_named(book, str(WORDS[book.language]["ink_saving"])))
    return replace(book, options=options)


def printers_file(book: Book) -> Book:
    """The same with 3 mm around each page to be cut off, and a back cover."""
    return replace(book, options=replace(book.options, bleed_mm=BLEED_MM))


def task_cards(book: Book) -> Book:
    """Only the task cards, one to an A5 page."""
    options = BookOptions(kind="cards", grey=book.options.grey, edition_name=str(WORDS[book.language]["cards"]))
    return replace(book, options=options)


def chapter_editions(book: Book) -> Iterator[tuple[Chapter, Book]]:
    """Every chapter with its edition, in reading order."""
    for chapter in book.chapters:
        yield chapter, chapter_edition(book, chapter)


def _named(book: Book, name: str) -> str:
    return f"{book.options.edition_name} – {name}" if book.options.edition_name else name
