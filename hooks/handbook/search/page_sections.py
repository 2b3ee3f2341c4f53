"""A page's HTML taken apart into sections: heading, anchor and readable text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree
from lxml import html as lxml_html

from handbook.vietnamese.text import nfc

_HEADINGS = ("h1", "h2", "h3")
_SKIPPED_TAGS = frozenset(["script", "style", "svg", "nav", "form", "button", "input", "output", "template"])
#: Lists of links to other pages, and what is printed for the screen only.
_SKIPPED_CLASSES = frozenset(
    [
        "headerlink",
        "noprint",
        "van-ban-muc-luc",
        "van-ban-trang-dan",
        "van-ban-nguon",
        "the-bai",
        "nguon",
    ]
)
_INLINE = frozenset(
    [
        "a",
        "abbr",
        "b",
        "bdi",
        "cite",
        "code",
        "del",
        "dfn",
        "em",
        "i",
        "ins",
        "kbd",
        "mark",
        "q",
        "s",
        "samp",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "time",
        "u",
        "var",
    ]
)


_holds_sections = etree.XPath("boolean(.//*[@id][self::h1 or self::h2 or self::h3 or self::dt])")


@dataclass(frozen=True)
class Unit:
    """A section; the first of a page has neither heading nor anchor."""

    heading: str
    anchor: str
    text: str


def units_of(html: str) -> list[Unit]:
    """The sections of ``html`` in reading order; terms of a glossary (``dt`` with an id) are sections too."""
    found: list[tuple[str, str, list[str]]] = [("", "", [])]
    root = lxml_html.fragment_fromstring(html, create_parent="div") if html.strip() else etree.Element("div")
    _walk(root, found)
    return [Unit(heading, anchor, _tidy("".join(pieces))) for heading, anchor, pieces in found]


def plain_text(element: etree._Element) -> str:
    """The readable text of ``element`` on one line."""
    return _tidy("".join(_pieces(element)))


def _walk(element: etree._Element, found: list[tuple[str, str, list[str]]]) -> None:
    for child in element:
        if _is_skipped(child):
            pass
        elif child.get("id") and (child.tag in _HEADINGS or child.tag == "dt"):
            found.append((plain_text(child), child.get("id"), []))
        elif _holds_sections(child):
            found[-1][2].append((child.text or "") + " ")
            _walk(child, found)
        else:
            found[-1][2].extend(_pieces(child))
        found[-1][2].append(child.tail or "")


def _pieces(element: etree._Element) -> Iterator[str]:
    if _is_skipped(element):
        return
    space = "" if element.tag in _INLINE else " "
    yield space + (element.text or "")
    for child in element:
        yield from _pieces(child)
        yield child.tail or ""
    yield space


def _is_skipped(element: etree._Element) -> bool:
    return (
        not isinstance(element.tag, str)
        or element.tag in _SKIPPED_TAGS
        or not _SKIPPED_CLASSES.isdisjoint((element.get("class") or "").split())
        or element.get("data-search-exclude") is not None
        or "nofollow" in (element.get("rel") or "")
    )  # the source column of a table: host names


def _tidy(text: str) -> str:
    return " ".join(nfc(text).split())
