"""Pandoc's document (its JSON form) made plain enough for the handbook: no word is lost, and what changed is said.

The form is that of pandoc-types 1.23: a block or an inline is ``{"t": kind, "c": content}``.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from handbook.editing.word_encoding import in_unicode
from handbook.editing.word_lists import with_lists
from handbook.editing.word_sections import Changes, Node, stepwise, with_sections, without_title, words_of

#: Stands for a line end inside a cell until the text is Markdown.
CELL_BREAK = "\ue000"
#: Stand for tags of HTML until then: what Markdown has no sign for.
TAGS = {
    "\ue001": "<del>",
    "\ue002": "</del>",
    "\ue003": "<sup>",
    "\ue004": "</sup>",
    "\ue005": "<sub>",
    "\ue006": "</sub>",
}
_TAGGED = {"Strikeout": ("\ue001", "\ue002"), "Superscript": ("\ue003", "\ue004"), "Subscript": ("\ue005", "\ue006")}


def made_plain(document: Node) -> tuple[Node, Changes]:
    """``document`` without what the handbook's Markdown cannot show, its words all there."""
    encoding = in_unicode([*document["blocks"], {"t": "Plain", "c": document["meta"].get("title", {}).get("c", [])}])
    title = " ".join(words_of(document["meta"].get("title", {}).get("c", [])).split())
    changes = Changes(title=title if any(char.isalpha() for char in title) else "", encoding=encoding)
    blocks = [_block(block, changes) for one in document["blocks"] for block in _opened(one)]
    blocks = [block for block in blocks if block["t"] != "Header" or words_of(block).strip()]
    if not changes.title and not any(block["t"] == "Header" for block in blocks[:3]):
        blocks = without_title(blocks, changes)
    return {**document, "blocks": stepwise(with_sections(with_lists(blocks), changes))}, changes


def _opened(block: Node) -> Iterator[Node]:
    """What stands in a division, or in what Word only indents, as if it stood alone."""
    kind = block["t"]
    content: Any = block.get("c")
    if (
        kind == "Table" and len(rows := _rows(block)) == 1
    ):  # a letterhead, a signature: drawn as a table to stand side by side
        for cell in rows[0][1]:
            for inner in cell[4]:
                yield from _opened({**inner, "t": "Para"} if inner["t"] == "Plain" else inner)
    elif (
        kind == "Div"
        or kind == "BlockQuote"
        and all(one["t"] in ("Para", "Plain", "Table", "Header") for one in content)
    ):
        for inner in content[1] if kind == "Div" else content:
            yield from _opened(inner)
    else:
        yield block


def _block(block: Node, changes: Changes) -> Node:
    kind = block["t"]
    content: Any = block.get("c")
    if kind == "Table":
        return _table(block, changes)
    return {**block, "c": _inner(content, changes)} if content is not None else block


_DISSOLVED = ("Link", "Span", "Underline")


def _inner(content: Any, changes: Changes) -> Any:
    if isinstance(content, list):
        made: list[Any] = []
        for one in content:
            new = _inner(one, changes)
            made += (
                new
                if isinstance(one, dict) and one.get("t") in (*_DISSOLVED, *_TAGGED) and isinstance(new, list)
                else [new]
            )
        return made
    if not isinstance(content, dict) or "t" not in content:
        return content
    if content["t"] == "Link":
        target = content["c"][2][0]
        inside = _inner(content["c"][1], changes)
        if target.startswith(("http://", "https://", "mailto:")):
            return {**content, "c": [["", [], []], inside, content["c"][2]]}
        changes.links += 1
        return inside
    if content["t"] in ("Span", "Underline"):  # neither is Markdown
        changes.underlined += content["t"] == "Underline"
        return _inner(content["c"][1] if content["t"] == "Span" else content["c"], changes)
    if content["t"] in _TAGGED:
        changes.struck += content["t"] == "Strikeout"
        before, after = _TAGGED[content["t"]]
        return [{"t": "Str", "c": before}, *_inner(content["c"], changes), {"t": "Str", "c": after}]
    if content["t"] == "Math":
        changes.formulas += 1
        return {"t": "Code", "c": [["", [], []], content["c"][1]]}
    return _block(content, changes)


