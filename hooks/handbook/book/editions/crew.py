"""Many communes' editions one after another, each in a process of its own.

The compiler remembers every page that it has set, and gives nothing back until its process ends: 250 MB for the first
edition of a part and a chapter, 170 MB more for each after it.  Starting anew costs a second, so that memory stays flat.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

from handbook.book.editions.commune_books import commune_books
from handbook.book.editions.local_part import province_edition
from handbook.book.model import Book
from handbook.book.press.printable import Press
from handbook.book.press.saved_book import read_source
from handbook.book.press.typeset import open_press, typeset
from handbook.problem import Problem, in_reading_order
from handbook.sections import DEFAULT_LANGUAGE


@dataclass(frozen=True)
class Wanted:
    """A commune's text (``path`` names it in messages), or with ``province`` the whole book for a province."""

    name: str
    text: str = ""
    path: str = ""
    province: str = ""


Made = tuple[tuple[str, ...], tuple[Problem, ...]]  # names of files written, problems
#: What else is made of a commune's text, into a folder of its own below the last argument (a function of a module).
Also = Callable[[Wanted, Book, Press, Path], Made]


def make_wanted(
    wanted: Iterable[Wanted], digest: str, work_dir: Path, out: Path, also: Also | None = None
) -> Iterator[Made]:
    """Write the books of each one into ``out``, in the order given; ``digest`` names the kept pages of the handbook.

    ``also`` is done for each commune after its book.
    """
    jobs = tuple(wanted)
    if not jobs:
        return
    out.mkdir(parents=True, exist_ok=True)
    # Not max_tasks_per_child: a pool of one that has to renew its process stops for ever (python/cpython#115634).
    for job in jobs:
        with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as crew:
            yield crew.submit(_make, job, digest, work_dir, out, also).result()


def _make(wanted: Wanted, digest: str, work_dir: Path, out: Path, also: Also | None) -> Made:
    book, press = read_source(DEFAULT_LANGUAGE, digest, work_dir), open_press(work_dir)
    if book is None:
        return (), (
            Problem(
                "docs/", 0, "Các trang của cẩm nang vừa thay đổi trong lúc dựng sách.", "Chạy lại lệnh.", "xa-trang-doi"
            ),
        )
    if wanted.province:
        files, problems = province_books(wanted.province, book, press)
    else:
        files, problems = commune_books(wanted.text, wanted.path, wanted.name, book, press)
    for name, pdf in files.items():
        (out / name).write_bytes(pdf)
    names = tuple(files)
    if also and files and not wanted.province:
        more, found = also(wanted, book, press, out)
        names, problems = names + more, problems + found
    return names, problems


def province_books(name: str, book: Book, press: Press) -> tuple[dict[str, bytes], tuple[Problem, ...]]:
    """The whole book for the province with this name, or this name in its address; "có phải" when there is none."""
    places = book.local.places if book.local else None
    if places is None:
        return {}, (
            Problem(
                "TINH", 0, "Cẩm nang này chưa có bảng 34 tỉnh, thành phố.", "Thêm bảng vào docs/so-lieu/.", "tinh-la"
            ),
        )
    found = places.find(name.replace("-", " "))
    if found is None or found.former:
        near = found.province.slug if found else ""
        close = places.find(places.near(name.replace("-", " "))) if not found else None
        near = near or (close.province.slug if close else "")
        why = f"“{name}” là tỉnh cũ." if found else f"Không có tỉnh, thành phố nào tên “{name}”."
        fix = f"Có phải ý bạn là TINH={near}?" if near else "Ghi tên không dấu, ví dụ TINH=lao-cai."
        return {}, (Problem("TINH", 0, why, fix, "tinh-la"),)
    edition = province_edition(book, found.province)
    pdf, problems = typeset(replace(edition, local=None), press.work_dir, press)
    return ({f"tinh-{found.province.slug}.pdf": pdf} if pdf else {}), problems


def last_words(problems: tuple[Problem, ...], made: int, asked: int, out: Path) -> str:
    """Every mistake, and where the books are, if there are any."""
    told = "".join(f"{problem}\n" for problem in in_reading_order(problems))
    if made == asked:
        return f"{told}Sách ở {out}/"
    missing = f"Chưa dựng được {asked - made} trong {asked} bản: sửa những chỗ ghi trên rồi chạy lại."
    return told + missing + (f" {made} bản đã xong nằm trong {out}/" if made else "")
