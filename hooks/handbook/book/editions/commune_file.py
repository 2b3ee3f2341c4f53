"""A commune's YAML file read, checked, and turned into an edition of the book."""

from __future__ import annotations

import copy
import difflib
from collections.abc import Iterable, Mapping
from dataclasses import replace

from pydantic import BaseModel, ValidationError

from handbook.book.editions.commune_model import ClassDay, Commune, Member, Place
from handbook.book.editions.local_part import with_local_part
from handbook.book.model import Book
from handbook.book.variants import ink_saving, large_print, whole_edition
from handbook.places.register import FOLDER
from handbook.problem import Problem
from handbook.source.yaml_text import BrokenYaml, read_yaml

_NESTED: Mapping[str, type[BaseModel]] = {"thanh_vien": Member, "noi_can_biet": Place, "lop_hoc": ClassDay}
_BLANK: Mapping[str, dict] = {
    **dict.fromkeys(("thanh_vien", "noi_can_biet"), {"ten": "-"}),
    "lop_hoc": {"buoi": "1", "ngay": "2000-01-01"},
}
_LIST = "Viết thành danh sách, mỗi mục một dòng bắt đầu bằng gạch ngang và dấu cách, như trong mau-xa.yml."
_EXPECTED = {
    "string_type": "một dòng chữ",
    "tuple_type": "một danh sách",
    "model_type": "một nhóm khóa",
    "bool_type": "có hoặc không (true hoặc false)",
    "bool_parsing": "có hoặc không (true hoặc false)",
    "string_too_short": "một dòng chữ không để trống",
    "string_too_long": "dòng ngắn hơn",
    "too_long": "danh sách ngắn hơn",
    "model_attributes_type": "một nhóm khóa",
    **dict.fromkeys(("int_type", "int_parsing", "greater_than_equal", "less_than_equal"), "số của một buổi, ví dụ 6"),
    **dict.fromkeys(("date_as_written", "date_type"), "một ngày có thật, viết năm-tháng-ngày: 2026-12-12"),
}

Lines = Mapping[tuple, int]


def read_commune(text: str, path: str) -> tuple[Commune | None, Lines, tuple[Problem, ...]]:
    """The commune in ``text``, the line of each key, and every mistake; ``None`` if there is one."""
    draft, lines, problems = draft_commune(text, path)
    return (None if problems else draft), lines, problems


def draft_commune(text: str, path: str) -> tuple[Commune | None, Lines, tuple[Problem, ...]]:
    """The same, with what can be used of a file that has mistakes, so that all of them are told in one run.

    A name that is missing is blank; ``None`` for a file in which nothing can be read.
    """
    try:
        document = read_yaml(text.removeprefix("\ufeff"))
    except BrokenYaml as error:
        return (
            None,
            {},
            (
                Problem(
                    path,
                    min(error.line + 1, max(1, len(text.splitlines()))),
                    error.message or "Không đọc được dòng này (YAML sai).",
                    error.fix
                    or "Kiểm tra dấu hai chấm, thụt đầu dòng; giá trị có dấu hai chấm phải đặt trong dấu nháy kép.",
                    "xa-yaml",
                ),
            ),
        )
    data = {} if document.data is None else document.data
    if not isinstance(data, dict):
        return (
            None,
            {},
            (Problem(path, 1, "Tệp phải gồm các dòng khoa: gia_tri.", "Chép mau-xa.yml rồi sửa lại.", "xa-yaml"),),
        )
    lines = document.lines
    problems = [
        Problem(
            path,
            key.line,
            f"“{key.name}” được khai hai lần (lần trước ở dòng {key.earlier}).",
            "Giữ lại một dòng.",
            "xa-trung",
        )
        for key in document.repeated
    ]
    try:
        commune = Commune.model_validate(data | {"path": path})
    except ValidationError as error:
        problems += [_explain(item, lines, path) for item in error.errors()]
        commune = _usable(data, [tuple(item["loc"]) for item in error.errors()], path)
    return commune, lines, tuple(problems)


