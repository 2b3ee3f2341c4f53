"""A store in front of which stands what was of use last, for a preview that builds again and again."""

from __future__ import annotations

from collections.abc import Hashable, Iterator

from handbook.cache.fingerprint import fingerprint_of_texts
from handbook.cache.store import Kept, Store

Found = tuple[str, Kept]  # the key in the store


class Recent:
    """Finds results by what they depend on; with ``remembers`` those of this build and the last without a store's help.

    ``shared`` is the fingerprint of what many results depend on, ``place`` the
    texts and numbers that one depends on besides.
    """

    def __init__(self, remembers: bool = False) -> None:
        self._remembers = remembers
        self._now: dict[Hashable, Found] = {}
        self._before: dict[Hashable, Found] = {}

    def find(self, store: Store, shared: str, place: tuple) -> Iterator[Kept]:
        """The results for ``place``, the one used last first; a result may come twice."""
        found = self._now.get((shared, place)) or self._before.get((shared, place))
        if found:
            key, kept = self._now[shared, place] = found
            store.mark_used(key, kept.variant)
            yield kept
        key = fingerprint_of_texts(shared, *map(str, place))
        for kept in store.variants(key):
            self._remember(shared, place, (key, kept))
            yield kept

    def keep(self, store: Store, shared: str, place: tuple, variant: str, value: object) -> Kept:
        """Put ``value`` into ``store``, instead of one with the same ``variant``."""
        key = fingerprint_of_texts(shared, *map(str, place))
        kept = store.keep(key, variant, value)
        self._remember(shared, place, (key, kept))
        return kept

    def _remember(self, shared: str, place: tuple, found: Found) -> None:
        if self._remembers:
            self._now[shared, place] = found

    def end_build(self) -> None:
        """Forget what the build that ends did not use."""
        self._before, self._now = self._now, {}
