"""Find the table inside an office sheet: titles above, headers, body, remarks below."""

from __future__ import annotations

import re
from dataclasses import dataclass

from handbook.problem import Problem
from handbook.tables.grid import Grid

_NOTE = re.compile(r"(ghi chú|chú thích|chú giải|nguồn|lưu ý|notes?|source|\(?\*+\)?|đơn vị|người lập|thủ trưởng|"
                   r"[^\d]{0,30}ngày\b.{0,20}tháng\b)", re.IGNORECASE)
_NUMBERING = re.compile(r"\(?([A-H]|\d{1,2})\)?(\s*=.*)?")


@dataclass(frozen=True)
class Layout:
    """Positions in a grid: the columns used, their headers, the body rows, other lines."""

    columns: tuple[int, ...]
    headers: tuple[str, ...]
    header_row: int
    body: tuple[int, ...]
    notes: tuple[str, ...]


def find_layout(grid: Grid) -> tuple[Layout | None, tuple[Problem, ...]]:
    """The table in ``grid``, or why none can be made out with certainty."""
    filled = [[column for column, item in enumerate(row) if item.text] for row in grid.rows]
    used = [row for row, columns in enumerate(filled) if columns]
    if not used:
        return None, (Problem(grid.path, 0, "Tệp không có số liệu.", "Cách sửa: thêm hàng tiêu đề và số liệu.", "bang-trong"),)
    first = _first_header_row(grid, filled, used)
    if first is None:
        return None, (grid.problem(used[0], filled[used[0]][0], "không tìm thấy hàng tiêu đề có ít nhất hai cột.",
                                   "đặt tên cột ở một hàng, số liệu ngay bên dưới.", "bang-tieu-de"),)
    titles = [row for row in used if row < first]
    last_header, headers, problems = _headers(grid, filled, first)
    rest = [row for row in used if row > last_header]
    if rest and _is_numbering(grid, filled[rest[0]], rest[0], headers, rest[1:]):
        rest = rest[1:]
    body, tail = _split_tail(grid, filled, rest, headers)
    columns = sorted({column for row in body for column in filled[row]} | set(headers))
    for column in columns:
        if not headers.get(column):
            row = next((row for row in body if column in filled[row]), first)
            problems.append(grid.problem(row, column, "ô có số liệu nhưng cột không có tên ở hàng tiêu đề"
                                         f"{_long_row(grid, row, first)}.",
                                         "đặt tên cho cột, hoặc xóa ô thừa.", "bang-cot-khong-ten"))
    seen: dict[str, int] = {}
    for column in columns:
        name = headers.get(column, "")
        if name and name.casefold() in seen:
            problems.append(grid.problem(first, column, f"tên cột “{name}” trùng với cột "
                                         f"{seen[name.casefold()] + 1}.", "đặt tên khác nhau cho hai cột.", "bang-cot-trung"))
        seen.setdefault(name.casefold(), column)
    problems += _ragged(grid, body, first) + _merged_in_body(grid, body, columns)
    if not body:
        problems.append(grid.problem(first, columns[0], "bảng chỉ có hàng tiêu đề, chưa có số liệu.",
                                     "thêm ít nhất một hàng số liệu.", "bang-trong"))
    if problems:
        return None, tuple(problems)
    notes = tuple(" – ".join(grid.rows[row][column].text for column in filled[row]) for row in titles + tail)
    return Layout(tuple(columns), tuple(headers[column] for column in columns), first, tuple(body), notes), ()


def _first_header_row(grid: Grid, filled: list[list[int]], used: list[int]) -> int | None:
    widest = max(len(filled[row]) for row in used)
    if widest < 2:
        return None
    for row in used:
        wide = {right - left for top, left, bottom, right in grid.spans if top == row and right > left}
        covered = len(filled[row]) + sum(wide)
        if len(filled[row]) >= 2 and covered >= max(2, 0.6 * widest):
            return row
    return None


