"""VS Code snippets from the schemas: every key of the front matter, and the blocks editors use most.

VS Code completes the front matter of Markdown files with nothing else: its YAML
extension reads YAML files only.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from handbook.editing.json_schema import FILES, schema_of

_SOURCE = [
    "nguon:",
    '  - ten: "${1:Tên báo hoặc cơ quan: nói điều gì}"',
    "    url: ${2:https://}",
    "    ngay: ${3:khong-ro}",
    "    cho: ${4:điều lấy từ nguồn này}",
]
_BLOCKS: Mapping[str, tuple[list[str], str]] = {
    "nguon": (_SOURCE, "Nguồn: tên, địa chỉ, ngày, dẫn cho điều gì"),
    "nguon-them": (_SOURCE[1:], "Thêm một nguồn nữa vào danh sách"),
    "the-viec": (
        ["/// the-viec | ${1:Tên việc}", "1. ${2:Bước thứ nhất}", "2. ${3:Bước thứ hai}", "///"],
        "Thẻ việc: các bước đánh số trong khung",
    ),
    "so-lieu": (["/// so-lieu | ${1:ten-bang}", "///"], "Đưa một bảng số liệu vào bài"),
    "trich-so": (["{{so-lieu | ${1:ten-bang} | ${2:nam=2025} | ${3:ten_cot}}}"], "Trích một con số từ bảng"),
    "luu-y": (['!!! warning "${1:Lưu ý}"', "    ${2:Nội dung}"], "Khung lưu ý"),
    "cau-hoi": (['??? question "${1:1. Câu hỏi?}"', "    ${2:Câu trả lời, kèm lý do.}"], "Câu hỏi, bấm để xem trả lời"),
    "lich-su": (["*${1:Nghị định 13/2023/NĐ-CP}*{.lich-su}"], "Văn bản cũ, nhắc như chuyện đã qua"),
    "anh": (["![${1:Ảnh cho thấy điều gì}](${2:tep-anh.png})"], "Ảnh đặt cạnh bài, có lời mô tả"),
    "bieu_do": (
        [
            "bieu_do:",
            "  loai: ${1|cot,cot-nhom,duong,chong|}",
            "  x: ${2:ten_cot}",
            "  y: [${3:ten_cot_so}]",
            "  mo_ta: ${4:Lời kể cho người không nhìn thấy hình.}",
        ],
        "Biểu đồ của bảng số liệu",
    ),
}


def snippets() -> str:
    """The text of ``.vscode/cam-nang.code-snippets``."""
    found: dict[str, dict] = {}
    for kind in FILES.values():
        for key, field in schema_of(kind)["properties"].items():
            if "description" in field and key not in _BLOCKS:
                found.setdefault(
                    f"Khóa {key}",
                    {
                        "prefix": key,
                        "body": [f"{key}: {_value(field)}"],
                        "description": f"{field['title']}. {field['description']}",
                    },
                )
    for name, (body, description) in _BLOCKS.items():
        found[f"Khối {name}"] = {"prefix": name, "body": body, "description": description}
    rows = {name: {"scope": "markdown", **made} for name, made in found.items()}
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def _value(field: dict) -> str:
    """What stands behind the colon: choices to pick from, brackets of a list, or an example."""
    shapes = [field, *field.get("anyOf", ())]
    choices = next((shape["enum"] for shape in shapes if "enum" in shape), None)
    if choices:
        quoted = [f'"{choice}"' if choice[:1].isdigit() else choice for choice in choices]
        return "${1|" + ",".join(choice.replace(",", "\\,") for choice in quoted) + "|}"
    if any(shape.get("type") == "array" for shape in shapes):
        return "[${1}]"
    if any(shape.get("format") == "date" for shape in shapes):
        return "${1:2026-11-24}"
    if any(shape.get("type") == "integer" for shape in shapes):
        return "${1:10}"
    return "${1}"
