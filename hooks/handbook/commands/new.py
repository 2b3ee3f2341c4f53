"""Start something new: ``make new topic "Tên bài"`` or ``python hooks new topic "Tên bài"``; see ``--help``.

The date of today goes into the file: an editor's command may read the clock, a build may not.
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
from pathlib import Path

from handbook.commands.console import finish
from handbook.commands.new_files import NEXT, create, import_documents
from handbook.law.new_row import RefusedError, add_to_file
from handbook.load import read_catalog
from handbook.sections import BY_FOLDER, DEFAULT_LANGUAGE
from handbook.settings import as_of
from handbook.source.file_names import REGISTER
from handbook.source.new_page_text import FOLDERS, PARTS, new_chapter, new_page
from handbook.tables import skeleton_meta

ROOT = Path(__file__).resolve().parents[3]
_USAGE = (
    """  topic    "Chữ ký số cho hộ kinh doanh"          một chuyên đề
  topic    --from bai.docx                        một chuyên đề lấy chữ từ tệp Word (make: make new topic FROM=bai.docx)
  story    "Bản Lìm có sóng"                       một câu chuyện địa phương
  table    docs/so-lieu/ten-bang.xlsx              trang mô tả cho một bảng số liệu đã chép vào docs/so-lieu/
  chapter  ky-nang "Quét mã QR an toàn"            một chương ở cuối phần; phần: """
    + ", ".join(PARTS)
    + """
  document 148/2025/QH15                           một dòng trong danh mục văn bản"""
)


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        description="Tạo tệp mới, điền sẵn phần khai báo.",
        epilog=_USAGE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("kind", choices=("table", *FOLDERS, "chapter", "document"), help="loại trang")
    parser.add_argument("what", nargs="*", help="tên bài, tệp số liệu hoặc số hiệu văn bản")
    parser.add_argument(
        "--from",
        dest="source",
        type=Path,
        default=Path(os.environ["FROM"]) if os.environ.get("FROM") else None,  # make exports it empty
        help="topic, story: lấy nội dung từ tệp Word (.docx), LibreOffice (.odt), Google Docs (.md), .html, hoặc cả thư mục",
    )
    parser.add_argument("--docs", type=Path, default=ROOT / "docs", help="thư mục nội dung")
    parser.add_argument(
        "--date", type=dt.date.fromisoformat, default=dt.date.today(), help="ngày ghi trong tệp (bỏ trống: hôm nay)"
    )
    parser.add_argument("--field", default="", help="document: lĩnh vực, để dòng mới đứng cạnh văn bản cùng lĩnh vực")
    if not arguments and (words := os.environ.get("NEW", "").split()):  # from make, which hands nothing to the shell
        arguments = [words[0], "--", *words[1:]] if len(words) > 1 else words
    options = parser.parse_args(arguments)
    what = " ".join(options.what).strip()
    if options.source and options.kind in FOLDERS:
        return import_documents(options.kind, options.source, what, options.docs, options.date)
    if not what:
        return finish("Thiếu tên. Cách dùng:\n" + _USAGE, 1)
    if options.kind == "document":
        try:
            line = add_to_file(options.docs / REGISTER, what, options.field)
        except RefusedError as refusal:
            return finish(str(refusal), 1)
        return finish(
            f"Đã thêm dòng {line} vào {options.docs / REGISTER}. Điền trich_yeu, các ngày, linh_vuc và nguồn; {NEXT}",
            0,
        )
    if options.kind == "table":
        if not Path(what).is_file():
            return finish(f"Không thấy tệp {what}. Đặt tệp số liệu vào docs/so-lieu/ rồi chạy lại.", 1)
        return create(Path(what).with_suffix(".md"), skeleton_meta(Path(what), options.date))
    if options.kind == "chapter":
        part, _, title = what.partition(" ")
        if part not in PARTS or not title.strip():
            parts = "".join(f"\n  {folder}: {name}" for folder, name in PARTS.items())
            return finish(
                f'Ghi tên phần trước tên chương, ví dụ: chapter ky-nang "Quét mã QR an toàn". Các phần:{parts}', 1
            )
        catalog = read_catalog(options.docs, as_of(ROOT / "mkdocs.yml"))
        taken = tuple(getattr(page.meta, "order", 0) for page in catalog.in_section(BY_FOLDER[part], DEFAULT_LANGUAGE))
        uri, text = new_chapter(part, title, options.date, taken)
    else:
        uri, text = new_page(options.kind, what, options.date)
    return create(options.docs / uri, text)
