"""Find the table inside an office sheet: titles above, headers, body, remarks below."""

from __future__ import annotations

import re
from dataclasses import dataclass

from handbook.problem import Problem, Severity
from handbook.tables.file.grid import Grid
from handbook.tables.meaning.headers import Filled, first_header_row, is_numbering, read_headers
from handbook.tables.meaning.layout_rules import body_problems, header_problems

_NOTE = re.compile(
    r"(ghi chú|chú thích|chú giải|nguồn|lưu ý|notes?\b|source|\(?\*+\)?|đơn vị|[^\d]{0,30}\bngày\b.{0,20}\btháng\b)",
    re.IGNORECASE,
)
_SIGNATURE = re.compile(
    r"(người lập|thủ trưởng|giám đốc|chủ tịch|kế toán|bí thư|\(?ký|tm\.|kt\.|nơi nhận)", re.IGNORECASE
)


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
        return None, (
            Problem(grid.path, 0, "Tệp không có số liệu.", "Cách sửa: thêm hàng tiêu đề và số liệu.", "bang-trong"),
        )
    first = first_header_row(grid, filled, used)
    if first is None:
        return None, (
            grid.problem(
                used[0],
                filled[used[0]][0],
                "không tìm thấy hàng tiêu đề có ít nhất hai cột.",
                "đặt tên cột ở một hàng, số liệu ngay bên dưới.",
                "bang-tieu-de",
            ),
        )
    last, headers = read_headers(grid, filled, first)
    rest = [row for row in used if row > last]
    if rest and is_numbering(grid, filled[rest[0]], rest[0], len(headers), rest[1:]):
        rest = rest[1:]
    body, tail = _split_tail(grid, filled, rest, len(headers))
    columns = sorted({column for row in body for column in filled[row]} | set(headers))
    problems = [
        *header_problems(grid, first, body, filled, headers, columns),
        *body_problems(grid, body, filled, first, headers),
    ]
    if not body and not problems:
        problems.append(
            Problem(
                grid.path,
                0,
                "Bảng chỉ có hàng tiêu đề, chưa có số liệu.",
                "Cách sửa: thêm ít nhất một hàng số liệu.",
                "bang-trong",
            )
        )
    if any(problem.severity is Severity.ERROR for problem in problems):
        return None, tuple(problems)
    around = [row for row in used if row < first] + tail
    notes = tuple(
        " – ".join(grid.cell(row, column).text for column in filled[row]).replace(": – ", ": ") for row in around
    )
    return Layout(tuple(columns), tuple(headers[column] for column in columns), tuple(body), notes), tuple(problems)


def _split_tail(grid: Grid, filled: Filled, rest: list[int], width: int) -> tuple[list[int], list[int]]:
    """Body rows, and the remarks and signatures that end an office sheet."""
    full = width if width <= 3 else width // 2 + 1
    last_full = max((index for index, row in enumerate(rest) if len(filled[row]) >= full), default=-1)
    for index in range(last_full + 1, len(rest)):
        row = rest[index]
        texts = [grid.cell(row, column).text for column in filled[row]]
        after_gap = index > 0 and row > rest[index - 1] + 1
        is_note = bool(_NOTE.match(texts[0]))
        remark = len(texts) == 1 and (is_note or len(texts[0]) > 60 or after_gap)
        remark = remark or len(texts) <= 2 and texts[0].endswith(":") and is_note  # "Nguồn:" | "Sở …"
        remark = remark or len(texts) == 1 and bool(re.match(r"\(\d{1,2}\)\s*\S", texts[0]))  # "(1) Số liệu sơ bộ"
        wordy = not any(re.search(r"\d", text) for text in texts)
        signed = wordy and (after_gap and len(texts) <= 2 or any(_SIGNATURE.match(text) for text in texts))
        if remark or signed:
            return rest[:index], rest[index:]
    return rest, []
