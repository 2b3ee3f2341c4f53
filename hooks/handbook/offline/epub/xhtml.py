"""From a page's HTML to the XHTML of an EPUB chapter (EPUB 3.3, 6.1)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import escape
from pathlib import Path

from lxml import etree
from lxml.html import HtmlElement

from handbook.book.html_tree.book_links import LinkIndex
from handbook.book.html_tree.parse_html import SVG_TAG, parse
from handbook.markdown.text_elements import TEXT_ATTRIBUTES, TEXT_ELEMENTS
from handbook.offline.epub.elements import (
    EPUB_TYPE,
    draw,
    image,
    link,
    mark_notes,
    name_cells,
    name_tabs,
    safe_id,
    tick,
)
from handbook.offline.words import WORDS
from handbook.problem import Problem
from handbook.vietnamese.text import nfc

_TAGS = TEXT_ELEMENTS | frozenset(["article", "aside", "bdo", "footer", "h1", "header", "rp", "rt", "ruby"])
_VOID = frozenset(("br", "hr", "img", "wbr"))
# They only group or look: their text stays without them.
_TRANSPARENT = frozenset(
    ("address", "big", "center", "data", "fieldset", "font", "form", "label", "legend", "main", "nav", "output", "tt")
)
_ATTRIBUTES = TEXT_ATTRIBUTES | {"data-ten", EPUB_TYPE}
_ALIGN = re.compile(r"text-align:\s*(right|center)")


@dataclass
class Body:
    """A chapter's text as a tree whose links still await :func:`settle`."""

    root: HtmlElement
    ids: frozenset[str] = frozenset()
    images: tuple[str, ...] = ()
    has_drawing: bool = False
    problems: list[Problem] = field(default_factory=list)


def read_body(html: str, key: str, links: LinkIndex, path: str, language: str, docs_dir: Path | None = None) -> Body:
    """The text of the page ``key``; ``path`` is the editor's file, named in the problems."""
    root, drawings = parse(html)
    body = Body(root)
    images: list[str] = []
    for element in list(root.iterdescendants()):
        if element.tag == SVG_TAG:
            body.has_drawing |= draw(element, drawings, path, body.problems)
        elif element.tag == "input":
            tick(element, WORDS[language])
        elif element.tag == "a" and element.get("href") is not None:
            link(element, key, links)
        elif element.tag == "img":
            source, trouble = image(element, key, links, docs_dir)
            if trouble:
                body.problems.append(
                    Problem(
                        path,
                        0,
                        f"Ảnh “{source}” {trouble}; bản EPUB ghi lời mô tả thay vào.",
                        "Đặt ảnh PNG, JPEG hoặc SVG vào docs/ và ghi đúng đường dẫn.",
                        "epub-anh",
                    )
                )
            else:
                images.append(source)
    for table in root.iter("table"):
        name_cells(table)
    name_tabs(root)
    mark_notes(root)
    _strip(root, path, body.problems)
    body.ids = _unique_ids(root)
    body.images = tuple(images)
    return body


def settle(body: Body, ids: Mapping[str, frozenset[str]]) -> str:
    """The XHTML of ``body``; a link to an id that its file does not have leads to the file, or nowhere."""
    for anchor in body.root.iter("a"):
        file, _, fragment = (anchor.get("href") or "").partition("#")
        if fragment and not file and fragment not in body.ids:
            del anchor.attrib["href"]
        elif fragment and fragment not in ids.get(file, (fragment,)):
            anchor.set("href", file)
    parts = [escape(body.root.text or "")]
    parts += (etree.tostring(child, method="xml", encoding="unicode") for child in body.root)
    return nfc("".join(parts)).strip()


def _strip(root: HtmlElement, path: str, problems: list[Problem]) -> None:
    """Take away elements and attributes that only a web page has; the text stays."""
    for element in list(root.iterdescendants()):
        if _is_foreign(element):
            continue
        align = _ALIGN.search(element.get("style") or "")
        if align:
            element.set("class", f"{element.get('class') or ''} can-{align[1]}".strip())
        for name in set(element.attrib) - _ATTRIBUTES:
            del element.attrib[name]
        if element.tag in _TAGS:
            if element.tag not in _VOID and not len(element) and element.text is None:
                element.text = ""  # written <span></span>: readers that take it for HTML stumble over <span/>
            continue
        if element.tag not in _TRANSPARENT:
            problems.append(
                Problem(
                    path,
                    0,
                    f"EPUB không có phần tử <{element.tag}>; chữ bên trong vẫn giữ.",
                    "Viết lại bằng Markdown thường.",
                    "epub-phan-tu-la",
                )
            )
        element.drop_tag()


def _unique_ids(root: HtmlElement) -> frozenset[str]:
    """The ids of the page, made valid and unique; those inside drawings are left as they are."""
    seen = {element.get("id") for element in root.iterdescendants() if _is_foreign(element)}
    for element in root.iterdescendants():
        name = element.get("id")
        if name is None or _is_foreign(element):
            continue
        safe = safe_id(name)
        if safe in seen:
            del element.attrib["id"]
        else:
            element.set("id", safe)
            seen.add(safe)
    return frozenset(seen - {None})


def _is_foreign(element: HtmlElement) -> bool:
    """Whether ``element`` is part of a drawing."""
    return not isinstance(element.tag, str) or element.tag.startswith("{")
