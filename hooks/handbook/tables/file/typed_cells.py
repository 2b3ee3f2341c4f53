"""A workbook's cell as it reads on the sheet: its value with what its format shows beside it."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from decimal import Decimal

from handbook.tables.file.grid import EMPTY, Item
from handbook.tables.file.number_formats import date_precision, masked, number_format
from handbook.tables.written_numbers import from_float

# ISO 8601, as OpenDocument writes times of a cell (part 3, 19.384): PT10H20M30S.
_DURATION = re.compile(
    r"P(?:(?P<days>\d+)D)?T(?:(?P<hours>\d+)H)?(?:(?P<minutes>\d+)M)?(?:(?P<seconds>\d+(?:\.\d+)?)S)?"
)
_GENERAL = 10  # digits that Excel shows of a number without a format (in a column of the usual width)


def typed_item(value: object, code: str) -> Item:
    """A cell of a workbook: ``value`` as its library types it, ``code`` its number format."""
    if isinstance(value, bool):
        return Item("TRUE" if value else "FALSE")
    if isinstance(value, (int, float)):
        return _number(from_float(float(value)) if isinstance(value, float) else Decimal(value), value, code)
    if isinstance(value, dt.datetime):
        value = _to_the_second(value)
    if isinstance(value, dt.datetime) and value.time() != dt.time() and code and not _shows_days(code):
        value = value.time()  # half past seven of the second day of 1900: the sheet shows a time
    if isinstance(value, dt.datetime) and value.time() != dt.time():
        return Item(
            f"{value:%d/%m/%Y %H:%M:%S}" if value.second and _shows_seconds(code) else f"{value:%d/%m/%Y %H:%M}"
        )
    if isinstance(value, dt.time):
        return Item(f"{value:%H:%M:%S}" if value.second and _shows_seconds(code) else f"{value:%H:%M}")
    if isinstance(value, str) and (duration := _DURATION.fullmatch(value)):
        value = dt.timedelta(**{unit: float(number) for unit, number in duration.groupdict().items() if number})
    if isinstance(value, dt.timedelta):
        sign, seconds = "−" if value < dt.timedelta() else "", round(abs(value.total_seconds()))
        minutes, seconds = divmod(seconds, 60)
        return Item(f"{sign}{minutes // 60}:{minutes % 60:02d}" + (f":{seconds:02d}" if seconds else ""))
    if isinstance(value, dt.date):
        day = value.date() if isinstance(value, dt.datetime) else value
        return Item(day.isoformat(), day, precision=date_precision(code))
    # Excel writes line ends of a cell as \r\n or, escaped, _x000D_\n.
    text = (
        unicodedata.normalize("NFC", str(value))
        .replace("_x000D_", "")
        .replace("\r\n", "\n")
        .replace("\r", "\n")
        .strip()
    )
    return Item(text) if text else EMPTY


def _to_the_second(value: dt.datetime) -> dt.datetime:
    """Excel counts days in fractions: 10:20:30 may come as 10:20:29.999999."""
    return (value + dt.timedelta(microseconds=500_000)).replace(microsecond=0) if value.microsecond else value


def _shows_days(code: str) -> bool:
    return bool(set(_bare(code)) & set("dy"))


def _bare(code: str) -> str:
    """A number format without its words and its language."""
    return re.sub(r'"[^"]*"|\\.|\[\$[^\]]*\]', "", code.lower())


def _shows_seconds(code: str) -> bool:
    """Whether a format shows seconds; where none is known they are shown rather than lost."""
    return not code or "s" in _bare(code)


def _number(number: Decimal, value: int | float, code: str) -> Item:
    """A number with what its format shows beside it: a unit, leading zeros, fewer decimals."""
    shown = number_format(code)
    if shown.percent:
        number = from_float(float(value) * 100)
    if shown.mask and number == number.to_integral_value() and number >= 0:
        return Item(" ".join(f"{shown.words} {masked(number, shown.mask)}".split()))
    unit = "%" if shown.percent else shown.unit
    text = f"{number:f}{unit}" if unit in ("%", "‰") else f"{number:f} {unit}".rstrip()
    if shown.words:  # "Tổ 5": a name, no quantity
        return Item(f"{shown.words} {text}")
    decimals = shown.decimals
    if decimals is None:
        decimals = max(0, _GENERAL - len(f"{abs(int(number))}"))
    return Item(text, number, unit=unit, decimals=decimals)


def linked(item: Item, address: str | None) -> Item:
    """A cell of words with the address of its link, which readers of a page would not see otherwise."""
    if not address or item.value is not None or address.rstrip("/") in item.text:
        return item
    return Item(f"{item.text} {address}".strip())
