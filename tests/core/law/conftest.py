"""The register of the tests and rows to build others from."""

import csv
import datetime as dt
from pathlib import Path

import pytest
from handbook.law.citations import CitationMatcher
from handbook.law.register import read_register
from handbook.law.rows import OPTIONAL, REQUIRED

AS_OF = dt.date(2026, 11, 23)
HERE = Path(__file__).parent
ROW = {"so_hieu": "13/2023/NĐ-CP", "loai": "Nghị định", "trich_yeu": "Về bảo vệ dữ liệu cá nhân",
       "co_quan_ban_hanh": "Chính phủ", "ngay_ban_hanh": "2023-04-17", "ngay_hieu_luc": "2023-07-01",
       "tinh_trang": "con-hieu-luc", "linh_vuc": "dữ liệu", "xac_minh": "chua-xac-minh"}
NEWER = {**ROW, "so_hieu": "356/2025/NĐ-CP", "ngay_ban_hanh": "2025-12-31", "ngay_hieu_luc": "2026-01-01"}


@pytest.fixture(scope="session")
def register():
    found, problems = read_register(HERE / "register.csv", "docs/van-ban/van-ban.csv", AS_OF)
    assert problems == ()
    return found


@pytest.fixture(scope="session")
def matcher(register):
    return CitationMatcher(register)


@pytest.fixture
def read(tmp_path):
    """Write rows as the register and read it: ``read(ROW, {**NEWER, …}, as_of=…)``."""

    def read_rows(*rows, as_of=AS_OF):
        path = tmp_path / "van-ban.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, [*REQUIRED, *OPTIONAL], lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)
        return read_register(path, "van-ban.csv", as_of)

    return read_rows
