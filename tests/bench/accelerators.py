"""What each part of ``hooks/handbook/mkdocs/fast/`` gains: ``python tests/bench/accelerators.py``.

The real handbook and 1,000 pages in two languages are built with everything switched on, then with each
part alone switched off by a second file under ``hooks:``, which changes the modules of the first before a
build begins.  The variants take turns; "clean" begins without site and cache.  A part that gives less than
10 % of time or of memory on both is to go.
"""

from __future__ import annotations

import argparse
import datetime as dt
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path

from corpus import ROOT, add_registers, write_corpus
from measuring import Run, measured, median
from report import write_section

CACHE = ROOT / ".cache" / "bench"
_FAST = "handbook.mkdocs.fast"
#: Name in the table: lines of the second hook file.
OFF: Mapping[str, str] = {
    "tất cả đều bật": "",
    "không chuyển trang song song (parallel_conversion)": "fast('parallel_conversion').processes = lambda: 1",
    "không ghi trang song song (parallel_writing)": "fast('parallel_writing').processes = lambda: 1",
    "không song song gì": "fast('parallel_conversion').processes = fast('parallel_writing').processes = lambda: 1",
    "giữ chữ của trang không nén, tới hết (packed_page)": (
        "hold = fast('cached_conversion').hold\n"
        "fast('cached_conversion').hold = lambda page, value, packed, unpacked: hold(page, value, packed, True)\n"
        "fast('page_writer').let_go = fast('parallel_conversion').let_go = lambda page: None"
    ),
}
INTRODUCTION = """`tests/bench/accelerators.py`: dựng hai thứ tiếng, không sách, không tệp nén sẵn; mỗi dòng tắt riêng một phần của
`hooks/handbook/mkdocs/fast/`, các dòng chạy xen kẽ, trung vị. “Từ đầu”: không có trang và bộ nhớ đệm của lần trước. “Lại”: dựng lại khi không
có gì đổi. Trong ngoặc: so với dòng đầu. Bộ nhớ: MiB lúc cao nhất, cộng mọi tiến trình. Phần nào tắt đi mà mất chưa tới 10 % thời gian hay bộ nhớ ở cả
hai bộ thì được bỏ."""


def prepare(work: Path, docs: Path, name: str) -> Path:
    """A folder that builds ``docs`` with the part ``name`` switched off."""
    folder = work / f"v{list(OFF).index(name)}"
    folder.mkdir(parents=True)
    for part in ("hooks", "overrides", "published-addresses.txt"):
        (folder / part).symlink_to(ROOT / part)
    (folder / "docs").symlink_to(docs)
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    (folder / "mkdocs.yml").write_text(
        settings.replace("hooks/mkdocs_hooks.py]", "hooks/mkdocs_hooks.py, switch_off.py]"), encoding="utf-8"
    )
    (folder / "switch_off.py").write_text(
        f"import sys\n\n\ndef fast(name):\n    return sys.modules[f'{_FAST}.{{name}}']\n\n\n{OFF[name]}\n",
        encoding="utf-8",
    )
    return folder


def build(folder: Path, clean: bool) -> Run:
    """One build, of an empty folder if ``clean``."""
    if clean:
        for part in (".cache", "site"):
            shutil.rmtree(folder / part, ignore_errors=True)
    return measured(
        [sys.executable, "-m", "mkdocs", "build", "-q", "-d", "site"],
        folder,
        folder / "site",
        HANDBOOK_BOOK="false",
        HANDBOOK_PACK="false",
    )


def table(runs: Mapping[str, tuple[Run, Run]]) -> str:
    """One line a variant: clean and unchanged builds, in seconds and MiB."""
    first = runs[next(iter(runs))]
    lines = [
        "| tắt | từ đầu, giây | giây của các nhân | bộ nhớ | lại, giây | giây của các nhân | bộ nhớ |",
        "|---|---:|---:|---:|---:|---:|---:|",
    ]
    for name, made in runs.items():
        cells = [
            f"{value:.{digits}f} ({value / base:.2f})"
            for run, whole in zip(made, first, strict=True)
            for value, base, digits in (
                (run.wall, whole.wall, 1),
                (run.cpu, whole.cpu, 1),
                (run.memory, whole.memory, 0),
            )
        ]
        lines.append(f"| {name} | {' | '.join(cells)} |")
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", choices=("that", "lon"), help="only the real handbook, or only the 1,000 pages")
    parser.add_argument("--print", action="store_true", help="do not write BENCHMARKS.md")
    options = parser.parse_args()
    work = CACHE / "accelerators"
    shutil.rmtree(work, ignore_errors=True)
    write_corpus(work / "docs", 1000)
    add_registers(work / "docs")
    texts = []
    corpora = {"that": ("Cẩm nang thật", ROOT / "docs"), "lon": ("1.000 trang", work / "docs")}
    for title, docs in [corpora[options.only]] if options.only else corpora.values():
        folders = {name: prepare(work / title.split()[0], docs, name) for name in OFF}
        runs: dict[str, list[tuple[Run, Run]]] = {name: [] for name in OFF}
        for _ in range(options.rounds):
            for name, folder in folders.items():
                runs[name].append((build(folder, True), build(folder, False)))
                print(title, name, *runs[name][-1], sep="\n  ", file=sys.stderr, flush=True)
        medians = {
            name: (median(run[0] for run in made), median(run[1] for run in made)) for name, made in runs.items()
        }
        texts.append(f"{title}, {options.rounds} lượt, {dt.date.today().isoformat()}:\n\n{table(medians)}")
    text = "\n\n".join(texts)
    if options.print:
        sys.stdout.write(text + "\n")
    else:
        write_section("accelerators", "Từng phần làm nhanh", f"{INTRODUCTION}\n\n{text}", {})


if __name__ == "__main__":
    main()
