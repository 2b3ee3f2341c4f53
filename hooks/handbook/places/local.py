"""What a book needs to know of places: the register, and which chapters are a province's stories."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from handbook.catalogue.catalog import Catalog
from handbook.places.register import PlaceRegister, places_of
from handbook.places.stories import stories_in


@dataclass(frozen=True)
class Local:
    """``stories`` gives the keys of a province's stories by its name."""

    places: PlaceRegister
    stories: Mapping[str, tuple[str, ...]]


def local_of(catalog: Catalog, language: str) -> Local | None:
    """What ``catalog`` knows; ``None`` without a register of places."""
    places = places_of(catalog)
    if places is None:
        return None
    found = stories_in(catalog, places, language)
    return Local(places, {name: tuple(story.key for story in stories) for name, stories in sorted(found.items())})
