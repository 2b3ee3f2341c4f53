"""All questions of the handbook, and the script in which the quiz page finds them."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

from handbook.catalogue.catalog import Catalog
from handbook.kit.placed import by_id, placed_blocks
from handbook.kit.question import Question
from handbook.quiz.names import COMPETENCES
from handbook.source.schema import LessonMeta
from handbook.vietnamese.text import fold, slug


@dataclass(frozen=True)
class Asked:
    """A question with the key of the page it stands on and the titles of the lessons that ask it.

    ``about`` is the key of the chapter to read again, ``chapter`` its title; ``lesson_keys`` those of the lessons.
    """

    question: Question
    page: str
    lessons: tuple[str, ...]
    about: str = ""
    chapter: str = ""
    lesson_keys: tuple[str, ...] = ()

    @property
    def places(self) -> tuple[tuple[str, str], ...]:
        """The pages whose question it is: key and title of its chapter and of each lesson."""
        return tuple(dict.fromkeys(((self.about, self.chapter), *zip(self.lesson_keys, self.lessons, strict=True))))


@dataclass(frozen=True)
class Quiz:
    """The questions of a language, and the pages that have some: key, title, how many."""

    asked: tuple[Asked, ...]
    pages: tuple[tuple[str, str, int], ...]

    @cached_property
    def counts(self) -> Mapping[str, int]:
        """How many questions are about a page, by its key."""
        return {key: count for key, _, count in self.pages}

    @classmethod
    def of(cls, catalog: Catalog, language: str) -> Quiz:
        asked = questions_of(catalog, language)
        return cls(asked, pages_of(asked))


def questions_of(catalog: Catalog, language: str) -> tuple[Asked, ...]:
    """The questions in ``language`` by competence and id; those out of date are left out by their own pages."""
    names = by_id(placed_blocks(catalog), language)
    lessons = [
        article
        for (_, spoken), article in sorted(catalog.articles.items())
        if spoken == language and isinstance(article.meta, LessonMeta)
    ]
    lessons.sort(key=lambda article: article.meta.order)  # type: ignore[attr-defined]
    found = []
    for name, one in names.items():
        content = one.block.content
        if not isinstance(content, Question) or one.article.language != language or one.block.problems:
            continue
        asked_in = [
            lesson
            for lesson in lessons
            if name in lesson.meta.to_print or lesson.key == one.article.key  # type: ignore[attr-defined]
        ]
        about = catalog.article(content.page.partition("#")[0], language) or one.article
        titles, keys = tuple(one.meta.title for one in asked_in), tuple(one.key for one in asked_in)
        found.append(Asked(content, one.article.key, titles, about.key, about.meta.title, keys))
    order = list(COMPETENCES)
    return tuple(sorted(found, key=lambda one: (order.index(one.question.competence), one.question.id)))


def anchor_of(key: str) -> str:
    """Where the quiz page stands open at the questions about the page ``key``."""
    return f"bai-{slug(key)}"


def pages_of(asked: tuple[Asked, ...]) -> tuple[tuple[str, str, int], ...]:
    """The chapters and lessons with questions, by title (lesson 2 before lesson 10): key, title, how many."""
    counted = Counter(place for one in asked for place in one.places)
    found = [(key, title, count) for (key, title), count in counted.items()]
    return tuple(sorted(found, key=lambda one: re.sub(r"\d+", lambda digits: digits[0].zfill(4), fold(one[1]))))


def script_of(asked: tuple[Asked, ...], address_of: Callable[[str], str]) -> str:
    """A script that hands the questions to the quiz page: it works from a USB stick, where a page may fetch nothing.

    ``address_of`` gives a page's address below the site's root.
    """
    rows = []
    for one in asked:
        question = one.question
        key, _, anchor = question.page.partition("#")
        row = {
            "i": question.id,
            "q": _plain(question.title),
            "o": [_plain(option) for option in question.options],
            "r": question.right,
            "w": _plain(question.why),
            "n": COMPETENCES[question.competence],
            "p": address_of(key or one.page) + (f"#{anchor}" if anchor else ""),
            "b": list(one.lessons),
            "c": anchor_of(one.about),
        }
        rows.append(row)
    text = json.dumps(rows, ensure_ascii=False, separators=(",", ":")).replace("</", "<\\/")
    return f"window.camNangCauHoi={text};\n"


def _plain(text: str) -> str:
    return text.replace("**", "")
