"""A commune's own edition: ``make book XA=xa-ten-xa.yml`` or ``python hooks/book.py --commune FILE …``.

Many files make one run: pages are those of the last build if nothing changed
since, and what editions share is set once.  Exit status 1 if a file has a mistake.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import book_run
import page_texts
from handbook.book import Book, Press, commune_books, open_press, read_source
from handbook.problem import Problem, in_reading_order
from handbook.sections import DEFAULT_LANGUAGE
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

ROOT = Path(__file__).resolve().parent.parent


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Dựng bản sách riêng của xã.")
    parser.add_argument("--commune", type=Path, nargs="+", required=True, metavar="TỆP", help="tệp khai của xã, chép từ mau-xa.yml")
    parser.add_argument("--out", type=Path, default=ROOT / "ban-xa", help="thư mục chứa sách (mặc định ban-xa/)")
    parser.add_argument("--config", type=Path, default=ROOT / "mkdocs.yml", help="tệp cấu hình của trang")
    options = parser.parse_args(arguments)
    config = load_config(str(options.config), strict=True)
    for folder in (Path(config.site_dir), Path(config.docs_dir)):
        if options.out.resolve().is_relative_to(folder):
            return _say(f"Sách của xã có số điện thoại, không được nằm trong {folder}/. Chọn thư mục khác cho --out.", 1)
    book = _pages(config)
    press = open_press(book_run.work_dir(config))
    problems = [problem for file in options.commune for problem in _make(file, book, press, options.out)]
    return _say("".join(f"{problem}\n" for problem in in_reading_order(problems)) + f"Sách ở {options.out}/", 1 if problems else 0)


def _make(file: Path, book: Book, press: Press, out: Path) -> tuple[Problem, ...]:
    """Make one commune's files and tell what is wrong."""
    try:
        text = file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return (Problem(str(file), 0, "Không đọc được tệp.", "Kiểm tra tên tệp; lưu bằng mã hóa UTF-8.", "xa-tep"),)
    if _goes_public(file):
        return (Problem(str(file), 0, "Tệp có tên, số điện thoại nhưng git sẽ đưa nó lên kho chung.",
                        f"Đổi tên thành “xa-{file.name}”.", "xa-rieng-tu"),)
    books, problems = commune_books(text, str(file), file.stem, book, press)
    out.mkdir(parents=True, exist_ok=True)
    for name, pdf in books.items():
        (out / name).write_bytes(pdf)
    return problems


def _goes_public(file: Path) -> bool:
    """Whether the file stands in a git checkout that does not ignore it (status 1; 128 outside one)."""
    command = ["git", "-C", str(file.resolve().parent), "check-ignore", "-q", file.name]
    return bool(shutil.which("git")) and subprocess.run(command, capture_output=True, check=False).returncode == 1


def _pages(config: MkDocsConfig) -> Book:
    """The whole book: of the last build if nothing has changed since, else of one made now."""
    place, digest = book_run.work_dir(config), book_run.source_digest(config, page_texts.version(config))
    book = read_source(DEFAULT_LANGUAGE, digest, place)
    if book:
        return book
    _say("Đang đọc các trang của cẩm nang …", 0)
    os.environ.update(HANDBOOK_BOOK="false", HANDBOOK_PACK="false", HANDBOOK_ENGLISH="false")
    with tempfile.TemporaryDirectory() as site:
        fresh = load_config(config.config_file_path, strict=True, site_dir=site)
        fresh.plugins.on_startup(command="build", dirty=False)
        build(fresh)
    return read_source(DEFAULT_LANGUAGE, digest, place)


def _say(text: str, status: int) -> int:
    # Windows consoles default to a code page without Vietnamese letters.
    sys.stdout.buffer.write(f"{text}\n".encode())
    sys.stdout.flush()
    return status


if __name__ == "__main__":
    sys.exit(main())
