"""A style sheet taken apart in two: what a phone's first picture needs, and what only others need.

A browser draws nothing before the style sheets of its medium are there; one whose
``media`` does not hold it fetches late and without waiting for it (HTML, "link type
stylesheet").  So a phone waits for the first part only, which fits into the first
ten packets of an answer (RFC 6928): no further round trip.  In the second stand the
rules for wide screens, for paper, and for what a search finds, which stands in a box
that nothing opens without a script: search/start.js then gives the file every medium.

What a rule does must not change by standing in the later file.  A rule leaves only
where no rule after it, in the file it leaves, weighs the same (Selectors Level 4,
"specificity") and sets the same property of what may be the same element.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

import tinycss2
from handbook.delivery.purging import split_at_commas
from tinycss2.ast import Node

LATE = "print,(min-width:45em)"  # the medium of the second part
_FOUND = re.compile(r"\.(?:md-search-result|tim-kiem-goi-y)(?![a-z])")
_OURS = re.compile(r"\.(?!md-|tim-kiem|no-js|chu-lon|tuong-phan)[a-z]")
_NARROWEST = 45.0  # em; any screen less wide counts as a phone's
_MEDIA = re.compile(r"(?:(?P<type>screen|print)(?: and (?=\()|$))?(?:\(min-width: ?(?P<min>[\d.]+)em\))?(?: and (?=\()|$)?(?:\(max-width: ?(?P<max>[\d.]+)em\))?")


class _Medium(NamedTuple):
    """Where a rule holds: kind of medium ("" for any), from and to which width in em."""

    type: str = ""
    least: float = 0
    most: float = float("inf")

    def meets(self, other: _Medium) -> bool:
        return (not self.type or not other.type or self.type == other.type) and self.least <= other.most and other.least <= self.most


class _Claim(NamedTuple):
    """What one selector of a rule says of which elements."""

    medium: _Medium
    weight: tuple[int, ...]
    element: str  # "" for any
    names: frozenset[str]  # classes, ids and marks the element must have
    kinds: frozenset[str]  # of properties
    is_elsewhere: bool  # in a part of the page that is never in the search box

    def meets(self, other: _Claim) -> bool:
        # Elements without a common class or id are taken for different ones; who names none may mean any.
        return (self.weight == other.weight and not self.kinds.isdisjoint(other.kinds) and self.medium.meets(other.medium)
                and (not self.element or not other.element or self.element == other.element)
                and (not self.names or not other.names or not self.names.isdisjoint(other.names)))


def split(css: str) -> tuple[str, str]:
    """The rules of ``css`` that every screen needs at once, and the others (``LATE``)."""
    at_once: list[tuple[str, str]] = []
    late: list[tuple[str, str]] = []
    staying: set[_Claim] = set()
    for around, rule in reversed(list(_pieces(css))):
        medium = _medium(around)
        claims = set(_claims([rule], medium))
        is_found = _is_found(rule)
        is_late = (is_found or medium.type == "print" or medium.least >= _NARROWEST) and not any(
            claim.meets(other) for other in staying if not (is_found and other.is_elsewhere) for claim in claims)
        if not is_late:
            staying |= claims
        (late if is_late else at_once).append((around, rule.serialize()))
    return "".join(_written(reversed(at_once))), "".join(_written(reversed(late)))


def _is_found(rule: Node) -> bool:
    return rule.type == "qualified-rule" and all(_FOUND.search(tinycss2.serialize(selector)) for selector in split_at_commas(rule.prelude))


def _pieces(css: str) -> Iterator[tuple[str, Node]]:
    """Each rule with the condition of the ``@media`` it stands in, if any."""
    for rule in tinycss2.parse_stylesheet(css):
        if rule.type == "at-rule" and rule.lower_at_keyword == "media" and rule.content is not None:
            around = tinycss2.serialize(rule.prelude).strip()
            yield from ((around, inner) for inner in tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True))
        else:
            yield "", rule


def _written(rules: Iterable[tuple[str, str]]) -> Iterator[str]:
    for around, group in groupby(rules, itemgetter(0)):
        text = "".join(rule for _, rule in group)
        yield f"@media {around}{{{text}}}" if around else text


def _medium(condition: str) -> _Medium:
    """What is known of a condition; of an unknown one nothing, so that it may hold anywhere."""
    found = _MEDIA.fullmatch(condition)
    return _Medium(found["type"] or "", float(found["min"] or 0), float(found["max"] or "inf")) if found else _Medium()


def _claims(rules: Iterable[Node], medium: _Medium) -> Iterator[_Claim]:
    for rule in rules:
        if rule.type == "qualified-rule":
            items = [item for item in tinycss2.parse_blocks_contents(rule.content) if item.type == "declaration"]
            kinds = frozenset(f"{_kind(item.name)}{'!' if item.important else ''}" for item in items)
            for selector in split_at_commas(rule.prelude):
                yield _Claim(medium, _weight(selector), *_subject(selector), kinds, bool(_OURS.search(tinycss2.serialize(selector))))
        elif rule.type == "at-rule" and rule.content is not None and rule.lower_at_keyword in ("media", "supports"):
            yield from _claims(tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True), medium)


def _kind(name: str) -> str:
    """The family of a property, so that a shorthand and its parts count as one: "margin-left" is "margin"."""
    return name if name.startswith("--") else name.removeprefix("-webkit-").partition("-")[0]


def _weight(selector: Sequence[Node]) -> tuple[int, ...]:
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
        total = tuple(a + b for a, b in zip(total, one, strict=True))
        before = (before + node.value if before == ":" else node.value) if node.type == "literal" else ""
    return total


def _subject(selector: Sequence[Node]) -> tuple[str, frozenset[str]]:
    """Element, classes and ids that a selector asks of what it is about: what stands after its last combinator."""
    element, names, before, is_new = "", set(), "", False
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
