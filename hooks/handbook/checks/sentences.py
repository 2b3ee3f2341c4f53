"""Sentences that a reader must read twice because of their length."""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbook.checks.page import Page
from handbook.checks.prose_mask import COVER
from handbook.problem import Problem

MOST_SYLLABLES = 45
_NEW_BLOCK = re.compile(r"\n[ \t]*\n|\n(?=[ \t]*(?:[-*+][ \t]|\d+[.)][ \t]|#|\||/{3}|>|\ufffc))")
# "TP. Hồ Chí Minh" goes on, "… năm 2025. Từ đó …" does not.
_END = re.compile(r"(?<!\bTP)(?<!\bTS)[.!?…](?=[”’)\"*_\s]|$)")
_SYLLABLE = re.compile(r"\w+(?:[.,/:-]\w+)*")


def overlong(page: Page) -> Iterator[Problem]:
    if not page.is_vietnamese:
        return
    for start, end in _blocks(page.prose, page.body_start):
        block = page.prose[start:end]
        if block.lstrip().startswith(("|", "#")):
            continue
        first = 0
        for stop in [*(match.end() for match in _END.finditer(block)), len(block)]:
            sentence = block[first:stop]
            count = len(_SYLLABLE.findall(re.sub(f"{COVER}+", " x ", sentence)))
            if count > MOST_SYLLABLES:
                lead = len(sentence) - len(sentence.lstrip())
                yield page.problem(
                    start + first + lead,
                    f"Câu dài {count} tiếng, khó theo dõi.",
                    f"Tách thành câu ngắn hơn {MOST_SYLLABLES} tiếng, mỗi câu một ý.",
                )
            first = stop


def _blocks(prose: str, start: int) -> Iterator[tuple[int, int]]:
    for match in _NEW_BLOCK.finditer(prose, start):
        yield start, match.start()
        start = match.end()
    yield start, len(prose)
