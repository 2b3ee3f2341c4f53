"""Which rule of a style sheet wins over which: the cascade, as far as it can be told without pages.

Specificity is that of Selectors Level 4; what cannot be told apart counts as the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import tinycss2
from tinycss2.ast import Node

from handbook.site.assets.css_purge import split_at_commas

_OURS = re.compile(r"\.(?!md-|tim-kiem|no-js|chu-lon|tuong-phan)[a-z]")
_MEDIA = re.compile(
    r"(?:(?P<type>screen|print)(?: and (?=\()|$))?(?:\(min-width: ?(?P<min>[\d.]+)em\))?(?: and (?=\()|$)?(?:\(max-width: ?(?P<max>[\d.]+)em\))?"
)


class Medium(NamedTuple):
    """Where a rule holds: kind of medium ("" for any), from and to which width in em."""

    type: str = ""
    least: float = 0
    most: float = float("inf")

    def meets(self, other: Medium) -> bool:
        return (
            (not self.type or not other.type or self.type == other.type)
            and self.least <= other.most
            and other.least <= self.most
        )


class Claim(NamedTuple):
    """What one selector of a rule says of which elements."""

    medium: Medium
    weight: tuple[int, ...]
    element: str  # "" for any
    names: frozenset[str]  # classes, ids and marks the element must have
    kinds: frozenset[str]  # of properties
    is_elsewhere: bool  # in a part of the page that is never in the search box

    def meets(self, other: Claim) -> bool:
        # Elements without a common class or id are taken for different ones; who names none may mean any.
        return (
            self.weight == other.weight
            and not self.kinds.isdisjoint(other.kinds)
            and self.medium.meets(other.medium)
            and (not self.element or not other.element or self.element == other.element)
            and (not self.names or not other.names or not self.names.isdisjoint(other.names))
        )


def medium_of(condition: str) -> Medium:
    """What is known of a condition; of an unknown one nothing, so that it may hold anywhere."""
    found = _MEDIA.fullmatch(condition)
    return Medium(found["type"] or "", float(found["min"] or 0), float(found["max"] or "inf")) if found else Medium()


def claims(rules: Iterable[Node], medium: Medium) -> Iterator[Claim]:
    for rule in rules:
        if rule.type == "qualified-rule":
            items = [item for item in tinycss2.parse_blocks_contents(rule.content) if item.type == "declaration"]
            kinds = frozenset(f"{_kind(item.name)}{'!' if item.important else ''}" for item in items)
            for selector in split_at_commas(rule.prelude):
                yield Claim(
                    medium,
                    _weight(selector),
                    *_subject(selector),
                    kinds,
                    bool(_OURS.search(tinycss2.serialize(selector))),
                )
        elif rule.type == "at-rule" and rule.content is not None and rule.lower_at_keyword in ("media", "supports"):
            yield from claims(tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True), medium)


def _kind(name: str) -> str:
    """The family of a property, so that a shorthand and its parts count as one: "margin-left" is "margin"."""
    return name if name.startswith("--") else name.removeprefix("-webkit-").partition("-")[0]


def _weight(selector: Sequence[Node]) -> tuple[int, int, int]:
    """Its specificity: how many ids, how many classes, attributes and states, how many elements."""
    total = (0, 0, 0)
    before = ""
    for node in selector:
        one = (0, 0, 0)
        if node.type == "hash":
            one = (1, 0, 0)
        elif node.type == "[] block" or (node.type == "ident" and before in (".", ":")):
            one = (0, 1, 0)
        elif node.type == "ident":
            one = (0, 0, 1)
        elif node.type == "function" and node.lower_name in ("is", "not", "has"):
            one = max(_weight(part) for part in split_at_commas(node.arguments))
        elif node.type == "function" and node.lower_name != "where":
            one = (0, 1, 0)
        total = total[0] + one[0], total[1] + one[1], total[2] + one[2]
        before = (before + node.value if before == ":" else node.value) if node.type == "literal" else ""
    return total


def _subject(selector: Sequence[Node]) -> tuple[str, frozenset[str]]:
    """Element, classes and ids that a selector asks of what it is about: what stands after its last combinator."""
    element, before, is_new = "", "", False
    names: set[str] = set()
    for node in selector:
        if node.type == "whitespace" or (node.type == "literal" and node.value in (">", "~", "+")):
            is_new = True
            continue
        if is_new:
            element, names, before, is_new = "", set(), "", False
        if node.type == "hash" or (node.type == "ident" and before == "."):
            names.add(node.value)
        elif node.type == "[] block" and node.content and node.content[0].value.startswith(("for", "data-")):
            names.add(f"[{node.content[0].value}]")
        elif node.type == "ident":
            element = f"{element}::{node.value}" if before == "::" else element if before == ":" else node.lower_value
        before = (before + node.value if before == ":" else node.value) if node.type == "literal" else ""
    return element, frozenset(names)
