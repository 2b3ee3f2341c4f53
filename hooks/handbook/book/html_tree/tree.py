"""From a page's HTML to the neutral tree that the template typesets.

The tree is plain data: a block is a dict with its kind in ``t``, running text
a list (see :mod:`handbook.book.html_tree.inline`).  Block kinds: ``h p list table
admonition titled quote pre terms rule image drawing card kit anchor``.
Text is never lost: what is unknown becomes a problem and keeps its words.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml.html import HtmlElement

from handbook.book import kit_blocks
from handbook.book.html_tree import boxes, lists, pictures, tables
from handbook.book.html_tree.book_links import LinkIndex, label_of
from handbook.book.html_tree.inline import CODE_TAGS, STYLES, TRANSPARENT, Node, Run, plain, squeeze, tidy
from handbook.book.html_tree.parse_html import SVG_TAG, classes, parse
from handbook.book.html_tree.running_text import read_inline, take_footnotes, unused_footnotes
from handbook.book.html_tree.source_lines import line_of
from handbook.problem import Problem
from handbook.vietnamese.text import nfc

CARD_CLASS = "the-viec"
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_CONTAINERS = frozenset(
    (
        "div",
        "section",
        "article",
        "main",
        "aside",
        "header",
        "footer",
        "nav",
        "center",
        "address",
        "hgroup",
        "figure",
        "body",
    )
)
_BLOCKS = (
    _CONTAINERS
    | _HEADINGS.keys()
    | frozenset(
        (
            "p",
            "ul",
            "ol",
            "table",
            "details",
            "blockquote",
            "pre",
            "dl",
            "hr",
            "li",
            "dt",
            "dd",
            "fieldset",
            "form",
            "tr",
            "thead",
            "tbody",
            "tfoot",
            "td",
            "th",
        )
    )
)
_INLINE = STYLES.keys() | CODE_TAGS | TRANSPARENT | frozenset(("img", "br", "input"))
_PERHAPS_BLOCKS = frozenset(("a", "span", "ins", "del"))  # blocks when they hold one


def build_tree(
    html: str, chapter_key: str, links: LinkIndex, path: str, source: str = "", source_line: int = 1
) -> tuple[list[Node], tuple[Problem, ...]]:
    """The blocks of one page, and what in it cannot be printed as meant.

    ``links`` knows the other pages of the book; ``path`` is the editor's file,
    named in the problems; the Markdown ``source`` from line ``source_line`` of
    that file gives their lines.
    """
    root, drawings = parse(html)
    walk = Walk(chapter_key, links, path, drawings, source, source_line, take_footnotes(root))
    blocks = walk.flow(root)
    return blocks + unused_footnotes(walk), tuple(walk.problems)


@dataclass
class Walk:
    """One pass over one page: what the page knows, and what was met so far."""

    key: str
    links: LinkIndex
    path: str
    drawings: tuple[str, ...]
    source: str
    source_line: int
    notes: dict[str, HtmlElement]
    printed: set[str] = field(default_factory=set)
    cards: int = 0
    problems: list[Problem] = field(default_factory=list)

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
                run.extend(read_inline(child, self))
            run.append(squeeze(child.tail))
        flush()
        return blocks

    def inline_of(self, element: HtmlElement) -> Run:
        """The run inside ``element``, block elements in it taken as text."""
        run: Run = [squeeze(element.text)]
        for child in element:
            run.extend(read_inline(child, self))
            run.append(squeeze(child.tail))
        return run

    def block(self, element: HtmlElement) -> list[Node]:
        """The blocks that ``element`` itself becomes."""
        tag, names = element.tag, classes(element)
        if tag in _HEADINGS:
            return self._heading(element)
        if CARD_CLASS in names:
            return [boxes.read_card(element, self)]
        if kit_blocks.KIT in names or kit_blocks.SEQUENCE in names:
            return kit_blocks.read_kit(element, self)
        return self.anchor(element) + self._inside(element, tag, names)

    def _inside(self, element: HtmlElement, tag: str, names: frozenset[str]) -> list[Node]:
        if tag == "p":
            return self._paragraph(element, names)
        if tag in ("ul", "ol"):
            return [lists.read_list(element, self)]
        if tag == "dl":
            return [lists.read_terms(element, self)]
        if tag == "table":
            return [tables.read_table(element, self)]
        if tag == "hr":
            return [{"t": "rule"}]
        if tag == "pre":
            return [{"t": "pre", "text": nfc(element.text_content()).strip("\n")}]
        if tag == "blockquote":
            return [{"t": "quote", "c": self.flow(element)}]
        if tag == "details":
            return [boxes.read_details(element, self)]
        if tag == SVG_TAG:
            return [pictures.read_drawing(element, self)]
        if tag == "figure":
            return pictures.read_figure(element, self)
        if "admonition" in names:
            return [boxes.read_admonition(element, self)]
        if "tabbed-set" in names:
            return boxes.read_tabs(element, self)
        if tag not in _BLOCKS and tag not in _PERHAPS_BLOCKS:
            self.unknown(tag)
        return self.flow(element)

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
        if not names.isdisjoint(("so-lieu-tai", "kit-ve")):
            node["role"] = "small"
        return [node] if run else []

    def _is_block(self, element: HtmlElement) -> bool:
        tag = element.tag
        if tag in _BLOCKS or tag == SVG_TAG:
            return True
        if tag in _INLINE and tag not in _PERHAPS_BLOCKS:
            return False
        return any(self.is_block_tag(inner.tag) for inner in element.iterdescendants())

    @staticmethod
    def is_block_tag(tag: str) -> bool:
        """Whether elements named ``tag`` stand between paragraphs, not inside one."""
        return tag in _BLOCKS

    def anchor(self, element: HtmlElement) -> list[Node]:
        """A place to which a link can lead, if ``element`` has an id of its own."""
        name = element.get("id")
        return [{"t": "anchor", "id": label_of(self.key, name)}] if name and not name.startswith(("__", "fn")) else []

    def unknown(self, tag: str) -> None:
        """Note an element that the book does not know; its text is kept."""
        self.problem(
            f"<{tag}",
            f"Sách in chưa biết phần tử <{tag}>; chữ bên trong vẫn được in.",
            "Viết lại bằng Markdown thường, hoặc thêm class noprint nếu chỉ dùng trên màn hình.",
            "sach-phan-tu-la",
        )

    def problem(self, needle: str, message: str, fix: str, code: str) -> None:
        """Note a problem at the line of the source where ``needle`` first stands."""
        line = line_of(needle, self.source, self.source_line)
        self.problems.append(Problem(self.path, line, message, fix, code))
