"""Tables that are none here: rows from a spreadsheet, columns of blanks, commas, strokes without the row of dashes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from handbook.checks.foreign_finding import Finding
from handbook.checks.prose_mask import COVER
from handbook.kit.source import without_blocks

_MARKED = r"(?![ \t>#|/!?]|(?:[-*+•·▪◦●○■–—]|\d{1,3}[.)]|[a-zđ][.)])[ \t])"
_RULE = re.compile(r"[ ]*\|?[ ]*:?-+:?[ ]*(?:\|[ ]*:?-*:?[ ]*)*$")


@dataclass(frozen=True)
class _Kind:
    """``least`` lines that match ``line`` and have as many cells each; ``loose``: blank lines may part them."""

    what: str
    line: re.Pattern[str]
    cells: Callable[[str], list[str]]
    least: int
    loose: bool = False


_KINDS = (
    _Kind("dán từ Excel (cách nhau bằng phím Tab)", re.compile(rf"^{_MARKED}[^\t\n]+(?:\t[^\t\n]*)+$"), lambda line: line.split("\t"), 2, True),
    _Kind("canh cột bằng dấu cách", re.compile(rf"^{_MARKED}\S+(?:[ ]\S+)*(?:[ ]{{2,}}\S+(?:[ ]\S+)*)+[ ]*$"), lambda line: re.split(r"[ ]{2,}", line.strip()), 3),
    _Kind("ngăn cột bằng dấu chấm phẩy", re.compile(rf"^{_MARKED}[^;\n]+(?:;[^ ;\n][^;\n]*){{2,}}$"), lambda line: line.split(";"), 3),
    _Kind("ngăn cột bằng dấu phẩy", re.compile(rf"^{_MARKED}[^,\n]+(?:,[^ ,\n][^,\n]*){{2,}}$"), lambda line: line.split(","), 3),
    _Kind("ngăn cột bằng dấu |", re.compile(r"^(?![ ]{4})[ ]*(?:\|[^\n]*\||(?![-*+>#/!?])[^|\n]*[^|\s][^|\n]*(?:\|[^|\n]+)+)[ ]*$"), lambda line: line.strip().strip("|").split("|"), 2),
)  # fmt: skip


def pasted_tables(text: str, prose: str, start: int) -> Iterator[Finding]:
    lines = (text[:start] + without_blocks(text[start:]))[start:].split("\n")
    offsets = [start]
    for line in lines:
        offsets.append(offsets[-1] + len(line) + 1)
    index = 0
    while index < len(lines):
        if (found := _run(lines, index)) is None:
            index = _end_of_table(lines, index) if _RULE.match(lines[index]) and "|" in lines[index] else index + 1
            continue
        kind, rows = found
        first, last = offsets[index], offsets[rows[-1]] + len(lines[rows[-1]])
        yield Finding(
            "bang-dan",
            first,
            last,
            f"{len(rows)} dòng {kind.what} hiện thành một đoạn chữ, không thành bảng.",
            "Viết thành bảng: | Tên cột | Tên cột |, dưới là |---|---|; bảng dài thì đặt tệp .xlsx vào docs/so-lieu/.",
            _drawn(kind, [lines[row] for row in rows], lines, index, rows[-1])
            if COVER not in prose[first:last]
            else None,
        )
        index = rows[-1] + 1


def _run(lines: list[str], index: int) -> tuple[_Kind, list[int]] | None:
    """The kind of table that begins at the line ``index``, and the lines of its rows."""
    if index + 1 < len(lines) and (_RULE.match(lines[index + 1]) or _RULE.match(lines[index])) and "|" in lines[index]:
        return None
    for kind in _KINDS:
        if not kind.line.match(lines[index]):
            continue
        width, rows, next_line = len(kind.cells(lines[index])), [index], index + 1
        while next_line < len(lines):
            line = lines[next_line]
            if kind.loose and not line.strip() and len(lines) > next_line + 1 and kind.line.match(lines[next_line + 1]):
                next_line += 1
                continue
            if not kind.line.match(line) or not kind.loose and len(kind.cells(line)) != width:
                break
            rows.append(next_line)
            next_line += 1
        if len(rows) >= kind.least and (kind.least > 1 and width > 1):
            return kind, rows
    return None


def _end_of_table(lines: list[str], index: int) -> int:
    while index < len(lines) and "|" in lines[index]:
        index += 1
    return index


def _drawn(kind: _Kind, rows: list[str], lines: list[str], first: int, last: int) -> str:
    cells = [[cell.strip().replace("|", "\\|") for cell in kind.cells(row)] for row in rows]
    width = max(map(len, cells))
    drawn = [f"| {' | '.join(row + [''] * (width - len(row)))} |" for row in cells]
    drawn.insert(1, f"|{'---|' * width}")
    above = "\n" if first and lines[first - 1].strip() else ""
    below = "\n" if last + 1 < len(lines) and lines[last + 1].strip() else ""
    return above + "\n".join(drawn) + below
