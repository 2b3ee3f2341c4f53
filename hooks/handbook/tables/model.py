"""The records of a data table: immutable, without any knowledge of files or HTML."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from handbook.vietnamese.text import nfc, slug

ColumnKind = Literal["so", "nam", "ngay", "chu", "nguon"]
Precision = Literal["", "nam", "quy", "thang", "ngay"]
Value = Decimal | int | dt.date | None


#: OWASP, "CSV Injection": a cell that starts so may be run as a formula; downloads guard it with an apostrophe.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


@dataclass(frozen=True)
class Cell:
    """One cell: the text of the file, and what it means in its column.

    ``raw`` is the file's text (NFC, outer spaces removed; a typed spreadsheet
    number as a plain decimal).  ``value`` is a :class:`Decimal` in columns of
    kind ``so`` (with "triệu" and the like multiplied in unless it is the unit
    of the whole column), an ``int`` in ``nam``, a date in ``ngay``, else
    ``None``.  ``exact`` is false where the text says less than its number
    ("hơn 3.000", "8.000-10.000", "2024 (9 tháng)") and where a column of
    numbers holds words.  ``prefix``, ``number``, ``high`` and ``suffix`` are
    the parts of such a text, in order; ``number`` is as written, unscaled.
    ``decimals`` is how many decimals a spreadsheet showed of a calculated
    number; pages show no more, downloads keep them all.
    """

    raw: str
    value: Value = None
    exact: bool = True
    prefix: str = ""
    number: Decimal | None = None
    high: Decimal | None = None
    suffix: str = ""
    precision: Precision = ""
    joiner: str = ""
    decimals: int | None = None


@dataclass(frozen=True)
class Column:
    """A column; ``header`` is what the file calls it, ``key`` its ASCII name."""

    key: str
    title: str
    unit: str | None = None
    kind: ColumnKind = "chu"
    header: str = ""
    title_en: str | None = None

    def title_in(self, language: str) -> str:
        return self.title_en if language == "en" and self.title_en else self.title


@dataclass(frozen=True)
class Table:
    """A table read from ``path`` (as displayed to editors).

    ``notes`` are the lines around the grid of an office sheet (titles above,
    remarks and signatures below), kept in order.  ``row_numbers`` holds the
    line (CSV) or sheet row of each row.  ``row_header`` is the index of the
    column that names the row.
    """

    name: str
    path: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    notes: tuple[str, ...] = ()
    sheet: str = ""
    row_numbers: tuple[int, ...] = ()
    row_header: int = 0

    def columns_in(self, language: str) -> tuple[int, ...]:
        """The columns that pages in ``language`` show.

        ``noi_en`` holds the English text of ``noi`` and takes its place on English pages; where it is not complete both
        stay, so that nothing is lost.
        """
        at = {column.key: i for i, column in enumerate(self.columns)}
        english = {
            at[key.removesuffix("_en")]: i
            for key, i in at.items()
            if key.removesuffix("_en") in at and key.endswith("_en")
        }
        chosen = [i for i in range(len(self.columns)) if i not in english.values()]
        if language != "en":
            return tuple(chosen)
        whole = {base: i for base, i in english.items() if all(row[i].raw or not row[base].raw for row in self.rows)}
        return tuple(whole.get(i, i) for i in chosen)

    def find_column(self, name: str) -> int | None:
        """The position of the column with this key, header or title, with or without accents and unit."""
        wanted = nfc(name).strip()
        key = slug(wanted, "_")
        exact = [i for i, column in enumerate(self.columns) if wanted in (column.key, column.header, column.title)]
        alike = [i for i, column in enumerate(self.columns) if key == column.key]
        titled = [i for i, column in enumerate(self.columns) if key == slug(column.title, "_")]
        return next((found[0] for found in (exact, alike, titled) if len(found) == 1), None)
