"""The page of a province: a profile, its rows of every table, its stories, its communes.

Markdown for the headings and the running text, HTML for tables, so that site, search and book read it as any page.
What is not known is left out; what an editor wrote in ``docs/dia-phuong/<tỉnh>.md`` stands after the profile.
"""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from handbook.catalogue.catalog import Article, Catalog
from handbook.places.by_province import SUPPORT, ProvinceTable, province_tables
from handbook.places.commune_list import commune_list
from handbook.places.contacts import contact_lines, is_contacts
from handbook.places.english import place_name
from handbook.places.province_figures import country_figures, decimals_text, former_note, percent, table_rows
from handbook.places.register import PlaceRegister, Province
from handbook.places.similar import similar
from handbook.places.stories import stories_in
from handbook.places.words import WORDS, day_text, joined, units_text
from handbook.sections import DEFAULT_LANGUAGE
from handbook.source.schema import HomeMeta

UrlFor = Callable[[str], str]


def province_text(
    province: Province, places: PlaceRegister, catalog: Catalog, language: str, local: str, url_for: UrlFor
) -> str:
    """The Markdown of the page; ``local`` is what an editor wrote, ``url_for`` gives addresses as seen from it."""
    words = WORDS[language]
    tables, _ = province_tables(catalog, places)
    mine = [table for table in tables if table.rows_of(province.name) and not is_contacts(table)]
    support = [table for table in mine if table.table.name.startswith(SUPPORT)]
    parts = [
        _profile(province, places, language),
        _contacts([table for table in tables if is_contacts(table)], province, language, url_for),
        local.strip(),
        _section(words["support"], [table_rows(table, province, catalog, language, url_for) for table in support]),
        _stories(province, places, catalog, language, url_for),
        country_figures(province, places, language, url_for),
        _section(
            words["tables"].format(province.name),
            [
                former_note(province, mine, language),
                *(table_rows(table, province, catalog, language, url_for) for table in mine if table not in support),
            ],
        ),
        commune_list(province, language, url_for),
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
        (words["name"], place_name(label, language)),
        (words["code"], province.code),
        (words["former"], joined(province.former, language) if province.is_merged else words["alone"]),
        (words["communes"], f"{province.total}: {units_text(province.units, language)}{before}"),
    ]
    rows = "".join(f"<div><dt>{escape(name)}</dt><dd>{escape(value)}</dd></div>" for name, value in facts if value)
    notice = ""
    if province.change:
        text = words["since"].format(
            date=day_text(province.change.since, language),
            name=place_name(province.change.name, language),
            units=units_text(province.change.units, language),
        )
        notice = f'\n\n!!! warning ""\n    {text}'
    return f'<dl class="so-luoc">{rows}</dl>{notice}'


def _contacts(tables: list[ProvinceTable], province: Province, language: str, url_for: UrlFor) -> str:
    """Whom to call: what a source gives for this province, and the numbers that work everywhere."""
    lines = [line for table in tables for line in contact_lines(table, province.name, language)]
    if not lines:
        return ""
    words = WORDS[language]
    links = ", ".join(f'<a href="{escape(url_for(table.key))}">{words["full_table"]}</a>' for table in tables)
    return f"## {words['contacts']}\n\n" + "\n".join(lines) + f'\n\n<p class="so-lieu-tai noprint">{links}.</p>'


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


def _similar(province: Province, places: PlaceRegister, language: str, url_for: UrlFor) -> str:
    others = similar(province, places)
    if not others:
        return ""
    words = WORDS[language]
    lines = [
        f"- [{other.name}]({url_for(other.key)}): {other.total} {words['units']}, "
        f"{decimals_text(percent(other.units[1], other.total), 0, language)}% {words['ward']}"
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
