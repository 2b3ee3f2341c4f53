"""The edition's list of files signed: ``make sign`` or ``python hooks sign FOLDER``, with the key in ``MINISIGN_KEY``.

Without a key of either kind nothing is signed, and that is said; exit status 1 when only one half of the pair is there or
the signature does not fit.
"""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from handbook.commands.console import say
from handbook.commands.site_build import settings_of
from handbook.labels import show_date
from handbook.offline.checked_files import LIST, PUBLIC_KEY, public_key
from handbook.offline.signing import sign_list
from handbook.sections import DEFAULT_LANGUAGE

ROOT = Path(__file__).resolve().parents[3]


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=f"Ký {LIST} của ấn bản bằng khóa trong biến môi trường MINISIGN_KEY.")
    parser.add_argument("folder", type=Path, help=f"thư mục chứa {LIST}, thường là site/tai-ve")
    parser.add_argument("--config", type=Path, default=ROOT / "mkdocs.yml", help="tệp cấu hình của trang")
    options = parser.parse_args(arguments)
    secret, password = os.environ.get("MINISIGN_KEY", ""), os.environ.get("MINISIGN_PASSWORD", "")
    key = public_key(options.config.parent / PUBLIC_KEY)
    if not secret and not key:
        say("Ấn bản này không ký: chưa có khóa. Cách tạo khóa ở README.md, “Ký ấn bản”.")
        return 0
    extra = settings_of(options.config).extra
    as_of = show_date(extra["as_of"], DEFAULT_LANGUAGE)
    comment = f"Cẩm nang chuyển đổi số, ấn bản {extra['edition']}, nội dung đến {as_of}"
    problems = sign_list(options.folder, secret, password, key, comment)
    say("".join(f"{problem}\n" for problem in problems) or f"Đã ký {options.folder / LIST}.")
    return 1 if problems else 0
