"""The text of a CSV file: any encoding that Vietnamese offices use, or a refusal."""

from __future__ import annotations

import codecs
import unicodedata
from dataclasses import dataclass

from handbook.vietnamese.legacy_fonts import from_twice_encoded
from handbook.vietnamese.syllables import accented_words, share_of_syllables

_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


@dataclass(frozen=True)
class Decoded:
    """Text in NFC with ``\\n`` line ends, ``None`` if the bytes are no text at all.

    When not certain, the text is Windows-1252 and may hold TCVN3 or VNI, which
    :mod:`handbook.tables.file.text_repair` settles on the whole table.  ``repaired``
    names a mistake that was undone.
    """

    text: str | None
    is_certain: bool = True
    repaired: str = ""


def decode(raw: bytes) -> Decoded:
    """The text of a file in UTF-8, UTF-16 or Windows-1258, or a guess that says so."""
    for bom, name in _BOMS:
        if raw.startswith(bom):
            return Decoded(_tidy(_try(raw, name)))
    utf16 = _utf16_without_bom(raw)
    if utf16:
        return Decoded(_tidy(_try(raw, utf16)))
    if b"\0" in raw:
        return Decoded(None)
    text = _try(raw, "utf-8")
    if text is not None:
        meant = from_twice_encoded(text)
        return Decoded(_tidy(meant), repaired="" if meant == text else "UTF-8 bị đọc nhầm thành Windows-1252")
    windows = _tidy(_try(raw, "cp1258"))
    words = set(accented_words(windows or ""))
    if len(words) >= 2 and share_of_syllables(words) >= 0.95:
        return Decoded(windows)
    return Decoded(_tidy("".join(_western(byte) for byte in raw)), False)


def _try(raw: bytes, encoding: str) -> str | None:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError:
        return None


def _utf16_without_bom(raw: bytes) -> str | None:
    """Which half of the bytes is mostly zero: digits, separators and Latin letters are so in UTF-16."""
    if len(raw) < 8 or len(raw) % 2:
        return None
    even, odd = raw[0::2].count(0) * 2 / len(raw), raw[1::2].count(0) * 2 / len(raw)
    if max(even, odd) < 0.3 or min(even, odd) > 0.02:
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _western(byte: int) -> str:
    return bytes([byte]).decode("cp1252", errors="ignore") or chr(byte)


def _tidy(text: str | None) -> str | None:
    if text is None:
        return None
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
