"""What stands in a box or under a title of its own: notices, questions, tabs, task cards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml.html import HtmlElement

from handbook.book.html_tree.book_links import label_of
from handbook.book.html_tree.inline import Node, Run, plain, tidy
from handbook.book.html_tree.parse_html import classes

if TYPE_CHECKING:
    from handbook.book.html_tree.tree import Walk


def read_admonition(element: HtmlElement, walk: Walk) -> Node:
    """A notice; its kind is the class beside ``admonition``."""
    kind = next((name for name in (element.get("class") or "").split() if name != "admonition"), "note")
    title = _take_first(element, "admonition-title", walk)
    return {"t": "admonition", "kind": kind, "title": title, "c": walk.flow(element)}


def read_details(element: HtmlElement, walk: Walk) -> Node:
    """``details``, opened: its summary becomes a title."""
    summary = element.find("summary")
    title: Run = []
    if summary is not None:
        title = tidy(walk.inline_of(summary))
        summary.drop_tree()
    kind = " ".join(sorted(classes(element)))
    return {"t": "titled", "role": "details", "kind": kind, "title": title, "c": walk.flow(element)}


def read_tabs(element: HtmlElement, walk: Walk) -> list[Node]:
    """Content tabs one under the other: paper has no tabs."""
    labels = [tidy(walk.inline_of(label)) for label in element.iterfind("div[@class='tabbed-labels']/label")]
    blocks = element.findall("div[@class='tabbed-content']/div")
    if not labels or len(labels) != len(blocks):
        return walk.flow(element)
    return [
        {"t": "titled", "role": "tab", "kind": "", "title": label, "c": walk.flow(block)}
        for label, block in zip(labels, blocks, strict=False)
    ]


def read_card(element: HtmlElement, walk: Walk) -> Node:
    """The steps of one task; every card has a label, for the index of cards."""
    title = _take_first(element, "the-viec-ten", walk)
    walk.cards += 1
    name = element.get("id") or f"the-viec-{walk.cards}"
    return {"t": "card", "id": label_of(walk.key, name), "title": title, "plain": plain(title), "c": walk.flow(element)}


def _take_first(element: HtmlElement, name: str, walk: Walk) -> Run:
    """The text of the element's leading child of class ``name``, taken out of it."""
    first = next(iter(element), None)
    if first is None or name not in classes(first):
        return []
    run = tidy(walk.inline_of(first))
    first.drop_tree()
    return run
