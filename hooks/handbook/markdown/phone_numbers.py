"""Which digits of a text are a telephone number.

Switchboards (1800.…, 1900.…), landlines and mobile numbers are recognised by their form.  A short number
(111–115, 156, 1022, and 5656, which takes messages) may count anything: it is one where a word before it, bold type, a
number beside it or the other cells of its column say so.
Forms of numbers: Thông tư 22/2014/TT-BTTTT (numbering plan), with 156 of Bộ Khoa học và Công nghệ.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Container, Iterable, Iterator

Span = tuple[int, int]

_GAP = "[ .\u00a0]"
# Each form follows its first sign: a pattern that begins with a set of signs is found several times faster than one that
# begins with a look behind, and every page is searched.
_SERVICE = rf"(?<=1)[89]00{_GAP}?\d{{2,4}}(?:{_GAP}\d{{2,4}})?"
_LANDLINE = rf"(?:(?<=\()0|(?<=0))(?:2\d{{1,2}})\)?{_GAP}(?:1022|\d{{3,4}}{_GAP}?\d{{3,4}})"
_MOBILE = rf"(?:(?<=\+)84{_GAP}?|(?<=0))[35789](?:\d{{8}}|\d{{1,2}}{_GAP}\d{{3}}{_GAP}\d{{3,4}})"
_LONG = re.compile(rf"[(+01](?<![\d./,][(+01])(?:{_SERVICE}|{_LANDLINE}|{_MOBILE})(?![\d/]|[.,]\d)")
_SHORT = re.compile(r"[15](?<![\w./,–-][15])(?:(?<=1)(?:1[1-5]|56|022)|(?<=5)656)(?![\w/–%]|[.,]\d|-\d)")
# What is counted, or what a number of this kind is part of.
_COUNTED = re.compile(
    r"[\s\u00a0]*(?:%|(?:đồng|triệu|tỷ|nghìn|người|hộ|xã|phường|thôn|bản|tỉnh|trang|phút|giờ|ngày|lượt|vụ|cuộc|tin|bài|chương|buổi|trường|lớp|"
    r"máy|văn bản|thủ tục|hồ sơ|điểm|km|m|people|households|communes|wards|pages|minutes|hours|days|calls|cases)(?!\w))",
    re.IGNORECASE,
)
# What may stand behind a number that somebody is told to save or to ask.
_CLOSED = re.compile(
    r"[\s\u00a0]*(?:$|[.,;:)!?…”\"]|(?:và|hoặc|hay|trước|vào|ngay|nhé|để|khi|cho|là|and|or|for|when|first)(?!\w))",
    re.IGNORECASE,
)
_CALL = re.compile(
    r"(?:\b(?:gọi|tổng đài|đường dây|đường dây nóng|số máy|bấm|tới số|đầu số|call|dial|ring|phone|hotline|helpline))"
    r"(?: (?:ngay|số|tới|đến|thẳng|cho|là|thêm|điện))*[ \u00a0]+$",
    re.IGNORECASE,
)
_KEEP = re.compile(r"\b(?:lưu|hỏi|báo|nhớ|nhắn|số|save|ask)(?: (?:số|tới|đến|cho|là))*[ \u00a0]+$", re.IGNORECASE)
_SEND = re.compile(r"\b(?:tới|đến|gửi|to)[ \u00a0]+$", re.IGNORECASE)
_LIST = re.compile(r"[\s\u00a0]*(?:[,;/]|và|hoặc|hay|and|or)[\s\u00a0]*")
# Helpers named in one breath with a number: "Trẻ em: 111.", "công an, trạm y tế, 111; giúp tìm việc".
_HELPERS = re.compile(
    r"\b(?:trẻ em|trẻ|công an|cấp cứu|cứu hỏa|cháy|nguy hiểm|cha mẹ|bố mẹ|thầy cô|trạm y tế|hành chính công|child|children|police|"
    r"ambulance|fire)(?!\w)[^.!?\d]{0,40}[:,][ \u00a0]+$",
    re.IGNORECASE,
)
_CELL = re.compile(rf"(?:(?:{_SHORT.pattern}|{_LONG.pattern})(?:\s*\([^()]*\))?\s*(?:[;,]\s*|$))+")
_MESSAGES = frozenset(("156", "5656"))


def address_of(number: str) -> str:
    """What a phone is told to do with ``number``, as people write it: ``tel:…``, of 5656 ``sms:…``."""
    digits = re.sub(r"[^\d+]", "", number)
    return f"sms:{digits}" if digits == "5656" else f"tel:{digits}"


def may_hold_numbers(text: str) -> bool:
    """Whether it is worth looking more closely."""
    return bool(_SHORT.search(text) or _LONG.search(text))


def numbers_in(text: str, bold: Iterable[Span] = ()) -> list[Span]:
    """Where the telephone numbers of ``text`` stand; ``bold`` are its spans in bold type."""
    bold = frozenset(bold)
    found: list[Span] = [match.span() for match in _LONG.finditer(text)]
    for match in _SHORT.finditer(text):
        start, end = match.span()
        # Only the number just before can lie over this one, or be named in one list with it: the words of a list hold none.
        place = bisect(found, (start, end))
        before = found[place - 1][1] if place else 0
        overlaps = before > start or (place < len(found) and found[place][0] < end)
        if overlaps or _COUNTED.match(text, end):
            continue
        if _is_said(text, match, bold) or (place and _LIST.fullmatch(text, before, start)):
            found.insert(place, (start, end))
    return found


def _is_said(text: str, match: re.Match[str], bold: Container[Span]) -> bool:
    before, end = text[max(0, match.start() - 60) : match.start()], match.end()
    return (
        bool(_CALL.search(before))
        or match.span() in bold
        or (match[0] in _MESSAGES and bool(_SEND.search(before)))
        or (bool(_CLOSED.match(text, end)) and bool(_KEEP.search(before) or _HELPERS.search(before)))
    )


def numbers_alone(text: str) -> Iterator[Span]:
    """Short numbers of a cell that holds nothing but numbers: telephone numbers if its column is one of them."""
    if _CELL.fullmatch(text.strip()):
        long = [match.span() for match in _LONG.finditer(text)]
        for match in _SHORT.finditer(text):
            if not any(start <= match.start() < end for start, end in long):
                yield match.span()
