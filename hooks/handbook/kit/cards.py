"""``/// the-cat``: cards to cut out, a front and a back each, eight to an A4 sheet."""

from __future__ import annotations

from dataclasses import dataclass

from handbook.kit.markup import Surroundings, foot, rich, tag
from handbook.kit.model import Common, common
from handbook.kit.reader import Reader, parts

KEYS = ("-", "mat-truoc", "mat-sau")
MOST = 48


@dataclass(frozen=True)
class Card:
    """The text on both sides."""

    front: str
    back: str


@dataclass(frozen=True)
class Cards(Common):
    """A set of cards; a card's number is its place in it."""

    front_name: str
    back_name: str
    cards: tuple[Card, ...]

    kind = "the-cat"
    searchable = False


def read(reader: Reader) -> Cards:
    entries = reader.entries(KEYS)
    cards = []
    for entry in (entry for entry in entries if entry.key == "-"):
        sides = parts(entry.value)
        if len(sides) != 2 or not all(sides):
            reader.problem(
                entry.number,
                f"thẻ có {len([side for side in sides if side])} mặt, phải có 2.",
                "Viết - mặt trước | mặt sau, hai bên dấu | có dấu cách.",
            )
            continue
        front = reader.short(sides[0], 170, "mặt trước", entry.number)
        cards.append(Card(front, reader.short(sides[1], 230, "mặt sau", entry.number)))
    if not cards:
        reader.problem(reader.raw.start, "chưa có thẻ nào.", "Thêm dòng - mặt trước | mặt sau.")
    if len(cards) > MOST:
        reader.problem(reader.raw.start, f"có {len(cards)} thẻ, nhiều nhất {MOST}.", "Tách thành hai bộ.")
    return Cards(
        **common(reader, entries, 90, needs_id=True),
        front_name=reader.text(entries, "mat-truoc", 40),
        back_name=reader.text(entries, "mat-sau", 40),
        cards=tuple(cards),
    )


def html(cards: Cards, around: Surroundings) -> str:
    """Each card as its front; the back opens."""
    words = around.words
    count = f'<span class="kit-nhan">{len(cards.cards)} {words["cards"]}</span> '
    rows = "".join(
        f"<li><details><summary>{rich(card.front)}</summary><p>{rich(card.back)}</p></details></li>"
        for card in cards.cards
    )
    return (
        tag("figcaption", count + rich(cards.title))
        + _sides(cards, around)
        + tag("ol", rows, "kit-the")
        + foot(cards.sources, cards.expires, around)
    )


def _sides(cards: Cards, around: Surroundings) -> str:
    """What stands at the head of every front and back of the printed cards: without it some answers say too much."""
    named = ((around.words["front"], cards.front_name), (around.words["back_side"], cards.back_name))
    shown = " ".join(f'<span class="kit-nhan">{side}</span> {rich(name)}' for side, name in named if name)
    return tag("p", shown, "kit-mat") if shown else ""
