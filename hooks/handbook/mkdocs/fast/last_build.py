"""What an adapter keeps from one build to the next, which must see for itself what of it is still right."""

from typing import Any

from handbook.cache import fingerprint_of
from handbook.mkdocs.fast.build_cache import store


def last_kept(name: str) -> Any:
    """What ``keep_last`` kept of ``name`` in an earlier build; nothing if there is none."""
    memory = store()
    return next(memory.find(fingerprint_of(name)), None) if memory else None


def keep_last(name: str, value: object) -> None:
    """Keep a JSON value for the next build."""
    memory = store()
    if memory:
        memory.keep(fingerprint_of(name), "", value)
