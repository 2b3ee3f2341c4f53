"""How long the book takes beside other ways to a PDF: ``python tests/bench/pdf.py``.

The same chapters, 60 and 300 of them, go through our typesetter, through
WeasyPrint (one A5 document, no table of contents, no MkDocs around it) and
through mkdocs-to-pdf (whole ``mkdocs build`` less a build without the plugin).
Each run is a process of its own; the tools take turns, so that a busy minute
of the machine hits all alike.  The peers live in ``.cache/bench/venv``; they
take minutes for 300 chapters, so by default only ours is set at that size.
Last, every chapter alone is set beside the whole book of the same 60.

``--packs`` sets all Vietnamese books and all print packs of the real handbook instead, from nothing, in seconds of
the processor, and writes what the packs add into BENCHMARKS.md.  ``make_all`` and ``make_packs`` are what
``make site`` calls.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import shutil
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "hooks"))

# Only what a book needs: each import stands in the measured time of "ours", and the others' have their own alone.
# What the measuring itself needs is imported where it is used.
from handbook.book.model import Book, Chapter, Part  # noqa: E402
from handbook.book.press.typeset import open_press, typeset  # noqa: E402

CACHE = ROOT / ".cache" / "bench"
PEERS = ("mkdocs==1.6.1", "mkdocs-material==9.8.1", "mkdocs-to-pdf==0.12.1", "weasyprint==70.0")
CLOCK = {"processor": False}
RESULTS = {"ours": "ours.pdf", "WeasyPrint": "weasyprint.pdf", "mkdocs-to-pdf": "pdf/all.pdf"}
FOLDERS = ("chinh-sach", "phap-luat", "nhiem-vu", "ky-nang", "tap-huan")
EXTENSIONS = [
    "admonition",
    "attr_list",
    "def_list",
    "footnotes",
    "md_in_html",
    "tables",
    "toc",
    "pymdownx.details",
    "pymdownx.superfences",
    "pymdownx.tasklist",
]
WEASYPRINT = """import sys, weasyprint
css = weasyprint.CSS(string="@page{size:A5;margin:18mm 15mm} body{font:10.5pt/1.45 serif} h1{break-before:page}")
weasyprint.HTML(sys.argv[1]).write_pdf(sys.argv[2], stylesheets=[css])"""


def chapters(count: int) -> list[tuple[str, str]]:
    """``count`` titles and texts from the handbook's own chapters, repeated as often as needed."""
    import markdown
    from handbook.markdown.blocks import HandbookBlocks
    from lxml import html as lxml_html

    files = [
        path
        for folder in FOLDERS
        for path in sorted((ROOT / "docs" / folder).glob("*.md"))
        if not path.name.endswith(".en.md") and path.stem != "index"
    ]
    found = []
    for path in files[:count]:
        text = path.read_text(encoding="utf-8").split("\n---\n", 1)[-1]
        html = markdown.markdown(text, extensions=[*EXTENSIONS, HandbookBlocks(render_table=lambda request: "")])
        root = lxml_html.fragment_fromstring(html, create_parent="div")
        for link in [a for a in root.iter("a") if "://" not in (a.get("href") or "")]:
            link.drop_tag()  # addresses differ between the tools
        found.append((path.stem, lxml_html.tostring(root, encoding="unicode")))
    return [(f"{found[i % len(found)][0]} {i + 1}", found[i % len(found)][1]) for i in range(count)]


def set_ours(work: Path) -> None:
    """In a process of its own: the book, typeset from nothing."""
    pages = json.loads((work / "pages.json").read_text(encoding="utf-8"))
    day = dt.date(2026, 11, 23)
    made = tuple(Chapter(f"c{number}", title, html) for number, (title, html) in enumerate(pages))
    shutil.rmtree(work / "ours", ignore_errors=True)
    pdf, _ = typeset(
        Book("Cẩm nang", "", "vi", "2026.11", day, "", day, (), (Part("Phần", chapters=made),)), work / "ours"
    )
    assert pdf, "the typesetter gave nothing"
    (work / "ours.pdf").write_bytes(pdf)


def set_chapters(work: Path) -> None:
    """In a process of its own: every chapter as a PDF of its own, from nothing."""
    from handbook.book.variants import chapter_editions

    pages = json.loads((work / "pages.json").read_text(encoding="utf-8"))
    day = dt.date(2026, 11, 23)
    made = tuple(Chapter(f"c{number}", title, html) for number, (title, html) in enumerate(pages))
    shutil.rmtree(work / "alone", ignore_errors=True)
    press = open_press(work / "alone")
    for _, edition in chapter_editions(
        Book("Cẩm nang", "", "vi", "2026.11", day, "", day, (), (Part("Phần", chapters=made),))
    ):
        assert typeset(edition, press.work_dir, press)[0], "the typesetter gave nothing"


