"""Data tables that have provinces, turned round: for each province, its rows of every such table.

A table is "by province" when one of its columns of words holds provinces: old names or new ones, with or without
"tỉnh", several joined with "+".  No editor has to say so.  A name that is not known there is told, with the
nearest one, because its row would be on no province's page.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from handbook.cache.last_result import Latest
from handbook.catalogue.catalog import Catalog
from handbook.places.names import bracket_of, comparable
from handbook.places.register import COMMUNES, PROVINCES, Found, PlaceRegister
from handbook.problem import Problem, Severity
from handbook.tables import Table

_COUNTRY = frozenset(
    [
        "ca nuoc",
        "toan quoc",
        "viet nam",
        "trung binh ca nuoc",
        "binh quan ca nuoc",
        "tong",
        "tong so",
        "tong cong",
        "trung binh",
        "cac tinh",
    ]
)
_NAMED = ("tinh", "dia_phuong", "thanh_pho")
_MOSTLY = 0.6  # of the names in a column
SUPPORT = "ho-tro-"
_tables: Latest[tuple[tuple[ProvinceTable, ...], tuple[Problem, ...]]] = Latest()


@dataclass(frozen=True)
class ProvinceTable:
    """A table by province: which column names them, which others only repeat the province, whose each row is.

    ``rows`` gives for each row the provinces it belongs to (several for "Đà Nẵng + Quảng Nam", one name as the
    table has it each); ``country`` are the rows about the whole country.
    """

    key: str
    table: Table
    column: int
    repeated: tuple[int, ...]
    rows: tuple[tuple[Found, ...], ...]
    country: frozenset[int]

    def rows_of(self, name: str) -> tuple[int, ...]:
        """The rows of the province called ``name`` today, those of its former provinces too."""
        return tuple(
            number for number, found in enumerate(self.rows) if any(one.province.name == name for one in found)
        )

    def former_of(self, name: str) -> tuple[str, ...]:
        """The former provinces, now part of ``name``, that its rows are about, each once."""
        return tuple(
            dict.fromkeys(
                one.former for found in self.rows for one in found if one.province.name == name and one.former
            )
        )


def province_tables(catalog: Catalog, places: PlaceRegister) -> tuple[tuple[ProvinceTable, ...], tuple[Problem, ...]]:
    """Every table by province, in the order of their addresses, and names in them that are no province's."""
    tables = {key: table for key, table in catalog.tables.items() if key not in (PROVINCES, COMMUNES)}
    return _tables.of("tables", (tables, places), lambda: _find(tables, places))


def _find(tables: Mapping[str, Table], places: PlaceRegister) -> tuple[tuple[ProvinceTable, ...], tuple[Problem, ...]]:
    found: list[ProvinceTable] = []
    problems: list[Problem] = []
    for key, table in sorted(tables.items()):
        columns = [number for number in range(len(table.columns)) if _is_of_provinces(table, number, places)]
        if not columns:
            continue
        # Of several columns (old name, new name, as published) the finest says whose row it is.
        column = max(columns, key=lambda number: (_fineness(table, number, places), -number))
        wrong = list(_wrong_names(table, columns, places))
        problems += wrong + list(_contradictions(table, column, columns, places))
        rows = []
        country = set()
        for number, row in enumerate(table.rows):
            at = next((i for i in (column, *columns) if row[i].raw), column)
            rows.append(tuple(_names(row[at].raw, places, _is_of_former(table.columns[at].key))))
            if not rows[-1] and any(_is_country(row[i].raw) for i in columns):
                country.add(number)
        found.append(
            ProvinceTable(
                key,
                table,
                column,
                tuple(i for i in columns if i != column),
                tuple(rows),
                frozenset(country),
            )
        )
    return tuple(found), tuple(problems)


def _pieces(text: str) -> list[str]:
    """The names in a cell: ``Đà Nẵng + Quảng Nam``."""
    return [piece.strip() for piece in text.split("+") if piece.strip()]


def _names(text: str, places: PlaceRegister, former: bool = False) -> Iterator[Found]:
    for piece in _pieces(text):
        found = places.find(piece)
        if found:
            # "Đà Nẵng (cũ)", or "Đà Nẵng" in a column of former names: the one that had the name of today's.
            is_former = former or bracket_of(piece).casefold() in ("cũ", "trước hợp nhất", "trước sáp nhập")
            yield Found(found.province, found.province.name) if is_former and not found.former else found


def _is_of_former(key: str) -> bool:
    """Whether a column's name says that it holds former names: ``tinh_cu``."""
    return "cu" in key.split("_")


def _is_country(text: str) -> bool:
    return comparable(text.partition("(")[0]) in _COUNTRY


def _is_of_provinces(table: Table, number: int, places: PlaceRegister) -> bool:
    column = table.columns[number]
    if column.kind in ("nguon", "ngay", "nam"):
        return False
    names = {row[number].raw for row in table.rows if row[number].raw and not _is_country(row[number].raw)}
    pieces = [piece for name in names for piece in _pieces(name)]
    known = {found.former or found.province.name for piece in pieces if (found := places.find(piece))}
    if not known or len([piece for piece in pieces if places.find(piece)]) < _MOSTLY * len(pieces):
        return False
    return len(known) > 1 or any(word in column.key for word in _NAMED)


def _fineness(table: Table, number: int, places: PlaceRegister) -> tuple[bool, int]:
    """Whether the column tells former provinces, and how many names it has."""
    found = [one for row in table.rows for one in _names(row[number].raw, places)]
    return any(one.former for one in found), len(found)


def _line(table: Table, row: int) -> int:
    return table.row_numbers[row] if row < len(table.row_numbers) else 0


def _wrong_names(table: Table, columns: list[int], places: PlaceRegister) -> Iterator[Problem]:
    for number, row in enumerate(table.rows):
        for column in columns:
            for piece in _pieces(row[column].raw):
                if places.find(piece) or _is_country(piece):
                    continue
                near = places.near(piece)
                yield Problem(
                    table.path,
                    _line(table, number),
                    f"Không có tỉnh, thành phố nào tên “{piece}”, nên dòng này không lên trang tỉnh nào.",
                    f"Có phải ý bạn là “{near}”?"
                    if near
                    else "Ghi đúng tên tỉnh cũ hoặc mới; số của cả nước thì ghi “Cả nước”.",
                    "tinh-la",
                    Severity.ERROR if near else Severity.HINT,
                )


def _contradictions(table: Table, column: int, columns: list[int], places: PlaceRegister) -> Iterator[Problem]:
    """Rows whose old and new province do not belong together."""
    for number, row in enumerate(table.rows):
        mine = {one.province.name for one in _names(row[column].raw, places)}
        for other in columns:
            theirs = {one.province.name for one in _names(row[other].raw, places)}
            if mine and theirs and not mine & theirs:
                yield Problem(
                    table.path,
                    _line(table, number),
                    f"“{row[column].raw}” nay thuộc {', '.join(sorted(mine))}, "
                    f"nhưng cột “{table.columns[other].title}” ghi “{row[other].raw}”.",
                    "Sửa một trong hai ô.",
                    "tinh-lech",
                )
