"""The Markdown that a page is made of, beyond what its editor wrote."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from html import escape

from handbook.cache.last_result import Latest
from handbook.catalogue.catalog import Article, Catalog
from handbook.catalogue.generated import STATUS_PAGE
from handbook.glossary.glossary_page import page_text as glossary_text
from handbook.labels import LABELS
from handbook.law.citation_links import link_text
from handbook.law.document_pages import document_page, index_page
from handbook.law.model import Register
from handbook.markdown.source_scan import blocks_in, is_convertible
from handbook.pagekeys.map_page import MAP_PAGE, map_text
from handbook.pagekeys.open_points import open_box
from handbook.places.index_page import index_text
from handbook.places.province_page import province_text
from handbook.places.register import places_of
from handbook.places.story_index import story_index
from handbook.sections import Kind
from handbook.site.pages.downloads_page import downloads_text

UNREADABLE = '!!! danger "Không đọc được trang này"\n    Xem thông báo khi dựng trang, sửa tệp rồi dựng lại.\n'

UrlFor = Callable[[str], str]
_texts: Latest[str] = Latest()


def page_text(article: Article | None, catalog: Catalog, url_for: UrlFor) -> str:
    """The Markdown of ``article``: its body, with its data table if it has one, and what is still to be asked.

    ``url_for`` turns a page's key into an address as seen from ``article``.
    """
    if article is None or not is_convertible(article.body):
        return UNREADABLE
    text, box = _text(article, catalog, url_for), open_box(article, catalog)
    return f"{text.rstrip()}\n\n{box}" if box else text


def _text(article: Article, catalog: Catalog, url_for: UrlFor) -> str:
    if article.key == MAP_PAGE:
        return f"{article.body}\n\n{map_text(catalog, article.language, url_for)}"
    if article.key == "tai-ve/index":
        return f"{article.body}\n\n{downloads_text(article.language)}"
    register = catalog.register
    if article.kind is Kind.REGISTER and register:
        return _texts.of(
            (article.key, article.language),
            (article, register, url_for),
            partial(_register_text, article, register, url_for),
        )
    if article.kind is Kind.GLOSSARY and article.is_index and catalog.glossary:
        return f"{article.body}\n\n{glossary_text(catalog.glossary, article.language, _source_renderer(article, catalog, url_for))}"
    if article.kind is Kind.PLACE:
        return _place_text(article, catalog, url_for)
    places = places_of(catalog)
    if article.section and places and has_story_index(article, catalog):
        return f"{article.body}\n\n{story_index(article.section, catalog, places, article.language, url_for)}\n"
    if article.kind is not Kind.TABLE or article.is_index or article.key not in catalog.tables:
        return article.body
    name = article.key.split("/", 1)[1]
    if any(block.request.name == name for block in blocks_in(article.body)):
        return article.body
    notice = ""
    if article.is_stub:
        notice = f'!!! warning ""\n    {LABELS[article.language]["source_missing"]}\n\n'
    return f"{notice}/// so-lieu | {name}\n///\n\n{article.body}"


def has_story_index(article: Article, catalog: Catalog) -> bool:
    """Whether the page lists stories by province, and needs no cards."""
    return article.kind is Kind.STORY and article.is_index and places_of(catalog) is not None


def _place_text(article: Article, catalog: Catalog, url_for: UrlFor) -> str:
    places = places_of(catalog)
    province = places.province(article.key.partition("/")[2]) if places else None
    if places and article.is_index:
        return index_text(places, catalog, article.language, article.body, url_for)
    if places and province:
        return province_text(province, places, catalog, article.language, article.body, url_for)
    return article.body


def _register_text(article: Article, register: Register, url_for: UrlFor) -> str:
    def url_of(slug: str) -> str:
        folder = article.section.folder if article.section else ""
        return url_for(f"{folder}/{slug}")

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
    """Parts of the theme that ``article`` does without: a wide table needs the room, the glossary has its letters above it."""
    is_wide = article.kind in (Kind.TABLE, Kind.GLOSSARY) or (article.kind is Kind.REGISTER and article.is_index)
    is_wide = is_wide or article.key == STATUS_PAGE
    return (*article.meta.hide, "toc") if is_wide else article.meta.hide
