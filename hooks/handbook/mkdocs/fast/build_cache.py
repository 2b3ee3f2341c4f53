"""Results of earlier builds; ``HANDBOOK_MEMORY=false`` builds everything anew, the bytes are the same."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, TypeVar

from mkdocs.config.defaults import MkDocsConfig

from handbook.cache import Kept, Recent, Store, fingerprint_of
from handbook.cache.fingerprint import fingerprint_of_code, fingerprint_of_texts

Made = TypeVar("Made")
_HOOKS = Path(__file__).parents[3]


class BuildCache:
    """The store of a run; with ``remembers`` what the last build used is found without opening it again."""

    def __init__(self, remembers: bool = False) -> None:
        #: The open store, or nothing when everything is to be made anew.
        self.store: Store | None = None
        self._remembers = remembers
        self._recent = Recent(remembers)
        self._path = Path()
        self._all_pages = ""

    def open(self, config: MkDocsConfig, *depends_on: object) -> None:
        """Begin a language: what is in the store counts only for the code of today and for equal ``depends_on``."""
        if os.environ.get("HANDBOOK_MEMORY") == "false":
            return
        self._path = Path(config.config_file_path).parent / ".cache" / "pages.sqlite"
        self.store = self.store or Store(self._path)
        self._all_pages = fingerprint_of(fingerprint_of_code(_HOOKS), *depends_on)

    def close(self) -> None:
        """End a build: write what is new."""
        if self.store:
            self.store.close()
            self.store = None
        self._recent.end_build()

    def reopen_in_copy(self) -> None:
        """In a copy of this process: a store of its own, since SQLite allows none to go on with another's."""
        self._original = self.store  # to let go of it would write to its memory, and so copy it
        self.store = Store(self._path)

    def known(self, place: tuple) -> Iterator[Kept]:
        """What was kept for ``place``: all that a result depends on, beside what all pages depend on."""
        return self._recent.find(self._open_store, self._all_pages, place)

    def keep(self, place: tuple, variant: str, value: object) -> Kept:
        """Keep ``value``, a JSON value, for ``place``, instead of one with the same ``variant``."""
        return self._recent.keep(self._open_store, self._all_pages, place, variant, value)

    def cached(self, text: str, make: Callable[[str], Made], name: str) -> Made:
        """``make(text)``, a JSON value that depends on ``text`` alone, or what it gave before."""
        if self.store is None:
            return make(text)
        code = fingerprint_of_code(_HOOKS)
        for found in self._recent.find(self.store, code, (name, text)):
            return found.value  # type: ignore[return-value]
        made = make(text)
        self._recent.keep(self.store, code, (name, text), "", made)
        return made

    def made_last(self, name: str, made_from: Iterable[object], make: Callable[[], Made]) -> Made:
        """What was kept under ``name`` if ``made_from`` and the code are the same; a preview remembers its parts itself."""
        if self.store is None or self._remembers:
            return make()
        digest = fingerprint_of_texts(fingerprint_of_code(_HOOKS), *map(repr, made_from))
        if not (kept := self.last_kept(name)) or kept[0] != digest:
            self.keep_last(name, kept := [digest, make()])
        return kept[1]

    def last_kept(self, name: str) -> Any:
        """What ``keep_last`` kept of ``name`` in an earlier build; nothing if there is none."""
        return next(self.store.find(fingerprint_of(name)), None) if self.store else None

    def keep_last(self, name: str, value: object) -> None:
        """Keep a JSON value for the next build, which must see for itself what of it is still right."""
        if self.store:
            self.store.keep(fingerprint_of(name), "", value)

    @property
    def _open_store(self) -> Store:
        assert self.store is not None, "asked before it was opened"
        return self.store
