"""How a table fits the page: column widths, size of type, or another form than a grid.

All widths are in em of the table's own type; the template gives the columns
these proportions.
"""

from __future__ import annotations

import math
from dataclasses import replace

from handbook.book.html_tree.inline import Node, plain
from handbook.book.html_tree.unbreakable_spaces import NBSP
from handbook.book.layout.headings_and_labels import every_node
from handbook.book.layout.paper import Paper
from handbook.book.layout.table_forms import make_form
from handbook.book.layout.table_measure import CELL_PADDING_EM, Column, columns_of, lowered, mean_height, tallest
from handbook.book.layout.table_panels import TALLEST_ROW, key_column, panel_of, panels
from handbook.book.layout.table_repeats import lift_repeats
from handbook.book.model import LARGE_PRINT_PT
from handbook.sections import DEFAULT_LANGUAGE

# Sizes that a table may be set in, as parts of the body's size; the template
# has the same names (overrides/book/style.typ).
SIZES = {"normal": 0.9, "small": 0.82, "tiny": 0.74}
SMALLEST_PT = 6.8  # nothing smaller is printed, whatever the body's size
WHOLE_LINES = 10  # lines; a table no taller is not torn across pages
COMPACT_ROWS = 400  # beyond this many rows a grid would fill a book of its own
TALLEST_CELL = 24  # lines; a taller row may break across pages
SHORT_FIELD = 32  # characters of a field that shares a line with others in an entry
SHORT_CELLS_EM = (0.0, 6.5, 9.5, 13.0)  # names of a few words, which stay on one line if there is room
PAGES_TO_TURN = 3.0  # an upright table longer than this may lie sideways if that saves pages
SAVED = 0.9  # part of the pages that it may take then
LINE_EM = 1.2  # a line with its leading
ROWS_TO_TURN = 10  # a shorter table is not worth a page turned sideways
TALLEST_TURNED = 3.2  # mean lines of a row on a page turned sideways, which is low
WORDY_EM = 10.0  # the usual width of a column that holds sentences rather than figures


def lay_out(table: Node, paper: Paper, size_pt: float, language: str = DEFAULT_LANGUAGE) -> None:
    """Add ``columns``, ``layout``, ``size`` and ``widths`` to a ``table`` node.

    ``layout`` is ``grid``; ``turned``, a grid on a page set sideways;
    ``panels``, grids that share the column naming the rows; ``records``, an
    entry for each row; or ``compact``, a line or two for each row in two
    columns of small type.
    """
    lift_repeats(table, language)
    head, body = table["head"], table["body"]
    for row in (*head, *body):
        for cell in row:
            _loosen(cell["c"])
    count = max((sum(cell.get("colspan", 1) for cell in row) for row in head + body), default=0)
    table.update(columns=count, layout="grid", size="normal", widths=[1.0] * count)
    if len(body) > COMPACT_ROWS:
        table.update(layout="compact", size="tiny")
        return
    make_form(table)
    spans = any("colspan" in cell or "rowspan" in cell for row in (*head, *body) for cell in row)
    columns = columns_of(head, body, count)
    for name, factor in sizes_of(size_pt).items():
        line = _line(paper.measure_pt, count, size_pt * factor)
        widths = _share(columns, line)
        table.update(size=name, widths=widths)
        fits = sum(column.least for column in columns) <= line
        if fits and (mean_height(columns, widths) <= 3 or name == list(sizes_of(size_pt))[-1]):
            break
        if size_pt * factor <= SMALLEST_PT:
            break
    if not fits:
        line = _line(paper.turned_pt, count, size_pt * SIZES[table["size"]])
        # A page is turned for figures; words read better as entries.
        fits_turned = (
            sum(column.least for column in columns) <= line and max(column.wish for column in columns) <= WORDY_EM
        )
        table.update(layout="turned" if fits_turned or spans else "records", widths=_share(columns, line))
    narrow = table["layout"] == "grid" and _pages(
        columns, table["widths"], size_pt * SIZES[table["size"]], paper.text_height_pt
    )
    if narrow and narrow > PAGES_TO_TURN and not spans and _turn(table, columns, paper, size_pt, SAVED * narrow):
        return
    long = count > 3 and bool(head) and not spans and mean_height(columns, table["widths"]) > TALLEST_ROW
    if (long or table["layout"] == "records") and len(body) >= ROWS_TO_TURN and _turn(table, columns, paper, size_pt):
        return
    if count > 3 and head and not spans and mean_height(columns, table["widths"]) > TALLEST_ROW:
        table["layout"] = "records"
    if table["layout"] == "records" and len(head) == 1 and not spans:
        for size in list(sizes_of(size_pt))[-2:]:
            cut = panels(columns, paper.measure_pt / (size_pt * SIZES[size]), key_column(body))
            if cut:
                table.update(layout="panels", panels=[panel_of(table, chosen, widths, size) for chosen, widths in cut])
                table.update(head=[], body=[], tall=False, whole=False, widths=[])
                return
    table["widths"] = [round(width, 2) for width in table["widths"]]
    if table["layout"] == "records":
        _mark_short(body)
    table["tall"] = tallest(columns, table["widths"]) > TALLEST_CELL
    table["whole"] = mean_height(columns, table["widths"]) * len(body) <= WHOLE_LINES


