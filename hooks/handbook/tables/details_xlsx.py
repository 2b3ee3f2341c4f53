"""Details of a sheet of an XLSX file (ECMA-376, part 1)."""

from __future__ import annotations

import zipfile
from pathlib import Path

from lxml import etree

from handbook.tables.details import Details, Place, parse_xml

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_REL = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_BUILT_IN = {9: "0%", 10: "0.00%", 17: "mmm-yy"}  # 18.8.30


def xlsx_details(path: Path, sheet: str) -> Details:
    """Details of a sheet of an XLSX file (ECMA-376, part 1)."""
    with zipfile.ZipFile(path) as archive:
        book = parse_xml(archive, "xl/workbook.xml")
        targets = {rel.get("Id"): rel.get("Target") for rel in parse_xml(archive, "xl/_rels/workbook.xml.rels")}
        rid = next(node.get(f"{_REL}id") for node in book.iter(f"{_MAIN}sheet") if node.get("name") == sheet)
        target = targets[rid]
        tree = parse_xml(archive, target.lstrip("/") if target.startswith("/") else f"xl/{target}")
        formats = _xlsx_formats(parse_xml(archive, "xl/styles.xml")) if "xl/styles.xml" in archive.namelist() else []
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
