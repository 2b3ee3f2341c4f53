"""The catalogue: the records that every feature reads.

Navigation, index pages, "mới cập nhật", tables, search and the book all read
these; no feature parses ``docs/`` on its own (:mod:`handbook.catalogue.reader` does).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from handbook.glossary import Glossary, Vocabulary
from handbook.law.matcher import CitationMatcher, matcher_of
from handbook.law.model import Register
from handbook.problem import Problem
from handbook.sections import DEFAULT_LANGUAGE, SECTIONS, Kind, Section
from handbook.source.schema import LessonMeta, PageMeta
from handbook.tables import Table
from handbook.vietnamese.text import collation_key

_FOLDERS = [section.folder for section in SECTIONS]


@dataclass(frozen=True)
class Article:
    """One page in one language as its editor wrote it.

    ``key`` is the path below ``docs/`` without language and extension
    (``chuyen-de/chu-ky-so``); ``path`` is what messages show; ``body`` starts
    at line ``body_line`` of the file.  ``is_stub`` marks the page of a data
    table that has no ``.md`` yet; ``lines`` gives the line of each key;
    ``document`` is the slug of the legal document whose own page this is, which
    stands in no list of pages; ``is_generated`` marks a page that has no file of
    its own (an index, the state of the content).
    """

    key: str
    language: str
    path: str
    section: Section | None
    meta: PageMeta
    body: str
    body_line: int
    is_stub: bool = False
    lines: Mapping[tuple, int] = field(default_factory=dict)
    document: str | None = None
    is_generated: bool = False

    @property
    def kind(self) -> Kind:
        return self.section.kind if self.section else Kind.PLAIN

    @property
    def is_index(self) -> bool:
        return self.key.rpartition("/")[2] == "index"


@dataclass(frozen=True)
class Catalog:
    """All articles and tables of ``docs/``, and what is wrong with them; ``as_of`` is the day up to which they hold."""

    articles: Mapping[tuple[str, str], Article]
    tables: Mapping[str, Table]
    problems: tuple[Problem, ...]
    register: Register | None = None
    glossary: Glossary | None = None
    as_of: dt.date | None = None
    vocabulary: Vocabulary = Vocabulary()

    def article(self, key: str, language: str) -> Article | None:
        """The page in ``language``, or in the default language when untranslated."""
        return self.articles.get((key, language)) or self.articles.get((key, DEFAULT_LANGUAGE))

    @cached_property
    def citations(self) -> CitationMatcher | None:
        """Finds citations of the register's documents; ``None`` without a register."""
        return matcher_of(self.register) if self.register else None

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The keys of all pages, sorted by address."""
        return tuple(sorted({key for key, _ in self.articles}))

    @cached_property
    def moved(self) -> Mapping[str, str]:
        """Former key of a page → the key it has now."""
        return {old: article.key for article in self.articles.values() for old in article.meta.old_paths}

    @cached_property
    def lessons(self) -> tuple[Article, ...]:
        """The pages of lessons in every language; many pages ask which of them is about what they are about."""
        return tuple(article for article in self.articles.values() if isinstance(article.meta, LessonMeta))

    def in_section(self, section: Section, language: str) -> tuple[Article, ...]:
        """The pages of ``section`` in reading order, its index page left out.

        Chapters stand in the order of ``thu_tu``; what editors add, in
        Vietnamese alphabetical order of the titles.
        """
        found = [self.article(key, language) for key in self.keys if key.startswith(section.folder + "/")]
        pages = [article for article in found if article and not article.is_index and article.document is None]
        return tuple(sorted(pages, key=lambda page: (getattr(page.meta, "order", 0), collation_key(page.meta.title))))

    def newest(self, language: str, most: int) -> tuple[Article, ...]:
        """What changed last in the growing sections, and of places what an editor wrote: undated first, then by date.

        What changed on one day comes from each section in turn, of a section first what rests on the newest source, so
        that no alphabet decides what is news.
        """
        pages = [self.article(key, language) for key in self.keys]
        growing = [
            (page, page.section) for page in pages if page and page.section and _is_news(page) and not page.is_index
        ]
        turns: dict[tuple, int] = {}
        found = []
        growing.sort(key=lambda entry: collation_key(entry[0].meta.title))
        for page, section in sorted(growing, key=lambda entry: self._newest_source(entry[0].key), reverse=True):
            day = page.meta.date, section.folder
            turns[day] = turns.get(day, 0) + 1
            found.append((_newest_first(page), turns[day], _FOLDERS.index(section.folder), page))
        return tuple(page for *_, page in sorted(found, key=lambda entry: entry[:3])[:most])

    def _newest_source(self, key: str) -> str:
        """The date of a page's newest source, ``2026-01-30`` or ``2026-01``; translations have the original's."""
        page = self.article(key, DEFAULT_LANGUAGE)
        dates = (str(source.date) for source in page.meta.sources) if page else ()
        return max((date for date in dates if date[:1].isdigit()), default="")


def _is_news(page: Article) -> bool:
    """A topic, story or table; and what an editor wrote about a province, whose page is made of tables otherwise."""
    return page.section is not None and (page.section.grows or (page.kind is Kind.PLACE and not page.is_generated))


def _newest_first(page: Article) -> tuple:
    date = page.meta.date
    # A table dropped without its .md has no date yet: it is the newest thing there is.
    return date is not None, -date.toordinal() if date else 0
