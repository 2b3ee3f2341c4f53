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
_OPEN = [
    "chua_ro:",
    '  - dieu: "${1:Điều chưa dám nói chắc}"',
    '    hoi: "${2:Phải hỏi gì}"',
    '    ai: "${3:Hỏi ai}"',
    "    truoc: ${4:2027-02-28}",
]
_TRIED = [
    "da_thu:",
    "  - ngay: ${1:2026-11-24}",
    "    ung_dung: ${2:VNeID}",
    "    cach: ${3|theo-huong-dan,tren-may|}",
]
_BLOCKS: Mapping[str, tuple[list[str], str]] = {
    "nguon": (_SOURCE, "Nguồn: tên, địa chỉ, ngày, dẫn cho điều gì"),
    "nguon-them": (_SOURCE[1:], "Thêm một nguồn nữa vào danh sách"),
    "chua_ro": (_OPEN, "Còn phải hỏi lại: điều gì chưa rõ, hỏi gì, hỏi ai, trước ngày nào"),
    "da_thu": (_TRIED, "Các bước đã thử ngày nào, trên ứng dụng nào, hay mới theo hướng dẫn"),
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
    "man-hinh": (
        [
            "/// man-hinh | ${1:Tên bước}",
            "tieu-de: ${2:Chữ to trên màn hình}",
            "* nut: ${3:Chữ trên nút} -> ${4:Chạm khi nào.}",
            "///",
        ],
        "Màn hình điện thoại vẽ; * là chỗ chạm",
    ),
    "tin-nhan": (
        [
            "/// tin-nhan | ${1:Tên tin}",
            "loai: ${2|gia,that|}",
            "den: ${3:Lời nhắn có} {1: ${4:dấu hiệu}}",
            "1: ${5:Vì sao đó là dấu hiệu.}",
            "lam-gi: ${6:Việc làm ngay.}",
            "///",
        ],
        "Tin nhắn, cuộc gọi thật hoặc giả, dấu hiệu đánh số",
    ),
    "so-do": (
        [
            "/// so-do | ${1:Tên sơ đồ}",
            "- ${2:Câu hỏi}?",
            "    - ${3:Có}: ${4:Việc làm.}",
            "    - ${5:Không}: [gọi tổ] ${6:Việc làm.}",
            "///",
        ],
        "Sơ đồ hỏi đáp: kẹt ở đâu, làm gì",
    ),
    "the-cat": (
        ["/// the-cat | ${1:Tên bộ thẻ}", "id: ${2:ten-bo-the}", "- ${3:Mặt trước} | ${4:Mặt sau}", "///"],
        "Thẻ cắt rời, tám thẻ một tờ A4",
    ),
    "to-in": (
        ["/// to-in | ${1:Tên tờ}", "id: ${2:ten-to}", "kho: ${3|a5,a4,a3|}", "cau: ${4:Một câu to nhất.}", "///"],
        "Tờ rơi, áp phích",
    ),
    "hinh-ve": (
        [
            "/// hinh-ve | ${1:Tên hình}",
            "id: ${2:ten-hinh}",
            "nghia: ${3:hình này nói việc gì}",
            "mo-ta: ${4:Thấy gì trong hình.}",
            "net: ${5:M8 24 L24 8}",
            "///",
        ],
        "Hình nét đơn dùng chung",
    ),
    "bai-loa": (
        ["/// bai-loa | ${1:Tên bài}", "id: ${2:ten-bai-loa}", "", "${3:Bà con chú ý.}", "///"],
        "Bài loa, nhiều nhất 60 giây",
    ),
    "bai-dang": (
        [
            "/// bai-dang | ${1:Tên bài}",
            "id: ${2:ten-bai-dang}",
            "kenh: ${3|zalo,facebook,tin-nhan|}",
            "",
            "${4:Lời.}",
            "///",
        ],
        "Bài đăng để chép",
    ),
    "trac-nghiem": (
        [
            "/// cau-hoi | ${1:Câu hỏi}?",
            "id: ${2:ten-cau-hoi}",
            "nang_luc: ${3|an-toan,kien-thuc-chung,thiet-bi-dich-vu,du-lieu-thong-tin,giao-tiep-hop-tac,sang-tao-noi-dung,giai-quyet-van-de|}",
            "- [ ] ${4:Sai}",
            "- [x] ${5:Đúng}",
            "giai-thich: ${6:Vì sao.}",
            "///",
        ],
        "Câu hỏi trắc nghiệm có giải thích",
    ),
    "bieu-mau": (
        [
            "/// bieu-mau | ${1:Tên phiếu}",
            "id: ${2:ten-phieu}",
            "cot: ${3:STT} | ${4:Họ và tên}",
            "hang: ${5:20}",
            "///",
        ],
        "Biểu mẫu để in và điền",
    ),
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
    listed = next((shape for shape in shapes if shape.get("type") == "array"), None)
    if listed:
        choices = listed.get("items", {}).get("enum")
        return "[${1|" + ",".join(choices) + "|}]" if choices else "[${1}]"
    if any(shape.get("format") == "date" for shape in shapes):
        return "${1:2026-11-24}"
    if any(shape.get("type") == "integer" for shape in shapes):
        return "${1:10}"
    return "${1}"
