"""What the tests of the book share: Markdown as the site converts it, small books, PDFs read back."""

from __future__ import annotations

import datetime as dt
import io
import re
import subprocess
import unicodedata
from xml.etree.ElementTree import SubElement

import markdown
import pikepdf
from handbook.book.model import Book, BookOptions, Chapter, Part
from handbook.source.schema import Source
from handbook.vietnamese.text import slug
from pymdownx.blocks import BlocksExtension, BlocksProcessor
from pymdownx.blocks.block import Block
from support import poppler

_DATE = dt.date(2026, 11, 24)


class _Card(Block):
    """As ``handbook.markdown.blocks`` writes it."""

    NAME = "the-viec"
    ARGUMENT = True

    def on_create(self, parent):
        card = SubElement(parent, "section", {"class": "the-viec"})
        SubElement(card, "p", {"class": "the-viec-ten"}).text = self.argument.strip()
        return card


class _Cards(BlocksExtension):
    def extendMarkdownBlocks(self, md, block_mgr: BlocksProcessor) -> None:
        block_mgr.register(_Card, {})


def convert(text: str) -> str:
    """``text`` as the site's Markdown extensions convert it."""
    return markdown.markdown(
        text,
        extensions=[
            "admonition",
            "attr_list",
            "def_list",
            "footnotes",
            "md_in_html",
            "tables",
            "toc",
            "pymdownx.details",
            "pymdownx.superfences",
            "pymdownx.tabbed",
            "pymdownx.tasklist",
            _Cards(),
        ],
        extension_configs={
            "toc": {"permalink": True, "slugify": slug},
            "pymdownx.tabbed": {"alternate_style": True},
            "pymdownx.tasklist": {"custom_checkbox": True},
        },
    )


def chapter(key: str, title: str, text: str = "", html: str = "", **more) -> Chapter:
    """A chapter from Markdown or HTML, with an address under ``https://vi.du/``."""
    defaults = {"url": f"https://vi.du/{key}/", "path": f"docs/{key}.md", "date": _DATE, "source": text}
    return Chapter(key=key, title=title, html=html or convert(text), **(defaults | more))


def book(*chapters: Chapter, front: tuple[Chapter, ...] = (), **more) -> Book:
    """A book of one part."""
    defaults = {
        "title": "Cẩm nang thử",
        "subtitle": "Sách để kiểm thử",
        "language": "vi",
        "edition": "2026.11",
        "as_of": dt.date(2026, 11, 23),
        "version": "abc1234",
        "date": _DATE,
        "options": BookOptions(),
    }
    parts = (Part("Kỹ năng số", "Lời dẫn của phần.", "", chapters, "ky-nang/index"),)
    return Book(front=front, parts=parts, **(defaults | more))


SOURCES = (
    Source(
        name="Báo Thử: một bài báo",
        url="https://vi-du.vn/mot-bai-bao-co-dia-chi-rat-dai-de-xem-no-co-xuong-dong-khong-12345.htm",
        date="2026-01-30",
        supports="mọi con số",
    ),
    Source(name="Nguồn không có địa chỉ"),
)


def pages(pdf: bytes, *options: str) -> list[str]:
    """The text of each page in the order in which it was drawn."""
    result = poppler("pdftotext", "-raw", *options, pdf=pdf)
    return result.stdout.decode().split("\f")[:-1]


def warnings(pdf: bytes) -> str:
    """What poppler complains of."""
    return poppler("pdftotext", pdf=pdf).stderr.decode()


def bodies(pdf: bytes) -> str:
    """The text of an A5 book without running heads and page numbers, page after page."""
    return "".join(pages(pdf, "-x", "0", "-y", "48", "-W", "420", "-H", "504"))


def bare(text: str) -> str:
    """``text`` in NFC without white space and without "(tr. 12)"."""
    return re.sub(r"\((?:tr|p)\.\d+\)", "", re.sub(r"\s+", "", unicodedata.normalize("NFC", text)))


_PAGE = re.compile(r'<page width="([\d.]+)" height="([\d.]+)"')
_WORD = re.compile(r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*)</word>')
_HANGS = 3.0  # points by which a full stop or hyphen at the end of a line may stand in the margin


def outside(pdf: bytes, cover: bool = True, margins: tuple[float, float] | None = None) -> list[tuple[int, str]]:
    """Page and text of every word that leaves the text block; a ``cover`` has none and is not looked at.

    ``margins`` are those at the binding and at the edge in mm, unless the paper tells them.
    """
    result = subprocess.run(["pdftotext", "-bbox", "-", "-"], input=pdf, capture_output=True, check=True)
    number, found = 0, []
    width = height = left = right = 0.0
    for line in result.stdout.decode().split("\n"):
        if page := _PAGE.search(line):
            number += 1
            width, height = float(page[1]), float(page[2])
            binding, edge = margins or ((18, 14) if min(width, height) < 500 else (25, 20))
            left, right = (binding, edge) if number % 2 else (edge, binding)
        elif (word := _WORD.search(line)) and number > cover:
            x0, y0, x1, y1 = (float(value) for value in word.groups()[:4])
            block = (left * 72 / 25.4 - _HANGS, width - right * 72 / 25.4 + _HANGS)
            if x0 < block[0] or x1 > block[1] or y0 < 0 or y1 > height:
                found.append((number, word[5]))
    return found


def opened(pdf: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(pdf))


def outline(pdf: bytes) -> list[tuple[int, str, int]]:
    """Level (from 1), title and page of each entry of the outline, pages, counted from 1."""
    with opened(pdf) as document, document.open_outline() as tree:
        numbers = {page.objgen: number for number, page in enumerate(document.pages, start=1)}
        result = []

        def collect(items, level):
            for item in items:
                result.append((level, item.title, numbers[_page_of(item, document).objgen]))
                collect(item.children, level + 1)

        collect(tree.root, 1)
        return result


def _page_of(item, document):
    target = item.destination if item.destination is not None else item.action.D
    if not isinstance(target, pikepdf.Array):
        target = _named(document)[str(target)]
    return target[0]


def _named(document) -> dict:
    """Named destinations of the document."""
    names = document.Root.get("/Names", {}).get("/Dests")
    if names is None:
        return {str(key).removeprefix("/"): value for key, value in document.Root.get("/Dests", {}).items()}
    return {
        key: (value.D if isinstance(value, pikepdf.Dictionary) else value)
        for key, value in pikepdf.NameTree(names).items()
    }


def internal_links(pdf: bytes) -> list[tuple[int, int]]:
    """Page and target page of every link inside the document."""
    with opened(pdf) as document:
        names = _named(document)
        numbers = {page.objgen: number for number, page in enumerate(document.pages, start=1)}
        found = []
        for number, page in enumerate(document.pages, start=1):
            for annotation in page.get("/Annots", ()):
                target = annotation.get("/Dest", annotation.get("/A", {}).get("/D"))
                if target is None:
                    continue
                if not isinstance(target, pikepdf.Array):
                    target = names[str(target)]
                found.append((number, numbers[target[0].objgen]))
        return found


def web_links(pdf: bytes) -> set[str]:
    """The web addresses that links of the document open."""
    with opened(pdf) as document:
        return {
            str(annotation.A.URI)
            for page in document.pages
            for annotation in page.get("/Annots", ())
            if "/A" in annotation and "/URI" in annotation.A
        }


def tag_names(pdf: bytes) -> set[str]:
    """The structure types in the document's tag tree."""
    with opened(pdf) as document:
        return {
            str(item.S)
            for item in document.objects
            if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/StructElem"
        }
