"""A row for a new document in the register's CSV, with every other byte of the file kept."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from pathlib import Path

from handbook.law import kinds, numbers
from handbook.vietnamese.comparable import normal
from handbook.vietnamese.text import fold

_TEMPLATE = Path(__file__).parent.parent / "templates" / "van-ban.csv"
# Marks as official numbers write them, for those who type without Vietnamese letters.
_MARKS = {
    fold(mark): mark
    for mark in ("NĐ", "QĐ", "NQ", "TT", "TTLT", "CT", "CĐ", "KH", "HĐND", "UBND", "CP", "TTg", "TW", "BCĐTW")
}
# Who issues what carries the mark (Nghị định 30/2020/NĐ-CP, Phụ lục VI: abbreviations in numbers).
_ISSUERS = {
    "cp": "Chính phủ",
    "ttg": "Thủ tướng Chính phủ",
    "qh": "Quốc hội",
    "ubtvqh": "Ủy ban Thường vụ Quốc hội",
    "tw": "Bộ Chính trị",
    "bkhcn": "Bộ Khoa học và Công nghệ",
    "bca": "Bộ Công an",
    "btc": "Bộ Tài chính",
    "byt": "Bộ Y tế",
    "bnv": "Bộ Nội vụ",
    "nhnn": "Ngân hàng Nhà nước",
    "bgddt": "Bộ Giáo dục và Đào tạo",
}


class RefusedError(Exception):
    """Why no row can be made, in words for the editor."""


def add_row(text: str, number: str, field: str = "") -> tuple[str, int]:
    """The register ``text`` with a row for ``number``, and the line where it stands.

    The row follows the last one of the same ``field`` (linh_vuc), or all others.
    Raises :class:`RefusedError` if the number is none or is there already.
    """
    tidied = _written(number)
    parsed = numbers.parse(tidied)
    if parsed is None:
        raise RefusedError(
            f"“{number}” không phải số hiệu văn bản. Ghi như 148/2025/QH15, 13/2023/NĐ-CP, 749/QĐ-TTg hoặc 57-NQ/TW."
        )
    reader = csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True)
    place, line = 0, reader.line_num
    try:
        header = reader.fieldnames or []
        line = place = reader.line_num
        for row in reader:
            known = numbers.parse(normal(row.get("so_hieu") or ""))
            if known and known.key == parsed.key:
                raise RefusedError(
                    f"{tidied} đã có ở dòng {line + 1} của danh mục: sửa dòng đó. "
                    "Nếu là văn bản khác trùng số (khác năm, khác tỉnh) thì thêm dòng bằng tay và ghi ngay_ban_hanh."
                )
            line = reader.line_num
            if not field or field in {part.strip() for part in (row.get("linh_vuc") or "").split(";")}:
                place = line
    except csv.Error as error:
        raise RefusedError(
            f"Danh mục hỏng ở dòng {reader.line_num}, chưa thêm gì: gõ make check "
            "(Windows: python hooks check) rồi sửa trước."
        ) from error
    if "so_hieu" not in header:
        raise RefusedError("Dòng đầu của danh mục không có cột so_hieu, chưa thêm gì. Mở lại bản cũ của tệp.")
    if field and place == 1:
        raise RefusedError(
            f"Chưa có văn bản nào thuộc lĩnh vực “{field}”. Lĩnh vực đang dùng: {', '.join(_fields(text))}."
        )
    return _inserted(text, place, _row(header, tidied, parsed, field))


def add_to_file(path: Path, number: str, field: str = "") -> int:
    """:func:`add_row` in the file ``path``; the line where the row stands."""
    try:
        text, line = add_row(path.read_bytes().decode("utf-8"), number, field)
    except FileNotFoundError as error:
        raise RefusedError(f"Không thấy danh mục văn bản {path}.") from error
    except UnicodeDecodeError as error:
        raise RefusedError(
            f"{path} không phải UTF-8, chưa thêm gì. Mở bằng Excel, lưu dạng “CSV UTF-8” rồi chạy lại."
        ) from error
    path.write_bytes(text.encode("utf-8"))
    return line


def _written(number: str) -> str:
    """``148/2025/nd-cp`` as it is printed: ``148/2025/NĐ-CP``."""
    tidied = numbers.tidy(normal(number).strip())
    for piece in {part for chunk in tidied.split("/") for part in chunk.split("-")}:
        mark = _MARKS.get(fold(piece))
        written = mark or (piece.upper() if fold(piece).startswith(("qh", "ubtvqh")) else piece)
        tidied = "/".join(
            "-".join(written if part == piece else part for part in chunk.split("-")) for chunk in tidied.split("/")
        )
    return tidied


def _row(header: Iterable[str], number: str, parsed: numbers.Number, field: str) -> str:
    kind = next((kind for kind, marks in kinds.KINDS.items() if fold(parsed.tokens[0]) in marks), "")
    if fold(parsed.tokens[0]).startswith("qh"):
        kind = "Luật"
    issuer = next(
        (name for token in reversed(parsed.tokens) if (name := _ISSUERS.get(fold(token).rstrip("0123456789")))), ""
    )
    with _TEMPLATE.open(encoding="utf-8", newline="") as file:
        template = next(csv.DictReader(file))
    known: Mapping[str, str] = {"SO_HIEU": number, "LOAI": kind, "CO_QUAN": issuer}
    cells = {name: known.get(value, value) for name, value in template.items()} | {"linh_vuc": field}
    out = io.StringIO()
    csv.writer(out, lineterminator="").writerow([cells.get(name, "") for name in header])
    return out.getvalue()


def _inserted(text: str, place: int, row: str) -> tuple[str, int]:
    ending = "\r\n" if "\r\n" in text else "\n"
    lines = text.split("\n")
    before, after = "\n".join(lines[:place]), "\n".join(lines[place:])
    before = before.removesuffix("\r")
    return f"{before}{ending}{row}{ending}{after}", place + 1


def _fields(text: str) -> list[str]:
    rows = csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""))
    return sorted({part.strip() for row in rows for part in (row.get("linh_vuc") or "").split(";") if part.strip()})
