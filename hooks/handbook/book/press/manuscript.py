"""The book as the template reads it: one JSON-able dict, every link checked."""

from __future__ import annotations

from urllib.parse import urlsplit

from handbook.book.html_tree.book_links import LinkIndex
from handbook.book.html_tree.inline import tidy
from handbook.book.html_tree.tree import CARD_CLASS, build_tree
from handbook.book.layout.annexes import annexes
from handbook.book.layout.headings_and_labels import arrange, every_node, settle_labels
from handbook.book.layout.paper import PAPERS
from handbook.book.layout.subject_index import subjects
from handbook.book.layout.table_layout import lay_out
from handbook.book.model import Book, Chapter, Part, is_large
from handbook.book.press.qr import qr_svg
from handbook.book.words import WORDS
from handbook.labels import show_date, show_period
from handbook.problem import Problem
from handbook.sections import Kind, section_of
from handbook.vietnamese.text import nfc


def manuscript(book: Book) -> tuple[dict, tuple[Problem, ...]]:
    """The whole book as data for ``overrides/book/main.typ``, and its problems."""
    if book.options.kind == "cards":
        return _frame(book) | {"cards": _cards(book)}, ()
    # Only a whole book has opening pages of parts to which a link can lead.
    opened = book.options.kind == "whole" and not book.is_short
    links = LinkIndex.of(book.chapters, book.parts if opened else ())
    problems: list[Problem] = []
    front = [_chapter(chapter, book, links, problems) for chapter in book.front]
    parts = [_part(part, number, book, links, problems) for number, part in enumerate(book.parts, start=1)]
    sections = [*front, *(section for part in parts for section in (part, *part["chapters"]))]
    nodes = {section["key"]: list(every_node(section["body"])) for section in sections}
    everything = [node for found in nodes.values() for node in found]
    settle_labels(everything, set(nodes))
    paper = PAPERS[book.options.paper]
    for node in everything:
        if node.get("t") == "table":
            lay_out(node, paper, book.options.size_pt, book.language)
    lists: dict[str, list] = {}
    if book.options.kind == "whole" and not book.is_short:
        lists = annexes((section["title"], nodes[section["key"]]) for section in sections)
        lists["subjects"] = subjects(book.chapters, nodes)
    if book.options.kind == "whole" and book.untranslated:
        lists["untranslated"] = [
            {"of": nfc(of), "titles": [nfc(title) for title in some]} for of, some in book.untranslated
        ]
    if book.options.kind in ("whole", "part") and not book.is_short and not is_large(book.options):
        lists["sources"] = [
            {
                "key": chapter.key,
                "number": chapter.number,
                "title": nfc(chapter.title),
                "lang": chapter.language,
                "items": _sources(chapter, book.language),
            }
            for chapter in book.chapters
            if chapter.sources
        ]
    return _frame(book) | {"annexes": lists, "front": front, "parts": parts}, tuple(problems)


def _frame(book: Book) -> dict:
    """What every edition says of itself."""
    options = book.options
    return {
        "title": nfc(book.title),
        "subtitle": nfc(book.subtitle),
        "lang": book.language,
        "edition": nfc(book.edition),
        "edition_name": nfc(options.edition_name),
        "version": book.version,
        "public_key": book.public_key,
        "date": [book.date.year, book.date.month, book.date.day],
        "date_text": show_date(book.date, book.language),
        "as_of": show_date(book.as_of, book.language),
        "words": WORDS[book.language],
        "options": {
            "kind": options.kind,
            "paper": PAPERS[options.paper].with_bleed(options.bleed_mm).as_data(),
            "bleed": options.bleed_mm,
            "size": options.size_pt,
            "grey": options.grey,
            "short": book.is_short,
            # The chapter that ends with the colophon, where no page of front matter says it.
            "last": book.chapters[-1].key if book.is_short and book.chapters else "",
        },
        "front": [],
        "parts": [],
        "annexes": {},
        "cards": [],
    }


def _cards(book: Book) -> list[dict]:
    """The task cards of all chapters; the problems of their pages are the whole book's to tell."""
    links = LinkIndex({}, {chapter.key: chapter.url for chapter in book.chapters}, {})
    cards = []
    for chapter in book.chapters:
        if CARD_CLASS not in chapter.html:
            continue
        body, _ = build_tree(chapter.html, chapter.key, links, chapter.path)
        cards += [
            {
                "title": node["title"],
                "c": node["c"],
                "of": nfc(chapter.title),
                "lang": chapter.language,
                "number": chapter.number,
                "url": chapter.url,
                "short_url": _short(chapter.url),
                "qr": qr_svg(chapter.url) if chapter.url else "",
            }
            for node in every_node(body)
            if node.get("t") == "card"
        ]
    return cards


def _short(url: str) -> str:
    return url.split("://", 1)[-1].rstrip("/")


def _part(part: Part, number: int, book: Book, links: LinkIndex, problems: list[Problem]) -> dict:
    key = part.key or f"phan-{number}"
    body, found = build_tree(part.intro_html, key, links, part.path or f"docs/{key}.md")
    problems.extend(found)
    return {
        "key": key,
        "number": number,
        "title": nfc(part.title),
        "lead": tidy([nfc(part.lead)]),
        "body": arrange(body, part.title),
        "flows": book.options.kind != "chapter" and not book.is_short and bool(part.chapters),
        "tight": all(_is_short(chapter) for chapter in part.chapters),
        "chapters": [_chapter(chapter, book, links, problems) for chapter in part.chapters],
    }


def _is_short(chapter: Chapter) -> bool:
    """Whether ``chapter`` needs no page of its own: a story, a table."""
    section = section_of(chapter.key)
    return section is not None and section.kind in (Kind.STORY, Kind.TABLE)


def _chapter(chapter: Chapter, book: Book, links: LinkIndex, problems: list[Problem]) -> dict:
    body, found = build_tree(chapter.html, chapter.key, links, chapter.path, chapter.source, chapter.source_line)
    problems.extend(found)
    language = book.language
    return {
        "key": chapter.key,
        "title": nfc(chapter.title),
        "number": chapter.number,
        "lang": chapter.language,
        "summary": tidy([nfc(chapter.summary)]) if chapter.summary else [],
        "date": show_date(chapter.date, language) if chapter.date else "",
        "url": chapter.url,
        "short_url": _short(chapter.url),
        "qr": qr_svg(chapter.url) if chapter.url else "",
        "fallback": chapter.is_fallback,
        "body": arrange(body, chapter.title),
        "review_by": show_date(chapter.review_by, language) if chapter.review_by else "",
        "sources": _sources(chapter, language) if lists_sources(book) else [],
        "has_sources": bool(chapter.sources),
    }


def lists_sources(book: Book) -> bool:
    """Whether each chapter ends with its sources: alone or among few it does, among many they stand in an annex.

    Large print has none: small type is all that a list of names bears.
    """
    return (book.options.kind == "chapter" or book.is_short) and not is_large(book.options)


def _sources(chapter: Chapter, language: str) -> list[dict]:
    """Name, publishing site and date of each source.

    Its address is for whoever clicks, and not printed; what it supports stands in the live list,
    to which the chapter's QR code leads.
    """
    return [
        {
            "name": tidy([nfc(source.name)]),
            "issuer": issuer_of(source.url or ""),
            "date": show_period(source.date, language),
            "url": source.url or "",
        }
        for source in chapter.sources
    ]


def issuer_of(url: str) -> str:
    """The site that published the page at ``url``, as people say its name: ``vanban.chinhphu.vn``."""
    return (urlsplit(url).hostname or "").removeprefix("www.")
