"""Which sections hold which word of the running text, as short strings.

A word that few sections hold is listed with these.  One that stands in many tells no
section from another and hardly a page from a page: of it only the pages are listed,
in two lists, those that have it in one or two sections and those that have it in more
(``"few!many"``); this halves the index.  Of one that stands nearly everywhere ("có",
"của", "người") only the word itself is kept.
"""

from __future__ import annotations

import re
from array import array
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import partial

from handbook.cache.memo import memo
from handbook.cache.processes import in_parallel
from handbook.search.number_coding import encode
from handbook.search.tokens import different_words, exact_words
from handbook.vietnamese.text import fold

#: What is written for a word that no section's text has.
NOWHERE = "~"
#: Sections from which on a word stands in many: measured, listing the sections of more frequent ones finds nothing better.
_FEW = 5
#: The share of all sections from which a word stands everywhere; a small index has no such words.
_EVERYWHERE, _SMALL = 0.053, 100
#: Sections of one page from which on a word of many pages counts as said again and again.
_OFTEN = 3
_numbers = partial(array, "I")  # of sections; a list would take nine times the room
_SHARE = 1000  # sections whose words one process looks at before it tells them


def word_lists(texts: Sequence[str], pages: Sequence[int]) -> dict[str, str]:
    """Every word of ``texts`` in exact form and its encoded list.

    ``texts`` are those of the sections, ``pages`` the number of each one's page, rising.
    """
    found: dict[str, array[int]] = defaultdict(_numbers)
    for some in in_parallel(
        _words_of, [(start, texts[start : start + _SHARE]) for start in range(0, len(texts), _SHARE)]
    ):
        for word, numbers in some.items():
            found[word] += numbers
    return {word: _encoded(numbers, pages) for word, numbers in found.items()}


def _encoded(sections: Sequence[int], pages: Sequence[int]) -> str:
    if len(sections) <= _FEW:
        return encode(sections)
    if len(sections) > max(_SMALL, _EVERYWHERE * len(pages)):
        return ""
    counts = Counter(pages[section] for section in sections)
    return "!".join(
        encode(page for page, count in counts.items() if (count >= _OFTEN) is is_often) for is_often in (False, True)
    )


_CAPITAL = "".join(chr(code) for code in range(0x1F00) if chr(code).isupper())
#: A word with a capital letter before another one, nothing between them but blanks.
_NAMED = re.compile(rf"(?<![^\W_])([{_CAPITAL}][^\W_]*+)(?=[\s_]++([{_CAPITAL}][^\W_]*+))")
# Sections: a more frequent name tells no page from another; a rarer one is found by its words.
_RARE, _FREQUENT = 2, 60
#: They stand before names and after them, and are no part of one; folded.
_KINDS = frozenset(("tinh", "loai", "theo", "viec", "muc", "dieu"))


def name_lists(texts: Sequence[str]) -> tuple[list[str], list[str]]:
    """Neighbouring words that are names ("Quảng Nam"), folded, and the encoded numbers of the sections that hold each.

    Of all neighbours in running text only these: "nam" and "đồng" stand everywhere, and the other
    pairs would double the index.
    """
    found: dict[str, array[int]] = defaultdict(_numbers)
    for number, text in enumerate(texts):
        pairs = {_folded(*pair) for pair in _NAMED.findall(text) if not pair[0].isupper()}
        for pair in pairs:
            found[pair].append(number)
    names = sorted(
        pair
        for pair, numbers in found.items()
        if _RARE < len(numbers) <= _FREQUENT and _KINDS.isdisjoint(pair.split(" "))
    )
    return names, [encode(found[name]) for name in names]


@memo(1 << 14)
def _folded(left: str, right: str) -> str:
    return " ".join(fold(word) for word in exact_words(f"{left} {right}"))


def forget_words() -> None:
    """Let go of the texts that a preview would index again."""
    _different_words.cache_clear()


def _words_of(share: tuple[int, Sequence[str]]) -> Mapping[str, array[int]]:
    start, texts = share
    found: dict[str, array[int]] = defaultdict(_numbers)
    for number, text in enumerate(texts, start):
        for word in _different_words(text):
            found[word].append(number)
    return found


_different_words = memo(1 << 14)(different_words)  # sections; a preview indexes the same ones again and again
