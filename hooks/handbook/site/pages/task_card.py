"""The task card of a page, which the site shows before the text: who came to do something has the steps on the first screens.

In its file and in the book the card ends the chapter, where it is learnt and cut out.
"""

from __future__ import annotations

import re

_CARD = re.compile(r'<section\b[^>]*\bclass="the-viec".*?</section>', re.DOTALL)


def card_and_rest(html: str) -> tuple[str, str]:
    """The first task card of a converted page, and the page without it; ``""`` for the card if there is none."""
    card = _CARD.search(html)
    return (card[0], html[: card.start()] + html[card.end() :]) if card else ("", html)
