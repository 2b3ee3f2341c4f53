"""Small pieces of HTML that every kind of block uses."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html import escape

from handbook.kit.words import WORDS


@dataclass(frozen=True)
class Surroundings:
    """What a block's HTML depends on beside the block.

    ``url_for`` gives the address of a page (``ky-nang/vneid``) or ``""``, ``drawing`` the SVG of a line
    drawing or ``""``; ``as_of`` the day of the content; ``leads`` says that this is the first drawing of its page.
    """

    language: str = "vi"
    url_for: Callable[[str], str] = lambda key: ""
    as_of: dt.date | None = None
    leads: bool = False
    drawing: Callable[[str], str] = lambda name: ""

    @property
    def words(self) -> Mapping[str, str]:
        return WORDS.get(self.language, WORDS["vi"])


def rich(text: str) -> str:
    """``text`` as HTML, ``**…**`` bold."""
    pieces = escape(text, quote=False).split("**")
    return "".join(f"<b>{piece}</b>" if number % 2 else piece for number, piece in enumerate(pieces))


def tag(name: str, inside: str, classes: str = "") -> str:
    """An element; ``inside`` is HTML."""
    return f'<{name} class="{classes}">{inside}</{name}>' if classes else f"<{name}>{inside}</{name}>"


def labelled(label: str, text: str, classes: str) -> str:
    """A paragraph that begins with a label."""
    return tag("p", f"<b>{escape(label)}:</b> {rich(text)}", classes)


def hidden(text: str) -> str:
    """Words only for readers who hear the page."""
    return f'<span class="kit-an">{escape(text)}</span>'


def numbered(number: int, spoken: str = "") -> str:
    """The circle with a number at the place that is meant."""
    return f'<b class="kit-dau">{hidden(spoken + " ") if spoken else ""}{number}</b> '


def foot(sources: tuple[str, ...], expires: dt.date | None, around: Surroundings) -> str:
    """Sources, and until when the block may be used."""
    words = around.words
    lines = [f"{words['source']}: {rich(source)}" for source in sources]
    if expires:
        is_over = around.as_of is not None and expires < around.as_of
        date = expires.strftime("%d/%m/%Y")
        lines.append(f"<b>{words['expired']} ({date})</b>" if is_over else f"{words['expires']} {date}")
    return tag("p", "<br>".join(lines), "kit-chan") if lines else ""
