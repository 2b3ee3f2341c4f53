"""The page's HTML as a parsed tree, without what only a screen needs."""

from __future__ import annotations

import re

from lxml import html as lxml_html
from lxml.html import HtmlElement

# Charts keep their exact text: an HTML parser would write viewBox as viewbox.
_SVG = re.compile(r"<svg\b.*?</svg>", re.DOTALL | re.IGNORECASE)
SVG_TAG = "handbook-svg"
_DROPPED_TAGS = frozenset(
    (
        "script",
        "style",
        "template",
        "noscript",
        "button",
        "input",
        "select",
        "textarea",
        "link",
        "meta",
        "colgroup",
        "dialog",
    )
)
_DROPPED_CLASSES = frozenset(("headerlink", "noprint", "footnote-backref", "tabbed-control", "md-clipboard", "linenos"))


def parse(html: str) -> tuple[HtmlElement, tuple[str, ...]]:
    """The cleaned body of ``html``, and the source of each inline SVG in it.

    An SVG is replaced by an element ``handbook-svg`` whose ``n`` is its index.
    """
    drawings: list[str] = []

    def stash(match: re.Match[str]) -> str:
        drawings.append(match.group())
        return f'<{SVG_TAG} n="{len(drawings) - 1}"></{SVG_TAG}>'

    root = lxml_html.fragment_fromstring(_SVG.sub(stash, html), create_parent="div")
    for element in list(root.iter()):
        if element is not root and _is_for_screens(element):
            _drop(element)
    return root, tuple(drawings)


def classes(element: HtmlElement) -> frozenset[str]:
    """The element's CSS classes."""
    return frozenset((element.get("class") or "").split())


def _is_for_screens(element: HtmlElement) -> bool:
    if not isinstance(element.tag, str):  # comments and processing instructions
        return True
    if element.tag == "input":
        return element.get("type") != "checkbox"  # a task's box is printed
    return (
        element.tag in _DROPPED_TAGS
        or element.get("hidden") is not None
        or not _DROPPED_CLASSES.isdisjoint(classes(element))
    )


def _drop(element: HtmlElement) -> None:
    """Remove the element but keep the text after it; an ancestor may be gone already."""
    if element.getparent() is not None:
        element.drop_tree()
