"""Lists that were typed ("- …", "+ …", "a) …", "•" of an old font) as lists, and items without empty lines between them."""

from __future__ import annotations

import re

from handbook.editing.word_sections import Node

# Signs that begin an item in office documents; of symbol fonts whatever lies in the private area.
_KINDS = {
    "-": re.compile(r"[-–—]"),
    "+": re.compile(r"\+"),
    "•": re.compile(r"[*•·●▪■◆❖➢➤►▶✓✔→⇒\uf000-\uf0ff]"),
    "o": re.compile(r"[o◦○□◇▫]"),
    "a": re.compile(r"[a-zđ][).]"),
    "☐": re.compile(r"[☐☑☒🗹🗷]"),
}
# A letter is a name that the text may call, a box says whether it is done.
_KEPT = ("a", "☐")


def with_lists(blocks: list[Node]) -> list[Node]:
    """Two typed items in a row, or more, become a list; a sign that differs from the one above lies one level deeper."""
    made: list[Node] = []
    index = 0
    while index < len(blocks):
        end = index
        first = _mark_of(blocks[index])
        while end < len(blocks) and (mark := _mark_of(blocks[end])) and (mark == "☐") == (first == "☐"):
            end += 1
        if end - index > 1:
            made.append(_drawn([(_mark_of(block), block) for block in blocks[index:end]]))
            index = end
        else:
            made.append(blocks[index])
            index += 1
    return [tight(block) for block in made]


def _mark_of(block: Node) -> str:
    """The kind of item that ``block`` was typed as; ``""``: it is none."""
    if block["t"] not in ("Para", "Plain") or len(block["c"]) < 3 or block["c"][0].get("t") != "Str":
        return ""
    first, second = block["c"][0]["c"], block["c"][1].get("t")
    if _KINDS["☐"].search(
        "".join(str(one.get("c")) for one in block["c"][1:])
    ):  # a choice on one line, or what signs mean
        return ""
    found = (kind for kind, sign in _KINDS.items() if sign.fullmatch(first)) if second in ("Space", "SoftBreak") else ()
    return next(iter(found), "")


def _drawn(items: list[tuple[str, Node]]) -> Node:
    root: Node = {"t": "BulletList", "c": []}
    open_lists = [("", root)]
    for mark, block in items:
        known = [kind for kind, _ in open_lists]
        if mark in known:
            del open_lists[known.index(mark) + 1 :]
        elif open_lists[-1][0] == "":
            open_lists[-1] = (mark, open_lists[-1][1])
        else:
            deeper: Node = {"t": "BulletList", "c": []}
            open_lists[-1][1]["c"][-1].append(deeper)
            open_lists.append((mark, deeper))
        words = block["c"] if mark in _KEPT else block["c"][2:]
        if mark == "☐" and words[0]["c"] != "☐":
            words = [{"t": "Str", "c": "☒"}, *words[1:]]  # what Pandoc takes for done
        open_lists[-1][1]["c"].append([{"t": "Plain", "c": words}])
    return root


def tight(block: Node) -> Node:
    """A list whose items are a paragraph each, and lists below it, without empty lines."""
    if block["t"] not in ("BulletList", "OrderedList"):
        return block
    items: list[list[Node]] = block["c"] if block["t"] == "BulletList" else block["c"][1]
    items = [[tight(part) for part in item] for item in items]
    if all(_is_short(item) for item in items):
        items = [[{**item[0], "t": "Plain"}, *item[1:]] if item else item for item in items]
    return {**block, "c": items if block["t"] == "BulletList" else [block["c"][0], items]}


def _is_short(item: list[Node]) -> bool:
    return not item or item[0]["t"] in ("Para", "Plain") and all(part["t"].endswith("List") for part in item[1:])
