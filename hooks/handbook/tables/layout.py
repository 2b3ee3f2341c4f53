"""Find the table inside an office sheet: titles above, headers, body, remarks below."""

from __future__ import annotations

import re
from dataclasses import dataclass

from handbook.problem import Problem
from handbook.tables.grid import Grid
from handbook.tables.headers import (
    Filled,
    first_header_row,
    is_numbering,
    number_in_header,
    read_headers,
)

_NOTE = re.compile(r"(ghi chú|chú thích|chú giải|nguồn|lưu ý|notes?\b|source|\(?\*+\)?|đơn vị|[^\d]{0,30}\bngày\b.{0,20}\btháng\b)",
                   re.IGNORECASE)
_SIGNATURE = re.compile(r"(người lập|thủ trưởng|giám đốc|chủ tịch|kế toán|bí thư|\(?ký|tm\.|kt\.|nơi nhận)", re.IGNORECASE)
_NEXT_TABLE = re.compile(r"(bảng|biểu)\s+(số\s+)?[\dIVX]+\s*[.:]", re.IGNORECASE)


@dataclass(frozen=True)
class Layout:
    """Positions in a grid: the columns used, their headers, the body rows, the lines around."""

    columns: tuple[int, ...]
    headers: tuple[str, ...]
    body: tuple[int, ...]
    notes: tuple[str, ...]


def find_layout(grid: Grid) -> tuple[Layout | None, tuple[Problem, ...]]:
    """The table in ``grid``, or why none can be made out with certainty."""
    filled: Filled = [[column for column, item in enumerate(row) if item.text] for row in grid.rows]
    used = [row for row, columns in enumerate(filled) if columns]
    if not used:
        return None, (Problem(grid.path, 0, "Tệp không có số liệu.", "Cách sửa: thêm hàng tiêu đề và số liệu.", "bang-trong"),)
    first = first_header_row(grid, filled, used)
    if first is None:
        return None, (grid.problem(used[0], filled[used[0]][0], "không tìm thấy hàng tiêu đề có ít nhất hai cột.",
                                   "đặt tên cột ở một hàng, số liệu ngay bên dưới.", "bang-tieu-de"),)
    last, headers = read_headers(grid, filled, first)
    rest = [row for row in used if row > last]
    if rest and is_numbering(grid, filled[rest[0]], rest[0], len(headers), rest[1:]):
        rest = rest[1:]
    body, tail = _split_tail(grid, filled, rest, len(headers))
    columns = sorted({column for row in body for column in filled[row]} | set(headers))
    problems = [*_header_problems(grid, first, body, filled, headers, columns), *_body_problems(grid, body, filled, first, headers)]
    if not body:
        problems.append(grid.problem(first, columns[0], "bảng chỉ có hàng tiêu đề, chưa có số liệu.",
                                     "thêm ít nhất một hàng số liệu.", "bang-trong"))
    if problems:
        return None, tuple(problems)
    around = [row for row in used if row < first] + tail
    notes = tuple(" – ".join(grid.cell(row, column).text for column in filled[row]) for row in around)
    return Layout(tuple(columns), tuple(headers[column] for column in columns), tuple(body), notes), ()


def _split_tail(grid: Grid, filled: Filled, rest: list[int], width: int) -> tuple[list[int], list[int]]:
    """Body rows, and the remarks and signatures that end an office sheet."""
    full = width if width <= 3 else width // 2 + 1
    last_full = max((index for index, row in enumerate(rest) if len(filled[row]) >= full), default=-1)
    for index in range(last_full + 1, len(rest)):
        row = rest[index]
        texts = [grid.cell(row, column).text for column in filled[row]]
        after_gap = index > 0 and row > rest[index - 1] + 1
        remark = len(texts) == 1 and (_NOTE.match(texts[0]) or len(texts[0]) > 60 or after_gap)
        wordy = not any(re.search(r"\d", text) for text in texts)
        signed = wordy and (after_gap and len(texts) <= 2 or any(_SIGNATURE.match(text) for text in texts))
        if remark or signed:
            return rest[:index], rest[index:]
    return rest, []


def _header_problems(grid: Grid, first: int, body: list[int], filled: Filled, headers: dict[int, str], columns: list[int]):
    for column in filled[first]:
        if number_in_header(grid.cell(first, column)):
            yield grid.problem(first, column, f"hàng đầu bảng phải là tên cột, ở đây lại là số “{grid.cell(first, column).text}”.",
                               "thêm một hàng tên cột lên trên số liệu.", "bang-tieu-de")
    for column in columns:
        if not headers.get(column):
            row = next(row for row in body if column in filled[row])
            counts = ""
            if grid.lengths and grid.lengths[row] != grid.lengths[first]:
                counts = f" (dòng này có {grid.lengths[row]} ô, hàng tiêu đề có {grid.lengths[first]} ô)"
            yield grid.problem(row, column, f"ô ghi “{grid.cell(row, column).text}” nhưng cột không có tên ở hàng tiêu đề{counts}.",
                               "đặt tên cho cột, hoặc xóa ô thừa; trong CSV, ô có dấu ngăn cột phải nằm trong dấu nháy kép.",
                               "bang-cot-khong-ten")
    seen: dict[str, int] = {}
    for column in columns:
        name = headers.get(column, "").casefold()
        if name and name in seen:
            yield grid.problem(first, column, f"tên cột “{headers[column]}” đã dùng ở cột thứ {seen[name] + 1}.",
                               "đặt tên khác nhau cho hai cột.", "bang-cot-trung")
        seen.setdefault(name, column)


def _body_problems(grid: Grid, body: list[int], filled: Filled, first: int, headers: dict[int, str]):
    names = [" ".join(grid.cell(first, column).text.split()) for column in filled[first]]
    for row in body:
        texts = [" ".join(grid.cell(row, column).text.split()) for column in filled[row]]
        if grid.lengths and grid.lengths[row] < grid.lengths[first]:
            yield grid.problem(row, grid.lengths[row] - 1, f"dòng có {grid.lengths[row]} ô mà hàng tiêu đề có {grid.lengths[first]} ô.",
                               "thêm dấu ngăn cột cho ô trống.", "csv-so-o")
        if texts == names or len(texts) == 1 and _NEXT_TABLE.match(texts[0]):
            yield grid.problem(row, filled[row][0], f"“{texts[0]}”: ở đây bắt đầu một bảng thứ hai.",
                               "mỗi tệp (hoặc mỗi trang tính) chỉ để một bảng; tách bảng thứ hai sang tệp khác.", "bang-hai")
    inside = set(body)
    for top, left, _, right in grid.spans:
        if top in inside and right > left and left in headers:
            yield grid.problem(top, left, f"ô này được gộp ngang qua {right - left + 1} cột trong phần số liệu.",
                               "bỏ gộp ô (Merge & Center), mỗi cột ghi giá trị riêng.", "bang-gop-o")