def _pages(columns: list[Column], widths: list[float], type_pt: float, height_pt: float) -> float:
    """About how many pages the rows take."""
    rows = len(columns[0].cells)
    return rows * (mean_height(columns, widths) * LINE_EM + CELL_PADDING_EM) * type_pt / height_pt


def sizes_of(size_pt: float) -> dict[str, float]:
    """The sizes of type for tables in a text of ``size_pt``; large print has none below its largest."""
    return {"normal": SIZES["normal"]} if size_pt >= LARGE_PRINT_PT else SIZES


def _turn(table: Node, columns: list[Column], paper: Paper, size_pt: float, most: float = math.inf) -> bool:
    """Set a table of many rows on pages turned sideways, if its rows are low enough there.

    It must take no more than ``most`` pages.
    """
    for name, factor in sizes_of(size_pt).items():
        line = _line(paper.turned_pt, len(columns), size_pt * factor)
        widths = _share(columns, line)
        fits = sum(column.least for column in columns) <= line
        is_low = mean_height(columns, widths) <= TALLEST_TURNED
        if fits and is_low and _pages(columns, widths, size_pt * factor, paper.turned_height_pt) <= most:
            table.update(
                layout="turned",
                size=name,
                widths=[round(width, 2) for width in widths],
                tall=tallest(columns, widths) > TALLEST_CELL,
                whole=False,
            )
            return True
        if size_pt * factor <= SMALLEST_PT:
            break
    return False


def _loosen(blocks: list[Node]) -> None:
    """Let a line of a cell break before a document's number: columns are too narrow for "định 69/2024/NĐ-CP"."""
    for node in every_node(blocks):
        run = node.get("c")
        if not isinstance(run, list):
            continue
        for index, (item, following) in enumerate(zip(run, run[1:], strict=False)):
            if (
                isinstance(item, str)
                and item.endswith(NBSP)
                and isinstance(following, dict)
                and following["t"] == "piece"
            ):
                run[index] = item[:-1] + " "


def _mark_short(body: list) -> None:
    """Mark the cells of entries that may share a line with others."""
    for cell in (cell for row in body for cell in row):
        blocks = cell["c"]
        if len(blocks) == 1 and blocks[0]["t"] == "p" and len(plain(blocks[0]["c"])) <= SHORT_FIELD:
            cell["short"] = True


def _line(measure_pt: float, count: int, type_pt: float) -> float:
    return measure_pt / type_pt - count * CELL_PADDING_EM


def _share(columns: list[Column], line: float) -> list[float]:
    """Widths from least to wish, so that the usual row is as low as can be.

    All columns get the width at which their usual text takes the same number of
    lines; that number is found by halving.
    """
    wholes = [_kept_whole(columns, short) for short in SHORT_CELLS_EM]
    wholes = [kept for kept, before in zip(wholes, [None, *wholes], strict=False) if kept != before]
    ways = [_shared(kept, line) for kept in wholes]
    if mean_height(columns, ways[0]) > 1:
        ways += [lowered(kept, way) for kept, way in zip(wholes, ways, strict=True)]
    # The lowest table; of equals the one that breaks fewer names.
    return min(reversed(ways), key=lambda widths: (sum(widths) > line + 0.01, mean_height(columns, widths)))


def _kept_whole(columns: list[Column], short: float) -> list[Column]:
    """The columns, those of short cells no narrower than their longest cell."""
    return [
        replace(column, least=max(column.least, *column.cells) + 0.3)
        if max(column.cells, default=99.0) <= short
        else column
        for column in columns
    ]


def _shared(columns: list[Column], line: float) -> list[float]:
    least = [column.least for column in columns]
    wish = [max(column.wish, column.least) for column in columns]
    if sum(wish) <= line:
        return wish
    if sum(least) >= line:
        return least
    low, high = 1.0, 100.0
    for _ in range(20):
        lines = (low + high) / 2
        total = sum(max(column.least, column.wish / lines) for column in columns)
        low, high = (low, lines) if total <= line else (lines, high)
    return [max(column.least, column.wish / high) for column in columns]
