"""What is large and depends on the whole handbook, kept from one build to the next: of each name one result."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from handbook.cache.fingerprint import fingerprint_of, fingerprint_of_texts
from handbook.cache.store import Store

Made = TypeVar("Made")


def made_last(store: Store, name: str, made_from: tuple[str, ...], make: Callable[[], Made]) -> Made:
    """``make()``, a JSON value, or what an earlier build made under ``name`` of the same ``made_from``."""
    place, digest = fingerprint_of(name), fingerprint_of_texts(*made_from)
    for known in store.find(place):
        if isinstance(known, list) and len(known) == 2 and known[0] == digest:
            return known[1]
    made = make()
    store.keep(place, "", [digest, made])
    return made
