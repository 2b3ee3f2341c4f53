"""The running text of a converted page: blocks of text slots in an element tree.

A slot is the ``text`` or ``tail`` of an element.  The slots of one paragraph,
cell or list item are read as one string, so that a citation partly in bold is
still found; code and images stand in it as a barrier that nothing matches.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from dataclasses import dataclass

from markdown import Markdown
from markdown.util import AtomicString

BARRIER = "\ufffc"
INLINE = frozenset(
    [
        "a",
        "abbr",
        "b",
        "bdi",
        "br",
        "cite",
        "code",
        "del",
        "dfn",
        "em",
        "i",
        "img",
        "input",
        "ins",
        "kbd",
        "label",
        "mark",
        "q",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
    ]
)
_RAISED = frozenset(("sub", "sup"))  # a footnote's mark is no digit of the number before it
NOT_TEXT = frozenset(["button", "code", "kbd", "math", "pre", "samp", "script", "style", "svg", "textarea", "tt"])
NOT_LINKABLE = frozenset(["a", "caption", "figcaption", "h1", "h2", "h3", "h4", "h5", "h6", "label", "summary"])
_TITLE_CLASSES = frozenset(("admonition-title", "the-viec-ten", "van-ban-tt"))
_NBSP = re.compile(r"&(?:nbsp|#160|#x[aA]0);")


@dataclass(frozen=True)
class Slot:
    """A piece of text: of ``parent`` itself, or after its child ``after``.

    ``start`` is its place in the block's string; ``classes`` are those of all
    elements around it.
    """

    parent: etree.Element
    after: etree.Element | None
    text: str
    start: int
    linkable: bool
    classes: frozenset[str]


@dataclass(frozen=True)
class Block:
    """One paragraph, cell, item or heading: its text and the slots that hold it."""

    text: str
    slots: tuple[Slot, ...]

    def holding(self, start: int, end: int) -> tuple[Slot, ...]:
        """The slots that a span of ``text`` touches."""
        return tuple(slot for slot in self.slots if slot.start < end and start < slot.start + len(slot.text))


def blocks(root: etree.Element) -> tuple[Block, ...]:
    """The blocks of a page in reading order, headings and links included."""
    reader = _Reader()
    reader.element(root, True, frozenset())
    reader.end_block()
    return tuple(reader.blocks)


def plain_spaces(root: etree.Element, md: Markdown) -> None:
    """Put real non-breaking spaces where Python-Markdown keeps ``&nbsp;`` aside as raw HTML."""
    aside = {
        md.htmlStash.get_placeholder(index)
        for index, raw in enumerate(md.htmlStash.rawHtmlBlocks)
        if isinstance(raw, str) and _NBSP.fullmatch(raw)
    }
    if not aside:
        return
    pattern = re.compile("|".join(map(re.escape, sorted(aside))))
    for element in root.iter():
        if element.text and not isinstance(element.text, AtomicString):
            element.text = pattern.sub("\u00a0", element.text)
        if element.tail:
            element.tail = pattern.sub("\u00a0", element.tail)


class _Reader:
    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._texts: list[str] = []
        self._slots: list[Slot] = []
        self._length = 0

    def element(self, element: etree.Element, linkable: bool, classes: frozenset[str]) -> None:
        tag = element.tag if isinstance(element.tag, str) else ""
        if tag in NOT_TEXT or not tag:
            self._virtual(BARRIER)
            return
        if tag in ("br", "img", "input"):
            self._virtual(" " if tag == "br" else BARRIER)
            return
        inner = linkable and tag not in NOT_LINKABLE
        if names := element.get("class"):
            own = frozenset(names.split())
            inner = inner and not own & _TITLE_CLASSES
            classes |= own
        if tag not in INLINE:
            self.end_block()
        elif tag in _RAISED:
            self._virtual(BARRIER)
        self._text(element, None, element.text, inner, classes)
        for child in element:
            self.element(child, inner, classes)
            self._text(element, child, child.tail, inner, classes)
        if tag not in INLINE:
            self.end_block()
        elif tag in _RAISED:
            self._virtual(BARRIER)

    def end_block(self) -> None:
        if self._slots:
            self.blocks.append(Block("".join(self._texts), tuple(self._slots)))
        self._texts, self._slots, self._length = [], [], 0

    def _virtual(self, text: str) -> None:
        self._texts.append(text)
        self._length += len(text)

    def _text(
        self,
        parent: etree.Element,
        after: etree.Element | None,
        text: str | None,
        linkable: bool,
        classes: frozenset[str],
    ) -> None:
        if not text:
            return
        if isinstance(text, AtomicString) and after is None and parent.tag != "a":
            self._virtual(BARRIER)
            return
        if not text.isspace():  # more than half of a page's texts are the line ends between its elements
            self._slots.append(Slot(parent, after, text, self._length, linkable, classes))
        self._virtual(text)
