"""Whether downloaded files are whole and ours: ``python hooks verify FOLDER``; needs no network.

Exit status 1 when a file differs from the edition or the signature does not fit.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from handbook.commands.console import say
from handbook.offline.checked_files import PUBLIC_KEY, check_folder, public_key

_KEY = Path(__file__).resolve().parents[3] / PUBLIC_KEY


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Kiểm tra các tệp đã tải có nguyên vẹn không, không cần mạng.")
    parser.add_argument("folder", type=Path, help="thư mục chứa SHA256SUMS và các tệp đã tải")
    parser.add_argument("--key", default="", help="khóa công khai minisign (mặc định: tệp khoa-cong-khai.pub, nếu có)")
    options = parser.parse_args(arguments)
    key = options.key or public_key(_KEY)
    whole, problems = check_folder(options.folder, key)
    say(
        "".join(f"{problem}\n" for problem in problems)
        + f"Nguyên vẹn: {len(whole)} tệp."
        + ("" if key else " Chưa kiểm tra chữ ký (không có khóa công khai).")
    )
    return 1 if problems else 0
