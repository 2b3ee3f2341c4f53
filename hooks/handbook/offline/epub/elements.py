"""Single elements of a page, changed into what an EPUB chapter can hold."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from lxml import etree
from lxml.html import HtmlElement

from handbook.book.html_tree.book_links import LinkIndex
from handbook.book.html_tree.parse_html import classes
from handbook.problem import Problem
from handbook.source.web_address import is_file
from handbook.vietnamese.text import nfc

EPUB = "http://www.idpf.org/2007/ops"
EPUB_TYPE = f"{{{EPUB}}}type"
_SVG = "http://www.w3.org/2000/svg"
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_NOT_ID = re.compile(r"[^A-Za-z0-9_.-]")
# Core media types (EPUB 3.3, 3.2) by file name.
PICTURES = {
    ".gif": "image/gif",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".png": "image/png",
    ".svg": "image/svg+xml",
}
etree.register_namespace("epub", EPUB)


def file_name(key: str) -> str:
    """The chapter's file: ``ky-nang/vneid`` → ``ky-nang_vneid.xhtml``; keys hold no ``_``."""
    return key.replace("/", "_") + ".xhtml"


def image_name(source: str) -> str:
    """The name inside the EPUB of a picture below ``docs/``."""
    return "images/" + source.replace("/", "_")


def safe_id(name: str) -> str:
    """``name`` as an XML identifier (XML 1.0, 2.3, without the colon)."""
    safe = _NOT_ID.sub("-", name)
    return safe if safe[:1].isalpha() or safe[:1] == "_" else f"m-{safe}"


def link(element: HtmlElement, key: str, links: LinkIndex) -> None:
    """Point a link at the file of its chapter, or at the web."""
    target = links.resolve(element.get("href").strip(), key)
    if target.kind == "nothing":
        element.drop_tag()
    elif target.kind == "web":
        element.set("href", target.value)
    else:
        page, _, fragment = target.value.partition("#")
        file = "" if page == key and fragment else file_name(page)
        element.set("href", file + (f"#{safe_id(fragment)}" if fragment else ""))


def image(element: HtmlElement, key: str, links: LinkIndex, docs_dir: Path | None) -> tuple[str, str]:
    """Point a picture at its copy in the EPUB: its path below ``docs/``, and what is wrong with it.

    A picture that cannot be taken along is replaced by its description.
    """
    source = links.file_of(element.get("src") or "", key)
    alt = nfc(element.get("alt") or "").strip()
    trouble = ""
    if "://" in source:
        trouble = "nằm trên máy chủ khác"
    elif not source.lower().endswith(tuple(PICTURES)):
        trouble = "không thuộc loại ảnh mà EPUB nhận"
    elif docs_dir is None or not is_file(docs_dir / source):
        trouble = "không có trong docs/"
    if trouble:
        element.attrib.clear()
        element.tag, element.text = "span", alt or source
    else:
        element.set("src", image_name(source))
        element.set("alt", alt)
    return source, trouble


def draw(element: HtmlElement, drawings: tuple[str, ...], path: str, problems: list[Problem]) -> bool:
    """Put the drawing back in place of its stand-in; whether it could be read."""
    try:
        drawing = etree.fromstring(drawings[int(element.get("n"))])
    except etree.XMLSyntaxError as error:
        problems.append(
            Problem(
                path,
                0,
                f"Hình vẽ SVG trong trang không đúng cú pháp ({error.msg}) nên không có trong bản EPUB.",
                "Sửa lại tệp hoặc đoạn SVG.",
                "epub-svg",
            )
        )
        element.drop_tree()
        return False
    for node in drawing.iter():
        if isinstance(node.tag, str) and not node.tag.startswith("{"):
            node.tag = f"{{{_SVG}}}{node.tag}"
        if "lang" in node.attrib:
            node.set(_XML_LANG, node.attrib.pop("lang"))
    drawing.tail = element.tail
    element.getparent().replace(element, drawing)
    return True


def tick(element: HtmlElement, words: Mapping[str, str]) -> None:
    """A task's box as a character: a book has no forms."""
    is_checked = element.get("checked") is not None
    element.tag = "span"
    element.set("class", "o-danh-dau")
    element.set("title", words["checked" if is_checked else "unchecked"])
    element.text = "☑ " if is_checked else "☐ "


def name_cells(table: HtmlElement) -> None:
    """Give each cell the name of its column, which a narrow screen shows instead of the head of the table.

    Only of a plain table, one head row and no joined cells, can the rows be stacked.
    """
    rows = [list(row.iterchildren("td", "th")) for row in table.iter("tr")]
    if len(rows) < 2 or not all(cell.tag == "th" for cell in rows[0]):
        return
    if any(len(row) != len(rows[0]) for row in rows) or table.xpath(".//*[@colspan or @rowspan]"):
        return
    names = [" ".join(cell.text_content().split()) for cell in rows[0]]
    for row in rows[1:]:
        for name, cell in zip(names, row, strict=True):
            if cell.tag == "td" and name and cell.text_content().strip():
                cell.set("data-ten", nfc(name))
    table.set("class", f"{table.get('class') or ''} xep".strip())


def name_tabs(root: HtmlElement) -> None:
    """Content tabs one below the other, each under its name: a book has no tabs to click."""
    for tabs in list(root.iter("div")):
        if "tabbed-set" not in classes(tabs):
            continue
        labels = tabs.find("div[@class='tabbed-labels']")
        blocks = tabs.findall("div[@class='tabbed-content']/div")
        if labels is None or len(labels) != len(blocks):
            continue
        for label, block in zip(list(labels), blocks, strict=False):
            name = etree.SubElement(block, "p", {"class": "the-ten"})
            name.text = label.text_content().strip()
            block.insert(0, name)
            name.tail, block.text = block.text, None
            block.set("class", "the")
        labels.drop_tree()


def mark_notes(root: HtmlElement) -> None:
    """Footnotes get the types by which a reader shows them in place."""
    for element in root.iter("a", "div", "li"):
        names = classes(element)
        if element.tag == "a" and "footnote-ref" in names:
            element.set(EPUB_TYPE, "noteref")
        elif element.tag == "div" and "footnote" in names:
            element.set(EPUB_TYPE, "footnotes")
        elif element.tag == "li" and (element.get("id") or "").startswith("fn:"):
            element.set(EPUB_TYPE, "footnote")
