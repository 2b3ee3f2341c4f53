"""XLS (Excel 97-2003) by xlrd: its sheets, and the details of one.

calamine reads XLS too, but a damaged file can make it ask for hundreds of
gigabytes and end the whole build without a word; xlrd only raises.
"""

from __future__ import annotations

import datetime as dt
import io
import re
from pathlib import Path

import xlrd

from handbook.tables.file.sheet_details import Details


def xls_sheets(path: Path) -> dict[str, list[list[object]]]:
    """The cells of each visible sheet, typed as calamine types those of other files."""
    with xlrd.open_workbook(str(path), formatting_info=True, logfile=io.StringIO()) as book:
        return {
            sheet.name: [[_value(cell, book) for cell in sheet.row(row)] for row in range(sheet.nrows)]
            for sheet in book.sheets()
            if not sheet.visibility
        }


def _value(cell: xlrd.sheet.Cell, book: xlrd.book.Book) -> object:
    if cell.ctype == xlrd.XL_CELL_BOOLEAN:
        return bool(cell.value)
    if cell.ctype == xlrd.XL_CELL_DATE:
        if re.search(r"\[[hms]+\]", book.format_map[book.xf_list[cell.xf_index].format_key].format_str, re.IGNORECASE):
            return dt.timedelta(days=cell.value)  # hours that go on counting after 24
        day = xlrd.xldate_as_datetime(cell.value, book.datemode)
        return day.time() if 0 <= cell.value < 1 else day
    if cell.ctype == xlrd.XL_CELL_NUMBER:
        return int(cell.value) if cell.value.is_integer() else cell.value
    return cell.value if cell.ctype == xlrd.XL_CELL_TEXT else ""


def xls_details(path: Path, sheet: str) -> Details:
    """Details of a sheet of an XLS file."""
    with xlrd.open_workbook(str(path), formatting_info=True, logfile=io.StringIO()) as book:
        table = book.sheet_by_name(sheet)
        found = Details()
        for row in range(table.nrows):
            if row in table.rowinfo_map and table.rowinfo_map[row].hidden:
                found.hidden_rows.add(row)
            for column in range(table.row_len(row)):
                cell = table.cell(row, column)
                style = book.xf_list[cell.xf_index]
                if cell.ctype == xlrd.XL_CELL_ERROR:
                    found.errors[row, column] = xlrd.error_text_from_code.get(cell.value, "#?")
                elif cell.ctype in (xlrd.XL_CELL_NUMBER, xlrd.XL_CELL_DATE):
                    found.formats[row, column] = book.format_map[style.format_key].format_str
                if cell.value != "":
                    found.reach((row, column))
                    if book.font_list[style.font_index].struck_out:
                        found.struck.add((row, column))
        found.hidden_columns = {column for column, info in table.colinfo_map.items() if info.hidden}
        found.spans = [(top, left, bottom - 1, right - 1) for top, bottom, left, right in table.merged_cells]
        found.comments = set(table.cell_note_map)
        for place, link in table.hyperlink_map.items():
            if (link.url_or_path or "").startswith(("http://", "https://")):
                found.links[place] = link.url_or_path
    return found
