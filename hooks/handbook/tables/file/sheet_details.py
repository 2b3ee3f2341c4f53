"""Details of a sheet that calamine does not tell: formats, errors, links, what is hidden or struck out.

calamine gives 0.8415 for a cell that Excel shows as 84,15%, an empty cell for
``#N/A``, and "12" with a small footnote mark 1 as "121": published so, all
would be wrong without a word.  The records of the file are read a second
time, only for that, by the modules beside this one.
"""

from __future__ import annotations

import zipfile
from dataclasses import dataclass, field

from lxml import etree

from handbook.tables.file.grid import Span

_SAFE = {"resolve_entities": False, "no_network": True, "huge_tree": True}
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
Place = tuple[int, int]


@dataclass
class Details:
    """By 0-based (row, column): number formats, cells without a result, addresses of links, remarks.

    ``texts`` are the words of cells in which some are raised, with the raised
    digits as such ("12¹"); ``struck`` are cells with words struck out.
    """

    formats: dict[Place, str] = field(default_factory=dict)
    errors: dict[Place, str] = field(default_factory=dict)
    texts: dict[Place, str] = field(default_factory=dict)
    links: dict[Place, str] = field(default_factory=dict)
    beside: list[str] = field(default_factory=list)  # words of text boxes, headers and footers of the page
    comments: set[Place] = field(default_factory=set)
    struck: set[Place] = field(default_factory=set)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    spans: list[Span] = field(default_factory=list)
    last: Place = (-1, -1)  # the lowest row and the rightmost column with anything in them

    def reach(self, place: Place) -> None:
        """Note that the cell at ``place`` holds something."""
        self.last = max(self.last[0], place[0]), max(self.last[1], place[1])


def raised(text: str) -> str:
    """Words of a small raised run: digits as ``¹²³``, so that they do not join the number before them."""
    return text.translate(_RAISED)


def parse_xml(archive: zipfile.ZipFile, name: str) -> etree._Element:
    """A part of a ZIP container; no entity of it is followed."""
    return etree.fromstring(archive.read(name), etree.XMLParser(**_SAFE))
