"""Lists as Word and other programs have them, which Python-Markdown flattens, counts anew or runs together."""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbook.checks.foreign_finding import Finding
from handbook.checks.prose_mask import COVER

_ITEM = re.compile(r"(?P<indent>[ ]*)(?P<mark>[-*+]|\d{1,3}\.)(?P<space>[ ]+)(?=\S)")
# Signs that begin an item in Word; each alone at the head of a line says enough.
_LOOSE_ITEM = re.compile(
    r"(?P<indent>[ ]{0,3})(?P<mark>\d{1,3}[)/]|[a-zđ][)/]|\[[ xX]\]|[①-⑳❶-❿➀-➓•·▪◦●○■□–—‣⁃∙➢➤►▶❖✓✔☑☐→⇒★☆♦◆\ue000-\uf8ff])[ \t]+(?=\S)"
)
# These may begin a sentence as well: two lines in a row have to.
_WEAK_ITEM = re.compile(
    r"(?P<indent>[ ]{0,3})(?P<mark>[-+](?=[^\W\d_])|\*(?=[^\W\d_][^*\n]*$)|\d{1,3}\.(?:\t+|(?=[^\W\d_]))|[IVX]{1,5}[.)](?:[ \t]+)|[ivx]{1,4}\)[ \t]+|[A-HĐ][.)][ \t]+|o[ \t]+"
    r"|[a-zđ]\.[ \t]+|[ivx]{1,5}\.[ \t]+|\((?:\d{1,3}|[a-zđ]|[ivx]{1,4})\)[ \t]+|\d{1,2}(?:\.\d{1,2}){1,3}[.)]?[ \t]+"
    r"|(?:Bước|Điều|Câu|Buổi|Ngày|Nhóm|Việc|Mẹo|Mục|Phần|Ý)[ ]\d{1,3}[.:)][ \t]+"
    r"|[\u2190-\u21ff\u2600-\u27bf\u2b00-\u2bff\U0001f300-\U0001faff]\ufe0f?[ \t]*)(?=\S)"
)


# Signs that say nothing but that an item begins.
_BULLETS = frozenset("-*+o•·▪◦●○■–—‣⁃∙➢➤►▶❖✓✔→⇒★☆♦◆" + "".join(map(chr, range(0xE000, 0xF900))))


def lists(text: str, prose: str, start: int) -> Iterator[Finding]:
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
    # "1. …" with "- a) …" below it at the same place, as a decree copied from Word has it: the points belong to the clause.
    # "- …" with "+ …" below it, as offices write, likewise.
    is_mixed = any(
        (item := _ITEM.match(line)) and item["indent"] == first["indent"] and _is_below(item, first) for line in block
    )
    yield from _numbers(block, offset)
    old = content = new = 0
    for number, line in enumerate(block):
        item = _ITEM.match(line)
        indent = len(line) - len(line.lstrip(" "))
        if item and is_mixed and _is_below(item, first):
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


def _is_below(item: re.Match[str], first: re.Match[str]) -> bool:
    """Whether an item's sign says that it belongs to the one above, not beside it."""
    sign, top = item["mark"][0], first["mark"][0]
    return (
        not sign.isdigit()
        and sign != top
        and (top.isdigit() or (top, sign) in (("-", "+"), ("+", "-"), ("*", "+"), ("*", "-"), ("-", "*")))
    )


def _loose_items(block: list[str], offset: int) -> Iterator[Finding]:
    """Lines that begin with ``a)``, ``1)`` or ``•``: no list, so they run together with the line above."""
    marks = _loose_marks(block)
    for number, (line, mark) in enumerate(zip(block, marks, strict=True)):
        runs_on = number > 0 and not block[number - 1].endswith(("  ", "\\", "<br>"))
        is_first = number + 1 < len(block) and marks[number + 1] is not None
        if mark and (runs_on or is_first) and not block[0].lstrip().startswith(("|", ">", "!!!", "???", "///", "===")):
            mended = _as_item(mark["mark"].strip(), line[mark.end() :])
            above = "\n" if number > 0 and marks[number - 1] is None and not _ITEM.match(block[number - 1]) else ""
            # Below an item of a list it belongs to that item; how deep is for a person to say.
            is_safe = not any(_ITEM.match(other) for other in block)
            yield Finding(
                "danh-sach-dau",
                offset,
                offset + len(line),
                f"Dòng bắt đầu bằng “{mark['mark'].strip()}” không thành mục của danh sách mà dính vào dòng trên.",
                f"Viết “{mended[:40].strip()}{'…' if len(mended) > 40 else ''}”, trước danh sách để một dòng trống.",
                above + mended if is_safe else None,
            )
        offset += len(line) + 1


def _loose_marks(block: list[str]) -> list[re.Match[str] | None]:
    strong = [_LOOSE_ITEM.match(line) for line in block]
    weak = [_WEAK_ITEM.match(line) for line in block]
    both = [one or other for one, other in zip(strong, weak, strict=True)]
    return [
        mark
        if mark and (strong[number] or any(both[near] for near in (number - 1, number + 1) if 0 <= near < len(both)))
        else None
        for number, mark in enumerate(both)
    ]


def _as_item(sign: str, rest: str) -> str:
    if sign[:-1].isdigit():
        return f"{sign[:-1]}. {rest}"
    if sign in ("☐", "□", "[ ]"):
        return f"- [ ] {rest}"
    if sign in ("☑", "[x]", "[X]"):
        return f"- [x] {rest}"
    if sign in _BULLETS:
        return f"- {rest}"
    # A letter or a Roman number is a name that the text may call; a sign of Word's is none.
    return f"- {sign} {rest}"
