"""Tables that readers fill in by hand."""

from __future__ import annotations

from handbook.book.html_tree.inline import Node, plain

BLANK = 0.6  # part of the cells that is empty in a form, which readers fill in by hand
FORM_ROWS = 8  # rows to write in where an editor gave one as a sample


def make_form(table: Node) -> None:
    """Mark a table to be filled in by hand: its rows are high, and one sample row becomes several."""
    if not is_form(table):
        return
    body = table["body"]
    table["form"] = True
    if len(body) == 1 and all(_is_blank(cell) for cell in body[0]):
        body.extend([{"c": []} for _ in body[0]] for _ in range(FORM_ROWS - 1))


def is_form(table: Node) -> bool:
    """Whether most of ``table`` is left blank for somebody's hand."""
    body = table["body"]
    cells = [cell for row in body for cell in (row[1:] if len(body) > 1 else row)]
    return bool(cells) and sum(_is_blank(cell) for cell in cells) >= BLANK * len(cells)


def _is_blank(cell: Node) -> bool:
    """Whether a cell holds nothing, or only dots and lines to write on."""
    return not "".join(plain(block["c"]) if block["t"] == "p" else "x" for block in cell["c"]).strip(" .…_/\u00a0")
