"""Where a page mentions terms of the glossary."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from handbook.cache.last_result import Latest
from handbook.glossary.model import Glossary, Term
from handbook.markdown.name_pattern import longest_of
from handbook.vietnamese.comparable import normalise

_WORD = re.compile(r"[^\W_]+")
_matchers: Latest[TermMatcher] = Latest()


@dataclass(frozen=True)
class TermMention:
    """A term at ``start``–``end`` of the text."""

    start: int
    end: int
    term: Term


def matcher_of(glossary: Glossary) -> TermMatcher:
    """The matcher of ``glossary``, made once for the same terms."""
    return _matchers.of("glossary", glossary, lambda: TermMatcher(glossary))


class TermMatcher:
    """Finds terms: the longest that stands at a place, whole words only.

    Capitals do not matter ("Dịch vụ công", "DỊCH VỤ CÔNG") except in words that
    are capitals themselves: "AI" is never "ai", "OTP" never "otp".
    """

    def __init__(self, glossary: Glossary) -> None:
        self._by_form = glossary.by_form
        self._names = {
            spelling: frozenset(filter(_is_name, _WORD.findall(spelling)))
            for spellings in self._by_form.values()
            for spelling, _ in spellings
        }
        self._pattern = re.compile(rf"(?<![\w-])(?:{longest_of(self._by_form, ignore_case=True)})(?![\w])(?!-\w)")

    def find(self, text: str, *, only_names: bool = False) -> Iterator[TermMention]:
        """The mentions in ``text``; with ``only_names`` those that look the same in any language (VNeID, OTP)."""
        source = normalise(text)
        place = 0
        while match := self._pattern.search(source.text, place):
            term = self._meant(match[0], only_names)
            if term is None:
                place = match.start() + 1
                continue
            place = match.end()
            yield TermMention(*source.span(match.start(), match.end()), term)

    def _meant(self, text: str, only_names: bool) -> Term | None:
        for spelling, term in self._by_form[text.lower()]:
            names = self._names[spelling]
            if only_names and (not names or " " in spelling):
                continue
            if not names or names.issubset(_WORD.findall(text)):
                return term
        return None


def _is_name(word: str) -> bool:
    return sum(char.isupper() for char in word) >= 2 or (word[0].isdigit() and word[-1].isupper())
