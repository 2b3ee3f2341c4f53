"""Whether a word is spelt like Vietnamese: the test that tells a right decoding from a wrong one."""

from __future__ import annotations

import re
import unicodedata

_ONSETS = "ngh|ch|gh|gi|kh|ng|nh|ph|qu|th|tr|[bcdđghklmnprstvx]"
# All rhymes without their tone; spelling of the national alphabet, and "oong", "êng".
_RHYMES = frozenset(
    [
        "a",
        "ac",
        "ach",
        "ai",
        "am",
        "an",
        "ang",
        "anh",
        "ao",
        "ap",
        "at",
        "au",
        "ay",
        "ăc",
        "ăm",
        "ăn",
        "ăng",
        "ăp",
        "ăt",
        "âc",
        "âm",
        "ân",
        "âng",
        "âp",
        "ât",
        "âu",
        "ây",
        "e",
        "ec",
        "em",
        "en",
        "eng",
        "eo",
        "ep",
        "et",
        "ê",
        "êch",
        "êm",
        "ên",
        "ênh",
        "êng",
        "êp",
        "êt",
        "êu",
        "i",
        "ia",
        "ich",
        "iêc",
        "iêm",
        "iên",
        "iêng",
        "iêp",
        "iêt",
        "iêu",
        "im",
        "in",
        "inh",
        "ip",
        "it",
        "iu",
        "o",
        "oa",
        "oac",
        "oach",
        "oai",
        "oam",
        "oan",
        "oang",
        "oanh",
        "oao",
        "oap",
        "oat",
        "oay",
        "oăc",
        "oăm",
        "oăn",
        "oăng",
        "oăt",
        "oc",
        "oe",
        "oen",
        "oeo",
        "oet",
        "oi",
        "om",
        "on",
        "ong",
        "oong",
        "op",
        "ot",
        "ô",
        "ôc",
        "ôi",
        "ôm",
        "ôn",
        "ông",
        "ôp",
        "ôt",
        "ơ",
        "ơi",
        "ơm",
        "ơn",
        "ơp",
        "ơt",
        "u",
        "ua",
        "uân",
        "uâng",
        "uât",
        "uây",
        "uc",
        "uê",
        "uêch",
        "uênh",
        "ui",
        "um",
        "un",
        "ung",
        "uôc",
        "uôi",
        "uôm",
        "uôn",
        "uông",
        "uôt",
        "up",
        "ut",
        "uơ",
        "uy",
        "uya",
        "uych",
        "uyên",
        "uyêt",
        "uynh",
        "uyp",
        "uyt",
        "uyu",
        "ư",
        "ưa",
        "ưc",
        "ưi",
        "ưm",
        "ưn",
        "ưng",
        "ươc",
        "ươi",
        "ươm",
        "ươn",
        "ương",
        "ươp",
        "ươt",
        "ươu",
        "ưt",
        "ưu",
        "y",
        "yêm",
        "yên",
        "yêng",
        "yêt",
        "yêu",
        "yt",
        "ych",
        "ynh",
        "yn",
    ]
)
_SYLLABLE = re.compile(rf"({_ONSETS})?([a-zăâêôơưđ]+)")
_TONES = {"\u0300", "\u0309", "\u0303", "\u0301", "\u0323"}
# A word: no space, digit or ASCII punctuation; legacy fonts use signs such as § and ¸ as letters.
_WORD = re.compile(r"[^\s\d!-/:-@\[-`{-~“”‘’–—…•]+")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")


def accented_words(text: str) -> list[str]:
    """The words of ``text`` that hold more than ASCII."""
    return [word for word in _WORD.findall(text) if _NOT_ASCII.search(word)]


def is_syllable(word: str) -> bool:
    """Whether ``word`` can be one Vietnamese syllable, ``"chuyển"`` but not ``"Vieät"``."""
    bare = []
    tones = 0
    for char in unicodedata.normalize("NFD", word.lower()):
        if char in _TONES:
            tones += 1
        else:
            bare.append(char)
    if tones > 1:
        return False
    plain = unicodedata.normalize("NFC", "".join(bare))
    match = _SYLLABLE.fullmatch(plain)
    if match and match[2] in _RHYMES:
        return True
    return plain in ("gi", "qui") or plain.startswith("gi") and plain[1:] in _RHYMES  # "gì", "giếng"


def share_of_syllables(words: set[str]) -> float:
    """Which part of ``words`` is spelt like Vietnamese, from 0 to 1."""
    return sum(map(is_syllable, words)) / len(words) if words else 0.0
