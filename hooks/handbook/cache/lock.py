"""One process at a time: a lock that the system lets go when its process ends, however it ends."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import IO

_held: dict[Path, IO[bytes]] = {}


def hold(place: Path) -> bool:
    """Whether this process has the lock ``place`` now, or had it already; false while another has it.

    Raises ``OSError`` where no such file can be made.
    """
    if place in _held:
        return True
    place.parent.mkdir(parents=True, exist_ok=True)
    file = place.open("ab")
    try:
        _lock(file)
    except OSError:
        file.close()
        return False
    _held[place] = file
    return True


def let_go(place: Path) -> None:
    """Give the lock back, if this process has it."""
    if file := _held.pop(place, None):
        file.close()


def _lock(file: IO[bytes]) -> None:
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
