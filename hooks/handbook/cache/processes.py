"""Work shared among the processors, by processes that begin as copies of this one.

A copy knows all that this process knows, so nothing but the results has to be sent.
Where a process cannot be copied safely (Windows, macOS, or when threads are running,
whose locks a copy would find closed for ever) the work is done here, one after the other.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import Any, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")
# Told to the copies by being there when they begin.
_job: dict[str, Any] = {}
# Items after which new copies take over: whatever a copy only looks at becomes its own, since Python counts who looks.
_LONGEST = 1200
_OFTEN = 64  # items after which a copy collects garbage


def processes() -> int:
    """How many processes may share the work; ``HANDBOOK_WORKERS`` says so, or the processors at hand.

    Raises ValueError for a ``HANDBOOK_WORKERS`` that is no number.
    """
    if sys.platform != "linux" or threading.active_count() > 1:
        return 1
    return int(os.environ.get("HANDBOOK_WORKERS") or len(os.sched_getaffinity(0)))


def in_parallel(
    function: Callable[[Item], Result], items: Sequence[Item], begin: Callable[[], None] = lambda: None
) -> Iterator[Result]:
    """``function`` of each of ``items``, in their order; results must be picklable.

    ``begin`` is called once in each copy before its first item, never in this process.
    Raises what ``function`` raises, and BrokenProcessPool if a copy ends early (no memory left).
    """
    count = min(processes(), len(items))
    if count < 2:
        yield from map(function, items)
        return
    try:
        for start in range(0, len(items), _LONGEST):
            some = items[start : start + _LONGEST]
            _job.update(function=function, items=some)
            # What is there already is shared by the copies as long as nobody writes to it: collecting garbage would.
            gc.freeze()
            # Many small shares, so that no processor waits for another at the end, nor holds many results until it tells them.
            share = max(1, min(len(some) // (count * 8), _OFTEN))
            with ProcessPoolExecutor(count, multiprocessing.get_context("fork"), begin) as copies:
                yield from copies.map(_one, range(len(some)), chunksize=share)
    finally:
        gc.unfreeze()
        _job.clear()


def _one(number: int) -> Any:
    if number % _OFTEN == 0:
        gc.collect()
    return _job["function"](_job["items"][number])
