"""Lists: bullets, numbers, tasks, and terms with their explanations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml.html import HtmlElement

from handbook.book.html_tree.inline import Node, tidy
from handbook.book.html_tree.parse_html import classes

if TYPE_CHECKING:
    from handbook.book.html_tree.tree import Walk


def read_list(element: HtmlElement, walk: Walk) -> Node:
    """``ul`` or ``ol``; a task is an item with ``checked``, its box is drawn."""
    items = []
    for child in element:
        blocks = walk.flow(child) if child.tag == "li" else walk.block(child)
        item: dict = {"c": blocks}
        box = _take_box(blocks)
        if box is not None or "task-list-item" in classes(child):
            item["checked"] = bool(box and box["checked"])
        if child.get("id"):
            item["id"] = f"{walk.key}#{child.get('id')}"
        items.append(item)
    node = {"t": "list", "ordered": element.tag == "ol", "items": items}
    if element.tag == "ol" and (element.get("start") or "").lstrip("-").isdigit():
        node["start"] = int(element.get("start"))
    return node


def _take_box(blocks: list[Node]) -> Node | None:
    if not blocks or blocks[0]["t"] != "p":
        return None
    run = blocks[0]["c"]
    if not run or not isinstance(run[0], dict) or run[0]["t"] != "box":
        return None
    box = run.pop(0)
    if run and isinstance(run[0], str):
        run[0] = run[0].lstrip(" ")
    if not run:
        blocks.pop(0)
    return box


def read_terms(element: HtmlElement, walk: Walk) -> Node:
    """``dl``: pairs of terms and explanations; ``div`` groups inside are looked through."""
    items: list[dict] = []
    for child in element.iterchildren("dt", "dd", "div"):
        group = list(child.iterchildren("dt", "dd")) if child.tag == "div" else [child]
        for part in group:
            if part.tag == "dt":
                entry: dict = {"term": tidy(walk.inline_of(part)), "c": []}
                if part.get("id"):
                    entry["id"] = f"{walk.key}#{part.get('id')}"
                items.append(entry)
            else:
                if not items:
                    items.append({"term": [], "c": []})
                items[-1]["c"].extend(walk.flow(part))
    node = {"t": "terms", "items": items}
    if "so-lieu-chu-thich" in classes(element):
        node["role"] = "small"
    return node
