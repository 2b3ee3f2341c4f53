"""Where a province stands among the others, in tables that hold (nearly) all of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from handbook.places.by_province import ProvinceTable
from handbook.tables.number_text import cell_text

_ALL = (34, 63)
_NEARLY = 0.9
_RANKS = frozenset(("thu_hang", "hang", "xep_hang"))
_NO_MEASURE = _RANKS | {"stt", "tt", "so_thu_tu"}
_FEW = 5  # rows; next to each other in a shorter list says nothing


@dataclass(frozen=True)
class Place:
    """A row's place by one column, from high to low: ``above`` and ``below`` are the next rows, with their figures.

    ``what`` is "" and ``count`` 0 for a place that the table itself gives in a column of ranks.
    """

    what: str
    name: str
    rank: int
    count: int
    above: str
    below: str
    when: str = ""


def places_in(table: ProvinceTable, row: int, language: str) -> Iterator[Place]:
    """The places of ``row``: one for each column of exact numbers that stands for (nearly) all provinces at one time."""
    columns = table.table.columns
    for number, column in enumerate(columns):
        if column.kind != "so":
            continue
        if column.key in _NO_MEASURE:
            yield from _as_published(table, row, number, language)
            continue
        numbers = {other: value for other in _peers(table, row) if (value := _number(table, other, number)) is not None}
        if row not in numbers or not any(_NEARLY * every <= len(numbers) <= every for every in _ALL):
            continue
        peers = sorted(numbers, key=lambda other: -numbers[other])
        rank = 1 + sum(value > numbers[row] for value in numbers.values())
        at = peers.index(row)
        unit = f" ({column.unit})" if column.unit else ""
        yield Place(
            column.title_in(language) + unit,
            table.table.rows[row][table.column].raw,
            rank,
            len(peers),
            _shown(table, peers[at - 1], number, language) if at else "",
            _shown(table, peers[at + 1], number, language) if at + 1 < len(peers) else "",
            _when(table, row, language),
        )


def _as_published(table: ProvinceTable, row: int, number: int, language: str) -> Iterator[Place]:
    """The place that the table itself gives, and who has the next ones; nothing where those are not in it."""
    mine = _number(table, row, number)
    peers = _peers(table, row)
    ranks = {rank: other for other in peers if (rank := _number(table, other, number)) is not None}
    if table.table.columns[number].key not in _RANKS or mine is None or len(ranks) < _FEW:
        return
    above, below = ranks.get(mine - 1), ranks.get(mine + 1)
    if above is not None or below is not None:
        yield Place(
            "",
            table.table.rows[row][table.column].raw,
            int(mine),
            0,
            table.table.rows[above][table.column].raw if above is not None else "",
            table.table.rows[below][table.column].raw if below is not None else "",
            _when(table, row, language),
        )


def _peers(table: ProvinceTable, row: int) -> list[int]:
    """The rows of other provinces that say the same of the time and of everything else that is told in words."""
    keys = [
        i
        for i, column in enumerate(table.table.columns)
        if column.kind in ("nam", "ngay", "chu") and i != table.column and i not in table.repeated
    ]
    rows = table.table.rows
    mine = [rows[row][i].raw for i in keys]
    found: dict[str, int] = {}
    for other, names in enumerate(table.rows):
        if len(names) == 1 and [rows[other][i].raw for i in keys] == mine:
            if names[0].former + names[0].province.name in found:
                return []  # one province twice: it is no ranking
            found[names[0].former + names[0].province.name] = other
    return list(found.values())


def _when(table: ProvinceTable, row: int, language: str) -> str:
    """The time of the row, where a column gives it."""
    cells = table.table.rows[row]
    return ", ".join(
        cell_text(cells[i], column, language)
        for i, column in enumerate(table.table.columns)
        if column.kind in ("nam", "ngay") and cells[i].raw
    )


def _number(table: ProvinceTable, row: int, column: int) -> Decimal | None:
    """The exact number of a cell in a column of numbers."""
    cell = table.table.rows[row][column]
    return cell.value if cell.exact and isinstance(cell.value, Decimal) else None


def _shown(table: ProvinceTable, row: int, column: int, language: str) -> str:
    cells = table.table.rows[row]
    return f"{cells[table.column].raw} ({cell_text(cells[column], table.table.columns[column], language)})"
