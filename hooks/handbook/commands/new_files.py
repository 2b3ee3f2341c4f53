"""Documents of Word and the like as new pages, and new files in general: what ``new`` writes."""

from __future__ import annotations

import datetime as dt
import json
import re
from pathlib import Path

from handbook.commands.console import finish, say
from handbook.editing.word_import import FORMATS, INSTALL, NoPandocError, UnreadableError, import_document
from handbook.source.new_page_text import new_page
from handbook.vietnamese.text import nfc, slug

ROOT = Path(__file__).resolve().parents[3]
_SHOWN = 8
NEXT = "gõ make check (Windows: python hooks check) để biết còn thiếu gì."


def import_documents(kind: str, source: Path, title: str, docs: Path, today: dt.date) -> int:
    """The document ``source``, or all of a folder, as pages of ``kind``; the exit status.

    One that cannot be read does not keep the others from becoming pages.
    """
    if source.is_dir():
        files = sorted(
            file for file in source.iterdir() if file.suffix.lower() in FORMATS and not file.name.startswith("~$")
        )
        title = ""
        others = sorted(
            nfc(file.name)
            for file in source.iterdir()
            if file.is_file() and file not in files and not file.name.startswith(("~$", "."))
        )
        if files and others:
            shown = ", ".join(others[:_SHOWN]) + (f" và {len(others) - _SHOWN} tệp nữa" if len(others) > _SHOWN else "")
            say(f"Bỏ qua {shown}: chỉ nhận {', '.join(FORMATS)}. Tệp .doc thì mở bằng Word, lưu lại thành .docx.")
    else:
        files = [source]
    if not files or not all(file.is_file() for file in files):
        return finish(
            f"Không thấy tệp {source}. Ghi đường dẫn tới tệp {', '.join(FORMATS)}, hoặc thư mục chứa chúng.", 1
        )
    return max(_import_one(kind, file, title, docs, today) for file in files)


def _import_one(kind: str, file: Path, title: str, docs: Path, today: dt.date) -> int:
    if file.suffix.lower() not in FORMATS:
        return finish(f"{file}: chưa nhận loại tệp “{file.suffix}”. Mở bằng Word, lưu lại thành .docx rồi chạy lại.", 1)
    try:
        found = import_document(file, slug(title or file.stem) or "bai")
    except NoPandocError:
        return finish(f"Chưa có phần đọc tệp Word. Gõ một lần: {INSTALL} rồi chạy lại lệnh này.", 1)
    except UnreadableError:
        return finish(f"{file}: tệp bị hỏng hoặc không đúng loại. Mở bằng Word, lưu lại thành .docx rồi chạy lại.", 1)
    uri, text = new_page(kind, title or found.title or file.stem.replace("-", " "), today)
    head, _, _ = text.removeprefix("---\n").partition("\n---\n")
    status = create(docs / uri, f"---\n{_known(head, nfc(file.name))}\n---\n\n{found.body}")
    if status:
        return status
    for name, data in found.pictures:
        (docs / uri).with_name(name).write_bytes(data)
        say(f"Đã lưu ảnh {name}; viết lời mô tả trong ngoặc vuông trước ảnh.")
    say("Chưa có tom_tat: viết hai câu trả lời cho câu hỏi của bài. Nguồn mới ghi tên tệp: thêm nguồn của từng con số.")
    for sentence in found.left_out:
        say(f"Cần xem lại: {sentence}")
    return 0


def _known(head: str, name: str) -> str:
    """The front matter of a new page without samples: what is known of its source is the document's name."""
    head = re.sub(r"^tom_tat: .*\n(?:[ ]+.*\n)*", "", head, flags=re.MULTILINE)
    source = f"nguon:\n  - ten: {json.dumps(f'Tệp “{name}”', ensure_ascii=False)}\n    ngay: khong-ro          # thêm url, ngày nếu văn bản đã công bố\n"
    return re.sub(r"^nguon:\n(?:[ ]+.*\n)*", lambda found: source, head, flags=re.MULTILINE)


def create(path: Path, text: str) -> int:
    """Write a new file, never over another; the exit status."""
    shown = path.relative_to(ROOT) if path.is_relative_to(ROOT) else path
    if path.exists():
        return finish(f"{shown} đã có, không ghi đè. Đặt tên khác, hoặc mở tệp đó để sửa.", 1)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
    return finish(f"Đã tạo {shown}. Mở tệp, điền những chỗ còn trống; {NEXT}", 0)
