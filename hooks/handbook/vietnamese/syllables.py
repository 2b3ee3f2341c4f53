"""The spelling of one Vietnamese syllable: which exist, and where the tone mark stands.

A syllable is an onset, a rhyme and a tone.  The onsets and rhymes are those of
the national alphabet; which onset is written before which vowel (c/k/q, g/gh,
ng/ngh) and that rhymes ending in c, ch, p, t take sắc or nặng only are the
rules of school grammars.  House style puts the mark of open oa, oe, uy on the
first vowel: hòa, khỏe, thủy (old style); hoàn, quý as everybody writes.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from handbook.cache.memo import memo

TONES = "\u0300\u0301\u0303\u0309\u0323"
_ACUTE_OR_DOT = ("\u0301", "\u0323")
_ONSETS = ("ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr", *"bcdđghklmnprstvx", "")
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
        "êng",
        "ênh",
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
        "oem",
        "oen",
        "oeo",
        "oet",
        "oi",
        "om",
        "on",
        "ong",
        "ooc",
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
        "uên",
        "uênh",
        "uêt",
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
        "uyn",
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
    ]
)
_WITHOUT_ONSET = frozenset(["y", "yêm", "yên", "yêng", "yêt", "yêu"])
_BEFORE_Y = frozenset(["y"])  # "ký", "lý", "mỹ" beside "kí", "lí", "mĩ"
_FRONT = ("e", "ê", "i", "y")
_VOWELS = frozenset("aăâeêioôơuưy")
_MARKED = "êơâăô"
_PLACED = re.compile(r"[^\W\d_]+")
# A word: no space, digit or ASCII punctuation; legacy fonts use signs such as § and ¸ as letters.
_WORD = re.compile(r"[^\s\d!-/:-@\[-`{-~“”‘’–—…•]+")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")


@dataclass(frozen=True)
class Syllable:
    """Parts of a syllable in lower case; ``tone`` is a combining mark or ``""``."""

    onset: str
    rhyme: str
    tone: str


def split_tone(word: str) -> tuple[str, str] | None:
    """``"hòa"`` → ``("hoa", grave)``; ``None`` when there are two tones."""
    bare: list[str] = []
    tones: list[str] = []
    for char in unicodedata.normalize("NFD", word.lower()):
        (tones if char in TONES else bare).append(char)
    if len(tones) > 1:
        return None
    return unicodedata.normalize("NFC", "".join(bare)), "".join(tones)


@memo(20000)
def parse(word: str) -> Syllable | None:
    """``word`` as a syllable, wherever its tone mark stands, or ``None`` if it cannot be one."""
    split = split_tone(word)
    if split is None:
        return None
    bare, tone = split
    for onset in _ONSETS:
        if not bare.startswith(onset):
            continue
        rhyme = bare[len(onset) :]
        if _fits(onset, rhyme) and (tone in _ACUTE_OR_DOT or not rhyme.endswith(("c", "ch", "p", "t"))):
            return Syllable(onset, rhyme, tone)
    return None


def _fits(onset: str, rhyme: str) -> bool:
    first = rhyme[:1]
    if onset == "":
        return rhyme in _RHYMES or rhyme in _WITHOUT_ONSET
    if onset == "qu":  # its u is the glide: "quốc", "quê", "quý"
        return (
            "u" + rhyme in _RHYMES
            or "o" + rhyme in _RHYMES
            or rhyme in ("i", "it", "ôc", "ơi", "ơn", "ăp", "ơt", "ich", "in")
        )
    if onset == "gi":  # "giếng" is g + iêng
        return rhyme in _RHYMES and first not in ("i", "ê")
    if onset in ("k", "gh", "ngh"):
        fits = first in _FRONT or (onset == "k" and rhyme in ("uynh",))
        return fits and (rhyme in _RHYMES or rhyme in _BEFORE_Y)
    if onset == "g" and first == "i":
        return rhyme in _RHYMES
    if onset in ("c", "g", "ng"):
        return first not in _FRONT and rhyme in _RHYMES
    return rhyme in _RHYMES or (onset in ("h", "k", "l", "m", "s", "t", "v", "b", "q") and rhyme in _BEFORE_Y)


def placed(word: str) -> str:
    """``word`` with its tone mark where house style puts it; anything but a syllable unchanged."""
    syllable = parse(word)
    if syllable is None or not syllable.tone:
        return word
    bare = syllable.onset + syllable.rhyme
    place = _place(syllable)
    marked = unicodedata.normalize("NFC", bare[: place + 1] + syllable.tone) + bare[place + 1 :]
    return "".join(new.upper() if old.isupper() else new for old, new in zip(word, marked, strict=True))


def _place(syllable: Syllable) -> int:
    """Which letter of onset + rhyme bears the tone mark."""
    start = len(syllable.onset)
    rhyme = syllable.rhyme
    vowels = len(rhyme) - len(rhyme.lstrip("".join(_VOWELS)))
    if vowels == 0:  # "gì": the i of the onset
        return start - 1
    special = [index for index in range(vowels) if rhyme[index] in _MARKED]
    if special:
        return start + special[-1]
    if vowels == 1 or (vowels == 2 and rhyme in ("ưa", "ưi", "ưu")):
        return start
    if vowels == 2:
        return start + (1 if len(rhyme) > 2 else 0)
    return start + 1


def corrections(word: str) -> tuple[str, ...]:
    """Syllables one usual slip away from ``word``: a wrong onset, a missing hook, letters swapped, doubled or dropped."""
    found = dict.fromkeys(placed(candidate) for candidate in _slips(word.lower()) if parse(candidate))
    return tuple(candidate for candidate in found if candidate != word.lower())[:3]


def _slips(word: str) -> Iterator[str]:
    for wrong, right in (("ngh", "ng"), ("gh", "g"), ("ng", "ngh"), ("g", "gh"), ("c", "k"), ("k", "c")):
        if word.startswith(wrong):
            yield right + word[len(wrong) :]
    split = split_tone(word)
    if split:
        bare, tone = split
        for wrong, right in (
            ("uơ", "ươ"),
            ("ưo", "ươ"),
            ("uo", "ươ"),
            ("uo", "uô"),
            ("ie", "iê"),
            ("ye", "yê"),
            ("ue", "uê"),
        ):
            if wrong in bare:
                yield _toned(bare.replace(wrong, right), tone)
        if bare.endswith(("c", "ch", "p", "t")):
            yield from (_toned(bare, other) for other in _ACUTE_OR_DOT)
        for index in range(len(bare) - 1):
            yield _toned(bare[:index] + bare[index + 1] + bare[index] + bare[index + 2 :], tone)
        for index in range(len(bare)):
            yield _toned(bare[:index] + bare[index + 1 :], tone)


def _toned(bare: str, tone: str) -> str:
    """``bare`` with ``tone`` on some vowel; :func:`placed` moves it."""
    place = next((index for index, char in enumerate(bare) if char in _VOWELS), len(bare) - 1)
    return unicodedata.normalize("NFC", bare[: place + 1] + tone + bare[place + 1 :])


def words(text: str) -> Iterator[re.Match[str]]:
    """Every run of letters of ``text`` (NFC)."""
    return _PLACED.finditer(text)


def accented_words(text: str) -> list[str]:
    """The words of ``text`` that hold more than ASCII, whatever font they were written for."""
    return [word for word in _WORD.findall(text) if _NOT_ASCII.search(word)]


def is_syllable(word: str) -> bool:
    """Whether ``word`` can be one Vietnamese syllable, ``"chuyển"`` but not ``"Vieät"``."""
    return parse(word) is not None


def share_of_syllables(words: set[str]) -> float:
    """Which part of ``words`` is spelt like Vietnamese, from 0 to 1: tells a right decoding from a wrong one."""
    return sum(map(is_syllable, words)) / len(words) if words else 0.0
