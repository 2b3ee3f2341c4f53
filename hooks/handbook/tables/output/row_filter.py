"""Choose rows of a table by the text of its cells."""

from __future__ import annotations

import difflib
from collections.abc import Mapping

from handbook.problem import Problem
from handbook.tables.model import Table
from handbook.tables.number_text import cell_text, machine_text
from handbook.vietnamese.text import nfc


def select_rows(
    table: Table, where: Mapping[str, str], path: str = "", line: int = 0
) -> tuple[tuple[int, ...], tuple[Problem, ...]]:
    """Positions of the rows where every named column has the given text.

    A value may list alternatives with ``|``.  ``path`` and ``line`` say where
    the selection is written.  An unknown column, or a value that no row has,
    is a problem: a filter must not empty a table silently.
    """
    chosen = list(range(len(table.rows)))
    problems = []
    for name, wanted in where.items():
        column = table.find_column(name)
        if column is None:
            keys = ", ".join(column.key for column in table.columns)
            problems.append(
                Problem(
                    path or table.path,
                    line,
                    f"Bảng “{table.name}” không có cột “{name}”.",
                    f"Cách sửa: chọn một trong: {keys}.",
                    "bang-cot-la",
                )
            )
            continue
        for alternative in _alternatives(wanted):
            if not any(alternative in texts_of(table, row, column) for row in range(len(table.rows))):
                near = difflib.get_close_matches(
                    alternative, sorted({row[column].raw for row in table.rows}), n=1, cutoff=0.6
                )
                hint = f"có phải ý bạn là “{near[0]}”?" if near else "chép đúng chữ trong ô của bảng."
                problems.append(
                    Problem(
                        path or table.path,
                        line,
                        f"Cột “{name}” của bảng “{table.name}” không có ô nào ghi “{alternative}”.",
                        f"Cách sửa: {hint}",
                        "bang-loc-trong",
                    )
                )
        chosen = [row for row in chosen if texts_of(table, row, column) & set(_alternatives(wanted))]
    if not chosen and not problems:
        asked = ", ".join(f"{name}: {wanted}" for name, wanted in where.items())
        problems.append(
            Problem(
                path or table.path,
                line,
                f"Không hàng nào của bảng “{table.name}” hợp cùng lúc với {asked}.",
                "Cách sửa: bớt điều kiện, hoặc xem lại bảng.",
                "bang-loc-trong",
            )
        )
    return tuple(chosen), tuple(problems)


def texts_of(table: Table, row: int, column: int) -> set[str]:
    """All the ways a cell may be named: as in the file, as shown, as in the download."""
    cell = table.rows[row][column]
    return {cell.raw, cell_text(cell, table.columns[column], "vi"), machine_text(cell, table.columns[column])}


def _alternatives(wanted: str) -> list[str]:
    return [nfc(part).strip() for part in str(wanted).split("|")]
