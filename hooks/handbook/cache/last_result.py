"""The last result of each name, for a preview that builds again and again."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

Made = TypeVar("Made")


class Latest(Generic[Made]):
    """Keeps one result a name, as long as what it was made from compares equal."""

    def __init__(self) -> None:
        self._known: dict[Hashable, tuple[object, Made]] = {}

    def of(self, name: Hashable, made_from: object, make: Callable[[], Made]) -> Made:
        """What ``make`` gives, or gave for an equal ``made_from``; the result must not be changed."""
        known = self._known.get(name)
        if known is None or known[0] != made_from:
            known = self._known[name] = made_from, make()
        return known[1]
