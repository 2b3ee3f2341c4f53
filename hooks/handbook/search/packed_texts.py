"""All texts of the index in one string: each word a code of one or two characters, each different word written once.

The box waits for titles, keywords, headings, questions and sayings, 40,000 words of which only 3,000 are different.
Measured on the handbook, with the list of words of the running text, which is part of the same list: 61.4 KB brotli
as text, 50.4 KB so.

The words are those of NFD, sorted, each written as how many letters it shares with the one before and the rest: this
keeps "tiền" and "tiến" together.  ``worker.js`` reads this back with the same rules.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from os.path import commonprefix

from handbook.search.number_coding import ALPHABET
from handbook.search.tokens import exact_words
from handbook.vietnamese.text import nfc

#: Words and all other characters, one by one; the capital sign is neither.
_TOKEN = re.compile(r"\w+|\W")
_IS_WORD = re.compile(r"\w")
CAPITAL = "\x01"
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")

#: Tokens that take one character; the other characters lead codes of two, the last one codes of four.
SHORT = 40
#: How many letters a word shares with the one before: signs, so that digits may follow.
SHARED = "!#$%&'()*+,-./:"


@dataclass(frozen=True)
class PackedTexts:
    """``often`` are the tokens of one character, ``words`` all others that are words, ``signs`` the rest."""

    often: tuple[str, ...]
    words: str
    signs: str
    text: str
    terms: tuple[str, ...]


def pack_texts(texts: Sequence[str], terms: Iterable[str]) -> PackedTexts:
    """``texts`` (without line breaks) in one, and beside their words those of ``terms``, words in exact form.

    ``terms`` of the result: every exact form in the order in which a reader of the lists meets it.
    """
    tokens = list(_tokens("\n".join(_CONTROL.sub(" ", nfc(text)) for text in texts)))
    counts = Counter(tokens)
    often = sorted(counts, key=lambda token: (-counts[token], token))[:SHORT]
    others = set(counts).difference(often)
    signs = sorted(token for token in others if not _IS_WORD.match(token))
    known = {form for token in counts for form in _exact(token)}
    added = {_written(term) for term in terms if term not in known}
    words = sorted((others.difference(signs) | added), key=_apart)
    codes = {token: ALPHABET[number] for number, token in enumerate(often)}
    codes |= {token: _code(number) for number, token in enumerate([*words, *signs])}
    return PackedTexts(
        tuple(often),
        "".join(_fronts(words)),
        "".join(signs),
        "".join(map(codes.__getitem__, tokens)),
        tuple(dict.fromkeys(form for token in [*often, *words] for form in _exact(token))),
    )


def _tokens(text: str) -> Iterable[str]:
    """Words and signs of ``text``, without the one blank between two words, small where only the first letter is large."""
    last_word, blank = False, False
    for token in _TOKEN.findall(text):
        is_word = bool(_IS_WORD.match(token))
        if token == " " and last_word and not blank:
            blank = True
            continue
        if blank and not is_word:
            yield " "
        if is_word and token != token.lower() and _capital(token.lower()) == token:
            yield CAPITAL
            token = token.lower()
        yield token
        last_word, blank = is_word, False
    if blank:
        yield " "


def _capital(word: str) -> str:
    return word[0].upper() + word[1:]


def _exact(token: str) -> list[str]:
    """The exact form of a token that is one word; "dieu_1" is two, and none of the list."""
    forms = exact_words(token)
    return forms if len(forms) == 1 else []


_TONE = re.compile(r"[\u0300\u0301\u0303\u0309\u0323]+$")
_MARKED, _VOWEL = "ăâêôơư", "aeiouyăâêôơư"


def _written(term: str) -> str:
    """``term``, whose tone stands last, as people write it; at least so that it is read as ``term`` again."""
    tone = _TONE.search(term)
    if not tone:
        return term
    bare = term[: tone.start()]
    is_closed = bare[-1:] not in _VOWEL
    vowels = [at for at, letter in enumerate(bare) if letter in _VOWEL]
    usual = [at for at in reversed(vowels) if bare[at] in _MARKED] or (vowels[-1:] if is_closed else vowels[-2:])
    for at in [*usual, *vowels, *range(len(bare))]:
        word = nfc(bare[: at + 1] + tone.group() + bare[at + 1 :])
        if exact_words(word) == [term]:
            return word
    return term


def _apart(word: str) -> str:
    return unicodedata.normalize("NFD", word)


def _fronts(words: Iterable[str]) -> Iterable[str]:
    last = ""
    for word in map(_apart, words):
        shared = min(len(commonprefix([last, word])), len(SHARED) - 1)
        yield SHARED[shared] + word[shared:]
        last = word


def _code(number: int) -> str:
    """Of a token that is not often: two characters, or an escape and three."""
    size = len(ALPHABET)
    high, low = divmod(number, size)
    if SHORT + high < size - 1:
        return ALPHABET[SHORT + high] + ALPHABET[low]
    return ALPHABET[-1] + ALPHABET[high // size] + ALPHABET[high % size] + ALPHABET[low]
