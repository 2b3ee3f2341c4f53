"""Rows pasted from a spreadsheet: tabs between the cells."""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbook.checks.foreign_finding import Finding
from handbook.checks.prose_mask import COVER

_TABBED = re.compile(r"^(?![ \t>|])[^\t\n]+(?:\t[^\t\n]*)+$")


def pasted_tables(text: str, prose: str, start: int) -> Iterator[Finding]:
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
