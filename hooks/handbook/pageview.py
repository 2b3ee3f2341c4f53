"""Everything a template shows around a page's text, ready to print."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from handbook.catalog import Article, Catalog
from handbook.labels import LABELS, show_date, show_period
from handbook.sections import BY_FOLDER, SECTIONS, Kind, Section

UrlFor = Callable[[str], str]
NEWS_ON_HOME = 8
_WORDS_A_MINUTE = 180  # Vietnamese syllables, read by somebody who also tries things out


@dataclass(frozen=True)
class Card:
    """A page in a list: title, address, summary, date and a short extra line."""

    title: str
    url: str
    summary: str
    date: str
    section: str
    note: str = ""


@dataclass(frozen=True)
class SourceLine:
    """One source, its date in words."""

    name: str
    url: str | None
    date: str
    supports: str | None


@dataclass(frozen=True)
class TableLine:
    """A data table in the index of all tables."""

    card: Card
    topic: str
    as_of: str
    sources: str
    next_update: str


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
    facts: tuple[tuple[str, str], ...]
    sources: tuple[SourceLine, ...]
    related: tuple[Card, ...]
    cards: tuple[Card, ...]
    tables: tuple[TableLine, ...]
    news: tuple[Card, ...]
    parts: tuple[Card, ...]


def view_of(key: str, catalog: Catalog, language: str, url_for: UrlFor) -> PageView | None:
    """The view of the page ``key``, or ``None`` for a page the catalogue does not know."""
    article = catalog.article(key, language)
    if article is None:
        return None
    meta = article.meta
    section = article.section
    related = [catalog.article(target.removesuffix(".md"), language) for target in meta.related]
    return PageView(
        label=LABELS[language],
        title=meta.title,
        summary=meta.summary or "",
        date=show_date(meta.date, language) if meta.date else "",
        review_by=meta.review_by.isoformat() if meta.review_by else "",
        is_fallback=article.language != language,
        reading_minutes=round(len(article.body.split()) / _WORDS_A_MINUTE),
        section=section.title[language] if section else "",
        facts=facts_of(article, language),
        sources=tuple(SourceLine(source.name, source.url, show_period(source.date, language), source.supports)
                      for source in meta.sources),
        related=tuple(_card(page, language, url_for) for page in related if page),
        cards=tuple(_card(page, language, url_for) for page in catalog.in_section(section, language))
        if section and article.is_index else (),
        tables=tuple(_table_line(page, language, url_for) for page in catalog.in_section(section, language))
        if section and section.kind is Kind.TABLE and article.is_index else (),
        news=tuple(_card(page, language, url_for) for page in catalog.newest(language, NEWS_ON_HOME))
        if key == "index" else (),
        parts=tuple(_section_card(part, catalog, language, url_for) for part in SECTIONS) if key == "index" else (),
    )


def _card(page: Article, language: str, url_for: UrlFor) -> Card:
    label = LABELS[language]
    date = show_date(page.meta.date, language) if page.meta.date else label["undated"]
    note = getattr(page.meta, "province", None) or getattr(page.meta, "as_of", None) or ""
    section = page.section.title[language] if page.section else ""
    return Card(page.meta.title, url_for(page.key), page.meta.summary or "", date, section, note)


def _table_line(page: Article, language: str, url_for: UrlFor) -> TableLine:
    meta = page.meta
    group = BY_FOLDER.get(getattr(meta, "group", None) or "")
    names = "; ".join(source.name for source in meta.sources[:2]) + ("; …" if len(meta.sources) > 2 else "")
    next_update = getattr(meta, "next_update", None)
    return TableLine(_card(page, language, url_for), group.title[language] if group else "",
                     getattr(meta, "as_of", None) or "", names, next_update.isoformat() if next_update else "")


def _section_card(section: Section, catalog: Catalog, language: str, url_for: UrlFor) -> Card:
    count = len(catalog.in_section(section, language))
    return Card(section.title[language], url_for(f"{section.folder}/index"), section.lead[language], "",
                section.folder, str(count) if count else "")


def facts_of(article: Article, language: str) -> tuple[tuple[str, str], ...]:
    """Where and when a story happened, as pairs of label and value."""
    label = LABELS[language]
    meta = article.meta
    province = getattr(meta, "province", None)
    former = getattr(meta, "former_province", None)
    if province and former:
        province = f"{province} ({label['former']}: {former})"
    rows = ((label["province"], province), (label["place"], getattr(meta, "place", None)),
            (label["when"], getattr(meta, "when", None)))
    return tuple((name, value) for name, value in rows if value)
