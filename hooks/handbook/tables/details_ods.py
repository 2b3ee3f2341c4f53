"""Details of a sheet of an ODS file (OpenDocument 1.3, part 3)."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

from lxml import etree

from handbook.tables.details import Details, parse_xml
from handbook.tables.model import Precision

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"


def ods_details(path: Path, sheet: str) -> Details:
    """Details of a sheet of an ODS file (OpenDocument 1.3, part 3)."""
    with zipfile.ZipFile(path) as archive:
        tree = parse_xml(archive, "content.xml")
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
