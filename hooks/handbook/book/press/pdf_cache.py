"""Finished PDFs kept by a digest of all that went into them, so that nothing is made twice."""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Callable
from pathlib import Path

from handbook.cache.sealed import put_sealed, read_sealed

MOST = 800  # files; of more, the oldest are thrown away that the last run did not use


def made_once(work_dir: Path, digest: str, make: Callable[[], bytes | None], suffix: str = "pdf") -> bytes | None:
    """What ``make`` gives for ``digest``, or gave the last time; nothing is kept of ``None``."""
    place = work_dir / "kept" / f"{digest}.{suffix}"
    known = read_sealed(place)
    if known is not None:
        with contextlib.suppress(OSError):
            place.touch()  # now the youngest
        return known
    made = make()
    if made is not None:
        put_sealed(place, made)
    return made


def throw_away(work_dir: Path, used_now: int) -> None:
    """After a run, when nobody works in ``work_dir``: keep the youngest, at least twice the ``used_now`` of the run."""
    files = sorted((work_dir / "kept").glob("*.p[dn][fg]"), key=lambda file: file.stat().st_mtime)
    for old in files[: -max(MOST, 2 * used_now)]:
        old.unlink(missing_ok=True)


def digest_of(*parts: str | bytes) -> str:
    """A name for ``parts``."""
    digest = hashlib.sha256()
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        digest.update(len(data).to_bytes(8, "big") + data)
    return digest.hexdigest()[:32]
