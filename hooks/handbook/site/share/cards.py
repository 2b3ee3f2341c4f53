"""The picture that a shared link shows: 1200 by 630 pixels, drawn with the book's compiler.

The size is the one that Facebook and Zalo ask for (ogp.me, "og:image";
developers.facebook.com, "Sharing: Images").  Drawn pictures are kept by
content, so that only new titles cost anything.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path

from handbook.book.press.fonts import FONT_FILES
from handbook.cache.memo import memo
from handbook.cache.sealed import put_sealed, read_sealed

WIDTH, HEIGHT = 1200, 630
_TEMPLATE = Path(__file__).with_name("card.typ")
# More in one run save little and hold every picture in memory.
_AT_ONCE = 24


@dataclass(frozen=True)
class Card:
    """The words on one picture; ``above`` stands over the title, ``host`` is the site's name on the web."""

    title: str
    above: str
    site: str
    host: str
    language: str


def draw_cards(cards: Iterable[Card], kept: Path) -> Mapping[Card, bytes]:
    """A PNG for each card; those drawn before come from the folder ``kept``."""
    wanted = tuple(dict.fromkeys(cards))
    places = {card: kept / f"{fingerprint(card)}.png" for card in wanted}
    found = {card: picture for card, place in places.items() if (picture := read_sealed(place)) is not None}
    missing = [card for card in wanted if card not in found]
    for start in range(0, len(missing), _AT_ONCE):
        some = missing[start : start + _AT_ONCE]
        for card, picture in zip(some, _draw(some), strict=True):
            put_sealed(places[card], picture)
            found[card] = picture
    return {card: found[card] for card in wanted}


def _draw(cards: list[Card]) -> list[bytes]:
    import typst  # not on every machine (book/press/libraries.py)

    fonts = typst.Fonts(include_system_fonts=False, font_paths=sorted({str(file.parent) for file in FONT_FILES}))
    drawn = typst.compile(
        str(_TEMPLATE),
        root=str(_TEMPLATE.parent),
        font_paths=fonts,
        format="png",
        ppi=72.0,
        sys_inputs={"cards": json.dumps([asdict(card) for card in cards], ensure_ascii=False)},
    )
    return drawn if isinstance(drawn, list) else [drawn]


def fingerprint(card: Card) -> str:
    """A name for all that decides the picture of ``card``."""
    words = json.dumps([asdict(card), _drawing()], ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(words.encode()).hexdigest()[:32]


@memo(None)
def _drawing() -> tuple[str, str]:
    """What decides the look beside the words."""
    return hashlib.sha256(_TEMPLATE.read_bytes()).hexdigest(), version("typst")
