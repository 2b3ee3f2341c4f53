"""Tables: cells, alignment, column widths, and how a wide or long table is printed."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from lxml.html import HtmlElement

from handbook.book.inline import Node, Run, plain, tidy
from handbook.book.screen import classes
from handbook.book.spaces import LONGEST_WORD

if TYPE_CHECKING:
    from handbook.book.tree import Walk

# Characters in a line across an A5 page at the three sizes tables are set in;
# measured with Source Sans Pro and Vietnamese text.
LINE = {"normal": 74, "small": 84, "tiny": 98}
TURNED = 140  # across a page turned sideways, in the tiny size
COMPACT_ROWS = 400  # beyond this many rows a grid would fill a book of its own
LONGEST_JOINT = 13  # characters that a long word needs when it may break
TALLEST_ROW = 7  # mean lines of a row beyond which a record reads better than a grid
_ALIGN = re.compile(r"text-align:\s*(left|center|right)")


def read_table(element: HtmlElement, walk: Walk) -> Node:
    """``table`` as rows of cells with a layout that fits the page.

    ``layout``: ``grid``; ``turned`` for a page set sideways; ``records`` for long
    text in many columns; ``compact`` for thousands of rows.
    """
    caption = element.find("caption")
    head, body = [], []
    for row in element.iter("tr"):
        parent = row.getparent().tag
        cells = [_cell(cell, walk) for cell in row.iterchildren("td", "th")]
        if not cells:
            continue
        is_head = parent == "thead" or (not body and not head and all(cell.get("th") and cell.get("scope") != "row" for cell in cells))
        (head if is_head else body).append(cells)
    node: Node = {"t": "table", "head": head, "body": body}
    if caption is not None:
        node["caption"] = tidy(walk.inline_of(caption))
    node.update(_layout(head, body))
    return node


def _cell(element: HtmlElement, walk: Walk) -> Node:
    blocks = walk.flow(element)
    cell: Node = {"c": blocks}
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


def _layout(head: list, body: list) -> Node:
    columns = max((sum(cell.get("colspan", 1) for cell in row) for row in head + body), default=0)
    if len(body) > COMPACT_ROWS:
        return {"columns": columns, "layout": "compact", "size": "tiny", "widths": [1] * columns}
    simple = [row for row in head + body if len(row) == columns]
    texts = [[_text(row[i]["c"]) for row in simple] for i in range(columns)]
    least = [max((_longest_word(text) for text in column), default=1) + 1.5 for column in texts]
    names = [len(_text(cell["c"])) / 2 for cell in head[-1]] if head and len(head[-1]) == columns else [0] * columns
    wanted = [max(least[i], names[i], _typical(texts[i])) for i in range(columns)]
    size, line = "tiny", LINE["tiny"]
    for name in ("normal", "small", "tiny"):
        size, line = name, LINE[name]
        if sum(wanted) <= line or (name == "normal" and _height(texts, _share(least, wanted, line)) <= 3 and sum(least) <= line):
            break
    layout = "grid"
    if sum(least) > line:
        layout = "turned" if sum(least) <= TURNED else "records"
        line = TURNED
    widths = _share(least, wanted, line)
    if columns > 3 and head and _height(texts, widths) > TALLEST_ROW:
        layout = "records"
    return {"columns": columns, "layout": layout, "size": size, "widths": [round(width, 1) for width in widths]}


def _share(least: list[float], wanted: list[float], line: float) -> list[float]:
    """Widths between ``least`` and ``wanted``; what is left of the line goes by need."""
    spare = line - sum(least)
    need = [math.sqrt(max(0.0, want - low)) for low, want in zip(least, wanted)]
    if spare <= 0 or not any(need):
        return wanted
    if sum(wanted) <= line:
        return wanted
    return [low + spare * part / sum(need) for low, part in zip(least, need)]


def _height(texts: list[list[str]], widths: list[float]) -> float:
    """Mean number of lines of a row."""
    rows = list(zip(*texts))
    if not rows:
        return 0
    return sum(max(math.ceil(len(text) / max(width - 1, 1)) for text, width in zip(row, widths)) for row in rows) / len(rows)


def _typical(column: list[str]) -> float:
    """A width that nearly every cell of the column would like to have."""
    lengths = sorted(len(text) for text in column)
    return lengths[int(0.9 * (len(lengths) - 1))] + 1.5 if lengths else 1.5


def _longest_word(text: str) -> int:
    return max((len(word) if len(word) <= LONGEST_WORD else LONGEST_JOINT for word in text.split()), default=1)


def _text(blocks: list[Node]) -> str:
    parts: list[str] = []
    for block in blocks:
        content: Run = block.get("c") or []
        if block["t"] == "p":
            parts.append(plain(content))
        elif block["t"] == "list":
            parts.extend(_text(item["c"]) for item in block["items"])
        elif content and isinstance(content[0], dict):
            parts.append(_text(content))
    return " ".join(parts)
