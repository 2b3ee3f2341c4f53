"""The book as data: chapters as HTML, parts, and what edition of it is made."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:  # a book that is no commune's needs none of them, and they take longer to load than a book to read
    from handbook.book.editions.commune_model import Commune
    from handbook.places.local import Local
    from handbook.source.schema import Source

EditionKind = Literal["whole", "part", "chapter", "cards"]


@dataclass(frozen=True)
class Chapter:
    """One page of the site as a chapter.

    ``html`` is the page's converted Markdown, before the theme's template;
    ``url`` its absolute online address or ``""``; ``language`` that of the text,
    ``"vi"`` for an untranslated chapter of the English book; ``path`` the
    editor's file (``docs/…``) for problems; ``source`` the Markdown in it, which
    begins at line ``source_line`` and serves only to find line numbers; ``review_by``
    the day before which its facts are to be checked again; ``keywords`` what
    readers look it up by; ``annex_html`` is printed only where the chapter stands alone;
    of a chapter that is ``apart`` the whole book prints a line in a list (see
    :mod:`handbook.book.apart`); that list ``stands_for`` the keys of its rows.
    """

    key: str
    title: str
    html: str
    url: str = ""
    language: str = "vi"
    path: str = ""
    summary: str | None = None
    date: dt.date | None = None
    sources: tuple[Source, ...] = ()
    number: str | None = None
    is_fallback: bool = False
    source: str = ""
    source_line: int = 1
    review_by: dt.date | None = None
    keywords: tuple[str, ...] = ()
    annex_html: str = ""
    apart: bool = False
    stands_for: tuple[str, ...] = ()


@dataclass(frozen=True)
class Part:
    """Chapters under one title; ``intro_html`` follows on the part's opening page.

    ``key`` is that of the section's own page (``van-ban/index``), to which
    other pages link, ``path`` its file; ``names`` is what the whole book prints
    instead of the chapters that are apart.
    """

    title: str
    lead: str = ""
    intro_html: str = ""
    chapters: tuple[Chapter, ...] = ()
    key: str = ""
    path: str = ""
    names: Chapter | None = None


@dataclass(frozen=True)
class BookOptions:
    """How an edition looks: paper, type size in points, and for whom it is.

    ``kind`` decides what surrounds the chapters: a whole book and a part have
    a cover and a table of contents, a chapter starts at once, ``cards`` prints
    only the task cards.  ``grey`` saves ink: no colour, no tinted areas.
    ``bleed_mm`` is what a printer cuts off around the page; such a book has a back cover.
    ``commune`` puts its name on the cover and its team on the back cover; ``own`` is its
    own chapter, the first of its local part (apart from the others, which communes share).
    """

    paper: Literal["a5", "a4"] = "a5"
    size_pt: float = 10.5
    grey: bool = False
    kind: EditionKind = "whole"
    edition_name: str = ""
    commune: Commune | None = None
    own: Chapter | None = None
    bleed_mm: float = 0.0


LARGE_PRINT_PT = 18
FEW_CHAPTERS = 2


def is_large(options: BookOptions) -> bool:
    """Whether an edition is for readers with weak sight."""
    return options.size_pt >= LARGE_PRINT_PT


@dataclass(frozen=True)
class Book:
    """Everything an edition is made from; the same record gives the same bytes.

    ``date`` is the edition's date and the date inside the PDF; ``as_of`` the day
    up to which facts are checked; ``version`` a short commit or ``""``;
    ``docs_dir`` is where images are read from; ``untranslated`` what a translated
    book leaves out: the title of each part with the original titles of its pages;
    ``local`` what is known of places, for the editions of communes and provinces;
    ``public_key`` by which the publisher's signature of the files is checked, or ``""``.
    """

    title: str
    subtitle: str
    language: str
    edition: str
    as_of: dt.date
    version: str
    date: dt.date
    front: tuple[Chapter, ...] = ()
    parts: tuple[Part, ...] = ()
    options: BookOptions = field(default_factory=BookOptions)
    docs_dir: Path | None = None
    untranslated: tuple[tuple[str, tuple[str, ...]], ...] = ()
    local: Local | None = None
    public_key: str = ""

    @property
    def chapters(self) -> tuple[Chapter, ...]:
        """All chapters in reading order."""
        return self.front + tuple(chapter for part in self.parts for chapter in part.chapters)

    @property
    def is_short(self) -> bool:
        """Whether its chapters are so few that contents, openings and indexes would outweigh them."""
        return len(self.chapters) <= FEW_CHAPTERS
