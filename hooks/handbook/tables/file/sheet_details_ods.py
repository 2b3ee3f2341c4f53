"""Details of a sheet of an ODS file (OpenDocument 1.3, part 3)."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

from lxml import etree

from handbook.tables.file.limits import MOST_CELLS, repeated
from handbook.tables.file.sheet_details import Details, Place, parse_xml, raised

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_LINK = "{http://www.w3.org/1999/xlink}href"
_MANY = 1000  # a row or cell repeated more often only fills the sheet


def ods_details(path: Path, sheet: str) -> Details:
    """Details of a sheet of an ODS file (OpenDocument 1.3, part 3)."""
    with zipfile.ZipFile(path) as archive:
        tree = parse_xml(archive, "content.xml")
    table = next(node for node in tree.iter(f"{_TABLE}table") if node.get(f"{_TABLE}name") == sheet)
    found, looks = Details(), _looks(tree)
    column = 0
    for node in table.iter(f"{_TABLE}table-column"):
        repeat = repeated(node, "columns")
        if node.get(f"{_TABLE}visibility") in ("collapse", "filter"):
            found.hidden_columns.update(range(column, column + min(repeat, _MANY)))
        column += repeat
    row = 0
    for node in table.iter(f"{_TABLE}table-row"):
        repeat = repeated(node, "rows")
        is_hidden = node.get(f"{_TABLE}visibility") in ("collapse", "filter")
        if any(len(cell) for cell in node):  # LibreOffice writes the empty rest of the sheet as one row
            for line in range(row, row + min(repeat, MOST_CELLS)):
                if is_hidden:
                    found.hidden_rows.add(line)
                _ods_row(found, line, node, looks)
        row += repeat
    return found


def _looks(tree: etree._Element) -> dict[str, set[str]]:
    """Of each automatic style: whether its letters are struck out, whether they are raised."""
    looks: dict[str, set[str]] = {}
    for style in tree.iter(f"{_STYLE}style"):
        for node in style.iter(f"{_STYLE}text-properties"):
            if node.get(f"{_STYLE}text-line-through-style", "none") != "none":
                looks.setdefault(style.get(f"{_STYLE}name"), set()).add("struck")
            if node.get(f"{_STYLE}text-position", "").startswith(("super", "33%")):
                looks.setdefault(style.get(f"{_STYLE}name"), set()).add("raised")
    return looks


def _ods_row(found: Details, row: int, node: etree._Element, looks: dict[str, set[str]]) -> None:
    column = 0
    for cell in node:
        if cell.tag not in (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"):
            continue
        repeat = repeated(cell, "columns")
        for place in ((row, column + i) for i in range(min(repeat, _MANY)) if len(cell) or i == 0):
            _cell(found, place, cell, looks)
        right = int(cell.get(f"{_TABLE}number-columns-spanned", 1)) - 1
        down = int(cell.get(f"{_TABLE}number-rows-spanned", 1)) - 1
        if right or down:
            found.spans.append((row, column, row + down, column + right))
        column += repeat


def _cell(found: Details, place: Place, cell: etree._Element, looks: dict[str, set[str]]) -> None:
    kind = cell.get(f"{_OFFICE}value-type")
    if kind:
        found.reach(place)
    paragraphs = cell.findall(f"{_TEXT}p")
    shown = "\n".join("".join(node.itertext()) for node in paragraphs).strip()
    if cell.find(f"{_OFFICE}annotation") is not None:
        found.comments.add(place)
    if re.fullmatch(r"#[A-ZÀ-Ỹ/0!?]+[!?]?|Err:\d+", shown):
        found.errors[place] = shown
    elif kind == "percentage":
        found.formats[place] = "0.######%"
    elif kind in ("float", "currency") and (code := _code(shown, cell.get(f"{_OFFICE}value", ""))):
        found.formats[place] = code
    elif kind == "date" and re.fullmatch(r"\d{4}|\d{1,2}[/-]\d{4}", shown):
        found.formats[place] = "yyyy" if len(shown) == 4 else "mm/yyyy"
    for link in cell.iter(f"{_TEXT}a"):
        if link.get(_LINK, "").startswith(("http://", "https://")):
            found.links[place] = link.get(_LINK)
    spans = [span for node in paragraphs for span in node.iter(f"{_TEXT}span")]
    named = [cell, *(span for span in spans if "".join(span.itertext()).strip())]
    if shown and any("struck" in looks.get(node.get(_style_of(node), ""), ()) for node in named):
        found.struck.add(place)
    marks = [span for span in spans if "raised" in looks.get(span.get(f"{_TEXT}style-name", ""), ())]
    if marks:
        for span in marks:
            span.text = raised(span.text or "")
        found.texts[place] = "\n".join("".join(node.itertext()) for node in paragraphs).strip()


def _style_of(node: etree._Element) -> str:
    return f"{_TABLE}style-name" if node.tag.startswith(_TABLE) else f"{_TEXT}style-name"


def _code(shown: str, value: str) -> str:
    """A number format that shows ``value`` as the cell does: its unit, leading zeros, rounding."""
    match = re.fullmatch(r"(?P<before>[^\d+−-]*)[+−-]?(?P<digits>\d[\d.,  ]*)(?P<after>\D*)", shown)
    if not match:
        return ""
    digits, number = match["digits"].strip(), value.partition(".")[0].lstrip("-")
    if re.fullmatch(r"0\d+", digits) and "." not in value and digits.lstrip("0") == number.lstrip("0"):
        return "0" * len(digits)
    decimals = re.search(r"[.,](\d+)$", digits)
    places = len(decimals[1]) if decimals and len(decimals[1]) != 3 and "." in value else 0
    words = [f'"{text.strip()}"' if text.strip() else "" for text in (match["before"], match["after"])]
    if not any(words) and not places:
        return ""
    return f"{words[0]}#,##0{'.' + '0' * places if places else '.##########'}{words[1]}"