def _usable(data: Mapping, wrong: Iterable[tuple], path: str) -> Commune:
    """What of ``data`` is right, the rest as if it were not there: of somebody without a right number the name.

    Somebody without a name keeps a place in the list, so that the lines of those behind stay right.
    """
    right = copy.deepcopy(dict(data))
    for key, *inside in wrong:
        people = right.get(key) if key in _NESTED and inside else None
        if not isinstance(people, list):
            right.pop(key, None)
        elif len(inside) > 1 and isinstance(people[inside[0]], dict):
            people[inside[0]].pop(inside[1], None)
        else:
            people[inside[0]] = {}
    for key in _NESTED:
        right |= {key: [_BLANK[key] | one for one in right[key]]} if key in right else {}
    names = {key: right.pop(key, "") for key in ("ten", "tinh")}
    commune = Commune.model_validate({"ten": "-", "tinh": "-", **right, "path": path})
    return commune.model_copy(update={"name": names["ten"], "province": names["tinh"]})


def _explain(item: Mapping, lines: Lines, path: str) -> Problem:
    location = tuple(item["loc"])
    name, kind, given = str(location[-1]), item["type"], item.get("input")
    where = location
    while where and where not in lines:
        where = where[:-1]
    line = lines.get(where, 1)
    if kind == "missing":
        return Problem(path, line, f"Thiếu “{name}”.", f"Thêm dòng {name}: … như trong mau-xa.yml.", "xa-thieu")
    if kind == "extra_forbidden":
        model = _NESTED.get(str(location[0]), Commune) if len(location) > 1 else Commune
        keys = [field.alias for field in model.model_fields.values() if field.alias]
        near = difflib.get_close_matches(name, keys, n=1, cutoff=0.5)
        return Problem(
            path,
            line,
            f"Không có khóa “{name}”.",
            f"Có phải ý bạn là “{near[0]}”?" if near else f"Các khóa dùng được: {', '.join(keys)}.",
            "xa-khoa-la",
        )
    if kind == "value_error":
        return Problem(path, line, f"“{name}” chưa đúng: {item['ctx']['error']}.", f"Đang ghi “{given}”.", "xa-gia-tri")
    return Problem(
        path,
        line,
        f"“{next(part for part in reversed(location) if isinstance(part, str))}” phải là {_EXPECTED.get(kind, 'đúng kiểu')}.",
        _LIST if kind in ("tuple_type", "model_type", "model_attributes_type") else "Xem mau-xa.yml.",
        "xa-kieu",
    )


def chosen_chapters(commune: Commune, lines: Lines, book: Book) -> tuple[frozenset[str], tuple[Problem, ...]]:
    """The parts and chapters that the commune chose, and those that the book has not."""
    keys = [chapter.key for chapter in book.chapters]
    folders = [part.key.removesuffix("/index") for part in book.parts if part.key]
    chosen: set[str] = set()
    problems = []
    for index, wanted in enumerate(commune.chapters):
        name = wanted.strip("/").removesuffix(".md").removesuffix("/index")
        if name in folders or name in keys:
            chosen.add(name)
            continue
        near = difflib.get_close_matches(name, [*keys, *folders], n=1, cutoff=0.5)
        problems.append(
            Problem(
                commune.path,
                lines.get(("chuong", index), 0),
                f"Không có phần hay chương “{wanted}”.",
                f"Có phải ý bạn là “{near[0]}”?" if near else f"Các phần: {', '.join(folders)}.",
                "xa-chuong",
            )
        )
    return frozenset(chosen), tuple(problems)


def commune_edition(commune: Commune, lines: Lines, book: Book) -> tuple[Book, tuple[Problem, ...]]:
    """``book`` with the chapters that the commune chose, its own part first, its cover and its back cover."""
    chosen, problems = chosen_chapters(commune, lines, book)
    whole = book
    if chosen:
        parts = (
            part
            if part.key.removesuffix("/index") in chosen
            else replace(
                part, intro_html="", chapters=tuple(chapter for chapter in part.chapters if chapter.key in chosen)
            )
            for part in book.parts
        )
        book = replace(
            book,
            front=tuple(chapter for chapter in book.front if chapter.key in chosen),
            parts=tuple(part for part in parts if part.chapters or part.intro_html),
        )
    else:
        book = whole_edition(book)
    book = with_local_part(book, whole, commune, keep_places=FOLDER in chosen)
    if commune.large:
        book = large_print(book)
    if commune.grey:
        book = ink_saving(book)
    return replace(book, options=replace(book.options, edition_name="", commune=commune)), problems
