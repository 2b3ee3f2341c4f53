"""XLSX, ODS and XLS: the chosen sheet as a grid of typed cells."""

from __future__ import annotations

from pathlib import Path

from python_calamine import CalamineWorkbook, SheetVisibleEnum

from handbook.problem import Problem
from handbook.tables.file.grid import Grid, column_letter
from handbook.tables.file.hidden_content import untold
from handbook.tables.file.sheet_details import Details, Place
from handbook.tables.file.sheet_details_ods import ods_details
from handbook.tables.file.sheet_details_xls import xls_details, xls_sheets
from handbook.tables.file.sheet_details_xlsx import xlsx_details
from handbook.tables.file.typed_cells import linked, typed_item
from handbook.vietnamese.text import nfc

_DETAILS = {"xlsx": xlsx_details, "ods": ods_details, "xls": xls_details}
_MOST_CELLS = 1_000_000  # from the first cell of a sheet to the last


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
                f"Không mở được tệp bảng tính ({type(error).__name__}); tệp có thể bị hỏng hoặc đặt mật khẩu.",
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
        for r, row in enumerate(values)
    )
    grid = Grid(display_path, rows, tuple(range(1, len(rows) + 1)), name, tuple(details.spans))
    return grid, tuple(untold(grid, details))


def _chosen(
    path: Path, display_path: str, sheet: str | None, kind: str
) -> tuple[list[list[object]], str, Details, Problem | None]:
    """The values of the sheet to read, its name and its details; or why none can be read."""
    book = None if kind == "xls" else CalamineWorkbook.from_path(str(path))
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
        return read.to_python(skip_empty_area=False), name, found, None


def _too_far(last: Place, path: str, sheet: str) -> Problem | None:
    """A stray cell at the far end of a sheet: reading all between would fill the memory."""
    if (last[0] + 1) * (last[1] + 1) <= _MOST_CELLS:
        return None
    return Problem(
        path,
        0,
        f'trang tính "{sheet}": có ô chứa gì đó ở tận hàng {last[0] + 1}, cột {column_letter(last[1])}.',
        "Cách sửa: bấm Ctrl+End để tìm ô thừa, xóa các hàng và cột thừa, rồi lưu lại.",
        "bang-qua-rong",
    )


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
