"""Pandoc's document (its JSON form) made plain enough for the handbook: no word is lost, and what changed is said.

The form is that of pandoc-types 1.23: a block or an inline is ``{"t": kind, "c": content}``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from handbook.vietnamese.text import fold

Node = dict[str, Any]
#: Stands for a line end inside a cell until the text is Markdown.
CELL_BREAK = "\ue000"
_SPACES = ("Space", "SoftBreak", "LineBreak")
# What begins a section in Vietnamese office documents that use no heading styles, by its level.
_SECTIONS = (
    (re.compile(r"(?:chương|phần|phụ lục)\s+(?:[IVXLC]+|\d+|thứ)\b", re.IGNORECASE), 1),
    (re.compile(r"mục\s+(?:[IVXLC]+|\d+)\b", re.IGNORECASE), 2),
    (re.compile(r"[IVX]{1,5}[.)/-]"), 2),
    (re.compile(r"[A-HĐ][.)/]\s"), 2),
    (re.compile(r"(?:điều|bài|bước|buổi)\s+\d+", re.IGNORECASE), 3),
    (re.compile(r"\d{1,2}[.)/]?\s"), 3),
    (re.compile(r"\d{1,2}\.\d{1,2}[.)]?\s"), 4),
    (re.compile(r"\d{1,2}\.\d{1,2}\.\d{1,2}[.)]?\s"), 5),
)
# Lines above the title: the state's motto, the office, the number; without accents, however they are placed.
_ABOVE_TITLE = re.compile(
    r"cong hoa xa hoi|doc lap|dang cong san|doan tncs|ban chap hanh|uy ban nhan dan|hoi dong nhan dan|ubnd\b|truong\b|khoa\b|so\b|bo\b"
    r"|cong ty\b|chi nhanh\b|phong\b|trung tam\b|phu luc\b|mau\b|muc luc\b"
)
_LONGEST_TITLE = 150


@dataclass
class Changes:
    """What was not carried as it stood, counted."""

    flattened: int = 0  # tables with merged cells
    headings: int = 0  # bold lines that became sections
    links: int = 0  # to places outside the document that nobody else has
    formulas: int = 0
    title: str = ""
    linked: list[str] = field(default_factory=list)


def words_of(nodes: Any) -> str:
    """The plain words of any part of a document."""
    if isinstance(nodes, list):
        return "".join(map(words_of, nodes))
    if not isinstance(nodes, dict):
        return ""
    kind = nodes.get("t")
    content: Any = nodes.get("c")
    if kind == "Str":
        return str(content)
    if kind in _SPACES:
        return " "
    if kind in ("Code", "Math", "CodeBlock", "RawInline", "RawBlock"):
        return str(content[1])
    return words_of(content) + (" " if kind in ("Para", "Plain", "Header") else "")


def made_plain(document: Node) -> tuple[Node, Changes]:
    """``document`` without what the handbook's Markdown cannot show, its words all there."""
    title = " ".join(words_of(document["meta"].get("title", {}).get("c", [])).split())
    changes = Changes(title=title if any(char.isalpha() for char in title) else "")
    blocks = [_block(block, changes) for one in document["blocks"] for block in _opened(one)]
    blocks = [block for block in blocks if block["t"] != "Header" or words_of(block).strip()]
    if not changes.title and not any(block["t"] == "Header" for block in blocks[:3]):
        blocks = _without_title(blocks, changes)
    if sum(block["t"] == "Header" for block in blocks) < 2:
        blocks = [_section(block, changes) for block in blocks]
    return {**document, "blocks": _stepwise(blocks)}, changes


def _opened(block: Node) -> Iterator[Node]:
    """What stands in a division, or in what Word only indents, as if it stood alone."""
    kind = block["t"]
    content: Any = block.get("c")
    if (
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


def _inner(content: Any, changes: Changes) -> Any:
    if isinstance(content, list):
        made: list[Any] = []
        for one in content:
            new = _inner(one, changes)
            made += (
                new
                if isinstance(one, dict) and one.get("t") in ("Link", "Span", "Underline") and isinstance(new, list)
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
        return _inner(content["c"][1] if content["t"] == "Span" else content["c"], changes)
    if content["t"] == "Math":
        changes.formulas += 1
        return {"t": "Code", "c": [["", [], []], content["c"][1]]}
    return _block(content, changes)


def _table(block: Node, changes: Changes) -> Node:
    attributes, _, columns, head, bodies, foot = block["c"]
    rows = [*head[1], *(row for body in bodies for part in (body[2], body[3]) for row in part), *foot[1]]
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


def _section(block: Node, changes: Changes) -> Node:
    """A line of its own in bold that is numbered as a section, or all in capitals, as a heading."""
    if block["t"] not in ("Para", "Plain"):
        return block
    words = " ".join(words_of(block).split())
    if not words or len(words) > _LONGEST_TITLE or not _is_bold(block["c"]) or words.endswith((";", ",")):
        return block
    levels = [level for pattern, level in _SECTIONS if pattern.match(words)]
    if not levels:
        return block
    changes.headings += 1
    return {"t": "Header", "c": [levels[-1], ["", [], []], [{"t": "Str", "c": words}]]}


def _is_bold(inlines: list[Node]) -> bool:
    some = [one for one in inlines if one["t"] not in _SPACES]
    return bool(some) and all(one["t"] == "Strong" or one["t"] == "Emph" and _is_bold(one["c"]) for one in some)


def _without_title(blocks: list[Node], changes: Changes) -> list[Node]:
    """The first bold line that is no name of an office names the document."""
    for number, block in enumerate(blocks[:25]):
        if block["t"] in ("Para", "Plain") and _is_bold(block["c"]):
            words = " ".join(words_of(block).split())
            if (
                8 <= len(words) <= _LONGEST_TITLE
                and not _ABOVE_TITLE.match(fold(words))
                and not any(pattern.match(words) for pattern, _ in _SECTIONS)
            ):
                changes.title = words
                return blocks[:number] + blocks[number + 1 :]
    return blocks


def _stepwise(blocks: list[Node]) -> list[Node]:
    """Headings that go down one level at a time."""
    made: list[Node] = []
    open_levels: list[int] = []
    for block in blocks:
        if block["t"] == "Header":
            level = block["c"][0]
            open_levels = [one for one in open_levels if one < level] + [level]
            block = {**block, "c": [len(open_levels), *block["c"][1:]]}
        made.append(block)
    return made
