"""Telephone numbers in running text become ``tel:`` links: one tap on a phone calls.

Numbers of switchboards (1800.…, 1900.…) and landlines are recognised by their form; a short number (111–115, 156)
is one only behind a word that says so, since "113" alone may count anything.  5656 takes messages, not calls.
Forms of numbers: Thông tư 22/2014/TT-BTTTT (numbering plan), with 156 of Bộ Khoa học và Công nghệ.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Iterator

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from handbook.markdown.insert_links import Piece, linkable_span, weave
from handbook.markdown.text_slots import blocks

_SERVICE = r"1[89]00[ .\u00a0]?\d{2,4}(?:[ .\u00a0]\d{2,4})?"
_LANDLINE = r"\(?0(?:2\d{1,2})\)?[ .\u00a0]\d{3,4}[ .\u00a0]?\d{3,4}"
_LONG = re.compile(rf"(?<![\d./,])(?:{_SERVICE}|{_LANDLINE})(?![\d/]|[.,]\d)")
_SHORT = re.compile(
    r"(?i:\b(?:gọi|tổng đài|đường dây|số máy|gọi số|bấm số|tới số|đầu số|call|dial|hotline|helpline))"
    r"(?: (?:ngay|số|tới|đến|thẳng|cho|là))*[ \u00a0](1(?:1[1-5]|56))(?![\d/]|[.,]\d|[ \u00a0]?(?:%|đồng|người|hộ|xã|trang))"
)


def numbers_in(text: str) -> Iterator[tuple[int, int, str]]:
    """Telephone numbers of ``text``: start, end, and the digits to dial."""
    for match in _LONG.finditer(text):
        yield match.start(), match.end(), re.sub(r"\D", "", match[0])
    for match in _SHORT.finditer(text):
        yield match.start(1), match.end(1), match[1]


class _PhoneLinks(Treeprocessor):
    def run(self, root: etree.Element) -> None:
        for block in blocks(root):
            pieces = []
            for start, end, digits in numbers_in(block.text):
                place = linkable_span(block, start, end)
                if place and place[2] - place[1] == end - start:
                    link = etree.Element("a", {"href": f"tel:{digits}"})
                    link.text = place[0].text[place[1] : place[2]]
                    pieces.append(Piece(*place, [link]))
            weave(pieces)


class PhoneLinks(Extension):
    """Makes the numbers of a page callable."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (the library's name)
        # After the law (7) has made its links: a document's number is no telephone number.
        md.treeprocessors.register(_PhoneLinks(md), "phone-links", 6.5)
