"""What a sheet must not have: nameless or repeated columns, ragged rows, a second table, merged values."""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbook.problem import Problem, Severity
from handbook.tables.file.grid import Grid
from handbook.tables.meaning.headers import Filled, number_in_header

# What Excel and LibreOffice write for a formula that failed, and for "1-2" that they took for a day.
_FAILED = re.compile(r"#(?:REF!|N/A|DIV/0!|VALUE!|NAME\?|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA)|Err:5\d\d")
_TURNED = re.compile(
    r"(?i:\d{1,2}-(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)-\d{2})"
)
_DITTO = re.compile(r"[\"″〃”]|''|-? ?n\.?t\.? ?-?|như trên", re.IGNORECASE)
# Over the ordinal and the name: the value is each column's own.
_TOTAL = re.compile(r"(tổng|cộng|total)\b", re.IGNORECASE)
_NEXT_TABLE = re.compile(r"(bảng|biểu)\s+(số\s+)?[\dIVX]+\s*[.:]", re.IGNORECASE)


def header_problems(
    grid: Grid, first: int, body: list[int], filled: Filled, headers: dict[int, str], columns: list[int]
) -> Iterator[Problem]:
    """Problems of the header row: numbers in it, columns without or with the same name."""
    for column in filled[first]:
        if number_in_header(grid.cell(first, column)):
            yield grid.problem(
                first,
                column,
                f"hàng đầu bảng phải là tên cột, ở đây lại là số “{grid.cell(first, column).text}”.",
                "thêm một hàng tên cột lên trên số liệu.",
                "bang-tieu-de",
            )
    for column in columns:
        if not headers.get(column):
            row = next(row for row in body if column in filled[row])
            counts = ""
            if grid.lengths and grid.lengths[row] != grid.lengths[first]:
                counts = f" (dòng này có {grid.lengths[row]} ô, hàng tiêu đề có {grid.lengths[first]} ô)"
            yield grid.problem(
                row,
                column,
                f"ô ghi “{grid.cell(row, column).text}” nhưng cột không có tên ở hàng tiêu đề{counts}.",
                "đặt tên cho cột, hoặc xóa ô thừa; trong CSV, ô có dấu ngăn cột phải nằm trong dấu nháy kép.",
                "bang-cot-khong-ten",
            )
    seen: dict[str, int] = {}
    for column in columns:
        name = headers.get(column, "").casefold()
        if name and name in seen:
            yield grid.problem(
                first,
                column,
                f"tên cột “{headers[column]}” đã dùng ở cột thứ {seen[name] + 1}.",
                "đặt tên khác nhau cho hai cột.",
                "bang-cot-trung",
            )
        seen.setdefault(name, column)


def body_problems(
    grid: Grid, body: list[int], filled: Filled, first: int, headers: dict[int, str]
) -> Iterator[Problem]:
    """Problems of the rows: too short, of another table, merged across columns."""
    names = [" ".join(grid.cell(first, column).text.split()) for column in filled[first]]
    for row in body:
        yield from _lost_values(grid, row, filled[row])
    inside = set(range(body[0])) | set(body) if body else set()
    for row in body:
        texts = [" ".join(grid.cell(row, column).text.split()) for column in filled[row]]
        if grid.lengths and grid.lengths[row] < grid.lengths[first]:
            yield grid.problem(
                row,
                grid.lengths[row] - 1,
                f"dòng có {grid.lengths[row]} ô mà hàng tiêu đề có {grid.lengths[first]} ô.",
                "thêm dấu ngăn cột cho ô trống.",
                "csv-so-o",
            )
        again = sum(
            " ".join(grid.cell(row, column).text.split()) == name
            for column, name in zip(filled[first], names, strict=False)
        )
        after_gap = row - 1 not in inside
        if texts == names or again and after_gap and row > first + 1 or len(texts) == 1 and _NEXT_TABLE.match(texts[0]):
            yield grid.problem(
                row,
                filled[row][0],
                f"“{texts[0]}”: ở đây bắt đầu một bảng thứ hai.",
                "mỗi tệp (hoặc mỗi trang tính) chỉ để một bảng; tách bảng thứ hai sang tệp khác.",
                "bang-hai",
            )
    for top, left, _, right in grid.spans:
        is_total = left == min(headers, default=-1) and _TOTAL.match(grid.cell(top, left).text)
        if top in body and right > left and left in headers and not is_total:
            yield grid.problem(
                top,
                left,
                f"ô này được gộp ngang qua {right - left + 1} cột trong phần số liệu.",
                "bỏ gộp ô (Merge & Center), mỗi cột ghi giá trị riêng.",
                "bang-gop-o",
            )
    yield from _side_by_side(grid, body, filled, first, sorted(headers))


def _lost_values(grid: Grid, row: int, columns: list[int]) -> Iterator[Problem]:
    """Cells that do not hold their value: shortened by Excel, or "as above"."""
    for column in columns:
        text = grid.cell(row, column).text
        if grid.cell(row, column).value is None and re.fullmatch(r"[-+]?\d([.,]\d+)?E\+\d{1,3}", text):
            yield grid.problem(
                row,
                column,
                f"“{text}” là số dài đã bị Excel rút gọn, các chữ số cuối không còn trong tệp.",
                "mở tệp gốc, định dạng cột là Text (mã số) hoặc Number (số), rồi lưu lại.",
                "so-rut-gon",
            )
        elif re.fullmatch("#{3,}", text):
            yield grid.problem(
                row,
                column,
                f"“{text}” là ô quá hẹp khi xuất tệp, giá trị đã mất.",
                "mở tệp gốc, nới rộng cột, rồi lưu lại.",
                "so-rut-gon",
            )
        elif _FAILED.fullmatch(text):
            yield grid.problem(row, column, f"ô báo lỗi {text}.", "sửa công thức trong tệp gốc hoặc xóa ô.", "o-loi")
        elif _TURNED.fullmatch(text):
            yield grid.problem(
                row,
                column,
                f"“{text}” có lẽ là khoảng số (như 1-2) mà Excel đã đổi thành ngày.",
                "định dạng cột là Text rồi gõ lại; là ngày thì viết ngày/tháng/năm.",
                "so-rut-gon",
                Severity.HINT,
            )
        elif _DITTO.fullmatch(text):
            yield grid.problem(
                row,
                column,
                f"“{text}” thay cho giá trị của hàng trên; sắp xếp lại thì sai.",
                "ghi lại đủ giá trị ở mỗi hàng.",
                "bang-nhu-tren",
            )


def _side_by_side(grid: Grid, body: list[int], filled: Filled, first: int, columns: list[int]) -> Iterator[Problem]:
    """A second table beside the first: behind an empty column, and with other rows."""
    for before, column in zip(columns, columns[1:], strict=False):
        left, right = [c for c in columns if c < column], [c for c in columns if c >= column]
        if column == before + 1 or len(left) < 2 or len(right) < 2:
            continue
        rows = [{row for row in body if set(filled[row]) & set(side)} for side in (left, right)]
        if rows[0] != rows[1]:
            yield grid.problem(
                first,
                column,
                f"“{grid.cell(first, column).text}”: sau một cột trống có vẻ là một bảng thứ hai.",
                "mỗi tệp (hoặc mỗi trang tính) chỉ để một bảng; nếu là một bảng thì xóa cột trống ở giữa.",
                "bang-hai",
            )
