"""How long the site takes beside other programs: ``python tests/bench/site.py``.

The same Vietnamese pages (tests/bench/corpus.py) go through our build with all its
features (register of 110 documents with a page each, citations, glossary, our
search index, catalogue), through MkDocs-Material without any of them, Zensical
and, as the far limit, Hugo with a bare template of our own (Debian packs no theme).
Each run is a process of its own; the programs take turns.  Ours does not write
compressed copies here nor, as it does for a public address only, QR codes and cards for
shared links, since none of the others does.  The peers live in ``.cache/bench``.
"""

from __future__ import annotations

import argparse
import math
import os
import shutil
import statistics
import subprocess
import sys
import time
import venv
from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from corpus import ROOT, add_registers, write_corpus
from report import write_section

CACHE = ROOT / ".cache" / "bench"
PEERS = ("mkdocs==1.6.1", "mkdocs-material==9.8.1", "mkdocs-static-i18n==1.3.1", "pymdown-extensions==13.1", "zensical==0.0.71")
_BIN = "Scripts" if sys.platform == "win32" else "bin"
_MATERIAL = """site_name: Cẩm nang
site_url: https://cam-nang.example/
docs_dir: {docs}
theme:
  name: material
  language: vi
  font: false
  features: [navigation.indexes, navigation.footer, navigation.top{prune}]
plugins:
  - search{i18n}
markdown_extensions: [admonition, attr_list, def_list, footnotes, md_in_html, tables, pymdownx.details, pymdownx.superfences,
  {{toc: {{permalink: true}}}}, {{pymdownx.tabbed: {{alternate_style: true}}}}, {{pymdownx.tasklist: {{custom_checkbox: true}}}}]
"""
_I18N = """
  - i18n: {docs_structure: suffix, fallback_to_default: true, languages: [
      {locale: vi, name: Tiếng Việt, default: true}, {locale: en, name: English}]}"""
_HUGO_PAGE = """<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>{{ .Title }} - {{ .Site.Title }}</title></head><body>
<nav>{{ range .CurrentSection.RegularPages }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</nav>
<main><h1>{{ .Title }}</h1>{{ .TableOfContents }}{{ .Content }}{{ range .Pages }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</main></body></html>
"""
INTRODUCTION = """`tests/bench/site.py`: cùng những trang tiếng Việt soạn bằng máy (`tests/bench/corpus.py`), một phần tư có bản tiếng Anh. Bản của
cẩm nang chạy đủ tính năng (110 văn bản mỗi văn bản một trang, dẫn luật, thuật ngữ, chỉ mục tìm, danh mục), trừ tệp nén sẵn, mã QR và
thẻ chia sẻ vì không chương trình nào khác làm. Material không có những thứ ấy; Hugo dùng khuôn trần tự viết. “unchanged” là dựng lại
khi không có gì đổi."""


@dataclass(frozen=True)
class Run:
    """Seconds by the clock and of all processors, MiB of memory at the peak, MB written."""

    wall: float
    cpu: float
    memory: float
    size: float


def measured(command: list[str], folder: Path, out: Path, **environment: str) -> Run:
    """Run ``command`` in ``folder``; it writes ``out``."""
    begin = time.perf_counter()
    with (folder / "log").open("w") as log:
        process = subprocess.Popen(command, cwd=folder, stdout=log, stderr=log,
                                   env={**os.environ, "NO_MKDOCS_2_WARNING": "1", **environment})
        _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - begin
    if status:
        raise SystemExit(f"{command}\n{(folder / 'log').read_text()[-3000:]}")
    size = sum(path.stat().st_size for path in out.rglob("*") if path.is_file()) / 1e6
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, size)


def prepare(work: Path, pages: int) -> None:
    """The same pages as each program wants them."""
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    write_corpus(work / "docs", pages)
    shutil.copytree(work / "docs", work / "docs-vi", ignore=shutil.ignore_patterns("*.en.md"))
    for name, docs, prune, i18n in (("default-2", "docs", "", _I18N), ("prune-2", "docs", ", navigation.prune", _I18N),
                                    ("prune-1", "docs-vi", ", navigation.prune", "")):
        (work / f"{name}.yml").write_text(_MATERIAL.format(docs=work / docs, prune=prune, i18n=i18n), encoding="utf-8")
    zensical = work / "zensical"
    shutil.copytree(work / "docs-vi", zensical / "docs")
    (zensical / "mkdocs.yml").write_text(_MATERIAL.format(docs="docs", prune=", navigation.prune", i18n=""), encoding="utf-8")
    hugo = work / "hugo"
    shutil.copytree(work / "docs-vi", hugo / "content")
    for index in hugo.rglob("index.md"):
        index.rename(index.with_name("_index.md"))
    (hugo / "layouts" / "_default").mkdir(parents=True)
    for name in ("single", "list"):
        (hugo / "layouts" / "_default" / f"{name}.html").write_text(_HUGO_PAGE, encoding="utf-8")
    (hugo / "config.toml").write_text('baseURL = "https://cam-nang.example/"\ntitle = "Cẩm nang"\nlanguageCode = "vi"\n'
                                      'disableKinds = ["taxonomy", "term", "RSS"]\n', encoding="utf-8")
    ours = work / "ours"
    ours.mkdir()
    for name in ("hooks", "overrides"):
        (ours / name).symlink_to(ROOT / name)
    shutil.copy(ROOT / "mkdocs.yml", ours)
    shutil.copytree(work / "docs", ours / "docs")
    add_registers(ours / "docs")


