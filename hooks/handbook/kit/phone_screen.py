"""``/// man-hinh``: a drawn phone screen from a short list, with the places to touch."""

from __future__ import annotations

import re
from dataclasses import dataclass

from handbook.kit.markup import Surroundings, foot, hidden, labelled, numbered, rich, tag
from handbook.kit.model import Common, common
from handbook.kit.reader import Reader, parts

ITEMS = ("tieu-de", "chu", "o", "otp", "chon", "muc", "qr", "anh", "bao", "nut", "nut-phu")
KEYS = (*ITEMS, "ung-dung", "loai", "lam-gi")
MOST_ITEMS, MOST_TOUCHES, MOST_SCREENS = 9, 4, 12
_ARROW = re.compile(r"\s*(?:->|→|=>)\s*")
_TICKED = re.compile(r"\[(?P<tick>[ xX✓]?)\]\s*")


@dataclass(frozen=True)
class Item:
    """One line of the screen; ``touch`` is its number (0: nothing to touch), ``how`` says how."""

    kind: str
    text: str
    more: str = ""
    ticked: bool = False
    touch: int = 0
    how: str = ""


@dataclass(frozen=True)
class PhoneScreen(Common):
    """A screen; ``state`` is ``""``, ``hong`` (something failed) or ``gia`` (made by fraudsters)."""

    app: str
    state: str
    items: tuple[Item, ...]
    to_do: str

    kind = "man-hinh"


def read(reader: Reader) -> PhoneScreen:
    entries = reader.entries(KEYS)
    items: list[Item] = []
    for entry in entries:
        if entry.key not in ITEMS:
            if entry.is_marked:
                reader.problem(
                    entry.number, f"dấu * đứng trước {entry.key}.", f"Đặt * trước một trong: {', '.join(ITEMS)}."
                )
            continue
        value, how = _split_how(entry.value)
        if how and not entry.is_marked:
            reader.problem(
                entry.number, "có “->” mà không có dấu * ở đầu dòng.", "Thêm * và dấu cách ở đầu dòng, hoặc bỏ “->”."
            )
        touch = 1 + max((item.touch for item in items), default=0) if entry.is_marked else 0
        text, more = ([*parts(value), ""] if entry.key in ("o", "muc") else [value, ""])[:2]
        ticked = False
        if entry.key == "chon" and (found := _TICKED.match(text)):
            ticked, text = bool(found["tick"].strip()), text[found.end() :]
        if not text:
            reader.problem(entry.number, f"{entry.key} chưa có chữ.", f"Viết chữ hiện trên màn hình sau {entry.key}:.")
        reader.short(text, 90, entry.key, entry.number)
        reader.short(more, 60, "chữ sau dấu |", entry.number)
        reader.short(how, 140, "lời sau ->", entry.number)
        items.append(Item(entry.key, text, more, ticked, touch, how))
    if not items:
        reader.problem(reader.raw.start, "màn hình chưa có gì.", "Thêm ít nhất một dòng, ví dụ tieu-de: Đăng nhập.")
    if len(items) > MOST_ITEMS:
        reader.problem(
            reader.raw.start,
            f"có {len(items)} dòng trên màn hình, chỉ vừa {MOST_ITEMS}.",
            "Chỉ giữ những gì người học cần thấy, hoặc tách thành hai màn hình.",
        )
    touches = max((item.touch for item in items), default=0)
    if touches > MOST_TOUCHES:
        reader.problem(
            reader.raw.start, f"có {touches} chỗ chạm, nhiều nhất {MOST_TOUCHES}.", "Tách thành hai màn hình."
        )
    state = reader.choice(entries, "loai", ("thuong", "hong", "gia"), "thuong").replace("thuong", "")
    to_do = reader.text(entries, "lam-gi", 200, required="việc làm ngay khi gặp màn hình này" if state else "")
    fields = common(reader, entries, 90)
    return PhoneScreen(**fields, app=reader.text(entries, "ung-dung", 30), state=state, items=tuple(items), to_do=to_do)


def _split_how(value: str) -> tuple[str, str]:
    pieces = _ARROW.split(value, maxsplit=1)
    return pieces[0], pieces[1] if len(pieces) > 1 else ""


def html(screen: PhoneScreen, around: Surroundings, step: int = 0, of: int = 0) -> str:
    """The screen as a figure; ``step`` of ``of`` when it is one of a sequence."""
    words = around.words
    state = {"hong": words["failed"], "gia": words["fake_screen"]}.get(screen.state, "")
    count = f'<span class="kit-buoc">{words["step"]} {step}/{of}</span> ' if of > 1 else ""
    badge = f'<span class="kit-nhan">{state}</span> ' if state else ""
    caption = tag("figcaption", f"{count}{badge}{rich(screen.title)}")
    bar = tag("p", rich(screen.app), "kit-ud") if screen.app else ""
    face = tag("div", bar + "".join(_item(item, around) for item in screen.items), "kit-may")
    touches = [item for item in screen.items if item.touch]
    hows = "".join(
        tag(
            "li",
            rich(item.how) if item.how else f"{words['touch']} <b>{rich(item.text)}</b>",
        )
        for item in touches
    )
    below = tag("ol", hows, "kit-loi") if hows else ""
    if screen.to_do:
        below += labelled(words["do"], screen.to_do, "kit-lam")
    return caption + face + below + foot(screen.sources, screen.expires, around)


def _item(item: Item, around: Surroundings) -> str:
    words = around.words
    mark = numbered(item.touch, words["touch"]) if item.touch else ""
    text, more = rich(item.text), rich(item.more)
    name = f"kit-m-{item.kind}" + (" kit-cham" if item.touch else "")
    if item.kind == "o":
        return tag("p", f"{mark}<small>{text}</small> <span>{more or '&nbsp;'}</span>", name)
    if item.kind == "otp":
        return tag("p", f"{mark}<small>{text}</small> <span>{hidden(words['otp'])}</span>", name)
    if item.kind == "chon":
        sign = hidden(words["checked" if item.ticked else "unchecked"])
        return tag("p", f"{mark}<i>{'✓' if item.ticked else ''}</i>{sign} {text}", name)
    if item.kind == "muc":
        return tag("p", f"{mark}{text}" + (f" <small>{more}</small>" if more else ""), name)
    if item.kind in ("qr", "anh"):
        return tag("p", f"{mark}{hidden(words['qr' if item.kind == 'qr' else 'picture'])} <span></span>{text}", name)
    return tag("p", mark + text, name)
