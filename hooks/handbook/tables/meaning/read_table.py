"""From an editor's file to a :class:`Table`, or to everything that is wrong with it."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path

from handbook.problem import Problem, Severity
from handbook.source.schema import TableMeta
from handbook.tables.file.grid import Grid, Item, View
from handbook.tables.file.open_file import read_grid
from handbook.tables.meaning.cells import NumberRules, read_dates, read_numbers, read_years, words_cell
from handbook.tables.meaning.column_kinds import infer_kind, is_blank
from handbook.tables.meaning.column_metadata import column_keys, declared_columns, with_row_header
from handbook.tables.meaning.column_rules import lost_zeros, nameless_rows, unclear_column
from handbook.tables.meaning.decimal_sign import written_numbers
from handbook.tables.meaning.layout import Layout, find_layout
from handbook.tables.meaning.repeated_problems import few
from handbook.tables.model import Cell, Column, Table
from handbook.tables.written_numbers import split_number

_UNIT = re.compile(
    r"(?P<title>.*\S)(?:\s*\((?:đơn vị(?: tính)?:?\s*|đvt:?\s*)?(?P<unit>[^()]{1,40})\)|,\s*(?P<sign>[%‰]))",
    re.IGNORECASE,
)


def read_table(path: Path, meta: TableMeta | None, display_path: str) -> tuple[Table | None, tuple[Problem, ...]]:
    """The table in ``path``; ``None`` when any of it cannot be read with certainty."""
    table, problems = inspect_table(path, meta, display_path)
    return (None if any(problem.severity is Severity.ERROR for problem in problems) else table), few(problems)


def inspect_table(path: Path, meta: TableMeta | None, display_path: str) -> tuple[Table | None, tuple[Problem, ...]]:
    """As :func:`read_table`, but a table that holds wrong cells is given too, to say what is known of it."""
    grid, problems = read_grid(path, display_path, meta.sheet if meta else None)
    if grid is None:
        return None, problems
    layout, more = find_layout(grid)
    problems += more
    if layout is None:
        return None, problems
    table, more = _make_table(path.stem, grid, layout, meta)
    return table, problems + more


def _make_table(
    name: str, grid: Grid, layout: Layout, meta: TableMeta | None
) -> tuple[Table | None, tuple[Problem, ...]]:
    meta_path = f"{grid.path.rpartition('.')[0]}.md"
    keys = column_keys(layout.headers)
    said, problems = declared_columns(layout.headers, keys, meta, meta_path)
    merged = _merged_down(grid)
    views = [
        View(
            grid,
            column,
            header,
            layout.body,
            tuple(merged.get((row, column)) or grid.cell(row, column) for row in layout.body),
        )
        for column, header in zip(layout.columns, layout.headers, strict=False)
    ]
    kinds = [column.kind or infer_kind(view.header, view.items) for column, view in zip(said, views, strict=False)]
    rules = NumberRules(
        meta.number_format if meta else None,
        _file_decimal_sign([view for view, kind in zip(views, kinds, strict=False) if kind == "so"]),
        meta_path,
    )
    columns: list[Column] = []
    cells: list[list[Cell]] = []
    for key, view, column, kind in zip(keys, views, said, kinds, strict=False):
        title, unit = column.title or view.header, column.unit
        if not column.title and not unit and kind == "so" and (match := _UNIT.fullmatch(view.header)):
            title, unit = match["title"], (match["unit"] or match["sign"]).strip()
        wrong: list[Problem] = []
        if kind == "so" and not column.kind:
            problems += unclear_column(view, key)
        problems += lost_zeros(view, key)
        if kind == "so":
            read, unit, wrong = read_numbers(
                view, unit, dataclasses.replace(rules, number_format=column.number_format or rules.number_format)
            )
        elif kind == "ngay":
            read, wrong = read_dates(view)
        elif kind == "nam":
            read, wrong = read_years(view)
        else:
            read = [words_cell(item) for item in view.items]
        columns.append(Column(key, title, unit, kind, view.header, column.title_en))
        cells.append(read)
        problems += wrong
    if any(len(read) != len(layout.body) for read in cells):  # a column with impossible dates has gaps
        return None, tuple(problems)
    table = Table(
        name,
        grid.path,
        tuple(columns),
        tuple(zip(*cells, strict=False)),
        layout.notes,
        grid.sheet,
        tuple(grid.numbers[row] for row in layout.body),
    )
    table = with_row_header(table, meta, meta_path, problems)
    problems += nameless_rows(
        views[table.row_header], [row[table.row_header] for row in table.rows], [row[0] for row in table.rows]
    )
    return table, tuple(problems)


def _merged_down(grid: Grid) -> dict[tuple[int, int], Item]:
    """The cells inside vertical merges, with the one value that Excel shows for all their rows."""
    return {
        (row, column): grid.cell(top, left)
        for top, left, bottom, right in grid.spans
        for row in range(top + 1, bottom + 1)
        for column in range(left, right + 1)
    }


def _file_decimal_sign(views: list[View]) -> str | None:
    """The decimal sign that the file's columns of numbers agree on."""
    signs = set()
    for view in views:
        found = written_numbers(
            [None if item.value is not None or is_blank(item) else split_number(item.text) for item in view.items]
        )
        signs |= {sign for sign, kind in ((".", "dot"), (",", "comma")) if found[kind]}
    return signs.pop() if len(signs) == 1 else None