def prepare(work: Path, pages: list[tuple[str, str]]) -> None:
    """The same pages as each tool wants them."""
    shutil.rmtree(work, ignore_errors=True)
    (work / "docs").mkdir(parents=True)
    (work / "pages.json").write_text(json.dumps(pages), encoding="utf-8")
    body = "".join(f"<h1>{title}</h1>{html}" for title, html in pages)
    (work / "all.html").write_text(
        f'<!doctype html><html lang="vi"><meta charset="utf-8"><body>{body}</body></html>', encoding="utf-8"
    )
    for number, (title, html) in enumerate(pages):
        (work / "docs" / f"c{number:03}.md").write_text(f"# {title}\n\n{html}\n", encoding="utf-8")
    (work / "docs" / "index.md").write_text("# Cẩm nang\n", encoding="utf-8")
    plain = f"site_name: Cẩm nang\ntheme: {{name: material, font: false}}\ndocs_dir: {work / 'docs'}\nplugins: []\n"
    (work / "plain.yml").write_text(plain, encoding="utf-8")
    (work / "pdf.yml").write_text(
        plain.replace("plugins: []", "plugins:\n  - to-pdf: {output_path: all.pdf}"), encoding="utf-8"
    )


def timed(command: list[str]) -> float:
    """Seconds that ``command`` takes: by the clock, or of the processor if so chosen."""
    import subprocess

    begin, used = time.perf_counter(), os.times()
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{' '.join(command)}\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
    after = os.times()
    if CLOCK["processor"]:
        return after.children_user + after.children_system - used.children_user - used.children_system
    return time.perf_counter() - begin


def tools(work: Path) -> dict[str, Callable[[], float]]:
    """One run of each tool by name, in seconds."""
    python = str(CACHE / "venv" / ("Scripts" if sys.platform == "win32" else "bin") / "python")

    def mkdocs(settings: str) -> float:
        return timed(
            [python, "-m", "mkdocs", "build", "-q", "-f", str(work / f"{settings}.yml"), "-d", str(work / settings)]
        )

    return {
        "ours": lambda: timed([sys.executable, __file__, "--set", str(work)]),
        "WeasyPrint": lambda: timed([python, "-c", WEASYPRINT, str(work / "all.html"), str(work / "weasyprint.pdf")]),
        "mkdocs-to-pdf": lambda: mkdocs("pdf") - mkdocs("plain"),
    }


def set_real(what: str, digest: str, work: Path) -> None:
    """In a process of its own: all books, or all packs, of the handbook, from the pages of its last build."""
    from itertools import chain

    import markdown
    from handbook.book.editions.make_all import make_all
    from handbook.book.editions.published import published
    from handbook.book.press.saved_book import read_source
    from handbook.kit.markdown import KitBlocks
    from handbook.load import read_catalog
    from handbook.packs import POCKET, make_packs, make_pocket, make_quiz
    from handbook.quiz import questions_of
    from handbook.sections import DEFAULT_LANGUAGE

    book = read_source(DEFAULT_LANGUAGE, digest, ROOT / ".cache" / "book")
    assert book, "the pages have changed meanwhile"
    press, folder = open_press(work / "press"), work / what
    if what == "books":
        made = [name for name, is_there, _ in make_all(published(book), press, folder) if is_there]
    else:
        catalog = read_catalog(ROOT / "docs", book.as_of)
        article = catalog.articles[POCKET, DEFAULT_LANGUAGE]
        html = markdown.markdown(article.body, extensions=[*EXTENSIONS, KitBlocks()])
        home = "https://cam-nang.example/"
        files = chain(
            make_pocket(article, html, book, home, press, folder),
            make_quiz(questions_of(catalog, DEFAULT_LANGUAGE), book, home, press, folder),
            make_packs(catalog, book, press, folder),
        )
        made = [file.name for file, _ in files if file.name]
    print(len(made))


