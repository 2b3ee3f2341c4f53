"""A data table as readers meet it: chart, table, source, date, downloads."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from html import escape

from handbook.cache.last_result import Latest
from handbook.catalogue.catalog import Catalog
from handbook.labels import LABELS, show_date, show_days_in
from handbook.law.citation_links import link_text
from handbook.law.matcher import CitationMatcher
from handbook.markdown.blocks import TableRequest
from handbook.markdown.quoted_figures import Quotation
from handbook.places.commune_list import communes_block
from handbook.places.register import COMMUNES, PROVINCES
from handbook.problem import Problem
from handbook.sections import DEFAULT_LANGUAGE
from handbook.source.schema import PageMeta, TableMeta
from handbook.tables import Table, chart_svg, figure, render_table, select_rows, to_csv, to_xlsx

UrlFor = Callable[[str], str]
CITED_UP_TO = 100  # rows
_downloads: Latest[tuple[bytes, bytes]] = Latest()
_rendered: Latest[str] = Latest()
FILTER_FROM = 15  # rows; a shorter table is seen at a glance


def meta_of(key: str, catalog: Catalog) -> TableMeta | None:
    """What the table's editor says of it, or ``None`` for a bare data file."""
    article = catalog.article(key, DEFAULT_LANGUAGE)
    return article.meta if article and isinstance(article.meta, TableMeta) else None


def render(request: TableRequest, catalog: Catalog, language: str, url_for: UrlFor, page: str) -> str:
    """HTML of what a block of the page with the key ``page`` asks for; ``url_for`` turns a page's key, or the
    site path of a file, into an address relative to the page.

    An unknown table gives a visible notice: the problem itself, with its line,
    is :mod:`handbook.checks.table_references`'.
    """
    key = f"so-lieu/{request.name}"
    table, article = catalog.tables.get(key), catalog.article(key, language)
    if table is None or article is None:
        return f'<p class="so-lieu-loi">Không có bảng số liệu “{escape(request.name)}”.</p>'
    meta = meta_of(key, catalog)
    # The long table of communes is read by province and by the box that answers, not as one page of a thousand screens.
    by_place = key == COMMUNES and PROVINCES in catalog.tables
    return _rendered.of(
        (page, language, request.name, repr(request.where), request.show, by_place),
        (table, article.meta, meta, catalog.register, url_for),
        lambda: _html(request, table, article.meta, meta, language, url_for, page == key, catalog.citations, by_place),
    )


def _html(
    request: TableRequest,
    table: Table,
    titled: PageMeta,
    meta: TableMeta | None,
    language: str,
    url_for: UrlFor,
    is_own: bool,
    matcher: CitationMatcher | None,
    by_place: bool = False,
) -> str:
    parts = []
    if meta and meta.chart and (is_own or request.show != "bang"):
        parts.append(_chart(chart_svg(table, meta, language)[0], meta, language))
    if request.show != "bieu-do":
        rows = select_rows(table, request.where)[0] if request.where else None
        if rows is None:
            parts.append(
                communes_block(language, url_for) if by_place else _filter_box(len(table.rows), meta, language)
            )
        if rows is not None or not by_place:
            parts.append(
                render_table(
                    table,
                    meta,
                    language,
                    titled.title,
                    rows=rows,
                    show_text=_citing(matcher, language, url_for, len(table.rows)),
                )
            )
    return "".join(parts) + _notes(f"so-lieu/{request.name}", titled, meta, language, url_for, is_own)


def _citing(matcher: CitationMatcher | None, language: str, url_for: UrlFor, rows: int) -> Callable[[str], str]:
    """Text as HTML with the legal documents that it cites linked; a long list of names is left plain."""
    if matcher is None or rows > CITED_UP_TO:
        return escape
    return lambda text: link_text(text, matcher, lambda slug: url_for(f"van-ban/{slug}"), language)


def quote(quotation: Quotation, catalog: Catalog, language: str, url_for: UrlFor) -> tuple[str, str]:
    """The quoted figure and the address of its table's page, or two blanks."""
    table = catalog.tables.get(f"so-lieu/{quotation.table}")
    found = figure(table, quotation.where, quotation.column, language) if table else None
    if found is None or isinstance(found, Problem):
        return "", ""
    return found, url_for(f"so-lieu/{quotation.table}")


def _as_files(table: Table, meta: TableMeta | None) -> tuple[bytes, bytes]:
    return to_csv(table), to_xlsx(table, meta)


def downloads(catalog: Catalog) -> dict[str, bytes]:
    """Site path → bytes of every table's CSV and XLSX."""
    files: dict[str, bytes] = {}
    for key, table, meta in downloaded_tables(catalog):
        files[f"{key}.csv"], files[f"{key}.xlsx"] = _downloads.of(key, (table, meta), partial(_as_files, table, meta))
    return files


def downloaded_tables(catalog: Catalog) -> list[tuple[str, Table, TableMeta | None]]:
    """Each table with its key and what its page says of it: all that its files are made from."""
    return [(key, table, meta_of(key, catalog)) for key, table in sorted(catalog.tables.items())]


def _chart(svg: str, meta: TableMeta, language: str) -> str:
    if not svg or not meta.chart:
        return ""
    own = meta.chart.title_en if language == "en" else meta.chart.title
    title = escape(own or meta.chart.title or meta.title)
    return f'<figure class="bieu-do"><figcaption>{title}</figcaption>{svg}</figure>'


def _filter_box(rows: int, meta: TableMeta | None, language: str) -> str:
    """A search field that ``tables.js`` shows; without scripts it stays hidden."""
    if rows <= FILTER_FROM:
        return ""
    label = LABELS[language]["lookup_hint" if meta and meta.lookup else "filter_hint"]
    return (
        f'<p class="so-lieu-loc noprint" hidden><label>{label} <input type="search" autocomplete="off" '
        f'spellcheck="false"></label> <output aria-live="polite"></output></p>'
    )


def trust_in_words(trust: str, language: str) -> str:
    """Levels of trust as a reader understands them: "B; C (2015)" → "báo dẫn cơ quan nhà nước; nguồn khác (2015)"."""
    label = LABELS[language]
    return re.sub(r"\b[ABC]\b", lambda level: label[f"trust_{level[0].lower()}"], trust)


def _notes(key: str, titled: PageMeta, meta: TableMeta | None, language: str, url_for: UrlFor, is_own: bool) -> str:
    label = LABELS[language]
    rows = []
    if meta:
        rows = [
            (label["data_as_of"], show_days_in(meta.as_of, language) if meta.as_of else None),
            (label["trust"], trust_in_words(meta.trust, language) if meta.trust else None),
            (label["method"], meta.method),
            (label["next_update"], show_date(meta.next_update, language) if meta.next_update else None),
            (label["licence"], meta.licence),
        ]
        if not is_own:
            rows = [*rows[:2], (label["sources"], "; ".join(source.name for source in meta.sources))]
    facts = "".join(f"<dt>{escape(name)}</dt><dd>{escape(value)}</dd>" for name, value in rows if value)
    more = "" if is_own else (f'<a href="{escape(url_for(key))}">{label["table_page"]}: {escape(titled.title)}</a> ')
    links = (
        f'{more}<span class="noprint">{label["download"]}: <a href="{escape(url_for(key + ".csv"))}" download>CSV</a>, '
        f'<a href="{escape(url_for(key + ".xlsx"))}" download>Excel</a></span>'
    )
    return f'<dl class="so-lieu-chu-thich">{facts}</dl><p class="so-lieu-tai">{links}</p>'
