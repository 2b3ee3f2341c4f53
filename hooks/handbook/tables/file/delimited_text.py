"""CSV and its relatives: the separator found, every row with its line."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter

from handbook.problem import Problem
from handbook.tables.file.grid import EMPTY, Grid, Item
from handbook.tables.model import FORMULA_STARTS

_NAMES = {",": "dấu phẩy", ";": "dấu chấm phẩy", "\t": "phím Tab", "|": "dấu gạch đứng"}


def read_separated(text: str, display_path: str) -> tuple[Grid | None, tuple[Problem, ...]]:
    """``text`` (NFC, ``\\n`` line ends) as a grid."""
    declared = re.match(r'"?sep=([,;\t|])"?[ \t]*\n', text, re.IGNORECASE)
    skipped = 0
    if declared:  # Excel's own first line
        text, skipped = text[declared.end() :], 1
    parsed: dict[str, list[tuple[int, list[str]]]] = {}
    failure: Problem | None = None
    for separator in declared[1] if declared else _NAMES:
        try:
            parsed[separator] = _rows(text, separator, skipped)
        except _Unclosed as error:
            failure = failure or Problem(
                display_path,
                error.line + skipped,
                "Dấu nháy kép trong dòng này đặt sai hoặc không đóng.",
                'Cách sửa: ô có dấu nháy kép phải viết "…""…""…", hoặc mở tệp bằng Excel rồi lưu lại.',
                "csv-nhay",
            )
    scores = {separator: _score(rows) for separator, rows in parsed.items()}
    scores = {separator: score for separator, score in scores.items() if score[1] > 1}
    if not scores:
        return None, (
            failure
            or Problem(
                display_path,
                1,
                "Không tìm thấy dấu ngăn cột (phẩy, chấm phẩy hoặc Tab).",
                "Cách sửa: mở bằng Excel, chọn Lưu thành, kiểu CSV UTF-8 hoặc .xlsx.",
                "csv-dau-ngan",
            ),
        )
    best = max(scores.values())
    winners = [separator for separator, score in scores.items() if score == best]
    if len(winners) > 1:
        listed = ", ".join(_NAMES[separator] for separator in winners)
        return None, (
            Problem(
                display_path,
                1,
                f"Không rõ dấu nào ngăn cột: {listed} đều khớp.",
                "Cách sửa: lưu lại tệp thành .xlsx.",
                "csv-dau-ngan",
            ),
        )
    rows = parsed[winners[0]]
    if winners[0] == "|":  # a table of Markdown rules off its header with dashes
        rows = [
            (line, row) for line, row in rows if not all(re.fullmatch(r"(\s*:?-{2,}:?)?\s*", value) for value in row)
        ]
    width = max(len(row) for _, row in rows)
    items = tuple(
        tuple(Item(text) if (text := _unguarded(value.strip())) else EMPTY for value in row + [""] * (width - len(row)))
        for _, row in rows
    )
    return Grid(display_path, items, tuple(line for line, _ in rows), lengths=tuple(len(row) for _, row in rows)), ()


def _unguarded(text: str) -> str:
    """Without the apostrophe that our own downloads put before a sign that starts formulas: people edit and drop them back."""
    return text[1:] if text[:1] == "'" and text[1:2] and text[1] in FORMULA_STARTS else text


class _Unclosed(Exception):
    def __init__(self, line: int) -> None:
        self.line = line


def _rows(text: str, separator: str, skipped: int) -> list[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    rows = []
    line = 1
    try:
        for row in reader:
            rows.append((line + skipped, row))
            line = reader.line_num + 1
    except csv.Error as error:
        raise _Unclosed(line) from error
    return rows


def _score(rows: list[tuple[int, list[str]]]) -> tuple[float, int]:
    """How evenly the rows are cut, and into how many columns."""
    counts = Counter(len(row) for _, row in rows if any(value.strip() for value in row))
    if not counts:
        return 0.0, 0
    width, times = max(counts.items(), key=lambda item: (item[1], item[0]))
    return round(times / counts.total(), 2), width
