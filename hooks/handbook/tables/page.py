"""A table as accessible HTML: caption, scopes, units, numbers in the reader's style."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from urllib.parse import urlsplit

from handbook.schema import TableMeta
from handbook.tables.formats import cell_text, machine_date, url_parts
from handbook.tables.model import Cell, Column, Table

BIG = 100  # rows; above it a table is left out of the full-text search
_SOURCE = {"vi": "nguồn", "en": "source"}


def render_table(table: Table, meta: TableMeta | None, language: str, caption: str, *, rows: Sequence[int] | None = None,
                 limit: int | None = None, columns: Sequence[int] | None = None) -> str:
    """``table`` (or the given rows and columns of it) as ``div.so-lieu > table``.

    Scripts for sorting read ``data-kind`` of a header and ``data-value`` of a
    cell; without scripts it is a plain table.
    """
    chosen = list(range(len(table.rows)) if rows is None else rows)[:limit]
    shown = list(range(len(table.columns)) if columns is None else columns)
    header = table.row_header if table.row_header in shown else shown[0]
    excluded = " data-search-exclude" if len(chosen) > BIG else ""
    parts = [f'<div class="so-lieu" data-table="{escape(table.name)}" data-rows="{len(chosen)}"{excluded} role="region" '
             f'aria-label="{escape(caption)}" tabindex="0">',
             f"<table>\n<caption>{escape(caption)}</caption>\n<thead>\n<tr>",
             *(_header(table.columns[i], language) for i in shown), "</tr>\n</thead>\n<tbody>"]
    for row in chosen:
        cells = table.rows[row]
        parts.append("<tr>" + "".join(_cell(cells[i], table.columns[i], language, i == header) for i in shown) + "</tr>")
    parts.append("</tbody>\n</table>\n</div>")
    return "\n".join(parts)


def _header(column: Column, language: str) -> str:
    unit = f' <span class="don-vi">({escape(column.unit)})</span>' if column.unit else ""
    number = ' class="so"' if column.kind == "so" else ""
    return (f'<th scope="col"{number} data-key="{escape(column.key)}" data-kind="{column.kind}">'
            f"{escape(column.title_in(language))}{unit}</th>")


def _cell(cell: Cell, column: Column, language: str, is_header: bool) -> str:
    text = cell_text(cell, column, language)
    if column.kind == "nguon":
        inner = _sources(cell.raw, language)
    else:
        inner = escape(text).replace("\n", "<br>")
    attributes = ' scope="row"' if is_header else ""
    if column.kind == "so":
        attributes += ' class="so"' if cell.exact or cell.value is not None else ' class="so so-chu"'
    value = sort_value(cell, column)
    if value and value != inner:
        attributes += f' data-value="{value}"'
    tag = "th" if is_header else "td"
    return f"<{tag}{attributes}>{inner}</{tag}>"


def sort_value(cell: Cell, column: Column) -> str:
    """What a script sorts by: a plain number, an ISO date, or nothing."""
    if cell.value is None:
        return ""
    if column.kind == "ngay":
        return machine_date(cell.value, "ngay")
    return f"{cell.value:f}" if column.kind == "so" else str(cell.value)


def _sources(text: str, language: str) -> str:
    """Web addresses as short links, their words kept: the host, or "nguồn 1", "nguồn 2"."""
    parts = url_parts(text)
    count = sum(is_address for _, is_address in parts)
    number = 0
    shown = []
    for part, is_address in parts:
        if not is_address:
            shown.append(escape(part).replace("\n", "<br>"))
            continue
        number += 1
        host = (urlsplit(part).hostname or "").removeprefix("www.")
        label = host if count == 1 else f"{_SOURCE[language]} {number}"
        shown.append(f'<a href="{escape(part)}" title="{escape(host)}" rel="nofollow noopener">{escape(label)}</a>')
    return "".join(shown)
