"""Where a line may not break: "Điều 8", "10.599 xã", "69/2024/NĐ-CP".

Works on text only.  An ordinary space becomes U+00A0, which readers of the PDF
give back as a space.  A document number becomes a piece of its own, which the
template keeps in one box, and a word too long for a column is cut into pieces
between which it may break: no invisible character enters the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

Kind = Literal["plain", "firm", "long"]
NBSP = "\u00a0"

# A word and the number after it: parts of a law, documents, time, parts of the book.
_BEFORE_NUMBER = (
    r"Điều|điều|Khoản|khoản|Điểm|điểm|Chương|chương|Mục|mục|Phần|phần|lục|Bảng|bảng|Hình|hình|Bước|bước|Mẫu|mẫu"
    r"|số|Số|định|luật|Luật|tư|quyết|thị|án|hoạch|tr\.|trang|tuần|ngày|tháng|năm|quý|mức|cấp|lớp|thứ|lần|Đề án"
    r"|Article|article|Clause|Chapter|chapter|Section|Table|Figure|Step|No\.|p\.|page|Decree|Law|Decision|Circular"
)
# Units and nouns counted in the handbook, and the powers of ten between them.
_UNITS = (
    r"đồng|nghìn|ngàn|triệu|tỷ|tỉ|USD|VND|%|phần|điểm|xã|phường|tỉnh|thành|huyện|đặc|thôn|bản|tổ|hộ|người|dân|lượt|bước|câu"
    r"|giờ|phút|giây|ngày|tuần|tháng|quý|năm|tuổi|lần|km|km²|m|m²|cm|mm|kg|g|GB|MB|KB|TB|Mbps|Mb/s|kbit/s|MHz|GHz"
    r"|chữ|ký|trang|trường|thuê|trạm|buổi|việc|điều|khoản|chương|nước|quốc|bộ|cơ|văn|máy|thẻ|tài|giao|đội|vụ|tin"
    r"|million|billion|percent|per|communes|wards|provinces|people|households|villages|years|months|days|hours|minutes"
)
# Each begins with what is rare, so that a long text is passed over quickly; no space stands in the way of two of them.
_BEFORE_DIGIT = re.compile(r" (?=\d)(?:" + "|".join(rf"(?<=\b{word} )" for word in _BEFORE_NUMBER.split("|")) + ")")
_AFTER_DIGIT = re.compile(rf"\d[\d.,]*%? (?=(?:{_UNITS})(?!\w))")
_POWERS = ("nghìn ", "ngàn ", "triệu ", "tỷ ", "tỉ ")
_AFTER_POWER = re.compile(rf"\b(?:{'|'.join(_POWERS)})(?=(?:đồng|USD|người|lượt|thuê|tài|giao|hộ)\b)")
_POINT = re.compile(r"\b[Đđ]iểm (?=[a-zđ]\b)")
_DIGIT = re.compile(r"\d")
# Longer than this is an address or a slip of the pen; it may break anywhere sensible.
LONGEST_WORD = 16
_WORD = re.compile(rf"(?<!\S)(?:[^\s\d]*+\d\S*|\S{{{LONGEST_WORD + 1},}})")  # all other words are plain
_NUMBER = re.compile(r"\d[\w.]*(?:[/\-–][\w.]*\w)+")  # 69/2024/NĐ-CP, 57-NQ/TW, 2020–2025
_JOINTS = re.compile(r"[^./_\-–?=&@:,;~+%#]{1,20}[./_\-–?=&@:,;~+%#]*|[./_\-–?=&@:,;~+%#]+")


def keep_together(text: str) -> str:
    """``text`` with the spaces that may not break as U+00A0; nothing else changes."""
    if _DIGIT.search(text):
        text = _AFTER_DIGIT.sub(_firmly, _BEFORE_DIGIT.sub(NBSP, text))
    if any(power in text for power in _POWERS):
        text = _AFTER_POWER.sub(_firmly, text)
    return _POINT.sub(_firmly, text) if "iểm " in text else text


def _firmly(match: re.Match[str]) -> str:
    return match.group()[:-1] + NBSP


def pieces(text: str) -> Iterator[tuple[str, Kind]]:
    """``text`` cut in order: plain, ``firm`` (one line) or ``long`` (see :func:`joints`)."""
    if not _DIGIT.search(text) and max(map(len, text.split()), default=0) <= LONGEST_WORD:
        if text:
            yield text, "plain"
        return
    end = 0
    for match in _WORD.finditer(text):
        kind = _kind(match.group())
        if kind == "plain":
            continue
        if match.start() > end:
            yield text[end : match.start()], "plain"
        yield match.group(), kind
        end = match.end()
    if end < len(text):
        yield text[end:], "plain"


def _kind(word: str) -> Kind:
    number = _NUMBER.search(word)
    if number and len(number.group()) <= LONGEST_WORD and len(word) <= LONGEST_WORD + 4:
        # A date has no place to break (UAX #14: digits around a slash).
        return "plain" if number.group().replace("/", "").isdigit() else "firm"
    return "long" if len(word) > LONGEST_WORD else "plain"


def joints(word: str) -> list[str]:
    """A long word cut where it may break: after a mark, else every twenty letters; never inside 1.000.000."""
    found: list[str] = []
    for piece in _JOINTS.findall(word):
        if found and piece[0].isdigit() and found[-1][-1] in ".," and found[-1][-2:-1].isdigit():
            found[-1] += piece
        else:
            found.append(piece)
    return found
