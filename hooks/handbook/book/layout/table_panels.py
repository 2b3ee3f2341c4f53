"""A table too wide for the page, cut into tables that share the column naming the rows."""

from __future__ import annotations

from handbook.book.html_tree.inline import Node, plain
from handbook.book.layout.table_measure import CELL_PADDING_EM, Column, mean_height

WIDEST_PANEL_EM = 11.0  # of a column, where a table too wide for the page is cut into panels
MOST_PANELS = 4
TALLEST_ROW = 4.5  # mean lines of a row beyond which entries read better


def key_column(body: list) -> int:
    """The column that names the rows."""
    return next((index for index, cell in enumerate(body[0]) if cell.get("scope") == "row"), 0) if body else 0


def panels(columns: list[Column], line: float, key: int) -> list[tuple[list[int], list[float]]]:
    """The columns of a table too wide for the page, cut into tables that each begin with column ``key``.

    Pairs of columns and their widths in em; none when the table would be cut too
    often or its cells hold more text than narrow columns can show.
    """
    width = [max(column.least, min(column.wish, WIDEST_PANEL_EM)) + CELL_PADDING_EM for column in columns]
    found: list[list[int]] = [[key]]
    for index in range(len(columns)):
        if index == key:
            continue
        if len(found[-1]) > 1 and sum(width[one] for one in (*found[-1], index)) > line:
            found.append([key])
        found[-1].append(index)
    widths = [width_ - CELL_PADDING_EM for width_ in width]
    too_wide = any(sum(width[one] for one in panel) > line for panel in found)
    if too_wide or not 1 < len(found) <= MOST_PANELS or mean_height(columns, widths) > TALLEST_ROW:
        return []
    return [(panel, [widths[one] for one in panel]) for panel in found]


def panel_of(table: Node, chosen: list[int], widths: list[float], size: str) -> Node:
    """One of the tables into which ``table`` is cut; a row's name is repeated as plain words."""
    first = table.get("panels") is None and chosen[1] == min(
        index for index in range(table["columns"]) if index != chosen[0]
    )

    def cells(row: list) -> list:
        key = row[chosen[0]]
        name = (
            key
            if first
            else {
                "c": [{"t": "p", "c": [" ".join(plain(block["c"]) for block in key["c"] if block["t"] == "p")]}],
                "th": True,
                "scope": key.get("scope", "row"),
            }
        )
        return [name, *(row[index] for index in chosen[1:])]

    return {
        "t": "panel",
        "head": [cells(row) for row in table["head"]],
        "body": [cells(row) for row in table["body"]],
        "widths": [round(width, 2) for width in widths],
        "size": size,
        "tall": False,
        "whole": False,
    }
