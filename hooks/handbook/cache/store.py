"""A cupboard on disk for finished results: JSON values by a hash, several for one hash.

One SQLite file; whatever is wrong with it (deleted, damaged, locked, read-only)
costs time but never a build.
"""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

_FLUSH = 200  # results; short transactions, so that two builds may share the file
_TABLES = """
CREATE TABLE IF NOT EXISTS results (key TEXT, variant TEXT, used INTEGER, value BLOB, PRIMARY KEY (key, variant)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS builds (number INTEGER);
"""


class Kept(NamedTuple):
    """A result and, for who wants to hold it in little room, how it is kept (see ``unpack``)."""

    variant: str
    value: object
    packed: bytes


def unpack(packed: bytes) -> object:
    """The value of what was kept; ValueError or zlib.error if it is damaged."""
    return json.loads(zlib.decompress(packed))


class Store:
    """Results by key; without a ``path`` they live as long as this object.

    ``kept`` is the number of builds in which a result need not have been used.
    """

    def __init__(self, path: Path | None = None, kept: int = 30) -> None:
        self._kept = kept
        self._new: dict[str, dict[str, bytes]] = {}
        self._waiting = 0
        self._used: set[tuple[str, str]] = set()
        self._file, self._build = _open(path)

    def find(self, key: str) -> Iterator[object]:
        """The results under ``key``, the newest first."""
        return (kept.value for kept in self.variants(key))

    def variants(self, key: str) -> Iterator[Kept]:
        """The results under ``key``, the newest first."""
        rows = list(self._new.get(key, {}).items())
        with suppress(sqlite3.Error):
            rows += self._file.execute(
                "SELECT variant, value FROM results WHERE key = ? ORDER BY used DESC", (key,)
            ).fetchall()
        for variant, packed in rows:
            with suppress(zlib.error, ValueError):
                value = unpack(packed)
                self.mark_used(key, variant)
                yield Kept(variant, value, packed)

    def mark_used(self, key: str, variant: str) -> None:
        """Say that a result was of use which was at hand without ``find``."""
        self._used.add((key, variant))

    def keep(self, key: str, variant: str, value: object) -> Kept:
        """Put ``value`` under ``key``, in place of one with the same ``variant``."""
        packed = zlib.compress(json.dumps(value, ensure_ascii=False).encode(), 1)
        self._new.setdefault(key, {})[variant] = packed
        self._waiting += 1
        if self._waiting >= _FLUSH:
            self.flush()
        return Kept(variant, value, packed)

    def take(self) -> list[tuple[str, str, bytes]]:
        """What is new and not written yet, for the store of another process; it is forgotten here."""
        rows = [(key, variant, value) for key, found in self._new.items() for variant, value in found.items()]
        self._new, self._waiting = {}, 0
        return rows

    def give(self, rows: Iterable[tuple[str, str, bytes]]) -> None:
        """Keep what another process took from its own store."""
        for key, variant, value in rows:
            self._new.setdefault(key, {})[variant] = value
            self._waiting += 1
        if self._waiting >= _FLUSH:
            self.flush()

    def close(self) -> None:
        """Write everything and forget what was of no use for long."""
        self.flush()
        with suppress(sqlite3.Error), self._file:
            self._file.executemany(
                "UPDATE results SET used = ? WHERE key = ? AND variant = ?",
                ((self._build, *place) for place in self._used),
            )
            self._file.execute("DELETE FROM results WHERE used < ?", (self._build - self._kept,))
            self._file.execute("DELETE FROM builds")
            self._file.execute("INSERT INTO builds VALUES (?)", (self._build,))
        self._file.close()

    def flush(self) -> None:
        """Write what is new."""
        rows = [(key, variant, self._build, value) for key, variant, value in self.take()]
        with suppress(sqlite3.Error), self._file:
            self._file.executemany("INSERT OR REPLACE INTO results VALUES (?, ?, ?, ?)", rows)


def _open(path: Path | None) -> tuple[sqlite3.Connection, int]:
    """The file with its tables and the number of this build; in memory where there can be no file."""
    for place in (path, path, None):
        try:
            if place:
                place.parent.mkdir(parents=True, exist_ok=True)
            file = sqlite3.connect(place or ":memory:", timeout=10, check_same_thread=False)
            file.execute("PRAGMA synchronous = OFF")
            file.executescript(_TABLES)
            number = file.execute("SELECT max(number) FROM builds").fetchone()[0] or 0
            return file, number + 1
        except (OSError, sqlite3.Error):
            with suppress(OSError):
                if place:
                    place.unlink(missing_ok=True)  # damaged: begin again
    raise AssertionError("SQLite cannot keep anything in memory")
