"""From an editor's file to a :class:`Table`, or to everything that is wrong with it."""

from __future__ import annotations

import difflib
import re
from pathlib import Path

from handbook.problem import Problem, Severity
from handbook.schema import ColumnMeta, TableMeta
from handbook.tables.cells import column_evidence, read_dates, read_numbers, read_years
from handbook.tables.files import read_grid
from handbook.tables.grid import Grid, Item
from handbook.tables.kinds import infer_kind
from handbook.tables.layout import Layout, find_layout
from handbook.tables.model import Cell, Column, Table
from handbook.text import slug

_UNIT = re.compile(r"(?P<title>.*\S)\s*\((?:đơn vị(?: tính)?:?\s*|đvt:?\s*)?(?P<unit>[^()]{1,40})\)", re.IGNORECASE)


def read_table(path: Path, meta: TableMeta | None, display_path: str) -> tuple[Table | None, tuple[Problem, ...]]:
    """The table in ``path``; ``None`` when any of it cannot be read with certainty."""
    grid, problems = read_grid(path, display_path, meta.sheet if meta else None)
    if grid is None:
        return None, problems
    layout, more = find_layout(grid)
    problems += more
    if layout is None:
        return None, problems
    table, more = _make_table(path.stem, grid, layout, meta)
    problems += more
    return (None if any(problem.severity is Severity.ERROR for problem in problems) else table), problems


def _make_table(name: str, grid: Grid, layout: Layout, meta: TableMeta | None) -> tuple[Table, tuple[Problem, ...]]:
    meta_path = f"{grid.path.rpartition('.')[0]}.md"
    keys = _keys(layout.headers)
    said, problems = _column_metas(layout.headers, keys, meta, meta_path)
    items = [[_filled(grid, row, column) for row in layout.body] for column in layout.columns]
    kinds = [said[i].kind or infer_kind(header, items[i]) for i, header in enumerate(layout.headers)]
    elsewhere = _file_decimal_sign([items[i] for i, kind in enumerate(kinds) if kind == "so"])
    columns: list[Column] = []
    cells: list[list[Cell]] = []
    for i, header in enumerate(layout.headers):
        title, unit = said[i].title or header, said[i].unit
        if unit is None and not said[i].title and kinds[i] == "so" and (match := _UNIT.fullmatch(header)):
            title, unit = match["title"], match["unit"]
        if kinds[i] == "so":
            read, found_unit, wrong = read_numbers(grid, layout.columns[i], layout.body, items[i], elsewhere,
                                                   meta.number_format if meta else None, unit, meta_path)
            unit = unit or found_unit
        elif kinds[i] == "ngay":
            read, wrong = read_dates(grid, layout.columns[i], layout.body, items[i])
        elif kinds[i] == "nam":
            read, wrong = read_years(items[i]), []
        else:
            read, wrong = [Cell(item.text) for item in items[i]], []
        columns.append(Column(keys[i], title, unit, kinds[i], header, said[i].title_en))
        cells.append(read)
        problems += wrong
    table = Table(name, grid.path, tuple(columns), tuple(zip(*cells)), layout.notes, grid.sheet,
                  tuple(grid.numbers[row] for row in layout.body))
    return _with_row_header(table, meta, meta_path, problems), tuple(problems)


def _filled(grid: Grid, row: int, column: int) -> Item:
    """The cell; inside a vertical merge the one value that Excel shows for all its rows."""
    item = grid.rows[row][column] if column < len(grid.rows[row]) else Item()
    if item.text:
        return item
    for top, left, bottom, right in grid.spans:
        if left <= column <= right and top < row <= bottom:
            return grid.rows[top][left]
    return item


def _keys(headers: tuple[str, ...]) -> list[str]:
    keys: list[str] = []
    for header in headers:
        key = slug(header, "_")
        keys.append(key if key not in keys else f"{key}_{len(keys) + 1}")
    return keys


def _column_metas(headers: tuple[str, ...], keys: list[str], meta: TableMeta | None,
                  meta_path: str) -> tuple[list[ColumnMeta], list[Problem]]:
    found: list[ColumnMeta] = [ColumnMeta() for _ in keys]
    problems = []
    for name, column in (meta.columns if meta else {}).items():
        index = next((i for i, header in enumerate(headers) if name in (header, keys[i]) or slug(name, "_") == keys[i]), None)
        if index is None:
            problems.append(unknown_column(meta_path, f"cot.{name}", name, keys))
        else:
            found[index] = column
    return found, problems


def unknown_column(meta_path: str, where: str, name: str, keys: list[str]) -> Problem:
    near = difflib.get_close_matches(slug(name, "_"), keys, n=1, cutoff=0.6)
    fix = f"có phải ý bạn là “{near[0]}”?" if near else f"chọn một trong: {', '.join(keys)}."
    return Problem(meta_path, 0, f"Khóa “{where}” nêu cột không có trong bảng.", f"Cách sửa: {fix}", "bang-cot-la")


def _file_decimal_sign(columns: list[list[Item]]) -> str | None:
    signs = set()
    for items in columns:
        found = column_evidence(items)
        signs |= {sign for sign, kind in ((".", "dot"), (",", "comma")) if found[kind]}
    return signs.pop() if len(signs) == 1 else None


def _with_row_header(table: Table, meta: TableMeta | None, meta_path: str, problems: list[Problem]) -> Table:
    import dataclasses

    if meta and meta.row_header:
        index = table.find_column(meta.row_header)
        if index is None:
            problems.append(unknown_column(meta_path, "hang_dau", meta.row_header, [column.key for column in table.columns]))
            return table
    else:
        # An ordinal number names no row: take the column after it.
        index = 1 if table.columns[0].key in ("stt", "tt", "so_tt", "so_thu_tu") and len(table.columns) > 1 else 0
    return dataclasses.replace(table, row_header=index)
