"""How people ask: their words for things, and situations that one page answers.

Two tables beside the glossary, which editors extend; search reads both.
``cach-noi.csv`` gives what is typed in chat, said in a region, used of old or taken
from English, and the words that the pages use; ``tinh-huong.csv`` gives whole
situations ("chuyển nhầm tiền") and the place that answers them.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from handbook.problem import Problem, in_reading_order
from handbook.tables.named_rows import Record, read_records
from handbook.vietnamese.comparable import normal

SAYING_COLUMNS = ("cach_noi", "nghia_la", "loai")
SITUATION_COLUMNS = ("nguoi_ta_hoi", "trang")
KINDS = ("viết tắt", "vùng miền", "đời thường", "tên cũ", "tiếng Anh")


@dataclass(frozen=True)
class Saying:
    """Ways to say what the pages call ``meaning``."""

    forms: tuple[str, ...]
    meaning: str
    line: int


@dataclass(frozen=True)
class Situation:
    """What people ask, and the page (``ky-nang/vneid``) and heading that answer it."""

    asked: tuple[str, ...]
    page: str
    anchor: str
    line: int


@dataclass(frozen=True)
class Vocabulary:
    """Both tables, and the paths that messages show."""

    sayings: tuple[Saying, ...] = ()
    situations: tuple[Situation, ...] = ()
    sayings_path: str = ""
    situations_path: str = ""


def read_sayings(path: Path, display_path: str) -> tuple[tuple[Saying, ...], tuple[Problem, ...]]:
    """The rows of ``cach-noi.csv``; one that says nothing is left out with a problem."""
    records, found = read_records(path, display_path, SAYING_COLUMNS, ())
    problems = list(found)
    sayings: list[Saying] = []
    owners: dict[str, Record] = {}
    for record in records:
        forms, meaning = record.many("cach_noi"), record["nghia_la"]
        if not forms or not meaning:
            problems.append(
                Problem(
                    display_path,
                    record.line,
                    "Dòng này thiếu cách nói hoặc thiếu nghĩa.",
                    "Điền cả cột cach_noi và cột nghia_la, hoặc xóa cả dòng.",
                    "cach-noi-thieu",
                )
            )
            continue
        if record["loai"] not in KINDS:
            problems.append(
                Problem(
                    display_path,
                    record.line,
                    f"Loại “{record['loai']}” không có trong danh sách.",
                    f"Chọn một trong: {', '.join(KINDS)}.",
                    "cach-noi-loai",
                )
            )
        problems += _repeated(record, "cach_noi", owners, display_path)
        sayings.append(Saying(forms, meaning, record.line))
    return tuple(sayings), in_reading_order(problems)


def read_situations(path: Path, display_path: str) -> tuple[tuple[Situation, ...], tuple[Problem, ...]]:
    """The rows of ``tinh-huong.csv``; whether the page exists is seen when all are read."""
    records, found = read_records(path, display_path, SITUATION_COLUMNS, ())
    problems = list(found)
    situations: list[Situation] = []
    owners: dict[str, Record] = {}
    for record in records:
        asked, target = record.many("nguoi_ta_hoi"), record["trang"]
        if not asked or not target:
            problems.append(
                Problem(
                    display_path,
                    record.line,
                    "Dòng này thiếu câu người ta hỏi hoặc thiếu trang trả lời.",
                    "Điền cả cột nguoi_ta_hoi và cột trang, hoặc xóa cả dòng.",
                    "tinh-huong-thieu",
                )
            )
            continue
        problems += _repeated(record, "nguoi_ta_hoi", owners, display_path)
        page, _, anchor = target.partition("#")
        situations.append(Situation(asked, page.removesuffix(".md"), anchor, record.line))
    return tuple(situations), in_reading_order(problems)


def _repeated(record: Record, column: str, owners: dict[str, Record], path: str) -> list[Problem]:
    problems = []
    for form in record.many(column):
        owner = owners.setdefault(normal(form).lower(), record)
        if owner is not record:
            problems.append(
                Problem(
                    path,
                    record.line,
                    f"“{form}” đã có ở dòng {owner.line}.",
                    "Để ở một dòng thôi.",
                    "cach-noi-trung" if column == "cach_noi" else "tinh-huong-trung",
                )
            )
    return problems
