"""Dates as people write them: ``31/12/2025``, ``2025-06``, ``Quý I/2026``, ``giữa 2025``."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from handbook.tables.model import Precision

_CENTURY = 70  # 31/12/25 is of 2025, 1/5/75 of 1975
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_DATE = "|".join(
    (
        r"(?P<iso>\d{4}(?P<stroke>[-/])\d{1,2}(?P=stroke)\d{1,2})(?:[T ]00:00(?::00)?)?",
        r"(?P<dmy>\d{1,2}[/.-]\d{1,2}[/.-]\d{4})",
        r"(?P<short>\d{1,2}/\d{1,2}/\d{2})(?!\d)",
        r"(?:ngày\s+)?(?P<words>\d{1,2}\s+tháng\s+\d{1,2}(?:\s+năm\s+|[/,]\s*)\d{4})",
        r"(?:quý|q)\s*(?P<quarter>i{1,3}|iv|[1-4])\s*(?:[/.-]|\s+năm\s+|\s+)\s*(?P<quarter_year>\d{4})",
        r"(?P<iso_month>\d{4}-(?:0[1-9]|1[0-2]))",
        r"(?:tháng\s+|t\.?\s?)?(?P<month>\d{1,2})(?:/|\s+năm\s+)(?P<month_year>\d{4})",
        r"(?:năm\s+)?(?P<year>(?:1[5-9]|20|21)\d\d)",
    )
)
_ONE = re.compile(rf"(?:{_DATE})", re.IGNORECASE)
_WORDS = re.compile(
    r"(?P<prefix>(?:(?:trước|sau|đến|tính đến|hết|cuối|đầu|giữa|khoảng|từ|nửa đầu|nửa cuối|6 tháng đầu|"
    r"(?:\d{1,2} tháng(?: đầu)?)|ước|dự kiến)\s+(?:năm\s+)?)*)",
    re.IGNORECASE,
)
_REST = re.compile(r"\s*(?P<range>[-–—]\s*(?P<end>[\d/.-]+))?(?P<note>\s*\(.*\))?\s*", re.DOTALL)


@dataclass(frozen=True)
class DateText:
    """A text that holds one date (or the first of a period) and what stands around it."""

    value: dt.date
    precision: Precision
    exact: bool
    prefix: str
    suffix: str


class ImpossibleDate(ValueError):
    """A text in the shape of a date that the calendar does not have."""


def read_date(text: str) -> DateText | None:
    """``text`` as a date, ``None`` if it is none; raises :class:`ImpossibleDate`."""
    words = _WORDS.match(text)
    start = words.end() if words else 0
    match = _ONE.match(text, start)
    if not match:
        return None
    rest = _REST.fullmatch(text, match.end())
    if not rest:
        return None
    try:
        value, precision = _value(match)
    except ValueError as error:
        raise ImpossibleDate(match[0]) from error
    exact = not start and not rest["range"] and not (rest["note"] or "").strip()
    # A range is shown as written: only its beginning is a date.
    return DateText(value, "" if rest["range"] else precision, exact, text[:start], text[match.end() :].rstrip())


def _value(match: re.Match) -> tuple[dt.date, Precision]:
    if match["iso"]:
        return dt.date(*map(int, re.split("[-/]", match["iso"]))), "ngay"
    if match["dmy"] or match["words"]:
        day, month, year = map(int, re.findall(r"\d+", match["dmy"] or match["words"]))
        return dt.date(year, month, day), "ngay"
    if match["short"]:
        day, month, year = map(int, match["short"].split("/"))
        return dt.date(year + (2000 if year < _CENTURY else 1900), month, day), "ngay"
    if match["quarter"]:
        quarter = _QUARTERS[match["quarter"].lower()]
        return dt.date(int(match["quarter_year"]), 3 * quarter - 2, 1), "quy"
    if match["iso_month"]:
        year, month = map(int, match["iso_month"].split("-"))
        return dt.date(year, month, 1), "thang"
    if match["month"]:
        return dt.date(int(match["month_year"]), int(match["month"]), 1), "thang"
    return dt.date(int(match["year"]), 1, 1), "nam"
