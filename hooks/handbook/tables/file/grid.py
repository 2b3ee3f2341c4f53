"""The raw grid of a file: every cell with its place, before any meaning."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from handbook.problem import Problem, Severity
from handbook.tables.model import Precision


@dataclass(frozen=True, slots=True)
class Item:
    """A cell as found: its text, and its typed value where a spreadsheet has one.

    ``unit`` is what the format writes beside a typed number, ``decimals`` how
    many of its decimals a spreadsheet shows.
    """

    text: str = ""
    value: Decimal | dt.date | None = None
    unit: str = ""
    precision: Precision = ""
    decimals: int | None = None


EMPTY = Item()
Span = tuple[int, int, int, int]  # first row, first column, last row, last column (0-based, inclusive)


@dataclass(frozen=True)
class Grid:
    """Rectangular cells; ``numbers`` are the lines (CSV) or sheet rows, from 1."""

    path: str
    rows: tuple[tuple[Item, ...], ...]
    numbers: tuple[int, ...]
    sheet: str = ""
    spans: tuple[Span, ...] = ()
    lengths: tuple[int, ...] = ()  # cells written in each row, where a file can leave some out

    @property
    def width(self) -> int:
        return max((len(row) for row in self.rows), default=0)

    def place(self, row: int, column: int) -> str:
        """Where a cell is, in an editor's words: ``trang tính "Sheet1", ô C7``."""
        if self.sheet:
            return f'trang tính "{self.sheet}", ô {cell_name(self.numbers[row], column)}'
        return f"cột thứ {column + 1}"

    def cell(self, row: int, column: int) -> Item:
        return self.rows[row][column] if column < len(self.rows[row]) else EMPTY

    def problem(
        self, row: int, column: int, message: str, fix: str, code: str, severity: Severity = Severity.ERROR
    ) -> Problem:
        line = 0 if self.sheet else self.numbers[row]
        return Problem(self.path, line, f"{self.place(row, column)}: {message}", f"Cách sửa: {fix}", code, severity)


@dataclass(frozen=True)
class View:
    """One column of the body: its cells in order, and where each stands."""

    grid: Grid
    column: int
    header: str
    rows: tuple[int, ...]
    items: tuple[Item, ...]

    def place(self, index: int) -> str:
        """``ô C7`` in a sheet, ``dòng 7`` in a CSV: to point at a second cell."""
        number = self.grid.numbers[self.rows[index]]
        return f"ô {cell_name(number, self.column)}" if self.grid.sheet else f"dòng {number}"

    def problem(self, index: int, message: str, fix: str, code: str, severity: Severity = Severity.ERROR) -> Problem:
        found = self.grid.problem(self.rows[index], self.column, message, fix, code, severity)
        if self.grid.sheet:
            return found
        return Problem(found.path, found.line, f"cột “{self.header}”: {message}", found.fix, code, severity)


def column_letter(column: int) -> str:
    """The spreadsheet name of a 0-based column: 0 → A, 26 → AA."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def cell_name(row_number: int, column: int) -> str:
    return f"{column_letter(column)}{row_number}"
