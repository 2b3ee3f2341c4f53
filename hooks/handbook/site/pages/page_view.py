"""Everything a template shows around a page's text, ready to print."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from handbook.catalogue.catalog import Catalog
from handbook.catalogue.facts import facts_of
from handbook.labels import LABELS, show_date, show_period
from handbook.pagekeys.map_page import MAP_PAGE, has_map
from handbook.pagekeys.served import Served, served_by
from handbook.pagekeys.tried import badge_of
from handbook.pagekeys.words import WORDS
from handbook.sections import DEFAULT_LANGUAGE, SECTIONS, Kind
from handbook.site.pages.navigation import is_companion
from handbook.site.pages.page_cards import (
    Card,
    DocumentLine,
    Door,
    TableLine,
    UrlFor,
    card_of,
    document_lines,
    doors_of,
    minutes_of,
    section_card,
    table_line,
)
from handbook.site.pages.page_text import has_story_index
from handbook.source.schema import HomeMeta

NEWS_ON_HOME = 8


@dataclass(frozen=True)
class SourceLine:
    """One source, its date in words."""

    name: str
    url: str | None
    date: str
    supports: str | None


@dataclass(frozen=True)
class PageView:
    """What surrounds one page in one language; empty where a page has none of it."""

    label: Mapping[str, str]
    title: str
    summary: str
    date: str
    review_by: str
    is_fallback: bool
    reading_minutes: int
    section: str
    section_url: str
    facts: tuple[tuple[str, str], ...]
    sources: tuple[SourceLine, ...]
    related: tuple[Card, ...]
    cards: tuple[Card, ...]
    groups: tuple[tuple[str, tuple[Card, ...]], ...]
    tables: tuple[TableLine, ...]
    news: tuple[Card, ...]
    parts: tuple[Card, ...]
    documents: tuple[DocumentLine, ...] = ()
    tasks: tuple[Door, ...] = ()
    roles: tuple[Door, ...] = ()
    tried: str = ""
    served: Served | None = None
    served_label: Mapping[str, str] = field(default_factory=dict)
    is_urgent: bool = False


def urgent_pages(catalog: Catalog) -> tuple[str, ...]:
    """Keys of the pages that the home page's urgent ways in open: their steps come before everything else."""
    home = catalog.article("index", DEFAULT_LANGUAGE)
    doors = home.meta.tasks if home and isinstance(home.meta, HomeMeta) else ()
    return tuple(door.pages[0].removesuffix(".md") for door in doors if door.urgent)


def _groups(
    cards: Mapping[str, Card], catalog: Catalog, label: Mapping[str, str]
) -> tuple[tuple[str, tuple[Card, ...]], ...]:
    """What is read in order, then what accompanies it; without headings where there is only one of them."""
    main = tuple(card for key, card in cards.items() if not is_companion(key, catalog))
    others = tuple(card for key, card in cards.items() if is_companion(key, catalog))
    if not (main and others):
        return (("", main or others),) if cards else ()
    lessons = next(iter(cards)).startswith("tap-huan/")
    return (label["lessons" if lessons else "chapters"], main), (label["handouts" if lessons else "exercises"], others)


def view_of(key: str, catalog: Catalog, language: str, url_for: UrlFor, cited: Iterable[str] = ()) -> PageView | None:
    """The view of the page ``key``, or ``None`` for a page the catalogue does not know.

    ``cited`` are the slugs of the legal documents that its text cites.
    """
    article = catalog.article(key, language)
    if article is None:
        return None
    meta = article.meta
    section = article.section
    listed = (
        catalog.in_section(section, language)
        if section and article.is_index and section.kind is not Kind.PLACE and not has_story_index(article, catalog)
        else ()
    )
    cards = {page.key: card_of(page, language, url_for) for page in listed}
    related = [catalog.article(target.removesuffix(".md"), language) for target in meta.related]
    return PageView(
        label=LABELS[language],
        title=meta.title,
        summary=meta.summary or "",
        date=show_date(meta.date, language) if meta.date else "",
        review_by=meta.review_by.isoformat() if meta.review_by else "",
        is_fallback=article.language != language,
        reading_minutes=minutes_of(article),
        section=section.title[language] if section else "",
        section_url=url_for(f"{section.folder}/index") if section and not article.is_index else "",
        facts=facts_of(article, language),
        sources=tuple(
            SourceLine(source.name, source.url, show_period(source.date, language), source.supports)
            for source in meta.sources
        ),
        related=tuple(card_of(page, language, url_for) for page in related if page),
        cards=tuple(cards.values()),
        groups=_groups(cards, catalog, LABELS[language]),
        tables=tuple(table_line(page, catalog, language, url_for) for page in catalog.in_section(section, language))
        if section and section.kind is Kind.TABLE and article.is_index
        else (),
        news=tuple(card_of(page, language, url_for) for page in catalog.newest(language, NEWS_ON_HOME))
        if key == "index"
        else (),
        parts=tuple(
            section_card(part, catalog, language, url_for)
            for part in SECTIONS
            if part.kind is not Kind.PLACE or catalog.article(f"{part.folder}/index", language)
        )
        if key == "index"
        else (),
        documents=document_lines(cited, catalog, language, url_for) if section else (),
        tasks=doors_of(meta.tasks, catalog, language, url_for) if isinstance(meta, HomeMeta) else (),
        roles=doors_of(meta.roles, catalog, language, url_for) if isinstance(meta, HomeMeta) else (),
        tried=badge_of(article, catalog, language),
        served=served_by(article, catalog, language, url_for(MAP_PAGE) if has_map(catalog) else ""),
        served_label=WORDS[language],
        is_urgent=key in urgent_pages(catalog),
    )
