"""Translated pages keep the anchors of the original, so that links survive the language.

An untranslated Vietnamese page of the English site may link to a heading of a
translated one; printed QR codes may too.
"""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Callable

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

Headings = tuple[tuple[int, str], ...]
OriginalHeadings = Callable[[], Headings]


class _SharedAnchors(Treeprocessor):
    def __init__(self, md: Markdown, original: OriginalHeadings) -> None:
        super().__init__(md)
        self.original = original

    def run(self, root: etree.Element) -> None:
        expected = self.original()
        found = [element for element in root.iter() if element.tag in _LEVELS]
        # Only where the translation has the same headings in the same order.
        if [_LEVELS[element.tag] for element in found] != [level for level, _ in expected]:
            return
        for element, (_, anchor) in zip(found, expected, strict=True):
            if "id" not in element.attrib:
                element.set("id", anchor)


_LEVELS = {f"h{level}": level for level in range(1, 7)}


class SharedAnchors(Extension):
    """``original`` gives level and anchor of the original's headings, or nothing."""

    def __init__(self, original: OriginalHeadings) -> None:
        super().__init__()
        self.original = original

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (the library's name)
        # After attr_list (8) has set explicit ids, before toc (5) makes up the others.
        md.treeprocessors.register(_SharedAnchors(md, self.original), "shared-anchors", 6)
