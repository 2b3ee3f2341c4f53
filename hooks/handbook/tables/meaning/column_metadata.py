"""What the metadata says about columns, matched with the columns of the file."""

from __future__ import annotations

import dataclasses
import difflib

from handbook.problem import Problem
from handbook.source.schema import ColumnMeta, TableMeta
from handbook.tables.meaning.column_rules import ORDINALS
from handbook.tables.model import Table
from handbook.vietnamese.text import slug


def column_keys(headers: tuple[str, ...]) -> list[str]:
    """An ASCII name for each header; a repeated one gets its position."""
    keys: list[str] = []
    for header in headers:
        key = slug(header, "_")
        keys.append(key if key not in keys else f"{key}_{len(keys) + 1}")
    return keys


def declared_columns(
    headers: tuple[str, ...], keys: list[str], meta: TableMeta | None, meta_path: str
) -> tuple[list[ColumnMeta], list[Problem]]:
    """What the metadata says about each column, and what it says about columns that are not there."""
    found: list[ColumnMeta] = [ColumnMeta() for _ in keys]
    problems = []
    for name, column in (meta.columns if meta else {}).items():
        key = slug(name, "_")
        named = [i for i, known in enumerate(keys) if key == known]
        # "Doanh thu" may be said for "Doanh thu (tỷ USD)".
        named = named or [i for i, header in enumerate(headers) if key == slug(header.partition("(")[0], "_")]
        if len(named) == 1:
            found[named[0]] = column
        else:
            problems.append(unknown_column(meta_path, ("cot", name), name, keys))
    return found, problems


def unknown_column(meta_path: str, place: tuple[str, ...], name: str, keys: list[str]) -> Problem:
    near = difflib.get_close_matches(slug(name, "_"), keys, n=1, cutoff=0.6)
    fix = f"có phải ý bạn là “{near[0]}”?" if near else f"chọn một trong: {', '.join(keys)}."
    return Problem(
        meta_path,
        0,
        f"Khóa “{'.'.join(place)}” nêu cột không có trong bảng.",
        f"Cách sửa: {fix}",
        "bang-cot-la",
        key=place,
    )


def with_row_header(table: Table, meta: TableMeta | None, meta_path: str, problems: list[Problem]) -> Table:
    """The table with the column that names its rows: as declared, else the first that is no ordinal."""
    if meta and meta.row_header:
        index = table.find_column(meta.row_header)
        if index is None:
            problems.append(
                unknown_column(meta_path, ("hang_dau",), meta.row_header, [column.key for column in table.columns])
            )
            return table
    else:
        # An ordinal number names no row: take the column after it.
        index = 1 if table.columns[0].key in ORDINALS and len(table.columns) > 1 else 0
    return dataclasses.replace(table, row_header=index)
