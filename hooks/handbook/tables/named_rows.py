"""Rows of a named-column table (CSV or a spreadsheet) with their lines."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from handbook.problem import Problem
from handbook.tables.file.open_file import read_grid
from handbook.vietnamese.text import nfc


@dataclass(frozen=True)
class Record:
    """One row: its line (CSV) or sheet row, and the text of each column."""

    line: int
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "")

    def many(self, column: str) -> tuple[str, ...]:
        """The values of a cell that may hold several, separated by ``;``."""
        return tuple(part.strip() for part in self[column].split(";") if part.strip())


def read_records(
    path: Path,
    display_path: str,
    required: Sequence[str],
    optional: Sequence[str],
    column_of: Callable[[str], str] = str,
) -> tuple[tuple[Record, ...], tuple[Problem, ...]]:
    """The rows below the header; nothing if a required column is missing.

    ``column_of`` gives the name of a column by what its header says.
    """
    grid, found = read_grid(path, display_path, None)
    if grid is None or not grid.rows:
        return (), found or (
            Problem(display_path, 0, "Bảng trống.", f"Dòng đầu phải là: {','.join(required)}.", "bang-trong"),
        )
    problems = list(found)
    written = [nfc(item.text).strip() for item in grid.rows[0]]
    header = [column_of(name) if name else "" for name in written]
    known = [*required, *optional]
    for index, name in enumerate(header):
        if name and name not in known:
            near = difflib.get_close_matches(name, known, n=1, cutoff=0.6)
            hint = f"Có phải ý bạn là “{near[0]}”?" if near else f"Các cột có thể dùng: {', '.join(known)}."
            problems.append(
                Problem(
                    display_path, grid.numbers[0], f"Không có cột “{written[index]}” trong bảng này.", hint, "cot-la"
                )
            )
        elif name and name in header[:index]:
            problems.append(
                Problem(display_path, grid.numbers[0], f"Cột “{name}” có hai lần.", "Giữ lại một cột.", "cot-trung")
            )
    missing = [name for name in required if name not in header]
    if missing:
        problems.append(
            Problem(
                display_path,
                grid.numbers[0],
                f"Thiếu cột {', '.join(missing)}.",
                "Thêm tên cột vào dòng đầu, đúng từng chữ.",
                "cot-thieu",
            )
        )
        return (), tuple(problems)
    records = []
    for number, row in zip(grid.numbers[1:], grid.rows[1:], strict=True):
        texts = [nfc(item.text).strip() for item in row]
        if any(text for text, name in zip(texts, header, strict=True) if not name):
            problems.append(
                Problem(
                    display_path,
                    number,
                    "Dòng này có nhiều ô hơn dòng tên cột.",
                    "Ô có dấu phẩy phải đặt trong dấu nháy kép.",
                    "dong-thua-o",
                )
            )
        if any(texts):
            records.append(Record(number, {name: text for name, text in zip(header, texts, strict=True) if name}))
    return tuple(records), tuple(problems)