def measure_packs() -> None:
    """What the packs add to the books, as a section of BENCHMARKS.md."""
    import tempfile
    from importlib.metadata import version as package

    from handbook.commands.book import converted_pages
    from handbook.commands.site_build import settings_of
    from report import write_section

    CLOCK["processor"] = True
    digest = converted_pages(settings_of(ROOT / "mkdocs.yml"))
    seconds, files = {}, {}
    for what in ("books", "packs"):
        with tempfile.TemporaryDirectory() as work:
            seconds[what] = timed([sys.executable, __file__, "--real", what, digest, work])
            files[what] = sum(1 for file in Path(work, what).rglob("*") if file.suffix in (".pdf", ".png", ".apkg"))
    written = f"{seconds['packs'] / seconds['books']:.2f}".replace(".", ",")
    text = (
        "Sách và bộ in tiếng Việt của cẩm nang thật, làm từ đầu, không lấy lại gì; giây của bộ xử lý, không phải giây đồng hồ. "
        "Bộ in gồm mười hai buổi (bộ in, trang chiếu, lời nói), từng thẻ việc, tờ in, tin mẫu, sơ đồ (PDF và PNG), bản bỏ túi, câu hỏi.\n\n"
        "| Làm gì | Tệp | Giây của bộ xử lý | So với sách |\n|---|---|---|---|\n"
        f"| sách | {files['books']} | {seconds['books']:.0f} | 1 |\n"
        f"| bộ in | {files['packs']} | {seconds['packs']:.0f} | {written} |\n"
    )
    write_section("packs", "Bộ in bên cạnh sách", text, {"typst": package("typst")})
    print(text)


def main() -> None:
    import argparse
    import statistics
    import subprocess
    import venv

    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=[60, 300], help="numbers of chapters")
    parser.add_argument("--rounds", type=int, default=3, help="runs of each tool at each size")
    parser.add_argument(
        "--peers-up-to", type=int, default=60, help="largest number of chapters given to the other tools"
    )
    parser.add_argument(
        "--processor", action="store_true", help="count seconds of the processor: for a machine that is busy"
    )
    parser.add_argument("--packs", action="store_true", help="measure what the print packs add to the books")
    parser.add_argument("--real", nargs=3, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.real:
        set_real(options.real[0], options.real[1], Path(options.real[2]))
        return
    if options.packs:
        measure_packs()
        return
    CLOCK["processor"] = options.processor
    if not (CACHE / "venv").exists():
        venv.create(CACHE / "venv", with_pip=True)
    python = CACHE / "venv" / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    subprocess.run([str(python), "-m", "pip", "install", "-q", "--disable-pip-version-check", *PEERS], check=True)
    medians: dict[int, dict[str, float]] = {}
    for size in options.sizes:
        work = CACHE / f"pages-{size}"
        prepare(work, chapters(size))
        chosen = {name: run for name, run in tools(work).items() if name == "ours" or size <= options.peers_up_to}
        if size == min(options.sizes):
            chosen["ours, every chapter alone"] = lambda work=work: timed(
                [sys.executable, __file__, "--alone", str(work)]
            )
        runs: dict[str, list[float]] = {name: [] for name in chosen}
        for _ in range(options.rounds):
            for name, run in chosen.items():
                runs[name].append(run())
        for name, file in (
            (name, RESULTS[name]) for name in chosen if name in RESULTS
        ):  # a tool that is fast because it gave nothing would show here
            from handbook.book.pdf_facts import page_count

            print(f"{size} chapters, {name}: {page_count((work / file).read_bytes())} pages", file=sys.stderr)
        medians[size] = {name: statistics.median(seconds) for name, seconds in runs.items()}
    print(table(medians, options.rounds))


def table(medians: dict[int, dict[str, float]], rounds: int) -> str:
    """The medians and their ratios as a Markdown table."""
    sizes = list(medians)
    lines = [
        f"Median of {rounds} rounds, taken in turns; ratio to ours in brackets.",
        "",
        "| tool | " + " | ".join(f"{size} chapters" for size in sizes) + " | growth |",
        "|---" * (len(sizes) + 2) + "|",
    ]
    for name, first in medians[sizes[0]].items():
        cells = [
            f"{medians[size][name]:.1f} s (×{medians[size][name] / medians[size]['ours']:.1f})"
            if name in medians[size]
            else "–"
            for size in sizes
        ]
        last = medians[sizes[-1]].get(name)
        lines.append(
            f"| {name} | " + " | ".join(cells) + f" | {f'×{last / first:.1f}' if last and len(sizes) > 1 else '–'} |"
        )
    return "\n".join(lines)


SETTERS = {"--set": set_ours, "--alone": set_chapters}  # what `main` starts, each in a process of its own

if __name__ == "__main__":
    if sys.argv[1:2] and sys.argv[1] in SETTERS:
        SETTERS[sys.argv[1]](Path(sys.argv[2]))
    else:
        main()
