"""Many communes' editions as a list of jobs: single files, folders of files, or a table with a row a commune.

A list can be cut into shards (``3/20``) that run beside each other, by GNU
parallel or on the machines of a CI matrix: each job is in exactly one share.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

import yaml

from handbook.problem import Problem
from handbook.tables.named_rows import Record, read_records
from handbook.vietnamese.text import slug

REQUIRED = ("ten", "tinh")
#: Lists in one cell with ``;``: names, and beside them what each one does and their telephones, in the same order.
LISTS = {
    "thanh_vien": {"ten": "thanh_vien", "viec": "viec", "dien_thoai": "dien_thoai"},
    "noi_can_biet": {"ten": "noi_can_biet", "dia_chi": "dia_chi", "dien_thoai": "dien_thoai_noi"},
    "lop_hoc": {"buoi": "lop_hoc", "ngay": "ngay_lop", "gio": "gio_lop", "noi": "noi_lop"},
}
_MANY = ("chuong", "bo_in")  # several with ``;``
_IN_LISTS = tuple(dict.fromkeys(column for columns in LISTS.values() for column in columns.values()))
OPTIONAL = (
    "tep",
    "to",
    "noi_truc",
    "gio_truc",
    "loi_nhan",
    *_MANY,
    "chu_to",
    "tiet_kiem_muc",
    "in_gap_doi",
    *_IN_LISTS,
)
# What people call the columns when they make the table themselves.
_ALSO = {
    "ten_xa": "ten",
    "xa": "ten",
    "xa_phuong": "ten",
    "don_vi": "ten",
    "tinh_thanh_pho": "tinh",
    "tinh_thanh": "tinh",
    "ten_tinh": "tinh",
    "ten_tep": "tep",
    "ten_to": "to",
    "ho_va_ten": "thanh_vien",
    "ho_ten": "thanh_vien",
    "nhiem_vu": "viec",
    "so_dien_thoai": "dien_thoai",
    "sdt": "dien_thoai",
    "dia_diem": "noi_truc",
    "dia_diem_truc": "noi_truc",
    "gio": "gio_truc",
    "lich_truc": "gio_truc",
    "thoi_gian": "gio_truc",
    "in_gap": "in_gap_doi",
}
_TABLES = (".csv", ".xlsx", ".ods")
_FILES = (".yml", ".yaml")
_SHARD = re.compile(r"([1-9]\d*)/([1-9]\d*)")


@dataclass(frozen=True)
class Job:
    """One commune: the name of its books, where it is declared (``line`` 0 for a file of its own), its text when asked for."""

    name: str
    path: Path
    line: int
    read: Callable[[], str]

    def told(self, problems: Iterable[Problem]) -> tuple[Problem, ...]:
        """``problems`` of the commune's text, at the row that it was made from."""
        return tuple(replace(problem, line=self.line) if self.line else problem for problem in problems)

    def goes_public(self) -> bool:
        """Whether it is a file in a git checkout that does not ignore it (status 1; 128 outside one): it holds telephone numbers."""
        command = ["git", "-C", str(self.path.resolve().parent), "check-ignore", "-q", self.path.name]
        return (
            not self.line
            and bool(shutil.which("git"))
            and subprocess.run(command, capture_output=True, check=False).returncode == 1
        )


def jobs_of(sources: Iterable[Path]) -> tuple[tuple[Job, ...], tuple[Problem, ...]]:
    """The jobs of files, folders and tables, in their order; of two whose books would have one name only the first."""
    found: list[Job] = []
    problems: list[Problem] = []
    for source in sources:
        if source.is_dir():
            files = sorted(file for file in source.iterdir() if file.suffix in _FILES)
            found += map(_of_file, files)
            if not files:
                problems.append(
                    Problem(
                        str(source),
                        0,
                        "Thư mục không có tệp khai nào (.yml).",
                        "Mỗi xã một tệp, chép từ mau-xa.yml.",
                        "xa-trong",
                    )
                )
        elif source.suffix in _TABLES and source.is_file():
            records, wrong = read_records(source, str(source), REQUIRED, OPTIONAL, _column)
            found += [_of_row(record, source) for record in records]
            problems += (*wrong, *(problem for record in records for problem in _uneven(record, source)))
        else:
            found.append(_of_file(source))
    jobs: dict[str, Job] = {}
    for job in found:
        first = jobs.setdefault(job.name.casefold(), job)
        if first is not job:
            where = f"{first.path}:{first.line}" if first.line else str(first.path)
            problems.append(
                Problem(
                    str(job.path),
                    job.line,
                    f"Sách của xã này sẽ trùng tên “{job.name}.pdf” với xã ở {where}.",
                    "Ghi tên khác vào cột tep." if job.line else "Đổi tên một trong hai tệp.",
                    "xa-trung-ten",
                )
            )
    return tuple(jobs.values()), tuple(problems)


