"""The Markdown that a page is made of, beyond what its editor wrote."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from handbook.cache.last_result import Latest
from handbook.catalogue.catalog import Article, Catalog
from handbook.checks.table_references import blocks_in
from handbook.glossary.glossary_page import page_text as glossary_text
from handbook.labels import LABELS
from handbook.law.citation_links import link_text
from handbook.law.document_pages import document_page, index_page
from handbook.law.model import Document, Register
from handbook.sections import BY_FOLDER, DEFAULT_LANGUAGE, LANGUAGES, SECTIONS, Kind, Section
from handbook.site.pages.downloads_page import downloads_text
from handbook.source.schema import PageMeta

STATUS_PAGE = "tinh-trang"
UNREADABLE = '!!! danger "Không đọc được trang này"\n    Xem thông báo khi dựng trang, sửa tệp rồi dựng lại.\n'

UrlFor = Callable[[str], str]
_texts: Latest[str] = Latest()
_documents: Latest[tuple[Article, ...]] = Latest()


def page_text(article: Article | None, catalog: Catalog, url_for: UrlFor) -> str:
    """The Markdown of ``article``: its body, with its data table if it has one.

    ``url_for`` turns a page's key into an address as seen from ``article``.
    """
    if article is None:
        return UNREADABLE
    if article.key == "tai-ve/index":
        return f"{article.body}\n\n{downloads_text(article.language)}"
    if article.kind is Kind.REGISTER and catalog.register:
        return _texts.of(
            (article.key, article.language),
            (article, catalog.register, url_for),
            lambda: _register_text(article, catalog.register, url_for),
        )
    if article.kind is Kind.GLOSSARY and article.is_index and catalog.glossary:
        return f"{article.body}\n\n{glossary_text(catalog.glossary, article.language, _source_renderer(article, catalog, url_for))}"
    if article.kind is not Kind.TABLE or article.is_index or article.key not in catalog.tables:
        return article.body
    name = article.key.split("/", 1)[1]
    if any(block.request.name == name for block in blocks_in(article.body)):
        return article.body
    notice = ""
    if article.is_stub:
        notice = f'!!! warning ""\n    {LABELS[article.language]["source_missing"]}\n\n'
    return f"{notice}/// so-lieu | {name}\n///\n\n{article.body}"


def _register_text(article: Article, register: Register, url_for: UrlFor) -> str:
    def url_of(slug: str) -> str:
        return url_for(f"{article.section.folder}/{slug}")

    document = register.get(article.document) if article.document else None
    if document:
        return document_page(document, register, article.language, None, url_of).text
    if article.is_index:
        label = LABELS[article.language]["download"]
        links = ", ".join(
            f'<a href="{url_for("van-ban/van-ban" + ending)}" download>{name}</a>'
            for ending, name in ((".csv", "CSV"), (".xlsx", "Excel"))
        )
        table = index_page(register, article.language, url_of).text
        return f'{article.body}\n\n{table}\n<p class="so-lieu-tai noprint">{label}: {links}</p>\n'
    return article.body


def _source_renderer(article: Article, catalog: Catalog, url_for: UrlFor) -> Callable[[str], str]:
    matcher = catalog.citations
    if matcher is None:
        return escape
    return lambda source: link_text(source, matcher, lambda slug: url_for(f"van-ban/{slug}"), article.language)


def hidden_parts(article: Article) -> tuple[str, ...]:
    """Parts of the theme that ``article`` does without: a wide table needs the room."""
    is_wide = article.kind is Kind.TABLE or (article.kind is Kind.REGISTER and article.is_index)
    is_wide = is_wide or article.key == STATUS_PAGE
    return (*article.meta.hide, "toc") if is_wide else article.meta.hide


def generated_articles(catalog: Catalog) -> tuple[Article, ...]:
    """Pages that no editor wrote, in each language: section indexes, legal documents."""
    indexes = tuple(
        _index(section, language)
        for section in SECTIONS
        for language in LANGUAGES
        if (f"{section.folder}/index", language) not in catalog.articles
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
