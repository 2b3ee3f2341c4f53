"""Numbers and dates in the reader's style, and in the machine's."""

from __future__ import annotations

import datetime as dt
import re
from decimal import ROUND_HALF_UP, Decimal

from handbook.tables.model import Cell, Column

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_TYPED = 4  # decimals that people type; more come from formulas
_ROMAN = ("I", "II", "III", "IV")
_ENGLISH = {
    "hơn": "more than",
    "trên": "over",
    "gần": "nearly",
    "khoảng": "about",
    "xấp xỉ": "about",
    "ước": "an estimated",
    "ước tính": "an estimated",
    "vượt": "over",
    "tối đa": "at most",
    "tối thiểu": "at least",
    "ít nhất": "at least",
    "dưới": "under",
    "không quá": "at most",
    "không dưới": "at least",
    "chưa đến": "under",
    "chưa tới": "under",
}


def number_text(value: Decimal | int, language: str) -> str:
    """``1.234.567,89`` in Vietnamese, ``1,234,567.89`` in English; decimals as written."""
    text = f"{value:,f}".replace("-", "−")
    return text if language == "en" else text.translate(str.maketrans(",.", ".,"))


def date_text(value: dt.date, precision: str, language: str) -> str:
    """A date to its precision: ``31/12/2025``, ``06/2025``, ``quý I/2026``, ``2025``."""
    if precision == "nam":
        return str(value.year)
    if precision == "quy":
        quarter = (value.month - 1) // 3
        return f"Q{quarter + 1} {value.year}" if language == "en" else f"quý {_ROMAN[quarter]}/{value.year}"
    if precision == "thang":
        return f"{_MONTHS[value.month - 1]} {value.year}" if language == "en" else f"{value.month:02d}/{value.year}"
    if language == "en":
        return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"
    return f"{value.day:02d}/{value.month:02d}/{value.year}"


def cell_text(cell: Cell, column: Column, language: str) -> str:
    """A cell as readers see it: all of its text, with numbers and dates in their style."""
    if column.kind in ("so", "chu") and cell.number is not None:
        text = _prefix(cell.prefix, language) + number_text(shown_number(cell.number, cell.decimals), language)
        if cell.high is not None:
            joiner = "–" if cell.joiner.strip() in "-–—" else cell.joiner
            text += joiner + number_text(cell.high, language)
        return text + cell.suffix
    if cell.precision and isinstance(cell.value, dt.date):
        text = cell.prefix + date_text(cell.value, cell.precision, language) + cell.suffix
        return text if cell.prefix else text[:1].upper() + text[1:]
    return cell.raw


def shown_number(number: Decimal, decimals: int | None) -> Decimal:
    """A cell's number; what a formula left with many decimals (1/3) has as many as the spreadsheet shows."""
    if decimals is None or decimals_of(number) <= max(decimals, _TYPED):
        return number
    return number.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


def decimals_of(number: Decimal) -> int:
    """How many digits ``number`` is written with behind its decimal sign; negative for 1E+3, none for a value that is no number."""
    exponent = number.as_tuple().exponent
    return -exponent if isinstance(exponent, int) else 0


def _prefix(prefix: str, language: str) -> str:
    word = prefix.strip()
    if language != "en" or word.casefold() not in _ENGLISH:
        return prefix
    return prefix.replace(word, _ENGLISH[word.casefold()])


def machine_text(cell: Cell, column: Column) -> str:
    """A cell for a download: ``1234567.89``, ISO dates; words around a number stay."""
    if column.kind == "so" and cell.number is not None:
        high = f"{cell.joiner}{cell.high:f}" if cell.high is not None else ""
        return f"{cell.prefix}{cell.number:f}{high}{cell.suffix}"
    if cell.precision and isinstance(cell.value, dt.date):
        return cell.prefix + machine_date(cell.value, cell.precision) + cell.suffix
    return cell.raw


def machine_date(value: dt.date, precision: str) -> str:
    """ISO 8601 to the precision known: ``2025-12-31``, ``2025-06``, ``2026-Q1``, ``2025``."""
    if precision == "quy":
        return f"{value.year:04d}-Q{(value.month + 2) // 3}"
    return value.isoformat()[: {"nam": 4, "thang": 7}.get(precision, 10)]


def url_parts(text: str) -> list[tuple[str, bool]]:
    """``text`` cut into (part, is a web address); closing punctuation stays text."""
    parts: list[tuple[str, bool]] = []
    position = 0
    for match in re.finditer(r"https?://[^\s<>\"'“”]+", text):
        address = match[0].rstrip(".,;:!?")
        while address.endswith(")") and address.count(")") > address.count("("):
            address = address[:-1].rstrip(".,;:!?")
        parts += [(text[position : match.start()], False), (address, True)]
        position = match.start() + len(address)
    parts.append((text[position:], False))
    return [part for part in parts if part[0]]
