"""Finishing touches to the trees of a book: levels, labels, what stays with what follows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from handbook.book.html_tree.inline import Node, plain
from handbook.vietnamese.text import nfc

SHORT_BOX = 600  # characters; a box no longer than this is not torn across pages
_FOLLOWERS = frozenset(("list", "table", "admonition", "titled", "terms", "quote", "pre", "card", "drawing", "image"))


def every_node(nodes: Iterable[object]) -> Iterator[Node]:
    """Every node below ``nodes``, blocks, items, cells and running text alike, in reading order."""
    ahead = list(nodes)  # the next one last
    ahead.reverse()
    while ahead:
        node = ahead.pop()
        if isinstance(node, dict):
            yield node
            for value in reversed(node.values()):
                if isinstance(value, list):
                    ahead.extend(reversed(value))
        elif isinstance(node, list):
            ahead.extend(reversed(node))


def arrange(body: list[Node], title: str) -> list[Node]:
    """``body`` ready for the page below a chapter's ``title``; changed in place."""
    nodes = list(every_node(body))
    _step_down(nodes)
    for node in nodes:
        if node.get("t") in ("admonition", "titled", "quote") and letters([node]) <= SHORT_BOX:
            node["whole"] = True
    _keep_with_next(body)
    for node in body:
        if node["t"] == "table" and plain(node.get("caption", [])).split() == nfc(title).split():
            node["same_as_title"] = True  # a table that is the chapter need not say its name again
    return body


def letters(nodes: list[Node]) -> int:
    """How many characters of text stand in ``nodes``."""
    return sum(
        len(item)
        for node in every_node(nodes)
        for value in node.values()
        if isinstance(value, list)
        for item in value
        if isinstance(item, str)
    )


def _step_down(nodes: list[Node]) -> None:
    """Heading levels counted from 1 below the chapter's title, none skipped (PDF/UA-1, 7.4.2)."""
    deepest = 0
    for node in nodes:
        if node.get("t") == "h":
            node["level"] = deepest = min(max(node["level"] - 1, 1), deepest + 1)


def _keep_with_next(blocks: list[Node]) -> None:
    """A paragraph that announces a list or a table stays on its page."""
    for node, following in zip(blocks, blocks[1:], strict=False):
        if node["t"] == "p" and following["t"] in _FOLLOWERS and plain(node["c"]).endswith(":"):
            node["keep"] = True


def settle_labels(nodes: list[Node], known: set[str]) -> None:
    """Make every label unique and every reference end at a label that exists; ``known`` grows."""
    for node in nodes:
        if "id" in node and node.get("t") != "fn":
            if node["id"] in known:
                del node["id"]
            else:
                known.add(node["id"])
    for node in nodes:
        if node.get("t") == "ref" and node["to"] not in known:
            node["to"] = node["to"].split("#", 1)[0]
