"""What a column must not leave open: rows without a name, shared numbers, days that have become counts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from handbook.problem import Problem, Severity
from handbook.tables.file.grid import View
from handbook.tables.meaning.column_kinds import first_serial_date
from handbook.tables.model import Cell

_ZEROS = (
    (
        re.compile(r"(^|_)(dien_thoai|sdt|so_dt|di_dong|hotline|zalo|phone|mobile)(_|$)"),
        re.compile(r"[35789]\d{8}"),
        "số di động có 10 chữ số",
    ),
    (re.compile(r"(^|_)(cccd|can_cuoc|dinh_danh)(_|$)"), re.compile(r"\d{10,11}"), "số căn cước có 12 chữ số"),
)
#: Keys of columns that only count the rows.
ORDINALS = ("stt", "tt", "so_tt", "so_thu_tu")


def unclear_column(view: View, key: str) -> Iterator[Problem]:
    """Numbers of a column whose kind nobody stated, which may mean something else."""
    if (index := first_serial_date(view.header, view.items)) is not None:
        yield view.problem(
            index,
            f"“{view.items[index].text}” có lẽ là ngày đã mất định dạng (Excel đếm ngày từ 1/1/1900).",
            "định dạng lại cột là ngày tháng (Date); nếu đúng là số thì khai kieu: so trong tệp .md.",
            "ngay-mat-dinh-dang",
        )
    if key in ORDINALS:
        return
    for top, left, bottom, right in view.grid.spans:
        if left <= view.column <= right and top in view.rows and bottom > top:
            yield view.problem(
                view.rows.index(top),
                f"số “{view.grid.cell(top, left).text}” nằm trong ô gộp {bottom - top + 1} hàng, không rõ là số của từng hàng "
                "hay số chung.",
                "bỏ gộp ô; số của từng hàng thì ghi ở mỗi hàng, số chung thì ghi ở một hàng riêng.",
                "bang-gop-so",
            )


def lost_zeros(view: View, key: str) -> Iterator[Problem]:
    """Telephone and identity numbers that have become numbers once: Excel has dropped the zero in front.

    Mobile numbers have 10 digits and begin with 0 (Thông tư 22/2014/TT-BTTTT); the number of a citizen has 12
    (Luật Căn cước 2023, article 12).
    """
    for words, shape, what in _ZEROS:
        if not words.search(key):
            continue
        lost = [index for index, item in enumerate(view.items) if shape.fullmatch(item.text)]
        if lost:
            more = f" Cột này còn {len(lost) - 1} ô như vậy." if len(lost) > 1 else ""
            yield view.problem(
                lost[0],
                f"“{view.items[lost[0]].text}” có lẽ đã mất số 0 ở đầu ({what}).{more}",
                "định dạng cột là Text trong Excel rồi gõ lại số 0; hoặc sửa thẳng trong tệp CSV.",
                "so-mat-so-0",
                Severity.HINT,
            )


def nameless_rows(view: View, cells: Sequence[Cell], before: Sequence[Cell]) -> Iterator[Problem]:
    """Rows whose name is left empty: often what a merged cell leaves in a CSV, or a row of units.

    ``before`` are the cells of the first column: where that counts the rows,
    "Tổng cộng" stands in it for a name.
    """
    for index, cell in enumerate(cells):
        if not cell.raw and not (before[index].raw and before[index].value is None):
            yield view.problem(
                index,
                "ô tên hàng để trống, sắp xếp lại thì không biết hàng này nói về gì.",
                "ghi lại tên ở mỗi hàng (ô gộp thì bỏ gộp); hàng chỉ ghi đơn vị thì xóa và khai don_vi trong tệp .md; "
                "nếu cột khác mới là tên hàng thì khai hang_dau.",
                "bang-hang-khong-ten",
            )
