"""How long the site takes beside other programs: ``python tests/bench/site.py``.

The same Vietnamese pages (tests/bench/corpus.py) go through our build with all its
features (register of 110 documents with a page each, citations, glossary, our
search index, catalogue), through MkDocs-Material without any of them, Zensical
and, as the far limit, Hugo with a bare template of our own (Debian packs no theme).
Each run is a process of its own; the programs take turns, and each "clean" run
begins without the site of the last one.  Ours does not write
compressed copies here nor, as it does for a public address only, QR codes and cards for
shared links, since none of the others does.  The peers live in ``.cache/bench``.

A run writes its own rows of the table and leaves the others, so a long table can be made
in slices: ``--sizes 1000 --only '2:' --minutes 9``.  Our clean build takes part in
every slice, so that a ratio is always one of the same minutes.
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
import shutil
import subprocess
import sys
import time
import venv
from collections.abc import Callable, Iterable, Mapping
from importlib.metadata import version
from pathlib import Path

from corpus import ROOT, add_registers, write_corpus
from measuring import Run, measured, median
from report import FILE, write_section
from rows import Row, merged, read_rows, reference, table

CACHE = ROOT / ".cache" / "bench"
# Later versions of Zensical want zensical-ui, which the package index of the machine that measures does not have.
PEERS = (
    "mkdocs==1.6.1",
    "mkdocs-material==9.8.1",
    "mkdocs-static-i18n==1.3.1",
    "pymdown-extensions==13.1",
    "zensical==0.0.71",
)
SQUARE = "2: Material + i18n"
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
thẻ chia sẻ vì không chương trình nào khác làm, và dùng mọi nhân của máy. Material không có những thứ ấy; Hugo dùng khuôn trần tự viết.
“clean”: không có trang và bộ nhớ đệm của lần trước. “unchanged” là dựng lại khi không có gì đổi: mọi trang vẫn được ghép khuôn và ghi lại, chỉ Markdown không phải chuyển nữa.

Trung vị của số lượt ghi ở mỗi hàng; các chương trình chạy xen kẽ. “×”: so với lần dựng từ đầu của cẩm nang với cùng số thứ tiếng, trong cùng
đợt đo; “số mũ”: từ cỡ nhỏ nhất tới cỡ này (1 = gấp đôi số trang thì gấp đôi thời gian). Bộ nhớ: lúc cao nhất, cộng mọi tiến trình của
lần dựng. Đo từng đợt bằng `--sizes`, `--only`, `--minutes`: hàng nào đo lại thì thay hàng ấy."""


def prepare(work: Path, pages: int) -> None:
    """The same pages as each program wants them."""
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    write_corpus(work / "docs", pages)
    shutil.copytree(work / "docs", work / "docs-vi", ignore=shutil.ignore_patterns("*.en.md"))
    for name, docs, prune, i18n in (
        ("default-2", "docs", "", _I18N),
        ("prune-2", "docs", ", navigation.prune", _I18N),
        ("prune-1", "docs-vi", ", navigation.prune", ""),
    ):
        (work / f"{name}.yml").write_text(_MATERIAL.format(docs=work / docs, prune=prune, i18n=i18n), encoding="utf-8")
    zensical = work / "zensical"
    shutil.copytree(work / "docs-vi", zensical / "docs")
    (zensical / "mkdocs.yml").write_text(
        _MATERIAL.format(docs="docs", prune=", navigation.prune", i18n=""), encoding="utf-8"
    )
    hugo = work / "hugo"
    shutil.copytree(work / "docs-vi", hugo / "content")
    for index in hugo.rglob("index.md"):
        index.rename(index.with_name("_index.md"))
    (hugo / "layouts" / "_default").mkdir(parents=True)
    for name in ("single", "list"):
        (hugo / "layouts" / "_default" / f"{name}.html").write_text(_HUGO_PAGE, encoding="utf-8")
    (hugo / "config.toml").write_text(
        'baseURL = "https://cam-nang.example/"\ntitle = "Cẩm nang"\nlanguageCode = "vi"\n'
        'disableKinds = ["taxonomy", "term", "RSS"]\n',
        encoding="utf-8",
    )
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
            for folder in (".cache", f"site-{languages}"):
                shutil.rmtree(work / "ours" / folder, ignore_errors=True)
        return whole(
            measured(
                [sys.executable, "-m", "mkdocs", "build", "-q", "-d", f"site-{languages}"],
                work / "ours",
                work / "ours" / f"site-{languages}",
                HANDBOOK_BOOK="false",
                HANDBOOK_PACK="false",
                HANDBOOK_ENGLISH=str(languages == 2).lower(),
            ),
            work / "ours" / f"site-{languages}",
            languages,
        )

    def mkdocs(settings: str) -> Run:
        shutil.rmtree(work / settings, ignore_errors=True)
        return whole(
            measured(
                [python, "-m", "mkdocs", "build", "-q", "-f", f"{settings}.yml", "-d", settings], work, work / settings
            ),
            work / settings,
            int(settings[-1]),
        )

    def zensical(clean: bool) -> Run:
        options = ["--clean"] if clean else []
        if clean:
            shutil.rmtree(work / "zensical" / "site", ignore_errors=True)
        return whole(
            measured(
                [str(CACHE / "site-venv" / _BIN / "zensical"), "build", *options],
                work / "zensical",
                work / "zensical" / "site",
            ),
            work / "zensical" / "site",
            1,
        )

    def whole(run: Run, out: Path, languages: int) -> Run:
        # A program that left pages out would win.
        wanted = languages * sum(1 for _ in (work / "docs-vi").rglob("bai-*.md"))
        found = sum(1 for _ in out.rglob("bai-*/index.html"))
        if found != wanted:
            raise SystemExit(f"{out}: {found} pages of {wanted}")
        return run

    found: dict[str, Callable[[], Run]] = {
        "2: ours, clean": lambda: ours(2, True),
        "2: ours, unchanged": lambda: ours(2, False),
        SQUARE: lambda: mkdocs("default-2"),
        "2: Material + prune + i18n": lambda: mkdocs("prune-2"),
        "1: ours, clean": lambda: ours(1, True),
        "1: ours, unchanged": lambda: ours(1, False),
        "1: Material + prune": lambda: mkdocs("prune-1"),
        "1: Zensical, clean": lambda: zensical(True),
        "1: Zensical, unchanged": lambda: zensical(False),
    }
    if shutil.which("hugo"):
        found["1: Hugo, bare template"] = lambda: whole(
            measured(
                ["hugo", "--quiet", "--cleanDestinationDir", "--ignoreCache"], work / "hugo", work / "hugo" / "public"
            ),
            work / "hugo" / "public",
            1,
        )
    return found


