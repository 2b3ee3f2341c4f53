"""Words as the search engine compares them; ``worker.js`` has the same rules.

A word is a run of letters and digits.  Its *exact* form keeps every mark but puts
the tone last, so that old and new tone placement are one word (``hoà`` = ``hòa``);
its *folded* form has no marks at all.
"""

from __future__ import annotations

import re
import unicodedata

from handbook.cache.memo import memo
from handbook.vietnamese.text import nfc

#: Lower-case Latin letters with or without Vietnamese marks, and digits, in NFC.
WORD = re.compile(r"[0-9a-z\u00df-\u00f6\u00f8-\u024f\u1ea0-\u1ef9]+")
_TONES = "\u0300\u0301\u0303\u0309\u0323"


def exact_words(text: str) -> list[str]:
    """The words of ``text`` in exact form, in reading order."""
    return [tone_last(word) for word in WORD.findall(nfc(text).lower())]


def different_words(text: str) -> tuple[str, ...]:
    """The words of ``text`` in exact form, each once, in no order; half the work of ``exact_words``."""
    found: set[str] = set()
    for part in set(nfc(text).lower().split()):
        found.update(_words_in(part))
    return tuple(found)


@memo(1 << 17)  # no word goes over a space, and few parts are seen only once
def _words_in(part: str) -> tuple[str, ...]:
    return tuple(map(tone_last, WORD.findall(part)))


@memo(1 << 17)  # a language has few words, a site has millions of them
def tone_last(word: str) -> str:
    """``word`` (NFC, lower case) with its tone mark behind the last letter."""
    decomposed = unicodedata.normalize("NFD", word)
    tones = "".join(char for char in decomposed if char in _TONES)
    return nfc("".join(char for char in decomposed if char not in _TONES)) + tones if tones else word
