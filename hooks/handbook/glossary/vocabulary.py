"""How people ask: their words for things, and situations that one page answers.

Two tables beside the glossary, which editors extend; search reads both.
``cach-noi.csv`` gives what is typed in chat, said in a region, used of old or taken
from English, and the words that the pages use; ``tinh-huong.csv`` gives whole
situations ("chuyển nhầm tiền") and the place that answers them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from handbook.problem import Problem, in_reading_order
from handbook.sections import DEFAULT_LANGUAGE
from handbook.tables.named_rows import Record, read_records
from handbook.vietnamese.comparable import normal

Row = TypeVar("Row")

#: A document that is not in the register, said in its own number; its meaning is the number of what is followed today.
OLD_DOCUMENT = "văn bản cũ"
#: What people ask that no page speaks of ("giá vàng"); its meaning names the matter: search says so instead of guessing.
OUTSIDE = "ngoài cẩm nang"
#: What English readers say, in the words of the English pages.
IN_ENGLISH = "trang tiếng Anh"
KINDS = ("viết tắt", "vùng miền", "đời thường", "tên cũ", "tiếng Anh", IN_ENGLISH, OLD_DOCUMENT, OUTSIDE)


@dataclass(frozen=True)
class Saying:
    """Ways to say what the pages call ``meaning``; ``kind`` is one of ``KINDS``."""

    forms: tuple[str, ...]
    meaning: str
    line: int
    kind: str = ""


@dataclass(frozen=True)
class Situation:
    """What people ask, and the page (``ky-nang/vneid``) and heading that answer it, in the ``language`` they ask in."""

    asked: tuple[str, ...]
    page: str
    anchor: str
    line: int
    language: str = DEFAULT_LANGUAGE


@dataclass(frozen=True)
class Vocabulary:
    """Both tables, and the paths that messages show."""

    sayings: tuple[Saying, ...] = ()
    situations: tuple[Situation, ...] = ()
    sayings_path: str = ""
    situations_path: str = ""


def read_sayings(path: Path, display_path: str) -> tuple[tuple[Saying, ...], tuple[Problem, ...]]:
    """The rows of ``cach-noi.csv``; one that says nothing is left out with a problem."""
    return _read(path, display_path, _SAYINGS)


def read_situations(path: Path, display_path: str) -> tuple[tuple[Situation, ...], tuple[Problem, ...]]:
    """The rows of ``tinh-huong.csv``; whether the page exists is seen when all are read."""
    return _read(path, display_path, _SITUATIONS)


@dataclass(frozen=True)
class _Table(Generic[Row]):
    """A table whose first column holds several ways to say what its second gives.

    ``lacks`` says what a row lacks of which one is empty; ``made`` gives a row of a record and ``wrong`` further
    problems of it; ``is_english`` whether it is for English readers, who may say the same otherwise.
    """

    columns: tuple[str, ...]
    lacks: str
    made: Callable[[Record], Row]
    is_english: Callable[[Record], bool]
    wrong: Callable[[Record, str], list[Problem]] = lambda record, path: []


def _saying(record: Record) -> Saying:
    return Saying(record.many("cach_noi"), record["nghia_la"], record.line, record["loai"])


def _is_english_saying(record: Record) -> bool:
    return record["loai"] == IN_ENGLISH


def _situation(record: Record) -> Situation:
    page, _, anchor = record["trang"].partition("#")
    key = page.removesuffix(".md")
    language = "en" if _is_english_situation(record) else DEFAULT_LANGUAGE
    return Situation(record.many("nguoi_ta_hoi"), key.removesuffix(".en"), anchor, record.line, language)


def _is_english_situation(record: Record) -> bool:
    return record["trang"].partition("#")[0].endswith(".en.md")


def _unknown_kind(record: Record, path: str) -> list[Problem]:
    if record["loai"] in KINDS:
        return []
    message = f"Loại “{record['loai']}” không có trong danh sách."
    return [Problem(path, record.line, message, f"Chọn một trong: {', '.join(KINDS)}.", "cach-noi-loai")]


_SAYINGS = _Table(
    ("cach_noi", "nghia_la", "loai"), "cách nói hoặc thiếu nghĩa", _saying, _is_english_saying, _unknown_kind
)
_SITUATIONS = _Table(
    ("nguoi_ta_hoi", "trang"), "câu người ta hỏi hoặc thiếu trang trả lời", _situation, _is_english_situation
)


def _read(path: Path, display_path: str, table: _Table[Row]) -> tuple[tuple[Row, ...], tuple[Problem, ...]]:
    """The rows of ``table`` that say something, each with what is wrong in it."""
    records, found = read_records(path, display_path, table.columns, ())
    problems = list(found)
    rows: list[Row] = []
    owners: dict[tuple[str, bool], Record] = {}
    ways, meaning = table.columns[:2]
    for record in records:
        if not record.many(ways) or not record[meaning]:
            problems.append(
                Problem(
                    display_path,
                    record.line,
                    f"Dòng này thiếu {table.lacks}.",
                    f"Điền cả cột {ways} và cột {meaning}, hoặc xóa cả dòng.",
                    "cach-noi-thieu" if ways == "cach_noi" else "tinh-huong-thieu",
                )
            )
            continue
        problems += table.wrong(record, display_path)
        problems += _repeated(record, ways, owners, display_path, table.is_english(record))
        rows.append(table.made(record))
    return tuple(rows), in_reading_order(problems)


def _repeated(
    record: Record, column: str, owners: dict[tuple[str, bool], Record], path: str, is_english: bool
) -> list[Problem]:
    problems = []
    for form in record.many(column):
        owner = owners.setdefault((normal(form).lower(), is_english), record)
        if owner is not record:
            message = f"“{form}” đã có ở dòng {owner.line}."
            problems.append(
                Problem(
                    path,
                    record.line,
                    message,
                    "Để ở một dòng thôi.",
                    "cach-noi-trung" if column == "cach_noi" else "tinh-huong-trung",
                )
            )
    return problems
