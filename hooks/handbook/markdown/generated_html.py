"""HTML that the handbook itself made, inside the Markdown of a generated page: it reaches the page as it is.

Python-Markdown and MkDocs read raw HTML letter by letter, for Markdown, for links and for anchors inside it: of a
province's list of communes that takes more time than the rest of its page.
"""

from __future__ import annotations

import re

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

# Two of Unicode's noncharacters (23.7, "Noncharacters"): never in a text that people exchange.
_START, _END = "\ufdd0", "\ufdd1"
_GENERATED = re.compile(f"{_START}([^{_START}{_END}]*){_END}")


def as_it_is(html: str) -> str:
    """Markdown that becomes ``html``, a whole block without Markdown, links or anchors to be looked at."""
    return f"\n\n{_START}{html}{_END}\n\n"


class _Store(Preprocessor):
    def run(self, lines: list[str]) -> list[str]:
        text = "\n".join(lines)
        if _START not in text:
            return lines
        return _GENERATED.sub(lambda found: self.md.htmlStash.store(found[1]), text).split("\n")


class GeneratedHtml(Extension):
    """Puts blocks of :func:`as_it_is` aside until the page is put together."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (the library's name)
        # After the blanks are tidied (30), which would take the stand-in away; before anybody reads HTML (21.5, 20).
        md.preprocessors.register(_Store(md), "generated-html", 28)
