"""XLSX, ODS and XLS: the chosen sheet as a grid of typed cells."""

from __future__ import annotations

import datetime as dt
import unicodedata
from decimal import Decimal
from pathlib import Path

from python_calamine import CalamineWorkbook

from handbook.problem import Problem
from handbook.tables.grid import EMPTY, Grid, Item
from handbook.tables.numbers import from_float


def read_workbook(path: Path, display_path: str, sheet: str | None) -> tuple[Grid | None, tuple[Problem, ...]]:
    """The sheet named ``sheet``, or the only one with anything in it."""
    book = CalamineWorkbook.from_path(str(path))
    names = [name for name in book.sheet_names if book.get_sheet_by_name(name).height]
    if sheet is not None and sheet not in names or not names or sheet is None and len(names) > 1:
        return None, (_which_sheet(display_path, names, sheet),)
    found = book.get_sheet_by_name(sheet or names[0])
    rows = tuple(tuple(_item(value) for value in row) for row in found.to_python(skip_empty_area=False))
    spans = tuple((top, left, bottom, right) for (top, left), (bottom, right) in found.merged_cell_ranges or ())
    return Grid(display_path, rows, tuple(range(1, len(rows) + 1)), found.name, spans), ()


def _which_sheet(path: str, names: list[str], wanted: str | None) -> Problem:
    listed = ", ".join(f'"{name}"' for name in names)
    if not names:
        return Problem(path, 0, "Tệp không có trang tính nào có số liệu.", "Cách sửa: mở tệp, kiểm tra lại rồi lưu.", "bang-trong")
    message = (f'Không có trang tính "{wanted}"; tệp có: {listed}.' if wanted else
               f"Tệp có {len(names)} trang tính: {listed}.")
    return Problem(path, 0, message, f'Cách sửa: ghi trang_tinh: "{names[0]}" (tên trang tính cần lấy) vào tệp .md '
                   "cùng tên.", "trang-tinh")


def _item(value: object) -> Item:
    if isinstance(value, bool):
        return Item("TRUE" if value else "FALSE")
    if isinstance(value, (int, float)):
        number = from_float(float(value)) if isinstance(value, float) else Decimal(value)
        return Item(f"{number:f}", number)
    if isinstance(value, dt.datetime):
        if value.time() == dt.time():
            return Item(value.date().isoformat(), value.date(), precision="ngay")
        return Item(value.isoformat(sep=" "))
    if isinstance(value, dt.date):
        return Item(value.isoformat(), value, precision="ngay")
    text = unicodedata.normalize("NFC", str(value)).strip()
    return Item(text) if text else EMPTY
