"""What was meant by keystrokes that the Vietnamese keyboard left as they were: "vaof" for "vào"."""

from __future__ import annotations

import re
import unicodedata

from handbook.vietnamese.syllables import parse, placed

_TONES = {"f": "\u0300", "s": "\u0301", "x": "\u0303", "r": "\u0309", "j": "\u0323"}
_LETTERS = (("uow", "ươ"), ("aa", "â"), ("ee", "ê"), ("oo", "ô"), ("dd", "đ"), ("aw", "ă"), ("ow", "ơ"), ("uw", "ư"))
_VOWEL = re.compile("[aăâeêioôơuưy]")


def read_telex(word: str) -> str:
    """The syllable that Telex would have made of ``word`` (small letters), or ``""``."""
    text, tone = word, ""
    for place in range(len(word) - 1, 0, -1):
        # Behind the vowel; people type the tone at the end of the word or at once.
        if word[place] in _TONES and _VOWEL.search(word[:place]):
            text, tone = word[:place] + word[place + 1 :], _TONES[word[place]]
            break
    for keys, letter in _LETTERS:
        text = text.replace(keys, letter)
    if text.endswith("w"):  # "duocw", "nguoiw": the hook typed last
        text = text[:-1].replace("uo", "ươ") if "uo" in text else text[:-1].replace("u", "ư", 1)
    vowel = _VOWEL.search(text)
    if text == word or not vowel:
        return ""
    toned = unicodedata.normalize("NFC", text[: vowel.end()] + tone + text[vowel.end() :])
    return placed(toned) if parse(toned) else ""
