"""Other pages as a page lists them: cards, tables, legal documents, ways in from the home page."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from handbook.cache.memo import memo
from handbook.catalogue.catalog import Article, Catalog
from handbook.labels import LABELS, show_date, show_days_in
from handbook.law.words import status_text
from handbook.pagekeys.served import original_meta
from handbook.sections import BY_FOLDER, Kind, Section
from handbook.source.schema import DoorMeta

UrlFor = Callable[[str], str]
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
    is_original: bool = False


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


def card_of(page: Article, language: str, url_for: UrlFor) -> Card:
    """``page`` in a list."""
    label = LABELS[language]
    date = show_date(page.meta.date, language) if page.meta.date else label["undated"]
    note = getattr(page.meta, "province", None) or show_days_in(getattr(page.meta, "as_of", None) or "", language)
    section = page.section.title[language] if page.section else ""
    # Chapters are read in their order, not by their date: what one takes says more.
    minutes = minutes_of(page) if page.kind in (Kind.CHAPTER, Kind.LESSON) else 0
    # A card that leads to a page without a translation says so before it is opened.
    is_original = page.language != language
    return Card(page.meta.title, url_for(page.key), page.meta.summary or "", date, section, note, minutes, is_original)


def minutes_of(article: Article) -> int:
    """Minutes to read ``article``, rounded."""
    return round(_words(article.body) / _WORDS_A_MINUTE)


@memo(1 << 13)  # a chapter stands in the lists of many pages
def _words(body: str) -> int:
    return len(body.split())


def doors_of(doors: Iterable[DoorMeta], catalog: Catalog, language: str, url_for: UrlFor) -> tuple[Door, ...]:
    """The ways in, without those that lead nowhere."""

    def cards(door: DoorMeta) -> tuple[Card, ...]:
        pages = (catalog.article(target.removesuffix(".md"), language) for target in door.pages)
        return tuple(card_of(page, language, url_for) for page in pages if page)

    # A door whose pages are all missing was told of by handbook.checks.related_pages; it leads nowhere.
    return tuple(Door(door.title, door.hint or "", cards(door), door.urgent) for door in doors if cards(door))


def document_lines(slugs: Iterable[str], catalog: Catalog, language: str, url_for: UrlFor) -> tuple[DocumentLine, ...]:
    """What is no longer in force comes last: a reader looks for what to rely on."""
    register = catalog.register
    if register is None:
        return ()
    documents = [document for slug in dict.fromkeys(slugs) if (document := register.get(slug))]
    documents.sort(key=lambda document: register.state(document).status.is_stale)
    return tuple(
        DocumentLine(
            document.label,
            url_for(f"van-ban/{document.slug}"),
            register.state(document).status.value,
            status_text(register.state(document), language),
        )
        for document in documents
    )


def table_line(page: Article, catalog: Catalog, language: str, url_for: UrlFor) -> TableLine:
    """The data table ``page`` in the index of all tables."""
    meta, original = page.meta, original_meta(page, catalog)
    group = BY_FOLDER.get(getattr(meta, "group", None) or getattr(original, "group", None) or "")
    names = "; ".join(source.name for source in meta.sources[:2]) + ("; …" if len(meta.sources) > 2 else "")
    next_update = getattr(meta, "next_update", None) or getattr(original, "next_update", None)
    return TableLine(
        card_of(page, language, url_for),
        group.title[language] if group else "",
        show_days_in(getattr(meta, "as_of", None) or getattr(original, "as_of", None) or "", language),
        names,
        next_update.isoformat() if next_update else "",
    )


def section_card(section: Section, catalog: Catalog, language: str, url_for: UrlFor) -> Card:
    """A whole section on the home page; the note is how many pages it has."""
    count = len(catalog.in_section(section, language))
    return Card(
        section.title[language],
        url_for(f"{section.folder}/index"),
        section.lead[language],
        "",
        section.folder,
        str(count) if count else "",
    )
