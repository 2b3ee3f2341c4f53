"""From saving a chapter to the reloaded page: ``python tests/bench/preview.py``.

``mkdocs serve`` in the default language, as ``make serve`` starts it, on the real
handbook and on 1,000 pages; a browser has the page open, a sentence is added to the
chapter's file, and the clock stops when the browser shows it.
"""

from __future__ import annotations

import argparse
import os
import shutil
import socket
import statistics
import subprocess
import sys
import time
import urllib.request
from importlib.metadata import version
from pathlib import Path

from corpus import ROOT, add_registers, write_corpus
from playwright.sync_api import sync_playwright
from report import write_section

CACHE = ROOT / ".cache" / "bench"
INTRODUCTION = """`tests/bench/preview.py`: `make serve` đang chạy, trình duyệt đang mở một chương; từ lúc lưu tệp của chương tới lúc trình duyệt hiện
câu vừa thêm."""


def project(work: Path, pages: int) -> None:
    """A project of its own with a copy of the handbook (0 pages) or with a corpus."""
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    for name in ("hooks", "overrides"):
        (work / name).symlink_to(ROOT / name)
    shutil.copy(ROOT / "mkdocs.yml", work)
    if pages:
        write_corpus(work / "docs", pages)
        add_registers(work / "docs")
    else:
        shutil.copytree(ROOT / "docs", work / "docs")


def reloads(work: Path, chapter: str, edits: int) -> list[float]:
    """Seconds from each of ``edits`` savings of ``chapter`` to its page in the browser."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with (work / "log").open("w") as log:
        server = subprocess.Popen([sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"], cwd=work,
                                  env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "HANDBOOK_ENGLISH": "false"}, stdout=log, stderr=log)
    try:
        address = f"http://127.0.0.1:{port}/{chapter}/"
        _wait(address)
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"), args=["--no-sandbox"])
            page = browser.new_page()
            page.goto(address)
            seconds = []
            for number in range(edits):
                page.wait_for_timeout(1500)  # an editor reads before the next change
                file = work / "docs" / f"{chapter}.md"
                text = file.read_text(encoding="utf-8")
                begin = time.perf_counter()
                file.write_text(f"{text}\nCâu vừa thêm {number}.\n", encoding="utf-8")
                page.get_by_text(f"Câu vừa thêm {number}.").wait_for(timeout=120_000)
                seconds.append(time.perf_counter() - begin)
            browser.close()
        return seconds
    finally:
        server.terminate()
        server.wait(timeout=30)


def _wait(address: str) -> None:
    for _ in range(600):
        try:
            urllib.request.urlopen(address, timeout=60).read()
            return
        except OSError:
            time.sleep(0.5)
    raise SystemExit("the preview never started")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--edits", type=int, default=5)
    parser.add_argument("--sizes", type=int, nargs="+", default=[0, 1000], help="0 is the real handbook")
    parser.add_argument("--print", action="store_true", help="do not write BENCHMARKS.md")
    options = parser.parse_args()
    lines = ["| trang | giây, trung vị | chậm nhất | mục tiêu |", "|---|---:|---:|---:|"]
    for size in options.sizes:
        work = CACHE / f"preview-{size}"
        project(work, size)
        seconds = reloads(work, "chuyen-de/bai-0007" if size else "ky-nang/vneid", options.edits)
        name, target = (f"{size:,}", 5) if size else ("cẩm nang thật", 2)
        lines.append(f"| {name} | {statistics.median(seconds):.1f} | {max(seconds):.1f} | < {target} |")
    text = "\n".join(lines)
    if options.print:
        sys.stdout.write(text + "\n")
        return
    write_section("preview", "Xem thử sau một lần lưu", f"{INTRODUCTION}\n\n{text}",
                  {"mkdocs": version("mkdocs")})


if __name__ == "__main__":
    main()
