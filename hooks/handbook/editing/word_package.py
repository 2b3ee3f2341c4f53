"""A Word file made ready for Pandoc, which would leave out numbers, text boxes and the words beside them, and show hidden words.

Only ``word/document.xml`` is changed; nothing of what the editor typed goes without being told.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator

from lxml import etree

from handbook.editing.word_numbers import numbers_of
from handbook.tables.file.limits import MOST_UNPACKED

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_VAL = f"{_W}val"
_SHOWN = 80
_TEXT_PARTS = re.compile(rb"http://purl\.oclc\.org/ooxml/")
# Names of "Strict Open XML" (ISO/IEC 29500-1, strict) and those that every reader knows (transitional).
_STRICT = (
    (b"http://purl.oclc.org/ooxml/officeDocument/", b"http://schemas.openxmlformats.org/officeDocument/2006/"),
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    (b"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing", b"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"),
    (b"http://purl.oclc.org/ooxml/drawingml/main", b"http://schemas.openxmlformats.org/drawingml/2006/main"),
    (b"http://purl.oclc.org/ooxml/drawingml/picture", b"http://schemas.openxmlformats.org/drawingml/2006/picture"),
)  # fmt: skip
_CONTENTS = re.compile(r"toc(?: heading| ?[1-9])|table of figures", re.IGNORECASE)


class HeavyError(ValueError):
    """The file unpacks to more than is read."""


def made_ready(data: bytes) -> tuple[bytes, tuple[str, ...]]:
    """The file for Pandoc, and what was done in sentences.

    Raises ``HeavyError``, and what ``zipfile`` and ``lxml`` raise of a damaged file.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if sum(info.file_size for info in archive.infolist()) > MOST_UNPACKED:
            raise HeavyError
        parts = {info.filename: archive.read(info) for info in archive.infolist()}
    for name, part in parts.items():
        if name.endswith((".xml", ".rels")) and _TEXT_PARTS.search(part):
            for strict, known in _STRICT:
                part = part.replace(strict, known)
            parts[name] = part
    if "word/document.xml" not in parts:
        return data, ()
    tree = _tree(parts["word/document.xml"])
    numbering, styles = (
        _tree(parts[name]) if name in parts else None for name in ("word/numbering.xml", "word/styles.xml")
    )
    told = (*_without_contents(tree, styles), *_without_hidden(tree), *_open_boxes(tree))
    numbers = numbers_of(numbering, styles)
    for paragraph in tree.iter(f"{_W}p"):
        if label := numbers.label(paragraph):
            _write(paragraph, label)
    parts["word/document.xml"] = etree.tostring(tree, encoding="UTF-8", xml_declaration=True)
    with io.BytesIO() as file:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, part in parts.items():
                archive.writestr(name, part)
        return file.getvalue(), told


def _tree(data: bytes) -> etree._Element:
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False))


def _words(node: etree._Element) -> str:
    found = node.iter(f"{_W}t", f"{_W}tab", f"{_W}br", f"{_W}p")
    return " ".join("".join((part.text or "") if part.tag == f"{_W}t" else " " for part in found).split())


def _without_contents(tree: etree._Element, styles: etree._Element | None) -> Iterator[str]:
    """Takes out the table of contents that Word made: every page has one of its own."""
    called = {
        style.get(f"{_W}styleId"): name.get(_VAL, "")
        for style in (styles.iter(f"{_W}style") if styles is not None else ())
        if (name := style.find(f"{_W}name")) is not None
    }
    found = [
        node
        for node in tree.iter(f"{_W}sdt")
        if any(kind.get(_VAL) == "Table of Contents" for kind in node.iterfind(f"{_W}sdtPr/*/{_W}docPartGallery"))
    ] + [
        node
        for node in tree.iter(f"{_W}p")
        if (style := node.find(f"{_W}pPr/{_W}pStyle")) is not None
        and _CONTENTS.fullmatch(called.get(style.get(_VAL), ""))
    ]
    for node in found:
        if node.getparent() is not None:
            node.getparent().remove(node)
    if found:
        yield "Mục lục của Word: bỏ, vì trang nào cũng có sẵn mục lục."


def _without_hidden(tree: etree._Element) -> Iterator[str]:
    """Takes out words that Word hides: their writer took them for nobody's."""
    hidden = []
    for run in list(tree.iter(f"{_W}r")):
        mark = run.find(f"{_W}rPr/{_W}vanish")
        if mark is not None and mark.get(_VAL, "1") not in ("0", "false", "off"):
            hidden.append(_words(run))
            run.getparent().remove(run)
    if words := " ".join(filter(None, hidden)):
        yield f"Chữ ẩn (hidden text): “{words[:_SHOWN]}{'…' if len(words) > _SHOWN else ''}”: không đưa vào bài."


def _open_boxes(tree: etree._Element) -> Iterator[str]:
    """Puts the paragraphs of text boxes below the paragraph in which they hang: Pandoc would put them in its place."""
    for old in list(tree.iter("{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback")):
        if old.getparent().find("{*}Choice") is not None:  # the same once more, for old programs
            old.getparent().remove(old)
    said = []
    for box in list(tree.iter(f"{_W}txbxContent")):
        holder = next((node for node in box.iterancestors(f"{_W}p")), None)
        while holder is not None and any(True for _ in holder.iterancestors(f"{_W}txbxContent")):
            holder = next(holder.iterancestors(f"{_W}p"), None)
        box.getparent().remove(box)
        if holder is None or not (words := _words(box)):
            continue
        said.append(words)
        place = holder
        for block in list(box):
            place.addnext(block)
            place = block
    if said:
        shown = "; ".join(f"“{words[:_SHOWN]}{'…' if len(words) > _SHOWN else ''}”" for words in said[:3])
        more = f" và {len(said) - 3} khung nữa" if len(said) > 3 else ""
        yield f"Chữ trong khung (text box): {shown}{more}: nay đứng ngay dưới đoạn có khung, xem có đúng chỗ không."


def _write(paragraph: etree._Element, label: str) -> None:
    """The number as words of the paragraph, which is no item of a list then."""
    look = paragraph.find(f"{_W}pPr")
    if look is None:
        look = etree.SubElement(paragraph, f"{_W}pPr")
        paragraph.insert(0, look)
    if (own := look.find(f"{_W}numPr")) is not None:
        look.remove(own)
    # What its style would say of a list is unsaid: 0 is no list (17.9.18).
    none = etree.SubElement(look, f"{_W}numPr")
    etree.SubElement(none, f"{_W}numId").set(_VAL, "0")
    run = etree.Element(f"{_W}r")
    text = etree.SubElement(run, f"{_W}t")
    text.text = f"{label} "
    text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    look.addnext(run)
