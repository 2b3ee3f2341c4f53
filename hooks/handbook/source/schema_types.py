"""The values that front matter may hold, beyond what pydantic knows: text, periods, addresses, number formats."""

from __future__ import annotations

import datetime as dt
import re
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field

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
_PERIOD = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?|khong-ro")


def _as_text(value: object) -> object:
    # YAML reads 2025 as a number and 2025-01-30 as a date; both mean text here.
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return str(value)
    if isinstance(value, dt.date):
        return value.isoformat()
    return nfc(value).strip() if isinstance(value, str) else value


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
Period = Annotated[Text, AfterValidator(_period)]
WebAddress = Annotated[Text, AfterValidator(_web_address)]
# As editors write related pages; kept as the address that the page had.
OldPath = Annotated[Text, AfterValidator(_old_path)]
# Without quotes YAML reads 1234.5 as a number.
NumberFormat = Annotated[Literal["1234.5", "1234,5", "1,234.5", "1.234,5"], BeforeValidator(_as_text)]
