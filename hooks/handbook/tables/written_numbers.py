"""Numbers as people write them: ``1.234.567,89``, ``1,234,567.89``, ``hơn 3.000``, ``84,15%``.

A text is split into its parts first (:func:`split_number`); which sign is the
decimal one is decided later from the whole column (:func:`evidence`), because
``10.599`` alone can be read in two ways.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Evidence = Literal["none", "dot", "comma", "dot?", "comma?", "bad"]

_SPACE = " \u00a0\u202f\u2009"
_NUMBER = rf"[-−–+]?(?:\d{{1,3}}(?:[{_SPACE}]\d{{3}})+(?:[.,]\d+)?(?!\d)|\d+(?:[.,]\d+)*)"
# Words that make the number say less than it seems; longest first for the regex.
APPROXIMATE = tuple(
    sorted(
        [
            "hơn",
            "trên",
            "gần",
            "khoảng",
            "xấp xỉ",
            "ước",
            "ước tính",
            "ước đạt",
            "ước khoảng",
            "chừng",
            "độ",
            "cỡ",
            "tối đa",
            "tối thiểu",
            "ít nhất",
            "nhiều nhất",
            "dưới",
            "không dưới",
            "không quá",
            "không đến",
            "vượt",
            "đạt trên",
            "đạt gần",
            "đạt khoảng",
            "trên dưới",
            "từ",
            "đến",
            "chưa đến",
            "chưa tới",
            "more than",
            "over",
            "about",
            "nearly",
            "almost",
            "around",
            "approx.",
            "approximately",
            "at least",
            "up to",
            "under",
            "~",
            "≈",
            ">",
            "<",
            "≥",
            "≤",
            ">=",
            "<=",
        ],
        key=len,
        reverse=True,
    )
)
_PREFIX = "|".join(re.escape(word) for word in APPROXIMATE)
_UNIT = (
    r"[₫$€]|[%‰](?:[ \u00a0][^\W\d_][^\d()*;:+]{0,40}?)?|(?:nghìn|ngàn|triệu|tỷ|tỉ|đồng|đ|vnđ|vnd|usd|km|m|ha|mbps)\b[^\d()*]{0,40}"
    r"|[ \u00a0\u202f][^\W\d_][^\d()*;:+]{0,40}?"
)
_MARK = r"\*+|\(\*+\)|\[\d+\]|[¹²³⁴⁵]"
_TEXT = re.compile(
    rf"(?P<prefix>(?:{_PREFIX})(?:\s+|(?<=[~≈><≥≤=])))?(?P<low>{_NUMBER})"
    rf"(?:(?P<joiner>\s*[-–—]\s*|\s+(?:đến|tới|to)\s+)(?P<high>{_NUMBER}))?"
    rf"(?P<more>\+)?(?:\s*(?P<unit>{_UNIT}))?(?P<mark>\s*(?:{_MARK}))?(?P<note>\s*\(.*\))?\s*",
    re.IGNORECASE | re.DOTALL,
)
# "12 Lê Lợi", "5 Tổ": what begins like a name is no unit, but for these.
_NAME = re.compile(
    r"(?!(?:Mbps|Gbps|Kbps|Mbit|Gbit|Gb|Mb|Ha|Kg|Km|Hz|Wh|Kwh|Euro|Đồng|Triệu|Tỷ|Tỉ|Nghìn|Ngàn)\b)[^\W\d_](?<=[A-ZĐÀ-Ỹ])[a-zà-ỹđ]"
)
BLANK_MARKS = frozenset({"-", "–", "—", "…", "...", "..", "x", "n/a", "na", "null"})


@dataclass(frozen=True)
class NumberText:
    """The parts of a text that holds a number or a range: prefix, low, joiner, high, tail.

    ``tail`` is all that follows, as written: the unit (also normalised in
    ``unit``) and ``note``, which is the tail without the unit.
    """

    prefix: str
    low: str
    joiner: str
    high: str
    unit: str
    tail: str
    note: str
    exact: bool


def split_number(text: str) -> NumberText | None:
    """``text`` in its parts, or ``None`` if it is not one number (or range) with its unit."""
    match = _TEXT.fullmatch(text)
    if not match or _NAME.match((match["unit"] or "").strip()):
        return None
    tail = text[match.end("high" if match["high"] else "low") :]
    note = (match["more"] or "") + text[match.end("unit") :] if match["unit"] else tail
    exact = not (match["prefix"] or match["high"] or match["more"] or (match["note"] or "").strip())
    return NumberText(
        match["prefix"] or "",
        match["low"],
        match["joiner"] or "",
        match["high"] or "",
        " ".join((match["unit"] or "").split()),
        tail,
        note,
        exact,
    )


def evidence(token: str) -> Evidence:
    """What one written number says about the decimal sign of its column.

    ``dot``/``comma``: certainly the decimal sign; ``dot?``/``comma?``: one
    group of three digits, which both readings fit; ``bad``: no valid number.
    """
    token = token.lstrip("-−–+")
    spaced = any(space in token for space in _SPACE)
    token = re.sub(f"[{_SPACE}]", "", token)
    dots, commas = token.count("."), token.count(",")
    if not dots and not commas:
        return "none"
    if dots and commas:
        last: Evidence = "dot" if token.rfind(".") > token.rfind(",") else "comma"
        mark, group = (".", ",") if last == "dot" else (",", ".")
        whole = token.split(mark)[0]
        return last if token.count(mark) == 1 and _grouped(whole, group) and not spaced else "bad"
    sign = "." if dots else ","
    decimal: Evidence = "dot" if dots else "comma"
    grouping: Evidence = "comma" if dots else "dot"
    if dots + commas > 1:
        return grouping if _grouped(token, sign) and not spaced else "bad"
    if spaced or not _grouped(token, sign):
        return decimal
    return "dot?" if dots else "comma?"


def _grouped(token: str, sign: str) -> bool:
    first, *groups = token.split(sign)
    return 1 <= len(first) <= 3 and not first.startswith("0") and all(len(group) == 3 for group in groups)


def to_decimal(token: str, decimal_sign: str) -> Decimal:
    """The value of a token whose decimal sign is known (``.`` or ``,``)."""
    token = re.sub(f"[{_SPACE}]", "", token).replace("−", "-").replace("–", "-")
    other = "," if decimal_sign == "." else "."
    return Decimal(token.replace(other, "").replace(decimal_sign, "."))


def fits(token: str, number_format: str) -> bool:
    """Whether a token is written in the declared format, e.g. ``1.234,5``."""
    seen = evidence(token)
    decimal = "dot" if number_format.endswith(".5") else "comma"
    grouped = len(number_format) > 6
    if seen in ("none", decimal):
        return seen == "none" or grouped or not _uses_both(token)
    if seen.endswith("?"):
        return seen[:-1] == decimal or grouped
    return False


def _uses_both(token: str) -> bool:
    return not re.fullmatch(r"[-−–+]?\d+[.,]\d+", token)


def from_float(value: float) -> Decimal:
    """A spreadsheet's number as Excel itself shows it.

    Excel keeps 15 significant digits (Microsoft, "Excel specifications and
    limits"), so 0.30000000000000004 is the 0.3 that its author saw.
    """
    shortest = Decimal(repr(value))
    if len(shortest.as_tuple().digits) > 15:
        shortest = Decimal(f"{value:.15g}")
    return Decimal(f"{shortest.normalize():f}")