def programs(work: Path) -> dict[str, Callable[[], Run]]:
    """One run of each program by name, in the order of a round; "unchanged" comes after its own clean build."""
    python = str(CACHE / "site-venv" / _BIN / "python")

    def ours(languages: int, clean: bool) -> Run:
        if clean:
            shutil.rmtree(work / "ours" / ".cache", ignore_errors=True)
        return measured([sys.executable, "-m", "mkdocs", "build", "-q", "-d", f"site-{languages}"], work / "ours",
                        work / "ours" / f"site-{languages}", HANDBOOK_BOOK="false", HANDBOOK_PACK="false",
                        HANDBOOK_ENGLISH=str(languages == 2).lower())

    def mkdocs(settings: str) -> Run:
        return measured([python, "-m", "mkdocs", "build", "-q", "-f", f"{settings}.yml", "-d", settings], work, work / settings)

    def zensical(clean: bool) -> Run:
        options = ["--clean"] if clean else []
        return measured([str(CACHE / "site-venv" / _BIN / "zensical"), "build", *options], work / "zensical", work / "zensical" / "site")

    found: dict[str, Callable[[], Run]] = {
        "2: ours, clean": lambda: ours(2, True), "2: ours, unchanged": lambda: ours(2, False),
        "2: Material + i18n": lambda: mkdocs("default-2"), "2: Material + prune + i18n": lambda: mkdocs("prune-2"),
        "1: ours, clean": lambda: ours(1, True), "1: ours, unchanged": lambda: ours(1, False),
        "1: Material + prune": lambda: mkdocs("prune-1"),
        "1: Zensical, clean": lambda: zensical(True), "1: Zensical, unchanged": lambda: zensical(False)}
    if shutil.which("hugo"):
        found["1: Hugo, bare template"] = lambda: measured(
            ["hugo", "--quiet", "--cleanDestinationDir", "--ignoreCache"], work / "hugo", work / "hugo" / "public")
    return found


def table(medians: dict[int, dict[str, Run]], rounds: int) -> str:
    """The medians as a Markdown table; ratios to the clean build of ours in as many languages."""
    lines = [f"Trung vị của {rounds} lượt. “×”: thời gian so với lần dựng từ đầu của cẩm nang với cùng số thứ tiếng; "
             "“số mũ”: từ cỡ nhỏ nhất tới cỡ này (1 = gấp đôi số trang thì gấp đôi thời gian).", "",
             "| số thứ tiếng: chương trình | trang | giây | × | giây của các nhân | bộ nhớ cao nhất, MiB | MB ghi ra | số mũ |",
             "|---|---:|---:|---:|---:|---:|---:|---:|"]
    sizes = sorted(medians)
    for name in dict.fromkeys(name for size in sizes for name in medians[size]):
        for size in [size for size in sizes if name in medians[size]]:
            run, mine = medians[size][name], medians[size].get(f"{name[0]}: ours, clean")
            first = next(found for found in sizes if name in medians[found])
            growth = (f"{math.log(run.wall / medians[first][name].wall) / math.log(size / first):.2f}" if size > first else "")
            ratio = f"{run.wall / mine.wall:.2f}" if mine else ""
            lines.append(f"| {name} | {size} | {run.wall:.1f} | {ratio} | {run.cpu:.1f} | {run.memory:.0f} | {run.size:.0f} | {growth} |")
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    sizes = os.environ.get("BENCH_PAGES", "100 1000").split()
    parser.add_argument("--sizes", type=int, nargs="+", default=[int(size) for size in sizes], help="numbers of pages")
    parser.add_argument("--rounds", type=int, default=int(os.environ.get("BENCH_ROUNDS", "3")), help="runs of each program")
    parser.add_argument("--only", default="", help="part of the programs' names, several with commas")
    parser.add_argument("--print", action="store_true", help="do not write BENCHMARKS.md")
    options = parser.parse_args()
    python = CACHE / "site-venv" / _BIN / "python"
    if not python.exists():
        venv.create(CACHE / "site-venv", with_pip=True)
    subprocess.run([str(python), "-m", "pip", "install", "-qq", "--disable-pip-version-check", *PEERS], check=True)
    medians: dict[int, dict[str, Run]] = {}
    for size in options.sizes:
        work = CACHE / f"site-{size}"
        prepare(work, size)
        wanted = {name: run for name, run in programs(work).items()
                  if any(part in name for part in options.only.split(","))}
        runs: dict[str, list[Run]] = {name: [] for name in wanted}
        for _ in range(options.rounds):
            for name, run in wanted.items():
                runs[name].append(run())
                print(f"{size} {name}: {runs[name][-1]}", file=sys.stderr, flush=True)
        medians[size] = {name: Run(*(statistics.median(getattr(run, field) for run in found) for field in Run.__annotations__))
                         for name, found in runs.items()}
    text = table(medians, options.rounds)
    if options.print:
        sys.stdout.write(text + "\n")
        return
    write_section("site", "Dựng trang web", f"{INTRODUCTION}\n\n{text}",
                  {**{name: version(name) for name in ("mkdocs", "mkdocs-material", "mkdocs-static-i18n")},
                   "Zensical": PEERS[-1].partition("==")[2], "Hugo": _hugo()})


def _hugo() -> str:
    if not shutil.which("hugo"):
        return "not installed"
    return subprocess.run(["hugo", "version"], capture_output=True, text=True, check=True).stdout.split()[1].partition("-")[0]


if __name__ == "__main__":
    main()
