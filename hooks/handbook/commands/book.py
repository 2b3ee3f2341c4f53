"""Own editions of communes and provinces: ``make book XA=xa-ten-xa.yml``, ``make book TINH=lao-cai``,
``make communes LIST=xa SHARD=3/20`` or ``python hooks book --commune FILE, FOLDER or TABLE … --shard 3/20``.

Many make one run: pages are those of the last build if nothing changed since.  A mistake stops no
other commune; all are told at the end, exit status 1.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import tempfile
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from handbook.book.editions.commune_list import Job, jobs_in_shard, jobs_of, read_job
from handbook.book.editions.crew import Wanted, last_words, make_wanted
from handbook.book.press.saved_book import has_source
from handbook.commands.console import finish, say
from handbook.commands.site_build import build_site, settings_of
from handbook.mkdocs import book_choice, converted_html
from handbook.packs.commune_packs import commune_packs
from handbook.sections import DEFAULT_LANGUAGE

ROOT = Path(__file__).resolve().parents[3]


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Dựng bản sách riêng của xã, của tỉnh.")
    parser.add_argument(
        "--commune",
        type=Path,
        nargs="+",
        default=[],
        metavar="TỆP",
        help="tệp khai của xã (chép từ mau-xa.yml), thư mục những tệp ấy, hoặc bảng mỗi dòng một xã",
    )
    parser.add_argument("--province", nargs="+", default=[], metavar="TỈNH", help="tên tỉnh không dấu, ví dụ lao-cai")
    parser.add_argument("--shard", default="", metavar="K/N", help="chỉ dựng phần thứ K trong N phần của danh sách")
    parser.add_argument("--out", type=Path, default=ROOT / "ban-xa", help="thư mục chứa sách (mặc định ban-xa/)")
    parser.add_argument("--config", type=Path, default=ROOT / "mkdocs.yml", help="tệp cấu hình của trang")
    options = parser.parse_args(arguments)
    if not options.commune and not options.province:
        parser.error("cần --commune hoặc --province")
    config = settings_of(options.config)
    for folder in (Path(config.site_dir), Path(config.docs_dir)):
        if options.out.resolve().is_relative_to(folder):
            inside = f"Sách của xã có số điện thoại, không được nằm trong {folder}/. Chọn thư mục khác cho --out."
            return finish(inside, 1)
    jobs, problems = jobs_of(options.commune)
    jobs, wrong = jobs_in_shard(jobs, options.shard)
    problems += wrong
    wanted = [Wanted(f"tinh-{name}", province=name) for name in options.province]
    of_job: dict[int, Job] = {}
    for job in jobs:
        text, found = read_job(job)
        problems += found
        if text is None:
            say(f"{job.name}: không có sách")
        else:
            of_job[len(wanted)] = job
            wanted.append(Wanted(job.name, text, str(job.path)))
    work_dir, digest = book_choice.work_dir(config), converted_pages(config) if wanted else ""
    made = 0
    for number, (names, found) in enumerate(make_wanted(wanted, digest, work_dir, options.out, commune_packs), 1):
        whose = of_job.get(number - 1)
        problems += whose.told(found) if whose else found
        made += bool(names)
        say(f"[{number}/{len(wanted)}] {', '.join(names) or f'{wanted[number - 1].name}: không có sách'}")
    return finish(last_words(problems, made, len(jobs) + len(options.province), options.out), 1 if problems else 0)


def converted_pages(config: MkDocsConfig) -> str:
    """The name of the kept pages: those of the last build if nothing has changed since, else made now."""
    place, digest = book_choice.work_dir(config), book_choice.source_digest(config, converted_html.version(config))
    if not has_source(DEFAULT_LANGUAGE, digest, place):
        say("Đang đọc các trang của cẩm nang …")
        # In a process of its own: what a build holds is given back before the first book is set.
        with ProcessPoolExecutor(1, multiprocessing.get_context("spawn"), max_tasks_per_child=1) as crew:
            crew.submit(_read_pages, config.config_file_path).result()
    return digest


def _read_pages(config_file: str) -> None:
    os.environ.update(HANDBOOK_BOOK="source", HANDBOOK_PACK="false", HANDBOOK_ENGLISH="false")
    with tempfile.TemporaryDirectory() as site:
        build_site(Path(config_file), site_dir=site)
