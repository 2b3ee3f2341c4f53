"""Signs of other programs that stand in a line, each with what it is, how to write it here and, where safe, what replaces it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from handbook.checks.foreign_finding import Finding

_BOX = 'khung thì viết !!! warning "Lưu ý", các dòng sau thụt vào 4 dấu cách.'
_NO_MEANING = "lệnh của chương trình khác, ở đây không có nghĩa"


@dataclass(frozen=True)
class _Sign:
    """What ``pattern`` finds is ``what``; ``instead`` makes the text for it, ``None`` from it: a person has to."""

    pattern: re.Pattern[str]
    what: str
    fix: str
    code: str = "dau-la"
    instead: Callable[[re.Match[str]], str | None] | None = None


def _tag(name: str) -> Callable[[re.Match[str]], str | None]:
    return lambda found: None if "<" in found["text"] else f"<{name}>{found['text']}</{name}>"


_SIGNS = (
    _Sign(
        re.compile(r"(?<!=)==(?P<text>[^\s=+](?:[^=\n]*[^\s=])?)==(?!=)"),
        "chữ tô vàng kiểu khác, ở đây hiện nguyên dấu",
        "Viết <mark>{text}</mark>, hoặc **in đậm**.",
        instead=_tag("mark"),
    ),
    _Sign(
        re.compile(r"~~(?P<text>[^\s~](?:[^~\n]*[^\s~])?)~~|(?<![~\w])~(?P<one>[^\s~](?:[^~\n]*[^\s~])?)~(?![~\w])"),
        "chữ gạch ngang kiểu khác, ở đây hiện nguyên dấu",
        "Viết <del>{text}</del>; điều đã bỏ thì nên xóa hẳn.",
        instead=lambda found: None if "<" in found[0] else f"<del>{found['text'] or found['one']}</del>",
    ),
    _Sign(
        re.compile(r"(?<=\w)\^(?P<text>\w{1,6})\^"),
        "số mũ kiểu khác, ở đây hiện nguyên dấu",
        "Viết <sup>{text}</sup>.",
        instead=_tag("sup"),
    ),
    _Sign(
        re.compile(r"(?<=\w)~(?P<text>\w{1,6})~(?!~)"),
        "chỉ số kiểu khác, ở đây hiện nguyên dấu",
        "Viết <sub>{text}</sub>.",
        instead=_tag("sub"),
    ),
    _Sign(
        re.compile(r"(?<![\w+])\+\+(?P<text>[^\s+](?:[^+\n]*[^\s+])?)\+\+(?![\w+])"),
        "chữ gạch chân kiểu khác, ở đây hiện nguyên dấu",
        "Viết <u>{text}</u>, hoặc **in đậm**.",
        instead=_tag("u"),
    ),
    _Sign(
        re.compile(r"%%[^%\n]+%%"),
        "lời ghi riêng kiểu Obsidian, ở đây ai cũng đọc được",
        "Xóa; lời ghi cho người biên tập thì viết <!-- … -->.",
    ),
    _Sign(
        re.compile(r"(?<=\S)[ ]\^[A-Za-z0-9-]{4,}$", re.MULTILINE),
        "nhãn kiểu Obsidian",
        "Xóa.",
        instead=lambda found: "",
    ),
    _Sign(
        re.compile(r"\$\$[^$\n]+\$\$|(?<![\w$])\$(?=[^\s$])[^$\n]*[\\^_=][^$\n]*(?<!\s)\$(?![\w$])"),
        "công thức LaTeX, ở đây hiện nguyên dấu",
        "Viết phép tính bằng chữ thường, ví dụ 2 × 3 = 6.",
    ),
    _Sign(
        re.compile(r"(?<![\w:/]):(?=[a-z])[a-z0-9_+-]{3,30}:(?![\w:/])"),
        "biểu tượng viết bằng tên, ở đây hiện nguyên chữ",
        "Chép thẳng biểu tượng vào bài, hoặc bỏ.",
    ),
    _Sign(
        re.compile(r"^[ ]*[-*+][ ]\[[^ xX\]\[^]\](?=[ ]\S)", re.MULTILINE),
        "ô đánh dấu kiểu Obsidian, ở đây hiện nguyên dấu",
        "Viết “- [ ] …” (chưa làm) hoặc “- [x] …” (đã làm).",
    ),
    _Sign(
        re.compile(
            r"^(?P<before>[ ]*[-*+][ ])\[(?P<done>[ ]*[xX]?[ ]*)\](?<!\[[ xX]\])(?=[ ]?\S)|^(?P<glued>[ ]*[-*+][ ]\[[ xX]\])(?=[^\s(:\[])",
            re.MULTILINE,
        ),
        "ô đánh dấu viết sai, ở đây hiện nguyên dấu",
        "Viết “- [ ] …” (chưa làm) hoặc “- [x] …” (đã làm), có dấu cách sau ngoặc.",
        instead=lambda found: (
            f"{found['glued']} "
            if found["glued"]
            else f"{found['before']}[{'x' if found['done'].strip() else ' '}] ".rstrip()
            + ("" if found.string[found.end() : found.end() + 1] == " " else " ")
        ),
    ),
    _Sign(
        re.compile(r"(?<![*\w\\])\*(?P<text>[^\W\d_][^*\n]*?)[ ]+\*(?![*\s])(?=[^*\n]*(?:\n|\Z))"),
        "chữ nghiêng có dấu cách sát dấu sao, ở đây hiện nguyên dấu",
        "Viết *{text}*, dấu cách để ngoài.",
        instead=lambda found: f"*{found['text']}* ",
    ),
    _Sign(
        re.compile(
            r"(?<=\S[ ])(?P<sign>[*_])[ ]+(?P<text>[^\W\d_][^*_\n]{2,80}?)[ ]+(?P=sign)(?=[\s.,;:!?]|$)", re.MULTILINE
        ),
        "chữ nghiêng có dấu cách sát dấu, ở đây hiện nguyên dấu",
        "Viết *{text}*.",
        instead=lambda found: f"*{found['text']}*",
    ),
    _Sign(
        re.compile(r"(?<=\S)\^\[[^\[\]\n]+\]"),
        "chú thích viết ngay trong câu, ở đây hiện nguyên dấu",
        "Viết [^1] sau chữ cần chú thích, cuối bài thêm dòng [^1]: nội dung chú thích.",
    ),
    _Sign(
        re.compile(r"(?<=\S)\\$", re.MULTILINE),
        "dấu xuống dòng kiểu khác, ở đây hiện nguyên dấu",
        "Xóa dấu \\; muốn xuống dòng thì viết <br> ở cuối dòng.",
        instead=lambda found: "<br>",
    ),
    _Sign(
        re.compile(r"^\*\[[^\]\n]+\]:[^\n]*$", re.MULTILINE),
        "lời giải nghĩa chữ viết tắt kiểu khác, ở đây hiện nguyên dấu",
        "Xóa; viết đủ chữ ở lần đầu, từ khó thì thêm vào docs/thuat-ngu/thuat-ngu.csv.",
    ),
    _Sign(
        re.compile(
            r"\[(?P<name>b|i|u|s|url|img|quote|code|color|size|center)(?:=[^\]\n]*)?\][^\n]*?\[/(?P=name)\]",
            re.IGNORECASE,
        ),
        "mã của diễn đàn, ở đây hiện nguyên dấu",
        "Viết **đậm**, *nghiêng*, [chữ](địa-chỉ); mã khác thì xóa.",
    ),
    _Sign(
        re.compile(
            r"\{/?(?:color|panel|info|note|warning|tip|code|quote|noformat)(?::[^}\n]*)?\}|^h[1-6]\.[ ](?=\S)",
            re.MULTILINE,
        ),
        "lệnh của Confluence, Jira, ở đây hiện nguyên chữ",
        'Xóa; mục viết “## Tên mục”, khung viết !!! warning "Lưu ý".',
    ),
    _Sign(
        re.compile(
            r"(?i:\[\[_?TOC_?\]\])|^[ ]{0,3}(?:\[(?!TOC)(?i:toc)\]|\{toc\}|\$\{toc\}|@\[toc\])[ ]*$",
            re.MULTILINE,
        ),
        "lệnh tạo mục lục",
        "Xóa: trang nào cũng có sẵn mục lục.",
        instead=lambda found: "",
    ),
    _Sign(
        re.compile(
            r"\{\{[<%][^{}\n]*[>%]\}\}|\{\{(?![ ]*so-lieu)[^{}\n]*\}\}|\{![^{}\n]*!\}|^-{1,2}8<-{1,2}[^\n]*$",
            re.MULTILINE,
        ),
        _NO_MEANING,
        f"Xóa; {_BOX}",
        "khung-la",
    ),
    _Sign(
        re.compile(r"^\+[-=+]{3,}\+[ ]*$", re.MULTILINE),
        "đường kẻ bảng kiểu khác, ở đây hiện nguyên dấu",
        "Viết thành bảng: | Tên cột | Tên cột |, dưới là |---|---|.",
    ),
    _Sign(
        re.compile(r"^\.\.[ ][a-z-]+::[^\n]*$", re.MULTILINE),
        "lệnh reStructuredText, ở đây hiện nguyên chữ",
        f"Xóa; {_BOX}",
        "khung-la",
    ),
    _Sign(
        re.compile(r"^(?:import[ ][^\n]+[ ]from[ ][\"'][^\n]+|export[ ](?:const|default|let)[ ][^\n]*)$", re.MULTILINE),
        "lệnh của trang MDX, ở đây hiện nguyên chữ",
        "Xóa dòng này.",
        "khung-la",
    ),
)


def inline_signs(text: str, start: int, told: list[tuple[int, int]]) -> Iterator[Finding]:
    """The signs in ``text`` from ``start`` on, but for the places that are ``told`` of already."""
    for sign in _SIGNS:
        for match in sign.pattern.finditer(text, start):
            first, last = match.span()
            if first == last or any(other <= first < end for other, end in told):
                continue
            groups = match.groupdict()
            words = groups.get("text") or next((value for value in groups.values() if value), "")
            yield Finding(
                sign.code,
                first,
                last,
                f"“{match.group().strip()[:60] or match.group()}” là {sign.what}.",
                sign.fix.replace("{text}", words[:40]),
                sign.instead(match) if sign.instead else None,
            )
