"""Kit blocks in the book: found again in the chapter's Markdown, handed to the template as data."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from lxml.html import HtmlElement

from handbook.book.html_tree.book_links import label_of
from handbook.book.html_tree.inline import Node
from handbook.book.html_tree.parse_html import classes
from handbook.cache.memo import memo

if TYPE_CHECKING:
    from handbook.book.html_tree.tree import Walk

KIT, SEQUENCE = "kit", "kit-chuoi"


@memo(64)  # the pages of one book, one after the other
def _written(source: str) -> Mapping[str, dict]:
    from handbook.kit.kinds import blocks_in, data_of  # their readers load Markdown; a page without blocks needs none

    return {block.raw.digest: data_of(block.content) for block in blocks_in(source)}


def read_kit(element: HtmlElement, walk: Walk) -> list[Node]:
    """A block, or a row of screens; what is not in the source keeps its words."""
    written = _written(walk.source)
    figures = element.findall("figure") if SEQUENCE in classes(element) else [element]
    found = [written.get(figure.get("data-kit") or "") for figure in figures]
    if not found or None in found:
        return walk.flow(element)
    nodes = [{"t": "kit", "kind": data["kind"], "data": data} for data in found if data]
    node: Node = nodes[0] if len(nodes) == 1 else {"t": "kit", "kind": "chuoi", "screens": nodes}
    if element.get("id"):
        node["id"] = label_of(walk.key, element.get("id"))
    return [node]
