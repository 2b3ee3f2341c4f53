"""What a column holds, and each of its cells read accordingly."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from decimal import Decimal

from handbook.tables.dates import DateText, ImpossibleDate, read_date
from handbook.tables.grid import Item
from handbook.tables.model import ColumnKind
from handbook.tables.numerals import BLANK_MARKS, split_number
from handbook.text import slug

_SOURCE_KEYS = {
    "nguon",
    "nguon_tham_khao",
    "nguon_so_lieu",
    "link",
    "url",
    "source",
    "sources",
    "dan_nguon",
    "duong_dan",
}
_TIME = re.compile(r"(^|_)(nam|ky|thoi_diem|thoi_gian|ngay|thang|quy|year|date|month|quarter|period|time)(_|$)")
_CODE = re.compile(r"[+]?0\d+|\+?\d{15,}|\+84\d{9,}")
_BROKEN = re.compile(r"(?=.*\d)\(?[-−+]?[\dOoIl.,]{2,}\)?")
YEAR = re.compile(r"((?:1[5-9]|20|21)\d\d)(\s*[-–—]\s*(?:1[5-9]|20|21)\d\d)?(\s*\(.*\))?", re.DOTALL)


def is_blank(item: Item) -> bool:
    """Empty, or one of the signs of Vietnamese statistics for "none" and "not known"."""
    return not item.text or item.text.casefold() in BLANK_MARKS


def infer_kind(header: str, items: Sequence[Item]) -> ColumnKind:
    """The kind that most cells of a column speak for; ``chu`` when in doubt."""
    filled = [item for item in items if not is_blank(item)]
    key = slug(header, "_")
    if key in _SOURCE_KEYS or filled and 2 * sum("://" in item.text for item in filled) >= len(filled):
        return "nguon"
    if not filled:
        return "chu"
    timely = bool(_TIME.search(key))
    if timely and all(YEAR.fullmatch(item.text) for item in filled):
        return "nam"
    if sum(isinstance(item.value, dt.date) or bool(_date(item.text)) for item in filled) * 2 > len(filled):
        plain_years = all(YEAR.fullmatch(item.text) for item in filled)
        if timely or not plain_years:
            return "ngay"
    if any(not isinstance(item.value, Decimal) and _CODE.fullmatch(item.text) for item in filled):
        return "chu"
    numbers = sum(map(_speaks_for_numbers, filled))
    # A mistyped "12O0" among numbers must be named as a mistake, not make the column one of words.
    mistyped = sum(looks_broken(item) for item in filled)
    return "so" if numbers > mistyped // 2 and 3 * (numbers + mistyped) >= 2 * len(filled) else "chu"


def looks_broken(item: Item) -> bool:
    """The shape of one number that cannot be read as one: "12O0", "1..5", "(1.234)"."""
    return item.value is None and not split_number(item.text) and bool(_BROKEN.fullmatch(item.text))


def _speaks_for_numbers(item: Item) -> bool:
    if isinstance(item.value, Decimal):
        return True
    parts = split_number(item.text)
    return parts is not None and "(" not in parts.note


def _date(text: str) -> DateText | None:
    try:
        return read_date(text)
    except ImpossibleDate:
        return DateText(dt.date.min, "ngay", True, "", "")
