"""What a sheet must not have: nameless or repeated columns, ragged rows, a second table, merged values."""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbook.problem import Problem
from handbook.tables.grid import Grid
from handbook.tables.headers import Filled, number_in_header

_NEXT_TABLE = re.compile(r"(bảng|biểu)\s+(số\s+)?[\dIVX]+\s*[.:]", re.IGNORECASE)


def header_problems(
    grid: Grid, first: int, body: list[int], filled: Filled, headers: dict[int, str], columns: list[int]
) -> Iterator[Problem]:
    """Problems of the header row: numbers in it, columns without or with the same name."""
    for column in filled[first]:
        if number_in_header(grid.cell(first, column)):
            yield grid.problem(
                first,
                column,
                f"hàng đầu bảng phải là tên cột, ở đây lại là số “{grid.cell(first, column).text}”.",
                "thêm một hàng tên cột lên trên số liệu.",
                "bang-tieu-de",
            )
    for column in columns:
        if not headers.get(column):
            row = next(row for row in body if column in filled[row])
            counts = ""
            if grid.lengths and grid.lengths[row] != grid.lengths[first]:
                counts = f" (dòng này có {grid.lengths[row]} ô, hàng tiêu đề có {grid.lengths[first]} ô)"
            yield grid.problem(
                row,
                column,
                f"ô ghi “{grid.cell(row, column).text}” nhưng cột không có tên ở hàng tiêu đề{counts}.",
                "đặt tên cho cột, hoặc xóa ô thừa; trong CSV, ô có dấu ngăn cột phải nằm trong dấu nháy kép.",
                "bang-cot-khong-ten",
            )
    seen: dict[str, int] = {}
    for column in columns:
        name = headers.get(column, "").casefold()
        if name and name in seen:
            yield grid.problem(
                first,
                column,
                f"tên cột “{headers[column]}” đã dùng ở cột thứ {seen[name] + 1}.",
                "đặt tên khác nhau cho hai cột.",
                "bang-cot-trung",
            )
        seen.setdefault(name, column)


def body_problems(
    grid: Grid, body: list[int], filled: Filled, first: int, headers: dict[int, str]
) -> Iterator[Problem]:
    """Problems of the rows: too short, of another table, merged across columns."""
    names = [" ".join(grid.cell(first, column).text.split()) for column in filled[first]]
    for row in body:
        texts = [" ".join(grid.cell(row, column).text.split()) for column in filled[row]]
        if grid.lengths and grid.lengths[row] < grid.lengths[first]:
            yield grid.problem(
                row,
                grid.lengths[row] - 1,
                f"dòng có {grid.lengths[row]} ô mà hàng tiêu đề có {grid.lengths[first]} ô.",
                "thêm dấu ngăn cột cho ô trống.",
                "csv-so-o",
            )
        if texts == names or len(texts) == 1 and _NEXT_TABLE.match(texts[0]):
            yield grid.problem(
                row,
                filled[row][0],
                f"“{texts[0]}”: ở đây bắt đầu một bảng thứ hai.",
                "mỗi tệp (hoặc mỗi trang tính) chỉ để một bảng; tách bảng thứ hai sang tệp khác.",
                "bang-hai",
            )
    inside = set(body)
    for top, left, _, right in grid.spans:
        if top in inside and right > left and left in headers:
            yield grid.problem(
                top,
                left,
                f"ô này được gộp ngang qua {right - left + 1} cột trong phần số liệu.",
                "bỏ gộp ô (Merge & Center), mỗi cột ghi giá trị riêng.",
                "bang-gop-o",
            )
