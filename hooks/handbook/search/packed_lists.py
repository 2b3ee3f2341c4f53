"""Which word stands where, as one string: each list costs about as many bits as it tells.

Long pages hold many words and short ones few.  Pages are sorted by how many words list them and cut into groups of alike
ones; of a group is written how many of its pages have the word, and which of all such choices it is.  An arithmetic coder
writes this in fractions of bits, by how often each count came before.  Measured on the handbook: 23 KB brotli, as gaps in
characters 26.7 KB.  ``worker.js`` reads it back with the same rules.
"""

from __future__ import annotations

import base64
from collections.abc import Mapping, Sequence
from math import comb

#: Of a word: none (in no text), ``()`` (in nearly all), its sections, or the pages with it in a few and in many sections.
Lists = tuple[Sequence[int], ...]

GROUP = 16  # pages
_MANY, _EVERYWHERE, _KINDS = 6, 7, 8  # below: in no section, in one … in five
_TOP, _BOTTOM, _MASK = 1 << 24, 1 << 16, (1 << 32) - 1
_STEP, _MOST = 24, 1 << 13


class _Coder:
    """Subbotin's range coder without carry."""

    def __init__(self) -> None:
        self.low, self.range = 0, _MASK
        self.bytes = bytearray()

    def put(self, start: int, size: int, total: int) -> None:
        """One of ``total`` equal parts, or ``size`` of them from ``start`` on."""
        self.range //= total
        self.low = (self.low + start * self.range) & _MASK
        self.range *= size
        while True:
            if (self.low ^ (self.low + self.range) & _MASK) >= _TOP:
                if self.range >= _BOTTOM:
                    return
                self.range = -self.low & (_BOTTOM - 1)
            self._shift()

    def _shift(self) -> None:
        self.bytes.append(self.low >> 24)
        self.low = self.low << 8 & _MASK
        self.range = self.range << 8 & _MASK

    def text(self) -> str:
        for _ in range(4):
            self._shift()
        return base64.b64encode(self.bytes).decode("ascii")


class _Counts:
    """How often each of some numbers came, those that come again and again in fewer bits."""

    def __init__(self, size: int) -> None:
        self.counts = [1] * size
        self.total = size

    def put(self, number: int, coder: _Coder) -> None:
        coder.put(sum(self.counts[:number]), self.counts[number], self.total)
        self.counts[number] += _STEP
        self.total += _STEP
        if self.total > _MOST:
            self.counts = [(count + 1) >> 1 for count in self.counts]
            self.total = sum(self.counts)


class _Models(dict[tuple[int, ...], _Counts]):
    """A model for each circumstance; the last number of a key is the model's size."""

    def __missing__(self, key: tuple[int, ...]) -> _Counts:
        self[key] = _Counts(key[-1])
        return self[key]


def pack_lists(words: Sequence[Lists | None], sizes: Sequence[int]) -> Mapping[str, object]:
    """The lists of ``words``, given the number of sections of each page."""
    order, heaviness = _sorted_pages(words, len(sizes))
    place = {page: number for number, page in enumerate(order)}
    groups = [order[start : start + GROUP] for start in range(0, len(order), GROUP)]
    weights = [sum(heaviness[page] for page in group) + 1 for group in groups]
    units = [(page, unit) for page, size in enumerate(sizes) for unit in range(size)]
    coder, models = _Coder(), _Models()
    for lists in words:
        models[0, _KINDS].put(_kind(lists), coder)
        if lists and len(lists) > 1:
            _put_pages(
                [place[page] for page in lists[0]], [place[page] for page in lists[1]], groups, weights, coder, models
            )
        for section in lists[0] if lists and len(lists) == 1 else ():
            page, unit = units[section]
            group, at = divmod(place[page], GROUP)
            models[1, len(groups)].put(group, coder)
            coder.put(at, 1, len(groups[group]))
            coder.put(unit, 1, sizes[page])
    return {"groups": [place[page] // GROUP for page in range(len(sizes))], "weights": weights, "code": coder.text()}


def _kind(lists: Lists | None) -> int:
    if lists is None:
        return 0
    return (_EVERYWHERE, len(lists[0]) if lists else 0, _MANY)[len(lists)]


def _sorted_pages(words: Sequence[Lists | None], count: int) -> tuple[list[int], list[int]]:
    """The pages by how many words list them, in each group by number; and how many words do."""
    heaviness = [0] * count
    for lists in words:
        for pages in lists if lists and len(lists) > 1 else ():
            for page in pages:
                heaviness[page] += 1
    order = sorted(range(count), key=lambda page: (-heaviness[page], page))
    return [page for start in range(0, count, GROUP) for page in sorted(order[start : start + GROUP])], heaviness


def _put_pages(
    some: Sequence[int],
    often: Sequence[int],
    groups: Sequence[Sequence[int]],
    weights: Sequence[int],
    coder: _Coder,
    models: _Models,
) -> None:
    """Places of pages that have a word, and of those that have it often."""
    here: list[list[int]] = [[] for _ in groups]
    many = set(often)
    for place in sorted([*some, *often]):
        here[place // GROUP].append(place)
    seen, weight = 0, weights[0] // 4
    for number, (places, group) in enumerate(zip(here, groups, strict=True)):
        # As many as the groups before let expect.
        expected = (seen * 2 + 1) * weights[number] * 4 // max(1, weight)
        count = len(places)
        models[2, steps(expected), len(group) + 1].put(count, coder)
        if count:
            coder.put(_rank([place % GROUP for place in places]), 1, comb(len(group), count))
            chosen = [at for at, place in enumerate(places) if place in many]
            models[3, min(number // 3, 5), count + 1].put(len(chosen), coder)
            coder.put(_rank(chosen), 1, comb(count, len(chosen)))
        seen += count
        weight += weights[number]


def steps(number: int) -> int:
    """``number`` on a scale of half powers of two."""
    bits = number.bit_length()
    return number if bits < 2 else 2 * bits - 2 + (number >> (bits - 2) & 1)


def _rank(chosen: Sequence[int]) -> int:
    """Which of all choices of so many this is."""
    return sum(comb(place, number) for number, place in enumerate(chosen, 1))
