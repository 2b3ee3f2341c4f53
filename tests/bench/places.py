"""What the pages of places cost a build: ``python tests/bench/places.py``.

The handbook is built from nothing, without books, with its two registers of places and without them, in pairs one
after the other; processors' seconds count, since they do not depend on what else the machine does.  Without the
registers there are no pages of provinces, no index, no lookup, and their two tables' own pages are gone as well, so
the difference is rather too large.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import sys
import tempfile
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path

from measuring import Run, measured
from report import ROOT, write_section

INTRODUCTION = """`tests/bench/places.py`: dựng cả cẩm nang từ đầu, không sách, có và không có hai danh mục địa danh (34 tỉnh, 3.321 xã), từng cặp
liền nhau. Bỏ hai danh mục là bỏ 34 trang tỉnh bằng hai thứ tiếng, trang chung, ô tra xã và trang của chính hai bảng."""
REGISTERS = ("don-vi-hanh-chinh-34-tinh", "xa-moi-tu-xa-cu")


def project(work: Path, has_places: bool) -> Path:
    """A copy of the handbook, with its registers of places or without them."""
    work.mkdir()
    for name in ("hooks", "overrides"):
        (work / name).symlink_to(ROOT / name)
    shutil.copy(ROOT / "mkdocs.yml", work)
    shutil.copytree(ROOT / "docs", work / "docs")
    for name in () if has_places else REGISTERS:
        for file in (work / "docs" / "so-lieu").glob(f"{name}.*"):
            file.unlink()
    return work


def build(work: Path) -> Run:
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    return measured(command, work, work / "site", HANDBOOK_BOOK="false", HANDBOOK_MEMORY="false")


def row(name: str, runs: Iterable[Run]) -> str:
    found = list(runs)
    cpu, wall = (statistics.median(getattr(run, key) for run in found) for key in ("cpu", "wall"))
    return f"| {name} | {cpu:.1f} | {wall:.1f} |".replace(".", ",")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pairs", type=int, default=3)
    parser.add_argument("--print", action="store_true", help="do not write BENCHMARKS.md")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        have, lack = project(Path(place, "co"), True), project(Path(place, "khong"), False)
        pairs = [(build(have), build(lack)) for _ in range(options.pairs)]
        pages = sum(1 for _ in Path(have, "site").rglob("dia-phuong/**/index.html"))
    shares = sorted(100 * (one.cpu - other.cpu) / one.cpu for one, other in pairs)
    text = "\n".join(
        [
            "| | giây của bộ xử lý | giây |",
            "|---|---:|---:|",
            row("có địa danh", (one for one, _ in pairs)),
            row("không có", (other for _, other in pairs)),
            "",
            f"{pages} trang địa phương và ô tra xã: {statistics.median(shares):.1f}% giây của bộ xử lý ".replace(
                ".", ","
            )
            + f"(từng cặp: {'; '.join(f'{share:.1f}%'.replace('.', ',') for share in shares)}); mức đặt ra là dưới 10%.",
        ]
    )
    sys.stdout.write(text + "\n")
    if not options.print:
        write_section("places", "Trang địa phương", f"{INTRODUCTION}\n\n{text}", {"MkDocs": version("mkdocs")})


if __name__ == "__main__":
    main()