def _headers(grid: Grid, filled: list[list[int]], first: int) -> tuple[int, dict[int, str], list[Problem]]:
    """The last header row and the full header of each column, two rows joined where merged."""
    depth = max((bottom for top, left, bottom, right in grid.spans if top == first), default=first)
    parents = {column: grid.rows[first][column].text for column in filled[first]}
    spread: dict[int, str] = {}
    for top, left, bottom, right in grid.spans:
        if top <= first <= bottom and left in parents:
            spread.update({column: parents[left] for column in range(left, right + 1) if right > left})
    if depth == first and not spread and _continues(filled, first):
        depth = first + 1
        gaps = [column for column in filled[depth] if column not in parents]
        for gap in gaps:
            owner = max((column for column in parents if column < gap), default=None)
            if owner is not None:
                spread[gap] = spread[owner] = parents[owner]
    elif depth == first and spread:
        depth = first + 1
    if depth == first:
        return first, {column: _one_line(text) for column, text in parents.items()}, []
    headers: dict[int, str] = {}
    problems: list[Problem] = []
    for column in range(grid.width):
        parts = [spread.get(column) or parents.get(column, "")]
        for row in range(first + 1, depth + 1):
            text = grid.rows[row][column].text if row < len(grid.rows) else ""
            if text and text != parts[-1]:
                parts.append(text)
        name = " – ".join(_one_line(part) for part in parts if part)
        if name:
            headers[column] = name
    return depth, headers, problems


def _continues(filled: list[list[int]], first: int) -> bool:
    """Whether the next row names the gaps of a header row whose merges a CSV has lost."""
    if first + 1 >= len(filled):
        return False
    top, below = filled[first], filled[first + 1]
    gaps = [column for column in range(top[0], max(top[-1], below[-1] if below else 0) + 1) if column not in top]
    if not gaps or not below or not set(gaps) <= set(below):
        return False
    owners = {max(column for column in top if column < gap) for gap in gaps}
    return set(below) == set(gaps) | owners and top[0] not in below


def _is_numbering(grid: Grid, columns: list[int], row: int, headers: dict[int, str], later: list[int]) -> bool:
    """A row ``(1) (2) (3)`` or ``A B 1 2`` under the headers, which only counts columns."""
    texts = [grid.rows[row][column].text for column in columns]
    if len(texts) < max(2, len(headers) - 1) or not all(_NUMBERING.fullmatch(text) for text in texts):
        return False
    names = [_NUMBERING.fullmatch(text)[1] for text in texts]
    digits = [int(name) for name in names if name.isdigit()]
    letters = [name for name in names if not name.isdigit()]
    counted = digits == list(range(1, len(digits) + 1)) and letters == [chr(65 + i) for i in range(len(letters))]
    if not counted or names != letters + [str(digit) for digit in digits]:
        return False
    if letters or all(text.startswith("(") for text in texts):
        return True
    worded = [column for column in columns if later and all(
        re.search(r"[^\W\d_]{2}", grid.rows[below][column].text) for below in later[:5])]
    return len(digits) >= 3 and bool(worded)


def _split_tail(grid: Grid, filled: list[list[int]], rest: list[int], headers: dict[int, str]) -> tuple[list[int], list[int]]:
    """Body rows, and the remarks and signatures that end an office sheet."""
    end = len(rest)
    last_full = max((i for i, row in enumerate(rest) if len(filled[row]) > max(2, len(headers) // 2)), default=-1)
    for index in range(len(rest)):
        row = rest[index]
        columns = filled[row]
        texts = [grid.rows[row][column].text for column in columns]
        gap = index > 0 and row > rest[index - 1] + 1
        alone = len(columns) == 1 and len(headers) > 1
        if index > last_full and len(headers) > 1 and (
                alone and (_NOTE.match(texts[0]) or len(texts[0]) > 60 or gap)
                or gap and len(columns) <= 2 < len(headers) and not any(re.search(r"\d", text) for text in texts)):
            end = index
            break
    return rest[:end], rest[end:]


def _long_row(grid: Grid, row: int, header: int) -> str:
    if grid.lengths and grid.lengths[row] != grid.lengths[header]:
        return f" (dòng này có {grid.lengths[row]} ô, hàng tiêu đề có {grid.lengths[header]} ô)"
    return ""


def _ragged(grid: Grid, body: list[int], header: int) -> list[Problem]:
    if not grid.lengths:
        return []
    return [grid.problem(row, grid.lengths[row] - 1, f"dòng có {grid.lengths[row]} ô mà hàng tiêu đề có {grid.lengths[header]} ô.",
                         "thêm dấu ngăn cột cho ô trống, hoặc đặt ô có dấu ngăn cột trong dấu nháy kép.", "csv-so-o")
            for row in body if grid.lengths[row] < grid.lengths[header]]


def _merged_in_body(grid: Grid, body: list[int], columns: list[int]) -> list[Problem]:
    inside = set(body)
    return [grid.problem(top, left, f"ô này được gộp ngang qua {right - left + 1} cột trong phần số liệu.",
                         "bỏ gộp ô (Merge & Center), mỗi cột ghi giá trị riêng.", "bang-gop-o")
            for top, left, bottom, right in grid.spans if top in inside and right > left and left in columns]


def _one_line(text: str) -> str:
    return " ".join(text.split())
