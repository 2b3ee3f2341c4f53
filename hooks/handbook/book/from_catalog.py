"""From catalogue and converted pages to the record of the printed book."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path

from handbook.book.apart import is_apart, list_of
from handbook.book.model import Book, BookOptions, Chapter, Part
from handbook.catalogue.catalog import Article, Catalog
from handbook.catalogue.facts import facts_of
from handbook.labels import LABELS
from handbook.pagekeys.tried import badge_of
from handbook.places.commune_list import LONG_LIST
from handbook.sections import SECTIONS, Kind
from handbook.settings import is_public
from handbook.source.schema import TableMeta

FRONT_PAGES = ("cach-dung", "gioi-thieu")
_TITLE = {"vi": "Cẩm nang chuyển đổi số", "en": "Digital Transformation Handbook"}
_SUBTITLE = {
    "vi": "Sổ tay cho thanh niên trong Tổ công nghệ số cộng đồng ở xã, phường, đặc khu",
    "en": "For young members of the community digital teams in communes, wards and special zones",
}


@dataclass(frozen=True)
class Imprint:
    """What the edition says of itself: its name, dates, version and web address."""

    edition: str
    as_of: dt.date
    version: str
    site_url: str
    docs_dir: Path
    public_key: str = ""


def make_book(
    catalog: Catalog, html: Mapping[str, str], urls: Mapping[str, str], language: str, imprint: Imprint
) -> Book:
    """The whole book in ``language``.

    ``html`` and ``urls`` give each page's converted text and site address by
    key.  Home and download pages are for the screen only and left out, and so
    are pages that are not translated: the book says once which they are.
    Chapters keep the numbers of the original, by which teams name them.
    """
    numbers = iter(range(1, 10_000))
    public = {key: imprint.site_url + url for key, url in urls.items()} if is_public(imprint.site_url) else {}

    def chapter(article: Article, numbered: bool) -> Chapter:
        url = public.get(article.key, "")
        number = str(next(numbers)) if numbered else None
        return _chapter(article, html[article.key], url, language, number, badge_of(article, catalog, language))

    front = [article for key in FRONT_PAGES if (article := catalog.article(key, language)) and article.key in html]
    parts = []
    missing: list[tuple[str, tuple[str, ...]]] = []
    for section in SECTIONS:
        if section.kind is Kind.DOWNLOADS:
            continue
        numbered = section.kind is Kind.CHAPTER
        chapters = tuple(
            chapter(article, numbered) for article in catalog.in_section(section, language) if article.key in html
        )
        left_out = tuple(chapter.title for chapter in chapters if chapter.is_fallback)
        if left_out:
            missing.append((section.title[language], left_out))
        chapters = tuple(chapter for chapter in chapters if not chapter.is_fallback)
        named = {chapter.key for chapter in chapters if chapter.apart}
        index = catalog.article(f"{section.folder}/index", language)
        intro = html.get(f"{section.folder}/index", "") if index is None or index.language == language else ""
        if chapters or (intro.strip() and not left_out):
            parts.append(
                Part(
                    section.title[language],
                    section.lead[language],
                    intro,
                    chapters,
                    key=f"{section.folder}/index",
                    path=index.path if index else "",
                    names=list_of(
                        section,
                        (one for one in catalog.in_section(section, language) if one.key in named),
                        public,
                        catalog,
                        language,
                    ),
                )
            )
    return Book(
        title=_TITLE[language],
        subtitle=_SUBTITLE[language],
        language=language,
        edition=imprint.edition,
        as_of=imprint.as_of,
        version=imprint.version,
        date=imprint.as_of,
        front=tuple(chapter(article, False) for article in front if article.language == language),
        parts=tuple(parts),
        options=BookOptions(),
        docs_dir=imprint.docs_dir,
        public_key=imprint.public_key,
        untranslated=(
            *((_TITLE[language], (article.meta.title,)) for article in front if article.language != language),
            *missing,
        ),
    )


def _chapter(article: Article, html: str, url: str, language: str, number: str | None, tried: str) -> Chapter:
    facts = "".join(f"<dt>{escape(name)}</dt><dd>{escape(value)}</dd>" for name, value in facts_of(article, language))
    if isinstance(article.meta, TableMeta) and not article.meta.in_book:
        html = f"<p>{escape(LABELS[language]['not_printed'])}</p>"
    html, annex = _without_long_list(html)
    return Chapter(
        key=article.key,
        title=article.meta.title,
        html=(f"<dl>{facts}</dl>" if facts else "") + (f"<p><em>{escape(tried)}</em></p>" if tried else "") + html,
        url=url,
        language=article.language,
        path=article.path,
        summary=article.meta.summary,
        date=article.meta.date,
        sources=article.meta.sources,
        number=number,
        is_fallback=article.language != language,
        source=article.body,
        source_line=article.body_line,
        review_by=article.meta.review_by,
        keywords=article.meta.keywords,
        annex_html=annex,
        apart=is_apart(article),
    )


def _without_long_list(html: str) -> tuple[str, str]:
    """A province's page without the list of its communes, and that list: the provinces' own PDFs have it."""
    start, end = LONG_LIST
    before, found, rest = html.partition(start)
    inside, closed, after = rest.partition(end)
    return (before + after, inside) if found and closed else (html, "")
