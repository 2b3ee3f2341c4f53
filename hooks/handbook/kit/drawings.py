"""The line drawings of the whole handbook by the names that leaflets and lessons give them."""

from __future__ import annotations

from collections.abc import Mapping

from handbook.cache.memo import memo
from handbook.catalogue.catalog import Article, Catalog
from handbook.kit.drawing import Drawing, svg_of
from handbook.kit.kinds import blocks_in
from handbook.sections import DEFAULT_LANGUAGE

_MARK = "hinh-ve"


def drawings_of(catalog: Catalog, language: str = DEFAULT_LANGUAGE) -> Mapping[str, str]:
    """Name → SVG, described in ``language`` where the register is translated."""
    pages = [
        article
        for (_, spoken), article in sorted(catalog.articles.items())
        if _MARK in article.body and spoken in (DEFAULT_LANGUAGE, language)
    ]
    pages.sort(key=lambda article: article.language == language)
    return {name: svg for article in pages for name, svg in _drawn(article.body, article.path, article.body_line)}


@memo(64)
def _drawn(body: str, path: str, first_line: int) -> tuple[tuple[str, str], ...]:
    found = (block.content for block in blocks_in(body, path, first_line))
    return tuple((one.id, svg_of(one)) for one in found if isinstance(one, Drawing) and one.id and one.lines)


def lesson_drawing(article: Article, catalog: Catalog, language: str) -> str:
    """The drawing of a lesson, described in ``language``, or nothing; other pages cost no look at the register."""
    name = getattr(article.meta, "drawing", None)
    return drawings_of(catalog, language).get(name, "") if name else ""
