"""Header rows of office sheets: found, merged cells joined, rows that only count columns known."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal

from handbook.tables.file.grid import Grid, Item
from handbook.tables.meaning.column_kinds import YEAR
from handbook.tables.number_text import date_text
from handbook.tables.written_numbers import split_number

_NUMBERING = re.compile(r"\(?([A-H]|\d{1,2})\)?(\s*=.*)?")
# The letterhead of Vietnamese office papers (Nghị định 30/2020/NĐ-CP, Phụ lục I) stands above the table.
_LETTERHEAD = re.compile(
    r"cộng h(òa|oà) xã hội|độc lập\s*[-–]\s*tự do|đảng cộng sản việt nam|\bngày\b.{0,12}\btháng\b.{0,12}\bnăm\b"
    r"|^số:\s*[\d….]*\s*/",
    re.IGNORECASE,
)
Filled = list[list[int]]  # of each row, the columns with anything in them


def first_header_row(grid: Grid, filled: Filled, used: list[int]) -> int | None:
    """The first row that names most of the columns; titles above it have one cell or two."""
    widest = max(len(filled[row]) for row in used)
    for row in used:
        covered = len(filled[row]) + sum(right - left for top, left, bottom, right in grid.spans if top == row)
        if any(_LETTERHEAD.search(grid.cell(row, column).text) for column in filled[row]):
            continue
        if len(filled[row]) >= 2 and covered >= max(2, 0.6 * widest):
            return row
    return None


def read_headers(grid: Grid, filled: Filled, first: int) -> tuple[int, dict[int, str]]:
    """The last header row, and the name of each column; names of several rows are joined by a dash."""
    depth = max((bottom for top, left, bottom, right in grid.spans if top == first), default=first)
    own = {column: _name(grid.cell(first, column)) for column in filled[first]}
    names = {first: own | _across(grid, first)}
    if depth == first and len(names[first]) > len(own):
        depth = first + 1
    elif depth == first and _continues(filled, first):  # a CSV has lost its merges
        depth = first + 1
        for gap in (column for column in filled[depth] if column not in own):
            names[first][gap] = own[max(column for column in own if column < gap)]
    row = first
    while row < depth and (row := row + 1) < len(grid.rows):
        spread = _across(grid, row)
        names[row] = {column: _name(grid.cell(row, column)) for column in filled[row]} | spread
        if row == depth and spread:  # a heading over several columns: theirs are in the next row
            depth += 1
    headers: dict[int, str] = {}
    for column in range(grid.width):
        parts = list(dict.fromkeys(name for row in sorted(names) if (name := names[row].get(column))))
        if parts:
            headers[column] = " – ".join(parts)
    return depth, headers


def _across(grid: Grid, row: int) -> dict[int, str]:
    """The names of merges across columns that begin in ``row``, for each column below them."""
    return {
        column: _name(grid.cell(row, left))
        for top, left, _, right in grid.spans
        if top == row and right > left and grid.cell(row, left).text
        for column in range(left, right + 1)
    }


def _name(item: Item) -> str:
    """The words of a header cell on one line; a typed date as people write it."""
    if isinstance(item.value, dt.date):
        return date_text(item.value, item.precision, "vi")
    return " ".join(item.text.split())


def _continues(filled: Filled, first: int) -> bool:
    """Whether the next row names the gaps of a header row, and the columns left of them, and nothing else."""
    below = filled[first + 1] if first + 1 < len(filled) else []
    top = filled[first]
    gaps = [column for column in range(top[0], max([*top, *below]) + 1) if column not in top]
    if not gaps or not set(gaps) <= set(below):
        return False
    owners = {max(column for column in top if column < gap) for gap in gaps}
    return set(below) == set(gaps) | owners and top[0] not in below


def number_in_header(item: Item) -> bool:
    """Whether a header cell is a plain number, so that the headers are missing; years may head columns."""
    if isinstance(item.value, dt.date) or YEAR.fullmatch(item.text):
        return False
    parts = split_number(item.text)
    return isinstance(item.value, Decimal) or parts is not None and not parts.tail.strip() and parts.exact


def is_numbering(grid: Grid, columns: list[int], row: int, width: int, later: list[int]) -> bool:
    """A row ``(1) (2) (3)`` or ``A B 1 2`` under the headers, which only counts columns."""
    if not later:
        return False  # the only row there is holds data
    found = [_NUMBERING.fullmatch(grid.cell(row, column).text) for column in columns]
    matches = [match for match in found if match]
    if len(matches) < max(2, width - 1) or len(matches) < len(found):
        return False
    names = [match[1] for match in matches]
    letters = [name for name in names if not name.isdigit()]
    digits = [name for name in names if name.isdigit()]
    counted = [chr(65 + i) for i in range(len(letters))] + [str(i + 1) for i in range(len(digits))]
    if names != counted:
        return False
    if letters:
        # "A | 1" may be data too: of groups A, B, C.
        lettered = columns[: len(letters)]
        return not any(re.fullmatch("[A-Z]", grid.cell(below, column).text) for below in later for column in lettered)
    if all(match[0].startswith("(") for match in matches):
        return True
    # Plain 1 2 3 might be data; not where a column of words would have a number in it.
    return len(digits) >= 3 and any(
        all(re.search(r"[^\W\d_]{2}", grid.cell(below, column).text) for below in later[:5])
        for column in columns
        if later
    )
