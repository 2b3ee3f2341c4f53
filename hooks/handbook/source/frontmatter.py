"""Front matter with line numbers: split it off, read it, check it.

MkDocs reads front matter without telling where a key stands; editors need the
line, so it is read here, with the place of every key kept.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pydantic import ValidationError

from handbook.problem import Problem
from handbook.source.frontmatter_errors import explain, explain_yaml, told_once
from handbook.source.schema import PageMeta
from handbook.source.yaml_lines import line_of
from handbook.source.yaml_text import BrokenYaml, Scalar, read_yaml

# Dashes that Word makes of ---, too many of them, blanks or empty lines before: what an editor meant for the fence.
# Each line is matched once (atomic): "- a: b" fits two of the three kinds, and thirty of them a billion ways.
_LINE = r"(?>(?:[\w \t-]*+:[^\n]*|[ \t]*+-[ \t][^\n]*|[ \t]*+)\n)"
_LOOSE = re.compile(
    rf"\s*+(?P<open>[-\u2013\u2014_]{{1,6}})[ \t]*+\n(?P<head>{_LINE}+?)[ \t]*+[-\u2013\u2014_.]{{1,6}}[ \t]*(?:\n|\Z)"
)
_HARD = r"[\u00a0\u2007\u202f\u3000]+"
_HARD_SPACES = re.compile(
    rf"^(?P<before>[ \t-]*){_HARD}(?=[\w-]*[ \t]*:)|^(?P<key>[ \t]*(?:- )?[\w-]+:){_HARD}", re.MULTILINE
)
# A comment without a blank behind its sign, on a line that holds something else.
_COMMENT = re.compile(r"^[ \t]*[^\s#][^\n]*?[ \t](?P<sign>#[^\s#!][^\n]*)", re.MULTILINE)
_OPENED = re.compile(r"-{3}[ \t]*\n")
_FENCE = re.compile(r"-{3}[ \t]*\n(.*?)^(?:-{3}|\.{3})[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True)
class FrontMatter:
    """A page split in two: its data (by key), the line of each key, and its body."""

    data: Mapping[str, object]
    lines: Mapping[tuple, int]
    body: str
    body_line: int


def split(text: str, path: str) -> tuple[FrontMatter, tuple[Problem, ...]]:
    """Split ``text`` (NFC, ``\\n`` line ends) into front matter and body."""
    match = _FENCE.match(text)
    if not match:
        return _guessed(text, path) or (FrontMatter({}, {}, text, 1), (_without_head(text, path),))
    spoiled = [match.group(1).count("\n", 0, found.start()) + 2 for found in _HARD_SPACES.finditer(match.group(1))]
    if spoiled:
        mended = _HARD_SPACES.sub(
            lambda found: found["before"] if found["key"] is None else f"{found['key']} ", match.group(1)
        )
        front, problems = split(text[: match.start(1)] + mended + text[match.end(1) :], path)
        return front, (
            *problems,
            *(
                Problem(
                    path,
                    line,
                    "Dòng này có dấu cách cứng (hay gặp khi chép từ Word hay trang web) nên máy không hiểu khóa.",
                    "Xóa khoảng trống quanh khóa rồi gõ lại bằng phím cách.",
                    "khai-bao-yaml",
                )
                for line in dict.fromkeys(spoiled)
            ),
        )
    body = text[match.end() :]
    body_line = text.count("\n", 0, match.end()) + 1
    try:
        document = read_yaml(match.group(1), 2)
    except BrokenYaml as error:
        return FrontMatter({}, {}, body, body_line), tuple(explain_yaml(match.group(1), error, path))
    lost = tuple(_lost(match.group(1), document.scalars, path))
    data = {} if document.data is None else document.data
    if not isinstance(data, dict):
        problem = Problem(
            path,
            2,
            "Phần khai báo ở đầu trang phải gồm các dòng khoa: gia_tri.",
            "Ví dụ: title: Tên trang.",
            "khai-bao-yaml",
        )
        return FrontMatter({}, {}, body, body_line), (problem,)
    twice = tuple(
        Problem(
            path,
            key.line,
            f"Khóa “{key.name}” được khai hai lần (lần trước ở dòng {key.earlier}).",
            "Giữ lại một dòng.",
            "khai-bao-trung",
        )
        for key in document.repeated
    )
    return FrontMatter(data, document.lines, body, body_line), (*twice, *lost)


def _lost(head: str, scalars: Sequence[Scalar], path: str) -> Iterator[Problem]:
    """What stands in the text and not in its values, or the other way round, without looking so."""
    for found in _COMMENT.finditer(head):
        if not any(scalar.first <= found.start("sign") < scalar.last for scalar in scalars):
            yield Problem(
                path,
                head.count("\n", 0, found.start()) + 2,
                f"“{found['sign'][:40]}” bị coi là lời chú (dấu # sau dấu cách) nên không có trên trang.",
                "Đặt cả giá trị trong dấu nháy thẳng; lời chú cho người biên tập thì viết “# ” có dấu cách sau dấu #.",
                "khai-bao-gia-tri",
            )
    for scalar in scalars:
        hidden = [
            char for char in scalar.text if char not in "\n\t" and unicodedata.category(char) in ("Cc", "Cf", "Cs")
        ]
        if hidden and scalar.style == '"' and hidden[0] not in head:
            yield Problem(
                path,
                head.count("\n", 0, scalar.first) + 2,
                f"Giá trị của “{scalar.key}” có mã của ký tự không nhìn thấy (U+{ord(hidden[0]):04X}).",
                "Xóa mã bắt đầu bằng dấu \\ trong giá trị.",
                "khai-bao-gia-tri",
            )


def _guessed(text: str, path: str) -> tuple[FrontMatter, tuple[Problem, ...]] | None:
    """The front matter between two lines that were meant for the fence, told as the only mistake."""
    match = _LOOSE.match(text)
    if not match:
        return None
    # As many lines as there are, so that every line keeps its number.
    blank = match.group().count("\n", 0, match.start("head") - match.start())
    front, problems = split(f"---\n{match['head']}---\n{text[match.end() :]}", path)
    moved = {key: line + blank - 1 for key, line in front.lines.items()}
    line = text.count("\n", 0, match.start("open")) + 1
    problem = Problem(
        path,
        line,
        f"Phần khai báo phải nằm giữa hai dòng có đúng ba dấu gạch ngang, dòng đầu là dòng 1; đang ghi “{match['open']}”.",
        "Đưa lên đầu tệp, sửa dòng trước khóa đầu tiên và dòng sau khóa cuối cùng thành ---, không có dấu cách đứng trước.",
        "khai-bao-thieu",
    )
    return FrontMatter(front.data, moved, front.body, front.body_line + blank - 1), (problem, *problems)


def _without_head(text: str, path: str) -> Problem:
    if not text.strip():
        return Problem(path, 1, "Tệp trống.", "Viết nội dung, hoặc xóa tệp.", "khai-bao-thieu")
    if _OPENED.match(text):
        return Problem(
            path,
            1,
            "Phần khai báo mở bằng --- ở dòng đầu mà chưa đóng.",
            "Thêm một dòng chỉ có --- ngay sau khóa cuối cùng, trước nội dung bài.",
            "khai-bao-thieu",
        )
    return Problem(
        path,
        1,
        "Trang chưa có phần khai báo ở đầu (giữa hai dòng ---).",
        "Thêm bốn dòng vào đầu tệp: dòng một “---”, dòng hai “title: Tên trang”, dòng ba “ngay: 2026-11-24”, "
        "dòng bốn “---”.",
        "khai-bao-thieu",
    )


def validate(front: FrontMatter, model: type[PageMeta], path: str) -> tuple[PageMeta | None, tuple[Problem, ...]]:
    """The front matter as ``model``, or ``None`` and one problem for each mistake."""
    # Only code calls the fields by their English names.
    inner = {name: field.alias for name, field in model.model_fields.items() if field.alias not in (None, name)}
    if foreign := [key for key in front.data if key in inner]:
        return None, tuple(
            Problem(
                path,
                line_of((key,), front.lines),
                f"Không có khóa “{key}” trong phần khai báo.",
                f"Có phải ý bạn là “{inner[key]}”?",
                "khai-bao-khoa-la",
            )
            for key in foreign
        )
    try:
        return model.model_validate(front.data), ()
    except ValidationError as error:
        return None, tuple(explain(item, front.lines, model, path) for item in told_once(error.errors()))
