"""XLSX, ODS and XLS: the chosen sheet as a grid of typed cells."""

from __future__ import annotations

import io
import math
from pathlib import Path

from python_calamine import CalamineWorkbook, SheetVisibleEnum

from handbook.problem import Problem
from handbook.tables.file.grid import Grid
from handbook.tables.file.hidden_content import untold
from handbook.tables.file.limits import MOST_CELLS, too_far
from handbook.tables.file.sheet_details import Details, Place
from handbook.tables.file.sheet_details_ods import ods_details
from handbook.tables.file.sheet_details_xls import xls_details, xls_sheets
from handbook.tables.file.sheet_details_xlsx import xlsx_details
from handbook.tables.file.typed_cells import linked, typed_item
from handbook.vietnamese.text import nfc

_DETAILS = {"xlsx": xlsx_details, "ods": ods_details, "xls": xls_details}


def read_workbook(
    path: Path, display_path: str, sheet: str | None, kind: str
) -> tuple[Grid | None, tuple[Problem, ...]]:
    """The sheet named ``sheet``, or the only visible one with anything in it; ``kind`` is xlsx, ods or xls."""
    try:
        values, name, details, problem = _chosen(path, display_path, sheet, kind)
    except BaseException as error:  # readers raise whatever a broken file makes them stumble over
        if not isinstance(error, Exception) and type(error).__name__ != "PanicException":  # calamine's, from Rust
            raise
        return None, (
            Problem(
                display_path,
                0,
                "Không mở được tệp bảng tính; tệp có thể bị hỏng hoặc đặt mật khẩu.",
                "Cách sửa: mở bằng Excel hoặc LibreOffice, bỏ mật khẩu, lưu thành .xlsx.",
                "bang-hong",
            ),
        )
    if problem:
        return None, (problem,)
    rows = tuple(
        tuple(
            linked(
                typed_item(details.texts.get((r, c), value), details.formats.get((r, c), "")), details.links.get((r, c))
            )
            for c, value in enumerate(row)
        )
        for r, row in enumerate(_without_infinite(values, details))
    )
    # A merge of empty cells, or below the last row with anything in it, means nothing.
    spans = (
        (top, left, min(bottom, len(rows) - 1), right)
        for top, left, bottom, right in details.spans
        if top < len(rows) and left < len(rows[top]) and rows[top][left].text
    )
    grid = Grid(display_path, rows, tuple(range(1, len(rows) + 1)), name, tuple(spans))
    return grid, tuple(untold(grid, details))


def _chosen(
    path: Path, display_path: str, sheet: str | None, kind: str
) -> tuple[list[list[object]], str, Details, Problem | None]:
    """The values of the sheet to read, its name and its details; or why none can be read."""
    # By its content: its name may say something else.
    book = None if kind == "xls" else CalamineWorkbook.from_filelike(io.BytesIO(path.read_bytes()))
    sheets = xls_sheets(path) if kind == "xls" else {}
    names = [info.name for info in book.sheets_metadata if info.visible is SheetVisibleEnum.Visible] if book else sheets
    details = {name: _DETAILS[kind](path, name) for name in names}
    name, problem = _choose([name for name in names if details[name].last != (-1, -1)], display_path, sheet)
    if problem is None:
        problem = _too_far(details[name].last, display_path, name)
    if problem:
        return [], "", Details(), problem
    found = details[name]
    if book is None:
        return sheets[name], name, found, None
    with book:
        read = book.get_sheet_by_name(name)
        found.spans = found.spans or [
            (top, left, bottom, right) for (top, left), (bottom, right) in read.merged_cell_ranges or ()
        ]
        return [list(row) for row in read.to_python(skip_empty_area=False)], name, found, None


def _without_infinite(values: list[list[object]], details: Details) -> list[list[object]]:
    """Numbers that are none (1E+309, of a division that a program did not stop at) are errors of their cells."""
    for r, row in enumerate(values):
        for c, value in enumerate(row):
            if isinstance(value, float) and not math.isfinite(value):
                details.errors[r, c] = "số vô hạn (quá lớn hoặc chia cho 0)"
                row[c] = ""
    return values


def _too_far(last: Place, path: str, sheet: str) -> Problem | None:
    if (last[0] + 1) * (last[1] + 1) <= 5 * MOST_CELLS:
        return None
    return too_far(last[0] + 1, last[1] + 1, path, sheet)


def _choose(names: list[str], path: str, wanted: str | None) -> tuple[str, Problem | None]:
    listed = ", ".join(f'"{name}"' for name in names)
    if not names:
        return "", Problem(
            path, 0, "Tệp không có trang tính nào có số liệu.", "Cách sửa: mở tệp, kiểm tra lại rồi lưu.", "bang-trong"
        )
    chosen = names if wanted is None else [name for name in names if nfc(name).strip() == wanted]
    if len(chosen) == 1:
        return chosen[0], None
    message = (
        f'Không có trang tính "{wanted}"; tệp có: {listed}.' if wanted else f"Tệp có {len(names)} trang tính: {listed}."
    )
    return "", Problem(
        path,
        0,
        message,
        f'Cách sửa: ghi trang_tinh: "{names[0]}" (tên trang tính cần lấy) vào tệp .md cùng tên.',
        "trang-tinh",
    )
