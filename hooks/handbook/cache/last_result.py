"""The last result of each name, for a preview that builds again and again."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import ClassVar, Generic, TypeVar
from weakref import WeakSet

Made = TypeVar("Made")


class Latest(Generic[Made]):
    """Keeps one result a name, as long as what it was made from compares equal."""

    _all: ClassVar[WeakSet[Latest]] = WeakSet()

    def __init__(self) -> None:
        self._all.add(self)
        self._known: dict[Hashable, tuple[object, Made]] = {}

    def of(self, name: Hashable, made_from: object, make: Callable[[], Made]) -> Made:
        """What ``make`` gives, or gave for an equal ``made_from``; the result must not be changed."""
        known = self._known.get(name)
        if known is None or known[0] != made_from:
            known = self._known[name] = made_from, make()
        return known[1]

    @classmethod
    def forget_all(cls) -> None:
        """Forget the results of every ``Latest``."""
        for latest in cls._all:
            latest._known.clear()
