"""Blocks whose keys are followed by free text: scripts and posts."""

from __future__ import annotations

from handbook.kit.reader import Reader
from handbook.kit.source import Line, entry_of


def split_text(reader: Reader, *, keeps_lines: bool = False) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """The lines of keys up to the first empty line, and the paragraphs after it.

    A paragraph is one :class:`Line` with the number of its first; ``keeps_lines`` keeps its line ends.
    """
    lines = reader.raw.lines
    start = 0
    while start < len(lines) and not lines[start].text.strip():
        start += 1
    end = start
    while end < len(lines) and lines[end].text.strip():
        end += 1
    head = lines[start:end]
    if head and not any(entry_of(line) for line in head[:1]):
        return (), _paragraphs(lines[start:], keeps_lines)  # no keys at all: missing ones are told
    return head, _paragraphs(lines[end:], keeps_lines)


def _paragraphs(lines: tuple[Line, ...], keeps_lines: bool) -> tuple[Line, ...]:
    found: list[Line] = []
    open_one = False
    for line in lines:
        text = line.text.strip()
        if not text:
            open_one = False
        elif open_one:
            found[-1] = Line(found[-1].text + ("\n" if keeps_lines else " ") + text, found[-1].number)
        else:
            found.append(Line(text, line.number))
            open_one = True
    return tuple(found)
