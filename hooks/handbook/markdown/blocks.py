"""Markdown blocks of the handbook: ``/// so-lieu | ten-bang`` and ``/// the-viec | Tên việc``.

They extend Python-Markdown through ``pymdownx.blocks``, so that text in code
samples is left alone.
"""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from markdown import Markdown
from pymdownx.blocks import BlocksExtension, BlocksProcessor
from pymdownx.blocks.block import Block, type_any, type_string_in

SHOW = ("bang", "bieu-do", "ca-hai")


@dataclass(frozen=True)
class TableRequest:
    """Which table a block shows: all of it or the rows of ``where``, as table, chart or both."""

    name: str
    where: Mapping[str, str] = field(default_factory=dict)
    show: str = "bang"


RenderTable = Callable[[TableRequest], str]


def request_from(name: str, options: Mapping[str, object]) -> TableRequest:
    """A block's argument and options as a request."""
    where = options.get("loc") or {}
    where = {str(key): str(value) for key, value in where.items()} if isinstance(where, dict) else {}
    return TableRequest(name.strip(), where, str(options.get("hien") or "bang"))


class TableBlock(Block):
    """A data table of ``docs/so-lieu/`` with its source, by name."""

    NAME = "so-lieu"
    ARGUMENT = True
    OPTIONS = {"loc": [{}, type_any], "hien": ["bang", type_string_in(SHOW)]}
    CONFIG = {"render_table": None}

    def on_markdown(self) -> str:
        return "raw"

    def on_create(self, parent: etree.Element) -> etree.Element:
        return etree.SubElement(parent, "div", {"class": "so-lieu-khoi"})

    def on_end(self, block: etree.Element) -> None:
        request = request_from(self.argument, self.options)
        block.text = self.md.htmlStash.store(self.config["render_table"](request))


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
    """Both blocks; ``render_table`` turns a request into HTML."""

    def __init__(self, **options: object) -> None:
        self.config = {"render_table": [lambda request: "", "Renders a requested data table"]}
        super().__init__(**options)

    def extendMarkdownBlocks(self, md: Markdown, block_mgr: BlocksProcessor) -> None:  # noqa: N802 (library's name)
        block_mgr.register(TableBlock, self.getConfigs())
        block_mgr.register(TaskCardBlock, {})
