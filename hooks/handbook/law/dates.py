"""Dates of the register: full, or as far as they are known."""

from __future__ import annotations

import calendar
import datetime as dt
import re

_PERIOD = re.compile(r"(?P<year>(?:19|20)\d\d)(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?")


def is_period(text: str) -> bool:
    """Whether ``text`` is a real day, month or year: ``2025-03-13``, ``2025-09``, ``2025``."""
    return last_day(text) is not None


def day(text: str) -> dt.date | None:
    """The day that ``text`` names, or ``None`` if it names none or only a month or year."""
    return last_day(text) if len(text) == 10 else None


def last_day(text: str) -> dt.date | None:
    """The last day of a period, or ``None`` if it is no period."""
    match = _PERIOD.fullmatch(text)
    if not match:
        return None
    year, month = int(match["year"]), int(match["month"] or 12)
    if not 1 <= month <= 12:
        return None
    last = calendar.monthrange(year, month)[1]
    date = int(match["day"] or last)
    return dt.date(year, month, date) if 1 <= date <= last else None


def first_day(text: str) -> dt.date | None:
    """The first day of a period, or ``None`` if it is no period."""
    last = last_day(text)
    if last is None:
        return None
    return {10: last, 7: last.replace(day=1)}.get(len(text), last.replace(month=1, day=1))
