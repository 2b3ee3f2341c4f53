"""One row of the register's table → a :class:`Document`, with every mistake in it."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator

from handbook.law import dates, kinds, numbers
from handbook.law.model import Document, Reference, Status
from handbook.law.parts import PartChange, read_change
from handbook.law.reference import read_reference
from handbook.problem import Problem
from handbook.tables.named_rows import Record
from handbook.vietnamese.comparable import normal
from handbook.vietnamese.text import fold, slug

REQUIRED = (
    "so_hieu",
    "loai",
    "trich_yeu",
    "co_quan_ban_hanh",
    "ngay_ban_hanh",
    "ngay_hieu_luc",
    "tinh_trang",
    "van_ban_thay_the",
    "sua_doi_boi",
    "linh_vuc",
    "nguon_1",
    "nguon_2",
    "xac_minh",
    "ghi_chu",
)
OPTIONAL = ("ten_ngan", "dung_nham", "het_hieu_luc", "het_giai_doan", "dieu_het_hieu_luc", "dieu_sua_doi")
VERIFICATIONS = {"hai-nguon": 2, "mot-nguon": 1, "chua-xac-minh": 0}  # and the sources each needs
RETROACTIVE = "hiệu lực trở về trước"
_WRONG_CHANGE = {"dieu": "không thấy điều nào", "so_hieu": "không thấy số hiệu", "ngay": "ngày không có thật"}


class _Row:
    """Collects the problems of one row while it is read."""

    def __init__(self, record: Record, path: str) -> None:
        self.record, self.path, self.problems = record, path, list[Problem]()

    def fail(self, message: str, fix: str, code: str) -> None:
        self.problems.append(Problem(self.path, self.record.line, message, fix, code))

    def period(self, column: str, *, whole: bool) -> str:
        """A date cell if it is one, else nothing; ``whole`` asks for a full day."""
        text = self.record[column]
        if text and (not dates.is_period(text) or (whole and len(text) < 10)):
            self.fail(
                f"“{column}” không phải một ngày có thật: “{text}”.",
                "Viết năm-tháng-ngày, ví dụ 2025-12-31"
                + (", để trống nếu chưa biết." if whole else "; chỉ biết năm thì ghi 2025."),
                "van-ban-ngay",
            )
            return ""
        return text

    def choice(self, column: str, allowed: tuple[str, ...], *, required: bool) -> str | None:
        text = self.record[column]
        if text in allowed:
            return text
        if text or required:
            near = difflib.get_close_matches(text, allowed, n=1, cutoff=0.5)
            hint = f"Có phải ý bạn là “{near[0]}”? " if near else ""
            self.fail(
                f"“{column}” không nhận giá trị “{text}”.",
                f"{hint}Chọn một trong: {', '.join(allowed)}.",
                "van-ban-lua-chon",
            )
        return None


def read_row(record: Record, path: str) -> tuple[Document | None, tuple[Problem, ...]]:
    """The document of a row; ``None`` if it has no usable number."""
    row = _Row(record, path)
    number = normal(record["so_hieu"])
    if not _check_number(row, number):
        return None, tuple(row.problems)
    for column in ("trich_yeu", "co_quan_ban_hanh", "linh_vuc"):
        if not record[column]:
            row.fail(f"Văn bản {number} chưa có “{column}”.", "Điền vào ô này.", "van-ban-thieu-o")
    issued = row.period("ngay_ban_hanh", whole=False)
    stage_end = row.period("het_giai_doan", whole=False)
    status = row.choice("tinh_trang", tuple(Status), required=False)
    document = Document(
        number=numbers.tidy(number) if numbers.parse(number) else number,
        kind=row.choice("loai", tuple(kinds.KINDS), required=True) or record["loai"],
        title=record["trich_yeu"],
        issuer=record["co_quan_ban_hanh"],
        issued=dates.day(issued),
        effective=dates.day(row.period("ngay_hieu_luc", whole=True)),
        stated_status=Status(status) if status else None,
        replaced_by=tuple(_references(row, "van_ban_thay_the")),
        amended_by=tuple(_references(row, "sua_doi_boi")),
        field=record["linh_vuc"],
        sources=tuple(_sources(row)),
        verification=row.choice("xac_minh", tuple(VERIFICATIONS), required=True) or "chua-xac-minh",
        note=record["ghi_chu"],
        line=record.line,
        slug="",
        short_names=record.many("ten_ngan"),
        issued_period=issued,
        ended=dates.day(row.period("het_hieu_luc", whole=True)),
        stage_end=dates.last_day(stage_end),
        confusable=record.many("dung_nham"),
        repealed_parts=tuple(_changes(row, "dieu_het_hieu_luc")),
        amended_parts=tuple(_changes(row, "dieu_sua_doi")),
    )
    _check_kind(row, document)
    _check_sources(row, document)
    return document, tuple(row.problems)


def address(document: Document) -> str:
    """The page address: the number, with the year or the place where numbers start again."""
    parts = [document.number]
    if document.parsed and document.parsed.year is None and document.year:
        parts.append(str(document.year))
    if document.place:
        parts.append(document.place)
    return slug(" ".join(parts))


def _check_number(row: _Row, number: str) -> bool:
    if not number:
        row.fail("Dòng này chưa có số hiệu.", "Điền cột so_hieu, hoặc xóa cả dòng.", "van-ban-thieu-so-hieu")
        return False
    if numbers.parse(number) is None and re.search(r"\d\s*[/(-]|\(", number):
        row.fail(
            f"Số hiệu “{number}” không đúng dạng.",
            "Chỉ ghi số hiệu, ví dụ 13/2023/NĐ-CP, 749/QĐ-TTg, 57-NQ/TW; năm ghi ở ngay_ban_hanh, "
            "nơi ban hành ghi ở co_quan_ban_hanh.",
            "van-ban-so-hieu",
        )
        return False
    return True


def _references(row: _Row, column: str) -> Iterator[Reference]:
    for text in row.record.many(column):
        reference = read_reference(text)
        if reference is None:
            row.fail(
                f"“{column}” có giá trị không phải số hiệu: “{text}”.",
                "Ghi số hiệu, nhiều số hiệu cách nhau bằng dấu chấm phẩy; trùng số thì thêm năm trong ngoặc (2025); "
                "chưa chắc thì thêm dấu ? ở cuối; lời giải thích để ở ghi_chu.",
                "van-ban-tham-chieu",
            )
            continue
        yield reference


def _changes(row: _Row, column: str) -> Iterator[PartChange]:
    for text in row.record.many(column):
        change, wrong = read_change(text)
        if change:
            yield change
            continue
        row.fail(
            f"“{column}” có giá trị không đọc được: “{text}” ({_WRONG_CHANGE[wrong]}).",
            "Ghi các điều, dấu hai chấm, rồi số hiệu của văn bản mới, ví dụ “Điều 5, khoản 2 Điều 7: 100/2026/NĐ-CP”; "
            "cả chương thì ghi Điều 20-31; khác ngày có hiệu lực của văn bản mới thì thêm “từ 2026-07-01”; "
            "nhiều văn bản cách nhau bằng dấu chấm phẩy.",
            "van-ban-dieu",
        )


def _sources(row: _Row) -> Iterator[str]:
    for column in ("nguon_1", "nguon_2"):
        text = row.record[column]
        if text and not re.fullmatch(r"https?://[^\s<>\"]+", text):
            row.fail(
                f"“{column}” không phải địa chỉ trang: “{text}”.", "Dán địa chỉ bắt đầu bằng https://.", "van-ban-nguon"
            )
        elif text:
            yield text


def _check_kind(row: _Row, document: Document) -> None:
    allowed = kinds.KINDS.get(document.kind)
    if not (allowed and document.parsed):
        return
    first = re.sub(r"\d+$", "", fold(document.parsed.tokens[0]))
    of_other_kind = any(first in marks for kind, marks in kinds.KINDS.items() if kind != document.kind)
    if first not in allowed and of_other_kind:
        row.fail(
            f"Loại “{document.kind}” không khớp với số hiệu {document.number}.",
            "Sửa cột loai hoặc so_hieu.",
            "van-ban-loai",
        )


def _check_sources(row: _Row, document: Document) -> None:
    needed = VERIFICATIONS[document.verification]
    if len(document.sources) < needed:
        row.fail(
            f"{document.number} ghi “{document.verification}” nhưng chỉ có {len(document.sources)} địa chỉ nguồn.",
            "Thêm địa chỉ nguồn hoặc sửa xac_minh.",
            "van-ban-nguon-thieu",
        )
