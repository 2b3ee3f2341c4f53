"""Markdown that looks right in the file and comes out wrong: boxes, lists, tables and links a blank or a line short."""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbook.checks.page import Content, Page
from handbook.checks.prose_mask import without_indented_code
from handbook.kit.source import without_blocks
from handbook.markdown.source_scan import FENCE_LINE, without_code, without_options
from handbook.problem import Problem
from handbook.sections import Kind
from handbook.vietnamese.text import fold

# The kinds of box that the theme draws (Material, "Supported types").
_BOXES = [
    "note",
    "abstract",
    "info",
    "tip",
    "success",
    "question",
    "warning",
    "failure",
    "danger",
    "bug",
    "example",
    "quote",
]
_BOX = re.compile(r"^(?P<mark>!!!|\?\?\?\+?)(?P<rest>[^\n]*)\n(?P<next>[^\n]*)(?:\n(?P<after>[^\n]*))?", re.MULTILINE)
_BOX_TITLE = re.compile(
    r" ?[a-z]+(?: +(?:inline|end))*(?: +\"[^\n]*?\")? *"
)  # as Python-Markdown and its extensions read it
_ANY_RULE = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$")
_BLOCK = re.compile(r" {0,3}/{3,} *(?P<name>[\w-]*)")
_FOOTNOTE = re.compile(r"\[\^(?P<name>[^\]\s]+)\](?!:)")
_LINK = re.compile(
    r"\[[^\[\]\n]+\](?:(?P<gap>[ \t]+)\((?:https?://|[\w./-]*\.md)[^)\n]*\)|\((?P<target>[^()<>\n\"]*\s[^()<>\n\"]*\.(?:md|png|jpe?g|csv|xlsx))\))"
)
_REFERENCE = re.compile(r"(?<![\]\\!])\[(?P<words>[^\[\]\n^][^\[\]\n]*)\]\[(?P<name>[^\[\]\n]*)\]")
_ITEM = re.compile(r"(?:[-*+]|\d{1,2}[.)])[ \t]+\S")
_NOT_PROSE = re.compile(r"\s|[-*+#>|:/!?\[`~<=]|\d{1,2}[.)][ \t]")
_RULE = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)+\|?\s*$")


def _body(page: Page) -> Iterator[tuple[int, str]]:
    """Offset and text of each line of the body, code blanked out."""
    offset = page.body_start
    for line in without_blocks(without_code(page.text[offset:])).split("\n"):
        yield offset, line
        offset += len(line) + 1


def boxes(page: Page) -> Iterator[Problem]:
    text = page.text[: page.body_start] + without_code(page.text[page.body_start :])
    for match in _BOX.finditer(text, page.body_start):
        kind = match["rest"].strip().split(" ")[0].strip('"')
        inside = match["next"] if match["next"].strip() else match["after"] or ""
        if kind not in _BOXES:
            yield page.problem(
                match.start(),
                f"Khung “{match['mark']}{match['rest']}” không có loại “{kind}”.",
                f'Viết {match["mark"]} warning "Lưu ý"; các loại: {", ".join(_BOXES)}.',
            )
        elif not _BOX_TITLE.fullmatch(match["rest"]):
            yield page.problem(
                match.start(),
                f"Khung “{match['mark']}{match['rest'][:60]}”: tên khung không nằm trong hai dấu nháy thẳng nên khung hiện nguyên dấu.",
                f'Viết {match["mark"]} {kind} "Tên khung".',
            )
        elif '"' not in match["rest"] and page.is_vietnamese:
            yield page.problem(
                match.start(),
                f"Khung “{match['mark']} {kind}” chưa có tên nên hiện chữ “{kind.capitalize()}” của chương trình.",
                f'Viết {match["mark"]} {kind} "Lưu ý", thay Lưu ý bằng tên của khung.',
            )
        elif not inside.startswith(("    ", "\t")):
            yield page.problem(
                match.end("rest") + 1,
                "Chữ của khung chưa thụt vào nên nằm ngoài khung.",
                "Thụt mỗi dòng của khung vào 4 dấu cách.",
            )


def unclosed(page: Page) -> Iterator[Problem]:
    fence: tuple[int, str] | None = None
    block: list[tuple[int, str]] = []
    offset = page.body_start
    for line in page.text[offset:].split("\n"):
        mark = FENCE_LINE.match(line)
        if fence:
            if mark and mark["fence"] == fence[1] and not line[mark.end() :].strip():
                fence = None
        elif mark:
            fence = offset, mark["fence"]
        elif found := _BLOCK.match(line):
            block = [*block, (offset, found["name"])] if found["name"] else block[:-1]
        offset += len(line) + 1
    if fence:
        yield page.problem(
            fence[0],
            f"Khối mã mở bằng {fence[1]} mà không đóng, phần sau của bài không hiện đúng.",
            f"Thêm một dòng chỉ có {fence[1]} ở cuối khối.",
        )
    for start, name in block if not fence else ():
        yield page.problem(
            start,
            f"Khối “/// {name}” không đóng, phần sau của bài bị cuốn vào khối.",
            "Thêm một dòng chỉ có /// ở cuối khối.",
        )
    text = without_code(page.text[page.body_start :])
    if text.count("<!--") > text.count("-->"):
        yield page.problem(
            page.body_start + text.rindex("<!--"),
            "Lời chú “<!--” không đóng, phần sau của bài không hiện.",
            "Thêm --> ở cuối lời chú.",
        )


def footnotes(page: Page) -> Iterator[Problem]:
    text = without_code(page.text[page.body_start :])
    for match in _FOOTNOTE.finditer(text):
        if f"[^{match['name']}]:" not in text:
            yield page.problem(
                page.body_start + match.start(),
                f"Chú thích “{match.group()}” chưa có nội dung.",
                f"Thêm ở cuối bài dòng {match.group()}: nội dung chú thích.",
            )


