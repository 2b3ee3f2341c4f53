"""The navigation: the fixed frame of ``mkdocs.yml`` filled with what is there."""

from __future__ import annotations

from collections.abc import Sequence

from handbook.catalog import Catalog
from handbook.sections import BY_FOLDER

NavItem = str | dict[str, object]


def expand(template: Sequence[NavItem], catalog: Catalog, language: str) -> list[NavItem]:
    """``template`` with each ``folder/`` replaced by its section's pages.

    Raises ``KeyError`` for a folder that is no section of the handbook: that is
    a mistake in ``mkdocs.yml``, not in an editor's file.
    """
    items: list[NavItem] = []
    for item in template:
        if isinstance(item, str) and item.endswith("/"):
            section = BY_FOLDER[item.rstrip("/")]
            pages = [f"{section.folder}/index.md"]
            pages += [article.key + ".md" for article in catalog.in_section(section, language)]
            items.append({section.title[language]: pages})
        else:
            items.append(item)
    return items
