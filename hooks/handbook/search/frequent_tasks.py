"""What the empty search box offers: the ways in of the home page."""

from __future__ import annotations

from handbook.catalogue.catalog import Catalog
from handbook.source.schema import HomeMeta


def frequent_tasks(catalog: Catalog, language: str) -> tuple[tuple[str, str], ...]:
    """Title of each task (``viec``) of the home page and the key of the page it leads to."""
    home = catalog.article("index", language)
    doors = home.meta.tasks if home and isinstance(home.meta, HomeMeta) else ()
    return tuple((door.title, door.pages[0].removesuffix(".md")) for door in doors)
