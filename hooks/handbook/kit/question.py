"""``/// cau-hoi``: a quiz question with its options, the right one and why."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import get_args

from handbook.kit.leaflet import _PAGE
from handbook.kit.markup import Surroundings, foot, rich, tag
from handbook.kit.model import Common, common
from handbook.kit.reader import Reader
from handbook.source.schema_types import Competence

KEYS = ("-", "nang-luc", "de", "giai-thich", "xem")
COMPETENCES: tuple[str, ...] = get_args(Competence)
_OPTION = re.compile(r"\[(?P<mark>[ xX])\]\s*(?P<text>.*)")


@dataclass(frozen=True)
class Question(Common):
    """``right`` is the place of the right option from 0; ``form`` is ``truoc``, ``sau`` or ``""``."""

    options: tuple[str, ...]
    right: int
    why: str
    competence: str
    form: str
    page: str

    kind = "cau-hoi"
    searchable = False


def read(reader: Reader) -> Question:
    entries = reader.entries(KEYS)
    options: list[str] = []
    right: list[int] = []
    for entry in (entry for entry in entries if entry.key == "-"):
        found = _OPTION.match(entry.value)
        if not found or not found["text"]:
            reader.problem(
                entry.number, f"không hiểu lựa chọn “{entry.value[:50]}”.", "Viết - [ ] lựa chọn, câu đúng là - [x]."
            )
            continue
        if found["mark"] != " ":
            right.append(len(options))
        options.append(reader.short(found["text"], 140, "lựa chọn", entry.number))
    if not 2 <= len(options) <= 5:
        reader.problem(
            reader.raw.start, f"có {len(options)} lựa chọn, cần từ 2 đến 5.", "Viết mỗi lựa chọn một dòng - [ ] …"
        )
    if len(right) != 1:
        reader.problem(
            reader.raw.start, f"có {len(right)} câu trả lời đúng, phải có đúng 1.", "Đánh [x] vào một lựa chọn."
        )
    if len(set(options)) < len(options):
        reader.problem(reader.raw.start, "có hai lựa chọn giống nhau.", "Sửa một trong hai.")
    page = reader.text(entries, "xem", 120)
    if page and not _PAGE.fullmatch(page):
        at = next(entry.number for entry in entries if entry.key == "xem")
        reader.problem(
            at, f"xem “{page}” không phải trang của cẩm nang.", "Ghi đường dẫn tính từ docs/, ví dụ ky-nang/vneid.md."
        )
        page = ""
    form = reader.choice(entries, "de", ("khong", "truoc", "sau"), "khong")
    return Question(
        **common(reader, entries, 220, needs_id=True),
        options=tuple(options),
        right=right[0] if right else 0,
        why=reader.text(entries, "giai-thich", 320, required="vì sao lựa chọn ấy đúng"),
        competence=reader.choice(entries, "nang-luc", COMPETENCES),
        form="" if form == "khong" else form,
        page=page.replace(".md", "", 1),
    )


def html(question: Question, around: Surroundings) -> str:
    """The question with its options; the answer opens."""
    words = around.words
    options = "".join(tag("li", rich(option)) for option in question.options)
    letter = "ABCDE"[question.right]
    url = around.url_for(question.page) if question.page else ""
    more = f' <a href="{url}">{words["more"]}</a>' if url else ""
    answer = f"<p><b>{letter}.</b> {rich(question.options[question.right])}</p><p>{rich(question.why)}{more}</p>"
    return (
        tag("figcaption", rich(question.title))
        + f'<ol type="A" class="kit-chon">{options}</ol><details><summary>{words["answer"]}</summary>{answer}</details>'
        + foot(question.sources, question.expires, around)
    )
