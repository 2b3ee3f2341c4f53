"""Python-Markdown extension: a page's first mention of each term links to the glossary.

``<a class="thuat-ngu" href="…#ma-otp">mã OTP</a>``: the definition for a tooltip stands in a script
that all pages share (``definitions_script``), since thirty of them are a tenth of a chapter.
"""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Callable

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from handbook.glossary.matcher import TermMatcher
from handbook.markdown.insert_links import Piece, linkable_span, weave
from handbook.markdown.text_slots import Block, blocks

UrlFor = Callable[[str], str]
_PRIORITY = 6  # after citations (7), whose links are then left alone


class GlossaryExtension(Extension):
    """Links terms; ``open_page`` before each page.

    ``url_for`` gives the address of a term by its slug, as seen from the page
    that is open.  ``found`` are the slugs linked since then, in reading order.
    """

    def __init__(self, matcher: TermMatcher, url_for: UrlFor) -> None:
        super().__init__()
        self.matcher = matcher
        self.url_for = url_for
        self.open_page()

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (library's name)
        md.treeprocessors.register(_GlossaryTreeprocessor(md, self), "handbook-glossary", _PRIORITY)

    def open_page(self, language: str = "vi", *, switched_off: bool = False) -> None:
        """Begin a page; ``switched_off`` for pages such as the glossary's own."""
        self.language, self.switched_off, self.found = language, switched_off, list[str]()


class _GlossaryTreeprocessor(Treeprocessor):
    def __init__(self, md: Markdown, extension: GlossaryExtension) -> None:
        super().__init__(md)
        self._extension = extension

    def run(self, root: etree.Element) -> None:
        if not self._extension.switched_off:
            for block in blocks(root):
                self._link(block)

    def _link(self, block: Block) -> None:
        extension, pieces = self._extension, []
        for mention in extension.matcher.find(block.text, only_names=extension.language != "vi"):
            place = linkable_span(block, mention.start, mention.end)
            if place is None or mention.term.slug in extension.found:
                continue
            slot, start, end = place
            if end - start < mention.end - mention.start:  # partly bold or partly a link
                continue
            extension.found.append(mention.term.slug)
            link = etree.Element("a", {"class": "thuat-ngu", "href": extension.url_for(mention.term.slug)})
            link.text = slot.text[start:end]
            pieces.append(Piece(slot, start, end, [link]))
        weave(pieces)
