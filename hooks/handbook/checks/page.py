"""A page as the rules see it: its record, its file, and where its prose stands."""

from __future__ import annotations

import codecs
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from handbook.catalogue.catalog import Article, Catalog
from handbook.checks.prose_mask import COVER, cover
from handbook.problem import Problem
from handbook.sections import DEFAULT_LANGUAGE
from handbook.source.text_files import within_limits
from handbook.vietnamese.text import nfc


@dataclass(frozen=True)
class Page:
    """One ``.md`` file: ``raw`` is its text as decoded, ``text`` in NFC with ``\\n`` line ends."""

    article: Article
    raw: str

    @cached_property
    def text(self) -> str:
        return nfc(self.raw.replace("\r\n", "\n").replace("\r", "\n"))

    @cached_property
    def prose(self) -> str:
        """``text`` with everything that is no prose covered; positions are those of ``text``."""
        head = self.text[: self.body_start]
        if head and not head.startswith("---"):  # a front matter whose fences are wrong
            return re.sub(r"[^\n]", COVER, head) + cover(self.text[self.body_start :])
        return cover(self.text)

    @cached_property
    def body_start(self) -> int:
        """Where the front matter ends in ``text``."""
        return sum(len(line) + 1 for line in self.text.split("\n")[: self.article.body_line - 1])

    @property
    def is_vietnamese(self) -> bool:
        return self.article.language == DEFAULT_LANGUAGE

    def problem(self, offset: int, message: str, fix: str) -> Problem:
        """A problem at ``offset`` characters into ``text``."""
        return Problem(self.article.path, self.text.count("\n", 0, offset) + 1, message, fix)


@dataclass(frozen=True)
class Content:
    """All of ``docs/``: the catalogue, the pages that are files, and the folder for reading images.

    ``top_pages`` are the pages beside the sections that the navigation names;
    ``None`` when the navigation is not known.
    """

    docs: Path
    catalog: Catalog
    pages: tuple[Page, ...]
    top_pages: frozenset[str] | None = None

    @cached_property
    def by_key(self) -> Mapping[tuple[str, str], Page]:
        return {(page.article.key, page.article.language): page for page in self.pages}


def read_pages(docs: Path, catalog: Catalog, top_pages: frozenset[str] | None = None) -> Content:
    """The files behind the articles of ``catalog``; generated pages have none."""
    pages = []
    for _, article in sorted(catalog.articles.items()):
        path = docs / article.path.removeprefix(f"{docs.name}/")
        if article.path.endswith(".md") and path.is_file():
            try:
                # As the reader had it; what it cut short is never written back (handbook.checks.autofix).
                pages.append(Page(article, within_limits(decode(path.read_bytes()), article.path)[0]))
            except UnicodeDecodeError:
                continue  # told of by its reader; a generated page stands in for it
    return Content(docs, catalog, tuple(pages), top_pages)


def decode(data: bytes) -> str:
    """The text that :func:`handbook.source.text_files.read_text` accepts, before it is normalised."""
    wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    return data.decode("utf-16" if wide else "utf-8-sig")
