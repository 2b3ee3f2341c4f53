"""A document typed for the fonts of the nineties (.VnTime, VNI-Times) in Unicode: its letters only look Vietnamese in those."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from handbook.vietnamese.legacy_fonts import CONVERTERS
from handbook.vietnamese.syllables import accented_words, share_of_syllables

_ENOUGH = 3  # different words with marks, before a document's encoding counts as recognised
_SURE, _WRONG = 0.9, 0.6  # shares of syllables: what a right decoding gives, and what text in Unicode never has


def in_unicode(blocks: list[dict[str, Any]]) -> str:
    """Convert the paragraphs of ``blocks`` that are in an old encoding, in place; its name, ``""``: there are none."""
    every = [list(strings) for strings in _paragraphs(blocks)]
    old = [strings for strings in every if _is_old(_words(strings))]
    words = {word for strings in old for word in _words(strings)}
    name, convert = max(CONVERTERS.items(), key=lambda pair: share_of_syllables({pair[1](word) for word in words}))
    if len(words) < _ENOUGH or share_of_syllables({convert(word) for word in words}) < _SURE:
        return ""
    # A short line ("Sè x·") may look like Unicode: where nothing is Unicode, all is converted.
    for strings in old if any(_has_unicode(_words(strings)) for strings in every) else every:
        for string in strings:
            string["c"] = convert(string["c"])
    return name


def _words(strings: list[dict[str, Any]]) -> set[str]:
    return {word for string in strings for word in accented_words(string["c"])}


def _is_old(words: set[str]) -> bool:
    return bool(words) and not _has_unicode(words) and share_of_syllables(words) < _WRONG


def _has_unicode(words: set[str]) -> bool:
    """Letters that only Unicode has for Vietnamese: ế, ữ …"""
    return any("\u1ea0" <= char <= "\u1ef9" for word in words for char in word)


def _paragraphs(nodes: Any) -> Iterator[Iterator[dict[str, Any]]]:
    """The strings of every paragraph, heading and line."""
    if isinstance(nodes, list):
        for node in nodes:
            yield from _paragraphs(node)
    elif isinstance(nodes, dict):
        if nodes.get("t") in ("Para", "Plain", "Header"):
            yield _strings(nodes["c"])
        else:
            yield from _paragraphs(nodes.get("c"))


def _strings(nodes: Any) -> Iterator[dict[str, Any]]:
    if isinstance(nodes, list):
        for node in nodes:
            yield from _strings(node)
    elif isinstance(nodes, dict):
        if nodes.get("t") == "Str":
            yield nodes
        else:
            yield from _strings(nodes.get("c"))
