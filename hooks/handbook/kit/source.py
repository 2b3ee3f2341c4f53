"""Kit blocks as they stand in Markdown: where each begins and ends, and its lines.

Page and check read the same text with this module, so that what is checked is what is shown.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from handbook.vietnamese.text import nfc, slug

#: What a block can be called.
NAMES = ("man-hinh", "tin-nhan", "so-do", "the-cat", "to-in", "bai-loa", "bai-dang", "cau-hoi", "bieu-mau", "hinh-ve")
#: Blocks of the handbook that are no kit blocks.
OTHER_NAMES = ("so-lieu", "the-viec")
ANY_BLOCK = re.compile(r"^(?P<indent>[ ]*)/{3,}[ ]*(?P<name>[^\s|/]+)[ ]*(?:\|[ ]*(?P<title>.*?))?[ ]*$")
_CLOSE = re.compile(r"^[ ]*/{3,}[ ]*$")
_MARK = re.compile(r"^(?P<mark>\*[ ]*)?(?P<key>[^\W_](?:[\w ./-]{0,20}\w)?)[ ]*:(?:[ ]+(?P<value>.*))?$")


@dataclass(frozen=True)
class Line:
    """A line of a block: its text without the block's own indentation, its number in the text from 1."""

    text: str
    number: int


@dataclass(frozen=True)
class RawBlock:
    """One block as written; ``start`` and ``end`` are the numbers of its first and last line.

    ``is_closed`` is false when another block begins, or the text ends, before its ``///``.
    """

    name: str
    title: str
    start: int
    end: int
    indent: int
    lines: tuple[Line, ...]
    is_closed: bool = True

    @property
    def digest(self) -> str:
        """A name for the text of the block, by which the book finds it again."""
        text = "\n".join([self.name, self.title, *(line.text for line in self.lines)])
        return hashlib.sha256(nfc(text).encode()).hexdigest()[:8]


@dataclass(frozen=True)
class Entry:
    """``key: value`` of a block; ``number`` is its line, ``is_marked`` says that ``*`` stands before it."""

    key: str
    value: str
    number: int
    is_marked: bool = False


def raw_blocks(lines: Sequence[str], plain: Sequence[str] | None = None) -> Iterator[RawBlock]:
    """The kit blocks in ``lines``; ``plain`` are the same lines with code blanked out."""
    plain = plain or lines
    position = 0
    while position < len(lines):
        opening = ANY_BLOCK.match(plain[position])
        if not opening or opening["name"] not in NAMES:
            position += 1
            continue
        end = position + 1
        while end < len(lines) and not _CLOSE.match(plain[end]) and not ANY_BLOCK.match(plain[end]):
            end += 1
        is_closed = end < len(lines) and bool(_CLOSE.match(plain[end]))
        indent = len(opening["indent"])
        inside = tuple(
            Line(nfc(lines[at][min(indent, _indent(lines[at])) :].rstrip().expandtabs(4)), at + 1)
            for at in range(position + 1, end)
        )
        title = nfc((ANY_BLOCK.match(lines[position]) or opening)["title"] or "").strip()
        last = end if is_closed else end - 1
        yield RawBlock(opening["name"], title, position + 1, last + 1, indent, inside, is_closed)
        position = last + 1


def entry_of(line: Line) -> tuple[str, str, bool] | None:
    """Key, value and mark of a line ``* key: value``, as written; ``None`` for any other line."""
    found = _MARK.match(line.text)
    return (found["key"], (found["value"] or "").strip(), bool(found["mark"])) if found else None


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip(" "))


# Values that are names for programs, not words for readers.
_CODED = frozenset(
    [
        "id",
        "het-han",
        "kiem-tra",
        "kho",
        "loai",
        "kenh",
        "nang-luc",
        "de",
        "qr",
        "xem",
        "anh",
        "mua",
        "chu-de",
        "rong",
        "hang",
        "hinh",
        "net",
        "mang",
        "thu",
        "doc",
    ]
)
_KEY_PART = re.compile(r"[ ]*(?:\*[ ]*)?[^:\n]*:[ ]?")
_SIGN_PART = re.compile(r"\{\d{1,2}:|\[[ xX]\]|^[ ]*#+")


def marked_up(text: str) -> Iterator[tuple[int, int]]:
    """Where in ``text`` kit blocks hold what is no prose: keys, names for programs, marks."""
    for _, start, line in _inner_lines(text):
        key = entry_of(Line(line.strip(), 0))
        if key and (key[2] or len(key[0]) < 20):
            name = slug(key[0])
            if name in _CODED and name != "anh":
                yield start, start + len(line)
            elif found := _KEY_PART.match(line):
                yield start, start + found.end()
        for found in _SIGN_PART.finditer(line):
            yield start + found.start(), start + found.end()


def without_blocks(text: str) -> str:
    """``text`` with the lines inside kit blocks blanked out, every other character where it was."""
    made = list(text)
    for _, start, line in _inner_lines(text):
        made[start : start + len(line)] = " " * len(line)
    return "".join(made)


def ids_in(text: str) -> frozenset[str]:
    """The ids of the kit blocks in ``text``, to which a link may lead."""
    found = (entry_of(Line(line.strip(), 0)) for _, _, line in _inner_lines(text))
    return frozenset(entry[1] for entry in found if entry and entry[0] == "id")


def _inner_lines(text: str) -> Iterator[tuple[RawBlock, int, str]]:
    """Each line inside a block with its offset in ``text``."""
    if "///" not in text:
        return
    lines = text.split("\n")
    offsets = [0]
    for line in lines:
        offsets.append(offsets[-1] + len(line) + 1)
    for block in raw_blocks(lines):
        for inner in block.lines:
            yield block, offsets[inner.number - 1], lines[inner.number - 1]
