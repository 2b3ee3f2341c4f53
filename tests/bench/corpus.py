"""A handbook of any size for measurements: ``python tests/bench/corpus.py FOLDER 1000``.

Seeded, so that every run and every program sees the same pages: Vietnamese
prose of the length of a chapter, with headings, a list, a table, a note, links
to other pages, citations of legal documents and terms of the glossary.  Every
fourth page has an English translation.  Only Markdown that every program of the
comparison knows is used.
"""

from __future__ import annotations

import random
import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
#: Shares of the pages that go into each folder.
FOLDERS = {
    "chinh-sach": 0.08,
    "phap-luat": 0.08,
    "nhiem-vu": 0.08,
    "ky-nang": 0.16,
    "chuyen-de": 0.35,
    "cau-chuyen": 0.25,
}
TRANSLATED = 4  # every fourth page
TOP = {
    "index": "Cẩm nang",
    "cach-dung": "Cách dùng",
    "gioi-thieu": "Giới thiệu",
    "lich-su-cap-nhat": "Lịch sử cập nhật",
    "tiep-can": "Tiếp cận",
    "on-tap": "Ôn bằng câu hỏi",
}

_DOCUMENTS = (
    "Luật Chuyển đổi số 148/2025/QH15",
    "Nghị quyết 57-NQ/TW",
    "Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15",
    "Luật Căn cước 26/2023/QH15",
    "Luật Giao dịch điện tử 20/2023/QH15",
    "Nghị định 356/2025/NĐ-CP",
    "Điều 8 của Luật Căn cước 26/2023/QH15",
    "71/NQ-CP",
)
_TERMS = (
    "dịch vụ công",
    "mã OTP",
    "căn cước công dân",
    "VNeID",
    "chữ ký số",
    "bảo hiểm y tế",
    "an ninh mạng",
    "bản sao điện tử",
    "bình dân học vụ số",
    "CCCD",
    "dữ liệu cá nhân",
    "băng rộng",
    "hồ sơ",
    "tài khoản định danh",
    "mã QR",
    "AI tạo sinh",
)
_WHO = (
    "bác trưởng thôn",
    "chị bán rau ở chợ",
    "đoàn viên trong tổ",
    "cán bộ xã",
    "người cao tuổi",
    "em học sinh lớp chín",
    "hộ kinh doanh",
    "anh lái xe ôm",
    "bà con ở bản",
    "người khuyết tật",
    "cô giáo về hưu",
    "tổ viên mới",
)
_DOES = (
    "mở điện thoại ra xem lại",
    "hỏi từng bước một",
    "ghi vào sổ tay",
    "chụp màn hình để nhớ",
    "gọi cho tổ khi cần",
    "chờ tin nhắn báo kết quả",
    "nhờ con cháu đọc giúp",
    "tự bấm nút gửi",
    "kiểm tra lại số tiền",
    "đăng xuất khỏi máy chung",
)
_WHERE = (
    "nhà văn hóa thôn",
    "trung tâm phục vụ hành chính công",
    "chợ phiên",
    "trường học",
    "sân ủy ban",
    "trạm y tế",
    "bưu điện",
)
_PATTERNS = (
    "Ở {where}, {who} {does} rồi mới làm tiếp với {term}.",
    "Theo {document}, người dân được hướng dẫn khi dùng {term}, kể cả lúc hệ thống lỗi.",
    "Sau {n} ngày, {who} quay lại {where} và {does}.",
    "Việc quan trọng nhất là *không vội*: {who} cần biết {term} là gì trước khi bấm.",
    "Có {n} trên {m} hộ trong thôn đã dùng {term}; số còn lại thì {does}.",
    "Khi gặp tin nhắn lạ về {term}, hãy dừng lại, {does} và hỏi **người mình tin**.",
    "{document} không bắt ai phải nộp thêm giấy mà nơi tiếp nhận đã có.",
    "Buổi sáng tổ đi {m} nhà, buổi chiều ngồi ở {where}, tối họp lại mười phút.",
    "Máy cũ vẫn làm được: {who} chỉ cần {term} và một chỗ có sóng.",
    "Nếu {who} không nhớ mật khẩu, đừng đọc to giữa chỗ đông người ở {where}.",
)
_HEADINGS = (
    "Vì sao cần biết",
    "Chuẩn bị những gì",
    "Làm từng bước",
    "Khi gặp trục trặc",
    "Lời nói mẫu",
    "Sau buổi làm việc",
    "Người dân hay hỏi",
    "Việc của tổ",
)
_TITLES = ("Hướng dẫn", "Kinh nghiệm", "Chuyện về", "Hỏi đáp về", "Cách dùng", "Lưu ý khi dùng")


