"""Pictures and charts, each with a description in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree
from lxml.html import HtmlElement

from handbook.book.html_tree.inline import Node, Run, tidy
from handbook.vietnamese.text import nfc

if TYPE_CHECKING:
    from handbook.book.html_tree.tree import Walk

QR_CLASS = 'class="segno"'  # as the library of :mod:`handbook.book.press.qr` marks its drawings
_PICTURES = ("image", "drawing", "table")


def read_figure(element: HtmlElement, walk: Walk) -> list[Node]:
    """``figure``: its caption goes to the picture or table in it."""
    caption_element = element.find("figcaption")
    caption: Run = []
    if caption_element is not None:
        caption = tidy(walk.inline_of(caption_element))
        caption_element.drop_tree()
    blocks = walk.flow(element)
    pictures = [block for block in blocks if block["t"] in _PICTURES]
    if caption and pictures and not pictures[-1].get("caption"):
        pictures[-1]["caption"] = caption
    elif caption:
        blocks.append({"t": "p", "role": "caption", "c": caption})
    return blocks


def read_drawing(element: HtmlElement, walk: Walk) -> Node:
    """An inline SVG; its title and description are what a blind reader hears."""
    svg = walk.drawings[int(element.get("n"))]
    alt = _described(svg)
    if not alt:
        walk.problem(
            "<svg",
            "Biểu đồ hoặc hình vẽ trong trang chưa có lời mô tả.",
            "Thêm mo_ta vào bieu_do, hoặc <title> vào hình.",
            "sach-thieu-mo-ta",
        )
    return {"t": "drawing", "svg": svg, "alt": alt or "hình vẽ", **({"qr": True} if QR_CLASS in svg else {})}


def read_image(element: HtmlElement, walk: Walk) -> Node:
    """``img`` with its file below ``docs/``; a missing description is the editor's error."""
    source, alt = element.get("src") or "", nfc(element.get("alt") or "").strip()
    if not alt:
        walk.problem(
            source.rpartition("/")[2],
            f"Ảnh “{source}” chưa có lời mô tả cho người không nhìn thấy.",
            "Viết lời mô tả giữa hai dấu ngoặc vuông: ![mô tả](tệp).",
            "sach-thieu-mo-ta",
        )
    file = walk.links.file_of(source, walk.key)
    return {"t": "image", "src": file, "alt": alt or file}


def _described(svg: str) -> str:
    try:
        root = etree.fromstring(svg.encode())
    except etree.XMLSyntaxError:
        return ""
    name = root.get("aria-label") or ""
    texts = [
        nfc("".join(node.itertext())).strip() for kind in ("title", "desc") for node in root.iterfind(f"{{*}}{kind}")
    ]
    return " ".join(text for text in (name, *texts) if text)
