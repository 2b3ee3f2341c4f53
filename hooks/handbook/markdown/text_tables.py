"""Tables written in Markdown: a named frame that scrolls, headers with a scope, stacked rows on a phone.

A screen reader needs a name and ``scope`` (WCAG 2.2, 1.3.1); a phone of 320 px must not scroll the whole page
sideways (1.4.10).  Tables of data files bring their own markup and are left alone.
"""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Callable, Iterator, Mapping

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

#: The language of a page's words, and its title for tables above every heading.
PageWords = Callable[[], tuple[str, str]]
#: What the frame is called, by language: ``{}`` is the heading above the table.
NAMES: Mapping[str, str] = {"vi": "Bảng: {}", "en": "Table: {}"}
#: With so many columns a row no longer fits beside itself on a phone.
STACKED_FROM = 3
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


class _TextTables(Treeprocessor):
    def __init__(self, md: Markdown, page: PageWords) -> None:
        super().__init__(md)
        self.page = page

    def run(self, root: etree.Element) -> None:
        tables = [element for element in root.iter("table") if "class" not in element.attrib]
        if not tables:
            return
        language, heading = self.page()
        used: dict[str, int] = {}
        for parent, element in list(_in_order(root)):
            if element.tag in _HEADINGS:
                heading = " ".join("".join(element.itertext()).split())
            elif element.tag == "table" and "class" not in element.attrib:
                name = NAMES[language].format(heading)
                used[name] = used.get(name, 0) + 1
                _frame(parent, element, name if used[name] == 1 else f"{name} ({used[name]})")
                _name_cells(element)


def _in_order(element: etree.Element) -> Iterator[tuple[etree.Element, etree.Element]]:
    for child in element:
        yield element, child
        yield from _in_order(child)


def _frame(parent: etree.Element, table: etree.Element, name: str) -> None:
    frame = etree.Element("div", {"class": "bang", "role": "region", "aria-label": name, "tabindex": "0"})
    frame.tail, table.tail = table.tail, None
    parent[list(parent).index(table)] = frame
    frame.append(table)


def _name_cells(table: etree.Element) -> None:
    """Column headers say so; where rows are stacked, each cell knows the header that stood above it."""
    headers = list(table.iterfind("thead/tr/th"))
    for cell in headers:
        if _text(cell):
            cell.set("scope", "col")
        else:  # the corner above the names of rows heads nothing
            cell.tag = "td"
    rows = [[cell for cell in row if cell.tag == "td"] for row in table.iterfind("tbody/tr")]
    filled = [row for row in rows if any(_text(cell) for cell in row)]
    # A form of empty cells to fill in by hand is a grid, not a list of facts.
    if len(headers) < STACKED_FROM or not rows or len(filled) * 2 < len(rows):
        return
    table.set("data-xep", "")
    for row in rows:
        for header, cell in list(zip(headers, row, strict=False))[1:]:
            if label := _text(header):
                cell.set("data-cot", label)


def _text(element: etree.Element) -> str:
    return " ".join("".join(element.itertext()).split())


class TextTables(Extension):
    """``page`` tells the language of the page's words and its title."""

    def __init__(self, page: PageWords) -> None:
        super().__init__()
        self.page = page

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (the library's name)
        # After attr_list (8) and the law's links (7), before toc (5) puts its sign behind the headings.
        md.treeprocessors.register(_TextTables(md, self.page), "text-tables", 5.5)
