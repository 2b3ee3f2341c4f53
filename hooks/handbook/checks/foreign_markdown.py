"""Markdown of other programs, and of Word: what looks right in the file and comes out as raw signs or in one heap.

Each finding says where it stands, how the handbook writes it, and, where that is safe, the text to put in its place
(``make check-fix`` does).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from handbook.cache.memo import memo
from handbook.checks.foreign_boxes import boxes
from handbook.checks.foreign_finding import Finding
from handbook.checks.foreign_lists import lists
from handbook.checks.foreign_signs import bold, signs, uncalled_notes
from handbook.checks.foreign_tables import pasted_tables
from handbook.checks.page import Page
from handbook.markdown.source_scan import without_code, without_options
from handbook.problem import Problem

_DIRECTIVE = re.compile(r"^(?:`{3,}|~{3,})[ ]*\{(?!\.?(?:mermaid|plantuml|dot)\b)[a-z-]+\}[^\n]*$", re.MULTILINE)
_DIAGRAM = re.compile(
    r"^(?:`{3,}|~{3,}|:{3,})[ ]*\{?\.?(?P<name>mermaid|plantuml|dot|graphviz|flowchart|sequence)\b", re.MULTILINE
)


def findings(text: str, prose: str, start: int) -> Iterator[Finding]:
    """Everything of the kind in ``text`` (``\\n`` line ends) from ``start`` on; ``prose`` is it with code covered."""
    plain = text[:start] + without_options(without_code(text[start:]))
    for look in _LOOKS:
        yield from look(plain, prose, start)
    for match in _DIRECTIVE.finditer(text, start):
        yield Finding(
            "khung-kieu-khac",
            match.start(),
            match.end(),
            f"“{match.group()[:60].strip()}” là khung của chương trình khác, ở đây hiện thành mã.",
            'Viết !!! warning "Lưu ý", các dòng sau thụt vào 4 dấu cách.',
        )
    for match in _DIAGRAM.finditer(text, start):
        yield Finding(
            "khung-la",
            match.start(),
            match.end(),
            f"Sơ đồ viết bằng mã {match['name']} không vẽ được ở đây.",
            "Kể thành các bước đánh số, hoặc vẽ ra ảnh (PNG, SVG) rồi đặt cạnh bài.",
        )


_LOOKS: tuple[Callable[[str, str, int], Iterator[Finding]], ...] = (
    boxes,
    signs,
    bold,
    pasted_tables,
    lists,
    uncalled_notes,
)
#: Codes of which a machine mends some or all.
MENDED = ("khung-kieu-khac", "dau-la", "dam-cach", "bang-dan", "danh-sach-thut", "danh-sach-dau")


@memo(1 << 13)  # each rule goes through all the pages
def _kept(text: str, prose: str, start: int) -> tuple[Finding, ...]:
    return tuple(findings(text, prose, start))


def rule(code: str) -> Callable[[Page], Iterator[Problem]]:
    """The check of one page for the findings under ``code``."""

    def check(page: Page) -> Iterator[Problem]:
        for found in _kept(page.text, page.prose, page.body_start):
            if found.code == code:
                yield page.problem(found.first, found.message, found.fix)

    return check


def mending(text: str, prose: str, start: int) -> Iterator[tuple[int, int, str]]:
    """What a machine may put in place of what, nothing twice at one place."""
    end = start
    changes = [(one.first, one.last, one.instead) for one in findings(text, prose, start) if one.instead is not None]
    for first, last, instead in sorted(changes, key=lambda change: change[0]):
        if first >= end and text[first:last] != instead:
            yield first, last, instead
            end = last
