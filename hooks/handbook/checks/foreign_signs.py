"""Signs of other programs within a line: commands, links of Obsidian, marked and struck words, bold with a blank inside."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from handbook.checks.foreign_boxes import boxes
from handbook.checks.foreign_finding import Finding
from handbook.checks.foreign_inline import inline_signs
from handbook.markdown.source_scan import without_code

_LIQUID = re.compile(r"(?<!\{)\{%[^%\n]*%\}(?!\})")
_WIKI = re.compile(r"!?\[\[(?!_?TOC_?\]\])(?P<text>[^\[\]\n]+)\]\]")
_MARKS = (
    ("***", re.compile(r"(?<![*\\])\*{3}(?![*])")),
    ("**", re.compile(r"(?<![*\\])\*\*(?![*])")),
    ("__", re.compile(r"(?<![_\\\w])__(?![_\w])|(?<![_\\\w])__(?=\w)|(?<=\w)__(?![_\w])")),
)
_PARAGRAPH_ENDS = re.compile(r"(\n[ \t]*(?=\n))|(?<=\n)(?=[ \t]*(?:[-*+>|#]|\d+\.)[ ])")
_CALLED = re.compile(r"\[\^(?P<name>[^\]\s]+)\](?!:)")
_DEFINED = re.compile(r"^[ ]{0,3}\[\^(?P<name>[^\]\s]+)\]:", re.MULTILINE)


def signs(text: str, prose: str, start: int) -> Iterator[Finding]:
    told = [(box.first, box.last) for box in boxes(text, prose, start)]
    for match in _LIQUID.finditer(text, start):
        if any(first <= match.start() < last for first, last in told):
            continue
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
    yield from inline_signs(text, start, told)


def wiki_links(
    text: str, prose: str, start: int, target_of: Callable[[str, bool], str]
) -> Iterator[tuple[int, int, str]]:
    """Links of Obsidian as links, where ``target_of`` (a name, whether it is a picture's) knows where they lead."""
    for match in _WIKI.finditer(text[:start] + without_code(text[start:]), start):
        name, _, words = match["text"].partition("|")
        is_picture = match.group().startswith("!")
        target = target_of(name.strip(), is_picture)
        if target:
            # After a picture's name stands its width; what it shows is for a person to say.
            yield (
                match.start(),
                match.end(),
                f"![]({target})" if is_picture else f"[{(words or name).strip()}]({target})",
            )


def bold(text: str, prose: str, start: int) -> Iterator[Finding]:
    """Bold with a blank inside its marks: CommonMark and Python-Markdown show the asterisks."""
    offset = start
    for part in filter(None, _PARAGRAPH_ENDS.split(text[start:])):
        for mark, pattern in _MARKS:
            yield from _loose_marks(part, offset, mark, [match.start() for match in pattern.finditer(part)])
        offset += len(part)


def _loose_marks(part: str, offset: int, mark: str, marks: list[int]) -> Iterator[Finding]:
    width = len(mark)
    if len(marks) % 2:
        return
    for first, last in zip(marks[::2], marks[1::2], strict=True):
        inside = part[first + width : last]
        if not inside.strip() or inside == inside.strip(" \n") or mark == "__" and not re.search(r"[^\W_]", inside):
            continue
        before = " " if inside[0].isspace() and first and not part[first - 1].isspace() else ""
        after = " " if inside[-1].isspace() and part[last + width : last + width + 1].isalnum() else ""
        whole = re.sub(r"_{2}", "**", mark)
        mended = f"{before}{whole}{inside.strip()}{whole}{after}"
        yield Finding(
            "dam-cach",
            offset + first,
            offset + last + width,
            f"“{' '.join(part[first : last + width].split())[:60]}”: có dấu cách sát dấu sao nên không thành chữ đậm.",
            f"Viết {' '.join(mended.split())[:60]}.",
            mended,
        )


def uncalled_notes(text: str, prose: str, start: int) -> Iterator[Finding]:
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
