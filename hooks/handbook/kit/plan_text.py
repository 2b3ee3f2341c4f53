"""What a lesson's plan says, by section, and its tables of minutes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from handbook.catalogue.catalog import Article
from handbook.kit.source import without_blocks
from handbook.markdown.source_scan import without_code

COURSE, SHORT, DOORSTEP, PREPARED = "Diễn biến", "Bản 30 phút", "Thẻ ba phút", "Thời gian và chuẩn bị"
GOALS, OFFLINE = "Mục tiêu", "Khi không có mạng"
_HEADING = re.compile(r"^(?P<marks>#{2,6})\s+(?P<text>.+?)\s*(?:\{[^}]*\})?\s*#*$")
_ROW = re.compile(r"^\s*\|(?P<cells>.+)\|\s*$")
_MINUTES = re.compile(r"^\s*(?P<start>\d{1,3})\s*[–—-]\s*(?P<end>\d{1,3})\s*(?:phút|’|')?\s*$")

Sections = Mapping[str, tuple[tuple[int, str], ...]]


@dataclass(frozen=True)
class Row:
    """A row of a table of minutes: its line in the file, its cells, and from which minute to which."""

    line: int
    cells: tuple[str, ...]
    start: int
    end: int


def sections_of(article: Article) -> Sections:
    """The sections of a page, with the numbers of their lines in the file."""
    return sections_in(article.body, article.body_line)


def sections_in(body: str, first_line: int = 1) -> Sections:
    """The lines of each section of ``body`` by its heading, with their numbers; code and kit blocks are blank.

    What stands before the first heading is under ``""``; a section holds the lines of those below it.
    """
    found: dict[str, list[tuple[int, str]]] = {"": []}
    open_at: list[tuple[int, str]] = []
    text = without_blocks(without_code(body))
    for number, line in enumerate(text.split("\n"), start=first_line):
        if heading := _HEADING.match(line):
            level = len(heading["marks"])
            open_at = [one for one in open_at if one[0] < level] + [(level, heading["text"])]
            found.setdefault(heading["text"], [])
            continue
        for _, name in open_at or ((0, ""),):
            found[name].append((number, line))
    return {name: tuple(lines) for name, lines in found.items()}


def rows_of(lines: Iterable[tuple[int, str]]) -> Iterator[Row]:
    """The rows of the tables in ``lines`` that begin with minutes."""
    for number, line in lines:
        row = _ROW.match(line)
        cells = tuple(cell.strip() for cell in row["cells"].split("|")) if row else ()
        if cells and (found := _MINUTES.match(cells[0])):
            yield Row(number, cells, int(found["start"]), int(found["end"]))
