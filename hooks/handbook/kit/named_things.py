"""Which block a plan means when it names a thing to hold: "phát thẻ “Việc của ai?”", "tờ tuổi và mức"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from handbook.kit.cards import Cards
from handbook.kit.placed import Placed
from handbook.kit.spoken import number_words
from handbook.vietnamese.text import fold, nfc, slug

_ANY = ("man-hinh", "tin-nhan", "so-do", "the-cat", "to-in", "bieu-mau")
#: A noun for something of paper → the kinds of blocks that it can be.
_NOUNS: Mapping[str, tuple[str, ...]] = {
    "thẻ": ("the-cat",),
    "mẩu": ("the-cat",),
    "bảng giơ": ("the-cat",),
    "tờ": _ANY,
    "phiếu": ("bieu-mau",),
    "sơ đồ": ("so-do", "bieu-mau"),
    "màn hình giấy": ("man-hinh", "bieu-mau"),
    "điện thoại giấy": ("man-hinh", "bieu-mau"),
}
_NAMES = ("bảng giơ",)  # the noun is itself the name of the set
# Nouns of sheets that are nouns of other things too: they count where a list of sheets is written.
_LISTED = {
    **_NOUNS,
    "tin": ("the-cat", "tin-nhan"),
    "bài": ("bai-loa", "bai-dang", "bieu-mau"),
    **dict.fromkeys(("bản", "bảng", "sổ", "trang", "bộ", "mã", "lịch", "giấy"), _ANY),
}
#: Real things of which a plan speaks: a card of the bank is not a card of the pack.
_REAL_BEFORE = re.compile(r"(?<!\w)(?:bỏ|sau|mở|cầm|mất|lấy|số|trên|gửi|chụp|quẹt|kể|nghe|gặp)\s+$", re.IGNORECASE)
_REAL_AFTER = re.compile(
    r"\s*(?:căn cước|ngân hàng|bảo hiểm|atm|tín dụng|sim|việc|tín|thật|nhắn|giấy|giả|a0|mẫu|bìa|rơi|đơn)\b",
    re.IGNORECASE,
)
_STOPS = re.compile(
    r"[,.;:!?()–“]|\s(?:của|để|cho|theo|và|mỗi|ở|trong|trên|lên|xuống|cũng|là|rồi|thì|có|không|vào|ra|tới|đến|"
    r"bằng|như|này|ấy|đó|hai mặt|cả|cùng|hoặc|với|đã|còn|được|hay|thành|xáo|cạnh|bên|gần)(?=\s|$)|[,.;:]?$"
)
_BETWEEN = re.compile(rf"[,;:]|\svà\s(?=(?:{'|'.join(_LISTED)})\s)")
_QUOTED = re.compile(r"[“\"](?P<name>[^”\"]+)[”\"]")
_LINK = re.compile(r"\[(?P<text>[^\]]*)\]\((?P<target>[^)\s]*)\)")
_NUMBERS = {number_words(number): number for number in range(1, 61)}
_NUMBER = re.compile(rf"(?:{'|'.join(sorted(_NUMBERS, key=len, reverse=True))}|\d+)(?=\s)", re.IGNORECASE)
#: Words that say nothing about which sheet is meant.
_EMPTY = frozenset(slug("các những và từng nữa lần mỗi nhóm thêm nó này buổi cuối của").split("-"))
#: So many of the words that name a thing must be in the name of the block; a single common syllable is no name.
_ENOUGH, _LEAST = 0.5, 2


@dataclass(frozen=True)
class Thing:
    """A named thing: the words of the plan, the words that identify it, how many, and what it can be."""

    text: str
    words: tuple[str, ...]
    kinds: tuple[str, ...]
    count: int = 0


def things_named(text: str) -> Iterator[Thing]:
    """The things of paper that running ``text`` names; linked ones are left to their links."""
    bare = _without_links(text)
    for noun, kinds in _NOUNS.items():
        for found in re.finditer(rf"(?<!\w){noun}(?!\w)", bare, re.IGNORECASE):
            before, after = bare[: found.start()], bare[found.end() :]
            if _inside_longer(found.start(), noun, bare) or _is_real(before, after):
                continue
            yield _thing(noun, before, after, kinds)


def things_listed(text: str) -> Iterator[Thing]:
    """The things of a list in which every item is one: ``Thẻ OTP, tờ dọn máy``."""
    for item in _BETWEEN.split(_without_links(text)):
        item = item.strip(" .*_")
        if (
            not item
            or _is_number(item)
            or re.match(r"(?:mỗi|một tờ|hai bộ|ba tờ|ghi nguồn|cắt rời)\b", item, re.IGNORECASE)
        ):
            continue
        noun = _first_noun(item)
        before, after = _around(noun, item)
        while inner := _leading_noun(after):  # eight sheets of paper screens
            noun, after = inner, _around(inner, after)[1]
        thing = _thing(noun, before + " ", after, _LISTED.get(noun, _ANY))
        if thing.words or noun:
            yield replace(thing, text=item)


def _first_noun(item: str) -> str:
    """The noun with which ``item`` begins, after a number; a longer one before a shorter."""
    found = [
        (place.start(), -len(noun), noun)
        for noun in _LISTED
        if (place := re.search(rf"(?<!\w){noun}(?!\w)", item, re.IGNORECASE))
    ]
    return min(found)[2] if found else ""


def _leading_noun(text: str) -> str:
    """The noun at the very beginning of ``text``, or nothing."""
    low = text.lstrip().lower()
    return max((noun for noun in _LISTED if re.match(rf"{noun}(?!\w)", low)), key=len, default="")


def _around(noun: str, item: str) -> tuple[str, str]:
    """What stands before ``noun`` and after it; without one all of ``item`` is what names it."""
    place = re.search(rf"(?<!\w){noun}(?!\w)", item, re.IGNORECASE) if noun else None
    return (item[: place.start()], item[place.end() :]) if place else ("", item)


def linked_ids(text: str) -> frozenset[str]:
    """The anchors to which links in ``text`` lead."""
    return frozenset(found["target"].partition("#")[2] for found in _LINK.finditer(text) if "#" in found["target"])


def meant(thing: Thing, among: Iterable[Placed]) -> Placed | None:
    """The block that ``thing`` names best; ``None`` if none fits it."""
    fitting = [one for one in among if one.block.kind in thing.kinds and _is_enough(thing, one)]
    if not thing.words:
        return fitting[0] if fitting else None
    scored = [(_share(thing.words, one), -place, one) for place, one in enumerate(fitting)]
    best = max(scored, default=None, key=lambda entry: entry[:2])
    return (
        best[2]
        if best and best[0] >= _ENOUGH and _matched(thing.words, best[2]) >= min(_LEAST, len(thing.words))
        else None
    )


def _is_enough(thing: Thing, one: Placed) -> bool:
    content = one.block.content
    return not isinstance(content, Cards) or thing.count <= len(content.cards)


def _share(words: tuple[str, ...], one: Placed) -> float:
    return _matched(words, one) / len(words)


def _matched(words: tuple[str, ...], one: Placed) -> int:
    known = words_of(one)
    return sum(word in known for word in words)


def words_of(one: Placed) -> frozenset[str]:
    """The words by which a plan may call the block: those of its title and of its id."""
    content = one.block.content
    return frozenset(re.findall(r"\w+", fold(f"{content.title} {content.id.replace('-', ' ')}")))


def _thing(noun: str, before: str, after: str, kinds: tuple[str, ...]) -> Thing:
    quoted = _QUOTED.match(after.lstrip())
    if quoted:
        name = quoted["name"]
    else:
        stop = _STOPS.search(after)
        name = after[: stop.start()] if stop else after
    name = " ".join(name.split()[:6])
    own = noun if noun in _NAMES else ""
    counted = re.search(rf"({_NUMBER.pattern})\s*$", before, re.IGNORECASE)
    return Thing(
        f"{noun} {name}".strip(), _words(f"{own} {name}"), kinds, _count(counted.group() + " ") if counted else 0
    )


def _inside_longer(place: int, noun: str, text: str) -> bool:
    """Whether a longer noun begins at the same place."""
    return any(len(other) > len(noun) and text[place:].lower().startswith(other) for other in _NOUNS)


def _is_real(before: str, after: str) -> bool:
    return bool(_REAL_BEFORE.search(before) or _REAL_AFTER.match(after))


def _words(text: str) -> tuple[str, ...]:
    return tuple(word for word in re.findall(r"\w+", fold(nfc(text))) if word not in _EMPTY and not word.isdigit())


def _is_number(text: str) -> bool:
    return text.isdigit() or text.lower() in _NUMBERS


def _count(text: str) -> int:
    found = _NUMBER.match(text.lstrip())
    if not found:
        return 0
    written = found.group().lower()
    return int(written) if written.isdigit() else _NUMBERS[written]


def plain_words(text: str) -> str:
    """``text`` as it is read aloud: the words of links, no marks."""
    return re.sub(r"\s+", " ", _LINK.sub(r"\g<text>", text).replace("**", "").replace("*", "")).strip()


def _without_links(text: str) -> str:
    """``text`` without linked words, whose target is checked, and without bold marks."""
    return _LINK.sub(" ", text).replace("**", "")
