"""Text of the front matter that other programs take for a number or a truth value.

The handbook reads it as written (source/yaml_text.py).  The web editor reads YAML 1.2: ``phien_ban: 2.10`` becomes 2.1 when it
saves the page, and its box for ``- 1022`` among keywords stumbles.  In quotes both are text for everybody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbook.checks.page import Page
from handbook.checks.prose_mask import HEAD
from handbook.problem import Problem
from handbook.source.yaml_text import BrokenYaml, Scalar, read_yaml

# Of pages that the web editor has a form for.
_TEXTS = frozenset(
    [
        *("title", "tom_tat", "tu_khoa", "phu_trach", "ten", "cho", "dieu", "hoi", "ai", "ung_dung", "phien_ban"),
        *("dia_ban", "thoi_gian", "tinh", "tinh_cu"),
    ]
)
# YAML 1.2.2, 10.3.2 (core schema), and the underscores of 1.1.
_NO_TEXT = re.compile(
    r"[-+]?(?:\d[\d_]*(?:\.[\d_]*)?|\.\d[\d_]*)(?:[eE][-+]?\d+)?|0o[0-7]+|0x[0-9A-Fa-f]+|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)"
    r"|true|True|TRUE|false|False|FALSE"
)


def unquoted(text: str) -> Iterator[tuple[int, Scalar]]:
    """Where each such value starts in ``text``, a whole file."""
    head = HEAD.match(text)
    if not head:
        return
    try:
        scalars = read_yaml(head.group(1)).scalars
    except BrokenYaml:
        return
    for value in scalars:
        if value.key in _TEXTS and not value.style and _NO_TEXT.fullmatch(value.text):
            yield head.start(1) + value.first, value


def without_quotes(page: Page) -> Iterator[Problem]:
    for start, value in unquoted(page.text):
        yield page.problem(
            start,
            f"“{value.text}” ở {value.key} là chữ, nhưng trang biên tập và VS Code hiểu là số hoặc có/không.",
            f'Đặt trong dấu nháy thẳng: "{value.text}".',
        )


def quoting(text: str, prose: str) -> Iterator[tuple[int, int, str]]:
    """The edits that put such values in quotes."""
    return ((start, start + len(value.text), f'"{value.text}"') for start, value in unquoted(text))
