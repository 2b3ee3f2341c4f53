"""Read an editor's text file: whatever Windows wrote, or a clear refusal."""

from __future__ import annotations

import codecs
import re
from pathlib import PurePosixPath

from handbook.problem import Problem
from handbook.vietnamese.text import nfc

_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))

MOST_CHARACTERS, MOST_LINES = 100_000, 3_000  # six times the longest page there is
_LINE, _WORD, _RUN, _DEPTH = 6_000, 1_500, 250, 60
#: The address that checks find instead of a picture inside the text.
IN_ITS_PLACE = "anh-nhung.png"
_EMBEDDED = re.compile(r"<?data:image/[a-z.+-]{1,20};base64,[A-Za-z0-9+/=\s]{0,3}[A-Za-z0-9+/=%]{200,}>?")
_SIGNS = 800  # of one kind within one block; the largest table there is has a third
_OPENING = "<[(*_`~{&!\\|"
_NO_MARKS = dict.fromkeys(map(ord, _OPENING), " ")
_TAGS = 40  # unclosed tags: for each a parser looks through the rest of the page
_OPEN_TAG = re.compile(r"<(?=[A-Za-z/!?])[^<>]*+(?=<|\Z)")
_BLANK_LINES = re.compile(r"(\n[ \t]*(?=\n))")
# The shortest length, what has it (a line, a word, a run of one mark), the pattern, what is said and what stands in its place;
# all are linear, and searched only where something is as long: a pattern looks at every letter of every page.
_TOO_LONG = (
    (
        _RUN,
        "run",
        re.compile(rf"([^\w\s])\1{{{_RUN},}}+"),
        f"Một dấu lặp lại hơn {_RUN} lần liền nhau.",
        "Xóa bớt; đường kẻ ngang chỉ cần ba dấu ---.",
        lambda found: found[1] * 3,
    ),
    (
        _RUN,
        "run",
        re.compile(rf"[^\S\n]{{{_RUN},}}+"),
        f"Có hơn {_RUN} dấu cách liền nhau.",
        "Xóa bớt dấu cách.",
        lambda found: " ",
    ),
    (
        _DEPTH,
        "line",
        re.compile(rf"^(?:[ \t]*+(?:>|[-*+](?=[ \t])|\d{{1,9}}[.)](?=[ \t]))){{{_DEPTH},}}+", re.MULTILINE),
        f"Trích dẫn hoặc danh sách lồng nhau hơn {_DEPTH} tầng trên một dòng.",
        "Xóa bớt dấu > và dấu đầu mục.",
        lambda found: "> ",
    ),
    (
        _WORD,
        "word",
        re.compile(rf"\S{{{_WORD},}}+"),
        f"Một từ dài hơn {_WORD} ký tự, không có dấu cách: không phải chữ cho người đọc.",
        "Xóa, hoặc thay bằng liên kết tới nơi công bố.",
        lambda found: f"{found[0][:40]}…",
    ),
    (
        _LINE,
        "line",
        re.compile(rf"^[^\n]{{{_LINE + 1},}}+", re.MULTILINE),
        f"Một dòng dài hơn {_LINE} ký tự.",
        "Tách thành đoạn 2–4 câu, giữa hai đoạn để một dòng trống.",
        lambda found: f"{found[0][: _LINE - 1]}…",
    ),
)

_OTHERS = {
    b"PK\x03\x04": "tài liệu Word, Excel hoặc tệp nén",
    b"\xd0\xcf\x11\xe0": "tài liệu Word, Excel đời cũ",
    b"%PDF": "tệp PDF",
    b"\x89PNG": "ảnh PNG",
    b"\xff\xd8\xff": "ảnh JPEG",
    b"{\\rtf": "tài liệu RTF",
}
# What Git leaves where two people changed the same lines.
_CONFLICT = re.compile(r"^<{7} .*?^={7}$.*?^>{7} ", re.DOTALL | re.MULTILINE)


def _has_run(text: str) -> bool:
    """Whether ``text`` may hold ``_RUN`` of one mark, or of blanks, in a row: such a run fills one of the pieces."""
    piece = _RUN // 2
    pieces = (text[start : start + piece] for start in range(0, len(text), piece))
    return any(one[0] == one[-1] and one == one[0] * len(one) or one.isspace() for one in pieces)


def _has_word(text: str) -> bool:
    """Whether ``text`` may hold ``_WORD`` letters without a blank or a line end."""
    start = 0
    while len(text) - start >= _WORD:
        blank = max(text.rfind(sign, start, start + _WORD) for sign in " \n")
        if blank < 0:
            return True
        start = blank + 1
    return False


