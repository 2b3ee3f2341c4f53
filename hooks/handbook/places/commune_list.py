"""Old and new communes: the box that answers, and a province's whole list."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from handbook.markdown.generated_html import as_it_is
from handbook.places.english import part_name, place_name
from handbook.places.former_units import FormerUnit
from handbook.places.lookup_data import DATA_FILE
from handbook.places.register import COMMUNES, FOLDER, Commune, Province
from handbook.places.words import WORDS, day_text

UrlFor = Callable[[str], str]
#: Between these two the list of all communes stands: it is for the province's own PDF, not for the whole book.
LONG_LIST = ("<!-- xa-cu-moi -->", "<!-- /xa-cu-moi -->")


def commune_list(province: Province, language: str, url_for: UrlFor) -> str:
    if not province.communes:
        return ""
    words = WORDS[language]
    caption = words["all_units_caption"].format(province.name)
    rows = "\n".join(
        f'<tr><th scope="row">{escape(place_name(commune.label, language))}</th>'
        f"<td>{escape(_made_of(commune, language))}</td></tr>"
        for commune in province.communes
    )
    note = f"{words['since_communes'].format(day_text(province.change.since, language))}\n\n" if province.change else ""
    table = (
        f'<div class="so-lieu" data-xep data-search-exclude role="region" aria-label="{escape(caption)}" tabindex="0">\n'
        f'<table>\n<caption>{escape(caption)}</caption>\n<thead>\n<tr><th scope="col">{words["new_unit"]}</th>'
        f'<th scope="col">{words["old_units"]}</th></tr>\n</thead>\n<tbody>\n{rows}\n</tbody>\n</table>\n</div>'
    )
    source = f'<p class="so-lieu-tai"><a href="{escape(url_for(COMMUNES))}">{words["full_table"]}</a></p>'
    summary = words["all_units"].format(len(province.communes))
    return (
        f"{LONG_LIST[0]}\n\n## {words['map']}\n\n{note}{lookup_box(language, url_for, province.name)}\n\n"
        f"{as_it_is(f'<details><summary>{summary}</summary>{table}</details>')}{source}\n\n{LONG_LIST[1]}"
    )


def _made_of(commune: Commune, language: str) -> str:
    return ", ".join(_former(unit, language) for unit in commune.former) or WORDS[language]["unchanged"]


def _former(unit: FormerUnit, language: str) -> str:
    more = (place_name(unit.district, language), part_name(unit.part, language))
    return place_name(unit.label, language) + "".join(f" ({text})" for text in more if text)


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
