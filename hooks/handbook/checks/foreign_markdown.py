"""Markdown of other programs, and of Word: what looks right in the file and comes out as raw signs or in one heap.

Each finding says where it stands, how the handbook writes it, and, where that is safe, the text to put in its place
(``make check-fix`` does).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from handbook.cache.memo import memo
from handbook.checks.page import Page
from handbook.checks.prose_mask import COVER
from handbook.markdown.source_scan import without_code, without_options
from handbook.problem import Problem


@dataclass(frozen=True)
class Finding:
    """From ``first`` to ``last`` in the text of a file; ``instead`` is what a machine may put there."""

    code: str
    first: int
    last: int
    message: str
    fix: str
    instead: str | None = None


_ALERT = re.compile(r"^> ?\[!(?P<kind>\w+)\](?P<title>[^\n]*)\n(?P<body>(?:>[^\n]*(?:\n|\Z))*)", re.MULTILINE)
_FENCED_BOX = re.compile(
    r"^:::+[ ]*\{?\.?(?P<kind>[\w-]+)\}?[ ]*(?P<title>[^\n]*)\n(?P<body>(?:(?!:::)[^\n]*\n)*):::+[ \t]*$", re.MULTILINE
)
_KINDS = {
    "note": "note",
    "info": "info",
    "tip": "tip",
    "hint": "tip",
    "important": "warning",
    "warning": "warning",
    "caution": "danger",
    "danger": "danger",
    "success": "success",
    "example": "example",
    "quote": "quote",
    "question": "question",
}
_TITLES = {"note": "Ghi chú", "info": "Thông tin", "tip": "Mẹo", "warning": "Lưu ý", "danger": "Nguy hiểm"}
_LIQUID = re.compile(r"\{%[^%\n]*%\}")
_DIAGRAM = re.compile(r"^(?:`{3,}|~{3,})[ ]*\{?\.?(?P<name>mermaid|plantuml|dot|graphviz)\b", re.MULTILINE)
_WIKI = re.compile(r"!?\[\[(?P<text>[^\[\]\n]+)\]\]")
_MARKED = re.compile(r"==(?P<text>[^\s=](?:[^=\n]*[^\s=])?)==")
_STRUCK = re.compile(r"~~(?P<text>[^\s~](?:[^~\n]*[^\s~])?)~~")
_STARS = re.compile(r"(?<![*\\])\*\*(?![*])")
_TABBED = re.compile(r"^(?![ \t>|])[^\t\n]+(?:\t[^\t\n]*)+$")
_ITEM = re.compile(r"(?P<indent>[ ]*)(?P<mark>[-*+]|\d{1,3}\.)(?P<space>[ ]+)(?=\S)")
_LOOSE_ITEM = re.compile(r"(?P<indent>[ ]{0,3})(?P<mark>\d{1,3}\)|[a-zđ]\)|[•·▪◦●○■–—])[ \t]+(?=\S)")
_CALLED = re.compile(r"\[\^(?P<name>[^\]\s]+)\](?!:)")
_DEFINED = re.compile(r"^[ ]{0,3}\[\^(?P<name>[^\]\s]+)\]:", re.MULTILINE)


def findings(text: str, prose: str, start: int) -> Iterator[Finding]:
    """Everything of the kind in ``text`` (``\\n`` line ends) from ``start`` on; ``prose`` is it with code covered."""
    plain = text[:start] + without_options(without_code(text[start:]))
    for look in _LOOKS:
        yield from look(plain, prose, start)
    for match in _DIAGRAM.finditer(text, start):
        yield Finding(
            "khung-la",
            match.start(),
            match.end(),
            f"Sơ đồ viết bằng mã {match['name']} không vẽ được ở đây.",
            "Kể thành các bước đánh số, hoặc vẽ ra ảnh (PNG, SVG) rồi đặt cạnh bài.",
        )


def _boxes(text: str, prose: str, start: int) -> Iterator[Finding]:
    for pattern in (_ALERT, _FENCED_BOX):
        for match in pattern.finditer(text, start):
            kind = _KINDS.get(match["kind"].lower(), "note")
            title = " ".join(match["title"].split()) or _TITLES.get(kind, "Lưu ý")
            body = re.sub(r"^> ?", "", match["body"], flags=re.MULTILINE) if pattern is _ALERT else match["body"]
            lines = [f"    {line}".rstrip() for line in body.rstrip("\n").split("\n")]
            title = title.replace('"', "”")
            # What is blanked out (code) would be lost: then a person does it.
            whole = COVER not in prose[match.start() : match.end()]
            yield Finding(
                "khung-kieu-khac",
                match.start(),
                match.end(),
                f"“{match.group().split(chr(10))[0].strip()[:60]}” là khung của chương trình khác, ở đây hiện nguyên dấu.",
                f'Viết !!! {kind} "{title}", các dòng sau thụt vào 4 dấu cách.',
                f'!!! {kind} "{title}"\n' + "\n".join(lines) + ("\n" if match.group().endswith("\n") else "")
                if whole
                else None,
            )


def _signs(text: str, prose: str, start: int) -> Iterator[Finding]:
    for match in _LIQUID.finditer(text, start):
        yield Finding(
            "khung-la",
            match.start(),
            match.end(),
            f"“{match.group()[:60]}” là lệnh của chương trình khác, ở đây không có nghĩa.",
            'Xóa; khung thì viết !!! warning "Lưu ý", các dòng sau thụt vào 4 dấu cách.',
        )
    for match in _WIKI.finditer(text, start):
        words = match["text"].partition("|")
        name = (words[2] or words[0]).strip()
        is_picture = match.group().startswith("!")
        yield Finding(
            "dau-la",
            match.start(),
            match.end(),
            f"“{match.group()[:60]}” là liên kết kiểu Obsidian, ở đây hiện nguyên dấu.",
            f"Viết ![mô tả ảnh]({words[0].strip()})." if is_picture else f"Viết [{name}](../thu-muc/ten-tep.md).",
        )
    for pattern, tag, what in ((_MARKED, "mark", "tô vàng"), (_STRUCK, "del", "gạch ngang")):
        for match in pattern.finditer(text, start):
            yield Finding(
                "dau-la",
                match.start(),
                match.end(),
                f"“{match.group()[:60]}” là chữ {what} kiểu khác, ở đây hiện nguyên dấu.",
                f"Viết <{tag}>{match['text'][:40]}</{tag}>"
                + (", hoặc **in đậm**." if tag == "mark" else "; điều đã bỏ thì nên xóa hẳn."),
                f"<{tag}>{match['text']}</{tag}>" if "<" not in match["text"] else None,
            )


def _bold(text: str, prose: str, start: int) -> Iterator[Finding]:
    """Bold with a blank inside its marks: CommonMark and Python-Markdown show the asterisks."""
    offset = start
    for line in text[start:].split("\n"):
        marks = [match.start() for match in _STARS.finditer(line)]
        if len(marks) % 2 == 0:
            for first, last in zip(marks[::2], marks[1::2], strict=True):
                inside = line[first + 2 : last]
                if inside.strip() and inside != inside.strip(" "):
                    before = " " if inside.startswith(" ") and first and not line[first - 1].isspace() else ""
                    after = " " if inside.endswith(" ") and line[last + 2 : last + 3].isalnum() else ""
                    mended = f"{before}**{inside.strip()}**{after}"
                    yield Finding(
                        "dam-cach",
                        offset + first,
                        offset + last + 2,
                        f"“{line[first : last + 2][:60]}”: có dấu cách sát dấu sao nên không thành chữ đậm.",
                        f"Viết {mended.strip()[:60]}.",
                        mended,
                    )
        offset += len(line) + 1


def _pasted_tables(text: str, prose: str, start: int) -> Iterator[Finding]:
    lines = text[start:].split("\n")
    offsets = [start]
    for line in lines:
        offsets.append(offsets[-1] + len(line) + 1)
    index = 0
    while index < len(lines):
        end = index
        while end < len(lines) and _TABBED.match(lines[end]):
            end += 1
        if end - index >= 2:
            rows = [[cell.strip().replace("|", "\\|") for cell in line.split("\t")] for line in lines[index:end]]
            width = max(map(len, rows))
            drawn = [f"| {' | '.join(row + [''] * (width - len(row)))} |" for row in rows]
            drawn.insert(1, f"|{'---|' * width}")
            above = "\n" if index and lines[index - 1].strip() else ""
            below = "\n" if end < len(lines) and lines[end].strip() else ""
            yield Finding(
                "bang-dan",
                offsets[index],
                offsets[end] - 1,
                f"{end - index} dòng dán từ Excel (cách nhau bằng phím Tab) hiện thành một đoạn chữ.",
                "Viết thành bảng: | Tên cột | Tên cột |, dưới là |---|---|; bảng dài thì đặt tệp .xlsx vào docs/so-lieu/.",
                above + "\n".join(drawn) + below if COVER not in prose[offsets[index] : offsets[end] - 1] else None,
            )
        index = max(end, index + 1)


def _lists(text: str, prose: str, start: int) -> Iterator[Finding]:
    lines = text[start:].split("\n")
    offset, index = start, 0
    while index < len(lines):
        end = index
        while end < len(lines) and lines[end].strip():
            end += 1
        block = lines[index:end]
        length = sum(len(line) + 1 for line in block)
        if block:
            yield from _indents(block, offset, prose)
            yield from _loose_items(block, offset)
            offset += length
        if end < len(lines):
            offset += len(lines[end]) + 1
        index = end + 1


def _indents(block: list[str], offset: int, prose: str) -> Iterator[Finding]:
    """Sub-lists indented by two or three: Python-Markdown wants four for each level, and makes them items of the list above."""
    first = _ITEM.match(block[0])
    if not first or len(first["indent"]) > 3 or len(first["indent"]) and not _ITEM.match(block[0].strip()):
        return
    stack: list[int] = []
    made, wrong = [], -1
    is_numbered = first["mark"][0].isdigit()
    # "1. …" with "- a) …" below it at the same place, as a decree copied from Word has it: the points belong to the clause.
    is_mixed = is_numbered and any(
        (item := _ITEM.match(line)) and item["indent"] == first["indent"] and not item["mark"][0].isdigit()
        for line in block
    )
    yield from _numbers(block, offset)
    old = content = new = 0
    for number, line in enumerate(block):
        item = _ITEM.match(line)
        indent = len(line) - len(line.lstrip(" "))
        if item and is_mixed and not item["mark"][0].isdigit():
            indent += 4  # as if it stood below its clause
        if item:
            while stack and indent <= stack[-1] - 1:
                stack.pop()
            if not stack or indent >= stack[-1] + 2:
                stack.append(indent)
            old, content, new = len(item["indent"]), item.end(), 4 * (len(stack) - 1)
            at = len(item["indent"])
            if at != new and not (indent == stack[-1] and at % 4 == 0 and at // 4 == len(stack) - 1):
                wrong = number if wrong < 0 and len(stack) > 1 else wrong
            made.append(" " * new + line.lstrip(" "))
        elif indent >= content and content:
            made.append(" " * (new + 4 + indent - content) + line.lstrip(" "))
        elif indent > old:
            made.append(" " * (new + 4) + line.lstrip(" "))
        else:
            made.append(line)
    if wrong < 0:
        return
    start = offset + sum(len(line) + 1 for line in block[:wrong])
    length = sum(len(line) + 1 for line in block) - 1
    yield Finding(
        "danh-sach-thut",
        start,
        offset + length,
        "Danh sách con thụt vào chưa đủ 4 dấu cách nên bị nhập vào danh sách lớn.",
        "Thụt danh sách con vào 4 dấu cách so với mục chứa nó.",
        "\n".join(made[wrong:]) if COVER not in prose[start : offset + length] else None,
    )


def _numbers(block: list[str], offset: int) -> Iterator[Finding]:
    """Numbers that the page would count anew: 1, 2, 4."""
    counts: dict[str, list[int]] = {}
    for line in block:
        item = _ITEM.match(line)
        if item:  # what lay deeper is over
            counts = {indent: seen for indent, seen in counts.items() if len(indent) <= len(item["indent"])}
        if item and item["mark"][0].isdigit():
            seen = counts.setdefault(item["indent"], [])
            seen.append(int(item["mark"][:-1]))
            if len(seen) > 1 and seen[-1] != seen[0] + len(seen) - 1 and (seen[-1] != seen[0] or len(set(seen)) > 1):
                yield Finding(
                    "danh-sach-so",
                    offset,
                    offset + len(line),
                    f"Mục đánh số {seen[-1]} đứng sau mục {seen[-2]}, trên trang sẽ thành {seen[0] + len(seen) - 1}.",
                    f"Viết {seen[0] + len(seen) - 1}.; cần giữ số khác thì viết số trong câu, hoặc tách danh sách bằng một đoạn chữ.",
                )
                seen[-1] = seen[0] + len(seen) - 1
        offset += len(line) + 1


def _loose_items(block: list[str], offset: int) -> Iterator[Finding]:
    """Lines that begin with ``a)``, ``1)`` or ``•``: no list, so they run together with the line above."""
    marks = [_LOOSE_ITEM.match(line) for line in block]
    for number, (line, mark) in enumerate(zip(block, marks, strict=True)):
        runs_on = number > 0 and not block[number - 1].endswith("  ") and not block[number - 1].endswith("\\")
        is_first = number + 1 < len(block) and marks[number + 1] is not None
        if mark and (runs_on or is_first) and not block[0].lstrip().startswith(("|", ">", "!!!", "???", "///", "===")):
            sign = mark["mark"]
            rest = line[mark.end() :]
            if sign[0].isdigit():
                mended = f"{sign[:-1]}. {rest}"
            else:
                mended = f"- {sign} {rest}" if sign.endswith(")") else f"- {rest}"
            above = "\n" if number > 0 and marks[number - 1] is None and not _ITEM.match(block[number - 1]) else ""
            # Below an item of a list it belongs to that item; how deep is for a person to say.
            is_safe = not any(_ITEM.match(other) for other in block)
            yield Finding(
                "danh-sach-dau",
                offset,
                offset + len(line),
                f"Dòng bắt đầu bằng “{sign}” không thành mục của danh sách mà dính vào dòng trên.",
                f"Viết “{mended[:40].strip()}{'…' if len(mended) > 40 else ''}”, trước danh sách để một dòng trống.",
                above + mended if is_safe else None,
            )
        offset += len(line) + 1


def _uncalled_notes(text: str, prose: str, start: int) -> Iterator[Finding]:
    called = {match["name"] for match in _CALLED.finditer(text, start)}
    for match in _DEFINED.finditer(text, start):
        if match["name"] not in called:
            yield Finding(
                "chu-thich-thua",
                match.start(),
                match.end(),
                f"Chú thích “[^{match['name']}]” không được gọi ở câu nào.",
                f"Thêm [^{match['name']}] vào sau chữ cần chú thích, hoặc xóa chú thích.",
            )


_LOOKS: tuple[Callable[[str, str, int], Iterator[Finding]], ...] = (
    _boxes,
    _signs,
    _bold,
    _pasted_tables,
    _lists,
    _uncalled_notes,
)
#: Codes of which a machine mends some or all.
MENDED = ("khung-kieu-khac", "dau-la", "dam-cach", "bang-dan", "danh-sach-thut", "danh-sach-dau")


@memo(1 << 13)  # each rule goes through all the pages
def _kept(text: str, prose: str, start: int) -> tuple[Finding, ...]:
    return tuple(findings(text, prose, start))


def rule(code: str) -> Callable[[Page], Iterator[Problem]]:
    """The check of one page for the findings under ``code``."""

    def check(page: Page) -> Iterator[Problem]:
        for found in _kept(page.text, page.prose, page.body_start):
            if found.code == code:
                yield page.problem(found.first, found.message, found.fix)

    return check


def mending(text: str, prose: str, start: int) -> Iterator[tuple[int, int, str]]:
    """What a machine may put in place of what, nothing twice at one place."""
    end = start
    changes = [(one.first, one.last, one.instead) for one in findings(text, prose, start) if one.instead is not None]
    for first, last, instead in sorted(changes, key=lambda change: change[0]):
        if first >= end and text[first:last] != instead:
            yield first, last, instead
            end = last
