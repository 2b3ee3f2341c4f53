"""From saving a file to the reloaded page: ``python tests/bench/preview.py``.

``mkdocs serve`` in the default language, as ``make serve`` starts it, on the real
handbook and on 1,000 pages; a browser has the page open, some words of the file get
a number behind them, and the clock stops when the browser shows it.
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
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from corpus import ROOT, add_registers, write_corpus
from playwright.sync_api import sync_playwright
from report import write_section

CACHE = ROOT / ".cache" / "bench"
INTRODUCTION = """`tests/bench/preview.py`: `make serve` đang chạy, trình duyệt đang mở trang; từ lúc lưu tệp (chương, bảng số liệu, danh mục
văn bản) tới lúc trình duyệt hiện chữ vừa sửa."""


@dataclass(frozen=True)
class Saved:
    """A file below ``docs/`` that an editor saves, words in it, and the page that shows them."""

    what: str
    pages: int  # of the corpus; 0 is the real handbook
    file: str
    words: str
    address: str
    target: float  # seconds


SAVED = (
    Saved("chương", 0, "ky-nang/vneid.md", "VNeID", "ky-nang/vneid/", 2),
    Saved(
        "bảng số liệu 34 hàng",
        0,
        "so-lieu/don-vi-hanh-chinh-34-tinh.csv",
        "Tỉnh An Giang",
        "so-lieu/don-vi-hanh-chinh-34-tinh/",
        2,
    ),
    Saved("bảng số liệu 3.321 hàng", 0, "so-lieu/xa-moi-tu-xa-cu.csv", "Phường An Bình", "so-lieu/xa-moi-tu-xa-cu/", 5),
    Saved("danh mục văn bản", 0, "van-ban/van-ban.csv", "công nghiệp lần thứ tư", "van-ban/", 5),
    Saved("bài", 1000, "chuyen-de/bai-0007.md", "Lưu ý", "chuyen-de/bai-0007/", 5),
)


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


def reloads(work: Path, saved: Saved, edits: int) -> list[float]:
    """Seconds from each of ``edits`` savings to the page in the browser."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with (work / "log").open("w") as log:
        server = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"],
            cwd=work,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "HANDBOOK_ENGLISH": "false"},
            stdout=log,
            stderr=log,
        )
    try:
        address = f"http://127.0.0.1:{port}/{saved.address}"
        _wait(address)
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"), args=["--no-sandbox"]
            )
            page = browser.new_page()
            page.goto(address)
            seconds = []
            file = work / "docs" / saved.file
            text = file.read_bytes()
            for number in range(edits):
                page.wait_for_timeout(1500)  # an editor reads before the next change
                words = f"{saved.words} lần {number}"
                begin = time.perf_counter()
                file.write_bytes(text.replace(saved.words.encode(), words.encode()))
                # Not a locator: that looks again after half a second.
                page.wait_for_function(
                    "words => document.body.textContent.includes(words)", arg=words, polling=10, timeout=120_000
                )
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
    parser.add_argument("--edits", type=int, default=10)
    parser.add_argument(
        "--only", type=int, nargs="+", default=range(len(SAVED)), help="numbers of what is saved, from 0"
    )
    parser.add_argument("--print", action="store_true", help="do not write BENCHMARKS.md")
    options = parser.parse_args()
    lines = ["| Trang | Tệp được lưu | Giây, trung vị | Chậm nhất | Mục tiêu |", "|---|---|---:|---:|---:|"]
    for saved in (SAVED[number] for number in options.only):
        work = CACHE / f"preview-{saved.pages}"
        project(work, saved.pages)
        seconds = reloads(work, saved, options.edits)
        lines.append(
            f"| {saved.pages or 'cẩm nang thật'} | {saved.what} | {statistics.median(seconds):.1f} | {max(seconds):.1f} | < {saved.target} |"
        )
    text = "\n".join(lines)
    if options.print:
        sys.stdout.write(text + "\n")
        return
    write_section("preview", "Xem thử sau một lần lưu", f"{INTRODUCTION}\n\n{text}", {"mkdocs": version("mkdocs")})


if __name__ == "__main__":
    main()
