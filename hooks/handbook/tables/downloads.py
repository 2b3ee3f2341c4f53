"""The downloads of a table: CSV and XLSX, the same bytes for the same table."""

from __future__ import annotations

import csv
import datetime as dt
import io
from decimal import Decimal

import xlsxwriter

from handbook.schema import TableMeta
from handbook.tables.formats import machine_text
from handbook.tables.model import Cell, Column, Table

# OWASP, "CSV Injection": a cell that starts so may be run as a formula.
_FORMULA_START = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def to_csv(table: Table) -> bytes:
    """UTF-8 with BOM (so that Excel reads Vietnamese), RFC 4180, plain numbers, ISO dates."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([_safe(_heading(column)) for column in table.columns])
    for row in table.rows:
        writer.writerow([_csv_text(cell, column) for cell, column in zip(row, table.columns)])
    return out.getvalue().encode("utf-8-sig")


def _csv_text(cell: Cell, column: Column) -> str:
    text = machine_text(cell, column)
    is_number = column.kind == "so" and cell.exact and cell.value is not None and not cell.suffix
    return text if is_number or text == "-" else _safe(text)


def _safe(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA_START) else text


def _heading(column: Column) -> str:
    return f"{column.title} ({column.unit})" if column.unit else column.title


def to_xlsx(table: Table, meta: TableMeta | None) -> bytes:
    """Two sheets: the values ("Số liệu") and where they come from ("Nguồn")."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False,
                                     "strings_to_numbers": False})
    made = meta.date if meta else dt.date(2000, 1, 1)
    book.set_properties({"title": meta.title if meta else table.name, "created": dt.datetime(made.year, made.month, made.day)})
    bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
    sheet = book.add_worksheet("Số liệu")
    formats: dict[str, object] = {}
    for position, column in enumerate(table.columns):
        sheet.write_string(0, position, _heading(column), bold)
        sheet.set_column(position, position, _width(table, position))
    for number, row in enumerate(table.rows, start=1):
        for position, (cell, column) in enumerate(zip(row, table.columns)):
            _write(book, sheet, number, position, cell, column, formats)
    sheet.freeze_panes(1, 0)
    _write_sources(book, table, meta)
    book.close()
    return out.getvalue()


def _width(table: Table, position: int) -> int:
    longest = max((len(row[position].raw) for row in table.rows), default=0)
    return max(8, min(60, longest + 2))


def _write(book, sheet, row: int, position: int, cell: Cell, column: Column, formats: dict) -> None:
    def formatted(code: str):
        if code not in formats:
            formats[code] = book.add_format({"num_format": code})
        return formats[code]

    value = cell.value
    if column.kind == "so" and isinstance(value, Decimal) and cell.exact and not cell.suffix and _fits_float(value):
        decimals = max(0, -value.as_tuple().exponent)
        sheet.write_number(row, position, float(value), formatted("#,##0" + ("." + "0" * decimals if decimals else "")))
    elif column.kind == "nam" and cell.exact and value is not None:
        sheet.write_number(row, position, value)
    elif column.kind == "ngay" and cell.exact and cell.precision == "ngay" and value.year >= 1900 and value > dt.date(1900, 3, 1):
        sheet.write_datetime(row, position, dt.datetime(value.year, value.month, value.day), formatted("dd/mm/yyyy"))
    elif cell.raw:
        sheet.write_string(row, position, machine_text(cell, column))


def _fits_float(value: Decimal) -> bool:
    return len(value.as_tuple().digits) <= 15


def _write_sources(book, table: Table, meta: TableMeta | None) -> None:
    sheet = book.add_worksheet("Nguồn")
    sheet.set_column(0, 0, 24)
    sheet.set_column(1, 1, 100, book.add_format({"text_wrap": True, "valign": "top"}))
    lines = [("Bảng", meta.title if meta else table.name)]
    if meta:
        lines += [("Số liệu đến", meta.as_of), ("Cách làm, lưu ý", meta.method), ("Mức tin cậy", meta.trust),
                  ("Giấy phép", meta.licence), ("Ngày ghi", f"{meta.date:%d/%m/%Y}")]
        for source in meta.sources:
            lines.append(("Nguồn", " – ".join(part for part in (source.name, source.date, source.supports, source.url) if part)))
    lines += [("Ghi chú", note) for note in table.notes]
    for number, (name, text) in enumerate((name, text) for name, text in lines if text):
        sheet.write_string(number, 0, name)
        sheet.write_string(number, 1, text)
