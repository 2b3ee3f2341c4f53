"""Start a new page: ``make new table FILE``, ``make new topic "Tên bài"`` or ``python hooks/new.py …``."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from handbook.newpage import FOLDERS, new_page
from handbook.tables import skeleton_meta

ROOT = Path(__file__).resolve().parent.parent


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Tạo tệp mới, điền sẵn phần khai báo.")
    parser.add_argument("kind", choices=("table", *FOLDERS), help="loại trang")
    parser.add_argument("what", help="tên bài, hoặc tệp số liệu đã đặt trong docs/so-lieu/")
    parser.add_argument("--docs", type=Path, default=ROOT / "docs", help="thư mục nội dung")
    options = parser.parse_args(arguments)
    if options.kind == "table":
        data = Path(options.what)
        if not data.is_file():
            return _say(f"Không thấy tệp {data}. Đặt tệp số liệu vào docs/so-lieu/ rồi chạy lại.", 1)
        path, text = data.with_suffix(".md"), skeleton_meta(data)
    else:
        uri, text = new_page(options.kind, options.what)
        path = options.docs / uri
    if path.exists():
        return _say(f"{path} đã có, không ghi đè.", 1)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
    return _say(f"Đã tạo {path}. Mở tệp, điền những chỗ còn trống.", 0)


def _say(message: str, status: int) -> int:
    sys.stdout.buffer.write((message + "\n").encode("utf-8"))
    sys.stdout.flush()
    return status


if __name__ == "__main__":
    sys.exit(main())
