"""The book as the template reads it: one JSON-able dict, every link checked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from handbook.book.inline import Node, plain, tidy
from handbook.book.links import LinkIndex
from handbook.book.model import Book, Chapter, Part
from handbook.book.paper import PAPERS
from handbook.book.qr import qr_svg
from handbook.book.table_layout import lay_out
from handbook.book.tree import build_tree
from handbook.book.words import WORDS
from handbook.labels import show_date, show_period
from handbook.problem import Problem
from handbook.text import nfc


def manuscript(book: Book) -> tuple[dict, tuple[Problem, ...]]:
    """The whole book as data for ``overrides/book/main.typ``, and its problems."""
    # Only a whole book has opening pages of parts to which a link can lead.
    links = LinkIndex.of(book.chapters, book.parts if book.options.kind == "whole" else ())
    problems: list[Problem] = []
    front = [_chapter(chapter, book, links, problems) for chapter in book.front]
    parts = [_part(part, number, book, links, problems) for number, part in enumerate(book.parts, start=1)]
    chapters = front + [chapter for part in parts for chapter in part["chapters"]]
    options = book.options
    paper = PAPERS[options.paper]
    blocks = [node for tree in [*(chapter["body"] for chapter in chapters), *(part["intro"] for part in parts)]
              for node in walk_blocks(tree)]
    _settle_labels(blocks, {section["key"] for section in chapters + parts})
    for node in blocks:
        if node.get("t") == "table":
            lay_out(node, paper, options.size_pt)
    return {
        "title": nfc(book.title),
        "subtitle": nfc(book.subtitle),
        "lang": book.language,
        "edition": nfc(book.edition),
        "edition_name": nfc(options.edition_name),
        "version": book.version,
        "date": [book.date.year, book.date.month, book.date.day],
        "date_text": show_date(book.date, book.language),
        "as_of": show_date(book.as_of, book.language),
        "words": WORDS[book.language],
        "options": {"kind": options.kind, "paper": paper.as_data(), "size": options.size_pt, "grey": options.grey},
        "front": front,
        "parts": parts,
    }, tuple(problems)


def _part(part: Part, number: int, book: Book, links: LinkIndex, problems: list[Problem]) -> dict:
    key = part.key or f"phan-{number}"
    intro, found = build_tree(part.intro_html, key, links, part.path or f"docs/{key}.md")
    problems.extend(found)
    return {
        "key": key, "number": number, "title": nfc(part.title), "lead": tidy([nfc(part.lead)]), "intro": _in_steps(intro),
        "chapters": [_chapter(chapter, book, links, problems) for chapter in part.chapters],
    }


def _chapter(chapter: Chapter, book: Book, links: LinkIndex, problems: list[Problem]) -> dict:
    body, found = build_tree(chapter.html, chapter.key, links, chapter.path)
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
        "short_url": chapter.url.split("://", 1)[-1].rstrip("/"),
        "qr": qr_svg(chapter.url) if chapter.url else "",
        "fallback": chapter.is_fallback,
        "body": _in_steps(_without_repeated_caption(body, chapter.title)),
        "sources": [{"name": tidy([nfc(source.name)]), "date": show_period(source.date, language),
                     "url": source.url or "", "supports": nfc(source.supports or "")} for source in chapter.sources],
    }


def _without_repeated_caption(body: list[Node], title: str) -> list[Node]:
    """A table that is the chapter itself need not say the chapter's title again."""
    for node in body:
        if node["t"] == "table" and plain(node.get("caption", [])).split() == nfc(title).split():
            node["same_as_title"] = True
    return body


def _in_steps(body: list[Node]) -> list[Node]:
    """Heading levels counted from 1 below the chapter's title, none skipped (PDF/UA-1, 7.4.2)."""
    deepest = 0
    for node in walk_blocks(body):
        if node.get("t") == "h":
            node["level"] = deepest = min(max(node["level"] - 1, 1), deepest + 1)
    return body


def walk_blocks(nodes: Iterable[object]) -> Iterator[Node]:
    """Every node below ``nodes``, blocks and running text alike, in reading order."""
    for node in nodes:
        if isinstance(node, dict):
            yield node
            for value in node.values():
                if isinstance(value, list):
                    yield from walk_blocks(value)
        elif isinstance(node, list):
            yield from walk_blocks(node)


def _settle_labels(blocks: list[Node], known: set[str]) -> None:
    """Make every label unique and every reference end at a label that exists; ``known`` grows."""
    for node in blocks:
        if "id" in node and node.get("t") != "fn":
            if node["id"] in known:
                del node["id"]
            else:
                known.add(node["id"])
    for node in blocks:
        if node.get("t") == "ref" and node["to"] not in known:
            node["to"] = node["to"].split("#", 1)[0]
