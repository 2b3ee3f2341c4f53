"""Tables as offices keep them: codes stay codes, times keep their seconds, what is lost or left out is told."""

import datetime as dt
from pathlib import Path

import pytest
import xlsxwriter
from core.tables.making import meta
from core.tables.making import table as table_of
from handbook.tables import read_table
from handbook.tables.file.typed_cells import typed_item
from handbook.tables.number_text import cell_text
from handbook.tables.output.csv_xlsx import to_csv

CASES = Path(__file__).parents[1] / "editors" / "cases" / "editor"


def shown(table):
    return [
        [cell_text(cell, column, "vi") for cell, column in zip(row, table.columns, strict=True)] for row in table.rows
    ]


def read(path):
    table, problems = read_table(path, None, f"docs/so-lieu/{path.name}")
    return (shown(table) if table else None), [problem.code for problem in problems]


def workbook(path, fill):
    with xlsxwriter.Workbook(path) as book:
        fill(book, book.add_worksheet("S"))
    return path


RIGHT = {
    "01-o-gop-trong-duoi-bang.xlsx": ([["Bản A", "120", "x"], ["Bản B", "95", "y"]], []),
    "03-gio-co-giay.xlsx": ([["A", "02/01/2025 10:20:30"], ["B", "02/01/2025 10:20:55"]], []),
    "04-dia-chi-thanh-so.csv": ([["Tổ 1", "12 Lê Lợi"], ["Tổ 2", "45 Lê Lợi"]], []),
    "05-ma-so-hien-nhu-so-luong.csv": (
        [
            ["20231234", "7480201", "1001234", "1024", "10011", "1045", "912345678", "912345678", "2.10"],
            ["20231235", "7380101", "1001235", "1025", "10012", "12", "987654321", "987654321", "24.11"],
        ],
        ["so-mat-so-0", "so-mat-so-0"],
    ),
    "08-ods-libreoffice-phan-trong.ods": ([["Thôn A", "12"], ["Thôn B", "15"]], []),
    "23-hai-cot-trung-ten.csv": (None, ["bang-cot-trung"]),
    "24-ngay-hai-chu-so-nam.csv": ([["Họp", "31/12/2025"], ["Tập huấn", "01/02/2026"]], []),
}


@pytest.mark.parametrize("name", RIGHT)
def test_case(name):
    assert read(CASES / name) == RIGHT[name]


def test_a_total_over_merged_cells_is_a_row():
    rows, problems = read(CASES / "10-tong-cong-gop-o.xlsx")
    assert problems == [] and rows[-1] == ["Tổng cộng", "", "45", "60"]


def test_another_merge_across_the_body_is_still_refused(tmp_path):
    def fill(book, sheet):
        for number, row in enumerate((["TT", "Thôn", "Số hộ"], [1, "A", 5], [2, "B", 6])):
            sheet.write_row(number, 0, row)
        sheet.merge_range("A3:B3", "Thôn B và C")

    assert read(workbook(tmp_path / "a.xlsx", fill))[1] == ["bang-gop-o"]


def test_merges_half_below_the_table_are_cut(tmp_path):
    def fill(book, sheet):
        for number, row in enumerate((["Thôn", "Số hộ"], ["A", 5], ["B", 6])):
            sheet.write_row(number, 0, row)
        sheet.merge_range("A3:A9", "B")

    assert read(workbook(tmp_path / "a.xlsx", fill))[0] == [["A", "5"], ["B", "6"]]


def test_a_download_dropped_back_is_the_same_table(tmp_path):
    first, _ = read_table(CASES / "07-tai-ve-roi-dua-lai.csv", None, "x.csv")
    for _ in range(3):
        (tmp_path / "a.csv").write_bytes(to_csv(first))
        again, problems = read_table(tmp_path / "a.csv", None, "x.csv")
        assert not problems and shown(again) == shown(first)
        first = again
    assert shown(first)[0][1] == "+84 24 3825 1234" and shown(first)[1][3] == "=ưu tiên"


def test_an_apostrophe_of_a_name_stays(tmp_path):
    assert shown(table_of(tmp_path, "Xã,Buôn\nA,'Gia\nB,H'Mông\n")) == [["A", "'Gia"], ["B", "H'Mông"]]


@pytest.mark.parametrize(
    ("header", "values"),
    [
        ("Mã hồ sơ dịch vụ công", ["1234", "10567"]),
        ("Mã định danh", ["001204012345", "79204012345"]),
        ("Số hiệu chứng nhận", ["1234567", "1234568"]),
        ("SĐT Zalo của tổ", ["0912345678", "0987654321"]),
        ("Điện thoại cơ quan", ["02438251234", "02438251235"]),
        ("Địa chỉ trụ sở", ["1024 Trần Phú", "12 Trần Phú"]),
        ("Nơi ở", ["1205", "1310"]),
        ("Phiên bản ứng dụng", ["2.10", "3.1"]),
        ("Người, chỗ", ["12 Lê Lợi", "13 Lê Lợi"]),
        ("Mã HS", ["0901.21", "1006.30"]),
        ("Mã vạch", ["8934563138165", "8934563138166"]),
        ("Liên hệ", ["912345678", "987654321"]),
        ("Số máy bàn", ["02143840034", "02143840035"]),
        ("Fax", ["2143840034", "2143840035"]),
        ("Khóa", ["2023", "2024"]),
    ],
)
def test_codes_telephones_addresses_and_versions_stay_as_typed(tmp_path, header, values):
    (tmp_path / "a.csv").write_text(f'Tên,"{header}"\nA,{values[0]}\nB,{values[1]}\n', encoding="utf-8")
    rows, _ = read(tmp_path / "a.csv")
    assert [row[1] for row in rows] == values


