"""What search knows of one page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from handbook.catalogue.catalog import Article, Catalog
from handbook.law.model import Status
from handbook.law.words import status_text
from handbook.search.page_sections import Unit
from handbook.sections import Kind


@dataclass(frozen=True)
class SearchPage:
    """A page as search sees it.

    ``keywords`` are further names of the page, ``names`` those of each unit
    (a term of the glossary has several); ``status`` is set for legal documents
    that are not or not wholly in force and ``replaced_by`` holds the addresses of what replaces them.
    """

    key: str
    url: str
    title: str
    part: str
    summary: str
    keywords: tuple[str, ...]
    units: tuple[Unit, ...]
    names: tuple[tuple[str, ...], ...]
    status: str = ""
    replaced_by: tuple[str, ...] = ()


def search_page(
    article: Article, units: Sequence[Unit], url: str, catalog: Catalog, language: str, url_of: Callable[[str], str]
) -> SearchPage:
    """The record of ``article``, whose sections are ``units``; ``url_of`` gives a key's address from the site's root."""
    units = list(units)
    part = article.section.title[language] if article.section else ""
    keywords = tuple(article.meta.keywords)
    status = ""
    replaced_by: tuple[str, ...] = ()
    document = catalog.register.get(article.document) if article.document and catalog.register else None
    if document and catalog.register:
        state = catalog.register.state(document)
        is_told = state.status.is_stale or state.status is Status.PARTLY
        status = status_text(state, language) if is_told else ""
        replaced_by = tuple(url_of(f"van-ban/{other.slug}") for other in catalog.register.replacements(document))
        keywords = (*keywords, document.number, document.title, *document.short_names)
        # Headings are the same on every document's page: it is one unit.
        units = [Unit("", "", " ".join(unit.text for unit in units))]
    if article.kind is Kind.PLACE and not article.is_index:
        # The rest is made from tables and lists that have pages of their own: the words are theirs.
        units = [unit for unit in units if not unit.heading or f"# {unit.heading}\n" in f"{article.body}\n"]
    names = _names(units, catalog) if article.kind is Kind.GLOSSARY else tuple(() for _ in units)
    facts = [getattr(article.meta, name, None) or "" for name in ("province", "place")]
    summary = " ".join(part for part in (article.meta.summary or "", *facts) if part)
    return SearchPage(
        article.key, url, article.meta.title, part, summary, keywords, tuple(units), names, status, replaced_by
    )


def _names(units: list[Unit], catalog: Catalog) -> tuple[tuple[str, ...], ...]:
    by_slug = {term.slug: term for term in catalog.glossary.terms} if catalog.glossary else {}
    return tuple(by_slug[unit.anchor].forms if unit.anchor in by_slug else () for unit in units)
