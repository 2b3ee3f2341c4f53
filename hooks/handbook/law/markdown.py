"""Python-Markdown extension: citations become links to the register, with their status.

``<a class="van-ban" href="…" data-status="…" data-goi-y="…">Nghị định 13/2023/NĐ-CP</a>
<span class="van-ban-tt">(hết hiệu lực)</span>``: the status stands in words; the
tooltip's text is in ``data-goi-y`` for a script, so that search and the book do
not read it twice.
"""

from __future__ import annotations

import xml.etree.ElementTree as etree

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from handbook.law.citation_links import UrlFor, citation_elements
from handbook.law.matcher import CitationMatcher
from handbook.law.page_citations import HISTORICAL, UPCOMING, Mention, PageCitations, PageSource, page_citations
from handbook.markdown.insert_links import Piece, linkable_span, weave
from handbook.markdown.text_slots import Block, blocks, plain_spaces

# After attr_list (8) has set the classes, before toc (5) copies headings and
# unescape (0) ends the tree's work.
_PRIORITY = 7


class LawExtension(Extension):
    """Links citations; ``open_page`` before each page, ``close_page`` after it.

    ``url_for`` gives the address of a document's page by its slug, as seen from
    the page that is open.
    """

    def __init__(self, matcher: CitationMatcher, url_for: UrlFor) -> None:
        super().__init__()
        self.matcher = matcher
        self.url_for = url_for
        self.open_page(PageSource())

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (library's name)
        md.treeprocessors.register(_LawTreeprocessor(md, self), "handbook-law", _PRIORITY)

    def open_page(self, page: PageSource, *, only_read: bool = False) -> None:
        """Begin a page; with ``only_read`` its citations are collected but not linked."""
        self.page, self.only_read, self.mentions = page, only_read, list[Mention]()

    def close_page(self) -> PageCitations:
        """What the page that was converted since ``open_page`` cites."""
        return page_citations(self.mentions, self.page, self.matcher)


class _LawTreeprocessor(Treeprocessor):
    def __init__(self, md: Markdown, extension: LawExtension) -> None:
        super().__init__(md)
        self._extension = extension

    def run(self, root: etree.Element) -> None:
        plain_spaces(root, self.md)
        for block in blocks(root):
            self._link(block)

    def _link(self, block: Block) -> None:
        extension, pieces = self._extension, []
        for citation in extension.matcher.find(block.text):
            classes = frozenset().union(*(slot.classes for slot in block.holding(citation.start, citation.end)))
            mention = Mention(citation, HISTORICAL in classes, UPCOMING in classes)
            extension.mentions.append(mention)
            place = linkable_span(block, citation.start, citation.end)
            if citation.document and place and not extension.only_read:
                slot, start, end = place
                pieces.append(
                    Piece(
                        slot,
                        start,
                        end,
                        citation_elements(
                            citation.document,
                            citation,
                            slot.text[start:end],
                            extension.matcher.register,
                            extension.url_for,
                            extension.page.language,
                            historical=mention.historical,
                        ),
                    )
                )
        weave(pieces)
