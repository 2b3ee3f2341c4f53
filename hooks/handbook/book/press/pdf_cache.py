"""Finished PDFs kept by a digest of all that went into them, so that nothing is made twice."""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections.abc import Callable
from pathlib import Path

MOST = 800  # files; of more, the oldest are thrown away that the last run did not use


def made_once(work_dir: Path, digest: str, make: Callable[[], bytes | None], suffix: str = "pdf") -> bytes | None:
    """What ``make`` gives for ``digest``, or gave the last time; nothing is kept of ``None``."""
    place = work_dir / "kept" / f"{digest}.{suffix}"
    if place.exists():
        with contextlib.suppress(OSError):
            place.touch()  # now the youngest
        return place.read_bytes()
    made = make()
    if made is not None:
        put(place, made)
    return made


def throw_away(work_dir: Path, used_now: int) -> None:
    """After a run, when nobody works in ``work_dir``: keep the youngest, at least twice the ``used_now`` of the run."""
    files = sorted((work_dir / "kept").glob("*.p[dn][fg]"), key=lambda file: file.stat().st_mtime)
    for old in files[: -max(MOST, 2 * used_now)]:
        old.unlink(missing_ok=True)


def put(place: Path, content: bytes) -> None:
    """Write a file whole or not at all: other processes read beside us."""
    place.parent.mkdir(parents=True, exist_ok=True)
    beside = place.with_name(f"{place.name}.{os.getpid()}")
    beside.write_bytes(content)
    beside.replace(place)


def digest_of(*parts: str | bytes) -> str:
    """A name for ``parts``."""
    digest = hashlib.sha256()
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        digest.update(len(data).to_bytes(8, "big") + data)
    return digest.hexdigest()[:32]
