"""Details of a sheet of an XLS file (Excel 97-2003), by xlrd."""

from __future__ import annotations

import io
from pathlib import Path

import xlrd

from handbook.tables.details import Details


def xls_details(path: Path, sheet: str) -> Details:
    """Details of a sheet of an XLS file, by xlrd."""
    with xlrd.open_workbook(str(path), formatting_info=True, logfile=io.StringIO()) as book:
        table = book.sheet_by_name(sheet)
        found = Details()
        for row in range(table.nrows):
            if row in table.rowinfo_map and table.rowinfo_map[row].hidden:
                found.hidden_rows.add(row)
            for column in range(table.row_len(row)):
                cell = table.cell(row, column)
                if cell.ctype == xlrd.XL_CELL_ERROR:
                    found.errors[row, column] = xlrd.error_text_from_code.get(cell.value, "#?")
                elif cell.ctype in (xlrd.XL_CELL_NUMBER, xlrd.XL_CELL_DATE):
                    found.formats[row, column] = book.format_map[book.xf_list[cell.xf_index].format_key].format_str
        found.hidden_columns = {column for column, info in table.colinfo_map.items() if info.hidden}
        found.spans = [(top, left, bottom - 1, right - 1) for top, bottom, left, right in table.merged_cells]
    return found
