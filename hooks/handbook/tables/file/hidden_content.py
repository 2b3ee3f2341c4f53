"""Cells of a workbook that show otherwise than their value says, or do not show at all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from handbook.problem import Problem, Severity
from handbook.tables.file.grid import Grid, cell_name, column_letter
from handbook.tables.file.number_formats import number_format
from handbook.tables.file.sheet_details import Details

_EXACT = 10**15  # Excel keeps 15 digits (Microsoft, "Excel specifications and limits")


def untold(grid: Grid, details: Details) -> Iterator[Problem]:
    """Errors and formulas without a result; hidden rows, columns and numbers; what is struck out; remarks."""
    for (row, column), text in sorted(details.errors.items()):
        if text.startswith("="):
            yield grid.problem(
                row,
                column,
                f"công thức {text} chưa có kết quả.",
                "mở tệp bằng Excel rồi lưu lại, hoặc dán giá trị (Paste Values).",
                "o-cong-thuc",
            )
        else:
            yield grid.problem(row, column, f"ô báo lỗi {text}.", "sửa công thức hoặc xóa ô.", "o-loi")
    yield from _hidden(grid, details)
    yield from _formats(grid, details)
    for row, column in sorted(details.struck):
        if row < len(grid.rows) and grid.cell(row, column).text:
            yield grid.problem(
                row,
                column,
                f"chữ trong ô bị gạch ngang (“{grid.cell(row, column).text[:40]}”), trang web không hiện được nét gạch.",
                "xóa phần bị gạch nếu đã bỏ, bỏ nét gạch (Strikethrough) nếu vẫn dùng.",
                "o-gach",
            )
    for words in details.beside:
        yield Problem(
            grid.path,
            0,
            f'trang tính "{grid.sheet}": chữ ở khung chữ, đầu trang hoặc chân trang (“{words[:60]}”) không được đăng.',
            "Cách sửa: nếu người đọc cần biết, chép vào một hàng dưới bảng hoặc vào cach_lam của tệp .md.",
            "o-ghi-chu",
            Severity.HINT,
        )
    if details.comments:
        yield Problem(
            grid.path,
            0,
            f'trang tính "{grid.sheet}": ghi chú (Comment) ở ô {_listed(details.comments)} không được đăng.',
            "Cách sửa: nếu người đọc cần biết, chép ghi chú vào một cột hoặc vào cach_lam của tệp .md.",
            "o-ghi-chu",
            Severity.HINT,
        )


def _hidden(grid: Grid, details: Details) -> Iterator[Problem]:
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


def _formats(grid: Grid, details: Details) -> Iterator[Problem]:
    """Numbers that the format hides or divides, and those whose last digits Excel has lost."""
    for row in range(len(grid.rows)):
        for column, item in enumerate(grid.rows[row]):
            if not isinstance(item.value, Decimal):
                continue
            shown = number_format(details.formats.get((row, column), ""))
            if shown.hidden:
                yield grid.problem(
                    row,
                    column,
                    f"số {item.value:f} bị định dạng ẩn (;;;).",
                    "xóa ô nếu không muốn đăng, đổi định dạng nếu muốn.",
                    "o-an",
                )
            elif shown.thousands:
                yield grid.problem(
                    row,
                    column,
                    f"ô chứa {item.value:f} nhưng định dạng chia cho {1000**shown.thousands} khi hiện.",
                    "bỏ dấu phẩy cuối của định dạng, hoặc ghi thẳng số đã chia và đơn vị ở tên cột.",
                    "so-chia",
                )
            elif not shown.percent and abs(item.value) >= _EXACT and len(item.value.normalize().as_tuple().digits) > 14:
                yield grid.problem(
                    row,
                    column,
                    f"{item.value:f} có hơn 15 chữ số: Excel đã làm mất các chữ số cuối.",
                    "nếu là mã số thì định dạng ô là Text rồi gõ lại; nếu là số thì làm tròn.",
                    "so-qua-dai",
                )


def _listed(places: Iterable[tuple[int, int]]) -> str:
    names = [cell_name(row + 1, column) for row, column in sorted(places)]
    return ", ".join(names[:6]) + (" …" if len(names) > 6 else "")
