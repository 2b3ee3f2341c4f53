"""The page of all provinces: a box that answers, then the list."""

from __future__ import annotations

from collections.abc import Callable

from handbook.catalogue.catalog import Catalog
from handbook.places.commune_list import lookup_box
from handbook.places.register import COMMUNES, PlaceRegister
from handbook.places.stories import stories_in
from handbook.places.words import WORDS, joined

UrlFor = Callable[[str], str]


def index_text(places: PlaceRegister, catalog: Catalog, language: str, local: str, url_for: UrlFor) -> str:
    """The Markdown of the page; ``local`` is what an editor wrote in ``docs/dia-phuong/index.md``."""
    words = WORDS[language]
    stories = stories_in(catalog, places, language)
    lines = []
    for province in places.provinces:
        others = [name for name in province.former if name != province.name]
        facts = [words["with"].format(joined(others, language))] if others else []
        count = len(stories.get(province.name, ()))
        facts += [words["story_count" if count > 1 else "one_story"].format(count)] if count else []
        more = f" ({'; '.join(facts)})" if facts else ""
        lines.append(f"- [{province.name}]({url_for(province.key)}){more}")
    parts = (
        lookup_box(language, url_for) if COMMUNES in catalog.tables else "",
        local.strip(),
        f"## {words['index_list']}\n\n{words['index_lead']}",
        '<div class="cac-tinh" markdown>',
        "\n".join(lines),
        "</div>",
    )
    return "\n\n".join(part for part in parts if part) + "\n"