def names(pages: int) -> list[str]:
    """The keys of the pages, spread over the folders: ``chuyen-de/bai-0001``."""
    counts = {folder: int(pages * share) for folder, share in FOLDERS.items()}
    counts["chuyen-de"] += pages - sum(counts.values())
    return [f"{folder}/bai-{number:04}" for folder, count in counts.items() for number in range(count)]


def _sentences(rng: random.Random, count: int) -> str:
    return " ".join(
        rng.choice(_PATTERNS).format(
            where=rng.choice(_WHERE),
            who=rng.choice(_WHO),
            does=rng.choice(_DOES),
            term=rng.choice(_TERMS),
            document=rng.choice(_DOCUMENTS),
            n=rng.randint(2, 40),
            m=rng.randint(41, 400),
        )
        for _ in range(count)
    )


def _body(rng: random.Random, key: str, keys: list[str]) -> str:
    parts = []
    for heading in rng.sample(_HEADINGS, 5):
        parts += [f"## {heading}", *(_sentences(rng, rng.randint(2, 4)) for _ in range(3))]
    parts.insert(4, "\n".join(f"{step}. {_sentences(rng, 1)}" for step in range(1, 6)))
    rows = "\n".join(
        f"| {rng.choice(_TERMS)} | {rng.randint(1, 999)} | {rng.choice(_WHERE)} | {_sentences(rng, 1)} |"
        for _ in range(6)
    )
    parts.insert(9, f"| Việc | Số lượt | Nơi | Ghi chú |\n|---|---:|---|---|\n{rows}")
    parts.insert(12, f'!!! warning "Lưu ý"\n    {_sentences(rng, 2)}')
    parts.insert(15, "\n".join(f"- [{_title(other)}]({_link(key, other)})" for other in rng.sample(keys, 3)))
    return "\n\n".join(parts) + "\n"


def _link(key: str, other: str) -> str:
    return f"../{other}.md" if key.split("/")[0] != other.split("/")[0] else f"{other.split('/')[1]}.md"


def _title(key: str) -> str:
    number = int(key.rsplit("-", 1)[1])
    return f"{_TITLES[number % len(_TITLES)]} {_TERMS[number % len(_TERMS)]}, bài {number}"


def write_corpus(docs: Path, pages: int, seed: int = 1) -> None:
    """Fill the empty or missing folder ``docs`` with ``pages`` pages, a home page and a few others."""
    keys = names(pages)
    for number, key in enumerate(keys):
        rng = random.Random(f"{seed} {key}")
        head = f'---\ntitle: "{_title(key)}"\nngay: 2026-{number % 11 + 1:02}-{number % 28 + 1:02}\n'
        head += f"tom_tat: {_sentences(rng, 1)!r}\n"
        if key.startswith(("chinh-sach", "phap-luat", "nhiem-vu", "ky-nang")):
            head += f"thu_tu: {number + 1}\n"
        path = docs / f"{key}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{head}---\n\n{_body(rng, key, keys)}", encoding="utf-8")
        if number % TRANSLATED == 0:
            path.with_suffix(".en.md").write_text(f"{head}---\n\n{_body(rng, key, keys)}", encoding="utf-8")
    for name, title in TOP.items():
        (docs / f"{name}.md").write_text(
            f"---\ntitle: {title}\n---\n\n{_sentences(random.Random(name), 5)}\n", encoding="utf-8"
        )


def add_registers(docs: Path) -> None:
    """The handbook's own register of documents and glossary: only our program reads them."""
    for folder in ("van-ban", "thuat-ngu"):
        (docs / folder).mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / "docs" / folder / f"{folder}.csv", docs / folder)


if __name__ == "__main__":
    write_corpus(Path(sys.argv[1]), int(sys.argv[2]))
