"""The handbook speaks of the matter, not of itself: what its makers could not find stands in ``chua_ro``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from handbook.cache.memo import memo
from handbook.checks.page import Page
from handbook.problem import Problem
from handbook.vietnamese.comparable import normal, normalise
from handbook.vietnamese.text import fold

_PATTERNS = Path(__file__).with_name("voice.txt")
# Pages about the handbook: how it was made, what was corrected, what is open, what it does not offer.
ABOUT_ITSELF = frozenset(("gioi-thieu", "lich-su-cap-nhat", "tinh-trang", "tiep-can"))
_BETWEEN = r"[\s*_~]+"


def speaks_of_itself(page: Page) -> Iterator[Problem]:
    """Phrases of ``voice.txt`` in the running text; code and front matter are not read."""
    if page.article.key in ABOUT_ITSELF:
        return
    prose = page.prose[page.body_start :]
    source = normalise(prose)
    for match in _pattern().finditer(_lower(source.text)):
        if match["bare"] and not match["bare"].isascii():
            continue
        start, end = source.span(match.start(), match.end())
        phrase = " ".join(re.sub(r"[*_~]", " ", prose[start:end]).split())
        yield page.problem(
            page.body_start + start,
            f"Bài nói về chính cẩm nang hoặc về nguồn: “{phrase}”.",
            "Chuyển điều chưa chắc sang chua_ro ở phần khai báo (dieu, hoi, ai, truoc); trong bài chỉ viết điều chắc "
            "và việc bạn đọc nên làm.",
        )


@memo(None)
def _pattern() -> re.Pattern[str]:
    lines = [line.strip() for line in _PATTERNS.read_text(encoding="utf-8").splitlines()]
    written = [_spaced(normal(line).lower()) for line in lines if line and not line.startswith("#")]
    # "bạn chép" is not "bản chép": without its accents a phrase is found only where it has none at all.
    bare = [fold(line) for line in written]
    return re.compile(rf"\b(?:(?:{'|'.join(written)})|(?P<bare>{'|'.join(bare)}))\b")


def _lower(text: str) -> str:
    """``text`` in small letters, every one where it was (quicker than a pattern that ignores case)."""
    small = text.lower()
    return small if len(small) == len(text) else "".join(char.lower()[0] for char in text)


def _spaced(pattern: str) -> str:
    return pattern.replace(" ?", r"\s*").replace(" ", _BETWEEN)
