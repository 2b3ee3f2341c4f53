"""What an editor's machine does with files: read, check, mend, read again; what may not happen at any of it."""

from __future__ import annotations

import datetime as dt
import os
import re
import shutil
import sys
import tempfile
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from handbook.book.editions.commune_file import read_commune
from handbook.checks import check_content, read_pages
from handbook.checks.cited_law import read_citations
from handbook.commands.mending import mend, save_embedded
from handbook.load import read_catalog
from handbook.problem import Problem
from handbook.source.guard import UNFORESEEN
from handbook.source.text_files import text_of

from fuzz.inputs import ROOT, Input, make

SECONDS, MEGABYTES = 10, 1000
_TODAY = dt.date(2026, 11, 30)
_REGISTER = "van-ban/van-ban.csv"
_INDEX = "---\ntitle: Trang chủ\nngay: 2026-11-24\n---\n\nChữ.\n"
_ENGLISH = re.compile(r"\b(?:Traceback|Error|Exception|expected|invalid|unexpected|should be|got)\b")


@dataclass(frozen=True)
class Fall:
    """An input that may not end as it did."""

    seeds: tuple[int, ...]
    kind: str
    what: str


def try_all(inputs: Sequence[tuple[int, Input]], folder: Path) -> list[Fall]:
    """What falls of ``inputs``, tried together; one by one if anything is wrong with them all."""
    falls = _together(inputs, folder)
    if falls and len(inputs) > 1:
        alone = [fall for one in inputs for fall in _together([one], folder)]
        return alone or falls
    return falls


def _together(inputs: Sequence[tuple[int, Input]], folder: Path) -> list[Fall]:
    seeds, kinds = tuple(seed for seed, _ in inputs), ", ".join(sorted({one.kind for _, one in inputs}))
    started, before = time.process_time(), _begin_memory()
    try:
        problems = _read(inputs, folder)
    except Exception as error:  # whatever it is, it is a fault
        return [Fall(seeds, kinds, f"{type(error).__name__}: {str(error)[:200]}")]
    falls = [Fall(seeds, kinds, what) for what in _said_wrong(problems)]
    if (spent := time.process_time() - started) > SECONDS:
        falls.append(Fall(seeds, kinds, f"{spent:.1f} s"))
    if (used := _most_memory() - before) > MEGABYTES:
        falls.append(Fall(seeds, kinds, f"{used} MB"))
    return falls


def _begin_memory() -> int:
    """The megabytes that this process has; what it had at most before is forgotten (proc(5), ``clear_refs``)."""
    if sys.platform == "linux":
        Path("/proc/self/clear_refs").write_text("5")
    return _most_memory()


def _most_memory() -> int:
    """The most megabytes that this process had since ``_begin_memory``; 0 where no system tells."""
    if sys.platform != "linux":
        return 0
    return int(re.search(r"VmHWM:\s+(\d+)", Path("/proc/self/status").read_text())[1]) // 1024


def _read(inputs: Sequence[tuple[int, Input]], folder: Path) -> list[Problem]:
    docs = _laid(inputs, folder)
    problems = [problem for _, one in inputs if not one.uri for problem in _commune(one.data)]
    for _ in range(2):  # what was mended is read as well
        content = read_pages(docs, catalog := read_catalog(docs, _TODAY))
        problems += [*catalog.problems, *check_content(content)]
        problems += [problem for page in read_citations(catalog) for problem in page.problems]
        if not save_embedded(content) + mend(content):
            break
    return problems


def _commune(data: bytes) -> Iterable[Problem]:
    text, problems = text_of(data, "xa-thu.yml")
    return problems if text is None else (*problems, *read_commune(text, "xa-thu.yml")[2])


def _laid(inputs: Sequence[tuple[int, Input]], folder: Path) -> Path:
    docs = folder / "docs"
    shutil.rmtree(docs, ignore_errors=True)
    (docs / "van-ban").mkdir(parents=True)
    shutil.copyfile(ROOT / "docs" / _REGISTER, docs / _REGISTER)
    (docs / "index.md").write_text(_INDEX, encoding="utf-8")
    for _, one in inputs:
        if one.uri:
            (docs / one.uri).parent.mkdir(exist_ok=True)
            (docs / one.uri).write_bytes(one.data)
    return docs


def _said_wrong(problems: Iterable[Problem]) -> Iterable[str]:
    for problem in dict.fromkeys(problems):
        if problem.code == UNFORESEEN:
            yield f"not foreseen: {problem}"
        elif not problem.message.strip() or "\n" in str(problem) or len(str(problem)) > 2000:
            yield f"no sentence: {str(problem)[:300]!r}"
        elif found := _ENGLISH.search(re.sub("“[^”]*”", "", f"{problem.message} {problem.fix}")):
            yield f"English ({found[0]}): {problem}"


def try_numbers(numbers: Sequence[int]) -> list[Fall]:
    """What falls of the inputs of ``numbers``, in a process of its own."""
    os.environ["HANDBOOK_DEBUG"] = "true"  # guards keep exceptions from editors; here they are looked for
    with tempfile.TemporaryDirectory() as folder:
        return try_all([(number, make(number)) for number in numbers], Path(folder))
