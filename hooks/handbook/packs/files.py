"""The files of packs: what they are called, and what each says of itself."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from handbook.book.file_names import _suffix
from handbook.book.model import Book
from handbook.book.words import WORDS as BOOK_WORDS
from handbook.kit.words import WORDS as KIT_WORDS
from handbook.labels import show_date
from handbook.packs.words import words_in
from handbook.problem import Problem
from handbook.vietnamese.text import slug

_LESSON = re.compile(r"buoi-\d+")


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


Written = tuple[PackFile, tuple[Problem, ...]]


def pack_name(key: str, language: str, kind: str = "") -> str:
    """The file of a lesson: ``bo-in/buoi-6.pdf``, ``bo-in/buoi-6-trinh-chieu.pdf``."""
    stem = key.rpartition("/")[2]
    found = _LESSON.match(stem)
    return f"bo-in/{found.group() if found else stem}{kind}{_suffix(language)}.pdf"


def sheet_name(name: str, language: str) -> str:
    """The file of the block ``name``: ``to/to-bon-cau-hoi.pdf``, beside it a PNG."""
    return f"to/{name}{_suffix(language)}.pdf"


def card_name(title: str, language: str) -> str:
    """The file of a task card by its title: ``the/khoa-the-ngan-hang.pdf``, beside it a PNG."""
    return f"the/{slug(title)}{_suffix(language)}.pdf"


def frame(book: Book, title: str, kind: str, sheets: list[dict], local: Mapping | None = None) -> dict:
    """What every pack says of itself, and its sheets; ``kind`` is ``pack``, ``slides``, ``notes`` or ``sheet``.

    ``local`` is what a commune's own pack says of its place.
    """
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
            **words_in(book.language),
            "kit": KIT_WORDS[book.language],
            "book": {key: words[key] for key in ("page", "card", "row")},
        },
        "local": local,
        "sheets": sheets,
    }
