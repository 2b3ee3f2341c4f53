"""Read an editor's text file: whatever Windows wrote, or a clear refusal."""

from __future__ import annotations

import codecs
from pathlib import PurePosixPath

from handbook.problem import Problem
from handbook.vietnamese.text import nfc

_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))

_OTHERS = {
    b"PK\x03\x04": "tài liệu Word, Excel hoặc tệp nén",
    b"\xd0\xcf\x11\xe0": "tài liệu Word, Excel đời cũ",
    b"%PDF": "tệp PDF",
    b"\x89PNG": "ảnh PNG",
    b"\xff\xd8\xff": "ảnh JPEG",
}


def text_of(raw: bytes, display_path: str) -> tuple[str | None, tuple[Problem, ...]]:
    """The text of a file with the content ``raw``, in NFC with ``\\n`` line ends, or ``None`` and why not.

    UTF-8 with or without a byte order mark, and UTF-16 with one (Notepad's
    "Unicode"), are read; anything else is refused rather than guessed.
    """
    if named := next((name for start, name in _OTHERS.items() if raw.startswith(start)), ""):
        return None, (
            Problem(
                display_path,
                0,
                f"Tệp có đuôi {PurePosixPath(display_path).suffix} nhưng bên trong là {named}; đổi đuôi tệp không đổi được ruột.",
                'Mở tệp bằng chương trình của nó, chép chữ vào tệp .md mới (make new topic "Tên bài").',
                "ma-hoa",
            ),
        )
    encoding = next((name for bom, name in _BOMS if raw.startswith(bom)), "utf-8")
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        return None, (
            Problem(
                display_path,
                line,
                "Tệp không phải UTF-8 nên không đọc đúng được chữ Việt.",
                "Mở bằng Notepad, chọn Save as, ô Encoding chọn UTF-8. Mở ra mà chữ đã sai thì tệp dùng bảng mã cũ "
                "(TCVN3, VNI): chuyển sang Unicode bằng công cụ chuyển mã của UniKey trước.",
                "ma-hoa",
            ),
        )
    return nfc(text.replace("\r\n", "\n").replace("\r", "\n")), ()
