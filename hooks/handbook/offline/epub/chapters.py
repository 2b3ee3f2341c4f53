"""The files of an EPUB: imprint, openings of the parts, and the chapters."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from handbook.book.html_tree.book_links import LinkIndex
from handbook.book.model import Book, Chapter, Part
from handbook.labels import show_date, show_period
from handbook.offline.epub.elements import EPUB, file_name
from handbook.offline.epub.xhtml import Body, read_body, settle
from handbook.offline.words import WORDS
from handbook.problem import Problem
from handbook.source.schema import Source
from handbook.vietnamese.text import nfc


@dataclass(frozen=True)
class Document:
    """One file of the EPUB as it stands in the reading order; ``language`` where it is not the book's."""

    name: str
    title: str
    xhtml: str
    language: str = ""
    has_drawing: bool = False
    is_part: bool = False
    is_nav: bool = False


def wrap(title: str, language: str, body: str) -> str:
    """A whole XHTML file around ``body``."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n<html xmlns="http://www.w3.org/1999/xhtml" '
        f'xmlns:epub="{EPUB}" lang="{language}" xml:lang="{language}">\n<head><meta charset="utf-8"/>'
        f'<title>{escape(nfc(title))}</title><link rel="stylesheet" href="reader.css"/></head>\n'
        f"<body>\n{body}\n</body>\n</html>\n"
    )


def documents(book: Book, links: LinkIndex) -> tuple[list[Document], tuple[str, ...], tuple[Problem, ...]]:
    """The files in reading order, the pictures in them (paths below ``docs/``), and all problems."""
    bodies: dict[str, Body] = {}
    for number, part in enumerate(book.parts, start=1):
        key = _key(part, number)
        bodies[key] = read_body(
            part.intro_html, key, links, part.path or f"docs/{key}.md", book.language, book.docs_dir
        )
    for chapter in book.chapters:
        html = chapter.html + chapter.annex_html
        bodies[chapter.key] = read_body(html, chapter.key, links, chapter.path, chapter.language, book.docs_dir)
    ids = {file_name(key): body.ids for key, body in bodies.items()}
    found = [_imprint(book)]
    found += [_chapter(chapter, book, bodies[chapter.key], ids) for chapter in book.front]
    for number, part in enumerate(book.parts, start=1):
        found.append(_part(part, number, book, bodies[_key(part, number)], ids))
        found += [_chapter(chapter, book, bodies[chapter.key], ids) for chapter in part.chapters]
    images = sorted({image for body in bodies.values() for image in body.images})
    return found, tuple(images), tuple(problem for body in bodies.values() for problem in body.problems)


def _key(part: Part, number: int) -> str:
    return part.key or f"phan-{number}"


def _imprint(book: Book) -> Document:
    words = WORDS[book.language]
    facts = [
        (words["edition"], book.edition),
        (words["as_of"], show_date(book.as_of, book.language)),
        (words["version"], book.version),
    ]
    lines = "".join(f"<dt>{escape(name)}</dt><dd>{escape(value)}</dd>" for name, value in facts if value)
    notes = "".join(f"<p>{escape(words[name])}</p>" for name in ("reference", "no_endorsement", "licence"))
    return Document(
        "imprint.xhtml",
        words["imprint"],
        wrap(
            words["imprint"],
            book.language,
            f'<section epub:type="imprint"><h1>{escape(book.title)}</h1><p>{escape(book.subtitle)}</p>'
            f"<dl>{lines}</dl>{notes}{_untranslated(book)}</section>",
        ),
    )


def _part(part: Part, number: int, book: Book, body: Body, ids: dict[str, frozenset[str]]) -> Document:
    words = WORDS[book.language]
    lead = f'<p class="tom-tat">{escape(part.lead)}</p>' if part.lead else ""
    text = (
        f'<section epub:type="part"><p class="so-chuong">{words["part"]} {number}</p>'
        f"<h1>{escape(part.title)}</h1>{lead}\n{_age(book)}\n{settle(body, ids)}</section>"
    )
    return Document(
        file_name(_key(part, number)),
        part.title,
        wrap(part.title, book.language, text),
        has_drawing=body.has_drawing,
        is_part=True,
    )


def _chapter(chapter: Chapter, book: Book, body: Body, ids: dict[str, frozenset[str]]) -> Document:
    words, language = WORDS[book.language], book.language
    title = f"{chapter.number}. {chapter.title}" if chapter.number else chapter.title
    own = f' lang="{language}" xml:lang="{language}"' if chapter.language != language else ""
    text = ['<section epub:type="chapter">']
    if chapter.number:
        text.append(f'<p class="so-chuong"{own}>{words["chapter"]} {chapter.number}</p>')
    text.append(f"<h1>{escape(chapter.title)}</h1>")
    if chapter.is_fallback:
        text.append(f'<p class="thong-bao"{own}>{words["fallback"]}</p>')
    if chapter.summary:
        text.append(f'<p class="tom-tat">{escape(chapter.summary)}</p>')
    text.append(_age(book, own, chapter))
    text.append(settle(body, ids))
    if chapter.sources:
        items = "".join(_source(source, language, own) for source in chapter.sources)
        text.append(f'<section class="nguon"><h2{own}>{words["sources"]}</h2><ol>{items}</ol></section>')
    if chapter.url:
        url = escape(chapter.url)
        text.append(f'<p class="tren-mang"{own}>{words["online"]}: <a href="{url}">{url}</a></p>')
    text.append("</section>")
    return Document(
        file_name(chapter.key),
        title,
        wrap(chapter.title, chapter.language, nfc("\n".join(text))),
        chapter.language,
        body.has_drawing,
    )


def _age(book: Book, own: str = "", chapter: Chapter | None = None) -> str:
    """How old a page is: when it was changed, and when it is to be checked again; the edition's day if nobody said."""
    words, language = WORDS[book.language], book.language
    facts = []
    if chapter and chapter.date:
        facts.append(f"{words['updated']}: {show_date(chapter.date, language)}")
    if chapter and chapter.review_by:
        facts.append(f"<strong>{words['review']} {show_date(chapter.review_by, language)}</strong>")
    else:
        facts.append(f"{words['as_of']} {show_date(book.as_of, language)}")
    return f'<p class="ghi-nho"{own}>{" · ".join(facts)}</p>'


def _untranslated(book: Book) -> str:
    """What a translated book leaves out, said once."""
    if not book.untranslated:
        return ""
    lines = "".join(
        f"<dt>{escape(nfc(of))}</dt>"
        + "".join(f'<dd lang="vi" xml:lang="vi">{escape(nfc(title))}</dd>' for title in some)
        for of, some in book.untranslated
    )
    return f"<h2>{WORDS[book.language]['untranslated']}</h2><dl>{lines}</dl>"


def _source(source: Source, language: str, own: str) -> str:
    name = escape(source.name)
    linked = f'<a href="{escape(source.url)}">{name}</a>' if source.url else name
    supports = f"; {WORDS[language]['supports']}: {escape(source.supports)}" if source.supports else ""
    return f"<li>{linked} <span{own}>({show_period(source.date, language)}{supports})</span></li>"
