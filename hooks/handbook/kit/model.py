"""What all kinds of kit blocks have in common."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import ClassVar

from handbook.kit.reader import Reader
from handbook.kit.source import Entry


@dataclass(frozen=True)
class Common:
    """Title, id (``""`` without one), sources, and the last day on which the block may be used.

    What is printed, read out or practised with is not ``searchable``: its words are those of the chapters that
    explain them, and would push these aside.  Its pages are found by their titles and keywords.
    """

    kind: ClassVar[str]  # the name of the block
    searchable: ClassVar[bool] = True
    title: str
    id: str
    sources: tuple[str, ...]
    expires: dt.date | None


def common(reader: Reader, entries: list[Entry], most: int, *, needs_id: bool = False) -> dict:
    """The common fields of a block whose title has at most ``most`` characters."""
    sources = tuple(
        reader.short(entry.value, 200, "nguon", entry.number)
        for entry in entries
        if entry.key == "nguon" and entry.value
    )
    return {
        "title": reader.title(most),
        "id": reader.ident(entries, required=needs_id),
        "sources": sources,
        "expires": reader.date(entries, "het-han"),
    }
