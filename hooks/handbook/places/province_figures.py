"""Figures of a province against the whole country, and its rows of every table that has provinces."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import ROUND_HALF_UP, Decimal
from html import escape

from handbook.catalogue.catalog import Catalog
from handbook.labels import LABELS, show_days_in
from handbook.markdown.generated_html import as_it_is
from handbook.places.by_province import ProvinceTable
from handbook.places.ranking import Place, places_in
from handbook.places.register import PROVINCES, PlaceRegister, Province
from handbook.places.words import WORDS, joined
from handbook.sections import DEFAULT_LANGUAGE
from handbook.source.schema import TableMeta
from handbook.tables import render_table
from handbook.tables.number_text import number_text

UrlFor = Callable[[str], str]


def country_figures(province: Province, places: PlaceRegister, language: str, url_for: UrlFor) -> str:
    """Three figures that all provinces have, against the whole country."""
    words = WORDS[language]
    everywhere = [one for one in places.provinces if one.total]
    units = tuple(sum(one.units[i] for one in everywhere) for i in range(3))
    before = sum(one.before for one in everywhere)
    if not province.total or not all(one.before for one in everywhere):
        return ""

    def row(name: str, value: Callable[[Province], Decimal], whole: Decimal, decimals: int, unit: str) -> str:
        mine = value(province)
        rank = 1 + sum(value(other) > mine for other in everywhere)
        shown = [f"{decimals_text(number, decimals, language)}{unit}" for number in (mine, whole)]
        place = words["of"].format(rank, len(everywhere))
        return (
            f'<tr><th scope="row">{escape(name)}</th><td class="so">{shown[0]}<br>{escape(place)}</td>'
            f'<td class="so">{shown[1]}</td></tr>'
        )

    head = "".join(
        f'<th scope="col"{css}>{escape(name)}</th>'
        for name, css in ((words["figure"], ""), (province.name, ' class="so"'), (words["country"], ' class="so"'))
    )
    caption = words["against"].format(province.name)
    body = (
        row(words["total"], lambda one: Decimal(one.total), Decimal(sum(units)), 0, "")
        + row(words["wards"], lambda one: percent(one.units[1], one.total), percent(units[1], sum(units)), 1, "%")
        + row(
            words["drop"],
            lambda one: percent(one.before - one.total, one.before),
            percent(before - sum(units), before),
            1,
            "%",
        )
    )
    table = (
        f'<div class="so-lieu" role="region" aria-label="{escape(caption)}" tabindex="0">\n<table>\n'
        f"<thead>\n<tr>{head}</tr>\n</thead>\n<tbody>\n{body}\n</tbody>\n</table>\n</div>"
    )
    return (
        f"## {caption}{as_it_is(table)}"
        f'<p class="so-lieu-tai">{words["high_first"]} <a href="{escape(url_for(PROVINCES))}">{words["full_table"]}</a>.</p>'
    )


def percent(part: int, whole: int) -> Decimal:
    return Decimal(100 * part) / Decimal(whole)


def decimals_text(number: Decimal, decimals: int, language: str) -> str:
    return number_text(number.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP), language)


def former_note(province: Province, tables: list[ProvinceTable], language: str) -> str:
    """Which rows are a former province's; where old and new have one name, that the date tells."""
    words = WORDS[language]
    former = {name for table in tables for name in table.former_of(province.name)}
    if not province.is_merged or not tables:
        return ""
    notes = []
    others = [name for name in province.former if name in former and name != province.name]
    if others:
        notes.append(words["former_rows"].format(province.name, joined(others, language)))
    if province.name in province.former:
        notes.append(words["same_name"].format(province.name))
    return " ".join(notes)


def table_rows(table: ProvinceTable, province: Province, catalog: Catalog, language: str, url_for: UrlFor) -> str:
    """The province's rows of ``table`` with those of the whole country, what they mean, and where it stands."""
    article = catalog.article(table.key, language)
    if article is None:
        return ""
    words, label = WORDS[language], LABELS[language]
    original = catalog.article(table.key, DEFAULT_LANGUAGE)
    meta = original.meta if original and isinstance(original.meta, TableMeta) else None
    mine = list(table.rows_of(province.name))
    shown = sorted({*mine, *_country_rows(table, mine)})
    columns = [
        number
        for number in range(len(table.table.columns))
        if number == table.column
        or (number not in table.repeated and any(table.table.rows[row][number].raw for row in shown))
    ]
    html = render_table(table.table, meta, language, article.meta.title, rows=shown, columns=columns)
    ranks = [_rank_text(place, language) for row in mine for place in places_in(table, row, language)]
    sources = "; ".join(source.name for source in meta.sources[:2]) if meta else ""
    as_of = f"{words['data_as_of']}: {show_days_in(meta.as_of, language)}. " if meta and meta.as_of else ""
    missing = f"{label['source_missing']} " if original and original.is_stub else ""
    by = (
        f"{label['sources']}: {sources}. "
        if sources and not any(table.table.columns[i].kind == "nguon" for i in columns)
        else ""
    )
    link = f'<a href="{escape(url_for(table.key))}">{words["full_table"]}</a>'
    note = f'<p class="so-lieu-tai">{escape(missing + as_of + by)}{link}.</p>'
    return "\n\n".join((as_it_is(html), *(f"<p>{escape(rank)}.</p>" for rank in ranks), note))


def _country_rows(table: ProvinceTable, mine: list[int]) -> Iterator[int]:
    """The rows about the whole country that speak of the same time and kind as one of ``mine``."""
    keys = [
        i
        for i, column in enumerate(table.table.columns)
        if column.kind in ("nam", "ngay", "chu") and i != table.column and i not in table.repeated
    ]
    rows = table.table.rows
    wanted = [[rows[row][i].raw for i in keys] for row in mine]
    return (row for row in sorted(table.country) if [rows[row][i].raw for i in keys] in wanted)


def _rank_text(place: Place, language: str) -> str:
    words = WORDS[language]
    ranked = words["ranked" if place.what else "published"]
    text = ranked.format(what=place.what, name=place.name, rank=place.rank, count=place.count)
    around = [words[key].format(name) for key, name in (("above", place.above), ("below", place.below)) if name]
    when = f"{place.when}: " if place.when else ""
    return when + "; ".join((text, *around))
