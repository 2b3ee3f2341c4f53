"""A figure in running text taken from a table: ``{{so-lieu | ten-bang | nam=2025 | ty_trong}}``.

When the table changes, every page that quotes it changes with it.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor

from handbook.cache.memo import memo

PATTERN = r"\{\{\s*so-lieu\s*\|(?P<parts>[^{}\n]*)\}\}"
_QUOTATION = re.compile(PATTERN)
#: What was meant for a quotation; told by handbook.checks.table_references.
SHORT_OF_A_BRACE = re.compile(r"(?<!\{)\{\s*so-lieu\s*\|[^{}\n]*\}(?!\})")
Show = Callable[["Quotation"], tuple[str, str]]


@dataclass(frozen=True)
class Quotation:
    """Which table, which row (column → text of its cell) and which column."""

    table: str
    where: Mapping[str, str]
    column: str


def parse(parts: str) -> Quotation | None:
    """``"ten | nam=2025, tinh=An Giang | cot"`` → what it asks for, or ``None``."""
    pieces = [piece.strip() for piece in parts.split("|")]
    if len(pieces) != 3 or not all(pieces):
        return None
    pairs = [condition.partition("=") for condition in pieces[1].split(",")]
    if not all(sign and name.strip() and value.strip() for name, sign, value in pairs):
        return None
    return Quotation(pieces[0], {name.strip(): value.strip() for name, _, value in pairs}, pieces[2])


@memo(1 << 13)  # pages, as in handbook.checks.links
def quotations_in(text: str) -> tuple[tuple[Quotation | None, str, int], ...]:
    """Every quotation in ``text`` (code blanked out), as written, with its line from 1."""
    return tuple(
        (parse(match["parts"]), match.group(), text.count("\n", 0, match.start()) + 1)
        for match in _QUOTATION.finditer(text)
    )


class _QuotationProcessor(InlineProcessor):
    def __init__(self, md: Markdown, show: Show) -> None:
        super().__init__(PATTERN, md)
        self.show = show

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[etree.Element | str, int, int]:  # noqa: N802
        quotation = parse(m["parts"])
        text, url = self.show(quotation) if quotation else ("", "")
        element = etree.Element("a" if url else "span", {"class": "so-trich" if url else "so-lieu-loi"})
        if url:
            element.set("href", url)
        element.text = text or m.group()
        return element, m.start(0), m.end(0)


class Quotations(Extension):
    """``show`` gives the text of a quotation and the address of its table (or two blanks)."""

    def __init__(self, show: Show) -> None:
        super().__init__()
        self.show = show

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (the library's name)
        # After code spans (190), before links (160), so that it may stand inside emphasis.
        md.inlinePatterns.register(_QuotationProcessor(md, self.show), "so-lieu", 175)
