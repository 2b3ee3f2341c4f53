"""The ``.md`` that an editor pastes beside a table: filled with what the file itself says."""

from __future__ import annotations

import datetime as dt
import re
from operator import itemgetter
from pathlib import Path

from handbook.source.web_address import split_address
from handbook.tables.file.open_file import read_grid
from handbook.tables.meaning.layout import find_layout
from handbook.tables.meaning.read_table import inspect_table
from handbook.tables.model import Table
from handbook.tables.number_text import date_text, url_parts

_MOST_SOURCES = 12


def skeleton_meta(path: Path, today: dt.date | None = None) -> str:
    """Front matter and a first line for the table in ``path``.

    Whatever only a person can know is left empty with a hint beside it, so
    that checking still asks for it.  ``today`` fills the date of writing.
    """
    table, problems = inspect_table(path, None, path.name)
    lines = [
        "---",
        f"title: {_quoted(_title(path, table))}   # sửa lại cho người đọc hiểu bảng nói gì",
        "tom_tat:   # hai câu: bảng cho biết gì, không cho biết gì",
        f"ngay: {today.isoformat() if today else '  # ngày bạn viết, ví dụ 2026-11-24'}",
        f"so_lieu_den: {_as_of(table)}   # số liệu tính đến lúc nào",
        "cap_nhat_tiep:   # ngày dự kiến có số mới, ví dụ 2027-01-31",
        "muc_tin_cay:   # A: cơ quan nhà nước; B: báo dẫn cơ quan nhà nước; C: nguồn khác",
        "cach_lam:   # cách đếm, cách tính, điều cần lưu ý",
        "giay_phep:   # giấy phép của số liệu, nếu biết",
    ]
    lines += (
        _sheets(path) + _number_format({problem.code for problem in problems}) + _sources(table) + _columns(path, table)
    )
    lines += [
        "# bieu_do:   # bỏ dấu # ở năm dòng này nếu muốn có biểu đồ",
        "#   loai: cot   # cot, cot-nhom, duong, chong",
        "#   x: ten_cot",
        "#   y: [ten_cot_so]",
        "#   mo_ta: lời mô tả biểu đồ cho người không nhìn thấy hình",
        "---",
        "Bảng cho biết …",
        "",
    ]
    return "\n".join(lines)


def _title(path: Path, table: Table | None) -> str:
    """The sheet's own title line ("Bảng 1. …") if it has one, else the file's name."""
    for note in table.notes if table else ():
        if not re.match(r"(đơn vị|nguồn|ghi chú|chú thích|ubnd|sở|\()", note, re.IGNORECASE):
            return re.sub(r"^(bảng|biểu)( số)?\s*\d+[.:]\s*", "", note.replace("\n", " "), flags=re.IGNORECASE)
    return path.stem.replace("-", " ").capitalize()


def _as_of(table: Table | None) -> str:
    """The latest time in the first column of dates or years."""
    if not table:
        return ""
    for position, column in enumerate(table.columns):
        cells = [row[position] for row in table.rows]
        years = [cell.value for cell in cells if column.kind == "nam" and isinstance(cell.value, int)]
        days = [(cell.value, cell.precision or "ngay") for cell in cells if isinstance(cell.value, dt.date)]
        if years:
            return _quoted(str(max(years)))
        if column.kind == "ngay" and days:
            return _quoted(date_text(*max(days, key=itemgetter(0)), "vi"))
    return ""


def _sources(table: Table | None) -> list[str]:
    addresses: dict[str, None] = {}
    for position, column in enumerate(table.columns if table else ()):
        if table and column.kind == "nguon":
            for row in table.rows:
                addresses.update((part, None) for part, is_address in url_parts(row[position].raw) if is_address)
    lines = ["nguon:"]
    for address in list(addresses)[:_MOST_SOURCES]:
        lines += [
            f"  - ten:   # {split_address(address).hostname}: nói điều gì",
            f"    url: {address}",
            "    ngay: khong-ro   # hoặc 2026-01-30, 2026-01, 2026",
        ]
    if len(addresses) > _MOST_SOURCES:
        lines.append(f"  # … còn {len(addresses) - _MOST_SOURCES} địa chỉ nữa trong bảng")
    if not addresses:
        said = [note for note in (table.notes if table else ()) if note.casefold().startswith("nguồn")]
        name = (
            _quoted(re.sub(r"^nguồn( số liệu)?:?\s*", "", said[0], flags=re.IGNORECASE))
            if said
            else "  # cơ quan, báo: nói điều gì"
        )
        lines += [f"  - ten: {name}", "    # url: https://…", "    ngay: khong-ro   # hoặc 2026-01-30, 2026-01, 2026"]
    return lines


def _columns(path: Path, table: Table | None) -> list[str]:
    if table is None:
        grid, _ = read_grid(path, path.name, None)
        layout = find_layout(grid)[0] if grid else None
        headers = layout.headers if layout else ()
        return ["cot:"] + [f"  {_quoted(header)}: {{ten: {_quoted(header)}}}" for header in headers] if headers else []
    lines = ["cot:   # tên, kiểu (so, nam, ngay, chu, nguon) và đơn vị của từng cột"]
    for column in table.columns:
        unit = f", don_vi: {_quoted(column.unit)}" if column.unit else ""
        lines.append(f"  {column.key}: {{ten: {_quoted(column.title)}, kieu: {column.kind}{unit}}}")
    return lines


def _sheets(path: Path) -> list[str]:
    _, problems = read_grid(path, path.name, None)
    found = next((problem for problem in problems if problem.code == "trang-tinh"), None)
    return [f"trang_tinh:   # {found.message} Chọn một."] if found else []


def _number_format(codes: set[str]) -> list[str]:
    return (
        ['dinh_dang_so:   # chọn "1.234,5" hoặc "1234.5" (xem lỗi về số đọc được hai cách)']
        if "so-hai-cach" in codes
        else []
    )


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ") + '"'
