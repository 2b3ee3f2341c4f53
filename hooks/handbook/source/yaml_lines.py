"""Where each key of a YAML text stands, and which keys stand there twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

import yaml

from handbook.problem import Problem

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


def line_of(place: Place, lines: Mapping[Place, int], otherwise: int = 1) -> int:
    """The line of ``place``, or of what it would stand in."""
    while place and place not in lines:
        place = place[:-1]
    return lines.get(place, otherwise)


def with_lines(problems: Iterable[Problem], path: str, lines: Mapping[Place, int]) -> Iterator[Problem]:
    """``problems``; those that name a key of the file ``path`` get its line."""
    for problem in problems:
        if problem.key and problem.path == path and not problem.line:
            problem = replace(problem, line=line_of(problem.key, lines, 0))
        yield problem
