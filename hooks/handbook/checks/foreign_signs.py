"""Signs of other programs within a line: commands, links of Obsidian, marked and struck words, bold with a blank inside."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from handbook.checks.foreign_boxes import command_boxes
from handbook.checks.foreign_finding import Finding
from handbook.checks.prose_mask import COVER

_LIQUID = re.compile(r"\{%[^%\n]*%\}")
_WIKI = re.compile(r"!?\[\[(?P<text>[^\[\]\n]+)\]\]")
_MARKED = re.compile(r"==(?P<text>[^\s=](?:[^=\n]*[^\s=])?)==")
_STRUCK = re.compile(r"~~(?P<text>[^\s~](?:[^~\n]*[^\s~])?)~~")
_STARS = re.compile(r"(?<![*\\])\*\*(?![*])")
_CALLED = re.compile(r"\[\^(?P<name>[^\]\s]+)\](?!:)")
_DEFINED = re.compile(r"^[ ]{0,3}\[\^(?P<name>[^\]\s]+)\]:", re.MULTILINE)


def signs(text: str, prose: str, start: int) -> Iterator[Finding]:
    told = [match.span() for match in command_boxes(text, start)]
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


def wiki_links(
    text: str, prose: str, start: int, target_of: Callable[[str, bool], str]
) -> Iterator[tuple[int, int, str]]:
    """Links of Obsidian as links, where ``target_of`` (a name, whether it is a picture's) knows where they lead."""
    for match in _WIKI.finditer(text, start):
        name, _, words = match["text"].partition("|")
        is_picture = match.group().startswith("!")
        target = target_of(name.strip(), is_picture)
        if target and COVER not in prose[match.start() : match.end()]:
            # After a picture's name stands its width; what it shows is for a person to say.
            yield (
                match.start(),
                match.end(),
                f"![]({target})" if is_picture else f"[{(words or name).strip()}]({target})",
            )


def bold(text: str, prose: str, start: int) -> Iterator[Finding]:
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
