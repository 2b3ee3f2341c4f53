"""What the adapters share to make no page twice: results of earlier builds.

``HANDBOOK_MEMORY=false`` builds everything anew; the bytes are the same.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

from mkdocs.config.defaults import MkDocsConfig

from handbook.cache import Kept, Recent, Store, fingerprint_of
from handbook.cache.fingerprint import fingerprint_of_code

Made = TypeVar("Made")
_state: dict = {"store": None, "recent": Recent(), "path": None, "key": ""}


def keep_at_hand() -> None:
    """In a preview: what the last build used is found without opening the store again."""
    _state["recent"] = Recent(remembers=True)


def open_store(config: MkDocsConfig) -> None:
    """Begin a language: what is in the store counts only for the code and the settings of today."""
    if os.environ.get("HANDBOOK_MEMORY") == "false":
        return
    _state["path"] = Path(config.config_file_path).parent / ".cache" / "pages.sqlite"
    _state["store"] = _state["store"] or Store(_state["path"])
    _state["key"] = fingerprint_of(fingerprint_of_code(Path(__file__).parents[3]))


def set_dependencies(*values: object) -> None:
    """Whatever all pages depend on besides the code; told when it is known."""
    _state["key"] = fingerprint_of(fingerprint_of_code(Path(__file__).parents[3]), *values)


def close_store() -> None:
    """End a build: write what is new."""
    if _state["store"]:
        _state["store"].close()
        _state["store"] = None
    _state["recent"].end_build()


def borrow_store() -> None:
    """In a copy of this process: a store of its own, since SQLite allows none to go on with another's."""
    _state["original"] = _state["store"]  # to let go of it would write to its memory, and so copy it
    _state["store"] = Store(_state["path"])


def store() -> Store | None:
    """The open store, or nothing when everything is to be made anew."""
    return _state["store"]


def known(place: tuple) -> Iterator[Kept]:
    """What was kept for ``place``: all that a result depends on, beside what all pages depend on."""
    return _state["recent"].find(_state["store"], _state["key"], place)


def keep(place: tuple, variant: str, value: object) -> Kept:
    """Keep ``value``, a JSON value, for ``place``, instead of one with the same ``variant``."""
    return _state["recent"].keep(_state["store"], _state["key"], place, variant, value)


def made_of(text: str, make: Callable[[str], Made], name: str) -> Made:
    """``make(text)``, a JSON value that depends on ``text`` alone, or what it gave before."""
    if _state["store"] is None:
        return make(text)
    code = fingerprint_of_code(Path(__file__).parents[3])
    for found in _state["recent"].find(_state["store"], code, (name, text)):
        return found.value  # type: ignore[return-value]
    made = make(text)
    _state["recent"].keep(_state["store"], code, (name, text), "", made)
    return made


def last_kept(name: str) -> Any:
    """What ``keep_last`` kept of ``name`` in an earlier build; nothing if there is none."""
    return next(_state["store"].find(fingerprint_of(name)), None) if _state["store"] else None


def keep_last(name: str, value: object) -> None:
    """Keep a JSON value for the next build."""
    if _state["store"]:
        _state["store"].keep(fingerprint_of(name), "", value)
