"""The page of a province: a profile, its rows of every table, its stories, its communes.

Markdown for the headings and the running text, HTML for tables, so that site, search and book read it as any page.
What is not known is left out; what an editor wrote in ``docs/dia-phuong/<tỉnh>.md`` stands after the profile.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import ROUND_HALF_UP, Decimal
from html import escape

from handbook.catalogue.catalog import Article, Catalog
from handbook.labels import LABELS
from handbook.places.by_province import SUPPORT, ProvinceTable, province_tables
from handbook.places.lookup_data import DATA_FILE
from handbook.places.ranking import Place, places_in
from handbook.places.register import COMMUNES, FOLDER, PROVINCES, Commune, PlaceRegister, Province
from handbook.places.similar import similar
from handbook.places.stories import stories_in
from handbook.places.words import WORDS, joined, units_text
from handbook.sections import DEFAULT_LANGUAGE
from handbook.source.schema import HomeMeta, TableMeta
from handbook.tables import render_table
from handbook.tables.number_text import number_text

UrlFor = Callable[[str], str]
#: Between these two the list of all communes stands: it is for the province's own PDF, not for the whole book.
LONG_LIST = ("<!-- xa-cu-moi -->", "<!-- /xa-cu-moi -->")


def province_text(
    province: Province, places: PlaceRegister, catalog: Catalog, language: str, local: str, url_for: UrlFor
) -> str:
    """The Markdown of the page; ``local`` is what an editor wrote, ``url_for`` gives addresses as seen from it."""
    words = WORDS[language]
    tables, _ = province_tables(catalog, places)
    mine = [table for table in tables if table.rows_of(province.name)]
    support = [table for table in mine if table.table.name.startswith(SUPPORT)]
    parts = [
        _profile(province, places, language),
        local.strip(),
        _section(words["support"], [_rows(table, province, catalog, language, url_for) for table in support]),
        _stories(province, places, catalog, language, url_for),
        _figures(province, places, language, url_for),
        _section(
            words["tables"].format(province.name),
            [
                _former_note(province, mine, language),
                *(_rows(table, province, catalog, language, url_for) for table in mine if table not in support),
            ],
        ),
        _communes(province, language, url_for),
        _similar(province, places, language, url_for),
        _urgent(catalog, language, url_for),
        _more(province, language),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def summary_of(province: Province, language: str) -> str:
    """One sentence for lists, search engines and the head of the page."""
    words = WORDS[language]
    merged = words["merged"].format(joined(province.former, language)) if province.is_merged else ""
    label = province.label[0].upper() + province.label[1:] if language == DEFAULT_LANGUAGE else province.name
    return words["summary"].format(label=label, merged=merged, total=province.total, kinds=_kinds(province, language))


def _kinds(province: Province, language: str) -> str:
    words = WORDS[language]
    kinds = [words[kind] for kind, number in zip(("commune", "ward", "zone"), province.units, strict=True) if number]
    return ", ".join(kinds)


def _section(title: str, parts: list[str]) -> str:
    kept = [part for part in parts if part]
    return "\n\n".join((f"## {title}", *kept)) if any("<table" in part or "\n- " in part for part in kept) else ""


def _profile(province: Province, places: PlaceRegister, language: str) -> str:
    words = WORDS[language]
    before = f" ({words['before'].format(province.before)})" if province.before else ""
    label = province.label[0].upper() + province.label[1:]
    facts = [
        (words["name"], label),
        (words["code"], province.code),
        (words["former"], joined(province.former, language) if province.is_merged else words["alone"]),
        (words["communes"], f"{province.total}: {units_text(province.units, language)}{before}"),
    ]
    rows = "".join(f"<div><dt>{escape(name)}</dt><dd>{escape(value)}</dd></div>" for name, value in facts if value)
    notice = ""
    if province.change:
        text = words["since"].format(
            date=province.change.since,
            name=province.change.name if language == DEFAULT_LANGUAGE else province.change.name,
            units=units_text(province.change.units, language),
        )
        notice = f'\n\n!!! warning ""\n    {text}'
    return f'<dl class="so-luoc">{rows}</dl>{notice}'


def _figures(province: Province, places: PlaceRegister, language: str, url_for: UrlFor) -> str:
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
        shown = [f"{_decimals(number, decimals, language)}{unit}" for number in (mine, whole)]
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
        + row(words["wards"], lambda one: _percent(one.units[1], one.total), _percent(units[1], sum(units)), 1, "%")
        + row(
            words["drop"],
            lambda one: _percent(one.before - one.total, one.before),
            _percent(before - sum(units), before),
            1,
            "%",
        )
    )
    return (
        f"## {caption}\n\n"
        f'<div class="so-lieu" role="region" aria-label="{escape(caption)}" tabindex="0">\n<table>\n'
        f"<thead>\n<tr>{head}</tr>\n</thead>\n<tbody>\n{body}\n</tbody>\n</table>\n</div>\n\n"
        f'<p class="so-lieu-tai">{words["high_first"]} <a href="{escape(url_for(PROVINCES))}">{words["full_table"]}</a>.</p>'
    )


def _percent(part: int, whole: int) -> Decimal:
    return Decimal(100 * part) / Decimal(whole)


def _decimals(number: Decimal, decimals: int, language: str) -> str:
    return number_text(number.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP), language)


def _former_note(province: Province, tables: list[ProvinceTable], language: str) -> str:
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


def _rows(table: ProvinceTable, province: Province, catalog: Catalog, language: str, url_for: UrlFor) -> str:
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
    as_of = f"{words['data_as_of']}: {meta.as_of}. " if meta and meta.as_of else ""
    missing = f"{label['source_missing']} " if original and original.is_stub else ""
    by = (
        f"{label['sources']}: {sources}. "
        if sources and not any(table.table.columns[i].kind == "nguon" for i in columns)
        else ""
    )
    link = f'<a href="{escape(url_for(table.key))}">{words["full_table"]}</a>'
    note = f'<p class="so-lieu-tai">{escape(missing + as_of + by)}{link}.</p>'
    return "\n\n".join((html, *(f"<p>{escape(rank)}.</p>" for rank in ranks), note))


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


def _stories(province: Province, places: PlaceRegister, catalog: Catalog, language: str, url_for: UrlFor) -> str:
    stories = stories_in(catalog, places, language).get(province.name, ())
    if not stories:
        return ""
    lines = [f"- [{_plain(story.meta.title)}]({url_for(story.key)}){_place(story)}" for story in stories]
    return f"## {WORDS[language]['stories'].format(province.name)}\n\n" + "\n".join(lines)


def _plain(text: str) -> str:
    return text.replace("[", r"\[").replace("]", r"\]")


def _place(story: Article) -> str:
    place = getattr(story.meta, "place", None)
    return f": {_plain(place)}" if place else ""


def _communes(province: Province, language: str, url_for: UrlFor) -> str:
    if not province.communes:
        return ""
    words = WORDS[language]
    caption = words["all_units_caption"].format(province.name)
    rows = "\n".join(
        f'<tr><th scope="row">{escape(commune.label)}</th><td>{escape(_made_of(commune, words["unchanged"]))}</td></tr>'
        for commune in province.communes
    )
    note = f"{words['since_communes'].format(province.change.since)}\n\n" if province.change else ""
    table = (
        f'<div class="so-lieu" data-xep data-search-exclude role="region" aria-label="{escape(caption)}" tabindex="0">\n'
        f'<table>\n<caption>{escape(caption)}</caption>\n<thead>\n<tr><th scope="col">{words["new_unit"]}</th>'
        f'<th scope="col">{words["old_units"]}</th></tr>\n</thead>\n<tbody lang="vi">\n{rows}\n</tbody>\n</table>\n</div>'
    )
    source = f'<p class="so-lieu-tai"><a href="{escape(url_for(COMMUNES))}">{words["full_table"]}</a></p>'
    summary = words["all_units"].format(len(province.communes))
    return (
        f"{LONG_LIST[0]}\n\n## {words['map']}\n\n{note}{lookup_box(language, url_for, province.name)}\n\n"
        f"<details><summary>{summary}</summary>\n{table}\n</details>\n\n{source}\n\n{LONG_LIST[1]}"
    )


def _made_of(commune: Commune, unchanged: str) -> str:
    return (
        ", ".join(
            unit.label + "".join(f" ({text})" for text in (unit.district, unit.part) if text) for unit in commune.former
        )
        or unchanged
    )


def lookup_box(language: str, url_for: UrlFor, province: str = "") -> str:
    """The box that ``assets/lookup.js`` brings to life; answers from ``province`` come first."""
    words = WORDS[language]
    return (
        f'<div class="tra-cuu noprint" data-loai="xa" data-nguon="{escape(url_for(DATA_FILE))}" '
        f'data-trang="{escape(_pattern(url_for))}" data-tinh="{escape(province)}" hidden>'
        f'<label>{words["index_find"]}<input type="search" autocomplete="off" autocapitalize="off" spellcheck="false" '
        f'enterkeyhint="search"></label><div class="tra-cuu-dap" role="status" aria-live="polite"></div></div>'
    )


def communes_block(language: str, url_for: UrlFor) -> str:
    """What stands for the whole table of communes on a page: the box, and the way to the lists by province."""
    words = WORDS[language]
    link = f'<a href="{escape(url_for(f"{FOLDER}/index"))}">{words["by_province"]}</a>'
    return f'{lookup_box(language, url_for)}<p class="so-lieu-tai">{link}</p>'


def _pattern(url_for: UrlFor) -> str:
    """The address of a province's page with ``*`` for its name: from a page itself the name does not show."""
    for slug in ("ha-noi", "hue"):
        address = url_for(f"{FOLDER}/{slug}")
        if slug in address:
            return address.replace(slug, "*")
    return url_for(f"{FOLDER}/index")


