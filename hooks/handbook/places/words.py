"""Words of the pages about places, in both languages."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from handbook.labels import show_date
from handbook.sections import DEFAULT_LANGUAGE

WORDS: Mapping[str, Mapping[str, str]] = {
    "vi": {
        "former": "Hợp từ",
        "alone": "không hợp nhất với tỉnh nào",
        "code": "Mã tỉnh",
        "name": "Tên",
        "communes": "Cấp xã từ 01/7/2025",
        "commune": "xã",
        "ward": "phường",
        "zone": "đặc khu",
        "before": "trước 01/3/2025: {}",
        "since": "Từ ngày {date}: {name}, gồm {units}. Các số khác trong trang này tính theo ngày 01/7/2025.",
        "since_communes": "Danh sách dưới đây theo ngày 01/7/2025, chưa có thay đổi từ ngày {}.",
        "country": "Cả nước",
        "against": "{} trong cả nước",
        "figure": "Chỉ số",
        "of": "thứ {}/{}",
        "total": "Xã, phường, đặc khu",
        "wards": "Phường trong các đơn vị cấp xã",
        "drop": "Giảm số đơn vị cấp xã",
        "high_first": "Thứ hạng xếp từ cao xuống thấp; cao chưa hẳn là tốt hơn.",
        "contacts": "Khi cần, gọi ai?",
        "everywhere": "Ở mọi tỉnh",
        "source": "Nguồn",
        "support": "Chế độ, hỗ trợ cho tổ",
        "stories": "Câu chuyện ở {}",
        "tables": "{} trong các bảng số liệu",
        "former_rows": "Tỉnh cũ nay thuộc {}: {}. Dòng của tỉnh cũ giữ tên như trong bảng.",
        "same_name": "Số trước ngày 01/7/2025 mang tên “{}” là của tỉnh cũ cùng tên, trừ khi bảng ghi khác.",
        "ranked": "{what}: {name} đứng thứ {rank} trong {count}, xếp từ cao xuống thấp",
        "published": "{name} đứng thứ {rank}",
        "above": "ngay trên là {}",
        "below": "ngay dưới là {}",
        "map": "Xã cũ, xã mới",
        "new_unit": "Từ 01/7/2025",
        "old_units": "Hợp thành từ",
        "unchanged": "giữ nguyên",
        "all_units": "Cả {} xã, phường, đặc khu",
        "all_units_caption": "Xã, phường, đặc khu của {} và những nơi hợp thành",
        "similar": "Tỉnh gần giống",
        "similar_by": "Gần về số đơn vị cấp xã và tỷ lệ phường (ngày 01/7/2025), để tìm nơi học cách chia tổ, chia địa bàn:",
        "urgent": "Việc gấp",
        "more": "Bạn biết thêm về {}?",
        "more_text": "Trang này ghép từ các bảng và câu chuyện có nguồn. Số điện thoại, chính sách riêng và số liệu khác của nơi bạn "
        "thì gửi qua “Báo lỗi trang này” ở cuối trang, kèm nguồn. Người biên tập đặt tệp {} là có thêm phần của địa phương.",
        "summary": "{label}{merged}: {total} {kinds}. Số liệu, câu chuyện và xã cũ nay là xã nào.",
        "merged": " (gồm {} cũ)",
        "section": "Địa phương",
        "index_find": "Tìm xã, phường hoặc tỉnh, cũ hay mới (không cần gõ dấu):",
        "index_list": "34 tỉnh, thành phố",
        "index_lead": "Bấm vào tỉnh mình để xem số liệu, câu chuyện, chế độ hỗ trợ và các xã.",
        "full_table": "Xem bảng đầy đủ",
        "data_as_of": "Số liệu đến",
        "units": "xã, phường, đặc khu",
        "by_province": "Danh sách xã cũ, xã mới theo từng tỉnh",
        "story_count": "{} chuyện",
        "one_story": "1 chuyện",
        "with": "gồm cả {}",
        "elsewhere": "Nơi khác",
        "story_find": "Tìm theo tỉnh, xã, tên chuyện:",
        "story_theme": "Chủ đề:",
        "all_themes": "Mọi chủ đề",
        "by_task": "Việc của tổ",
        "by_skill": "Kỹ năng",
        "stories_shown": "chuyện",
    },
    "en": {
        "former": "Merged from",
        "alone": "not merged with another province",
        "code": "Province code",
        "name": "Name",
        "communes": "Commune level since 1 July 2025",
        "commune": "communes",
        "ward": "wards",
        "zone": "special zones",
        "before": "before 1 March 2025: {}",
        "since": "From {date}: {name}, with {units}. All other figures on this page are as of 1 July 2025.",
        "since_communes": "The list below is as of 1 July 2025, without the changes from {}.",
        "country": "Viet Nam",
        "against": "{} and the whole country",
        "figure": "Figure",
        "of": "no. {} of {}",
        "total": "Communes, wards, special zones",
        "wards": "Wards among them",
        "drop": "Fewer commune-level units by",
        "high_first": "Ranks go from high to low; high is not always better.",
        "contacts": "Whom to call",
        "everywhere": "In every province",
        "source": "Source",
        "support": "Support for the teams",
        "stories": "Stories from {}",
        "tables": "{} in the data tables",
        "former_rows": "Former provinces now in {}: {}. Rows of a former province keep the name they have in the table.",
        "same_name": "Figures before 1 July 2025 under the name “{}” are those of the former province, unless the table says otherwise.",
        "ranked": "{what}: {name} is number {rank} of {count}, from high to low",
        "published": "{name} is number {rank}",
        "above": "just above: {}",
        "below": "just below: {}",
        "map": "Old and new communes",
        "new_unit": "Since 1 July 2025",
        "old_units": "Made from",
        "unchanged": "unchanged",
        "all_units": "All {} communes, wards and special zones",
        "all_units_caption": "Communes, wards and special zones of {} and what they were made from",
        "similar": "Similar provinces",
        "similar_by": "Near in the number of commune-level units and the share of wards (1 July 2025):",
        "urgent": "Urgent",
        "more": "Do you know more about {}?",
        "more_text": "This page joins sourced tables and stories. Send telephone numbers, local policies and other figures with their "
        "source through “Report a mistake on this page”. Editors add a local part with the file {}.",
        "summary": "{label}{merged}: {total} {kinds}. Figures, stories, old and new communes.",
        "merged": " (formerly {})",
        "section": "Provinces",
        "index_find": "Find a commune, ward or province, old or new (accents not needed):",
        "index_list": "34 provinces and cities",
        "index_lead": "Choose a province for its figures, stories, support schemes and communes.",
        "full_table": "See the full table",
        "data_as_of": "Data up to",
        "units": "communes, wards, special zones",
        "by_province": "Lists of old and new communes by province",
        "story_count": "{} stories",
        "one_story": "1 story",
        "with": "with {}",
        "elsewhere": "Elsewhere",
        "story_find": "Find by province, commune or title:",
        "story_theme": "Theme:",
        "all_themes": "All themes",
        "by_task": "Tasks of the team",
        "by_skill": "Skills",
        "stories_shown": "stories",
    },
}


def day_text(day: dt.date, language: str) -> str:
    """``30/4/2026`` as running text has it, ``30 April 2026``."""
    if language != DEFAULT_LANGUAGE:
        return show_date(day, language)
    month = f"{day.month:02d}" if day.month < 3 else str(day.month)
    return f"{day.day:02d}/{month}/{day.year}"


def joined(names: Sequence[str], language: str) -> str:
    """``A, B và C``."""
    word = " and " if language == "en" else " và "
    return ", ".join(names[:-1]) + (word if len(names) > 1 else "") + names[-1] if names else ""


def units_text(units: tuple[int, int, int], language: str) -> str:
    """``89 xã, 10 phường``; kinds that a province has none of are left out."""
    words = WORDS[language]
    kinds = (words["commune"], words["ward"], words["zone"])
    return ", ".join(f"{number} {kind}" for number, kind in zip(units, kinds, strict=True) if number)
