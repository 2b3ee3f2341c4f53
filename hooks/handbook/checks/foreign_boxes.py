"""Boxes of other programs: alerts of GitHub, fences of colons, commands of GitBook and Hugo."""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbook.checks.foreign_finding import Finding
from handbook.checks.prose_mask import COVER

_ALERT = re.compile(r"^> ?\[!(?P<kind>\w+)\][-+]?(?P<title>[^\n]*)\n(?P<body>(?:>[^\n]*(?:\n|\Z))*)", re.MULTILINE)
_FENCED_BOX = re.compile(
    r"^:::+[ ]*(?!\{?(?:mermaid|plantuml)\b)\{?\.?(?P<kind>[\w-]+)\}?[ ]*(?P<title>[^\n]*)\n(?P<body>(?:(?!:::)[^\n]*\n)*):::+[ \t]*$",
    re.MULTILINE,
)
_NAMES = r"(?P<name>hint|note|tip|info|warning|danger|callout|alert|admonition|notice)\b"
_BODY = r"[ \t]*\n(?P<body>(?:(?!\{[{%])[^\n]*\n)*+)"
_COMMANDS = (
    re.compile(rf"^\{{%[ ]*{_NAMES}(?P<title>[^%\n]*)%\}}{_BODY}\{{%[ ]*end(?P=name)[ ]*%\}}[ \t]*$", re.MULTILINE),
    re.compile(
        rf"^\{{\{{[<%][ ]*{_NAMES}(?P<title>[^<>%{{}}\n]*)[>%]\}}\}}{_BODY}\{{\{{[<%][ ]*/(?P=name)[ ]*[>%]\}}\}}[ \t]*$",
        re.MULTILINE,
    ),
)
_STYLE = re.compile(r"(?:style|type|color|^)[=: ]*\"?(?P<kind>[A-Za-z]+)")
_TITLE = re.compile(r"title=\"(?P<title>[^\"\n]*)\"")
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


def boxes(text: str, prose: str, start: int) -> Iterator[Finding]:
    for match in _ALERT.finditer(text, start):
        body = re.sub(r"^> ?", "", match["body"], flags=re.MULTILINE)
        yield _box(match, match["kind"], match["title"], body, prose)
    for match in _FENCED_BOX.finditer(text, start):
        yield _box(match, match["kind"], match["title"].strip("[] "), match["body"], prose)
    for match in command_boxes(text, start):
        style, title = _STYLE.search(match["title"].strip()), _TITLE.search(match["title"])
        kind = style["kind"].lower() if style and style["kind"].lower() in _KINDS else match["name"]
        yield _box(match, kind, title["title"] if title else "", match["body"], prose)


def command_boxes(text: str, start: int) -> Iterator[re.Match[str]]:
    """Boxes between commands: told as boxes, not as two commands."""
    for pattern in _COMMANDS:
        yield from pattern.finditer(text, start)


def _box(match: re.Match[str], kind: str, title: str, body: str, prose: str) -> Finding:
    kind = _KINDS.get(kind.lower(), "note")
    title = (" ".join(title.split()) or _TITLES.get(kind, "Lưu ý")).replace('"', "”")
    lines = [f"    {line}".rstrip() for line in body.strip("\n").split("\n")]
    mended = f'!!! {kind} "{title}"\n' + "\n".join(lines) + ("\n" if match.group().endswith("\n") else "")
    # Code in it is for a person to move, and so is what follows at once: it would fall out of the box.
    first, last = match.span("body")
    return Finding(
        "khung-kieu-khac",
        match.start(),
        match.end(),
        f"“{match.group().split(chr(10))[0].strip()[:60]}” là khung của chương trình khác, ở đây hiện nguyên dấu.",
        f'Viết !!! {kind} "{title}", các dòng sau thụt vào 4 dấu cách.',
        mended if COVER not in prose[first:last] else None,
    )
