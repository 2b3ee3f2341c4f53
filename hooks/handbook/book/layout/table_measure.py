"""How wide the columns of a table want to be.

All widths are in em of the table's own type, estimated from the widths of
Source Sans Pro's letters.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

from handbook.book.html_tree.inline import Node, plain
from handbook.book.html_tree.unbreakable_spaces import LONGEST_WORD, NBSP, joints, pieces
from handbook.book.layout.headings_and_labels import every_node
from handbook.cache.memo import memo

PAGE_REFERENCE = " (tr.\u00a0999)"  # what the template adds to a link inside the book
HEAD_LINES = 3
_WIDEST_WISH_EM = 28.0
_NARROW = re.compile(r"[ ,.:;'’|Iijlí!ìỉĩịft()\[\]{}\-/r]")
_WIDE = re.compile(r"[mwMW%@—…]")
_CAPITAL = re.compile(r"[A-ZĐÀ-ÝĂÂÊÔƠƯ]")


@memo(1 << 16)  # most words of a language are a few thousand
def text_width(text: str) -> float:
    """The width of ``text`` on one line, in em, a little on the safe side."""
    return (
        0.52 * len(text)
        - 0.22 * len(_NARROW.findall(text))
        + 0.3 * len(_WIDE.findall(text))
        + 0.1 * len(_CAPITAL.findall(text))
    )


CELL_PADDING_EM = 0.8  # both sides of a cell together
HALF_A_WORD_EM = 1.1
MOST_ROWS_TRIED = 60


@dataclass(frozen=True)
class Column:
    """What one column holds: least width, wished width, the width of each cell's text."""

    least: float
    wish: float
    cells: tuple[float, ...]


def columns_of(head: list, body: list, count: int) -> list[Column]:
    rows = [row for row in body if len(row) == count]
    names = [text_of(cell["c"]) for cell in head[-1]] if head and len(head[-1]) == count else [""] * count
    columns = []
    for index in range(count):
        texts = [text_of(row[index]["c"]) for row in rows]
        cells = tuple(text_width(text) for text in texts)
        least = max(*map(_longest_word, [names[index], *texts]), _head_width(names[index])) + 0.3
        wish = max(least, text_width(names[index]) / 2 + 1, _usual(cells))
        columns.append(Column(least, wish, cells))
    return columns


def _head_width(name: str) -> float:
    """The narrowest column in which a heading takes no more than ``HEAD_LINES`` lines."""
    words = [text_width(word) for word in name.split(" ")]
    width = max(words)
    while width < sum(words) + len(words):
        lines, used = 1, 0.0
        for word in words:
            lines, used = (lines + 1, word) if used and used + word + 0.25 > width else (lines, used + word + 0.25)
        if lines <= HEAD_LINES:
            break
        width += 0.5
    return width


def _usual(cells: tuple[float, ...]) -> float:
    """A width that nearly every cell would like: all of few, nine tenths of many."""
    if not cells:
        return 0.0
    ordered = sorted(cells)
    chosen = ordered[-1] if len(ordered) < 12 else ordered[int(0.9 * (len(ordered) - 1))]
    return min(chosen + 0.3, _WIDEST_WISH_EM + math.sqrt(chosen))


def _longest_word(text: str) -> float:
    """The width of the widest piece of ``text`` that may not break."""
    return max((text_width(part) for word in text.split(" ") for part in _firm_parts(word)), default=0.5)


def _firm_parts(word: str) -> list[str]:
    if NBSP in word or (len(word) <= LONGEST_WORD and word.isalpha()):
        return [word]
    return [part for piece, kind in pieces(word) for part in (joints(piece) if kind == "long" else [piece])]


def is_reference(node: Node) -> bool:
    """Whether the template prints a page number after ``node``."""
    return node.get("t") == "ref" and not node.get("quiet")


def text_of(blocks: list[Node]) -> str:
    """The text of a cell, with its no-break spaces."""
    parts: list[str] = []
    for block in blocks:
        if block["t"] == "p":
            parts.append(
                plain(block["c"]) + PAGE_REFERENCE * sum(is_reference(node) for node in every_node(block["c"]))
            )
        elif block["t"] == "list":
            parts.extend(text_of(item["c"]) for item in block["items"])
        elif block.get("c") and isinstance(block["c"][0], dict) and "t" in block["c"][0]:
            parts.append(text_of(block["c"]))
    return " ".join(parts)


def mean_height(columns: list[Column], widths: list[float]) -> float:
    """Mean number of lines of a row."""
    rows = list(zip(*(column.cells for column in columns), strict=False))
    return sum(_lines(row, widths) for row in rows) / len(rows) if rows else 0.0


def tallest(columns: list[Column], widths: list[float]) -> float:
    return max((_lines(row, widths) for row in zip(*(column.cells for column in columns), strict=False)), default=0.0)


def lowered(columns: list[Column], widths: list[float]) -> list[float]:
    """``widths`` changed, their sum kept, as long as that takes lines off the table.

    What one column gives another is tried for every pair; of a long table some rows stand for all.
    """
    every = max(1, len(columns[0].cells) // MOST_ROWS_TRIED)
    cells = [column.cells[::every] for column in columns]
    now = list(widths)
    lines = [[_cell_lines(cell, width) for cell in column] for column, width in zip(cells, now, strict=True)]
    best = sum(map(max, zip(*lines, strict=True)))
    for step in (3.0, 1.2, 0.5):
        changed = True
        while changed:
            changed = False
            for giver in range(len(now)):
                if now[giver] - step < columns[giver].least:
                    continue
                given = [_cell_lines(cell, now[giver] - step) for cell in cells[giver]]
                for taker in range(len(now)):
                    if taker == giver:
                        continue
                    taken = [_cell_lines(cell, now[taker] + step) for cell in cells[taker]]
                    others = [lines[one] for one in range(len(now)) if one not in (giver, taker)]
                    total = sum(map(max, zip(given, taken, *others, strict=True)))
                    if total < best:
                        now[giver] -= step
                        now[taker] += step
                        lines[giver], lines[taker], best, changed = given, taken, total, True
                        break
    return now


def _cell_lines(width: float, room: float) -> int:
    """How many lines a text of ``width`` takes in a column of ``room``, both in em."""
    # Lines are seldom full: half a word is lost at the end of each but the last.
    return 1 if width <= room else math.ceil(width / max(room - HALF_A_WORD_EM, room / 2))


def _lines(row: tuple[float, ...], widths: list[float]) -> float:
    return max((_cell_lines(width, room) for width, room in zip(row, widths, strict=True) if room > 0), default=0)
