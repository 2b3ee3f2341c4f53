"""On which lines of a page's Markdown its citations stand."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from handbook.law.matcher import CitationMatcher
from handbook.markdown.source_scan import FENCE
from handbook.markdown.text_slots import BARRIER

# What the page shows differently or not at all; blanked without moving anything.
_HIDDEN = re.compile(
    r"<!--.*?-->|(?<!`)(`+)(?!`)(?:[^\n]|\n(?!\n))*?(?<!`)\1(?!`)|\]\([^)\n]*\)|<[^<>\n]+>"
    r"|\{:?[ ]?[.#][^}\n]*\}",
    re.DOTALL,
)
_BREAK = re.compile(r"\n[ \t>]*(?=\n)|\n(?=[ \t>]*(?:[-+*#|]|\d+[.)]|\?\?\?|!!!|///|===) ?)")
_NBSP = re.compile(r"&(?:nbsp|#160|#x[aA]0);")
_MARKUP = re.compile(r"[*_]+|\\(?=[^\w\s])|(?<=\n)[ \t>]+")


def raw_citations(body: str, matcher: CitationMatcher) -> Iterator[tuple[str, int]]:
    """``(key, line)`` of each citation in Markdown text, lines from 1, in order.

    The key is the matcher's, the same as for the citation in the converted page.
    """
    text = FENCE.sub(_blank, body)
    text = _HIDDEN.sub(_blank, text)
    text = _BREAK.sub(lambda match: "\n" + BARRIER + match[0][2:] if len(match[0]) > 1 else BARRIER, text)
    text = _NBSP.sub(lambda match: " " * len(match[0]), text)
    shown, places = _without_markup(text)
    newlines = [match.start() for match in re.finditer(r"\n", body)]
    for citation in matcher.find(shown):
        offset = citation.start + places[1][bisect_right(places[0], citation.start) - 1]
        yield matcher.key(citation), bisect_right(newlines, offset - 1) + 1


def _blank(match: re.Match[str]) -> str:
    hidden = re.sub(r"[^\n]", BARRIER, match[0])
    # Attributes and link targets vanish from the sentence; code stays as a stop in it.
    return hidden if match[0][0] in "`~<" or match.re is FENCE else re.sub(BARRIER, " ", hidden)


def _without_markup(text: str) -> tuple[str, tuple[list[int], list[int]]]:
    """The text without emphasis marks; and from which place on how much was left out."""
    kept, starts, shifts = [], [0], [0]
    done = length = 0
    for match in _MARKUP.finditer(text):
        kept.append(text[done : match.start()])
        length += match.start() - done
        done = match.end()
        starts.append(length)
        shifts.append(done - length)
    kept.append(text[done:])
    return "".join(kept), (starts, shifts)
