"""What calamine does not tell about a sheet: formats, formulas, errors, hidden rows.

calamine gives 0.8415 for a cell that Excel shows as 84,15%, and an empty cell
for ``#N/A``: published so, both would be wrong without a word.  The records of
the file are read a second time, only for that, by the modules beside this one.
"""

from __future__ import annotations

import re
import zipfile
from dataclasses import dataclass, field

from lxml import etree

from handbook.tables.grid import Span
from handbook.tables.model import Precision

_SAFE = {"resolve_entities": False, "no_network": True, "huge_tree": True}
Place = tuple[int, int]


@dataclass
class Details:
    """By 0-based (row, column): number formats, cells without a result, hidden rows and columns."""

    formats: dict[Place, str] = field(default_factory=dict)
    errors: dict[Place, str] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    spans: list[Span] = field(default_factory=list)


def is_percent(code: str) -> bool:
    return "%" in re.sub(r'"[^"]*"|\\.', "", code)


def padding(code: str) -> int:
    """Digits that a code such as ``00000`` always shows: the cell is a number only in Excel's eyes."""
    return len(code) if re.fullmatch(r"0{2,}", code) else 0


def date_precision(code: str) -> Precision:
    """What a date format leaves out: ``mm/yyyy`` is a month, ``yyyy`` a year."""
    plain = re.sub(r'"[^"]*"|\\.|\[[^\]]*\]', "", code.lower())
    if "y" not in plain or "d" in plain:
        return "ngay"
    return "thang" if "m" in plain else "nam"


def parse_xml(archive: zipfile.ZipFile, name: str) -> etree._Element:
    """A part of a ZIP container; no entity of it is followed."""
    return etree.fromstring(archive.read(name), etree.XMLParser(**_SAFE))
