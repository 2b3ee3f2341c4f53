"""Stories by the province where they happened."""

from __future__ import annotations

from collections.abc import Mapping

from handbook.catalogue.catalog import Article, Catalog
from handbook.places.register import PlaceRegister
from handbook.sections import BY_FOLDER, Kind
from handbook.vietnamese.text import collation_key


def stories_in(catalog: Catalog, places: PlaceRegister, language: str) -> Mapping[str, tuple[Article, ...]]:
    """Province of today → its stories, by title; a story whose province is unknown is in none."""
    found: dict[str, list[Article]] = {}
    for section in BY_FOLDER.values():
        if section.kind is Kind.STORY:
            for story in catalog.in_section(section, language):
                known = places.find(getattr(story.meta, "province", None) or "")
                if known:
                    found.setdefault(known.province.name, []).append(story)
    return {
        name: tuple(sorted(stories, key=lambda story: collation_key(story.meta.title)))
        for name, stories in found.items()
    }
