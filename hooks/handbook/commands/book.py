"""Communes' own editions: ``make book XA=xa-ten-xa.yml``, ``make communes LIST=xa SHARD=3/20`` or
``python hooks book --commune FILE, FOLDER or TABLE … --shard 3/20``.

Many make one run: pages are those of the last build if nothing changed since, and what editions
share is set once.  A mistake stops no other commune; all are told at the end, exit status 1.
"""

from __future__ import annotations

import argparse
import os
import tempfile
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from handbook.book import Book, Job, Press, commune_books, jobs_in_shard, jobs_of, open_press, read_job, read_source
from handbook.commands.console import finish, say
from handbook.commands.site_build import build_site, settings_of
from handbook.mkdocs import book_choice, converted_html
from handbook.problem import Problem, in_reading_order
from handbook.sections import DEFAULT_LANGUAGE

ROOT = Path(__file__).resolve().parents[3]


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Dựng bản sách riêng của xã.")
    parser.add_argument(
        "--commune",
        type=Path,
        nargs="+",
        required=True,
        metavar="TỆP",
        help="tệp khai của xã (chép từ mau-xa.yml), thư mục những tệp ấy, hoặc bảng mỗi dòng một xã",
    )
    parser.add_argument("--shard", default="", metavar="K/N", help="chỉ dựng phần thứ K trong N phần của danh sách")
    parser.add_argument("--out", type=Path, default=ROOT / "ban-xa", help="thư mục chứa sách (mặc định ban-xa/)")
    parser.add_argument("--config", type=Path, default=ROOT / "mkdocs.yml", help="tệp cấu hình của trang")
    options = parser.parse_args(arguments)
    config = settings_of(options.config)
    for folder in (Path(config.site_dir), Path(config.docs_dir)):
        if options.out.resolve().is_relative_to(folder):
            return finish(
                f"Sách của xã có số điện thoại, không được nằm trong {folder}/. Chọn thư mục khác cho --out.", 1
            )
    jobs, problems = jobs_of(options.commune)
    jobs, wrong = jobs_in_shard(jobs, options.shard)
    problems += wrong
    book, press = (_pages(config), open_press(book_choice.work_dir(config))) if jobs else (None, None)
    for number, job in enumerate(jobs, 1):
        names, found = _make(job, book, press, options.out)
        problems += found
        say(f"[{number}/{len(jobs)}] {', '.join(names) or f'{job.name}: không có sách'}")
    return finish(
        "".join(f"{problem}\n" for problem in in_reading_order(problems)) + f"Sách ở {options.out}/",
        1 if problems else 0,
    )


def _make(job: Job, book: Book, press: Press, out: Path) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    """Make one commune's files: their names, and what is wrong."""
    text, problems = read_job(job)
    if text is None:
        return (), problems
    books, problems = commune_books(text, str(job.path), job.name, book, press)
    out.mkdir(parents=True, exist_ok=True)
    for name, pdf in books.items():
        (out / name).write_bytes(pdf)
    return tuple(books), job.told(problems)


def _pages(config: MkDocsConfig) -> Book:
    """The whole book: of the last build if nothing has changed since, else of one made now."""
    place, digest = book_choice.work_dir(config), book_choice.source_digest(config, converted_html.version(config))
    book = read_source(DEFAULT_LANGUAGE, digest, place)
    if book:
        return book
    say("Đang đọc các trang của cẩm nang …")
    os.environ.update(HANDBOOK_BOOK="source", HANDBOOK_PACK="false", HANDBOOK_ENGLISH="false")
    with tempfile.TemporaryDirectory() as site:
        build_site(Path(config.config_file_path), site_dir=site)
    return read_source(DEFAULT_LANGUAGE, digest, place)
