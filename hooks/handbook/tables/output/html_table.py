"""A table as accessible HTML: caption, scopes, units, numbers in the reader's style."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from html import escape

from handbook.source.schema import TableMeta
from handbook.source.web_address import split_address
from handbook.tables.model import Cell, Column, Table
from handbook.tables.number_text import cell_text, machine_date, url_parts
from handbook.tables.words import SOURCES

BIG = 100  # rows; above it a table is left out of the full-text search
_LONG = 60  # characters that do not fit beside other columns on a phone


def render_table(
    table: Table,
    meta: TableMeta | None,
    language: str,
    caption: str,
    *,
    rows: Sequence[int] | None = None,
    limit: int | None = None,
    columns: Sequence[int] | None = None,
    show_text: Callable[[str], str] = escape,
) -> str:
    """``table`` (or the given rows and columns of it) as ``div.so-lieu > table``.

    ``show_text`` turns a cell's words into HTML (citations may become links).
    Scripts for sorting read ``data-kind`` of a header and ``data-value`` of a
    cell; without scripts it is a plain table.  A source that is the same in
    all of five or more rows stands once below the table.
    """
    chosen = list(range(len(table.rows)) if rows is None else rows)[:limit]
    shown = [i for i in table.columns_in(language) if columns is None or i in columns]
    shared = [
        i
        for i in shown
        if table.columns[i].kind == "nguon"
        and i != table.row_header
        and len(chosen) >= 5
        and len({table.rows[row][i].raw for row in chosen}) == 1
        and table.rows[chosen[0]][i].raw
    ]
    shown = [i for i in shown if i not in shared]
    header = table.row_header if table.row_header in shown else shown[0]
    excluded = " data-search-exclude" if len(chosen) > BIG else ""
    # Words rather than numbers to compare: on a phone each row becomes a card.
    stacked = " data-xep" if _is_wordy(table, shown, header) else ""
    label = escape(caption)
    body_lang = "" if language == "vi" else ' lang="vi"'  # what editors wrote is Vietnamese
    parts = [
        f'<div class="so-lieu" data-table="{escape(table.name)}" data-rows="{len(chosen)}"{excluded}{stacked} role="region" '
        f'aria-label="{label}" tabindex="0">',
        f"<table>\n<caption>{label}</caption>\n<thead>\n<tr>",
        *(_header(table.columns[i], language) for i in shown),
        f"</tr>\n</thead>\n<tbody{body_lang}>",
    ]
    for row in chosen:
        cells = table.rows[row]
        parts.append(
            "<tr>"
            + "".join(_cell(cells[i], table.columns[i], language, i == header, show_text) for i in shown)
            + "</tr>"
        )
    parts.append("</tbody>\n</table>")
    if len(chosen) == len(table.rows):
        parts += [f'<p class="so-lieu-ghi-chu"{body_lang}>{escape(note)}</p>' for note in table.notes]
    parts += [
        f'<p class="so-lieu-nguon-chung">{SOURCES[language][1]}: {_sources(table.rows[chosen[0]][i].raw, language)}</p>'
        for i in shared
    ]
    return "\n".join(parts) + "\n</div>"


def _is_wordy(table: Table, shown: Sequence[int], header: int) -> bool:
    others = [table.columns[i] for i in shown if i != header]
    return not any(column.kind == "so" for column in others) and any(
        len(row[i].raw) > _LONG for row in table.rows for i in shown if table.columns[i].kind == "chu"
    )


def _header(column: Column, language: str) -> str:
    unit = f' <span class="don-vi">({escape(column.unit)})</span>' if column.unit else ""
    number = f' class="{column.kind}"' if column.kind in ("so", "nam") else ""
    lang = ' lang="vi"' if language == "en" and not column.title_en else ""
    return (
        f'<th scope="col"{number}{lang} data-key="{escape(column.key)}" data-kind="{column.kind}">'
        f"{escape(column.title_in(language))}{unit}</th>"
    )


def _cell(cell: Cell, column: Column, language: str, is_header: bool, show_text: Callable[[str], str]) -> str:
    if column.kind == "nguon":
        inner = _sources(cell.raw, language)
    else:
        inner = _lines(cell_text(cell, column, language), show_text if column.kind == "chu" else escape)
    attributes = ' scope="row"' if is_header else ""
    if column.kind == "so":
        attributes += ' class="so so-chu"' if cell.raw and not cell.exact and cell.value is None else ' class="so"'
    if column.kind == "nam":
        attributes += ' class="nam"'
    if language == "en" and column.key.endswith("_en"):
        attributes += ' lang="en"'
    value = sort_value(cell, column)
    if value and value != inner:
        attributes += f' data-value="{value}"'
    tag = "th" if is_header else "td"
    return f"<{tag}{attributes}>{inner}</{tag}>"


def sort_value(cell: Cell, column: Column) -> str:
    """What a script sorts by: a plain number, an ISO date, or nothing."""
    if cell.value is None:
        return ""
    if isinstance(cell.value, dt.date):
        return machine_date(cell.value, "ngay")
    return f"{cell.value:f}" if column.kind == "so" else str(cell.value)


def _lines(text: str, show_text: Callable[[str], str] = escape) -> str:
    return "<br>".join(map(show_text, text.split("\n")))


def _sources(text: str, language: str) -> str:
    """Web addresses as short links, other words kept: the host, or "nguồn 1", "nguồn 2"."""
    parts = url_parts(text)
    count = sum(is_address for _, is_address in parts)
    shown = []
    for part, is_address in parts:
        if not is_address:
            shown.append(_lines(part))
            continue
        host = (_host(part) or part).removeprefix("www.")
        number = sum("<a " in earlier for earlier in shown) + 1
        label = host if count == 1 else f"{SOURCES[language][0]} {number}"
        title = "" if count == 1 else f' title="{escape(host)}"'
        shown.append(f'<a href="{escape(part)}"{title} rel="nofollow noopener">{escape(label)}</a>')
    return "".join(shown)


def _host(address: str) -> str | None:
    try:
        return split_address(address).hostname
    except ValueError:  # "http://[": no address, but nothing that a browser runs either
        return None
