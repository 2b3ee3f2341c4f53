"""A data table as readers meet it: the table, its source, its date, its downloads."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from handbook.catalog import Catalog
from handbook.labels import LABELS, show_date
from handbook.schema import PageMeta, TableMeta
from handbook.sections import DEFAULT_LANGUAGE
from handbook.tables import render_table, to_csv, to_xlsx

UrlFor = Callable[[str], str]


def render(name: str, catalog: Catalog, language: str, url_for: UrlFor, is_own_page: bool) -> str:
    """HTML of the table ``name``; ``url_for`` makes a site path relative to the page.

    An unknown name gives a visible notice: the problem itself, with its line,
    is :mod:`handbook.references`'.
    """
    key = f"so-lieu/{name}"
    table = catalog.tables.get(key)
    article = catalog.article(key, language)
    if table is None or article is None:
        return f'<p class="so-lieu-loi">Không có bảng số liệu “{escape(name)}”.</p>'
    base = catalog.article(key, DEFAULT_LANGUAGE)
    meta = base.meta if base and isinstance(base.meta, TableMeta) else None
    html = render_table(table, meta, language, article.meta.title)
    return html + _notes(key, article.meta, meta, language, url_for, is_own_page)


def _notes(key: str, titled: PageMeta, meta: TableMeta | None, language: str, url_for: UrlFor, is_own: bool) -> str:
    label = LABELS[language]
    prefix = "" if language == DEFAULT_LANGUAGE else f"{language}/"
    rows = []
    if meta:
        rows = [(label["data_as_of"], meta.as_of), (label["trust"], meta.trust), (label["method"], meta.method),
                (label["next_update"], show_date(meta.next_update, language) if meta.next_update else None),
                (label["licence"], meta.licence)]
        if not is_own:
            rows = rows[:2]
    facts = "".join(f"<dt>{escape(name)}</dt><dd>{escape(value)}</dd>" for name, value in rows if value)
    more = "" if is_own else (
        f'<a href="{escape(url_for(prefix + key + "/"))}">{label["table_page"]}: {escape(titled.title)}</a> ')
    links = (f'{more}<span class="noprint">{label["download"]}: <a href="{escape(url_for(key + ".csv"))}" download>CSV</a>, '
             f'<a href="{escape(url_for(key + ".xlsx"))}" download>Excel</a></span>')
    return f'<dl class="so-lieu-chu-thich">{facts}</dl><p class="so-lieu-tai">{links}</p>'


def downloads(catalog: Catalog) -> dict[str, bytes]:
    """Site path → bytes of every table's CSV and XLSX."""
    files: dict[str, bytes] = {}
    for key, table in sorted(catalog.tables.items()):
        article = catalog.article(key, DEFAULT_LANGUAGE)
        meta = article.meta if article and isinstance(article.meta, TableMeta) else None
        files[f"{key}.csv"] = to_csv(table)
        files[f"{key}.xlsx"] = to_xlsx(table, meta)
    return files
