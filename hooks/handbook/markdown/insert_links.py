"""Put elements into the running text of a converted page."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from handbook.markdown.text_slots import Block, Slot


@dataclass(frozen=True)
class Piece:
    """Elements that take the place of ``start``–``end`` of a slot's text."""

    slot: Slot
    start: int
    end: int
    elements: Sequence[etree.Element]


def linkable_span(block: Block, start: int, end: int) -> tuple[Slot, int, int] | None:
    """The slot that holds most of a span and the part in it, if a link may stand there."""
    best = None
    for slot in block.holding(start, end):
        first, last = max(start, slot.start) - slot.start, min(end, slot.start + len(slot.text)) - slot.start
        part = slot.text[first:last]
        length = len(part.strip())
        if slot.linkable and length and (best is None or length > best[2] - best[1]):
            first += len(part) - len(part.lstrip())
            best = slot, first, first + length
    return best


def weave(pieces: Iterable[Piece]) -> None:
    """Put all pieces of a block in place; none may overlap another."""
    by_slot: dict[int, list[Piece]] = {}
    for piece in pieces:
        by_slot.setdefault(id(piece.slot), []).append(piece)
    for found in by_slot.values():
        _rewrite(found[0].slot, sorted(found, key=lambda piece: piece.start))


def _rewrite(slot: Slot, pieces: list[Piece]) -> None:
    index = 0 if slot.after is None else list(slot.parent).index(slot.after) + 1
    if slot.after is None:
        slot.parent.text = slot.text[: pieces[0].start]
    else:
        slot.after.tail = slot.text[: pieces[0].start]
    ends = [piece.start for piece in pieces[1:]] + [len(slot.text)]
    for piece, end in zip(pieces, ends, strict=True):
        piece.elements[-1].tail = slot.text[piece.end : end]
        for element in piece.elements:
            slot.parent.insert(index, element)
            index += 1
