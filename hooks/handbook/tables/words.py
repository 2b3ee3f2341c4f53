"""Words beside tables and charts, in both languages."""

from __future__ import annotations

from collections.abc import Mapping

SOURCES: Mapping[str, tuple[str, str]] = {
    "vi": ("nguồn", "Nguồn của mọi hàng"),
    "en": ("source", "Source of every row"),
}

UNIT: Mapping[str, str] = {"vi": "Đơn vị", "en": "Unit"}