def read_job(job: Job) -> tuple[str | None, tuple[Problem, ...]]:
    """What a commune has declared; nothing where it cannot be read or would be published."""
    try:
        text = job.read()
    except (OSError, UnicodeDecodeError):
        return None, (
            Problem(str(job.path), 0, "Không đọc được tệp.", "Kiểm tra tên tệp; lưu bằng mã hóa UTF-8.", "xa-tep"),
        )
    if job.goes_public():
        return None, (
            Problem(
                str(job.path),
                0,
                "Tệp có tên, số điện thoại nhưng git sẽ đưa nó lên kho chung.",
                f"Đổi tên thành “xa-{job.path.name}”, hoặc đặt vào thư mục xa/.",
                "xa-rieng-tu",
            ),
        )
    return text, ()


def jobs_in_shard(jobs: tuple[Job, ...], shard: str) -> tuple[tuple[Job, ...], tuple[Problem, ...]]:
    """Every ``n``-th of the jobs, from the ``k``-th on, for ``shard`` ``"k/n"``; all of them for ``""``."""
    if not shard:
        return jobs, ()
    parts = _SHARD.fullmatch(shard)
    if not parts or int(parts[1]) > int(parts[2]):
        return (), (
            Problem(
                "SHARD", 0, f"Không hiểu phần “{shard}”.", "Viết phần thứ mấy trên tổng số phần, ví dụ 3/20.", "xa-phan"
            ),
        )
    return jobs[int(parts[1]) - 1 :: int(parts[2])], ()


def _of_file(file: Path) -> Job:
    return Job(file.stem, file, 0, lambda: file.read_text(encoding="utf-8-sig"))


def _column(header: str) -> str:
    """The key of a column, whatever its accents and capitals: ``Điện thoại`` is ``dien_thoai``."""
    name = slug(header, "_")
    return _ALSO.get(name, name)


def _cells(record: Record, column: str) -> list[str]:
    """What a cell lists with ``;``, blank places kept: the second telephone is the second person's."""
    return [piece.strip() for piece in record[column].split(";")] if record[column] else []


def _uneven(record: Record, table: Path) -> Iterable[Problem]:
    """More telephones than people: whose they are cannot be told."""
    for columns in LISTS.values():
        names, *others = columns.values()
        for column in others:
            more = len(_cells(record, column)) - len(_cells(record, names))
            if more > 0:
                yield Problem(
                    str(table),
                    record.line,
                    f"Cột {column} có {len(_cells(record, column))} mục nhưng cột {names} chỉ có {len(_cells(record, names))}.",
                    "Mỗi người một mục, cách nhau bằng dấu chấm phẩy, cùng thứ tự ở các cột; ai không có thì để trống giữa hai dấu.",
                    "xa-lech-cot",
                )


def _of_row(record: Record, table: Path) -> Job:
    """The same keys as in a commune's file; ``chuong``, ``bo_in`` and the lists hold several with ``;``."""
    single = [key for key in (*REQUIRED, *OPTIONAL) if key not in ("tep", *_MANY, *_IN_LISTS)]
    data: dict[str, object] = {key: record[key] for key in single if record[key]}
    for name, columns in LISTS.items():
        cells = {key: _cells(record, column) for key, column in columns.items()}
        entries = [
            {key: found[index] for key, found in cells.items() if index < len(found) and found[index]}
            for index in range(len(next(iter(cells.values()))))
        ]
        data |= {name: entries} if any(entries) else {}
    for name in _MANY:
        several = list(record.many(name))
        data |= {name: several[0] if name == "bo_in" and not several[0].isdigit() else several} if several else {}
    text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False)
    return Job(slug(record["tep"] or f"{record['ten']} {record['tinh']}"), table, record.line, lambda: text)
