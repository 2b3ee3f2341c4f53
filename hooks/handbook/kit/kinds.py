"""The kinds of kit blocks: how each is read and drawn, and all blocks of a text."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from handbook.cache.memo import memo
from handbook.kit import (
    cards,
    decision_tree,
    drawing,
    form,
    leaflet,
    loudspeaker,
    message,
    phone_screen,
    post,
    question,
)
from handbook.kit.model import Common
from handbook.kit.reader import Reader
from handbook.kit.source import RawBlock, raw_blocks
from handbook.markdown.source_scan import without_code
from handbook.problem import Problem


@dataclass(frozen=True)
class KitKind:
    """``read`` gives the block of a reader; ``html`` draws it; ``is_drawing`` says that it pictures something."""

    name: str
    read: Callable[[Reader], Common]
    html: Callable[..., str]
    is_drawing: bool = False


KINDS: Mapping[str, KitKind] = {
    kind.name: kind
    for kind in (
        KitKind("man-hinh", phone_screen.read, phone_screen.html, True),
        KitKind("tin-nhan", message.read, message.html, True),
        KitKind("so-do", decision_tree.read, decision_tree.html),
        KitKind("the-cat", cards.read, cards.html),
        KitKind("to-in", leaflet.read, leaflet.html),
        KitKind("bai-loa", loudspeaker.read, loudspeaker.html),
        KitKind("bai-dang", post.read, post.html),
        KitKind("cau-hoi", question.read, question.html),
        KitKind("bieu-mau", form.read, form.html),
        KitKind("hinh-ve", drawing.read, drawing.html),
    )
}


@dataclass(frozen=True)
class KitBlock:
    """A block as written and as read; ``sequence`` numbers the rows of screens that stand together."""

    raw: RawBlock
    content: Common
    problems: tuple[Problem, ...] = ()
    sequence: int = 0

    @property
    def kind(self) -> str:
        return self.raw.name


def read_blocks(lines: list[str], plain: list[str], path: str = "", first_line: int = 1) -> tuple[KitBlock, ...]:
    """The blocks in ``lines``, which begin at ``first_line`` of the file ``path``."""
    found: list[KitBlock] = []
    sequence, last_end = 0, -1
    for raw in raw_blocks(lines, plain):
        reader = Reader(raw, path, first_line)
        content = KINDS[raw.name].read(reader)
        in_row = raw.name == "man-hinh" and found and found[-1].kind == "man-hinh"
        in_row = in_row and not any(line.strip() for line in lines[last_end : raw.start - 1])
        sequence += not in_row
        found.append(KitBlock(raw, content, tuple(reader.problems), sequence))
        last_end = raw.end
    return tuple(found)


@memo(1 << 12)  # pages, as in handbook.checks.links
def blocks_in(body: str, path: str = "", first_line: int = 1) -> tuple[KitBlock, ...]:
    """The blocks of a page's ``body``."""
    if "///" not in body:
        return ()
    return read_blocks(body.split("\n"), without_code(body).split("\n"), path, first_line)


def data_of(content: Common) -> dict:
    """``content`` as JSON for the templates: dates as 24/11/2026, ``kind`` beside the fields."""
    return {
        "kind": content.kind,
        **{key: _plain(value) for key, value in dataclasses.asdict(content).items()},
    }


def _plain(value: object) -> object:
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(inner) for inner in value]
    return value.strftime("%d/%m/%Y") if isinstance(value, dt.date) else value
