"""Where each key of a YAML text stands, and which keys stand there twice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import yaml

Place = tuple  # ("nguon", 0, "ten"): keys and numbers from the outside in


@dataclass(frozen=True)
class Repeated:
    """A key that was given before: its name, its line and the line before it."""

    name: str
    line: int
    earlier: int


def key_lines(node: yaml.Node | None, first: int) -> tuple[dict[Place, int], tuple[Repeated, ...]]:
    """The line of every key and list item of ``node``, whose text begins at line ``first``; keys given twice."""
    lines: dict[Place, int] = {}
    return lines, tuple(_walk(node, (), lines, first))


def _walk(node: yaml.Node | None, place: Place, lines: dict[Place, int], first: int) -> Iterator[Repeated]:
    if isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            inner = (*place, str(name.value))
            line = name.start_mark.line + first
            if inner in lines:
                yield Repeated(str(name.value), line, lines[inner])
            lines[inner] = line
            yield from _walk(value, inner, lines, first)
    elif isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            lines[(*place, index)] = value.start_mark.line + first
            yield from _walk(value, (*place, index), lines, first)
