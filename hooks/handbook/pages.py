"""The Markdown that a page is made of, beyond what its editor wrote."""

from __future__ import annotations

from handbook.catalog import Article, Catalog
from handbook.downloads import downloads_text
from handbook.labels import LABELS
from handbook.schema import PageMeta
from handbook.sections import DEFAULT_LANGUAGE, LANGUAGES, SECTIONS, Kind, Section
from handbook.tablerefs import blocks_in

UNREADABLE = "!!! danger \"Không đọc được trang này\"\n    Xem thông báo khi dựng trang, sửa tệp rồi dựng lại.\n"


def page_text(article: Article | None, catalog: Catalog) -> str:
    """The Markdown of ``article``: its body, with its data table if it has one."""
    if article is None:
        return UNREADABLE
    if article.key == "tai-ve/index":
        return f"{article.body}\n\n{downloads_text(article.language)}"
    if article.kind is not Kind.TABLE or article.is_index or article.key not in catalog.tables:
        return article.body
    name = article.key.split("/", 1)[1]
    if any(block.request.name == name for block in blocks_in(article.body)):
        return article.body
    notice = ""
    if article.is_stub:
        notice = f'!!! warning ""\n    {LABELS[article.language]["source_missing"]}\n\n'
    return f"{notice}/// so-lieu | {name}\n///\n\n{article.body}"


def hidden_parts(article: Article) -> tuple[str, ...]:
    """Parts of the theme that ``article`` does without: a wide table needs the room."""
    is_wide = article.kind in (Kind.TABLE, Kind.REGISTER) and not article.is_index
    return (*article.meta.hide, "toc") if is_wide else article.meta.hide


def generated_articles(catalog: Catalog) -> tuple[Article, ...]:
    """Index pages that no editor wrote: one for each section and language."""
    return tuple(
        _index(section, language)
        for section in SECTIONS
        for language in LANGUAGES
        if (f"{section.folder}/index", language) not in catalog.articles
    )


def _index(section: Section, language: str) -> Article:
    meta = PageMeta(title=section.title[language], summary=section.lead[language])
    suffix = "" if language == DEFAULT_LANGUAGE else f".{language}"
    path = f"docs/{section.folder}/index{suffix}.md"
    return Article(f"{section.folder}/index", language, path, section, meta, "", 1)
