"""XLSX, ODS and XLS: the chosen sheet as a grid of typed cells."""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

from python_calamine import (
    CalamineSheet,
    CalamineWorkbook,
    SheetVisibleEnum,
)

from handbook.problem import Problem
from handbook.tables.details import Details, date_precision, is_percent, padding
from handbook.tables.grid import EMPTY, Grid, Item, cell_name, column_letter
from handbook.tables.numerals import from_float
from handbook.text import nfc


def read_workbook(
    path: Path, display_path: str, sheet: str | None, details_of: Callable[[Path, str], Details]
) -> tuple[Grid | None, tuple[Problem, ...]]:
    """The sheet named ``sheet``, or the only visible one with anything in it."""
    try:
        with CalamineWorkbook.from_path(str(path)) as book:
            found, problem = _choose(book, display_path, sheet)
            if found is None:
                return None, (problem,)
            values, name, spans = found.to_python(skip_empty_area=False), found.name, found.merged_cell_ranges or ()
        details = details_of(path, name)
    except BaseException as error:  # readers raise whatever a broken file makes them stumble over
        if not isinstance(error, Exception) and type(error).__name__ != "PanicException":  # calamine's, from Rust
            raise
        return None, (
            Problem(
                display_path,
                0,
                f"Không mở được tệp bảng tính ({type(error).__name__}); tệp có thể bị hỏng hoặc đặt mật khẩu.",
                "Cách sửa: mở bằng Excel hoặc LibreOffice, bỏ mật khẩu, lưu thành .xlsx.",
                "bang-hong",
            ),
        )
    details.spans = details.spans or [(top, left, bottom, right) for (top, left), (bottom, right) in spans]
    rows = tuple(
        tuple(_item(value, details.formats.get((r, c), "")) for c, value in enumerate(row))
        for r, row in enumerate(values)
    )
    grid = Grid(display_path, rows, tuple(range(1, len(rows) + 1)), name, tuple(details.spans))
    return grid, tuple(_untold(grid, details))


def _choose(book: CalamineWorkbook, path: str, wanted: str | None) -> tuple[CalamineSheet | None, Problem | None]:
    visible = [info.name for info in book.sheets_metadata if info.visible is SheetVisibleEnum.Visible]
    names = [name for name in visible if book.get_sheet_by_name(name).height]
    listed = ", ".join(f'"{name}"' for name in names)
    if not names:
        return None, Problem(
            path, 0, "Tệp không có trang tính nào có số liệu.", "Cách sửa: mở tệp, kiểm tra lại rồi lưu.", "bang-trong"
        )
    chosen = names if wanted is None else [name for name in names if nfc(name).strip() == wanted]
    if len(chosen) == 1:
        return book.get_sheet_by_name(chosen[0]), None
    message = (
        f'Không có trang tính "{wanted}"; tệp có: {listed}.' if wanted else f"Tệp có {len(names)} trang tính: {listed}."
    )
    return None, Problem(
        path,
        0,
        message,
        f'Cách sửa: ghi trang_tinh: "{names[0]}" (tên trang tính cần lấy) vào tệp .md cùng tên.',
        "trang-tinh",
    )


def _item(value: object, code: str) -> Item:
    if isinstance(value, bool):
        return Item("TRUE" if value else "FALSE")
    if isinstance(value, (int, float)):
        number = from_float(float(value)) if isinstance(value, float) else Decimal(value)
        if is_percent(code):
            number = from_float(float(value) * 100)
            return Item(f"{number:f}%", number, percent=True)
        if padding(code) and number == number.to_integral_value() and number >= 0:
            return Item(f"{int(number):0{padding(code)}d}")
        return Item(f"{number:f}", number)
    if isinstance(value, dt.datetime) and value.time() != dt.time():
        return Item(value.isoformat(sep=" ", timespec="minutes"))
    if isinstance(value, dt.date):
        day = value.date() if isinstance(value, dt.datetime) else value
        return Item(day.isoformat(), day, precision=date_precision(code))
    # Excel writes line ends of a cell as \r\n or, escaped, _x000D_\n.
    text = (
        unicodedata.normalize("NFC", str(value))
        .replace("_x000D_", "")
        .replace("\r\n", "\n")
        .replace("\r", "\n")
        .strip()
    )
    return Item(text) if text else EMPTY


def _untold(grid: Grid, details: Details):
    """Cells that Excel shows otherwise than their value says, or does not show at all."""
    for (row, column), text in sorted(details.errors.items()):
        where = f'trang tính "{grid.sheet}", ô {cell_name(row + 1, column)}'
        if text.startswith("="):
            yield Problem(
                grid.path,
                0,
                f"{where}: công thức {text} chưa có kết quả.",
                "Cách sửa: mở tệp bằng Excel rồi lưu lại, hoặc dán giá trị (Paste Values).",
                "o-cong-thuc",
            )
        else:
            yield Problem(grid.path, 0, f"{where}: ô báo lỗi {text}.", "Cách sửa: sửa công thức hoặc xóa ô.", "o-loi")
    for row in sorted(details.hidden_rows):
        if row < len(grid.rows) and any(item.text for item in grid.rows[row]):
            yield Problem(
                grid.path,
                0,
                f'trang tính "{grid.sheet}", hàng {row + 1} đang ẩn mà có số liệu.',
                "Cách sửa: bỏ ẩn (hoặc bỏ lọc) nếu muốn đăng, xóa hàng nếu không.",
                "o-an",
            )
    for column in sorted(details.hidden_columns):
        if any(column < len(row) and row[column].text for row in grid.rows):
            yield Problem(
                grid.path,
                0,
                f'trang tính "{grid.sheet}", cột {column_letter(column)} đang ẩn mà có số liệu.',
                "Cách sửa: bỏ ẩn nếu muốn đăng, xóa cột nếu không.",
                "o-an",
            )
