"""PNG pictures drawn with the book's own compiler: the cover and the sign of the handbook."""

from __future__ import annotations

from pathlib import Path

from handbook.book.model import Book
from handbook.book.press.fonts import FONT_FILES
from handbook.labels import show_date
from handbook.offline.words import WORDS

_HERE = Path(__file__).parent


def cover_png(book: Book) -> bytes:
    """The cover of ``book``, 1,200 by 1,800 pixels."""
    words = WORDS[book.language]
    facts = f"{words['edition']} {book.edition}\n{words['as_of']} {show_date(book.as_of, book.language)}"
    return _draw("cover.typ", 144.0, title=book.title, subtitle=book.subtitle, lang=book.language, facts=facts)


def icon_png(svg: str) -> bytes:
    """``svg`` as a PNG of 48 by 48 pixels, the size a ZIM file must have."""
    return _draw("icon.typ", 72.0, svg=svg)


def _draw(template: str, pixels_per_inch: float, **inputs: str) -> bytes:
    import typst  # not on every machine (book/press/libraries.py)

    fonts = typst.Fonts(include_system_fonts=False, font_paths=sorted({str(file.parent) for file in FONT_FILES}))
    return typst.compile(
        str(_HERE / template), root=str(_HERE), font_paths=fonts, format="png", ppi=pixels_per_inch, sys_inputs=inputs
    )
