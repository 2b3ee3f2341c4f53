"""Running text: strings, and small nodes for what stands out in them.

A run is a list of strings and dicts; a dict has its kind in ``t``.
"""

from __future__ import annotations

import re

from handbook.book.html_tree.unbreakable_spaces import joints, keep_together, pieces
from handbook.vietnamese.text import nfc

Node = dict
Run = list

# HTML tags that are only a look, and the node each becomes.
STYLES = {
    "em": "em",
    "i": "em",
    "cite": "em",
    "var": "em",
    "strong": "strong",
    "b": "strong",
    "sub": "sub",
    "sup": "sup",
    "del": "strike",
    "s": "strike",
    "ins": "under",
    "u": "under",
    "mark": "mark",
    "small": "small",
}
CODE_TAGS = frozenset(("code", "kbd", "samp", "tt"))
TRANSPARENT = frozenset(
    (
        "span",
        "abbr",
        "time",
        "label",
        "q",
        "data",
        "font",
        "bdi",
        "bdo",
        "big",
        "wbr",
        "ruby",
        "rb",
        "rt",
        "rp",
        "dfn",
        "summary",
        "figcaption",
        "caption",
    )
)
# White space that is more than one plain space.
_WHITE = re.compile(r"[\t\r\n\f][ \t\r\n\f]*| [ \t\r\n\f]+")


def squeeze(text: str | None) -> str:
    """``text`` in NFC, each stretch of white space as one space, as a browser shows it."""
    return _WHITE.sub(" ", nfc(text)) if text else ""


def tidy(run: Run) -> Run:
    """``run`` without space at its ends or double spaces, pieces that may not break marked."""
    joined: Run = []
    for item in run:
        if isinstance(item, str) and joined and isinstance(joined[-1], str):
            joined[-1] += item
        elif item != "":
            joined.append(item)
    _strip_ends(joined)
    result: Run = []
    for item in joined:
        if isinstance(item, str):
            result.extend(_kept(item))
        else:
            if item["t"] not in ("fn", "code") and item.get("c"):
                item["c"] = [
                    part for inner in item["c"] for part in (_kept(inner) if isinstance(inner, str) else tidy([inner]))
                ]
            result.append(item)
    return result


def _strip_ends(run: Run) -> None:
    """Take away spaces at both ends, around line breaks, and repeated across nodes."""
    space_before = True
    for index, item in enumerate(run):
        if isinstance(item, str):
            text = _WHITE.sub(" ", item)
            if space_before:
                text = text.lstrip(" ")
            run[index] = text
            space_before = text.endswith(" ") if text else space_before
        elif item["t"] == "br":
            if index and isinstance(run[index - 1], str):
                run[index - 1] = run[index - 1].rstrip(" ")
            space_before = True
        else:
            space_before = _ends_with_space(item)
    while run and isinstance(run[-1], str) and not run[-1].rstrip(" "):
        run.pop()
    if run and isinstance(run[-1], str):
        run[-1] = run[-1].rstrip(" ")
    run[:] = [item for item in run if item != ""]


def _ends_with_space(node: Node) -> bool:
    inner = node.get("c")
    if not inner or node["t"] == "fn":
        return False
    last = inner[-1]
    return last.endswith(" ") if isinstance(last, str) else isinstance(last, dict) and _ends_with_space(last)


def _kept(text: str) -> Run:
    run: Run = []
    for piece, kind in pieces(keep_together(text)):
        if kind == "firm":
            run.append({"t": "piece", "c": [piece]})
        elif kind == "long":
            run.append({"t": "long", "c": joints(piece)})
        else:
            run.append(piece)
    return run


def plain(run: Run) -> str:
    """The text of a run, for outlines, labels and measuring."""
    parts = []
    for item in run:
        if isinstance(item, str):
            parts.append(item)
        elif item["t"] == "br":
            parts.append(" ")
        elif item["t"] != "fn" and item.get("c"):
            parts.append(plain(item["c"]))
    return "".join(parts)
