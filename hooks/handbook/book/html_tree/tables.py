"""Tables: rows of cells, as the HTML gives them; the layout comes later."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml.html import HtmlElement

from handbook.book.html_tree.inline import Node, tidy
from handbook.book.html_tree.parse_html import classes

if TYPE_CHECKING:
    from handbook.book.html_tree.tree import Walk

_ALIGN = re.compile(r"text-align:\s*(left|center|right)")


def read_table(element: HtmlElement, walk: Walk) -> Node:
    """``table`` as ``head`` and ``body`` rows; a cell has ``c`` (blocks) and what its tag says."""
    caption = element.find("caption")
    head: list[list[Node]] = []
    body: list[list[Node]] = []
    for row in element.iter("tr"):
        cells = [_cell(cell, walk) for cell in row.iterchildren("td", "th")]
        if not cells:
            continue
        if row.get("id"):
            cells[0].setdefault("id", f"{walk.key}#{row.get('id')}")
        heads_columns = all(cell.get("th") and cell.get("scope") != "row" for cell in cells)
        is_head = row.getparent().tag == "thead" or (not body and not head and heads_columns)
        if is_head:
            # Repeated on every page as an artifact, where PDF/UA allows no links.
            head.append([{**cell, "c": _without_links(cell["c"])} for cell in cells])
        else:
            body.append(cells)
    node: Node = {"t": "table", "head": head, "body": body}
    if caption is not None:
        node["caption"] = tidy(walk.inline_of(caption))
    return node


def _without_links(run: list) -> list:
    """The same text; what was a link is its words only."""
    kept: list = []
    for node in run:
        if not isinstance(node, dict) or not isinstance(node.get("c"), list):
            kept.append(node)
        elif node.get("t") in ("ref", "web"):
            kept += _without_links(node["c"])
        else:
            kept.append({**node, "c": _without_links(node["c"])})
    return kept


def _cell(element: HtmlElement, walk: Walk) -> Node:
    cell: Node = {"c": walk.flow(element)}
    if element.tag == "th":
        cell["th"] = True
        if element.get("scope"):
            cell["scope"] = element.get("scope")
    for name in ("colspan", "rowspan"):
        value = element.get(name) or ""
        if value.isdigit() and int(value) > 1:
            cell[name] = int(value)
    style = _ALIGN.search(element.get("style") or "")
    if "so" in classes(element):
        cell["align"] = "right"
    elif style or element.get("align"):
        cell["align"] = style.group(1) if style else element.get("align")
    if element.get("id"):
        cell["id"] = f"{walk.key}#{element.get('id')}"
    return cell
