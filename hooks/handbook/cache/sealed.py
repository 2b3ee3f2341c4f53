"""Files kept between builds that are believed only while they are whole: each begins with a hash of its name and content.

A disk that was full, a copy that broke off or a cleaning program leaves files that look finished.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
from pathlib import Path

_SIZE = hashlib.sha256().digest_size


def read_sealed(place: Path) -> bytes | None:
    """The content kept at ``place``; ``None`` if there is none or it is not what was put there."""
    try:
        whole = place.read_bytes()
    except OSError:
        return None
    seal, content = whole[:_SIZE], whole[_SIZE:]
    return content if seal == _seal(place, content) else None


def put_sealed(place: Path, content: bytes) -> None:
    """Keep ``content`` at ``place``, whole or not at all; a disk without room costs only that nothing is kept."""
    try:
        put(place, _seal(place, content) + content)
    except OSError:
        with contextlib.suppress(OSError):
            place.with_name(f"{place.name}.{os.getpid()}").unlink()


def put(place: Path, content: bytes) -> None:
    """Write a file whole or not at all: other processes read beside us.  Raises ``OSError``."""
    place.parent.mkdir(parents=True, exist_ok=True)
    beside = place.with_name(f"{place.name}.{os.getpid()}")
    beside.write_bytes(content)
    beside.replace(place)


def _seal(place: Path, content: bytes) -> bytes:
    return hashlib.sha256(place.name.encode() + b"\0" + content).digest()
