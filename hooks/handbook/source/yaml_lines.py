"""Where each key of a YAML text stands, and which keys stand there twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from handbook.problem import Problem

Place = tuple  # ("nguon", 0, "ten"): keys and numbers from the outside in


@dataclass(frozen=True)
class Repeated:
    """A key that was given before: its name, its line and the line before it."""

    name: str
    line: int
    earlier: int


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
