"""The link behind a heading says what it is in the language of the page, which the theme knows only once a site."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Mapping

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from handbook.markdown.text_tables import PageWords

TITLES: Mapping[str, str] = {"vi": "Liên kết tới mục này", "en": "Link to this section"}


class _Permalinks(Treeprocessor):
    def __init__(self, md: Markdown, page: PageWords) -> None:
        super().__init__(md)
        self.page = page

    def run(self, root: etree.Element) -> None:
        links = [link for link in root.iter("a") if link.get("class") == "headerlink"]
        if links:
            title = TITLES[self.page()[0]]
            for link in links:
                link.set("title", title)


class Permalinks(Extension):
    """``page`` tells the language of the page's words."""

    def __init__(self, page: PageWords) -> None:
        super().__init__()
        self.page = page

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (the library's name)
        # After toc (5) has made the links.
        md.treeprocessors.register(_Permalinks(md, self.page), "permalinks", 4)
