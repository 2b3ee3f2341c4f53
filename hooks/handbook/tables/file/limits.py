"""What a table may weigh, looked at before anything of it is read: a few bytes can claim a million rows."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from handbook.problem import Problem
from handbook.tables.file.grid import column_letter

MOST_CELLS = 200_000  # twice the longest table there is; a page with more opens on no phone
MOST_BYTES = 10_000_000
MOST_UNPACKED = 80_000_000
_CHUNK = 1 << 20
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_CELLS = (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell")


def too_heavy(path: Path, raw: bytes, display_path: str, kind: str) -> Problem | None:
    """Why the file ``path`` of ``kind`` is not read at all; ``raw`` is its content."""
    if len(raw) > MOST_BYTES:
        return _refusal(display_path, f"nặng {len(raw) // 1_000_000} MB")
    if kind == "text":
        # Every cell but the first follows a separator or a line end, whatever the encoding.
        cells = raw.count(b"\n") + raw.count(b"\r") + max(raw.count(sign) for sign in (b",", b";", b"\t", b"|"))
        return _refusal(display_path, f"có khoảng {cells} ô") if cells > 2 * MOST_CELLS else None
    if kind not in ("xlsx", "ods"):
        return None
    with zipfile.ZipFile(path) as archive:
        unpacked = 0
        for info in archive.infolist():
            with archive.open(info) as part:  # what it unpacks to, not what it says
                while chunk := part.read(_CHUNK):
                    unpacked += len(chunk)
                    if unpacked > MOST_UNPACKED:
                        return _refusal(display_path, f"giải nén ra hơn {MOST_UNPACKED // 1_000_000} MB")
        if kind == "ods":
            for sheet, rows, columns, cells in _reach_of_ods(archive):
                if cells > MOST_CELLS or rows * columns > 5 * MOST_CELLS:
                    return too_far(rows, columns, display_path, sheet)
    return None


def too_far(rows: int, columns: int, path: str, sheet: str) -> Problem:
    """A stray cell at the far end of a sheet, or filled rows down to its end: reading all between would fill the memory."""
    return Problem(
        path,
        0,
        f'trang tính "{sheet}": có ô chứa gì đó ở tận hàng {rows}, cột {column_letter(columns - 1)}.',
        "Cách sửa: bấm Ctrl+End để tìm ô thừa, xóa các hàng và cột thừa, rồi lưu lại.",
        "bang-qua-rong",
    )


def _refusal(path: str, how: str) -> Problem:
    return Problem(
        path,
        0,
        f"Bảng quá lớn: {how}; trang này mở trên điện thoại không nổi.",
        f"Cách sửa: chỉ giữ hàng và cột người đọc cần (dưới {MOST_CELLS} ô), hoặc tách thành vài bảng.",
        "bang-qua-rong",
    )


def _reach_of_ods(archive: zipfile.ZipFile) -> Iterator[tuple[str, int, int, int]]:
    """Of each sheet its name, the last row and column with anything in them, and how many such cells there are."""
    with archive.open("content.xml") as part:
        tree = etree.iterparse(part, events=("end",), tag=(f"{_TABLE}table", f"{_TABLE}table-row"), resolve_entities=False, no_network=True, huge_tree=True)  # fmt: skip
        row = last_row = last_column = cells = 0
        for _, node in tree:
            if node.tag == f"{_TABLE}table":
                yield node.get(f"{_TABLE}name", ""), last_row, last_column, cells
                row = last_row = last_column = cells = 0
                continue
            repeat = repeated(node, "rows")
            column = filled = 0
            for cell in node:
                if cell.tag in _CELLS:
                    times = repeated(cell, "columns")
                    column += times
                    if len(cell):
                        filled += times
                        last_column = max(last_column, column)
            row += repeat
            if filled:
                cells += filled * repeat
                last_row = row
            node.clear()


def repeated(node: etree._Element, what: str) -> int:
    """How often a row or a cell stands there (OpenDocument 1.3, part 3, 19.675 and 19.679)."""
    number = node.get(f"{_TABLE}number-{what}-repeated", "1")
    return min(int(number), 1 << 24) if number.isascii() and number.isdigit() else 1
