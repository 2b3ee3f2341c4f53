"""Vietnamese text: normal form, folding, addresses and alphabetical order."""

from __future__ import annotations

import re
import unicodedata

from handbook.cache.memo import memo

# The 29 letters of the alphabet in order (Quyết định 1989/QĐ-BGDĐT, 2018),
# with f, j, w, z where foreign words put them.
_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_RANK = {letter: rank for rank, letter in enumerate(_ALPHABET, start=20)}
# Tone order of the Unicode CLDR collation for Vietnamese: level, huyền, hỏi,
# ngã, sắc, nặng.
_TONE = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
_NOT_SLUG = re.compile(r"[^a-z0-9]+")


def nfc(text: str) -> str:
    """``text`` in NFC, so that macOS (NFD) and Windows input compare equal."""
    return unicodedata.normalize("NFC", text)


def fold(text: str) -> str:
    """``text`` in lower case without Vietnamese marks: ``"Điều"`` → ``"dieu"``."""
    decomposed = unicodedata.normalize("NFD", text.casefold())
    bare = "".join(char for char in decomposed if not unicodedata.combining(char))
    return bare.replace("đ", "d")


@memo(1 << 16)  # a heading is asked for by its own page and by those that link to it
def slug(text: str, separator: str = "-") -> str:
    """An ASCII address for ``text``: ``"Điều 8. Quyền"`` → ``"dieu-8-quyen"``.

    Has the signature that Python-Markdown's ``toc`` extension expects of its
    ``slugify`` option.  Text without one Latin letter or digit gives ``"muc"``.
    """
    return _NOT_SLUG.sub(separator, fold(text)).strip(separator) or "muc"


@memo(1 << 16)  # the same titles are sorted in many lists
def collation_key(text: str) -> tuple:
    """A sort key for the Vietnamese alphabet: a ă â b c d đ e ê …

    Letters decide first, then tones, then capitals; digits sort before letters
    and by value ("Bảng 2" before "Bảng 10").
    """
    letters: list[tuple[int, int]] = []
    tones: list[int] = []
    for chunk in re.split(r"(\d+)", nfc(text).casefold()):
        if chunk.isdigit():
            letters.append((10, int(chunk)))
            tones.append(0)
            continue
        for char in chunk:
            base, tone = _letter_and_tone(char)
            if base in _RANK:
                letters.append((_RANK[base], 0))
                tones.append(tone)
            elif char.isspace() or char in "-–":
                letters.append((0, 0))  # words sort before longer words
                tones.append(0)
    return tuple(letters), tuple(tones), text.swapcase()


def _letter_and_tone(char: str) -> tuple[str, int]:
    tone = 0
    kept = []
    for mark in unicodedata.normalize("NFD", char):
        if mark in _TONE:
            tone = _TONE[mark]
        else:
            kept.append(mark)
    return unicodedata.normalize("NFC", "".join(kept)), tone
