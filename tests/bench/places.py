"""What the pages of places cost a build: ``python tests/bench/places.py``.

The handbook is built from nothing, with and without its pages of places, in turns; processors' seconds count, since
they do not depend on what else the machine does.  "Without" is a second file under ``hooks:``: no page of a province,
no index, no lookup and its data; the two registers stay, as any table would.  The build is measured without books,
where the pages weigh most, and once as ``make site`` makes it.
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

INTRODUCTION = """`tests/bench/places.py`: dựng cả cẩm nang từ đầu, có và không có các trang địa phương (34 tỉnh bằng hai thứ tiếng, trang chung,
ô tra xã và dữ liệu của nó), xen kẽ. Không có: một tệp hooks thứ hai bỏ chúng; hai bảng danh mục (34 tỉnh, 3.321 xã) ở lại như mọi bảng khác."""
WITHOUT = """import sys

for name in ("load", "site.pages.page_text", "mkdocs.places"):
    module = sys.modules[f"handbook.{name}"]
    if hasattr(module, "places_of"):
        module.places_of = lambda catalog: None
    if hasattr(module, "place_articles"):
        module.place_articles = lambda catalog: ()
"""


def project(work: Path, has_places: bool) -> Path:
    """A copy of the handbook that makes its pages of places, or none."""
    work.mkdir()
    for name in ("hooks", "overrides", "docs", "published-addresses.txt"):
        (work / name).symlink_to(ROOT / name)
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    if not has_places:
        settings = settings.replace("hooks/mkdocs_hooks.py]", "hooks/mkdocs_hooks.py, without_places.py]")
        (work / "without_places.py").write_text(WITHOUT, encoding="utf-8")
    (work / "mkdocs.yml").write_text(settings, encoding="utf-8")
    return work


def build(work: Path, has_books: bool) -> Run:
    """One build from nothing."""
    for part in (".cache", "site"):
        shutil.rmtree(work / part, ignore_errors=True)
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    return measured(command, work, work / "site", **({} if has_books else {"HANDBOOK_BOOK": "false"}))


def row(name: str, pairs: Iterable[tuple[Run, Run]]) -> str:
    found = list(pairs)
    have, lack = (statistics.median(pair[which].cpu for pair in found) for which in (0, 1))
    share = statistics.median(1 - lack.cpu / have.cpu for have, lack in found)
    return f"| {name} | {len(found)} | {have:.1f} | {lack:.1f} | {100 * share:.1f} % |".replace(".", ",")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pairs", type=int, default=3, help="of builds without books; with books it is one")
    parser.add_argument("--print", action="store_true", help="do not write BENCHMARKS.md")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        have, lack = project(Path(place, "co"), True), project(Path(place, "khong"), False)
        bare = [(build(have, False), build(lack, False)) for _ in range(options.pairs)]
        pages = sum(1 for _ in Path(have, "site").rglob("dia-phuong/**/index.html"))
        assert not list(Path(lack, "site").rglob("dia-phuong/*/index.html")), "the pages are still made"
        whole = [(build(have, True), build(lack, True))]
    text = "\n".join(
        [
            "| giây của các nhân | cặp | có | không có | phần của địa phương |",
            "|---|---:|---:|---:|---:|",
            row("không sách", bare),
            row("cả sách, như `make site`", whole),
            "",
            f"{pages} trang địa phương; mức đặt ra là dưới 10 % của một lần dựng.",
        ]
    )
    sys.stdout.write(text + "\n")
    if not options.print:
        write_section("places", "Trang địa phương", f"{INTRODUCTION}\n\n{text}", {"MkDocs": version("mkdocs")})


if __name__ == "__main__":
    main()
