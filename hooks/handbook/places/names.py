"""Names of provinces and communes as people write them, made comparable."""

from __future__ import annotations

import re

from handbook.cache.memo import memo
from handbook.vietnamese.comparable import normalise
from handbook.vietnamese.text import fold, nfc

PROVINCE_KINDS = ("tỉnh", "thành phố")
COMMUNE_KINDS = ("xã", "phường", "thị trấn", "đặc khu")

_PROVINCE_KIND = re.compile(r"^(?:(tinh|thanh pho|t\s*\.?\s*p|t)(?:\s*\.\s*|\s+))+", re.IGNORECASE)
_COMMUNE_KIND = re.compile(r"^(xã|phường|thị trấn|đặc khu|tt\.?|p\.|x\.)\s+", re.IGNORECASE)
_BRACKETS = re.compile(r"\s*\([^()]*\)\s*$")
_NOT_WORD = re.compile(r"[^0-9a-z]+")
# Names that people still write for one of the 63 or the 34 provinces; keys and values are folded.
_ALSO = {
    "hcm": "ho chi minh",
    "tphcm": "ho chi minh",
    "thua thien hue": "hue",
    "dac lac": "dak lak",
    "dac lak": "dak lak",
    "dak lac": "dak lak",
    "dac nong": "dak nong",
}


@memo(1 << 14)
def comparable(text: str) -> str:
    """``text`` folded, words parted by one space: ``"Bà Rịa – Vũng Tàu"`` → ``"ba ria vung tau"``."""
    return _NOT_WORD.sub(" ", fold(normalise(text).text)).strip()


@memo(1 << 14)
def province_key(text: str) -> str:
    """What two ways of writing one province have in common: ``"TP.HCM"``, ``"Thành phố Hồ Chí Minh (mới)"``."""
    bare = _BRACKETS.sub("", nfc(text).strip())
    squeezed = fold(bare).replace(" ", "").replace(".", "").replace("-", "")
    if squeezed in ("tphcm", "hcm", "tphochiminh"):
        return "ho chi minh"
    key = comparable(_PROVINCE_KIND.sub("", fold(normalise(bare).text).strip()))
    return _ALSO.get(key, key)


def bracket_of(text: str) -> str:
    """What stands in brackets at the end of a name, without them: ``"Đà Nẵng (cũ)"`` → ``"cũ"``."""
    found = _BRACKETS.search(nfc(text).strip())
    return found[0].strip()[1:-1].strip() if found else ""


@memo(1 << 14)
def commune_name(text: str) -> tuple[str, str]:
    """The kind (``"xã"``; "" when none is written) and the bare name of a commune."""
    text = " ".join(nfc(text).split())
    found = _COMMUNE_KIND.match(text)
    if not found:
        return "", text
    kind = found[1].casefold()
    kind = {"tt": "thị trấn", "tt.": "thị trấn", "p.": "phường", "x.": "xã"}.get(kind, kind)
    return kind, text[found.end() :].strip()
