"""Results of functions that read nothing but their arguments, kept in this process: the one place that forgets them."""

from __future__ import annotations

from collections.abc import Callable
from functools import _lru_cache_wrapper, lru_cache
from typing import TypeVar

from handbook.cache.last_result import Latest

Result = TypeVar("Result")
_memos: list[_lru_cache_wrapper] = []


def memo(most: int | None) -> Callable[[Callable[..., Result]], _lru_cache_wrapper[Result]]:
    """Decorates a function of hashable arguments: its last ``most`` results are kept, all of them for ``None``."""

    def keep(function: Callable[..., Result]) -> _lru_cache_wrapper[Result]:
        kept = lru_cache(most)(function)
        _memos.append(kept)
        return kept

    return keep


def forget_all() -> None:
    """Forget every result, also those of ``Latest``: a run begins."""
    for kept in _memos:
        kept.cache_clear()
    Latest.forget_all()
