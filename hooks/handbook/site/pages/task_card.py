"""The task card of a page, which the site shows before the text: who came to do something has the steps on the first screens.

In its file and in the book the card ends the chapter, where it is learnt and cut out.
"""

from __future__ import annotations

import re

_OPENING = re.compile(r'<section\b[^<>]*\bclass="the-viec"')
_END = "</section>"


def card_and_rest(html: str) -> tuple[str, str]:
    """The first task card of a converted page, and the page without it; ``""`` for the card if there is none."""
    card = _OPENING.search(html)
    end = html.find(_END, card.end()) + len(_END) if card else 0
    return (html[card.start() : end], html[: card.start()] + html[end:]) if card and end >= len(_END) else ("", html)
