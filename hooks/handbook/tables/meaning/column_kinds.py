"""What a column holds, and each of its cells read accordingly."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from decimal import Decimal

from handbook.tables.file.grid import Item
from handbook.tables.meaning.written_dates import DateText, ImpossibleDate, read_date
from handbook.tables.model import ColumnKind
from handbook.tables.written_numbers import BLANK_MARKS, split_number
from handbook.vietnamese.text import fold, slug

_SOURCE_KEYS = {
    "nguon",
    "nguon_tham_khao",
    "nguon_so_lieu",
    "link",
    "url",
    "source",
    "sources",
    "dan_nguon",
    "duong_dan",
}
_TIME = re.compile(
    r"(^|_)(nam|giai_doan|nien_do|nien_khoa|moc|ky|khoa|khoa_hoc|thoi_diem|thoi_gian|ngay|thang|quy|year|date|month|quarter|period|time)(_|$)"
)
_CODE = re.compile(r"[+]?0\d+|\+?\d{15,}|\+84\d{9,}")
# Headers of codes and telephone numbers, which are digits but no quantities.
_CODES = re.compile(r"ma(_|$)")
# Not "số hồ sơ", "số hợp đồng", "số máy": those may as well be how many there are.
_NUMBERED = re.compile(r"(^|_)(so_(bao_danh|hieu|seri|serial|khung)|bien_so|imei|mst)(_|$)")
_IDENTITY = re.compile(r"(^|_)(cccd|cmnd|can_cuoc|dinh_danh|stk|tai_khoan)(_|$)")
_PHONES = re.compile(
    r"(^|_)(dien_thoai|sdt|so_dt|dt|di_dong|hotline|zalo|viber|fax|may_ban|so_may|lien_he|lien_lac|duong_day_nong|phone|tel|mobile|contact)(_|$)"
)
_PLACES = re.compile(r"(^|_)(dia_chi|so_nha|noi_o|cho_o|noi_cu_tru|tru_so|address)(_|$)")
_VERSIONS = re.compile(r"(^|_)(phien_ban|version|firmware|he_dieu_hanh)(_|$)")
_CALLED = re.compile(
    r"(so_)?(dien_thoai|dt|hotline|cccd|cmnd|mst|tai_khoan)|sdt|stk|dau_so|tong_dai|duong_day_nong|ma_so_thue|phone"
)
# A day count of Excel (1 is 1/1/1900) between 2000 and 2050.
_SERIALS = range(36526, 55154)
_DAY = re.compile(r"ngay(_(?!cong|le|nghi)\w+)?|thoi_diem|date")
_BROKEN = re.compile(r"(?=.*\d)['‘’`]?\(?[-−–+]?[\dOoIl.,]{1,}\)?-?|[Oo]")
_NO_FIGURE = frozenset(
    [
        "kxd",
        "khong xac dinh",
        "chua xac dinh",
        "chua co",
        "chua co so lieu",
        "khong co",
        "khong co so lieu",
        "chua ro",
        "chua thong ke",
        "kps",
        "khong phat sinh",
        "chua cong bo",
        "khong ap dung",
        "n.a.",
    ]
)
YEAR = re.compile(r"((?:1[5-9]|20|21)\d\d)(\s*[-–—]\s*(?:1[5-9]|20|21)\d\d)?(\s*(?:\(.*\)|\*+))?", re.DOTALL)


def is_blank(item: Item) -> bool:
    """Empty, or one of the signs of Vietnamese statistics for "none" and "not known"."""
    return not item.text or item.text.casefold() in BLANK_MARKS


def infer_kind(header: str, items: Sequence[Item]) -> ColumnKind:
    """The kind that most cells of a column speak for; ``chu`` when in doubt."""
    filled = [item for item in items if not is_blank(item) and fold(item.text) not in _NO_FIGURE]
    key = slug(header, "_")
    if key in _SOURCE_KEYS or filled and 2 * sum("://" in item.text for item in filled) >= len(filled):
        return "nguon"
    if not filled:
        return "chu"
    timely = bool(_TIME.search(key))
    if timely and all(YEAR.fullmatch(item.text) for item in filled):
        return "nam"
    if sum(isinstance(item.value, dt.date) or bool(_date(item.text)) for item in filled) * 2 > len(filled):
        plain_years = all(YEAR.fullmatch(item.text) for item in filled)
        if timely or not plain_years:
            return "ngay"
    if any(not isinstance(item.value, Decimal) and _CODE.fullmatch(item.text) for item in filled):
        return "chu"
    if _PLACES.search(key) or _VERSIONS.search(key) or _CODES.match(key):
        return "chu"
    digits = (
        1
        if _NUMBERED.search(key)
        else 3
        if _CALLED.fullmatch(key)
        else 8
        if _PHONES.search(key) or _IDENTITY.search(key)
        else 0
    )
    if digits and all(re.fullmatch(rf"\d{{{digits},}}", item.text) for item in filled):
        return "chu"
    numbers = sum(map(_speaks_for_numbers, filled))
    # A mistyped "12O0" among numbers must be named as a mistake, not make the column one of words.
    mistyped = sum(looks_broken(item) for item in filled)
    return "so" if numbers > mistyped // 2 and 3 * (numbers + mistyped) >= 2 * len(filled) else "chu"


def first_serial_date(header: str, items: Sequence[Item]) -> int | None:
    """The first of a column of days that have lost their format and are counts ("45000"), if it is one."""
    filled = [index for index, item in enumerate(items) if not is_blank(item)]
    texts = [items[index].text for index in filled]
    lost = _DAY.fullmatch(slug(header, "_")) and all(
        re.fullmatch(r"\d{5}", text) and int(text) in _SERIALS for text in texts
    )
    return filled[0] if lost and filled else None


def looks_broken(item: Item) -> bool:
    """The shape of one number that cannot be read as one: "12O0", "1..5", "(1.234)", "'5", "O"."""
    return item.value is None and not split_number(item.text) and bool(_BROKEN.fullmatch(item.text))


def _speaks_for_numbers(item: Item) -> bool:
    if isinstance(item.value, Decimal):
        return True
    parts = split_number(item.text)
    return parts is not None and "(" not in parts.note


def _date(text: str) -> DateText | None:
    try:
        return read_date(text)
    except ImpossibleDate:
        return DateText(dt.date.min, "ngay", True, "", "")