@pytest.mark.parametrize(
    ("header", "values", "right"),
    [
        ("Số hộ có điện thoại", ["1234", "5678"], ["1.234", "5.678"]),
        ("Số hồ sơ", ["1234", "5678"], ["1.234", "5.678"]),
        ("Số máy", ["1234", "5678"], ["1.234", "5.678"]),
        ("Lượt liên hệ", ["1234", "5678"], ["1.234", "5.678"]),
        ("Khóa đã dạy", ["12", "15"], ["12", "15"]),
        ("Số tài khoản định danh", ["1234", "5678"], ["1.234", "5.678"]),
        ("Số mã QR đã in", ["1234", "5678"], ["1.234", "5.678"]),
        ("Tốc độ", ["12 Mbps", "45 Mbps"], ["12", "45"]),
        ("Diện tích", ["12 ha", "1045 ha"], ["12", "1.045"]),
        ("Tiền", ["12 Triệu đồng", "45 Triệu đồng"], ["12", "45"]),
    ],
)
def test_quantities_are_still_quantities(tmp_path, header, values, right):
    (tmp_path / "a.csv").write_text(f"Tên,{header}\nA,{values[0]}\nB,{values[1]}\n", encoding="utf-8")
    assert [row[1] for row in read(tmp_path / "a.csv")[0]] == right


@pytest.mark.parametrize(
    ("header", "value", "is_told"),
    [
        ("Điện thoại", "912345678", True),
        ("SĐT", "0912345678", False),
        ("Số CCCD", "79204012345", True),
        ("Số CCCD", "079204012345", False),
        ("Số hộ", "912345678", False),
    ],
)
def test_lost_zeros_are_told(tmp_path, header, value, is_told):
    (tmp_path / "a.csv").write_text(f"Tên,{header}\nA,{value}\nB,{value}\n", encoding="utf-8")
    assert ("so-mat-so-0" in read(tmp_path / "a.csv")[1]) == is_told


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        (dt.datetime(2025, 1, 2, 10, 20, 29, 999_999), "dd/mm/yyyy hh:mm:ss", "02/01/2025 10:20:30"),
        (dt.datetime(2025, 1, 2, 10, 20, 30), "dd/mm/yyyy hh:mm", "02/01/2025 10:20"),
        (dt.datetime(2025, 1, 2, 10, 20, 30), "", "02/01/2025 10:20:30"),
        (dt.datetime(2025, 1, 2, 10, 20), "dd/mm/yyyy hh:mm:ss", "02/01/2025 10:20"),
        (dt.time(10, 20, 30), '[$-42A]hh:mm:ss "sáng"', "10:20:30"),
        (dt.time(10, 20, 30), 'hh:mm "sáng"', "10:20"),
        (dt.timedelta(hours=26, minutes=5), "[h]:mm", "26:05"),
        (dt.timedelta(hours=-1, minutes=-30), "[h]:mm", "−1:30"),
        ("PT10H20M30S", "", "10:20:30"),
        ("P1DT2H5M", "", "26:05"),
        ("PT45M", "", "0:45"),
    ],
)
def test_times_of_cells(value, code, text):
    assert typed_item(value, code).text == text


@pytest.mark.parametrize("date", ["31/12/25", "1/2/26", "29/02/24"])
def test_years_of_two_digits(tmp_path, date):
    rows = shown(table_of(tmp_path, f"Việc,Ngày\nA,{date}\nB,01/01/2025\n"))
    assert rows[0][1].endswith(f"/20{date[-2:]}")


def test_an_impossible_day_with_two_digits_is_told(tmp_path):
    (tmp_path / "a.csv").write_text("Việc,Ngày\nA,31/02/25\nB,01/01/25\n", encoding="utf-8")
    assert read(tmp_path / "a.csv")[1] == ["ngay-sai"]


def test_text_boxes_and_footers_are_hinted(tmp_path):
    def fill(book, sheet):
        for number, row in enumerate((["Thôn", "Số hộ"], ["A", 5], ["B", 6])):
            sheet.write_row(number, 0, row)
        sheet.insert_textbox(5, 0, "Số liệu chưa gồm thôn C")
        sheet.set_footer("&LNguồn: UBND xã&RTrang &P/&N")
        sheet.set_header("&C&P/&N")

    table, problems = read_table(workbook(tmp_path / "a.xlsx", fill), None, "docs/so-lieu/a.xlsx")
    assert table and [problem.code for problem in problems] == ["o-ghi-chu", "o-ghi-chu"]
    said = " ".join(problem.message for problem in problems)
    assert "Số liệu chưa gồm thôn C" in said and "Nguồn: UBND xã" in said


