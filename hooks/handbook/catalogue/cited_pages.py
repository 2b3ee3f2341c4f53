"""Which pages cite which document, in the language being built."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from handbook.catalogue.catalog import Article
from handbook.law.document_pages import cited_by_list, cited_by_place
from handbook.law.page_citations import PageCitations, PageSource
from handbook.sections import Kind
from handbook.vietnamese.text import collation_key


@dataclass
class CitedPages:
    """Collected while pages are converted, asked when all of them are."""

    pages: dict[str, tuple[Article, PageCitations]] = field(default_factory=dict)
    by_document: dict[str, dict[str, Article]] = field(default_factory=dict)

    def add(self, article: Article | None, citations: PageCitations) -> None:
        """Note what a page cites; the register's own pages cite nothing."""
        if article and article.kind is not Kind.REGISTER and citations.citations:
            self.pages[article.key] = (article, citations)
            for citation in citations.citations:
                self.by_document.setdefault(citation.slug, {})[article.key] = article

    def documents_of(self, key: str) -> tuple[str, ...]:
        """The slugs of the documents that the page ``key`` cites, each once, in reading order."""
        citations = self.pages[key][1].citations if key in self.pages else ()
        return tuple(dict.fromkeys(citation.slug for citation in citations))

    def citing(self, document: str) -> tuple[Article, ...]:
        """The pages that cite the document with this slug, by title."""
        return tuple(
            sorted(self.by_document.get(document, {}).values(), key=lambda article: collation_key(article.meta.title))
        )

    def fill_in(self, html: str, document: str, language: str, url_for: Callable[[str], str]) -> str:
        """The document's page with the list of the pages that cite it."""
        links = [(article.meta.title, url_for(article.key)) for article in self.citing(document)]
        return html.replace(cited_by_place(document), cited_by_list(links, language))


def page_source(article: Article | None) -> PageSource:
    """What the citation extension needs to name lines of ``article``."""
    if article is None:
        return PageSource()
    return PageSource(article.path, article.body, article.body_line, article.language)


def terms_are_linked(article: Article | None) -> bool:
    """Whether words of this page are explained: not on pages that only list things."""
    return article is not None and article.kind not in (Kind.GLOSSARY, Kind.REGISTER, Kind.DOWNLOADS, Kind.PLACE)
