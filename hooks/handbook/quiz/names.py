"""Names of the quiz's files, and of the seven groups of competence in words."""

from __future__ import annotations

from collections.abc import Mapping

#: Below ``tai-ve/``; addresses that are printed and must not change.
PRINT_NAME, ANKI_NAME = "cau-hoi.pdf", "cau-hoi.apkg"

#: Points a to g of clause 2, article 77, Decree 224/2026/NĐ-CP, shortened.
COMPETENCES: Mapping[str, str] = {
    "kien-thuc-chung": "Kiến thức chung",
    "thiet-bi-dich-vu": "Thiết bị và dịch vụ số",
    "du-lieu-thong-tin": "Dữ liệu và thông tin",
    "giao-tiep-hop-tac": "Giao tiếp và hợp tác",
    "sang-tao-noi-dung": "Sáng tạo nội dung",
    "an-toan": "An toàn",
    "giai-quyet-van-de": "Giải quyết vấn đề",
}
