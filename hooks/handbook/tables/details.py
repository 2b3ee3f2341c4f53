"""What calamine does not tell about a sheet: formats, formulas, errors, hidden rows.

calamine gives 0.8415 for a cell that Excel shows as 84,15%, and an empty cell
for ``#N/A``: published so, both would be wrong without a word.  The records of
the file are read a second time here, only for that.
"""

from __future__ import annotations

import re
import zipfile
from dataclasses import dataclass, field
from pathlib import Path

import xlrd
from lxml import etree

from handbook.tables.grid import Span
from handbook.tables.model import Precision

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_REL = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_BUILT_IN = {9: "0%", 10: "0.00%", 17: "mmm-yy"}  # ECMA-376, 18.8.30
_SAFE = {"resolve_entities": False, "no_network": True, "huge_tree": True}
Place = tuple[int, int]


@dataclass
class Details:
    """By 0-based (row, column): number formats, cells without a result, hidden rows and columns."""

    formats: dict[Place, str] = field(default_factory=dict)
    errors: dict[Place, str] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    spans: list[Span] = field(default_factory=list)


def is_percent(code: str) -> bool:
    return "%" in re.sub(r'"[^"]*"|\\.', "", code)


def padding(code: str) -> int:
    """Digits that a code such as ``00000`` always shows: the cell is a number only in Excel's eyes."""
    return len(code) if re.fullmatch(r"0{2,}", code) else 0


def date_precision(code: str) -> Precision:
    """What a date format leaves out: ``mm/yyyy`` is a month, ``yyyy`` a year."""
    plain = re.sub(r'"[^"]*"|\\.|\[[^\]]*\]', "", code.lower())
    if "y" not in plain or "d" in plain:
        return "ngay"
    return "thang" if "m" in plain else "nam"


def xlsx_details(path: Path, sheet: str) -> Details:
    """Details of a sheet of an XLSX file (ECMA-376, part 1)."""
    with zipfile.ZipFile(path) as archive:
        book = _parse(archive, "xl/workbook.xml")
        targets = {rel.get("Id"): rel.get("Target") for rel in _parse(archive, "xl/_rels/workbook.xml.rels")}
        rid = next(node.get(f"{_REL}id") for node in book.iter(f"{_MAIN}sheet") if node.get("name") == sheet)
        target = targets[rid]
        tree = _parse(archive, target.lstrip("/") if target.startswith("/") else f"xl/{target}")
        formats = _xlsx_formats(_parse(archive, "xl/styles.xml")) if "xl/styles.xml" in archive.namelist() else []
    found = Details()
    for column in tree.iter(f"{_MAIN}col"):
        if column.get("hidden") in ("1", "true"):
            found.hidden_columns.update(range(int(column.get("min")) - 1, min(int(column.get("max")), 16384)))
    row_number = -1
    for row in tree.iter(f"{_MAIN}row"):
        row_number = int(row.get("r", row_number + 2)) - 1
        if row.get("hidden") in ("1", "true"):
            found.hidden_rows.add(row_number)
        column_number = -1
        for cell in row.iter(f"{_MAIN}c"):
            column_number = _column(cell.get("r")) if cell.get("r") else column_number + 1
            _xlsx_cell(found, (row_number, column_number), cell, formats)
    return found


def _xlsx_cell(found: Details, place: Place, cell: etree._Element, formats: list[str]) -> None:
    value = cell.findtext(f"{_MAIN}v")
    if cell.get("t") == "e":
        found.errors[place] = value or "#?"
    elif cell.find(f"{_MAIN}f") is not None and not value and cell.get("t") != "str":
        found.errors[place] = f"={cell.findtext(f'{_MAIN}f') or ''}"
    elif (style := int(cell.get("s", 0))) and style < len(formats) and formats[style]:
        found.formats[place] = formats[style]


def _xlsx_formats(styles: etree._Element) -> list[str]:
    codes = {int(node.get("numFmtId")): node.get("formatCode", "") for node in styles.iter(f"{_MAIN}numFmt")}
    cells = styles.find(f"{_MAIN}cellXfs")
    numbers = [int(node.get("numFmtId", 0)) for node in cells] if cells is not None else []
    return [codes.get(number, _BUILT_IN.get(number, "")) for number in numbers]


def _column(reference: str) -> int:
    number = 0
    for char in reference:
        if not char.isalpha():
            break
        number = number * 26 + ord(char.upper()) - 64
    return number - 1


def _parse(archive: zipfile.ZipFile, name: str) -> etree._Element:
    return etree.fromstring(archive.read(name), etree.XMLParser(**_SAFE))


_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"


def ods_details(path: Path, sheet: str) -> Details:
    """Details of a sheet of an ODS file (OpenDocument 1.3, part 3)."""
    with zipfile.ZipFile(path) as archive:
        tree = _parse(archive, "content.xml")
    table = next(node for node in tree.iter(f"{_TABLE}table") if node.get(f"{_TABLE}name") == sheet)
    found = Details()
    column = 0
    for node in table.iter(f"{_TABLE}table-column"):
        repeat = int(node.get(f"{_TABLE}number-columns-repeated", 1))
        if node.get(f"{_TABLE}visibility") in ("collapse", "filter"):
            found.hidden_columns.update(range(column, column + min(repeat, 1000)))
        column += repeat
    row = 0
    for node in table.iter(f"{_TABLE}table-row"):
        repeat = int(node.get(f"{_TABLE}number-rows-repeated", 1))
        for line in range(row, row + min(repeat, 1000)):
            if node.get(f"{_TABLE}visibility") in ("collapse", "filter"):
                found.hidden_rows.add(line)
            _ods_row(found, line, node)
        row += repeat
    return found


def _ods_row(found: Details, row: int, node: etree._Element) -> None:
    column = 0
    for cell in node:
        if cell.tag not in (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"):
            continue
        repeat = int(cell.get(f"{_TABLE}number-columns-repeated", 1))
        kind, shown = cell.get(f"{_OFFICE}value-type"), "".join(cell.itertext()).strip()
        for place in ((row, column + i) for i in range(min(repeat, 1000))):
            if kind == "percentage":
                found.formats[place] = "0%"
            elif re.fullmatch(r"#[A-ZÀ-Ỹ/0!?]+[!?]?|Err:\d+", shown):
                found.errors[place] = shown
            elif kind == "date" and (precision := _shown_precision(shown)) != "ngay":
                found.formats[place] = {"thang": "mm/yyyy", "nam": "yyyy"}[precision]
        right = int(cell.get(f"{_TABLE}number-columns-spanned", 1)) - 1
        down = int(cell.get(f"{_TABLE}number-rows-spanned", 1)) - 1
        if right or down:
            found.spans.append((row, column, row + down, column + right))
        column += repeat


def _shown_precision(shown: str) -> Precision:
    if re.fullmatch(r"\d{4}", shown):
        return "nam"
    return "thang" if re.fullmatch(r"\d{1,2}[/-]\d{4}", shown) else "ngay"


def xls_details(path: Path, sheet: str) -> Details:
    """Details of a sheet of an XLS file, by xlrd."""
    with xlrd.open_workbook(str(path), formatting_info=True) as book:
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
