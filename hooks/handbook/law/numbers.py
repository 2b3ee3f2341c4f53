"""The grammar of document numbers: ``13/2023/NĐ-CP``, ``749/QĐ-TTg``, ``57-NQ/TW``.

State documents: serial/year/type-issuer for legal documents, without the year
for others (Nghị định 30/2020/NĐ-CP on records, Điều 8 and Phụ lục I and VI);
laws serial/year/QH and the Assembly's term.  The Party writes serial-type/issuer
(Hướng dẫn 36-HD/VPTW, 2018).  Resolutions of the Government that cut red tape are numbered
as one series, with a part after a dot: 66.7/2025/NQ-CP of 15/11/2025, 66.18/2026/NQ-CP of 18/5/2026.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from dataclasses import dataclass

from handbook.vietnamese.text import fold

# "QH15", "C06" (an office of the Ministry of Public Security).
_TOKEN = r"[A-ZĐ][A-Za-zĐđ]*(?:1\d|0?[1-9])?"
YEAR = r"(?:19|20)\d\d"
# "66.7" of "66.7/2025/NQ-CP"; a year follows, or "2.4/5" were one.
_PART = rf"(?:\.\d{{1,2}}(?= ?[/-] ?{YEAR}(?!\d)))?"
#: A serial in normal text, with the part after its dot.
SERIAL = rf"\d{{1,5}}{_PART}"
#: Pattern of a full number in normal text; spaces around strokes are tolerated.
NUMBER = (
    rf"(?<![\w/])(?<!\d[.,-]){SERIAL}"
    rf"(?: ?/ ?(?:{YEAR} ?/ ?)?{_TOKEN}(?: ?- ?{_TOKEN})*| ?- ?{_TOKEN} ?/ ?{_TOKEN}(?:-{_TOKEN})*)"
    r"(?!\w)(?!/\w)"
)
_WHOLE = re.compile(
    rf"(?P<serial>{SERIAL})(?:/(?P<year>{YEAR}))?(?:/|(?P<party>-))(?P<suffix>{_TOKEN}(?:[-/]{_TOKEN})*)"
)
# Type marks of numbers, without Vietnamese letters so that "ND-CP" counts too.
_TYPES = frozenset(
    ["nd", "qd", "nq", "tt", "ttlt", "ct", "kh", "hd", "tb", "kl", "ctr", "cd", "vbhn", "pl", "qc", "da"]
)
_ASSEMBLY = re.compile(r"(?:UBTV)?QH\d{1,2}")
_ISSUER = re.compile(r"B[A-ZĐ]{2,5}|TTg|VPCP|NHNN|UBND|HĐND")
_LOCAL = frozenset(["ubnd", "hdnd", "tu"])


@dataclass(frozen=True)
class Number:
    """A number taken apart; ``serial`` is "3" for "03" too, ``suffix`` is what follows serial and year."""

    serial: str
    year: int | None
    suffix: str

    @property
    def key(self) -> tuple:
        """What decides whether two numbers are the same: "03/NQ-CP" is "3/NQ-CP"."""
        return self.serial, self.year, fold(self.suffix)

    @property
    def tokens(self) -> tuple[str, ...]:
        return tuple(re.split(r"[-/]", self.suffix))

    @property
    def is_in_series(self) -> bool:
        """Whether the letters are those of a series whose serials have a part: the Government's resolutions."""
        return fold(self.suffix) == "nq-cp"

    @property
    def is_local(self) -> bool:
        """Issued by a province or commune, whose numbers repeat in every other one."""
        return any(fold(token) in _LOCAL for token in self.tokens)

    @property
    def is_typical(self) -> bool:
        """Whether its letters are those of document numbers, not of some other code."""
        first, *others = self.tokens
        if _ASSEMBLY.fullmatch(first):
            return self.year is not None and not others
        # "HĐ" is a contract; "HD" would be a Party guideline.
        return bool(others) and first != "HĐ" and (fold(first) in _TYPES or bool(_ISSUER.fullmatch(first)))


def parse(text: str) -> Number | None:
    """The number that ``text`` (normal text) is, or ``None``."""
    match = _WHOLE.fullmatch(tidy(text))
    if not match or (match["party"] and (match["year"] or "/" not in match["suffix"])):
        return None
    return Number(plain(match["serial"]), int(match["year"]) if match["year"] else None, match["suffix"])


def plain(serial: str) -> str:
    """A serial without zeros in front: "03" is "3", "66.07" is "66.7"."""
    return ".".join(str(int(piece)) for piece in serial.split("."))


def squeezed(text: str) -> tuple[str, int | None, str]:
    """A number by its serial, year and letters alone, so that "13-2023-nđcp" is "13/2023/NĐ-CP"."""
    serial, *years = re.findall(rf"^{SERIAL}|(?<![\w]){YEAR}(?![\w])", text)
    letters = re.sub(r"[^a-z0-9]", "", fold(re.sub(rf"^{SERIAL}|(?<!\w){YEAR}(?!\w)", "", text)))
    return plain(serial), int(years[0]) if years else None, letters


def tidy(text: str) -> str:
    """A number without the spaces that typists leave around strokes."""
    return re.sub(r" ?([-/]) ?", r"\1", text)


def nearest(number: str, known: Iterable[str]) -> str | None:
    """The known number most likely meant: same letters but marks, same serial, or close writing."""
    meant = parse(number)
    if meant is None:
        near = difflib.get_close_matches(number, sorted(set(known)), n=1, cutoff=0.8)
        return near[0] if near else None

    near = [text for text in sorted(set(known)) if (other := parse(text)) and _is_slip(meant, other)]
    closest = difflib.get_close_matches(number, near, n=1, cutoff=0.6)
    return closest[0] if closest else None


def _is_slip(one: Number, other: Number) -> bool:
    """Whether one part differs, and a serial only by one digit or two in the wrong order."""
    same_serial, same_year = one.serial == other.serial, one.year == other.year
    same_suffix = fold(one.suffix) == fold(other.suffix)
    if same_serial:
        return same_year or same_suffix
    left, right = one.serial, other.serial
    return (
        same_year
        and same_suffix
        and len(left) == len(right)
        and (sorted(left) == sorted(right) or sum(a != b for a, b in zip(left, right, strict=True)) == 1)
    )
