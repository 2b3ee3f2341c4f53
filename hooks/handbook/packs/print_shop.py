"""Many small files printed at once: what is not kept from the last time is shared among processes.

The compiler holds Python's lock, so threads would not help; processes are begun anew, since a copy of one that
has compiled before would wait for ever for the compiler's threads.
"""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from handbook.book.editions.make_all import importable
from handbook.book.press.printable import Press
from handbook.packs.files import PackFile, Written
from handbook.packs.press import NotKept, pages_of, set_pdf, set_picture

MOST_AT_ONCE = 4
FEW = 12  # files that are printed sooner than a process begins
_SHARE = 4  # files that a process takes at a time


@dataclass(frozen=True)
class Job:
    """A file to print: its data for ``template``, and how wide its sheet is if a picture is wanted too (mm, 0 for none).

    ``trials`` are data to print instead: the second of the first pair whose first fits on ``most_pages``; pairs come
    from the largest to the smallest, and the last is taken if none fits.
    """

    file: PackFile
    data: Mapping
    template: str = "pack.typ"
    picture_mm: float = 0.0
    trials: tuple[tuple[Mapping, Mapping], ...] = ()
    most_pages: int = 0


def print_job(job: Job, press: Press, folder: Path, *, only_kept: bool = False) -> Written:
    """Write the file of ``job`` below ``folder``; a file without a name when it could not be made.

    Raises :class:`NotKept` if ``only_kept`` and something would have to be made.
    """
    data = _chosen(job, press, only_kept)
    pdf, problems = set_pdf(data, press, job.template, only_kept=only_kept)
    if not pdf:
        return PackFile("", job.file.title, job.file.group, job.file.page), problems
    path = folder / job.file.name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(pdf)
    if job.picture_mm:
        picture = set_picture(data, job.picture_mm, press, job.template, only_kept=only_kept)
        if picture:
            path.with_suffix(".png").write_bytes(picture)
    return job.file, problems


def _chosen(job: Job, press: Press, only_kept: bool) -> Mapping:
    def fits(place: int) -> bool:
        return pages_of(job.trials[place][0], press, only_kept=only_kept) <= job.most_pages

    return job.trials[first_that_fits(len(job.trials), fits)][1] if job.trials else job.data


def first_that_fits(count: int, fits: Callable[[int], bool]) -> int:
    """The place of the first of ``count`` that ``fits``, where all after it fit too; else the last."""
    low, high = 0, count - 1
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if fits(middle) else (middle + 1, high)
    return low


def print_all(jobs: Iterable[Job], press: Press, folder: Path) -> Iterator[Written]:
    """Print ``jobs``; what became of each, in their order."""
    done = [(job, _kept(job, press, folder)) for job in jobs]
    left = [job for job, written in done if written is None]
    made = _beside(left, press, folder) if len(left) > FEW else (print_job(job, press, folder) for job in left)
    for _, written in done:
        yield next(made) if written is None else written


def _kept(job: Job, press: Press, folder: Path) -> Written | None:
    try:
        return print_job(job, press, folder, only_kept=True)
    except NotKept:
        return None


_press: list[Press] = []  # of a process of the pool


def _beside(jobs: list[Job], press: Press, folder: Path) -> Iterator[Written]:
    with (
        importable(),
        ProcessPoolExecutor(
            min(MOST_AT_ONCE, os.cpu_count() or 1), multiprocessing.get_context("spawn"), _begin, (press.work_dir,)
        ) as crew,
    ):
        yield from crew.map(_work, jobs, [folder] * len(jobs), chunksize=_SHARE)


def _begin(work_dir: Path) -> None:
    """In a process of its own; templates and fonts are in ``work_dir`` already."""
    _press.append(Press(work_dir))


def _work(job: Job, folder: Path) -> Written:
    return print_job(job, _press[0], folder)
