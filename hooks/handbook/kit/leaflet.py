"""``/// to-in``: a leaflet or poster with one sentence, three steps, one number, one QR code."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from handbook.kit.markup import Surroundings, foot, rich, tag
from handbook.kit.model import Common, common
from handbook.kit.reader import Reader, parts
from handbook.markdown.phone_numbers import address_of

KEYS = ("kho", "hinh", "cau", "buoc", "so", "chu-so-huu", "kiem-tra", "qr")
PAPERS = ("a5", "a4", "a3")
BY_HAND = "..."  # a number that is written in
MOST_STEPS = 3
#: After so many days a number on paper must have been checked again.
TRUSTED_DAYS = 366
_PAGE = re.compile(r"[a-z0-9/-]+\.md(?:#[a-z0-9_-]+)?")


@dataclass(frozen=True)
class Leaflet(Common):
    """``number`` is ``""`` without one and ``"..."`` where it is written in by hand; ``page`` is a key with an anchor.

    ``drawing`` is the id of a line drawing or ``""``.
    """

    paper: str
    sentence: str
    steps: tuple[str, ...]
    number: str
    number_for: str
    owner: str
    checked: dt.date | None
    page: str
    drawing: str = ""

    kind = "to-in"


def read(reader: Reader) -> Leaflet:
    entries = reader.entries(KEYS)
    steps = [entry for entry in entries if entry.key == "buoc"]
    if len(steps) > MOST_STEPS:
        reader.problem(
            steps[MOST_STEPS].number,
            f"có {len(steps)} bước, nhiều nhất {MOST_STEPS}.",
            "Người đi ngang chỉ nhớ ba việc: bỏ bớt.",
        )
    entry = reader.one(entries, "so")
    number, number_for = ([*parts(entry.value), ""][:2]) if entry else ("", "")
    number = BY_HAND if number in ("...", "…", "....") else number
    if entry:
        reader.short(number, 24, "so", entry.number)
        reader.short(number_for, 60, "lời sau so", entry.number)
        if not number_for:
            reader.problem(entry.number, "chưa nói số ấy để làm gì.", "Viết so: số | gọi để làm gì.")
    is_printed = bool(number) and number != BY_HAND
    owner = reader.text(entries, "chu-so-huu", 80, required="cơ quan giữ số ấy" if is_printed else "")
    checked = reader.date(entries, "kiem-tra", required=is_printed)
    others = [entry for entry in entries if entry.key in ("cau", "buoc")]
    reader.no_phone(others, "Đưa số vào dòng so: cùng chu_so_huu và kiem_tra.")
    page = reader.text(entries, "qr", 120)
    if page and not _PAGE.fullmatch(page):
        at = next(entry.number for entry in entries if entry.key == "qr")
        reader.problem(
            at,
            f"qr “{page}” không phải trang của cẩm nang.",
            "Ghi đường dẫn tính từ docs/, ví dụ ky-nang/nhan-dien-lua-dao.md.",
        )
        page = ""
    return Leaflet(
        **common(reader, entries, 60, needs_id=True),
        paper=reader.choice(entries, "kho", PAPERS),
        sentence=reader.text(entries, "cau", 80, required="một câu to nhất trên tờ"),
        steps=tuple(reader.short(step.value, 100, "buoc", step.number) for step in steps[:MOST_STEPS]),
        number=number,
        number_for=number_for,
        owner=owner,
        checked=checked,
        page=page.replace(".md", "", 1),
        drawing=reader.text(entries, "hinh", 60),
    )


def html(leaflet: Leaflet, around: Surroundings) -> str:
    """The sheet in small."""
    words = around.words
    badge = f'<span class="kit-nhan">{words["leaflet"]} {leaflet.paper.upper()}</span> '
    inside = tag("p", rich(leaflet.title), "kit-td")
    inside += around.drawing(leaflet.drawing) if leaflet.drawing else ""
    inside += tag("p", rich(leaflet.sentence), "kit-cau")
    if leaflet.steps:
        inside += tag("ol", "".join(tag("li", rich(step)) for step in leaflet.steps), "kit-viec")
    if leaflet.number:
        number = f"………… ({words['by_hand']})" if leaflet.number == BY_HAND else _callable(leaflet.number)
        inside += tag("p", f"<b>{number}</b> {rich(leaflet.number_for)}", "kit-so")
    url = around.url_for(leaflet.page) if leaflet.page else ""
    more = tag("p", f'<a href="{url}">{words["more"]}</a>') if url else ""
    if leaflet.owner and leaflet.checked:
        date = leaflet.checked.strftime("%d/%m/%Y")
        more += tag("p", f"{words['owner']} {rich(leaflet.owner)}, {words['checked_on']} {date}", "kit-chan")
    return (
        tag("figcaption", badge + rich(leaflet.title))
        + tag("div", inside, "kit-to")
        + more
        + foot(leaflet.sources, leaflet.expires, around)
    )


def _callable(number: str) -> str:
    """``number`` as a link that a phone dials."""
    return f'<a href="{address_of(number)}">{rich(number)}</a>' if re.search(r"\d", number) else rich(number)