def _without_crowds(text: str) -> tuple[str, int | None]:
    """``text`` without the marks of blocks that hold too many of one, and the line of the first such block.

    Converters look from each opening mark for its end: of thousands side by side that takes minutes.
    """
    if not any(text.count(sign) > _SIGNS for sign in _OPENING):
        return text, None
    first, offset, parts = None, 0, _BLANK_LINES.split(text)
    for index, block in enumerate(parts):
        if len(block) > _SIGNS and any(block.count(sign) > _SIGNS for sign in _OPENING):
            first = text.count("\n", 0, offset) + 1 if first is None else first
            parts[index] = block.translate(_NO_MARKS)
        offset += len(block)
    return ("".join(parts) if first is not None else text), first


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
    if raw.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        raw = b"\xff"  # nothing writes it but by mistake
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
    text = nfc(text.replace("\r\n", "\n").replace("\r", "\n").lstrip("\ufeff"))
    if "<<<<<<< " in text and (found := _CONFLICT.search(text)):  # a plain text is found ten times as fast
        return None, (
            Problem(
                display_path,
                text.count("\n", 0, found.start()) + 1,
                "Tệp còn dấu xung đột của Git (<<<<<<<, =======, >>>>>>>): hai người sửa cùng một chỗ.",
                "Giữ lại một trong hai bản, xóa ba dòng dấu ấy.",
                "xung-dot",
            ),
        )
    return within_limits(text, display_path)


def within_limits(text: str, display_path: str) -> tuple[str, tuple[Problem, ...]]:
    """``text`` with what is longer than any text of people cut short, line for line, and told once for each kind.

    Whatever reads a page afterwards (checks, converters, the book) may take more than linear time.
    """
    problems = []
    if "data:image/" in text and (embedded := _EMBEDDED.search(text)):
        problems.append(
            Problem(
                display_path,
                text.count("\n", 0, embedded.start()) + 1,
                "Bài có ảnh nhúng ngay trong chữ (base64), hay gặp khi xuất Markdown từ Google Docs.",
                "Chạy make check-fix (Windows: python hooks check --fix): máy lưu ảnh cạnh bài và sửa liên kết giúp.",
                "anh-nhung",
            )
        )
        text = _EMBEDDED.sub(IN_ITS_PLACE, text)
    longest = {
        "line": max(map(len, text.split("\n"))),
        "word": _WORD if _has_word(text) else 0,
        "run": _RUN if _has_run(text) else 0,
    }
    for least, kind, pattern, what, fix, instead in _TOO_LONG:
        if longest[kind] >= least and (found := pattern.search(text)):
            problems.append(Problem(display_path, text.count("\n", 0, found.start()) + 1, what, fix, "qua-dai"))
            text = pattern.sub(instead, text)
    open_tags = _OPEN_TAG.findall(text) if text.count("<") > _TAGS else ()
    if len(open_tags) > _TAGS:
        line = text.count("\n", 0, next(_OPEN_TAG.finditer(text)).start()) + 1
        problems.append(
            Problem(
                display_path,
                line,
                f"Có {len(open_tags)} thẻ mở bằng < mà không đóng bằng >; quá {_TAGS} thẻ thì máy không đọc nữa.",
                "Xem có phải chép nhầm mã không; dấu “bé hơn” trong câu thì để dấu cách hai bên: 3 < 5.",
                "qua-dai",
            )
        )
        text = _OPEN_TAG.sub(lambda found: " " + found[0][1:], text)
    text, crowded = _without_crowds(text)
    if crowded is not None:
        problems.append(
            Problem(
                display_path,
                crowded,
                f"Một đoạn có hơn {_SIGNS} dấu mở ngoặc, dấu sao hoặc dấu < liền một mạch, không để dòng trống.",
                "Xem có phải chép nhầm mã không; đoạn của bài thì tách ra, giữa hai đoạn để một dòng trống.",
                "qua-dai",
            )
        )
    lines = text.split("\n")
    if len(text) > MOST_CHARACTERS or len(lines) > MOST_LINES:
        problems.append(
            Problem(
                display_path,
                0,
                f"Trang dài {len(text)} ký tự, {len(lines)} dòng; dài nhất được {MOST_CHARACTERS} ký tự, {MOST_LINES} dòng.",
                "Tách thành vài bài; bảng số liệu dài thì đặt vào docs/so-lieu/.",
                "qua-dai",
            )
        )
        text = "\n".join(lines[:MOST_LINES])[:MOST_CHARACTERS]
    return text, tuple(problems)