def chosen(names: Iterable[str], only: str, pages: int) -> list[str]:
    """The programs that ``only`` names, parts of names with commas between, and our clean build beside each.

    Material's whole navigation on every page takes the better part of an hour at 5,000 pages: only by its full name.
    """
    parts = [part.strip() for part in only.split(",")]
    names = [name for name in names if name != SQUARE or pages < 2000 or name in parts]
    wanted = [name for name in names if any(part in name for part in parts)]
    return [name for name in names if name in wanted or name in map(reference, wanted)]


def turns(found: Mapping[str, Callable[[], Run]], wanted: list[str], rounds: int, until: float) -> dict[str, list[Run]]:
    """Every program in turn, ``rounds`` times; no run begins that would, by the last one, end after ``until`` (``perf_counter``)."""
    runs: dict[str, list[Run]] = {name: [] for name in wanted}
    for _ in range(rounds):
        for name in wanted:
            last = runs[name][-1].wall if runs[name] else 0
            if time.perf_counter() + last > until:
                print(f"{name}: no time left", file=sys.stderr, flush=True)
                continue
            before = name.replace("unchanged", "clean")
            if before not in wanted:
                found[before]()  # what "unchanged" builds upon
            runs[name].append(found[name]())
            print(f"{name}: {runs[name][-1]}", file=sys.stderr, flush=True)
    return {name: made for name, made in runs.items() if made}


def rows_of(runs: Mapping[str, list[Run]], pages: int) -> list[Row]:
    """The rows of one size; without our clean build in the same slice a row has no ratio."""
    day = dt.date.today().isoformat()
    medians = {name: median(made) for name, made in runs.items()}
    return [
        Row(
            name,
            pages,
            run,
            run.wall / medians[reference(name)].wall if reference(name) in medians else None,
            len(runs[name]),
            day,
        )
        for name, run in medians.items()
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    sizes = os.environ.get("BENCH_PAGES", "100 1000").split()
    parser.add_argument("--sizes", type=int, nargs="+", default=[int(size) for size in sizes], help="numbers of pages")
    parser.add_argument(
        "--rounds", type=int, default=int(os.environ.get("BENCH_ROUNDS", "3")), help="runs of each program"
    )
    parser.add_argument("--only", default="", help="part of the programs' names, several with commas")
    parser.add_argument("--minutes", type=float, default=float("inf"), help="begin nothing that would end later")
    parser.add_argument("--print", action="store_true", help="do not write BENCHMARKS.md")
    options = parser.parse_args()
    until = time.perf_counter() + options.minutes * 60
    python = CACHE / "site-venv" / _BIN / "python"
    if not python.exists():
        venv.create(CACHE / "site-venv", with_pip=True)
    subprocess.run([str(python), "-m", "pip", "install", "-qq", "--disable-pip-version-check", *PEERS], check=True)
    for size in options.sizes:
        work = CACHE / f"site-{size}"
        prepare(work, size)
        found = programs(work)
        runs = turns(found, chosen(found, options.only, size), options.rounds, until)
        # Written after each size: a run that is ended early has not been for nothing.
        old = read_rows(FILE.read_text(encoding="utf-8")) if FILE.exists() else ()
        new = rows_of(runs, size)
        if options.print:
            sys.stdout.write(table(new) + "\n")
        elif new:
            write_section(
                "site",
                "Dựng trang web",
                f"{INTRODUCTION}\n\n{table(merged(old, new, found))}",
                {
                    **{name: version(name) for name in ("mkdocs", "mkdocs-material", "mkdocs-static-i18n")},
                    "Zensical": PEERS[-1].partition("==")[2],
                    "Hugo": _hugo(),
                },
            )


def _hugo() -> str:
    if not shutil.which("hugo"):
        return "not installed"
    return (
        subprocess.run(["hugo", "version"], capture_output=True, text=True, check=True)
        .stdout.split()[1]
        .partition("-")[0]
    )


if __name__ == "__main__":
    main()
