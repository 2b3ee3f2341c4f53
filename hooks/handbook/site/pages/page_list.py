"""The machine-readable list of pages, and the same facts for editors' eyes.

``site/pages.json`` lets other tools remind owners, check sources or count
without reading HTML; the page "Tình trạng nội dung" shows it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from handbook.catalogue.catalog import Article, Catalog
from handbook.catalogue.cited_pages import CitedPages
from handbook.sections import DEFAULT_LANGUAGE, LANGUAGES, Kind
from handbook.vietnamese.text import collation_key

_OTHER = tuple(language for language in LANGUAGES if language != DEFAULT_LANGUAGE)


@dataclass(frozen=True)
class PageState:
    """What editors want to know of one page."""

    article: Article
    url: str
    documents: tuple[str, ...]
    to_review: tuple[str, ...]
    translated: bool


def page_states(
    catalog: Catalog, cited: CitedPages, language: str, url_for: Callable[[str], str]
) -> tuple[PageState, ...]:
    """Every page that somebody writes, the soonest review first."""
    states = []
    for key in catalog.keys:
        article = catalog.article(key, language)
        if article is None or article.document or article.is_index or article.kind in (Kind.DOWNLOADS, Kind.GLOSSARY):
            continue
        if article.path.endswith("/") or article.is_generated:  # made by the build, nobody's to review
            continue
        citations = cited.pages[key][1].citations if key in cited.pages else ()
        states.append(
            PageState(
                article,
                url_for(key),
                cited.documents_of(key),
                tuple(dict.fromkeys(citation.slug for citation in citations if citation.needs_review)),
                all((key, other) in catalog.articles for other in _OTHER),
            )
        )
    return tuple(sorted(states, key=_soonest_first))


def _soonest_first(state: PageState) -> tuple:
    review_by = state.article.meta.review_by
    return (review_by is None, review_by.isoformat() if review_by else "", collation_key(state.article.meta.title))


def as_records(states: tuple[PageState, ...], catalog: Catalog) -> list[Mapping[str, object]]:
    """The states as plain data for JSON; document numbers instead of slugs."""

    def number(slug: str) -> str:
        document = catalog.register.get(slug) if catalog.register else None
        return document.number if document else slug

    return [
        {
            "title": state.article.meta.title,
            "url": state.url,
            "file": state.article.path,
            "language": state.article.language,
            "section": state.article.section.folder if state.article.section else "",
            "owner": state.article.meta.owner,
            "date": _iso(state.article.meta.date),
            "review_by": _iso(state.article.meta.review_by),
            "sources": [
                {"name": source.name, "url": source.url, "date": source.date} for source in state.article.meta.sources
            ],
            "documents": [number(slug) for slug in state.documents],
            "documents_to_review": [number(slug) for slug in state.to_review],
            "translated": state.translated,
            "legal_tasks": list(state.article.meta.legal_tasks),
            "competences": list(state.article.meta.competences),
            "open_questions": len(state.article.meta.open_questions),
            "tried": [tried.date.isoformat() for tried in state.article.meta.tried],
        }
        for state in states
    ]


def _iso(date: dt.date | None) -> str | None:
    return date.isoformat() if date else None
