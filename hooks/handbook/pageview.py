"""Everything a template shows around a page's text, ready to print."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from handbook.catalog import Article, Catalog
from handbook.labels import LABELS, show_date, show_period
from handbook.law.words import status_text
from handbook.schema import DoorMeta, HomeMeta
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
    minutes: int = 0


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
class DocumentLine:
    """A legal document that the page cites: its status as a value and in words."""

    label: str
    url: str
    status: str
    status_text: str


@dataclass(frozen=True)
class Door:
    """A way in from the home page and the pages it leads to."""

    title: str
    hint: str
    pages: tuple[Card, ...]
    is_urgent: bool


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
    tables: tuple[TableLine, ...]
    news: tuple[Card, ...]
    parts: tuple[Card, ...]
    documents: tuple[DocumentLine, ...] = ()
    tasks: tuple[Door, ...] = ()
    roles: tuple[Door, ...] = ()


def view_of(
    key: str, catalog: Catalog, language: str, url_for: UrlFor, cited: Iterable[str] = ()
) -> PageView | None:
    """The view of the page ``key``, or ``None`` for a page the catalogue does not know.

    ``cited`` are the slugs of the legal documents that its text cites.
    """
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
        reading_minutes=_minutes(article),
        section=section.title[language] if section else "",
        section_url=url_for(f"{section.folder}/index") if section and not article.is_index else "",
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
        documents=_document_lines(cited, catalog, language, url_for) if section else (),
        tasks=_doors(meta.tasks, catalog, language, url_for) if isinstance(meta, HomeMeta) else (),
        roles=_doors(meta.roles, catalog, language, url_for) if isinstance(meta, HomeMeta) else (),
    )


def _card(page: Article, language: str, url_for: UrlFor) -> Card:
    label = LABELS[language]
    date = show_date(page.meta.date, language) if page.meta.date else label["undated"]
    note = getattr(page.meta, "province", None) or getattr(page.meta, "as_of", None) or ""
    section = page.section.title[language] if page.section else ""
    # Chapters are read in their order, not by their date: what one takes says more.
    minutes = _minutes(page) if page.kind in (Kind.CHAPTER, Kind.LESSON) else 0
    return Card(page.meta.title, url_for(page.key), page.meta.summary or "", date, section, note, minutes)


def _minutes(article: Article) -> int:
    return round(_words(article.body) / _WORDS_A_MINUTE)


@lru_cache(1 << 13)  # a chapter stands in the lists of many pages
def _words(body: str) -> int:
    return len(body.split())


def _doors(doors: Iterable[DoorMeta], catalog: Catalog, language: str, url_for: UrlFor) -> tuple[Door, ...]:
    def cards(door: DoorMeta) -> tuple[Card, ...]:
        pages = (catalog.article(target.removesuffix(".md"), language) for target in door.pages)
        return tuple(_card(page, language, url_for) for page in pages if page)

    # A door whose pages are all missing was told of by handbook.references; it leads nowhere.
    return tuple(Door(door.title, door.hint or "", cards(door), door.urgent) for door in doors if cards(door))


def _document_lines(slugs: Iterable[str], catalog: Catalog, language: str, url_for: UrlFor) -> tuple[DocumentLine, ...]:
    """What is no longer in force comes last: a reader looks for what to rely on."""
    register = catalog.register
    documents = [document for slug in dict.fromkeys(slugs) if register and (document := register.get(slug))]
    documents.sort(key=lambda document: register.state(document).status.is_stale)
    return tuple(DocumentLine(document.label, url_for(f"van-ban/{document.slug}"), register.state(document).status.value,
                              status_text(register.state(document), language)) for document in documents)


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
