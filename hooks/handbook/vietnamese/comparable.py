"""Text made comparable for matching, with every position kept.

NFC and NFD, non-breaking spaces, line breaks, typographic hyphens, soft
hyphens and both placements of a tone mark ("hóa", "hoá") all read the same;
a match in the normal text is told in positions of the original.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass

from handbook.cache.memo import memo

_MARKED = re.compile("[^\\W\\d_][\u0300-\u036f]+")
_PAIRS = dict(
    zip(
        ["oà", "oá", "oả", "oã", "oạ", "oè", "oé", "oẻ", "oẽ", "oẹ", "uỳ", "uý", "uỷ", "uỹ", "uỵ"],
        ["òa", "óa", "ỏa", "õa", "ọa", "òe", "óe", "ỏe", "õe", "ọe", "ùy", "úy", "ủy", "ũy", "ụy"],
        strict=True,
    )
)
_PAIRS |= {new.upper(): old.upper() for new, old in _PAIRS.items()}
_GONE = re.compile("[\u00ad\u200b\u2060\ufeff]+")  # soft hyphens and spaces without width
_ODD = re.compile(
    "(?P<space>\\s{2,}|[^\\S ])"
    "|(?P<dash>[\u2010\u2011\u2012\u2013\u2212])"
    "|(?P<dd>[ÐƉ])"  # Eth and the African letter look like Đ and are typed for it
    # Followed by one more mark it is another letter, which the mark must not leave for the vowel before it.
    f"|(?P<tone>(?:{'|'.join(_PAIRS)})(?![\\w\u0300-\u036f]))"
)

# One quick look tells that a text needs none of it, as most do: whatever _GONE and _ODD find, this finds.
_PERHAPS = re.compile(
    "[^\\S ]|  |[\u00ad\u200b\u2060\ufeff\u2010-\u2013\u2212ÐƉ]|"
    f"[{''.join({pair[0] for pair in _PAIRS})}][{''.join({pair[1] for pair in _PAIRS})}]"
)


@dataclass(frozen=True)
class _Layer:
    """One rewriting: pieces ``(normal start, source start, is one to one)`` in order."""

    starts: tuple[int, ...]
    sources: tuple[int, ...]
    exact: tuple[bool, ...]

    def source(self, position: int, *, is_end: bool) -> int:
        piece = bisect_right(self.starts, position - 1 if is_end else position) - 1
        if self.exact[piece]:
            return self.sources[piece] + position - self.starts[piece]
        return self.sources[piece + 1] if is_end else self.sources[piece]


@dataclass(frozen=True)
class NormalText:
    """The normal form of a text and the way back to the original's positions."""

    text: str
    layers: tuple[_Layer, ...] = ()

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The original's ``(start, end)`` for a non-empty span of the normal text."""
        for layer in reversed(self.layers):
            start, end = layer.source(start, is_end=False), layer.source(end, is_end=True)
        return start, end


@memo(1024)  # citations and terms are looked for in the same paragraphs, one after the other
def normalise(text: str) -> NormalText:
    """``text`` in its normal form; linear in its length."""
    if unicodedata.is_normalized("NFC", text) and not _PERHAPS.search(text):
        return NormalText(text)
    layers = []
    if _GONE.search(text):
        text, layer = _rewrite(text, _GONE, lambda match: "")
        layers.append(layer)
    if not unicodedata.is_normalized("NFC", text):
        text, layer = _rewrite(text, _MARKED, lambda match: unicodedata.normalize("NFC", match[0]))
        layers.append(layer)
    if _ODD.search(text):
        text, layer = _rewrite(text, _ODD, _plain)
        layers.append(layer)
    return NormalText(text, tuple(layers))


def normal(text: str) -> str:
    """Only the normal form, for keys."""
    return normalise(text).text.strip()


def _plain(match: re.Match) -> str:
    if match["space"]:
        return " "
    if match["dash"]:
        return "-"
    if match["dd"]:
        return "Đ"
    return _PAIRS.get(match["tone"], match["tone"])


def _rewrite(text: str, pattern: re.Pattern[str], plain: Callable[[re.Match[str]], str]) -> tuple[str, _Layer]:
    kept: list[str] = []
    starts: list[int] = []
    sources: list[int] = []
    exact: list[bool] = []
    length = done = 0
    for match in pattern.finditer(text):
        for piece, source, same in ((text[done : match.start()], done, True), (plain(match), match.start(), False)):
            if piece:
                kept.append(piece)
                starts.append(length)
                sources.append(source)
                exact.append(same)
                length += len(piece)
        done = match.end()
    kept.append(text[done:])  # kept even when empty: it tells where the piece before it ends
    starts.append(length)
    sources.append(done)
    exact.append(True)
    return "".join(kept), _Layer(tuple(starts), tuple(sources), tuple(exact))
