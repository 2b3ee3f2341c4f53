"""The handbook's sections: one folder of ``docs/`` each, in reading order."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass

LANGUAGES = ("vi", "en")
DEFAULT_LANGUAGE = "vi"


class Kind(enum.Enum):
    """What a page is, which decides its front matter and where it appears."""

    CHAPTER = "chapter"
    LESSON = "lesson"
    TOPIC = "topic"
    STORY = "story"
    PLACE = "place"
    TABLE = "table"
    REGISTER = "register"
    GLOSSARY = "glossary"
    DOWNLOADS = "downloads"
    PLAIN = "plain"


@dataclass(frozen=True)
class Section:
    """A folder of ``docs/`` with its titles and lead sentences by language."""

    folder: str
    kind: Kind
    title: Mapping[str, str]
    lead: Mapping[str, str]
    icon: str = ""

    @property
    def grows(self) -> bool:
        """Whether editors add to it without touching any configuration."""
        return self.kind in (Kind.TOPIC, Kind.STORY, Kind.TABLE)


def _section(folder: str, kind: Kind, vi: str, en: str, lead_vi: str, lead_en: str) -> Section:
    return Section(folder, kind, {"vi": vi, "en": en}, {"vi": lead_vi, "en": lead_en})


SECTIONS: tuple[Section, ...] = (
    _section(
        "chinh-sach",
        Kind.CHAPTER,
        "Chủ trương, chính sách",
        "Policy",
        "Vì sao chuyển đổi số, Đảng và Nhà nước đặt ra mục tiêu gì, ai làm việc gì.",
        "Why digital transformation, which goals are set, and who does what.",
    ),
    _section(
        "phap-luat",
        Kind.CHAPTER,
        "Pháp luật",
        "Law",
        "Luật đang có hiệu lực cho phép gì, cấm gì, người dân có quyền gì.",
        "What the law in force allows, forbids and guarantees.",
    ),
    _section(
        "nhiem-vu",
        Kind.CHAPTER,
        "Nhiệm vụ của Tổ công nghệ số cộng đồng",
        "Tasks of the community digital team",
        "Từ ngày đầu lập tổ đến buổi hướng dẫn tại nhà: làm gì, theo thứ tự nào.",
        "From the first day of a team to a home visit: what to do, in which order.",
    ),
    _section(
        "ky-nang",
        Kind.CHAPTER,
        "Kỹ năng số",
        "Digital skills",
        "Từng bước cho những việc bà con hay nhờ: VNeID, dịch vụ công, thanh toán, tránh lừa đảo.",
        "Step by step: VNeID, public services, payments, avoiding scams.",
    ),
    _section(
        "san-xuat",
        Kind.CHAPTER,
        "Sản xuất, kinh doanh, khởi nghiệp số",
        "Production, business, start-ups",
        "Sổ ruộng, mã số vùng trồng, bán hàng, sổ sách và thuế, khởi nghiệp: làm ăn với chiếc điện thoại.",
        "Farm records, traceability, selling, books and taxes, start-ups: earning a living with a phone.",
    ),
    _section(
        "tuyen-truyen",
        Kind.CHAPTER,
        "Tuyên truyền",
        "Spreading the word",
        "Nói một điều cho một người nghe: loa, Zalo, video, tờ rơi, phiên chợ, và cách biết bà con đã nghe.",
        "One message for one listener: loudspeaker, Zalo, video, leaflets, market days, and how to know it was heard.",
    ),
    _section(
        "tap-huan",
        Kind.LESSON,
        "Tập huấn",
        "Training kit",
        "Giáo án mười hai buổi để tập huấn lại cho tổ viên và cho bà con.",
        "Twelve lesson plans to train team members and villagers.",
    ),
    _section(
        "chuyen-de",
        Kind.TOPIC,
        "Chuyên đề",
        "Topics",
        "Những việc mới và đang được hỏi nhiều.",
        "What is new and often asked.",
    ),
    _section(
        "cau-chuyen",
        Kind.STORY,
        "Câu chuyện địa phương",
        "Local stories",
        "Chuyện có nguồn từ các thôn, bản, xã: họ đã làm gì, học được gì.",
        "Sourced stories from villages and communes.",
    ),
    _section(
        "dia-phuong",
        Kind.PLACE,
        "Địa phương",
        "Provinces",
        "34 tỉnh, thành phố: số liệu, câu chuyện, chế độ hỗ trợ của tỉnh bạn; xã cũ nay là xã nào.",
        "34 provinces and cities: figures, stories and support where you live; old communes and new ones.",
    ),
    _section(
        "so-lieu",
        Kind.TABLE,
        "Số liệu",
        "Data",
        "Bảng số liệu có nguồn, tải về được.",
        "Sourced tables to read and download.",
    ),
    _section(
        "van-ban",
        Kind.REGISTER,
        "Văn bản pháp luật",
        "Legal documents",
        "Văn bản nào còn hiệu lực, văn bản nào đã bị thay.",
        "Which documents are in force and which were replaced.",
    ),
    _section(
        "thuat-ngu",
        Kind.GLOSSARY,
        "Thuật ngữ",
        "Glossary",
        "Giải nghĩa từ khó, chữ viết tắt.",
        "Difficult words and abbreviations explained.",
    ),
    _section(
        "tai-ve",
        Kind.DOWNLOADS,
        "Tải về",
        "Downloads",
        "Bản PDF để in và đọc khi không có mạng.",
        "PDF editions to print and to read offline.",
    ),
)

BY_FOLDER: Mapping[str, Section] = {section.folder: section for section in SECTIONS}


def section_of(uri: str) -> Section | None:
    """The section of a path below ``docs/``, or ``None`` for a top-level page."""
    return BY_FOLDER.get(uri.split("/", 1)[0]) if "/" in uri else None
