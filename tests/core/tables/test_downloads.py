"""CSV and XLSX: typed where exact, harmless to open, the same bytes each time."""

import csv
import datetime as dt
import io
import zipfile

import pytest
from core.tables.making import meta, table
from handbook.tables import to_csv, to_xlsx
from python_calamine import CalamineWorkbook

CSV = (
    "Tên;Ngày;Năm;Số (tỷ đồng)\n=1+1;31/12/2025;2024;1.234.567,50\n@x;Quý I/2026;2021-2025;hơn 3.000,5\n"
    "+84;2025-06;2023;8.000-10.000\n-;giữa 2025;2022;-17,3\nHuế;;2020;–\n"
)


def rows_of(content: bytes):
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def sheets_of(content: bytes):
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def test_csv_is_for_machines_and_opens_in_excel(tmp_path):
    content = to_csv(table(tmp_path, CSV))
    assert content.startswith(b"\xef\xbb\xbf") and content.count(b"\r\n") == 6
    assert rows_of(content) == [
        ["Tên", "Ngày", "Năm", "Số (tỷ đồng)"],
        ["'=1+1", "2025-12-31", "2024", "1234567.50"],
        ["'@x", "2026-Q1", "2021-2025", "hơn 3000.5"],
        ["'+84", "2025-06", "2023", "8000-10000"],
        ["-", "giữa 2025", "2022", "-17.3"],
        ["Huế", "", "2020", "–"],
    ]


@pytest.mark.parametrize("text", ["=1", "+1 a", "-x", "@a", "\tx", "＝1", "＋1", "－1", "＠1"])
def test_no_text_starts_like_a_formula(tmp_path, text):
    content = rows_of(to_csv(table(tmp_path, f"Tên,B\nx{text},1\nz,2\n".replace(f"x{text}", f'"{text}"'))))
    assert content[1][0] in (f"'{text}", text.strip())
    assert not content[1][0].startswith(("=", "+", "-", "@", "\t", "＝", "＋", "－", "＠"))


def test_xlsx_holds_typed_values_and_a_sheet_of_sources(tmp_path):
    declared = meta(
        so_lieu_den="2025", cach_lam="đếm tay", nguon=[{"ten": "Báo A: nói", "url": "https://a.vn", "ngay": "2025-01"}]
    )
    sheets = sheets_of(to_xlsx(table(tmp_path, CSV), declared))
    assert list(sheets) == ["Số liệu", "Nguồn"]
    assert sheets["Số liệu"] == [
        ["Tên", "Ngày", "Năm", "Số (tỷ đồng)"],
        ["=1+1", dt.date(2025, 12, 31), 2024.0, 1234567.5],
        ["@x", "2026-Q1", "2021-2025", "hơn 3000.5"],
        ["+84", "2025-06", 2023.0, "8000-10000"],
        ["-", "giữa 2025", 2022.0, -17.3],
        ["Huế", "", 2020.0, "–"],
    ]
    assert ["Nguồn", "Báo A: nói – 2025-01 – https://a.vn"] in sheets["Nguồn"]
    assert ["Số liệu đến", "2025"] in sheets["Nguồn"]


def test_xlsx_has_no_formula_and_no_clock(tmp_path):
    made = table(tmp_path, CSV)
    content = to_xlsx(made, meta())
    assert content == to_xlsx(made, meta())
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert "2026-01-01T00:00:00Z" in archive.read("docProps/core.xml").decode()
        assert b"<f>" not in archive.read("xl/worksheets/sheet1.xml")


def test_a_number_with_more_digits_than_excel_keeps_is_text(tmp_path):
    made = table(tmp_path, "Mã,Số\nA,123456789012.123456\nB,1.5\n")
    assert sheets_of(to_xlsx(made, None))["Số liệu"][1:] == [["A", "123456789012.123456"], ["B", 1.5]]
