"""Words that cannot be Vietnamese, and tone marks placed against house style."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from handbook.cache.memo import memo
from handbook.checks.characters import LOOK_ALIKES
from handbook.checks.lost_letters import is_wrong
from handbook.checks.page import Page
from handbook.checks.prose_mask import COVER
from handbook.problem import Problem
from handbook.vietnamese.syllables import corrections, parse, placed, words
from handbook.vietnamese.telex import read_telex

_FOREIGN = Path(__file__).parent / "foreign.txt"
_ASCII = re.compile(r"[a-z]+")
_QUOTED_ASCII = re.compile(r"“[ -~\n]*”")
_HOW = "Từ nước ngoài, tên riêng viết đúng thì thêm vào hooks/handbook/checks/foreign.txt."
# A sign that belongs to the word: "COVID-19", "e-mail", "G2C", names of files.
_GLUE = frozenset((*"0123456789_/\\@#'’", COVER))


@memo(None)
def foreign_words() -> frozenset[str]:
    """Words that are no Vietnamese syllables but allowed: one or more a line, ``#`` starts a comment."""
    lines = _FOREIGN.read_text(encoding="utf-8").splitlines()
    return frozenset(word.casefold() for line in lines for word in line.partition("#")[0].split())


def impossible(page: Page) -> Iterator[Problem]:
    """Words with Vietnamese letters, written small: a slip of the finger."""
    for offset, word in _strange(page):
        if word.islower() and not _ASCII.fullmatch(word):
            yield page.problem(offset, f"“{word}” không phải một tiếng Việt viết được.", _advice(word))


def strange_name(page: Page) -> Iterator[Problem]:
    """Words with a capital and Vietnamese letters: perhaps a name from another language of the country."""
    for offset, word in _strange(page):
        if not word.islower() and not _ASCII.fullmatch(word.lower()):
            yield page.problem(offset, f"“{word}” không phải một tiếng Việt viết được.", _advice(word))


def unknown(page: Page) -> Iterator[Problem]:
    """Small words without any mark that are neither Vietnamese nor listed as foreign."""
    quoted = [match.span() for match in _QUOTED_ASCII.finditer(page.prose)]
    for offset, word in _strange(page):
        around = page.prose[offset - 1 : offset] + page.prose[offset + len(word) : offset + len(word) + 1]
        # "e-mail", "vietnamese-provinces" and whole quotations without marks are names or samples.
        if _ASCII.fullmatch(word) and "-" not in around and not any(first < offset < last for first, last in quoted):
            yield page.problem(
                offset,
                f"“{word}” không phải một tiếng Việt, cũng không có trong danh sách từ nước ngoài.",
                _advice(word),
            )


def _advice(word: str) -> str:
    meant = read_telex(word) if word.isascii() else ""
    near = tuple(dict.fromkeys((*((meant,) if meant else ()), *corrections(word))))[:3]
    return f"Có phải ý bạn là {' hoặc '.join(f'“{other}”' for other in near)}? {_HOW}" if near else f"Sửa lại. {_HOW}"


def _strange(page: Page) -> Iterator[tuple[int, str]]:
    if not page.is_vietnamese:
        return
    prose = page.prose
    for match in words(prose):
        word = match.group()
        before, after = prose[match.start() - 1 : match.start()], prose[match.end() : match.end() + 1]
        if before in _GLUE or after in _GLUE or _is_short_form(word) or _mixed(word):
            continue
        if parse(word.lower()) is None and word.casefold() not in foreign_words():
            # By the rules of look-alikes and of lost letters, which know better what is wrong.
            is_told = (
                word.translate(LOOK_ALIKES) != word or "\ufffd" in (before, after) or is_wrong(prose, match.start())
            )
            if not is_told:
                yield match.start(), word


def _is_short_form(word: str) -> bool:
    """Capitals ("HĐND", "CĐSQG"), foreign names without marks ("Zalo"), letters of a list ("điểm a")."""
    return len(word) == 1 or word.isupper() or word.isascii() and not word.islower()


def _mixed(word: str) -> bool:
    """Letters of another script: the rule of look-alikes tells better what is wrong."""
    return any(
        not ("a" <= char <= "z" or "\u00c0" <= char <= "\u024f" or "\u1e00" <= char <= "\u1eff")
        for char in word.lower()
    )


def misplaced_tone(page: Page) -> Iterator[Problem]:
    if not page.is_vietnamese:
        return
    for start, word, better in misplaced(page.prose):
        if not is_wrong(page.prose, start):
            yield page.problem(start, f"“{word}” đặt dấu thanh khác cách viết của cẩm nang.", f"Viết “{better}”.")


def misplaced(prose: str) -> Iterator[tuple[int, str, str]]:
    """Offset, word and the word as house style writes it."""
    for match in words(prose):
        word = match.group()
        better = placed(word)
        if better != word:
            yield match.start(), word, better
