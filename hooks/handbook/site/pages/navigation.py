"""The navigation: the fixed frame of ``mkdocs.yml`` filled with what is there."""

from __future__ import annotations

from collections.abc import Container, Sequence

from handbook.catalogue.catalog import Catalog
from handbook.sections import BY_FOLDER, DEFAULT_LANGUAGE

NavItem = str | dict[str, object]
SHOWN_WHOLE = 60  # pages; a longer list is no help beside a page, and makes the site grow with its square
AROUND = 20


def expand(template: Sequence[NavItem], catalog: Catalog, language: str) -> list[NavItem]:
    """``template`` with each ``folder/`` replaced by its section's pages.

    Raises ``KeyError`` for a folder that is no section of the handbook: that is
    a mistake in ``mkdocs.yml``, not in an editor's file.
    """
    items: list[NavItem] = []
    for item in template:
        if isinstance(item, str) and item.endswith("/"):
            section = BY_FOLDER[item.rstrip("/")]
            if (f"{section.folder}/index", DEFAULT_LANGUAGE) not in catalog.articles:
                continue  # places, where there is no table of provinces
            pages = [f"{section.folder}/index.md"]
            pages += [article.key + ".md" for article in catalog.in_section(section, language)]
            items.append({section.title[language]: pages})
        else:
            items.append(item)
    return items


def nearby(count: int, position: int | None) -> range:
    """Which of the ``count`` pages of a section stand in the navigation beside the one at ``position``.

    All of a section of ordinary size; of a long one those around the page, or
    the first ones beside the section's own index page (``None``).
    """
    if count <= SHOWN_WHOLE:
        return range(count)
    start = min(max((position or 0) - AROUND, 0), count - 2 * AROUND - 1)
    return range(start, start + 2 * AROUND + 1)


def listed_beside(count: int, position: int | None, left_out: Container[int]) -> list[int]:
    """Which pages of a section with an index are listed beside the page at ``position``, or beside the index (``None``).

    Beside a page those of ``left_out`` are not, but for itself; the index lists them.
    """
    numbers = nearby(count, position)
    return [number for number in numbers if position in (None, number) or number not in left_out]


def is_companion(key: str, catalog: Catalog) -> bool:
    """Whether the page ``key`` is left out beside other pages: an exercise or sheets that go with the chapters.

    Its front matter says so (``phu_luc``). It is reached from the section's index, its chapters and search.
    """
    article = catalog.article(key, DEFAULT_LANGUAGE)
    return article is not None and getattr(article.meta, "is_companion", False)
