"""Telephone numbers of a page become ``tel:`` links: one tap on a phone calls.

The finished HTML is read, not the Markdown: numbers in data tables, on cards and in drawn ways out of trouble are called
as those of running text are.  What a fake message or a drawn screen shows is never linked.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from html import escape

from markdown import Markdown
from markdown.extensions import Extension
from markdown.postprocessors import Postprocessor

from handbook.markdown.phone_numbers import Span, address_of, may_hold_numbers, numbers_alone, numbers_in
from handbook.markdown.text_slots import BARRIER, INLINE, NOT_LINKABLE, NOT_TEXT

# A comment that nobody closes goes on to the end, for browsers too.
_TAG = re.compile(r"""<!--.*?(?:-->|\Z)|<(/?)([a-zA-Z][\w-]*)((?:[^<>"']++|"[^"]*"|'[^']*')*+)>""", re.DOTALL)
_CLASS = re.compile(r"""\bclass=["']([^"']*)""")
_VOID = frozenset(("area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"))
_SILENT = NOT_TEXT | NOT_LINKABLE - {"label"} | {"title"}  # a label may hold a whole line of a list of tasks
# Names of boxes, numbers to compare, what is not ours to say; "kit-lam" says what to do about it.
_SILENT_CLASSES = frozenset(("admonition-title", "the-viec-ten", "van-ban-tt", "so", "kit-gia", "kit-hong", "kit-may"))
_SPEAKING_CLASSES = frozenset(("kit-lam",))


@dataclass
class _Element:
    name: str
    silent: bool
    bold: bool


@dataclass
class _Piece:
    """Text between two tags: where it begins in the page and in its paragraph."""

    at: int
    start: int
    end: int
    silent: bool
    bold: bool


@dataclass
class _Column:
    """Cells of a table that hold numbers alone, and whether another cell of the column shows that they are called."""

    alone: list[Span] = field(default_factory=list)
    is_called: bool = False


class _Reader:
    """Finds the numbers of a page, paragraph by paragraph."""

    def __init__(self, html: str) -> None:
        self.html = html
        self.found: list[Span] = []
        self._open: list[_Element] = []
        self._names: Counter[str] = Counter()  # of the open elements
        self._text, self._length = list[str](), 0  # a text put together bit by bit would be copied for each bit
        self._pieces = list[_Piece]()
        self._tables: list[dict[int, _Column]] = []
        self._cell = 0

    def read(self) -> list[Span]:
        place = 0
        for match in _TAG.finditer(self.html):
            self._take(place, match.start())
            place = match.end()
            if match[2]:
                (self._close if match[1] else self._begin)(match[2].lower(), match[3])
        self._take(place, len(self.html))
        self._end_paragraph()
        return sorted(set(self.found))

    def _take(self, start: int, end: int) -> None:
        if start < end:
            top = self._open[-1] if self._open else _Element("", False, False)
            self._pieces.append(_Piece(start, self._length, self._length + end - start, top.silent, top.bold))
            self._add(self.html[start:end].replace("&nbsp;", "\u00a0" * len("&nbsp;")))  # every place stays

    def _add(self, text: str) -> None:
        self._text.append(text)
        self._length += len(text)

    def _begin(self, name: str, attributes: str) -> None:
        self._between(name)
        if name == "table":
            self._tables.append({})
        elif name == "tr":
            self._cell = -1
        elif name in ("td", "th"):
            self._cell += 1
        if name in _VOID or attributes.endswith("/"):
            return
        around = self._open[-1] if self._open else _Element("", False, False)
        classes = set(found[1].split()) if (found := _CLASS.search(attributes)) else set()
        silent = (around.silent or name in _SILENT or bool(classes & _SILENT_CLASSES)) and not (
            classes & _SPEAKING_CLASSES
        )
        self._open.append(_Element(name, silent, around.bold or name in ("strong", "b")))
        self._names[name] += 1

    def _close(self, name: str, _: str) -> None:
        self._between(name)
        if self._names[name]:
            while True:
                closed = self._open.pop().name
                self._names[closed] -= 1
                if closed == name:
                    break
        if name == "table" and self._tables:
            for column in self._tables.pop().values():
                self.found += column.alone if column.is_called else []

    def _between(self, name: str) -> None:
        if name not in INLINE:
            self._end_paragraph()
        elif name in ("br", "sub", "sup", "img", "input"):
            self._add(" " if name == "br" else BARRIER)

    def _end_paragraph(self) -> None:
        text, pieces = "".join(self._text), self._pieces
        self._text, self._length, self._pieces = [], 0, []
        if not may_hold_numbers(text):
            return
        spans = numbers_in(text, ((piece.start, piece.end) for piece in pieces if piece.bold))
        found = self._places(spans, pieces)
        self.found += found
        if self._tables and self._names["td"]:
            column = self._tables[-1].setdefault(self._cell, _Column())
            column.is_called |= bool(found)
            column.alone += self._places(numbers_alone(text), pieces)

    @staticmethod
    def _places(spans: Iterable[Span], pieces: list[_Piece]) -> list[Span]:
        starts = [piece.start for piece in pieces]
        found = ((start, end, pieces[bisect(starts, start) - 1]) for start, end in spans)
        return [
            (piece.at + start - piece.start, piece.at + end - piece.start)
            for start, end, piece in found
            if not piece.silent and piece.start <= start and end <= piece.end
        ]


def with_calls(html: str) -> str:
    """``html`` with its telephone numbers linked."""
    if not may_hold_numbers(html):
        return html
    made, place = [], 0
    for start, end in _Reader(html).read():
        made += [html[place:start], f'<a href="{escape(address_of(html[start:end]))}">{html[start:end]}</a>']
        place = end
    return "".join(made) + html[place:]


class _PhoneLinks(Postprocessor):
    def run(self, text: str) -> str:
        return with_calls(text)


class PhoneLinks(Extension):
    """Makes the numbers of a page callable."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (the library's name)
        # After what was put aside as HTML is back in its place (30).
        md.postprocessors.register(_PhoneLinks(md), "phone-links", 5)
