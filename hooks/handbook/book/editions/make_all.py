"""Many editions made at once: big ones in processes of their own.

The compiler holds Python's lock, so threads would not help, and it remembers
every page it has set: a process that made several whole books would keep the
memory of all of them (1.9 GB for three).  Each process therefore makes one
bundle of editions and ends.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import sys
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

from handbook.book.editions.published import Edition, make
from handbook.book.press.pdf_cache import throw_away
from handbook.book.press.printable import Press
from handbook.problem import Problem

BUNDLE = 1_500_000  # characters of HTML; less than a whole handbook, more than all of its cards
MOST_AT_ONCE = 3  # each takes up to 0.8 GB
_HOOKS = str(Path(__file__).resolve().parents[3])

_NO_MEMORY = Problem(
    "docs",
    0,
    "máy hết bộ nhớ khi dàn sách nên có tệp PDF chưa làm xong.",
    "Đóng bớt chương trình rồi dựng lại; những tệp đã xong được giữ. Chỉ cần trang thì đặt HANDBOOK_BOOK=false.",
    "sach-het-bo-nho",
)
Made = tuple[str, bool, tuple[Problem, ...]]  # name, whether the file was written, problems


def make_all(editions: Iterable[Edition], press: Press, folder: Path) -> Iterator[Made]:
    """Write every edition into ``folder``; what became of each, in the order given."""
    found = list(bundles(editions))
    if len(found) < 2:
        for bundle in found:
            yield from _make(bundle, press, folder)
    else:
        yield from _make_beside(found, press, folder)
    throw_away(press.work_dir, sum(map(len, found)))


def _make_beside(found: list[list[Edition]], press: Press, folder: Path) -> Iterator[Made]:
    with (
        importable(),
        ProcessPoolExecutor(
            min(MOST_AT_ONCE, os.cpu_count() or 1, len(found)),
            multiprocessing.get_context("spawn"),
            max_tasks_per_child=1,
        ) as crew,
    ):
        jobs = [crew.submit(_work, bundle, press.work_dir, folder) for bundle in found]
        for bundle, job in zip(found, jobs, strict=True):
            try:
                yield from job.result()
            except BrokenProcessPool:  # the system ended a process: no memory left
                yield from ((edition.name, False, (_NO_MEMORY,)) for edition in bundle)


def bundles(editions: Iterable[Edition]) -> Iterator[list[Edition]]:
    """Editions that one process makes one after another; a booklet goes with the book that it folds."""
    bundle: list[Edition] = []
    weight = 0
    for edition in editions:
        if bundle and edition.book is bundle[-1].book:
            bundle.append(edition)
            continue
        size = sum(len(chapter.html) for chapter in edition.book.chapters) + sum(
            len(part.intro_html) for part in edition.book.parts
        )
        if bundle and weight + size > BUNDLE:
            yield bundle
            bundle, weight = [], 0
        bundle.append(edition)
        weight += size
    if bundle:
        yield bundle


def _make(bundle: list[Edition], press: Press, folder: Path) -> list[Made]:
    made: list[Made] = []
    for edition in bundle:
        pdf, problems = make(edition, press)
        if pdf:
            path = folder / edition.name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(pdf)
        made.append((edition.name, bool(pdf), problems))
    return made


def _work(bundle: list[Edition], work_dir: Path, folder: Path) -> list[Made]:
    """In a process of its own; templates and fonts are in ``work_dir`` already."""
    return _make(bundle, Press(work_dir), folder)


@contextlib.contextmanager
def importable() -> Iterator[None]:
    """New processes take over ``sys.path``, on which MkDocs has the hooks only while it loads them."""
    sys.path.insert(0, _HOOKS)
    try:
        yield
    finally:
        sys.path.remove(_HOOKS)
