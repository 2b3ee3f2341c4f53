"""What a template prints of a page and of the navigation, as JSON values to compare."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs.structure import StructureItem
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page


def of_page(page: Page) -> list:
    """Everything of the page itself."""
    return [
        page.url,
        page.title,
        page.content,
        str(page.toc),
        page.meta,
        page.edit_url,
        page.canonical_url,
        page.update_date,
        page.is_homepage,
        page.file.src_uri,
    ]


def link_to(page: Page | None) -> list | None:
    """A neighbour in the order of reading."""
    return [page.title, page.url] if page else None


def of_navigation(items: list[StructureItem] | Navigation, level: int = 0) -> Iterator[list]:
    """Every item with its level."""
    for item in items:
        yield [level, item.title, getattr(item, "url", None)]
        yield from of_navigation(getattr(item, "children", None) or [], level + 1)
