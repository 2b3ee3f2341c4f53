"""The former communes that a new one was made from, read from one cell of the table.

The cell lists them with commas: ``Xã Tân Thành (huyện Hướng Hóa), Thị trấn Lao Bảo``.  Brackets say the former
district, or what part of it is meant: ``(phần còn lại sau khi sáp nhập vào phường Cái Khế)``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from handbook.places.names import commune_name
from handbook.vietnamese.text import nfc

UNCHANGED = "giữ nguyên"
_COMMA = re.compile(r",\s*(?![^()]*\))")
_BRACKET = re.compile(r"\(([^()]*)\)")
_DISTRICT = re.compile(r"^(huyện|quận|thị xã|thành phố|tp\.?|tx\.?)\s", re.IGNORECASE)
_PART = re.compile(r"phần|một phần|còn lại|không tính|trừ", re.IGNORECASE)


@dataclass(frozen=True)
class FormerUnit:
    """A commune as it was before 1 July 2025: ``kind`` is "" where the table gives none.

    ``district`` is the former district with its kind, where the table gives it; ``part`` says in the table's words
    which part of it the new unit took, "" for the whole or where nothing is said.
    """

    kind: str
    name: str
    district: str = ""
    part: str = ""

    @property
    def label(self) -> str:
        """``Xã Bản Phiệt``."""
        return f"{self.kind.capitalize()} {self.name}".strip()


def former_units(text: str) -> tuple[FormerUnit, ...]:
    """The former units in the cell ``text``; none where nothing changed."""
    text = nfc(text).strip()
    if not text or text.casefold().startswith(UNCHANGED):
        return ()
    return tuple(_unit(piece) for piece in _COMMA.split(text) if piece.strip())


def _unit(piece: str) -> FormerUnit:
    district = part = ""
    for inner in _BRACKET.findall(piece):
        inner = inner.strip().removeprefix("thuộc ")
        if _DISTRICT.match(inner) and not _PART.search(inner):
            district = inner
        elif inner:
            part = inner
    bare = " ".join(_BRACKET.sub(" ", piece).split())
    lead = re.match(r"(một phần|phần còn lại của|phần)\s+", bare, re.IGNORECASE)
    if lead:
        part, bare = part or lead[1].casefold(), bare[lead.end() :]
    kind, name = commune_name(bare)
    return FormerUnit(kind, name, district, part)
