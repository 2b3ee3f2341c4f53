"""Front matter with line numbers: split it off, read it, check it.

MkDocs reads front matter without telling where a key stands; editors need the
line, so the YAML is composed here once more with its marks kept.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass

import yaml
from pydantic import ValidationError

from handbook.problem import Problem
from handbook.schema import PageMeta

class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
    """Reads dates as text: an impossible date is then ours to explain, not a crash."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}

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
        problem = Problem(path, 1, "Trang chưa có phần khai báo ở đầu (giữa hai dòng ---).",
                          "Thêm vào đầu tệp: ---, title: Tên trang, ngay: 2026-11-24, ---.", "khai-bao-thieu")
        return FrontMatter({}, {}, text, 1), (problem,)
    body = text[match.end():]
    body_line = text.count("\n", 0, match.end()) + 1
    try:
        loader = _Loader(match.group(1))
        node = loader.get_single_node()
        data = loader.construct_document(node) if node else {}
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        problem = Problem(path, (mark.line if mark else 0) + 2, "Không đọc được phần khai báo ở đầu trang (YAML sai).",
                          "Kiểm tra dấu hai chấm, thụt đầu dòng; giá trị có dấu hai chấm phải đặt trong dấu nháy kép.",
                          "khai-bao-yaml")
        return FrontMatter({}, {}, body, body_line), (problem,)
    if not isinstance(data, dict):
        problem = Problem(path, 2, "Phần khai báo ở đầu trang phải gồm các dòng khoa: gia_tri.",
                          "Ví dụ: title: Tên trang.", "khai-bao-yaml")
        return FrontMatter({}, {}, body, body_line), (problem,)
    lines: dict[tuple, int] = {}
    repeated = tuple(_collect_lines(node, (), lines, path))
    return FrontMatter(data, lines, body, body_line), repeated


def _collect_lines(node: yaml.Node | None, key: tuple, lines: dict[tuple, int], path: str):
    if isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            inner = (*key, str(name.value))
            line = name.start_mark.line + 2
            if inner in lines:
                yield Problem(path, line, f"Khóa “{name.value}” được khai hai lần (lần trước ở dòng {lines[inner]}).",
                              "Giữ lại một dòng.", "khai-bao-trung")
            lines[inner] = line
            yield from _collect_lines(value, inner, lines, path)
    elif isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            lines[(*key, index)] = value.start_mark.line + 2
            yield from _collect_lines(value, (*key, index), lines, path)


def validate(front: FrontMatter, model: type[PageMeta], path: str) -> tuple[PageMeta | None, tuple[Problem, ...]]:
    """The front matter as ``model``, or ``None`` and one problem for each mistake."""
    try:
        return model.model_validate(front.data), ()
    except ValidationError as error:
        return None, tuple(_explain(item, front, model, path) for item in error.errors())


def _explain(item: dict, front: FrontMatter, model: type[PageMeta], path: str) -> Problem:
    location = tuple(part for part in item["loc"])
    line = _line_of(location, front)
    name = ".".join(str(part + 1) if isinstance(part, int) else str(part) for part in location)
    kind = item["type"]
    if kind == "missing":
        return Problem(path, line, f"Thiếu “{name}” trong phần khai báo ở đầu trang.",
                       _EXAMPLES.get(str(location[-1]), f"Thêm dòng {location[-1]}: …"), "khai-bao-thieu-khoa")
    if kind == "extra_forbidden":
        near = difflib.get_close_matches(str(location[-1]), _known_keys(model, location), n=1, cutoff=0.6)
        hint = f"Có phải ý bạn là “{near[0]}”?" if near else "Xóa dòng này hoặc xem danh sách khóa trong CONTRIBUTING.md."
        return Problem(path, line, f"Không có khóa “{name}” trong phần khai báo.", hint, "khai-bao-khoa-la")
    if kind.startswith("date"):
        return Problem(path, line, f"“{name}” phải là một ngày có thật; đang ghi “{item.get('input')}”.",
                       "Viết theo dạng năm-tháng-ngày, ví dụ 2026-11-24.", "khai-bao-ngay")
    if kind == "literal_error":
        allowed = item["ctx"]["expected"].replace(" or ", ", ").replace("'", "")
        near = difflib.get_close_matches(str(item.get("input")), allowed.split(", "), n=1, cutoff=0.5)
        hint = f"Có phải ý bạn là “{near[0]}”? " if near else ""
        return Problem(path, line, f"“{name}” không nhận giá trị “{item.get('input')}”.",
                       f"{hint}Chọn một trong: {allowed}.", "khai-bao-lua-chon")
    if kind == "value_error":
        return Problem(path, line, f"“{name}” chưa đúng: {item['ctx']['error']}.",
                       f"Đang ghi “{item.get('input')}”.", "khai-bao-gia-tri")
    expected = _EXPECTED.get(kind, "đúng kiểu")
    return Problem(path, line, f"“{name}” phải là {expected}; đang ghi “{item.get('input')}”.",
                   _EXAMPLES.get(str(location[-1]), "Xem mẫu trong CONTRIBUTING.md."), "khai-bao-kieu")


def _line_of(location: tuple, front: FrontMatter) -> int:
    while location and location not in front.lines:
        location = location[:-1]
    return front.lines.get(location, 1)


def _known_keys(model: type[PageMeta], location: tuple) -> list[str]:
    if len(location) == 1:
        return [field.alias or name for name, field in model.model_fields.items()]
    return ["ten", "url", "ngay", "cho", "kieu", "don_vi", "loai", "x", "y", "loc", "tieu_de", "mo_ta"]


_EXPECTED = {
    "string_type": "một dòng chữ", "string_too_short": "một dòng chữ không để trống", "int_type": "một số nguyên",
    "int_parsing": "một số nguyên", "int_from_float": "một số nguyên", "tuple_type": "một danh sách",
    "model_type": "một nhóm khóa", "dict_type": "một nhóm khóa", "bool_type": "true hoặc false",
    "bool_parsing": "true hoặc false", "greater_than_equal": "số từ 1 trở lên", "too_short": "danh sách không để trống",
}
_EXAMPLES = {
    "title": "Thêm dòng title: Tên trang.",
    "ngay": "Thêm dòng ngay: 2026-11-24 (ngày viết hoặc sửa, dạng năm-tháng-ngày).",
    "thu_tu": "Thêm dòng thu_tu: 10 (thứ tự của chương trong phần).",
    "ten": "Thêm ten: tên nguồn.",
    "nguon": "Viết nguồn thành danh sách, mỗi nguồn bắt đầu bằng “- ten: …”.",
    "tu_khoa": "Viết thành danh sách, ví dụ tu_khoa: [căn cước, vneid].",
    "old_paths": "Viết thành danh sách, ví dụ old_paths: [chuyen-de/ten-cu.md].",
    "mo_ta": "Thêm mo_ta: lời mô tả biểu đồ cho người không nhìn thấy hình.",
}
