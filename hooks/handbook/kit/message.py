"""``/// tin-nhan``: a message or a call as bubbles, its signs numbered and explained."""

from __future__ import annotations

import re
from dataclasses import dataclass

from handbook.kit.markup import Surroundings, foot, hidden, labelled, numbered, rich, tag
from handbook.kit.model import Common, common
from handbook.kit.reader import Reader

CHANNELS = ("tin-nhan", "cuoc-goi", "zalo", "mang-xa-hoi", "email")
KEYS = ("loai", "kenh", "tu", "den", "di", "lam-gi", "1")
MOST_BUBBLES, MOST_SIGNS = 6, 6
_SIGN = re.compile(r"\{(?P<number>\d{1,2}):\s*(?P<text>[^{}]*)\}")
_DOMAIN = re.compile(r"\b(?:https?://)?[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}\b(?:/\S*)?", re.IGNORECASE)


@dataclass(frozen=True)
class Bubble:
    """What one side says: ``pieces`` are texts, each with the number of its sign (0: none)."""

    is_mine: bool
    pieces: tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class Message(Common):
    """A message with its bubbles; ``signs`` are explained in the order of their numbers."""

    genuine: bool
    channel: str
    sender: str
    bubbles: tuple[Bubble, ...]
    signs: tuple[str, ...]
    to_do: str

    kind = "tin-nhan"


def read(reader: Reader) -> Message:
    entries = reader.entries(KEYS)
    genuine = reader.choice(entries, "loai", ("gia", "that")) == "that"
    bubbles, used, own = [], [], []
    for entry in entries:
        if entry.key not in ("den", "di"):
            continue
        own.append(entry)
        pieces = _pieces(entry.value)
        used += [(number, entry.number) for _, number in pieces if number]
        bare = "".join(text for text, _ in pieces)
        if not bare.strip():
            reader.problem(entry.number, f"{entry.key} chưa có lời.", f"Viết lời sau {entry.key}:.")
        if "{" in bare or "}" in bare:
            reader.problem(entry.number, "dấu hiệu viết sai.", "Viết {1: cụm chữ có dấu hiệu}, đủ hai dấu ngoặc nhọn.")
        reader.short(bare, 280, entry.key, entry.number)
        bubbles.append(Bubble(entry.key == "di", pieces))
    if not bubbles:
        reader.problem(reader.raw.start, "chưa có lời nào.", "Thêm dòng den: lời nhắn đến.")
    if len(bubbles) > MOST_BUBBLES:
        reader.problem(reader.raw.start, f"có {len(bubbles)} bong bóng, nhiều nhất {MOST_BUBBLES}.", "Bớt lời.")
    signs = _signs(reader, entries, used, genuine)
    if not genuine:
        reader.no_phone(own, "Tin giả không in số thật: che bớt, ví dụ 09xx xxx xxx.")
        for entry in own:
            for found in _DOMAIN.finditer(entry.value):
                if not found.group().split("/")[0].endswith(".example") and "…" not in found.group():
                    reader.problem(
                        entry.number,
                        f"tin giả có địa chỉ “{found.group()}” có thể là trang thật.",
                        "Đổi thành địa chỉ không có thật, kết thúc bằng .example.",
                    )
    return Message(
        **common(reader, entries, 90),
        genuine=genuine,
        channel=reader.choice(entries, "kenh", CHANNELS, CHANNELS[0]),
        sender=reader.text(entries, "tu", 50),
        bubbles=tuple(bubbles),
        signs=signs,
        to_do=reader.text(entries, "lam-gi", 200, required="việc làm ngay khi nhận tin này"),
    )


def _signs(reader: Reader, entries: list, used: list[tuple[int, int]], genuine: bool) -> tuple[str, ...]:
    explained = {int(entry.key): entry for entry in entries if entry.key.isdigit()}
    for number, (key, entry) in enumerate(explained.items(), start=1):
        if key != number:
            reader.problem(entry.number, f"sau dấu hiệu {number - 1} là {key}.", "Đánh số 1, 2, 3 … theo thứ tự.")
        reader.short(entry.value, 160, f"dấu hiệu {key}", entry.number)
        if not entry.value:
            reader.problem(entry.number, f"dấu hiệu {key} chưa có lời giải thích.", f"Viết tiếp sau {key}:.")
        if key not in [found for found, _ in used]:
            reader.problem(
                entry.number,
                f"không có chữ nào trong tin mang dấu hiệu {key}.",
                f"Đặt cụm chữ vào {{{key}: …}} trong dòng den.",
            )
    for number, line in used:
        if number not in explained:
            reader.problem(
                line, f"dấu hiệu {number} chưa được giải thích.", f"Thêm dòng {number}: vì sao đó là dấu hiệu."
            )
    if not genuine and not used:
        reader.problem(
            reader.raw.start, "tin giả chưa chỉ ra dấu hiệu nào.", "Đặt cụm chữ vào {1: …} và thêm dòng 1: giải thích."
        )
    if len(explained) > MOST_SIGNS:
        reader.problem(
            reader.raw.start, f"có {len(explained)} dấu hiệu, nhiều nhất {MOST_SIGNS}.", "Giữ những dấu hiệu rõ nhất."
        )
    return tuple(entry.value for entry in explained.values())


def _pieces(value: str) -> tuple[tuple[str, int], ...]:
    found: list[tuple[str, int]] = []
    position = 0
    for match in _SIGN.finditer(value):
        found += [(value[position : match.start()], 0), (match["text"], int(match["number"]))]
        position = match.end()
    found.append((value[position:], 0))
    return tuple((text, number) for text, number in found if text)


def html(message: Message, around: Surroundings) -> str:
    """The message as a figure."""
    words = around.words
    is_call = message.channel == "cuoc-goi"
    name = words[("genuine" if message.genuine else "fake") + ("_call" if is_call else "")]
    caption = tag("figcaption", f'<span class="kit-nhan">{name}</span> {rich(message.title)}')
    sender = tag("p", f"{hidden(words['from'] + ': ')}{rich(message.sender)}", "kit-ud") if message.sender else ""
    bubbles = "".join(
        tag(
            "p",
            hidden(f"{words['you' if bubble.is_mine else 'they']}: ")
            + "".join(
                f"{numbered(number, words['sign'])}<u>{rich(text)}</u>" if number else rich(text)
                for text, number in bubble.pieces
            ),
            "kit-di" if bubble.is_mine else "kit-den",
        )
        for bubble in message.bubbles
    )
    below = ""
    if message.signs:
        below = tag("p", f"<b>{words['signs_genuine' if message.genuine else 'signs']}</b>", "kit-ten")
        below += tag("ol", "".join(tag("li", rich(sign)) for sign in message.signs), "kit-loi")
    below += labelled(words["do"], message.to_do, "kit-lam") if message.to_do else ""
    return caption + tag("div", sender + bubbles, "kit-may") + below + foot(message.sources, message.expires, around)
