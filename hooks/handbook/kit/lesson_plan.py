"""A lesson can be taught with its print pack alone: each minute is planned, and whatever a minute asks for is ordered.

Read are the tables "Diễn biến" and "Bản 30 phút" (minutes, what is held), the list "In:" and every link of the plan.
A thing that is named but not in ``can_in`` (or ``nhac_lai``) is not in the pack.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from handbook.catalogue.catalog import Article
from handbook.kit.named_things import Thing, linked_ids, meant, things_listed, things_named
from handbook.kit.placed import Placed
from handbook.kit.plan_on_paper import check_on_paper
from handbook.kit.plan_text import COURSE, DOORSTEP, PREPARED, SHORT, Sections, rows_of, sections_of
from handbook.kit.source import without_blocks
from handbook.markdown.source_scan import without_code
from handbook.problem import Problem
from handbook.source.schema import LessonMeta

SHORT_MINUTES = 30
#: What is printed for a class; scripts and posts are read aloud and sent, from the sheet of reminders or of their own.
_PRINTED = ("man-hinh", "tin-nhan", "so-do", "the-cat", "to-in", "bieu-mau", "cau-hoi", "bai-loa", "bai-dang")
_LENGTH = re.compile(r"\*\*Thời gian:?\*\*:?\s*(?P<minutes>\d{2,3})\s*phút")
_IN = re.compile(r"^\s*[-*]\s+\*\*In:?\*\*:?\s*(?P<list>.+)$")
_BEYOND = re.compile(r"\.\s+(?=\S)")  # what follows the first sentence is brought, not printed


def check_plan(article: Article, meta: LessonMeta, names: Mapping[str, Placed]) -> Iterator[Problem]:
    """What the plan of a lesson asks for and its pack does not hold; lessons without a course are no plans."""
    sections = sections_of(article)
    course = sections.get(COURSE, ())
    if not meta.to_print and not list(rows_of(course)):
        return
    pack = _Pack.of(meta, names)
    yield from _minutes(article, COURSE, course, _length(sections))
    yield from _minutes(article, SHORT, sections.get(SHORT, ()), SHORT_MINUTES)
    if meta.to_print:
        yield from _missing_parts(article, sections)
        yield from check_on_paper(article, sections, pack.blocks, frozenset(names))
    yield from _links(article, pack, names)
    for line, thing, where in _things(sections):
        if meant(thing, pack.blocks) is None:
            yield _not_there(article, line, thing, where, pack, names)


@dataclass(frozen=True)
class _Pack:
    """The blocks in a lesson's pack, and their ids."""

    blocks: tuple[Placed, ...]
    ids: frozenset[str]

    @classmethod
    def of(cls, meta: LessonMeta, names: Mapping[str, Placed]) -> _Pack:
        ids = list(meta.to_print)
        if meta.reminders:
            ids += [*meta.reminders.week_2, *meta.reminders.month_1, *meta.reminders.month_3]
        return cls(tuple(names[name] for name in dict.fromkeys(ids) if name in names), frozenset(ids))


def _length(sections: Sections) -> int:
    """How many minutes the lesson says it takes, or 0."""
    found = (_LENGTH.search(line) for _, line in sections.get(PREPARED, ()))
    return next((int(one["minutes"]) for one in found if one), 0)


