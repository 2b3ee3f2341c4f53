"""The numbers that Word writes before headings and items by itself ("Điều 1.", "1.2.", "Bước 3:"), which Pandoc leaves out.

ECMA-376, part 1, 17.9: a paragraph names a list and a level, the list's definition the level's text ("%1.%2.") and counting.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_VAL = f"{_W}val"
# What Markdown's own lists say as well: "1.", "a)", "(iv)", and signs.
_PLAIN = re.compile(r"\(?%\d[.)]?")
_ROMAN = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))  # fmt: skip
_DEEPEST = 9


@dataclass(frozen=True)
class _Level:
    kind: str
    text: str
    start: int
    restart: int  # the level above which begins it anew, from 1; 0: none does


@dataclass
class Numbers:
    """Counts the paragraphs of a document in their order."""

    levels: Mapping[str, Mapping[int, _Level]]  # by list
    counted_as: Mapping[str, str]  # lists of one definition count together
    starts: Mapping[tuple[str, int], int]
    styles: Mapping[str, tuple[str, int]]
    headings: frozenset[str]
    _counts: dict[str, list[int | None]] = field(default_factory=dict)
    _started: set[tuple[str, int]] = field(default_factory=set)

    def label(self, paragraph: etree._Element) -> str:
        """The number before ``paragraph`` where Pandoc would lose it, else ``""``."""
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        name = style.get(_VAL, "") if style is not None else ""
        of, depth = self._place(paragraph, name)
        level = self.levels.get(of, {}).get(depth)
        if level is None:
            return ""
        counts = self._counted(of, depth)
        text = level.text
        if level.kind in ("bullet", "none") or not (name in self.headings or not _PLAIN.fullmatch(text)):
            return ""
        for number in range(depth + 1):
            other = self.levels[of].get(number, level)
            count = counts[number]
            text = text.replace(f"%{number + 1}", _written(other.start if count is None else count, other.kind))
        return text.strip()

    def _place(self, paragraph: etree._Element, style: str) -> tuple[str, int]:
        of, depth = self.styles.get(style, ("", 0))
        own = paragraph.find(f"{_W}pPr/{_W}numPr")
        if own is not None:
            listed, deep = own.find(f"{_W}numId"), own.find(f"{_W}ilvl")
            of = listed.get(_VAL, "") if listed is not None else of
            depth = _number(deep, depth)
        return of, depth

    def _counted(self, of: str, depth: int) -> list[int | None]:
        counts = self._counts.setdefault(self.counted_as.get(of, of), [None] * _DEEPEST)
        level, start = self.levels[of][depth], self.starts.get((of, depth))
        now = counts[depth]
        if start is not None and (of, depth) not in self._started:
            counts[depth] = start
        else:
            counts[depth] = level.start if now is None else now + 1
        self._started.add((of, depth))
        for deeper in range(depth + 1, _DEEPEST):
            below = self.levels[of].get(deeper)
            if below is None or below.restart > depth:
                counts[deeper] = None
        return counts


def numbers_of(numbering: etree._Element | None, styles: etree._Element | None) -> Numbers:
    """The lists of a document, from its numbering.xml and its styles.xml."""
    definitions: dict[str, dict[int, _Level]] = {}
    levels: dict[str, Mapping[int, _Level]] = {}
    counted_as: dict[str, str] = {}
    starts: dict[tuple[str, int], int] = {}
    for node in numbering.iter(f"{_W}abstractNum") if numbering is not None else ():
        definitions[node.get(f"{_W}abstractNumId", "")] = dict(map(_level, node.iter(f"{_W}lvl")))
    for node in numbering.iter(f"{_W}num") if numbering is not None else ():
        name, of = node.get(f"{_W}numId", ""), node.find(f"{_W}abstractNumId")
        counted_as[name] = of.get(_VAL, "") if of is not None else ""
        own = dict(map(_level, node.iter(f"{_W}lvl")))
        levels[name] = {**definitions.get(counted_as[name], {}), **own}
        for override in node.iter(f"{_W}lvlOverride"):
            if (start := override.find(f"{_W}startOverride")) is not None:
                starts[name, _attribute(override, "ilvl", 0)] = _number(start, 1)
    return Numbers(levels, counted_as, starts, *_styles(styles))


def _level(node: etree._Element) -> tuple[int, _Level]:
    kind, text = node.find(f"{_W}numFmt"), node.find(f"{_W}lvlText")
    depth = _attribute(node, "ilvl", 0)
    return depth, _Level(
        kind.get(_VAL, "decimal") if kind is not None else "decimal",
        text.get(_VAL, "") if text is not None else "",
        _number(node.find(f"{_W}start"), 1),
        _number(node.find(f"{_W}lvlRestart"), depth),
    )


def _styles(styles: etree._Element | None) -> tuple[dict[str, tuple[str, int]], frozenset[str]]:
    """The list and level of each style that has one, its own or its parent's; the styles that are headings."""
    found: dict[str, tuple[str, int]] = {}
    headings = set()
    nodes = list(styles.iter(f"{_W}style")) if styles is not None else []
    for node in nodes:
        name, called = node.get(f"{_W}styleId", ""), node.find(f"{_W}name")
        if called is not None and re.fullmatch(r"heading [1-9]", called.get(_VAL, "").lower()):
            headings.add(name)
        parent = node.find(f"{_W}basedOn")
        inherited = found.get(parent.get(_VAL, ""), ("", 0)) if parent is not None else ("", 0)
        listed = node.find(f"{_W}pPr/{_W}numPr/{_W}numId")
        of = listed.get(_VAL, "") if listed is not None else inherited[0]
        if of:
            found[name] = of, _number(node.find(f"{_W}pPr/{_W}numPr/{_W}ilvl"), inherited[1])
    return found, frozenset(headings)


def _number(node: etree._Element | None, otherwise: int) -> int:
    return _attribute(node, "val", otherwise) if node is not None else otherwise


def _attribute(node: etree._Element, name: str, otherwise: int) -> int:
    text = node.get(f"{_W}{name}", "")
    return min(int(text), 9_999) if text.isascii() and text.isdigit() else otherwise


def _written(number: int, kind: str) -> str:
    if kind in ("lowerLetter", "upperLetter"):  # a … z, aa, bb
        letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1) if 0 < number <= 260 else str(number)
        return letter if kind == "lowerLetter" else letter.upper()
    if kind in ("lowerRoman", "upperRoman"):
        text, rest = "", number
        for value, letters in _ROMAN:
            text += letters * (rest // value)
            rest %= value
        return text.lower() if kind == "lowerRoman" else text
    return f"{number:02d}" if kind == "decimalZero" else str(number)
