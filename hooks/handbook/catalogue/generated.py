"""Pages that no editor wrote: section indexes, a page for each legal document, the status of the content."""

from __future__ import annotations

from handbook.cache.last_result import Latest
from handbook.catalogue.catalog import Article, Catalog
from handbook.labels import LABELS
from handbook.law.document_pages import document_page
from handbook.law.model import Document, Register
from handbook.sections import BY_FOLDER, DEFAULT_LANGUAGE, LANGUAGES, SECTIONS, Kind, Section
from handbook.source.schema import PageMeta

STATUS_PAGE = "tinh-trang"
_documents: Latest[tuple[Article, ...]] = Latest()


def generated_articles(catalog: Catalog) -> tuple[Article, ...]:
    """Pages that no editor wrote, in each language: section indexes, legal documents."""
    indexes = tuple(
        _index(section, language)
        for section in SECTIONS
        for language in LANGUAGES
        if (f"{section.folder}/index", language) not in catalog.articles and section.kind is not Kind.PLACE
    )
    status = tuple(_status_page(language) for language in LANGUAGES)
    register = catalog.register
    if register is None:
        return indexes + status
    return (
        indexes
        + status
        + _documents.of(
            "register",
            register,
            lambda: tuple(
                _document(document, register, language) for document in register.documents for language in LANGUAGES
            ),
        )
    )


def _status_page(language: str) -> Article:
    label = LABELS[language]
    meta = PageMeta(title=label["status_title"], summary=label["status_lead"], template="status.html")
    return Article(STATUS_PAGE, language, "docs/", None, meta, "", 1, is_generated=True)


def _document(document: Document, register: Register, language: str) -> Article:
    page = document_page(document, register, language, None, lambda slug: slug)
    section = BY_FOLDER["van-ban"]
    return Article(
        f"van-ban/{document.slug}",
        language,
        register.path,
        section,
        PageMeta(title=page.title, summary=page.summary),
        "",
        document.line,
        document=document.slug,
        is_generated=True,
    )


def _index(section: Section, language: str) -> Article:
    meta = PageMeta(title=section.title[language], summary=section.lead[language])
    suffix = "" if language == DEFAULT_LANGUAGE else f".{language}"
    path = f"docs/{section.folder}/index{suffix}.md"
    return Article(f"{section.folder}/index", language, path, section, meta, "", 1, is_generated=True)
