"""The values that front matter may hold, beyond what pydantic knows: text, periods, addresses, number formats."""

from __future__ import annotations

import datetime as dt
import re
from typing import Annotated, Literal, NoReturn

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic_core import PydanticCustomError

from handbook.vietnamese.text import nfc

Group = Literal["chinh-sach", "phap-luat", "nhiem-vu", "ky-nang", "san-xuat", "tuyen-truyen"]
# The four tasks of the community digital team: points a to d of clause 3, article 79, Decree 224/2026/NĐ-CP.
LegalTask = Literal["huong-dan", "canh-bao", "pho-cap", "phan-anh"]
# The seven groups of the digital competence framework: points a to g of clause 2, article 77, Decree 224/2026/NĐ-CP.
Competence = Literal[
    "kien-thuc-chung",
    "thiet-bi-dich-vu",
    "du-lieu-thong-tin",
    "giao-tiep-hop-tac",
    "sang-tao-noi-dung",
    "an-toan",
    "giai-quyet-van-de",
]
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_ORDER = re.compile(r"[1-9][0-9]{0,5}")
_TRUTHS = {
    **dict.fromkeys(("true", "yes", "on", "có"), True),
    **dict.fromkeys(("false", "no", "off", "không"), False),
}
_PERIOD = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?|khong-ro")


def _as_text(value: object) -> object:
    return nfc(value).strip() if isinstance(value, str) else value


def _day(value: object) -> object:
    # pydantic would also take seconds since 1970 and times of day.
    if value is None or isinstance(value, dt.date):
        return value
    try:
        return dt.date.fromisoformat(value) if isinstance(value, str) and _DAY.fullmatch(value) else _refuse_day()
    except ValueError:
        return _refuse_day()


def _refuse_day() -> NoReturn:
    raise PydanticCustomError("date_as_written", "no day")


def _order(value: object) -> object:
    # pydantic would take 1_000, 10.0 and 017 as well.
    if isinstance(value, str) and not _ORDER.fullmatch(value):
        raise PydanticCustomError(
            "int_parsing" if not re.fullmatch(r"-?0*", value) else "greater_than_equal", "no place"
        )
    return value


def _truth(value: object) -> object:
    """The words of YAML 1.1 and 1.2, and the Vietnamese ones."""
    return _TRUTHS.get(value.strip().casefold(), value) if isinstance(value, str) else value


def _period(value: str) -> str:
    if not _PERIOD.fullmatch(value):
        raise ValueError("ngày nguồn phải là 2026-01-30, 2026-01, 2026 hoặc khong-ro")
    return value


def _web_address(value: str) -> str:
    if not re.fullmatch(r"https?://[^\s<>\"]+", value):
        raise ValueError("địa chỉ phải bắt đầu bằng https:// và không có dấu cách")
    return value


def _old_path(value: str) -> str:
    address = value.strip("/").removesuffix(".md").removesuffix("/index")
    if not re.fullmatch(r"[a-z0-9-]+(/[a-z0-9-]+)*", address):
        raise ValueError("địa chỉ cũ tính từ docs/, ví dụ chuyen-de/ten-cu.md")
    return address


Text = Annotated[str, BeforeValidator(_as_text), Field(min_length=1)]
Day = Annotated[dt.date, BeforeValidator(_day)]
Order = Annotated[int, BeforeValidator(_order), Field(ge=1)]
Truth = Annotated[bool, BeforeValidator(_truth)]
Period = Annotated[Text, AfterValidator(_period)]
WebAddress = Annotated[Text, AfterValidator(_web_address)]
# As editors write related pages; kept as the address that the page had.
OldPath = Annotated[Text, AfterValidator(_old_path)]
NumberFormat = Annotated[Literal["1234.5", "1234,5", "1,234.5", "1.234,5"], BeforeValidator(_as_text)]
