"""What a column must not leave open: rows without a name, shared numbers, days that have become counts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from handbook.problem import Problem
from handbook.tables.file.grid import View
from handbook.tables.meaning.column_kinds import first_serial_date
from handbook.tables.model import Cell

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