def broken_links(page: Page) -> Iterator[Problem]:
    for match in _LINK.finditer(without_code(page.text[page.body_start :])):
        if match["gap"]:
            message, fix = "Giữa ] và ( có dấu cách nên không thành liên kết.", "Xóa dấu cách: [chữ](địa-chỉ)."
        else:
            message, fix = (
                f"Địa chỉ “{match['target']}” có dấu cách nên không thành liên kết.",
                "Đổi tên tệp thành chữ thường không dấu, nối bằng gạch; ghi lại địa chỉ.",
            )
        yield page.problem(page.body_start + match.start(), message, fix)
    text = without_blocks(without_code(page.text[page.body_start :]))
    for match in _REFERENCE.finditer(text):
        name = match["name"] or match["words"]
        if f"[{name}]:".casefold() not in text.casefold():
            yield page.problem(
                page.body_start + match.start(),
                f"Liên kết “{match.group()[:60]}” không nói dẫn tới đâu nên hiện nguyên dấu.",
                f"Viết [{match['words'][:40]}](địa-chỉ).",
            )


def glued(page: Page) -> Iterator[Problem]:
    """Lists and tables right below a line of text, which Markdown takes for more of that text."""
    lines = list(_body(page))
    for (_, above), (offset, line), (_, below) in zip(lines, lines[1:], [*lines[2:], (0, "")], strict=False):
        if not above or _NOT_PROSE.match(above):
            continue
        if _ITEM.match(line) and (line[0] in "-*+" or line.startswith(("1.", "1)"))):
            yield page.problem(
                offset,
                "Danh sách viết liền dưới dòng chữ nên hiện thành một đoạn.",
                "Thêm một dòng trống trước mục đầu tiên.",
            )
        elif "|" in line and _RULE.match(below):
            yield page.problem(
                offset, "Bảng viết liền dưới dòng chữ nên không thành bảng.", "Thêm một dòng trống trước bảng."
            )


def ragged_tables(page: Page) -> Iterator[Problem]:
    width = 0
    lines = list(_body(page))
    for (_, above), (offset, line) in zip(lines, lines[1:], strict=False):
        if "|" in above and "|" in line and _ANY_RULE.match(line) and not width:
            width = _cells(line)
            if _cells(above) != width:
                yield page.problem(
                    offset,
                    f"Hàng gạch có {width} ô, hàng tên cột có {_cells(above)} ô nên không thành bảng.",
                    "Mỗi cột một ô: | Tên cột | Tên cột |, dưới là |---|---|.",
                )
                width = 0
        elif "|" not in line:
            if width and line.strip() and not line.startswith(" ") and "|" in above and not _NOT_PROSE.match(line):
                yield page.problem(
                    offset,
                    "Dòng chữ viết liền dưới bảng nên thành một hàng của bảng.",
                    "Thêm một dòng trống dưới bảng.",
                )
            width = 0
        elif width and _cells(line) > width:
            yield page.problem(
                offset,
                f"Hàng này có {_cells(line)} ô, bảng chỉ có {width} cột; ô thừa không hiện.",
                "Xóa dấu | thừa, hoặc thêm cột vào hàng tên cột và hàng gạch; dấu | trong chữ thì viết \\|.",
            )


def indented(page: Page) -> Iterator[Problem]:
    """Paragraphs pasted with their indentation: four blanks make code of them.  Code of this handbook stands between fences."""
    body = page.text[page.body_start :]
    plain = "\n".join(
        map(_with_code, body.split("\n"), without_blocks(without_options(without_code(body))).split("\n"))
    )
    offset, was_code = page.body_start, False
    for line, shown in zip(plain.split("\n"), without_indented_code(plain, plain).split("\n"), strict=True):
        is_code = bool(line.strip()) and line != shown
        if is_code and not was_code:
            yield page.problem(
                offset,
                "Đoạn này thụt vào 4 dấu cách hoặc phím Tab nên thành khối mã, không phải đoạn văn.",
                "Xóa khoảng trống ở đầu dòng; mã mẫu thì đặt giữa hai dòng ```.",
            )
        was_code = is_code or was_code and not line.strip()
        offset += len(line) + 1


def _with_code(line: str, plain: str) -> str:
    """``plain``, a line in which code is blanked out, with letters where code stands between words."""
    if not plain.strip():
        return ""
    return "".join(char if char == other else "x" for char, other in zip(plain, line, strict=True))


def _cells(line: str) -> int:
    return len(re.sub(r"\\\|", " ", line).strip().strip("|").split("|"))


def blank(page: Page) -> Iterator[Problem]:
    article = page.article
    is_written = article.kind in (Kind.CHAPTER, Kind.LESSON, Kind.TOPIC, Kind.STORY) and not article.is_index
    if is_written and not article.body.strip() and page.text.strip():  # an empty file is told of by its reader
        yield page.problem(page.body_start, "Bài chưa có nội dung.", "Viết nội dung dưới dòng --- thứ hai.")


def same_title(content: Content) -> Iterator[Problem]:
    first: dict[tuple[str, str], str] = {}
    # Told of the page that came later.
    for article in sorted(
        (page.article for page in content.pages), key=lambda article: (str(article.meta.date or ""), article.path)
    ):
        other = first.setdefault((article.language, fold(article.meta.title)), article.path)
        if other != article.path:
            yield Problem(
                article.path,
                article.lines.get(("title",), 1),
                f"Tên bài “{article.meta.title}” đã dùng ở {other}.",
                "Đặt tên khác để người đọc phân biệt được hai bài.",
            )
