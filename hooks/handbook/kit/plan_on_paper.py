"""A lesson can be taught where there is no network: nothing has to be opened, no list is only counted, paper stands in.

Beside the sheets that a plan names (lesson_plan.py), a minute must not send the trainer to a page, must not
count things that nothing tells ("soát tám câu"), and where phones are used the plan says what is done without.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from handbook.catalogue.catalog import Article
from handbook.kit.placed import Placed
from handbook.kit.plan_text import COURSE, GOALS, OFFLINE, SHORT, Row, Sections, rows_of
from handbook.kit.spoken import number_words
from handbook.problem import Problem
from handbook.vietnamese.text import nfc

_LINK = re.compile(r"\[(?P<text>[^\]]*)\]\((?P<target>[^)\s]*)\)")
_NUMBERS = "|".join(sorted((number_words(number) for number in range(2, 13)), key=len, reverse=True))
#: Things that are told one by one. What stands behind a colon in the same cell is told there.
_COUNTED = re.compile(rf"(?<!\w)(?:{_NUMBERS}) (?:câu|bước|dòng|ý|thứ|lý do|điều|vai|ô)(?!\w)(?!:)", re.IGNORECASE)
#: What is done on a phone, not merely with one at hand; "bấm giờ" is done with a clock.
_ON_A_PHONE = re.compile(
    r"(?<!\w)(?:máy (?:của )?mình|(?:trên|bằng) (?:chính )?máy|trên cổng|mở ví|(?-i:[Tt]hử AI)|quét|bật hai lớp|"
    r"bấm(?! (?:giờ|chuông)))(?!\w)",
    re.IGNORECASE,
)
#: "**Phút 20–35:** …", "**Phút 15–40, 40–65:** …"
_ANSWERED = re.compile(r"(?<!\w)phút (?P<ranges>\d{1,3}[–—-]\d{1,3}(?:(?:,| và) \d{1,3}[–—-]\d{1,3})*)", re.IGNORECASE)
_RANGE = re.compile(r"(\d{1,3})[–—-](\d{1,3})")


def check_on_paper(
    article: Article, sections: Sections, pack: Iterable[Placed], known: frozenset[str]
) -> Iterator[Problem]:
    """What the minutes of a plan ask for that paper cannot give; ``known`` are the ids of all kit blocks."""
    rows = [(name, row) for name in (COURSE, SHORT) for row in rows_of(sections.get(name, ()))]
    yield from _pages(article, rows, known)
    yield from _lists(article, sections, rows, pack)
    yield from _phones(article, sections)


def _pages(article: Article, rows: list[tuple[str, Row]], known: frozenset[str]) -> Iterator[Problem]:
    """A minute leads to no page; blocks that are not ordered are told by lesson_plan.py."""
    for name, row in rows:
        for link in _LINK.finditer(" | ".join(row.cells)):
            target = link["target"]
            if not target.startswith("#") and target.partition("#")[2] not in known:
                yield Problem(
                    article.path,
                    row.line,
                    f"{name}, phút {row.cells[0]} dẫn tới trang “{link['text']}”; nơi không có mạng không mở được.",
                    "Viết điều cần nói vào giáo án, hoặc làm thành thẻ, tờ rồi dẫn tới khối ấy.",
                    "buoi-khong-mang",
                )


def _lists(
    article: Article, sections: Sections, rows: list[tuple[str, Row]], pack: Iterable[Placed]
) -> Iterator[Problem]:
    """Whatever is counted in a minute or a goal is told somewhere in the plan or on a sheet of the pack."""
    counting = [(row.line, f"{name}, phút {row.cells[0]}", " | ".join(row.cells)) for name, row in rows]
    counting += [(line, GOALS, text) for line, text in sections.get(GOALS, ())]
    told = "\n".join(text for name, lines in sections.items() if name != GOALS for _, text in lines if text[:1] != "|")
    told = _plain(f"{told}\n" + "\n".join(_words(one) for one in pack))
    for line, where, text in counting:
        for phrase in dict.fromkeys(found.group() for found in _COUNTED.finditer(_plain(text))):
            if not re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", told):
                yield Problem(
                    article.path,
                    line,
                    f"{where} nhắc “{phrase}” mà giáo án và bộ in không kể đó là những gì.",
                    f"Kể đủ “{phrase}” trong giáo án, hoặc thêm vào can_in tờ có kể.",
                    "buoi-khong-mang",
                )


def _phones(article: Article, sections: Sections) -> Iterator[Problem]:
    """For each minute at a phone "Khi không có mạng" says what is done on paper."""
    text = " ".join(line for _, line in sections.get(OFFLINE, ()))
    answered = [
        (int(start), int(end)) for found in _ANSWERED.finditer(text) for start, end in _RANGE.findall(found["ranges"])
    ]
    for row in rows_of(sections.get(COURSE, ())):
        used = next((found for cell in row.cells[1:] if (found := _ON_A_PHONE.search(cell))), None)
        if used and not any(start <= row.start and row.end <= end for start, end in answered):
            yield Problem(
                article.path,
                row.line,
                f"Phút {row.cells[0]} làm trên máy (“{used.group()}”) mà mục “{OFFLINE}” chưa nói làm gì thay.",
                f"Viết ở mục ấy: **Phút {row.start}–{row.end}:** việc làm trên giấy, hoặc “không cần mạng”.",
                "buoi-khong-mang",
            )


def _words(one: Placed) -> str:
    return "\n".join((one.block.content.title, *(line.text for line in one.block.raw.lines)))


def _plain(text: str) -> str:
    return nfc(text).replace("**", "").lower()