def _rows(table: Node) -> list[Any]:
    _, _, _, head, bodies, foot = table["c"]
    return [*head[1], *(row for body in bodies for part in (body[2], body[3]) for row in part), *foot[1]]


def _table(block: Node, changes: Changes) -> Node:
    attributes, _, columns, *_ = block["c"]
    rows = _rows(block)
    width, grid, is_merged = len(columns), [], False
    waiting: dict[tuple[int, int], bool] = {}
    for number, row in enumerate(rows):
        line: list[list[Node]] = []
        for cell in row[1]:
            while waiting.pop((number, len(line)), False):
                line.append([])
            _, _, down, across, blocks = cell
            is_merged = is_merged or down > 1 or across > 1
            column = len(line)
            waiting.update({(number + y, column + x): True for y in range(1, down) for x in range(across)})
            line += [_cell(blocks, changes), *([] for _ in range(across - 1))]
        while len(line) < width:
            waiting.pop((number, len(line)), False)
            line.append([])
        grid.append(line[:width])
    changes.flattened += is_merged
    drawn = [
        [["", [], []], [[["", [], []], {"t": "AlignDefault"}, 1, 1, [{"t": "Plain", "c": cell}]] for cell in line]]
        for line in grid
    ]
    plain = [[{"t": "AlignDefault"}, {"t": "ColWidthDefault"}] for _ in columns]
    empty = ["", [], []]
    return {
        "t": "Table",
        "c": [attributes, [None, []], plain, [empty, drawn[:1]], [[empty, 0, [], drawn[1:]]], [empty, []]],
    }


def _cell(blocks: list[Node], changes: Changes) -> list[Node]:
    """The blocks of a cell in one line, parted by :data:`CELL_BREAK`."""
    parts = [
        part for block in blocks for part in _lines(block, changes) if words_of(part).strip() or _has_picture(part)
    ]
    made: list[Node] = []
    for number, part in enumerate(parts):
        made += [{"t": "Str", "c": CELL_BREAK}] if number else []
        made += _in_one_line(part)
    return made


def _in_one_line(nodes: Any) -> Any:
    if isinstance(nodes, list):
        return [_in_one_line(one) for one in nodes]
    if not isinstance(nodes, dict) or nodes.get("t") == "Note":
        return nodes
    if nodes.get("t") == "LineBreak":
        return {"t": "Str", "c": CELL_BREAK}
    return {**nodes, "c": _in_one_line(nodes["c"])} if "c" in nodes else nodes


def _has_picture(nodes: Any) -> bool:
    return '"Image"' in str(nodes).replace("'", '"')


def _lines(block: Node, changes: Changes, sign: str = "") -> Iterator[list[Node]]:
    kind = block["t"]
    content: Any = block.get("c")
    start: list[Node] = [{"t": "Str", "c": sign}, {"t": "Space"}] if sign else []
    if kind in ("Para", "Plain"):
        yield start + _inner(content, changes)
    elif kind == "Header":
        yield start + [{"t": "Strong", "c": _inner(content[2], changes)}]
    elif kind in ("BulletList", "OrderedList"):
        items = content if kind == "BulletList" else content[1]
        first = 1 if kind == "BulletList" else content[0][0]
        for number, item in enumerate(items, first):
            for place, inner in enumerate(item):
                mark = ("–" if kind == "BulletList" else f"{number}.") if not place else ""
                yield from _lines(inner, changes, mark)
    elif kind == "Table":
        for row in [*content[3][1], *(row for body in content[4] for row in (*body[2], *body[3])), *content[5][1]]:
            cells = [_cell(cell[4], changes) for cell in row[1]]
            yield [
                node
                for number, cell in enumerate(cells)
                for node in ([{"t": "Str", "c": " – "}] if number else []) + cell
            ]
    elif kind in ("Div", "BlockQuote"):
        for inner in content[1] if kind == "Div" else content:
            yield from _lines(inner, changes)
    elif content is not None and (words := words_of(block).strip()):
        yield [{"t": "Str", "c": words}]
