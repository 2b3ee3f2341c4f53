"""The one regular expression that finds citations, built from the register's names.

Groups: ``before`` article before the document, ``name`` with its ``qualifier``,
``other`` (a name that must not be taken for a shorter one), ``kind`` and
``number``, ``form`` and ``serial``/``year`` ("Nghị định 13/2023"),
``loose_kind`` and ``loose`` (a number written amiss).
"""

from __future__ import annotations

import re
from collections.abc import Collection

from handbook.law.kinds import WORDS, YEARLY
from handbook.law.numbers import NUMBER, SERIAL, YEAR
from handbook.markdown.name_pattern import longest_of

_AND = r"(?:, | và | and )"
POINT = rf"(?:điểm|point) [a-zđ]\b(?:{_AND}(?:(?:điểm|point) )?[a-zđ]\b){{0,5}}"
CLAUSE = rf"(?:khoản|clause) \d{{1,2}}[a-z]?\b(?:{_AND}(?:(?:khoản|clause) )?\d{{1,2}}[a-z]?\b){{0,9}}"
_ARTICLE_WORD = r"(?:(?:các )?điều|articles?)"
ARTICLE_LIST = rf"{_ARTICLE_WORD} \d{{1,3}}[a-zđ]?\b(?:(?:{_AND}|-)(?:{_ARTICLE_WORD} )?\d{{1,3}}[a-zđ]?\b(?!/)){{0,9}}"
# Repetitions are bounded, and a list that was read is not taken apart again: a long list of articles
# must not be scanned again from each of them.
_PLACE = rf"(?:{POINT},? (?:of )?)?(?:{CLAUSE},? (?:of )?)?{ARTICLE_LIST}"
_BEFORE = rf"(?P<before>(?i:{_PLACE}(?:{_AND}{_PLACE}){{0,3}}))(?i:,? (?:của |of )?(?:the )?)"
#: An article right after a document: "Nghị định 69/2024/NĐ-CP Điều 7", ", khoản 1 Điều 7".
AFTER = re.compile(rf"(?i:,? (?:tại )?(?P<after>(?:{POINT},? )?(?:{CLAUSE},? )?điều \d{{1,3}}[a-zđ]?\b))")
#: The day or year that tells apart two documents of one number.
DATED = re.compile(
    rf"(?i:,? (?:ban hành )?ngày \d{{1,2}}(?:[/.-]| tháng )\d{{1,2}}(?:[/.-]| năm )(?P<day>{YEAR})\b"
    rf"| \((?:năm )?(?P<bracket>{YEAR})\)| năm (?P<loose>{YEAR})\b)"
)

_NO = r"(?:(?i:số:?|no\.?) )?"
# After a name that ends in a digit no number may go on: "Nghị quyết 57" is not in "Nghị quyết 57/2022".
_NAME_END = r"(?!\w)(?!(?<=\d)(?:[/.,-]\d| ?/ ?\d| ?[/-] ?[A-ZĐ]))"
# A number with its parts in the wrong case, place or company: "13-2023-NĐ-CP", "13/2023/nđcp", "13/NĐ-CP/2023".
_LOOSE = (
    rf"{SERIAL} ?[/-] ?(?:{YEAR} ?[/-] ?)?[A-Za-zĐđ]{{2,8}}(?:1\d|[1-9])?(?:[/-][A-Za-zĐđ]{{2,10}}\d?){{0,3}}"
    rf"(?:/{YEAR})?(?!\w)(?![/-]\w)"
)
_SHORT = rf"{SERIAL} ?/ ?{YEAR}(?![\w/])(?!-\d)"


def citation_pattern(names: Collection[str], others: Collection[str]) -> re.Pattern[str]:
    """The pattern for one register's ``names``; ``others`` are documents that look like them."""
    year = rf"(?:năm )?{YEAR}(?![\w/])(?!-\d)"
    qualifier = (
        rf"(?P<qualifier> {year}(?: ?\({_NO}{NUMBER}\)|,? {_NO}{NUMBER})?"
        rf"| \((?:(?:Bộ luật|Luật) )?{_NO}(?:{NUMBER}|{_SHORT}|{YEAR})\)|,? {_NO}(?:{NUMBER}|{_SHORT}))?"
    )
    name = (
        rf"(?<!\w)(?<!dự thảo )(?<!Dự thảo )(?<!dự án )(?<!Dự án )"
        rf"(?:(?P<other>{longest_of(others, ignore_case=True, capital_first=True)}){_NAME_END}"
        rf"|(?P<name>{longest_of(names, ignore_case=True, capital_first=True)}){_NAME_END}{qualifier})"
    )
    kind = rf"(?:(?<!\w)(?P<kind>{longest_of(WORDS, ignore_case=True)})(?: {_NO}| ?))?"
    yearly = [word for word, kind_ in WORDS.items() if kind_ in YEARLY]
    short = (
        rf"(?<!\w)(?P<form>{longest_of(yearly, ignore_case=True)}) ?{_NO}"
        rf"(?P<serial>{SERIAL}) ?/ ?(?P<year>{YEAR})(?![\w/])(?!-\d)"
    )
    loose = (
        rf"(?:(?<!\w)(?P<loose_kind>{longest_of(yearly, ignore_case=True)}) ?{_NO}|(?<![\w/])(?<!\d[.,-]))"
        rf"(?P<loose>{_LOOSE})"
    )
    # Most words can start no citation: they are passed over by their first letter.
    first = {word[0] for word in (*WORDS, *names, *others)}
    first |= {letter for char in first for letter in (char.lower(), char.upper())} | set("đkpcaĐKPCA")
    return re.compile(
        rf"(?<!\w)(?=[0-9{''.join(map(re.escape, sorted(first)))}])(?>{_BEFORE})?"
        rf"(?:{name}|{kind}(?P<number>{NUMBER})|{short}|{loose})"
    )
