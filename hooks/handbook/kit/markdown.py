"""Python-Markdown extension: kit blocks of a page become figures.

A preprocessor, not a ``pymdownx`` block: what stands in a block is no Markdown, and the check
must read exactly the same lines.
"""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

from handbook.kit.kinds import KINDS, KitBlock, read_blocks
from handbook.kit.markup import Surroundings, tag

# After fenced code is put away (25), before raw HTML is (20).
_PRIORITY = 24


class KitBlocks(Extension):
    """``surroundings`` gives what the blocks of the page being converted depend on."""

    def __init__(self, surroundings: Callable[[], Surroundings] = Surroundings) -> None:
        super().__init__()
        self.surroundings = surroundings

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (library's name)
        md.preprocessors.register(_KitPreprocessor(md, self), "handbook-kit", _PRIORITY)


class _KitPreprocessor(Preprocessor):
    def __init__(self, md: Markdown, extension: KitBlocks) -> None:
        super().__init__(md)
        self._extension = extension

    def run(self, lines: list[str]) -> list[str]:
        if not any("///" in line for line in lines):
            return lines
        blocks = read_blocks(lines, lines)
        if not blocks:
            return lines
        around = self._extension.surroundings()
        made = list(lines)
        drawn = False
        for number, blocks_of in reversed(list(enumerate(_rows(blocks)))):
            drawn = any(KINDS[block.kind].is_drawing for row in _rows(blocks)[:number] for block in row)
            html = row_html(blocks_of, around, leads=not drawn)
            first, last = blocks_of[0].raw, blocks_of[-1].raw
            indent = " " * first.indent
            made[first.start - 1 : last.end] = ["", indent + self.md.htmlStash.store(html), ""]
        return made


def _rows(blocks: tuple[KitBlock, ...]) -> list[list[KitBlock]]:
    """The blocks, screens of one sequence together."""
    rows: list[list[KitBlock]] = []
    for block in blocks:
        if rows and rows[-1][0].sequence == block.sequence:
            rows[-1].append(block)
        else:
            rows.append([block])
    return rows


def row_html(row: list[KitBlock], around: Surroundings, *, leads: bool = False) -> str:
    """One block, or the screens of a sequence, as HTML; ``leads``: the first drawing of the page says what it is."""
    kind = KINDS[row[0].kind]
    figures = []
    for number, block in enumerate(row, start=1):
        place = (number, len(row)) if block.kind == "man-hinh" else ()
        state = getattr(block.content, "state", "") or (
            "gia" if getattr(block.content, "genuine", True) is False else ""
        )
        name = f' id="{block.content.id}"' if block.content.id and len(row) == 1 else ""
        left_out = "" if block.content.searchable else " data-search-exclude"
        figures.append(
            f'<figure class="kit kit-{block.kind}{" kit-" + state if state else ""}"{name} data-kit="{block.raw.digest}"{left_out}>'
            f"{kind.html(block.content, around, *place)}</figure>"
        )
    note = tag("p", escape(around.words["drawing"]), "kit-ve") if leads and kind.is_drawing else ""
    if len(row) == 1:
        return note + figures[0]
    words = around.words
    name = f' id="{row[0].content.id}"' if row[0].content.id else ""
    return (
        f'{note}<div class="kit-chuoi"{name} data-tap="{words["rehearse"]}" data-thoi="{words["stop"]}" '
        f'data-lui="{words["back"]}" data-tiep="{words["next"]}">{"".join(figures)}</div>'
    )
