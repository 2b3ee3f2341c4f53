"""One figure of a table for running text, with its unit."""

from __future__ import annotations

from collections.abc import Mapping

from handbook.problem import Problem
from handbook.tables.model import Table
from handbook.tables.number_text import cell_text
from handbook.tables.output.row_filter import select_rows

_NBSP = "\u00a0"  # a figure and its unit stay on one line


def figure(
    table: Table, where: Mapping[str, str], column: str, language: str = "vi", path: str = "", line: int = 0
) -> str | Problem:
    """The cell of ``column`` in the one row that ``where`` selects: ``14,02%``, ``hơn 480.000 người``.

    ``path`` and ``line`` say where the figure is quoted.  A selection of no or
    several rows, and an empty cell, are problems.
    """
    rows, problems = select_rows(table, where, path, line)
    position = table.find_column(column)
    if problems:
        return problems[0]
    if position is None:
        keys = ", ".join(known.key for known in table.columns)
        return Problem(
            path or table.path,
            line,
            f"Bảng “{table.name}” không có cột “{column}”.",
            f"Cách sửa: chọn một trong: {keys}.",
            "bang-cot-la",
        )
    if len(rows) != 1:
        count = "không hàng nào" if not rows else f"{len(rows)} hàng"
        return Problem(
            path or table.path,
            line,
            f"Điều kiện chọn số trong bảng “{table.name}” hợp với {count}, cần đúng một hàng.",
            "Cách sửa: thêm hoặc bớt điều kiện (tên cột: giá trị).",
            "so-trich",
        )
    cell, found = table.rows[rows[0]][position], table.columns[position]
    text = cell_text(cell, found, language)
    if not text or cell.value is None and found.kind != "chu":
        return Problem(
            path or table.path,
            line,
            f"Ô được trích ở cột “{column}” của bảng “{table.name}” "
            + ("để trống." if not text else f"không phải là số: “{text}”."),
            "Cách sửa: chọn hàng khác hoặc viết thẳng con số kèm nguồn.",
            "so-trich",
        )
    if found.kind != "so" or not found.unit or cell.suffix.strip().startswith("%"):
        return text
    if found.unit.startswith(("%", "‰")):
        return f"{text}{found.unit}"
    return f"{text}{_NBSP}{found.unit}"
