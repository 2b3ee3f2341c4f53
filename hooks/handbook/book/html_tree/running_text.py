"""From HTML to running text: emphasis, links, footnotes."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from handbook.book.html_tree.book_links import label_of
from handbook.book.html_tree.inline import CODE_TAGS, STYLES, TRANSPARENT, Node, Run
from handbook.book.html_tree.parse_html import SVG_TAG, classes
from handbook.book.html_tree.pictures import read_drawing, read_image
from handbook.book.html_tree.unbreakable_spaces import joints, pieces
from handbook.vietnamese.text import nfc

if TYPE_CHECKING:
    from handbook.book.html_tree.tree import Walk

# Links so many that a page number after each would get in the way of reading:
# citations of law, terms of the glossary, figures quoted from a table.
_QUIET = frozenset(("van-ban", "thuat-ngu", "so-trich"))


def read_inline(element: HtmlElement, walk: Walk) -> Run:
    """The run that one element inside a paragraph becomes."""
    tag = element.tag
    anchor = walk.anchor(element)
    if tag == "br":
        return [{"t": "br"}]
    if tag == "img":
        return anchor + [read_image(element, walk)]
    if tag == SVG_TAG:
        return anchor + [read_drawing(element, walk)]
    if tag == "input":
        return [{"t": "box", "checked": element.get("checked") is not None}]
    if tag in CODE_TAGS:
        return anchor + [{"t": "code", "c": _breakable(nfc(element.text_content()))}]
    if tag == "a":
        return anchor + _link(element, walk)
    if tag == "sup" and (note := _note(element, walk)):
        return [note]
    inner = walk.inline_of(element)
    if tag in STYLES:
        return anchor + ([{"t": STYLES[tag], "c": inner}] if any(inner) else [])
    if walk.is_block_tag(tag):
        return anchor + [" ", *inner, " "]
    if tag not in TRANSPARENT:
        walk.unknown(tag)
    return anchor + inner


def _link(element: HtmlElement, walk: Walk) -> Run:
    inner = walk.inline_of(element)
    href = (element.get("href") or "").strip()
    if not href or not any(inner):
        return inner
    target = walk.links.resolve(href, walk.key)
    if target.missing:
        walk.problem(
            target.missing,
            f"Liên kết “{href}” trỏ tới mục không có trong trang ấy.",
            "Kiểm tra tên mục sau dấu #.",
            "sach-lien-ket-muc",
        )
    names = classes(element)
    law = "van-ban" in names
    if target.kind == "nothing" and not law:
        return inner
    if target.kind == "nothing":  # a site without an address: the citation still counts
        return [{"t": "said", "law": _last_name(href), "c": inner}]
    node: Node = {"t": "ref" if target.kind == "label" else "web", "to": target.value, "c": inner}
    if not _QUIET.isdisjoint(names):
        node["quiet"] = True
    if law:
        node["law"] = _last_name(href)
    elif "thuat-ngu" in names and target.kind == "label":
        node["term"] = target.value
    return [node]


def _breakable(code: str) -> list[str]:
    """``code`` in parts between which a line may break: an address or a file name is longer than a line."""
    parts: list[str] = []
    for piece, kind in pieces(code):
        parts += joints(piece) if kind == "long" else [piece]
    return parts


def _last_name(href: str) -> str:
    """The page that a link names, whatever stands before it: ``../../van-ban/69-2024-nd-cp/`` → ``69-2024-nd-cp``."""
    return urlsplit(href).path.rstrip("/").rpartition("/")[2].removesuffix(".html").removesuffix(".md")


# -- footnotes ------------------------------------------------------------------


def take_footnotes(root: HtmlElement) -> dict[str, HtmlElement]:
    """The footnotes by id, taken out of the page: each is printed where it is called."""
    notes = {}
    for block in root.xpath(".//div[contains(concat(' ', @class, ' '), ' footnote ')]"):
        notes.update({item.get("id"): item for item in block.xpath("./ol/li[@id]")})
        block.drop_tree()
    return notes


def unused_footnotes(walk: Walk) -> list[Node]:
    """Footnotes that nothing calls: printed at the end, so that no text is lost."""
    left = [name for name in walk.notes if name not in walk.printed]
    return [block for name in left for block in walk.flow(walk.notes[name])]


def _note(element: HtmlElement, walk: Walk) -> Node | None:
    link = element.find("a")
    if link is None or "footnote-ref" not in classes(link):
        return None
    name = (link.get("href") or "").removeprefix("#")
    if name not in walk.notes:
        return None
    label = label_of(walk.key, name)
    if name in walk.printed:
        return {"t": "fn", "id": label}
    walk.printed.add(name)
    return {"t": "fn", "id": label, "c": walk.flow(walk.notes[name])}
