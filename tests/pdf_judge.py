"""Is a PDF what its metadata say?  A judge that did not make it, and what no rule of the two standards asks but readers need.

The judge is `page` (PyPI page-validation), which holds itself against the veraPDF corpus; veraPDF itself is in no registry
that CI reaches.  Typst, which made the file, has its own checks: an error of its authors would be in both the file and them.
"""

import re
from collections.abc import Iterable, Iterator

import page
from tagged import Element, Tagged

PROFILES = ("ua1", "2a")  # PDF/UA-1 (ISO 14289-1), PDF/A-2a (ISO 19005-2)
_FILE_NAME = re.compile(r"\S+\.(png|jpe?g|svg|gif|webp)$", re.IGNORECASE)
_ENGLISH = re.compile(r"(chapter|part|section|page|figure)\b")
_STREAM = re.compile(rb"/Length (\d+)(?: /[^<>]*)?(?: ?>>) ?\r?\nstream\n")
_LEVEL = re.compile(r"H([1-6])$")


def faults(pdf: bytes) -> list[str]:
    """What the judge finds wrong, each with the profile and the rule.

    A stream that by chance ends in a carriage return (one in 256) is too long for it: it takes the line feed before
    ``endstream`` and that return for one end of line.  So lengths are counted here.
    """
    found = [
        f"{profile} {failure.rule_id}: {failure.message}"
        for profile in PROFILES
        for failure in page.validate_pdf_bytes(pdf, profile=profile).failures
        if failure.rule_id != "PDFA2A-STREAM-LENGTH-001"
    ]
    return found + [
        f"2a: the stream at byte {start.start()} has another length than it says (ISO 19005-2, 6.1.7.1)"
        for start in _STREAM.finditer(pdf)
        if pdf[start.end() + int(start[1]) :][:10] != b"\nendstream"
    ]


def structure_faults(tagged: Tagged, *heads: str) -> list[str]:
    """What a reader with a screen reader or a keyboard would stumble over; ``heads`` are running heads told nowhere else."""
    return [
        *_document(tagged),
        *_headings(tagged.root),
        *_tables(tagged.root),
        *_figures_lists_and_links(tagged.root),
        *_annotations(tagged),
        *_untagged(tagged, heads),
    ]


def _document(tagged: Tagged) -> Iterator[str]:
    catalog = tagged.document.Root
    metadata = tagged.document.open_metadata()
    if metadata.get("pdfuaid:part") != "1" or metadata.get("pdfaid:part") != "2":
        yield "its metadata name no standard"
    if not str(catalog.get("/Lang", "")):
        yield "no language"
    if not catalog.ViewerPreferences.get("/DisplayDocTitle") or not metadata.get("dc:title"):
        yield "no title to display"
    if not catalog.MarkInfo.get("/Marked"):
        yield "not marked as tagged"


def _headings(root: Element) -> Iterator[str]:
    deepest = 0
    for element in root.all():
        level = _LEVEL.match(element.kind)
        if not level:
            continue
        if not element.text.strip():
            yield f"page {element.page}: a heading without words"
        if int(level[1]) > deepest + 1:
            yield f"page {element.page}: {element.kind} after H{deepest}: {element.text}"
        deepest = int(level[1])


def _tables(root: Element) -> Iterator[str]:
    for table in root.all("Table"):
        widths = set()
        for row in table.all("TR"):
            cells = [cell for cell in row.parts if isinstance(cell, Element)]
            widths.add(sum(int(cell.attributes.get("ColSpan", 1)) for cell in cells))
            for cell in cells:
                if cell.kind == "TH" and str(cell.attributes.get("Scope")) not in ("/Row", "/Column", "/Both"):
                    yield f"page {cell.page}: a head of no row or column: {cell.text}"
                elif cell.kind not in ("TH", "TD"):
                    yield f"page {cell.page}: {cell.kind} in a row"
        if not list(table.all("TH")):
            yield f"page {table.page}: a table without heads: {table.text[:60]}"
        has_tall_cells = any("RowSpan" in cell.attributes for cell in table.all("TH", "TD"))
        if len(widths) != 1 and not has_tall_cells:
            yield f"page {table.page}: rows of different width {widths}: {table.text[:60]}"


def _figures_lists_and_links(root: Element) -> Iterator[str]:
    for figure in root.all("Figure", "Formula"):
        if not (figure.alt or "").strip() or _FILE_NAME.search(figure.alt or ""):
            yield f"page {figure.page}: a picture described as “{figure.alt}”"
    for item in root.all("LI"):
        if not any(isinstance(part, Element) and part.kind == "LBody" for part in item.parts):
            yield f"page {item.page}: an item without a body"
    for link in root.all("Link"):
        if not link.text.strip() and not any(figure.alt for figure in link.all("Figure")):
            yield f"page {link.page}: a link without words"


def _annotations(tagged: Tagged) -> Iterator[str]:
    is_english = str(tagged.document.Root.get("/Lang", "")).startswith("en")
    for number, sheet in enumerate(tagged.document.pages, start=1):
        annotations = sheet.get("/Annots", ())
        if len(annotations) and sheet.get("/Tabs") != "/S":
            yield f"page {number}: the tab key does not follow the text"
        for annotation in annotations:
            told = str(annotation.get("/Contents", "")).strip()
            if not told:
                yield f"page {number}: a link that says nothing of where it leads"
            if not is_english and _ENGLISH.match(told):
                yield f"page {number}: a link that speaks English: {told}"
            if "/StructParent" not in annotation:
                yield f"page {number}: a link outside the tags"


def _untagged(tagged: Tagged, heads: Iterable[str]) -> Iterator[str]:
    """Words in no tag: only running heads, page numbers and the repeated heads of tables are printed so."""
    furniture = {_letters(tagged.document.open_metadata().get("dc:title", ""))}
    furniture |= {*map(_letters, heads)}
    furniture |= {_letters(element.text) for element in tagged.root.all("Title", "TH", *(f"H{n}" for n in range(1, 7)))}
    names = sorted(furniture - {""}, key=len, reverse=True)
    for number, text in tagged.artifacts.items():
        left = _letters(text)
        for name in names if left else ():
            left = left.replace(name, "")
        if left:
            yield f"page {number}: in no tag: {left}"


def _letters(text: str) -> str:
    return "".join(letter for letter in text if letter.isalpha())