def _minutes(article: Article, name: str, lines: Iterable[tuple[int, str]], length: int) -> Iterator[Problem]:
    """A table of minutes goes on without a gap from 0 to the end."""
    expected, last = 0, 0
    for row in rows_of(lines):
        start, end = row.start, row.end
        if start != expected:
            yield problem(
                article,
                row.line,
                f"{name}: phút {start}–{end} không nối với dòng trước, đang ở phút {expected}.",
                "Sửa số phút cho liền nhau, bắt đầu từ 0.",
                "buoi-phut",
            )
        if end <= start:
            yield problem(
                article,
                row.line,
                f"{name}: phút {start}–{end} kết thúc trước khi bắt đầu.",
                "Sửa số phút.",
                "buoi-phut",
            )
        if not any(row.cells[1:]):
            yield problem(
                article, row.line, f"{name}: phút {start}–{end} chưa ghi làm gì.", "Viết việc của phút ấy.", "buoi-phut"
            )
        expected, last = max(end, start), row.line
    if last and length and expected != length:
        yield problem(
            article,
            last,
            f"{name} dừng ở phút {expected}, buổi dài {length} phút.",
            "Sửa dòng cuối, hoặc sửa Thời gian.",
            "buoi-phut",
        )


def _missing_parts(article: Article, sections: Sections) -> Iterator[Problem]:
    """A lesson with a pack has its three lengths: the whole, thirty minutes, three minutes at a door."""
    for name in (COURSE, SHORT, DOORSTEP):
        if COURSE in sections and not any(line.strip() for _, line in sections.get(name, ())):
            yield problem(
                article,
                1,
                f"Buổi có bộ in mà thiếu mục “{name}”.",
                f"Thêm mục ## {name} như ở các buổi khác.",
                "buoi-phut",
            )


def _links(article: Article, pack: _Pack, names: Mapping[str, Placed]) -> Iterator[Problem]:
    """Whatever block the plan leads to is in the pack: on paper a link leads nowhere."""
    text = without_blocks(without_code(article.body))
    for number, line in enumerate(text.split("\n"), start=article.body_line):
        for name in sorted(linked_ids(line) - pack.ids):
            if name in names and names[name].block.kind in _PRINTED:
                yield problem(
                    article,
                    number,
                    f"Bài dẫn tới “{names[name].block.content.title}” ({name}) nhưng bộ in của buổi không có.",
                    f"Thêm {name} vào can_in, hoặc bỏ liên kết.",
                    "buoi-thieu-to",
                )


def _things(sections: Sections) -> Iterator[tuple[int, Thing, str]]:
    """The things of paper that the plan names: line, thing, and where it is named."""
    for row in rows_of(sections.get(COURSE, ())):
        for thing in (thing for cell in row.cells[1:] for thing in things_named(cell)):
            yield row.line, thing, f"{COURSE}, phút {row.cells[0]}"
    for row in rows_of(sections.get(SHORT, ())):
        for thing in (thing for cell in row.cells[1:2] for thing in things_named(cell)):
            yield row.line, thing, f"{SHORT}, phút {row.cells[0]}"
        for thing in (thing for cell in row.cells[2:] for thing in things_listed(cell)):
            yield row.line, thing, f"{SHORT}, phút {row.cells[0]}"
    for number, line in sections.get(DOORSTEP, ()):
        for thing in things_named(line):
            yield number, thing, DOORSTEP
    for number, line in sections.get(PREPARED, ()):
        if found := _IN.match(line):
            first = _BEYOND.split(found["list"], maxsplit=1)[0].partition(": ")
            for thing in things_listed(first[2] or first[0]):
                yield number, thing, "In"


def _not_there(
    article: Article, line: int, thing: Thing, where: str, pack: _Pack, names: Mapping[str, Placed]
) -> Problem:
    other = meant(thing, (one for name, one in names.items() if name not in pack.ids)) if thing.words else None
    many = f" đủ {thing.count} cái" if thing.count > 1 and not thing.words else ""
    return problem(
        article,
        line,
        f"{where} nói tới “{thing.text}” nhưng bộ in của buổi không có tờ nào như thế{many}.",
        f"Thêm {other.block.content.id} vào can_in."
        if other
        else "Thêm id của tờ ấy vào can_in, gọi tờ đúng tên, hoặc đặt liên kết tới khối.",
        "buoi-thieu-to",
    )


def problem(article: Article, line: int, message: str, fix: str, code: str) -> Problem:
    return Problem(article.path, line, message, fix, code)