def _similar(province: Province, places: PlaceRegister, language: str, url_for: UrlFor) -> str:
    others = similar(province, places)
    if not others:
        return ""
    words = WORDS[language]
    lines = [
        f"- [{other.name}]({url_for(other.key)}): {other.total} {words['units']}, "
        f"{_decimals(_percent(other.units[1], other.total), 0, language)}% {words['ward']}"
        for other in others
    ]
    return f"## {words['similar']}\n\n{words['similar_by']}\n\n" + "\n".join(lines)


def _urgent(catalog: Catalog, language: str, url_for: UrlFor) -> str:
    """The ways in for emergencies, as the home page has them."""
    home = catalog.article("index", language)
    doors = [door for door in home.meta.tasks if door.urgent] if home and isinstance(home.meta, HomeMeta) else []
    lines = [f"- [{_plain(door.title)}]({url_for(door.pages[0].removesuffix('.md'))})" for door in doors]
    return f"## {WORDS[language]['urgent']}\n\n" + "\n".join(lines) if lines else ""


def _more(province: Province, language: str) -> str:
    words = WORDS[language]
    text = words["more_text"].format(f"`docs/{province.key}.md`")
    return f"## {words['more'].format(province.name)} {{.noprint}}\n\n{text}\n{{: .noprint}}"