def test_infinite_numbers_are_errors_of_their_cells():
    assert read(CASES.parent / "fuzz" / "14-inf.ods") == (None, ["o-loi"])


def test_a_binary_workbook_is_told_what_to_do(tmp_path):
    from handbook.load import read_catalog

    docs = tmp_path / "docs"
    (docs / "so-lieu").mkdir(parents=True)
    (docs / "so-lieu" / "bang.xlsb").write_bytes(b"PK\x03\x04")
    problems = [p for p in read_catalog(docs, dt.date(2026, 11, 30)).problems if "bang.xlsb" in p.path]
    assert len(problems) == 1 and ".xlsx" in problems[0].fix


def test_hours_beyond_a_day_and_seconds_in_an_old_workbook():
    """Made once with xlwt 1.3.0: formats [h]:mm, [h]:mm:ss, dd/mm/yyyy hh:mm:ss and [mm]:ss."""
    rows, problems = read(CASES / "09-gio-qua-ngay.xls")
    assert problems == []
    assert rows == [
        ["A", "26:30", "30:01:01", "02/01/2025 10:20:30", "1:30:05"],
        ["B", "12:00", "24:00", "02/01/2025 10:20:55", "0:00:59"],
    ]


def test_a_table_of_one_row_of_letters_and_numbers_has_data(tmp_path):
    (tmp_path / "a.csv").write_text("Tỉnh,Số hộ,Số máy\nA,1,2\n", encoding="utf-8")
    assert read(tmp_path / "a.csv")[0] == [["A", "1", "2"]] and meta


def test_merges_of_empty_cells_beside_and_below_mean_nothing(tmp_path):
    def fill(book, sheet):
        for number, row in enumerate((["Thôn", "Số hộ"], ["A", 5], ["B", 6])):
            sheet.write_row(number, 0, row)
        sheet.merge_range("K1:M3", "")
        sheet.merge_range("A90:D99", "")

    assert read(workbook(tmp_path / "a.xlsx", fill)) == ([["A", "5"], ["B", "6"]], [])


def test_a_time_after_a_day_is_shown_as_its_cell_does(tmp_path):
    def fill(book, sheet):
        sheet.write_row(0, 0, ["Buổi", "Lúc"])
        for row, value in enumerate((0.75, 1.5), 1):
            sheet.write(row, 0, f"Buổi {row}")
            sheet.write(row, 1, value, book.add_format({"num_format": "h:mm AM/PM"}))

    assert read(workbook(tmp_path / "a.xlsx", fill))[0] == [["Buổi 1", "18:00"], ["Buổi 2", "12:00"]]


def test_a_workbook_is_opened_by_what_it_is(tmp_path):
    whole = workbook(tmp_path / "a.xlsx", lambda book, sheet: [sheet.write_row(0, 0, ["Thôn", "Số hộ"]), sheet.write_row(1, 0, ["A", 5])])  # fmt: skip
    for name in ("b.xls", "c.ods", "d.csv"):
        (tmp_path / name).write_bytes(whole.read_bytes())
        assert read(tmp_path / name) == ([["A", "5"]], [])
    (tmp_path / "e.xlsx").write_bytes(b"%PDF-1.4 ...")
    assert read(tmp_path / "e.xlsx") == (None, ["bang-hong"])


@pytest.mark.parametrize("reference", ["A99999999999999", "A1048577", "ZZZZZZZ2", "XFD1048576"])
def test_a_cell_that_calls_itself_far_away_fills_no_memory(tmp_path, reference):
    """The row says 2, the cell something else: its reader took 22 GB to reach it."""
    import zipfile

    whole = workbook(tmp_path / "a.xlsx", lambda book, sheet: [sheet.write_row(0, 0, ["Thôn", "Số hộ"]), sheet.write_row(1, 0, ["A", 5])])  # fmt: skip
    with zipfile.ZipFile(whole) as old, zipfile.ZipFile(tmp_path / "b.xlsx", "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b'r="A2"', f'r="{reference}"'.encode()))
    assert read(tmp_path / "b.xlsx") == (None, ["bang-qua-rong"])


@pytest.mark.parametrize(
    ("cell", "code", "is_read"),
    [
        ("#REF!", "o-loi", False),
        ("#N/A", "o-loi", False),
        ("Err:502", "o-loi", False),
        ("1-Feb", "so-rut-gon", True),
        ("Mar-34", "so-rut-gon", True),
        ("x" * 6000, "bang-qua-rong", False),
    ],
)
def test_cells_that_a_program_spoilt_are_told(tmp_path, cell, code, is_read):
    (tmp_path / "a.csv").write_text(f"Tên,Nhóm\nA,{cell}\nB,hai\n", encoding="utf-8")
    rows, codes = read(tmp_path / "a.csv")
    assert codes == [code] and (rows is not None) is is_read
