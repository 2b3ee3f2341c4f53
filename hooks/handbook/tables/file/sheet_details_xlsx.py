"""Details of a sheet of an XLSX file (ECMA-376, part 1), in either of its two namespaces."""

from __future__ import annotations

import posixpath
import re
import zipfile
from pathlib import Path

from lxml import etree

from handbook.tables.file.sheet_details import Details, Place, parse_xml, raised

_BUILT_IN = {1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 17: "mmm-yy"}  # 18.8.30


def xlsx_details(path: Path, sheet: str) -> Details:
    """Details of a sheet of an XLSX file (ECMA-376, part 1)."""
    with zipfile.ZipFile(path) as archive:
        book = parse_xml(archive, "xl/workbook.xml")
        rid = next(_relation(node) for node in book.iter("{*}sheet") if node.get("name") == sheet)
        part = _relations(archive, "xl/workbook.xml")[rid][1]
        tree = parse_xml(archive, part)
        names = set(archive.namelist())
        formats, struck = _styles(parse_xml(archive, "xl/styles.xml")) if "xl/styles.xml" in names else ([], [])
        strings = list(parse_xml(archive, "xl/sharedStrings.xml")) if "xl/sharedStrings.xml" in names else []
        found = Details()
        relations = _relations(archive, part)
        for kind, target in relations.values():
            if kind == "drawing" and target in names:
                boxes = parse_xml(archive, target).iter("{*}txBody")
                found.beside += [text for box in boxes if (text := " ".join("".join(box.itertext()).split()))]
            if kind == "comments" and target in names:
                found.comments |= {_place(node.get("ref")) for node in parse_xml(archive, target).iter("{*}comment")}
    found.beside += [words for node in tree.iterfind("{*}headerFooter/*") if (words := _footer(node.text or ""))]
    for node in tree.iter("{*}hyperlink"):
        kind, target = relations.get(_relation(node), ("", ""))
        if target.startswith(("http://", "https://")) and ":" not in node.get("ref"):
            anchor = f"#{node.get('location')}" if node.get("location") else ""
            found.links[_place(node.get("ref"))] = target + anchor
    for column in tree.iter("{*}col"):
        if column.get("hidden") in ("1", "true"):
            found.hidden_columns.update(range(int(column.get("min")) - 1, min(int(column.get("max")), 16384)))
    row_number = -1
    for row in tree.iter("{*}row"):
        row_number = int(row.get("r", row_number + 2)) - 1
        if row.get("hidden") in ("1", "true"):
            found.hidden_rows.add(row_number)
        column_number = -1
        for cell in row.iter("{*}c"):
            named = _place(cell.get("r")) if cell.get("r") else (row_number, column_number + 1)
            column_number = named[1]
            place = row_number, column_number
            _cell(found, place, cell, formats, strings)
            if len(cell):  # a name that lies elsewhere than its row: calamine believes the name
                found.reach(named)
            if (style := int(cell.get("s", 0))) < len(struck) and struck[style]:
                found.struck.add(place)
    return found


def _footer(code: str) -> str:
    """The words of a header or footer (18.3.1.46) without its codes; page numbers and file names are none."""
    return (
        " ".join(re.sub(r'&(?:"[^"]*"|\d+|K[0-9A-F]{6}|[A-Z&])', " ", code).split())
        if re.search(r"[^\W\d_]{3}", code)
        else ""
    )


def _cell(found: Details, place: Place, cell: etree._Element, formats: list[str], strings: list) -> None:
    value, kind = cell.findtext("{*}v"), cell.get("t")
    if value or cell.find("{*}is") is not None or cell.find("{*}f") is not None:
        found.reach(place)
    if kind == "e":
        found.errors[place] = value or "#?"
    elif cell.find("{*}f") is not None and not value and kind != "str":
        found.errors[place] = f"={cell.findtext('{*}f') or ''}"
    elif kind in ("s", "inlineStr"):
        text = strings[int(value)] if kind == "s" and value else cell.find("{*}is")
        if text is not None:
            _runs(found, place, text)
    elif (style := int(cell.get("s", 0))) and style < len(formats) and formats[style]:
        found.formats[place] = formats[style]


def _runs(found: Details, place: Place, text: etree._Element) -> None:
    """A text in runs of their own looks (18.4.4): raised digits, words struck out."""
    parts, has_raised = [], False
    for run in text.iter("{*}r"):
        words, align = run.findtext("{*}t") or "", run.find("{*}rPr/{*}vertAlign")
        is_raised = align is not None and align.get("val") == "superscript"
        has_raised = has_raised or is_raised
        parts.append(raised(words) if is_raised else words)
        if words.strip() and _is_on(run.find("{*}rPr/{*}strike")):
            found.struck.add(place)
    if has_raised:
        found.texts[place] = "".join(parts)


def _styles(styles: etree._Element) -> tuple[list[str], list[bool]]:
    """Of each cell style its number format, and whether its letters are struck out."""
    codes = {int(node.get("numFmtId")): node.get("formatCode", "") for node in styles.iter("{*}numFmt")}
    fonts = [_is_on(font.find("{*}strike")) for font in styles.findall("{*}fonts/{*}font")]
    cells = styles.findall("{*}cellXfs/{*}xf")
    numbers = [int(cell.get("numFmtId", 0)) for cell in cells]
    chosen = [int(cell.get("fontId", 0)) for cell in cells]
    return [codes.get(n, _BUILT_IN.get(n, "")) for n in numbers], [n < len(fonts) and fonts[n] for n in chosen]


def _is_on(node: etree._Element | None) -> bool:
    return node is not None and node.get("val", "1") not in ("0", "false")


def _relation(node: etree._Element) -> str:
    """The ``r:id`` of a node, whichever namespace ``r`` is."""
    return next((value for name, value in node.items() if etree.QName(name).localname == "id" and "}" in name), "")


def _relations(archive: zipfile.ZipFile, part: str) -> dict[str, tuple[str, str]]:
    """Of each relation of a part its kind and its target: a part's full name, or an address."""
    folder, name = posixpath.split(part)
    file = f"{folder}/_rels/{name}.rels"
    if file not in archive.namelist():
        return {}
    found = {}
    for node in parse_xml(archive, file):
        target = node.get("Target", "")
        if node.get("TargetMode") != "External":
            target = posixpath.normpath(target.lstrip("/") if target.startswith("/") else f"{folder}/{target}")
        found[node.get("Id")] = node.get("Type", "").rpartition("/")[2], target
    return found


def _place(reference: str) -> Place:
    letters = reference.rstrip("0123456789")
    column = 0
    for char in letters:
        column = column * 26 + ord(char.upper()) - 64
    return int(reference[len(letters) :] or 1) - 1, column - 1
