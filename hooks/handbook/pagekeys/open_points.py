"""What pages cannot say for sure yet (``chua_ro``): the box on a page, the table of all of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from html import escape

from handbook.catalogue.catalog import Article, Catalog
from handbook.labels import show_date
from handbook.pagekeys.served import original_meta
from handbook.pagekeys.words import WORDS
from handbook.sections import DEFAULT_LANGUAGE
from handbook.source.schema import OpenQuestion


@dataclass(frozen=True)
class OpenPoint:
    """One line of the table: the page, what is open, and by when it must be asked (ISO, or empty)."""

    title: str
    url: str
    statement: str
    question: str
    whom: str
    by: str
    language: str


def open_box(article: Article, catalog: Catalog) -> str:
    """The box at the end of a page, as HTML that Markdown passes through; empty where nothing is open.

    Not Markdown: what is still to be asked may name a document that the
    register does not know, and is no citation to be checked.
    """
    questions, language = questions_of(article, catalog)
    if not questions:
        return ""
    words = WORDS[article.language]
    own = "" if language == article.language else f' lang="{language}"'
    items = "".join(f"<li{own}>{_item(question, language)}</li>" for question in questions)
    return f'<div class="admonition question">\n<p class="admonition-title">{words["open"]}</p>\n<ul>{items}</ul>\n</div>\n'


def questions_of(article: Article, catalog: Catalog) -> tuple[tuple[OpenQuestion, ...], str]:
    """The open questions of a page and their language: a translation that has none of its own shows the original's."""
    if article.meta.open_questions:
        return article.meta.open_questions, article.language
    return original_meta(article, catalog).open_questions, DEFAULT_LANGUAGE


def _item(question: OpenQuestion, language: str) -> str:
    words = WORDS[language]
    whom = words["ask"].format(question.whom) if question.whom else words["ask_nobody"]
    by = f" ({words['before'].format(show_date(question.by, language))})" if question.by else ""
    return f"{escape(_sentence(question.statement))} <strong>{escape(whom)}</strong>{by}: {escape(_sentence(question.question))}"


def _sentence(text: str) -> str:
    """On one line, with a full stop."""
    text = " ".join(text.split())
    return text if text.endswith((".", "?", "!", "…", ":")) else f"{text}."


def open_points(catalog: Catalog, language: str, url_for: Callable[[str], str]) -> tuple[OpenPoint, ...]:
    """Every open question of every page, the soonest first, those without a day last."""
    points = []
    for key in catalog.keys:
        article = catalog.article(key, language)
        if article is None:
            continue
        questions, spoken = questions_of(article, catalog)
        points += [
            OpenPoint(
                article.meta.title,
                url_for(key),
                question.statement,
                question.question,
                question.whom or "",
                question.by.isoformat() if question.by else "",
                spoken,
            )
            for question in questions
        ]
    return tuple(sorted(points, key=lambda point: (not point.by, point.by)))
