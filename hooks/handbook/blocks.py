"""Markdown blocks of the handbook: ``/// so-lieu | ten-bang`` and ``/// the-viec | Tên việc``.

They extend Python-Markdown through ``pymdownx.blocks``, so that text in code
samples is left alone.
"""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Callable

from markdown import Markdown
from pymdownx.blocks import BlocksExtension, BlocksProcessor
from pymdownx.blocks.block import Block

RenderTable = Callable[[str], str]


class TableBlock(Block):
    """A data table of ``docs/so-lieu/`` with its source, by name."""

    NAME = "so-lieu"
    ARGUMENT = True
    CONFIG = {"render_table": None}

    def on_markdown(self) -> str:
        return "raw"

    def on_create(self, parent: etree.Element) -> etree.Element:
        return etree.SubElement(parent, "div", {"class": "so-lieu-khoi"})

    def on_end(self, block: etree.Element) -> None:
        block.text = self.md.htmlStash.store(self.config["render_table"](self.argument.strip()))


class TaskCardBlock(Block):
    """The steps of one task, short enough for one A5 side."""

    NAME = "the-viec"
    ARGUMENT = True

    def on_create(self, parent: etree.Element) -> etree.Element:
        card = etree.SubElement(parent, "section", {"class": "the-viec"})
        title = etree.SubElement(card, "p", {"class": "the-viec-ten"})
        title.text = self.argument.strip()
        return card


class HandbookBlocks(BlocksExtension):
    """Both blocks; ``render_table`` turns a table's name into its HTML."""

    def __init__(self, **options: object) -> None:
        self.config = {"render_table": [lambda name: "", "Renders a data table by its name"]}
        super().__init__(**options)

    def extendMarkdownBlocks(self, md: Markdown, block_mgr: BlocksProcessor) -> None:  # noqa: N802 (library's name)
        block_mgr.register(TableBlock, self.getConfigs())
        block_mgr.register(TaskCardBlock, {})
