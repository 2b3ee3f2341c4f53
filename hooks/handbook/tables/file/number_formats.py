"""Number formats of spreadsheets: what a cell shows beyond its bare value.

The codes are those of ECMA-376, part 1, 18.8.31 ("numFmts"); XLS has the same,
and an ODS cell's shown text is told in them.  Excel shows the value 1234.5
with the code ``#,##0.0 "tỷ đồng"`` as "1.234,5 tỷ đồng", and 912345678 with
``0000\\ 000\\ 000`` as "0912 345 678": without the code both would be wrong.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from handbook.cache.memo import memo
from handbook.tables.model import Precision

_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|_.|\*.|\[\$(?P<currency>[^\]-]*)(?:-[^\]]*)?\]|\[[^\]]*\]'
    r"|(?P<general>General)|(?P<slot>[0#?])|(?P<sign>[.,%])|(?P<date>[ymdhsEe@])|(?P<plain>.)",
    re.IGNORECASE | re.DOTALL,
)
_MONEY = "₫$€£¥"


@dataclass(frozen=True)
class NumberFormat:
    """What a code says of a number.

    ``unit`` stands after the number, or is a sign of money before it ("%" also
    means that the value counts in hundredths, ``percent``).  ``words`` stand
    before it.  ``decimals`` is ``None`` where the code leaves them open.
    ``mask`` is the slots and marks of a code that is no quantity ("00000",
    "0000 000 000").  ``thousands`` counts the commas that divide what is shown
    by a thousand.  ``hidden`` shows nothing at all.
    """

    percent: bool = False
    unit: str = ""
    words: str = ""
    decimals: int | None = None
    mask: str = ""
    thousands: int = 0
    hidden: bool = False


@memo(None)
def number_format(code: str) -> NumberFormat:
    """The meaning of ``code`` for positive numbers; dates and fractions have none here."""
    if re.fullmatch(r"\s*;\s*;[\s;]*", code):
        return NumberFormat(hidden=True)
    found = re.match(r'(?:"[^"]*"|\\.|\[[^\]]*\]|[^;])*', code, re.DOTALL)
    first = found[0] if found else ""
    shape, literals = "", {0: ""}  # literals by the number of slots before them
    percent = False
    for match in _TOKEN.finditer(first):
        if match["date"] or match["plain"] == "/":
            return NumberFormat()
        if match["general"]:
            shape += "G"
        elif match["slot"]:
            shape += match["slot"].replace("?", "#")
        elif match["sign"]:
            percent = percent or match["sign"] == "%"
            shape += match["sign"].replace("%", "")
        else:
            text = match["quoted"] or match["escaped"] or match["currency"] or match["plain"] or ""
            slots = len(re.findall("[0#G]", shape))
            literals[slots] = literals.get(slots, "") + text
    slots = len(re.findall("[0#G]", shape))
    if not slots:
        return NumberFormat()
    before, after = literals.get(0, "").strip(), literals.get(slots, "").strip()
    money = before if before and (before in _MONEY or before.isupper() and len(before) == 3) else ""
    unit = after if any(char.isalpha() or char in f"{_MONEY}%‰" for char in after) else money
    return NumberFormat(
        percent,
        unit,
        before if any(char.isalpha() for char in before) and not money else "",
        None if "G" in shape else len(re.findall("[0#]", shape.partition(".")[2])),
        _mask(shape, literals, slots),
        len(shape) - len(shape.rstrip(",")),
    )


def _mask(shape: str, literals: dict[int, str], slots: int) -> str:
    """The slots with the marks between them, where a code demands two digits or more and no decimals."""
    if not re.fullmatch("[0#]+", shape) or len(shape.lstrip("#")) < 2:
        return ""
    return "".join(shape[i] + (literals.get(i + 1, "") if i + 1 < slots else "") for i in range(slots))


def masked(value: Decimal, mask: str) -> str:
    """A code or telephone number as its mask shows it: 912345678 → ``0912 345 678``."""
    digits = f"{int(value)}"
    slots = sum(char in "0#" for char in mask)
    digits, extra = digits[-slots:].rjust(slots, " "), digits[:-slots]
    shown = ""
    waiting = iter(digits)
    for char in mask:
        if char not in "0#":
            shown += char if shown else ""
            continue
        digit = next(waiting)
        shown += digit if digit != " " else "0" if char == "0" or shown else ""
    return extra + shown


def date_precision(code: str) -> Precision:
    """What a date format leaves out: ``mm/yyyy`` is a month, ``yyyy`` a year."""
    plain = re.sub(r'"[^"]*"|\\.|\[[^\]]*\]', "", code.lower())
    if "y" not in plain or "d" in plain:
        return "ngay"
    return "thang" if "m" in plain else "nam"
