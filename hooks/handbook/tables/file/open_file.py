"""Open an editor's file by what it really is, not by its name."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

from handbook.problem import Problem, Severity
from handbook.tables.file.delimited_text import read_separated
from handbook.tables.file.encodings import decode
from handbook.tables.file.grid import Grid
from handbook.tables.file.limits import too_heavy
from handbook.tables.file.text_repair import converted, repair
from handbook.tables.file.workbooks import read_workbook

SUFFIXES = (".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".ods", ".xls")
_WORKBOOKS = ("xlsx", "ods", "xls")


def read_grid(path: Path, display_path: str, sheet: str | None) -> tuple[Grid | None, tuple[Problem, ...]]:
    """The raw cells of a CSV, XLSX, ODS or XLS file, their words in Unicode."""
    try:
        raw = path.read_bytes()
    except OSError:
        return None, (
            Problem(
                display_path,
                0,
                "Không mở được tệp.",
                "Cách sửa: đóng chương trình đang mở tệp; chép tệp lại vào đây nếu vẫn không được.",
                "bang-hong",
            ),
        )
    kind = _kind(path, raw)
    if problem := _weighed(path, raw, display_path, kind):
        return None, (problem,)
    if kind in _WORKBOOKS:
        grid, problems = read_workbook(path, display_path, sheet, kind)
        certain = True
    elif kind == "text":
        grid, problems, certain = _read_text(raw, display_path)
    else:
        return None, (_refusal(kind, display_path),)
    if grid is None:
        return None, problems
    grid, more = repair(grid, certain)
    problems += more
    return (None if any(problem.severity is Severity.ERROR for problem in problems) else grid), problems


def _weighed(path: Path, raw: bytes, display_path: str, kind: str) -> Problem | None:
    try:
        return too_heavy(path, raw, display_path, kind)
    except Exception:  # whatever a damaged archive makes its reader raise
        return _refusal("broken", display_path)


def _read_text(raw: bytes, path: str) -> tuple[Grid | None, tuple[Problem, ...], bool]:
    decoded = decode(raw)
    if decoded.text is None:
        return None, (_refusal("binary", path),), True
    if not decoded.text.strip():
        return None, (Problem(path, 0, "Tệp trống.", "Cách sửa: thêm hàng tiêu đề và số liệu.", "bang-trong"),), True
    grid, problems = read_separated(decoded.text, path)
    return grid, problems + ((converted(path, decoded.repaired),) if decoded.repaired else ()), decoded.is_certain


def _kind(path: Path, raw: bytes) -> str:
    if raw.startswith(b"\xd0\xcf\x11\xe0"):
        # A workbook with a password is an encrypted stream in the same container as XLS.
        return "password" if "EncryptedPackage".encode("utf-16-le") in raw else "xls"
    if raw.startswith(b"PK\x03\x04"):
        try:
            with zipfile.ZipFile(path) as archive:
                names = set(archive.namelist())
        except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError):
            return "broken"
        if "xl/workbook.xml" in names:
            return "xlsx"
        return "ods" if "content.xml" in names else "xlsb" if "xl/workbook.bin" in names else "broken"
    head = raw[:2000].lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    if re.match(rb"<(!doctype|html|table|\?xml|meta|head|style|div)", head):
        return "html"
    if (
        path.suffix.lower() in (".xlsx", ".xlsm", ".ods", ".xls")
        and (b"\0" in raw[:200] or raw.startswith((b"%PDF", b"{\\rtf")))
        and not raw.startswith((b"\xff\xfe", b"\xfe\xff"))
    ):
        return "broken"
    return "text"


def _refusal(kind: str, path: str) -> Problem:
    message, fix = {
        "password": (
            "Tệp Excel đặt mật khẩu nên không đọc được.",
            "mở bằng Excel, bỏ mật khẩu (File, Info, Protect Workbook), rồi lưu.",
        ),
        "html": (
            "Tệp là trang web (HTML/XML) chứ không phải bảng tính, dù tên tệp ghi khác.",
            "mở bằng Excel, chọn Lưu thành, kiểu .xlsx.",
        ),
        "xlsb": ("Tệp kiểu .xlsb chưa đọc được.", "mở bằng Excel, chọn Lưu thành, kiểu .xlsx."),
        "broken": (
            "Tệp bị hỏng hoặc không phải bảng tính.",
            "mở bằng Excel hoặc LibreOffice, lưu thành .xlsx rồi chép lại.",
        ),
        "binary": ("Tệp không phải là chữ, cũng không phải bảng tính.", "lưu lại thành .xlsx hoặc CSV UTF-8."),
    }[kind]
    return Problem(path, 0, message, f"Cách sửa: {fix}", "bang-hong")
