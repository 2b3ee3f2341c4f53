"""Names of places on English pages: the Vietnamese name, the kind of place in English behind it.

Terms as in the English texts of the Law on Organisation of Local Government: province, city, commune, ward,
township, special zone; district, town and urban district for what was there before 1 July 2025.
``ask.js`` says the same for answers.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from handbook.sections import DEFAULT_LANGUAGE

_KINDS: Mapping[str, str] = {
    "tỉnh": "Province",
    "thành phố": "City",
    "xã": "Commune",
    "phường": "Ward",
    "thị trấn": "Township",
    "đặc khu": "Special Zone",
    "huyện": "District",
    "quận": "District",
    "thị xã": "Town",
}
_NAMED = re.compile(rf"^({'|'.join(sorted(_KINDS, key=len, reverse=True))}) (.+)$", re.IGNORECASE)
_REMAINS = re.compile(r"^phần còn lại sau khi sáp nhập vào (.+)$", re.IGNORECASE)
_PARTS = {"phần còn lại": "the rest", "một phần": "part"}


def place_name(label: str, language: str) -> str:
    """``Xã Bát Xát`` → ``Bát Xát Commune``; "Quận 1" → "District 1"; in Vietnamese as it is."""
    found = _NAMED.match(label) if language != DEFAULT_LANGUAGE else None
    if not found:
        return label
    kind = _KINDS[found[1].casefold()]
    return f"{kind} {found[2]}" if found[2].isdecimal() else f"{found[2]} {kind}"


def part_name(part: str, language: str) -> str:
    """Which part of a former commune is meant: "phần còn lại sau khi sáp nhập vào phường Cái Khế"."""
    if language == DEFAULT_LANGUAGE:
        return part
    found = _REMAINS.match(part)
    if not found:
        return _PARTS.get(part, part)
    others = re.split(r", | và (?=xã |phường |thị trấn |đặc khu )", found[1])
    return f"what was left after joining {' and '.join(place_name(one, language) for one in others)}"
