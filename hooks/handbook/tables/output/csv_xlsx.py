"""The downloads of a table: CSV and XLSX, the same bytes for the same table."""

from __future__ import annotations

import csv
import datetime as dt
import io
from decimal import Decimal
from typing import TYPE_CHECKING

from handbook.source.schema import TableMeta
from handbook.tables.model import FORMULA_STARTS, Cell, Column, Table
from handbook.tables.number_text import decimals_of, machine_text

if TYPE_CHECKING:
    import xlsxwriter

_FIRST_EXCEL_DATE = dt.date(1900, 3, 1)  # Excel counts a 29 February 1900 that never was


def to_csv(table: Table) -> bytes:
    """UTF-8 with BOM (so that Excel reads Vietnamese), RFC 4180, plain numbers, ISO dates.

    A text that a spreadsheet could run as a formula gets an apostrophe before it.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([neutral(heading(column)) for column in table.columns])
    for row in table.rows:
        writer.writerow(
            [
                machine_text(cell, column) if _is_plain(cell, column) else neutral(machine_text(cell, column))
                for cell, column in zip(row, table.columns, strict=False)
            ]
        )
    return out.getvalue().encode("utf-8-sig")


def _is_plain(cell: Cell, column: Column) -> bool:
    """A bare number, which no spreadsheet mistakes for a formula, or the sign of an empty cell."""
    return cell.raw == "-" or column.kind == "so" and cell.number is not None and cell.exact and not cell.suffix


def neutral(text: str) -> str:
    """``text`` with an apostrophe before a first character that starts formulas."""
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text


def heading(column: Column) -> str:
    """A column's name with its unit: ``Doanh thu (tỷ USD)``."""
    return f"{column.title} ({column.unit})" if column.unit else column.title


def to_xlsx(table: Table, meta: TableMeta | None) -> bytes:
    """Two sheets: the values ("Số liệu") and where they come from ("Nguồn").

    Numbers, years and days are typed; whatever is less exact than its number,
    or has more digits than Excel keeps, is text.
    """
    import xlsxwriter  # only here: files of tables are kept from one build to the next

    out = io.BytesIO()
    book = xlsxwriter.Workbook(
        out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    )
    made = meta.date if meta else dt.date(2000, 1, 1)  # never the clock: the same table gives the same bytes
    book.set_properties(
        {"title": meta.title if meta else table.name, "created": dt.datetime(made.year, made.month, made.day)}
    )
    bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
    sheet = book.add_worksheet("Số liệu")
    formats: dict[str, object] = {}
    for position, column in enumerate(table.columns):
        sheet.write_string(0, position, heading(column), bold)
        sheet.set_column(position, position, _width(table, position))
    for number, row in enumerate(table.rows, start=1):
        for position, (cell, column) in enumerate(zip(row, table.columns, strict=False)):
            value, code = typed(cell, column)
            if code and code not in formats:
                formats[code] = book.add_format({"num_format": code})
            if isinstance(value, str):
                if value:
                    sheet.write_string(number, position, value)
            elif isinstance(value, dt.date):
                sheet.write_datetime(number, position, dt.datetime(value.year, value.month, value.day), formats[code])
            else:
                sheet.write_number(number, position, float(value), formats.get(code))
    sheet.freeze_panes(1, 0)
    _write_sources(book, table, meta)
    book.close()
    return out.getvalue()


def typed(cell: Cell, column: Column) -> tuple[str | Decimal | int | dt.date, str]:
    """What a spreadsheet cell holds, and its number format."""
    value = cell.value
    if column.kind == "so" and isinstance(value, Decimal) and cell.exact and not cell.suffix and _fits_excel(value):
        decimals = max(0, decimals_of(value))
        return value, "#,##0" + ("." + "0" * decimals if decimals else "")
    if column.kind == "nam" and cell.exact and value is not None:
        return value, ""
    if cell.exact and cell.precision == "ngay" and isinstance(value, dt.date) and value >= _FIRST_EXCEL_DATE:
        return value, "dd/mm/yyyy"
    return machine_text(cell, column), ""


def _fits_excel(value: Decimal) -> bool:
    normal = value.normalize()
    decimals = decimals_of(normal)
    return len(normal.as_tuple().digits) + max(0, -decimals) <= 15 and decimals <= 30


def _width(table: Table, position: int) -> int:
    longest = max((len(row[position].raw) for row in table.rows), default=0)
    return max(8, min(60, longest + 2))


def _write_sources(book: xlsxwriter.Workbook, table: Table, meta: TableMeta | None) -> None:
    sheet = book.add_worksheet("Nguồn")
    sheet.set_column(0, 0, 24)
    sheet.set_column(1, 1, 100, book.add_format({"text_wrap": True, "valign": "top"}))
    lines: list[tuple[str, str | None]] = [("Bảng", meta.title if meta else table.name)]
    if meta:
        lines += [
            ("Số liệu đến", meta.as_of),
            ("Cách làm, lưu ý", meta.method),
            ("Mức tin cậy", meta.trust),
            ("Giấy phép", meta.licence),
            ("Cập nhật tiếp", f"{meta.next_update:%d/%m/%Y}" if meta.next_update else None),
            ("Ngày ghi", f"{meta.date:%d/%m/%Y}"),
        ]
        for source in meta.sources:
            date = None if source.date == "khong-ro" else source.date
            lines.append(
                ("Nguồn", " – ".join(part for part in (source.name, date, source.supports, source.url) if part))
            )
    lines += [("Ghi chú trong tệp", note) for note in table.notes]
    for number, (name, text) in enumerate((name, text) for name, text in lines if text):
        sheet.write_string(number, 0, name)
        sheet.write_string(number, 1, text)
