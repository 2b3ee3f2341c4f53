"""From a page's HTML to the neutral tree that the template typesets.

The tree is plain data: a block is a dict with its kind in ``t``, running text
a list (see :mod:`handbook.book.inline`).  Block kinds: ``h p list table
admonition titled quote pre terms rule image drawing card anchor``.
Text is never lost: what is unknown becomes a problem and keeps its words.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml.html import HtmlElement

from handbook.book import lists, tables
from handbook.book.inline import CODE_TAGS, STYLES, TRANSPARENT, Node, Run, plain, squeeze, tidy
from handbook.book.links import LinkIndex, Target, label_of
from handbook.book.screen import SVG_TAG, classes, parse
from handbook.book.sourcelines import line_of
from handbook.problem import Problem
from handbook.text import nfc

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_CONTAINERS = frozenset(("div", "section", "article", "main", "aside", "header", "footer", "nav", "center", "address",
                         "hgroup", "figure", "body"))
_BLOCKS = _CONTAINERS | _HEADINGS.keys() | frozenset(
    ("p", "ul", "ol", "table", "details", "blockquote", "pre", "dl", "hr", "li", "dt", "dd", "fieldset", "form", "tr",
     "thead", "tbody", "tfoot", "td", "th"))

CARD_CLASS = "the-viec"
# Links so many that a page number after each would get in the way of reading:
# citations of law, terms of the glossary, figures quoted from a table.
_QUIET = frozenset(("van-ban", "thuat-ngu", "so-trich"))


def build_tree(html: str, chapter_key: str, links: LinkIndex, path: str, source: str = "",
               source_line: int = 1) -> tuple[list[Node], tuple[Problem, ...]]:
    """The blocks of one page, and what in it cannot be printed as meant.

    ``links`` knows the other pages of the book; ``path`` is the editor's file,
    named in the problems; the Markdown ``source`` from line ``source_line`` of
    that file gives their lines.
    """
    root, drawings = parse(html)
    walk = Walk(chapter_key, links, path, drawings, source, source_line)
    walk.read_footnotes(root)
    blocks = walk.flow(root)
    return blocks + walk.unused_footnotes(), tuple(walk.problems)


@dataclass
class Walk:
    """One pass over one page: the page's surroundings and what was met so far."""

    key: str
    links: LinkIndex
    path: str
    drawings: tuple[str, ...]
    source: str = ""
    source_line: int = 1
    problems: list[Problem] = field(default_factory=list)
    notes: dict[str, HtmlElement] = field(default_factory=dict)
    printed: set[str] = field(default_factory=set)
    cards: int = 0

    # -- blocks ---------------------------------------------------------------

    def flow(self, element: HtmlElement) -> list[Node]:
        """The blocks inside ``element``; loose text between them becomes paragraphs."""
        blocks: list[Node] = []
        run: Run = [squeeze(element.text)]

        def flush() -> None:
            text = tidy(run)
            if text:
                blocks.append({"t": "p", "c": text})
            run.clear()

        for child in element:
            if self._is_block(child):
                flush()
                blocks.extend(self.block(child))
            else:
                run.extend(self.inline(child))
            run.append(squeeze(child.tail))
        flush()
        return blocks

    def block(self, element: HtmlElement) -> list[Node]:
        """The blocks that ``element`` itself becomes."""
        tag, names = element.tag, classes(element)
        anchor = self._anchor(element) if tag not in _HEADINGS else []
        if tag in _HEADINGS:
            return self._heading(element)
        if tag == "p":
            return anchor + self._paragraph(element, names)
        if tag in ("ul", "ol"):
            return anchor + [lists.read_list(element, self)]
        if tag == "dl":
            return anchor + [lists.read_terms(element, self)]
        if tag == "table":
            return anchor + [tables.read_table(element, self)]
        if tag == "hr":
            return [{"t": "rule"}]
        if tag == "pre":
            return anchor + [{"t": "pre", "text": nfc(element.text_content()).strip("\n")}]
        if tag == "blockquote":
            return anchor + [{"t": "quote", "c": self.flow(element)}]
        if tag == "details":
            return anchor + [self._details(element, names)]
        if tag == SVG_TAG:
            return anchor + [self._drawing(element)]
        if "admonition" in names:
            return anchor + [self._admonition(element, names)]
        if "tabbed-set" in names:
            return anchor + self._tabs(element)
        if CARD_CLASS in names:
            return [self._card(element)]
        if tag == "figure":
            return anchor + self._figure(element)
        if tag not in _BLOCKS:
            self.problem(f"<{tag}", f"Sách in chưa biết phần tử <{tag}>; chữ bên trong vẫn được in.",
                         "Viết lại bằng Markdown thường, hoặc thêm class noprint nếu chỉ dùng trên màn hình.", "sach-phan-tu-la")
        return anchor + self.flow(element)

    def _heading(self, element: HtmlElement) -> list[Node]:
        text = tidy(self.inline_of(element))
        if not text:
            return []
        node = {"t": "h", "level": _HEADINGS[element.tag], "c": text, "plain": plain(text)}
        if element.get("id"):
            node["id"] = label_of(self.key, element.get("id"))
        return [node]

    def _paragraph(self, element: HtmlElement, names: frozenset[str]) -> list[Node]:
        run = tidy(self.inline_of(element))
        if len(run) == 1 and isinstance(run[0], dict) and run[0]["t"] in ("image", "drawing"):
            return [run[0]]
        node = {"t": "p", "c": run}
        if "so-lieu-tai" in names:
            node["role"] = "small"
        return [node] if run else []

    def _admonition(self, element: HtmlElement, names: frozenset[str]) -> Node:
        kind = next((name for name in (element.get("class") or "").split() if name != "admonition"), "note")
        title = self._take_first(element, "admonition-title")
        return {"t": "admonition", "kind": kind, "title": title, "c": self.flow(element)}

    def _details(self, element: HtmlElement, names: frozenset[str]) -> Node:
        summary = element.find("summary")
        title: Run = []
        if summary is not None:
            title = tidy(self.inline_of(summary))
            summary.drop_tree()
        return {"t": "titled", "role": "details", "kind": " ".join(sorted(names)), "title": title, "c": self.flow(element)}

    def _tabs(self, element: HtmlElement) -> list[Node]:
        labels = [tidy(self.inline_of(label)) for label in element.iterfind("div[@class='tabbed-labels']/label")]
        blocks = element.findall("div[@class='tabbed-content']/div")
        if not labels or len(labels) != len(blocks):
            return self.flow(element)
        return [{"t": "titled", "role": "tab", "kind": "", "title": label, "c": self.flow(block)}
                for label, block in zip(labels, blocks)]

    def _card(self, element: HtmlElement) -> Node:
        title = self._take_first(element, "the-viec-ten")
        self.cards += 1
        name = element.get("id") or f"the-viec-{self.cards}"
        return {"t": "card", "id": label_of(self.key, name), "title": title, "plain": plain(title), "c": self.flow(element)}

    def _take_first(self, element: HtmlElement, name: str) -> Run:
        """The text of the element's leading child of class ``name``, taken out of it."""
        first = next(iter(element), None)
        if first is None or name not in classes(first):
            return []
        run = tidy(self.inline_of(first))
        first.drop_tree()
        return run

    def _figure(self, element: HtmlElement) -> list[Node]:
        caption_element = element.find("figcaption")
        caption: Run = []
        if caption_element is not None:
            caption = tidy(self.inline_of(caption_element))
            caption_element.drop_tree()
        blocks = self.flow(element)
        pictures = [block for block in blocks if block["t"] in ("image", "drawing", "table")]
        if caption and pictures and not pictures[-1].get("caption"):
            pictures[-1]["caption"] = caption
        elif caption:
            blocks.append({"t": "p", "role": "caption", "c": caption})
        return blocks

    def _drawing(self, element: HtmlElement) -> Node:
        svg = self.drawings[int(element.get("n"))]
        alt = _svg_text(svg)
        if not alt:
            self.problem("<svg", "Biểu đồ hoặc hình vẽ trong trang chưa có lời mô tả.", "Thêm mo_ta vào bieu_do, hoặc <title> vào hình.",
                         "sach-thieu-mo-ta")
        return {"t": "drawing", "svg": svg, "alt": alt or "hình vẽ"}

    # -- running text ---------------------------------------------------------

    def inline_of(self, element: HtmlElement) -> Run:
        """The run inside ``element``, block elements in it taken as text."""
        run: Run = [squeeze(element.text)]
        for child in element:
            run.extend(self.inline(child))
            run.append(squeeze(child.tail))
        return run

    def inline(self, element: HtmlElement) -> Run:
        """The run that ``element`` itself becomes."""
        tag, names = element.tag, classes(element)
        anchor = self._anchor(element)
        if tag == "br":
            return [{"t": "br"}]
        if tag == "img":
            return anchor + [self._image(element)]
        if tag == SVG_TAG:
            return anchor + [self._drawing(element)]
        if tag == "input":
            return [{"t": "box", "checked": element.get("checked") is not None}]
        if tag in CODE_TAGS:
            return anchor + [{"t": "code", "c": [nfc(element.text_content())]}]
        if tag == "a":
            return anchor + self._link(element, names)
        if tag == "sup" and (note := self._note(element)):
            return [note]
        inner = self.inline_of(element)
        if tag in STYLES:
            return anchor + ([{"t": STYLES[tag], "c": inner}] if any(inner) else [])
        if tag not in TRANSPARENT and tag not in _BLOCKS:
            self.problem(f"<{tag}", f"Sách in chưa biết phần tử <{tag}>; chữ bên trong vẫn được in.",
                         "Viết lại bằng Markdown thường.", "sach-phan-tu-la")
        return anchor + ([" ", *inner, " "] if tag in _BLOCKS else inner)

    def _link(self, element: HtmlElement, names: frozenset[str]) -> Run:
        inner = self.inline_of(element)
        href = (element.get("href") or "").strip()
        if not href or not any(inner):
            return inner
        target = self.links.resolve(href, self.key)
        self._report(target, href)
        if target.kind == "nothing":
            return inner
        node = {"t": "ref" if target.kind == "label" else "web", "to": target.value, "c": inner}
        if not _QUIET.isdisjoint(names):
            node["quiet"] = True
        if "van-ban" in names:
            node["law"] = target.value
        return [node]

    def _report(self, target: Target, href: str) -> None:
        if target.missing:
            self.problem(href.rpartition("#")[2], f"Liên kết “{href}” trỏ tới mục không có trong trang ấy.", "Kiểm tra tên mục sau dấu #.",
                         "sach-lien-ket-muc")

    def _image(self, element: HtmlElement) -> Node:
        source, alt = element.get("src") or "", nfc(element.get("alt") or "").strip()
        if not alt and element.get("role") != "presentation":
            self.problem(source.rpartition("/")[2], f"Ảnh “{source}” chưa có lời mô tả cho người không nhìn thấy.", "Viết lời mô tả giữa hai dấu ngoặc vuông: ![mô tả](tệp).",
                         "sach-thieu-mo-ta")
        file = self.links.file_of(source, self.key)
        return {"t": "image", "src": file, "alt": alt or file}

    # -- footnotes ------------------------------------------------------------

    def read_footnotes(self, root: HtmlElement) -> None:
        """Take the list of footnotes out of the page; each is printed where it is called."""
        for block in root.xpath(".//div[contains(concat(' ', @class, ' '), ' footnote ')]"):
            for item in block.xpath("./ol/li[@id]"):
                self.notes[item.get("id")] = item
            block.drop_tree()

    def _note(self, element: HtmlElement) -> Node | None:
        link = element.find("a")
        if link is None or "footnote-ref" not in classes(link):
            return None
        name = (link.get("href") or "").removeprefix("#")
        label = label_of(self.key, name)
        if name not in self.notes:
            return None
        if name in self.printed:
            return {"t": "fn", "id": label}
        self.printed.add(name)
        return {"t": "fn", "id": label, "c": self.flow(self.notes[name])}

    def unused_footnotes(self) -> list[Node]:
        """Footnotes that nothing calls: printed at the end, so that no text is lost."""
        left = [name for name in self.notes if name not in self.printed]
        return [block for name in left for block in self.flow(self.notes[name])]

    # -- small things ---------------------------------------------------------

    def _is_block(self, element: HtmlElement) -> bool:
        tag = element.tag
        if tag in _BLOCKS or tag == SVG_TAG:
            return True
        known_inline = tag in STYLES or tag in CODE_TAGS or tag in TRANSPARENT or tag in ("a", "img", "br", "input")
        if tag in ("a", "span", "ins", "del") or not known_inline:
            return any(isinstance(inner.tag, str) and inner.tag in _BLOCKS for inner in element.iterdescendants())
        return False

    def _anchor(self, element: HtmlElement) -> list[Node]:
        name = element.get("id")
        return [{"t": "anchor", "id": label_of(self.key, name)}] if name and not name.startswith(("__", "fn")) else []

    def problem(self, needle: str, message: str, fix: str, code: str) -> None:
        """Note a problem at the line of the source where ``needle`` first stands."""
        line = line_of(needle, self.source, self.source_line)
        self.problems.append(Problem(self.path, line, message, fix, code))


def _svg_text(svg: str) -> str:
    from lxml import etree  # noqa: PLC0415 (only pages with charts need it)

    try:
        root = etree.fromstring(svg.encode())
    except etree.XMLSyntaxError:
        return ""
    name = root.get("aria-label") or ""
    texts = [nfc("".join(node.itertext())).strip() for kind in ("title", "desc")
             for node in root.iterfind(f"{{*}}{kind}")]
    return " ".join(text for text in (name, *texts) if text)
