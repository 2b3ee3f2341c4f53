"""Rows of a register that the tests change cell by cell."""

import datetime as dt

AS_OF = dt.date(2026, 11, 23)
ROW = {
    "so_hieu": "13/2023/NĐ-CP",
    "loai": "Nghị định",
    "trich_yeu": "Về bảo vệ dữ liệu cá nhân",
    "co_quan_ban_hanh": "Chính phủ",
    "ngay_ban_hanh": "2023-04-17",
    "ngay_hieu_luc": "2023-07-01",
    "tinh_trang": "con-hieu-luc",
    "linh_vuc": "dữ liệu",
    "xac_minh": "chua-xac-minh",
}
NEWER = {**ROW, "so_hieu": "356/2025/NĐ-CP", "ngay_ban_hanh": "2025-12-31", "ngay_hieu_luc": "2026-01-01"}
