"""Characters that look right and are not: look-alikes, invisible ones, decomposed letters, stray spaces."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Iterator

from handbook.checks.page import Page
from handbook.checks.prose_mask import cover
from handbook.problem import Problem
from handbook.vietnamese.syllables import words

# Letters that fonts draw like Latin or Vietnamese ones; Ð (eth) and Ɖ come from
# old keyboards' đ, ƣ and ǎ from fonts of the nineties.
LOOK_ALIKES = str.maketrans(
    "аеорсухіјѕһԁԛԝАВЕКМНОРСТУХІЈЅԚԜοΟΑΒΕΖΗΙΚΜΝΡΤΥΧÐðƉɖƣƢǎǍ", "aeopcyxijshdqwABEKMHOPCTYXIJSQWoOABEZHIKMNPTYXĐđĐđưƯăĂ"
)
# Zero width, direction marks, soft hyphen, byte order mark, control characters.
INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]"
)
# Two spaces at the end of a line are a line break in Markdown; tables are aligned with spaces.
DOUBLE_SPACE = re.compile(r"(?<=[^\s|])[ \t\u00a0]{2,}(?=[^\s|])")
# A colon or a semicolon between figures may be a ratio; ":)" and ":ten:" are no punctuation.
SPACE_BEFORE = re.compile(
    r"(?<=[^\W_])(?P<space>[ \t]+)(?=[,.!?](?:[\s”)*_]|$))|(?<=[^\W\d_])(?P<space2>[ \t]+)(?=[:;](?:\s|$))",
    re.MULTILINE,
)
_LIST_MARK = re.compile(r"(?:>\s*)*(?:[-*+>:]|\d+[.)]|#+)")
_STRAIGHT = re.compile(r'"')
_QUOTED_SYNTAX = re.compile(r'^\s*\ufffc+\s*(?P<title>"[^\n]*")\s*$', re.MULTILINE)


def look_alike(page: Page) -> Iterator[Problem]:
    for match in words(page.prose):
        word = match.group()
        better = word.translate(LOOK_ALIKES)
        # A Russian or Greek word is none of our business unless it pretends to be Latin.
        if better != word and all(_is_latin(char) for char in better):
            strange = next(char for char, other in zip(word, better, strict=True) if char != other)
            yield page.problem(
                match.start(),
                f"“{word}” có chữ “{strange}” ({_name(strange)}) trông giống mà không phải chữ Việt.",
                f"Gõ lại thành “{better}”.",
            )


def _is_latin(char: str) -> bool:
    return unicodedata.name(char, "").startswith("LATIN")


def _name(char: str) -> str:
    return f"U+{ord(char):04X} {unicodedata.name(char, '')}".strip()


def invisible(page: Page) -> Iterator[Problem]:
    """Anywhere in the file: in an address or a key such a character does the most harm."""
    for match in INVISIBLE.finditer(page.text):
        before = re.search(r"\S*$", page.text[max(match.start() - 20, 0) : match.start()])
        yield page.problem(
            match.start(),
            f"Có ký tự không nhìn thấy ({_name(match.group())}) sau “{before.group() if before else ''}”.",
            "Xóa bằng phím Backspace rồi gõ lại chữ đó, hoặc chạy make check-fix (Windows: python hooks check --fix).",
        )


def decomposed(page: Page) -> Iterator[Problem]:
    """Once a page: who pastes one line from a PDF pastes many.  Code and addresses may be as they are."""
    raw = page.raw.replace("\r\n", "\n").replace("\r", "\n")
    if unicodedata.is_normalized("NFC", raw):
        return
    lines = (
        number
        for number, line in enumerate(cover(raw).split("\n"), start=1)
        if not unicodedata.is_normalized("NFC", line)
    )
    for number in itertools.islice(lines, 1):
        yield Problem(
            page.article.path,
            number,
            "Chữ có dấu được lưu rời (Unicode tổ hợp, hay gặp khi chép từ máy Mac hoặc PDF).",
            "Chạy make check-fix (Windows: python hooks check --fix), hoặc gõ lại bằng bộ gõ chọn Unicode dựng sẵn.",
        )


def double_space(page: Page) -> Iterator[Problem]:
    for match in DOUBLE_SPACE.finditer(page.prose):
        if not is_layout(page.prose, match.start()):
            yield page.problem(match.start(), "Có hai dấu cách liền nhau.", "Để lại một dấu cách.")


def space_before(page: Page) -> Iterator[Problem]:
    for match in SPACE_BEFORE.finditer(page.prose):
        if not is_layout(page.prose, match.start()):
            sign = page.text[match.end()]
            yield page.problem(match.start(), f"Có dấu cách trước dấu “{sign}”.", f"Viết “{sign}” liền sau chữ.")


def straight_quote(page: Page) -> Iterator[Problem]:
    start = page.body_start
    prose = page.prose[:start] + _QUOTED_SYNTAX.sub(lambda found: " " * len(found.group()), page.prose[start:])
    seen: set[int] = set()
    for match in _STRAIGHT.finditer(prose, start):
        line = prose.count("\n", 0, match.start())
        if line not in seen:
            seen.add(line)
            yield page.problem(match.start(), 'Dùng dấu nháy thẳng (") trong câu.', "Thay bằng “ và ”.")


def is_layout(prose: str, offset: int) -> bool:
    """Whether spaces at ``offset`` only set things out: in a row of a table, behind the mark of a list."""
    before = prose[prose.rfind("\n", 0, offset) + 1 : offset].strip()
    return before.startswith("|") or bool(_LIST_MARK.fullmatch(before))
