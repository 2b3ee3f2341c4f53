"""Words whose letters are not what they seem: TCVN3 and VNI, UTF-8 read as Windows-1252, letters that a program gave up.

Each paragraph or line is told of once; the rules of spelling leave it alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbook.cache.memo import memo
from handbook.checks.page import Page
from handbook.problem import Problem
from handbook.vietnamese.legacy_fonts import CONVERTERS, from_twice_encoded
from handbook.vietnamese.syllables import accented_words, share_of_syllables

_BLOCK = re.compile(r"(?:^[^\n]*[^\W\d_][^\n]*(?:\n|\Z))+", re.MULTILINE)  # lines that hold letters
_LOST = re.compile("[^\\s\ufffd]*\ufffd[^\\s]*")
_LEAST = 2  # words with marks in a block
_SURE, _WRONG = 0.9, 0.6
_SHOWN = 50
_KEPT = 1 << 13  # pages


@memo(_KEPT)
def wrong_blocks(prose: str) -> tuple[tuple[int, int, str, str], ...]:
    """Of each such place its start and end in ``prose``, what it is, and what it says."""
    return tuple(_wrong_blocks(prose)) if not prose.isascii() else ()


def _wrong_blocks(prose: str) -> Iterator[tuple[int, int, str, str]]:
    for block in _BLOCK.finditer(prose):
        if found := _old(block.group()):
            yield block.start(), block.end(), *found
    for line in re.finditer(r"[^\n]+", prose):
        if (meant := from_twice_encoded(line.group())) != line.group():
            yield line.start(), line.end(), "UTF-8 bị đọc nhầm thành bảng mã khác", meant


def _old(text: str) -> tuple[str, str] | None:
    words = {word for word in accented_words(text) if any(char.isalpha() for char in word)}
    if len(words) < _LEAST or any("\u1ea0" <= char <= "\u1ef9" for word in words for char in word):
        return None
    if share_of_syllables(words) >= _WRONG:
        return None
    name, convert = max(CONVERTERS.items(), key=lambda pair: share_of_syllables({pair[1](word) for word in words}))
    is_sure = share_of_syllables({convert(word) for word in words}) >= _SURE
    return (f"theo bảng mã {name}, không phải Unicode", convert(text)) if is_sure else None


def is_wrong(prose: str, offset: int) -> bool:
    """Whether ``offset`` lies in words that are told of here."""
    return any(first <= offset < last for first, last, _, _ in wrong_blocks(prose))


def lost_letters(page: Page) -> Iterator[Problem]:
    for first, _, what, meant in wrong_blocks(page.prose) if page.is_vietnamese else ():
        line_end = page.prose.find("\n", first)
        shown = page.prose[first : line_end if line_end >= 0 else None].strip()[:_SHOWN]
        yield page.problem(
            first,
            f"Chữ {what}: “{shown}” là “{meant.strip().split(chr(10))[0][:_SHOWN]}”.",
            "Chuyển sang Unicode bằng công cụ chuyển mã của UniKey (Ctrl+Shift+F6), rồi dán lại.",
        )
    for match in _LOST.finditer(page.text):
        yield page.problem(
            match.start(),
            f"“{match.group()[:_SHOWN]}”: chữ có dấu đã mất, thành dấu \ufffd.",
            "Chép lại chữ ấy từ bản gốc.",
        )
