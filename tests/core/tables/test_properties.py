"""No value is lost or changed on its way: file → table → page, CSV, XLSX → table again."""

import csv
import datetime as dt
import string
from decimal import Decimal
from pathlib import Path

import lxml.html
import xlsxwriter
from core.tables.making import meta
from handbook.tables import read_table, render_table, to_csv, to_xlsx
from handbook.tables.file.encodings import decode
from handbook.tables.number_text import cell_text, number_text
from handbook.tables.written_numbers import evidence, from_float, split_number, to_decimal
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ"
WORDS = (
    st.text(LETTERS + LETTERS.upper() + " ", min_size=1, max_size=12)
    .map(str.strip)
    .filter(bool)
    .map(lambda text: f"Xã {text} a")
)
# Everything that can break a CSV, an HTML page or a spreadsheet, but keeps the words Vietnamese.
NASTY = st.text(string.ascii_letters + " ,;\t\"'<>&=+-@|\n\\{}[]#%", max_size=15).map(lambda text: f"x{text}x")
NUMBERS = st.decimals(min_value=-(10**9), max_value=10**9, places=3, allow_nan=False, allow_infinity=False)
DAYS = st.dates(dt.date(1900, 3, 1), dt.date(2100, 12, 31))
ROWS = st.lists(st.tuples(WORDS, NASTY, NUMBERS, DAYS), min_size=2, max_size=8)
HEADS = ["Xã", "Ghi chú", "Số lượng", "Ngày"]
COLUMNS = {"xa": {"kieu": "chu"}, "ghi_chu": {"kieu": "chu"}, "so_luong": {"kieu": "so"}, "ngay": {"kieu": "ngay"}}
FEW = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


def write_csv(path, rows, separator, language):
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=separator)
        writer.writerow(HEADS)
        for name, note, number, day in rows:
            writer.writerow([name, note, number_text(number, language).replace("−", "-"), f"{day:%d/%m/%Y}"])


def write_xlsx(path, rows):
    with xlsxwriter.Workbook(str(path), {"strings_to_formulas": False, "strings_to_urls": False}) as book:
        sheet, style = book.add_worksheet(), book.add_format({"num_format": "dd/mm/yyyy"})
        sheet.write_row(0, 0, HEADS)
        for r, (name, note, number, day) in enumerate(rows, start=1):
            sheet.write_string(r, 0, name)
            sheet.write_string(r, 1, note)
            sheet.write_number(r, 2, float(number))
            sheet.write_datetime(r, 3, dt.datetime(day.year, day.month, day.day), style)


def values(table):
    return [(row[0].raw, row[1].raw, row[2].value, row[3].value) for row in table.rows]


def read(path, **keys):
    table, problems = read_table(path, meta(cot=COLUMNS, **keys), "docs/so-lieu/x")
    assert table is not None, [str(problem) for problem in problems]
    return table


def tidy(text):
    return text.strip()


@FEW
@given(rows=ROWS, separator=st.sampled_from(",;\t"), language=st.sampled_from(["vi", "en"]))
def test_from_csv_to_everything(tmp_path, rows, separator, language):
    path = tmp_path / "x.csv"
    write_csv(path, rows, separator, language)
    table = read(path, dinh_dang_so="1.234,5" if language == "vi" else "1,234.5")
    expected = [(tidy(name), tidy(note), number, day) for name, note, number, day in rows]
    assert values(table) == expected
    _downloads_hold(tmp_path, table, expected)
    _page_holds(table)


@FEW
@given(rows=ROWS)
def test_from_xlsx_to_everything(tmp_path, rows):
    path = tmp_path / "x.xlsx"
    write_xlsx(path, rows)
    table = read(path)
    expected = [(tidy(name), tidy(note), number, day) for name, note, number, day in rows]
    assert values(table) == expected
    _downloads_hold(tmp_path, table, expected)
    _page_holds(table)


def _downloads_hold(tmp_path, table, expected):
    again = tmp_path / "again.csv"
    again.write_bytes(to_csv(table))
    assert [(a, b.removeprefix("'"), c, d) for a, b, c, d in values(read(again, dinh_dang_so="1234.5"))] == expected
    again = tmp_path / "again.xlsx"
    again.write_bytes(to_xlsx(table, None))
    assert values(read(again, trang_tinh="Số liệu")) == expected


def _page_holds(table):
    for language in ("vi", "en"):
        root = lxml.html.fragment_fromstring(render_table(table, None, language, "Bảng"))
        rows = root.xpath(".//tbody/tr")
        assert len(rows) == len(table.rows)
        for shown, row in zip(rows, table.rows, strict=True):
            for cell in shown.xpath(".//br"):
                cell.tail = "\n" + (cell.tail or "")
            assert [cell.text_content() for cell in shown] == [
                cell_text(cell, column, language) for cell, column in zip(row, table.columns, strict=True)
            ]
            for html, cell in zip(shown, row, strict=True):
                if isinstance(cell.value, Decimal):
                    assert Decimal(html.get("data-value") or html.text_content()) == cell.value


@given(number=NUMBERS.map(lambda number: number.normalize()), language=st.sampled_from(["vi", "en"]))
def test_a_number_survives_being_shown(number, language):
    shown = number_text(Decimal(f"{number:f}"), language)
    assert to_decimal(shown, "," if language == "vi" else ".") == number
    assert evidence(shown) in ({"none", "comma", "comma?", "dot", "dot?"} if number else {"none"})


@given(value=st.decimals(min_value=-(10**8), max_value=10**8, places=6, allow_nan=False).map(lambda d: d.normalize()))
def test_a_spreadsheet_float_is_the_number_that_was_typed(value):
    assert from_float(float(value)) == value


@given(
    prefix=st.sampled_from(["", "hơn ", "gần ", "khoảng ", "≈ ", "trên dưới "]),
    number=st.integers(0, 10**9),
    unit=st.sampled_from(["", "%", " tỷ đồng", " người", " triệu"]),
    note=st.sampled_from(["", " (ước tính)", "*"]),
)
def test_the_parts_of_a_number_make_its_text_again(prefix, number, unit, note):
    text = f"{prefix}{number}{unit}{note}"
    parts = split_number(text)
    assert parts and parts.prefix + parts.low + parts.tail == text and int(parts.low) == number
    assert parts.exact == (not prefix and "(" not in note)


@given(
    text=st.text(LETTERS + ",;\n" + string.digits, min_size=4, max_size=60),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
)
def test_every_unicode_encoding_gives_the_same_text(text, encoding):
    assert decode(text.encode(encoding)).text == text.replace("\r\n", "\n").replace("\r", "\n")


@given(raw=st.binary(max_size=200))
@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
def test_no_bytes_make_the_reader_fail(tmp_path, raw):
    for name in ("x.csv", "x.xlsx", "x.ods", "x.xls"):
        (tmp_path / name).write_bytes(raw)
        table, problems = read_table(tmp_path / name, None, f"docs/so-lieu/{name}")
        assert table is not None or problems


@given(text=st.text(',;"\n\t x1.,-%()=Bảng–…123ơ/', max_size=120))
@settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
def test_no_text_makes_the_reader_or_the_outputs_fail(tmp_path, text):
    path = tmp_path / "x.csv"
    path.write_text(text, encoding="utf-8", newline="")
    table, problems = read_table(path, None, "docs/so-lieu/x.csv")
    assert table is not None or problems
    if table:
        lxml.html.fragment_fromstring(render_table(table, None, "vi", "x"))
        to_csv(table)
        to_xlsx(table, None)


CELL = st.sampled_from(
    ["", "", "Huế", "12", "hơn 3", "2024", "Nguồn: Sở", "Bảng 1. Tổ", "a b c", "01/7/2025", "–", "7,5%", "Người lập"]
)


@given(rows=st.lists(st.lists(CELL, min_size=3, max_size=3), min_size=2, max_size=9))
@settings(max_examples=400, deadline=None, suppress_health_check=list(HealthCheck))
def test_every_cell_of_a_sheet_is_in_the_table_or_its_notes_or_refused(tmp_path, rows):
    path = tmp_path / "x.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    table, problems = read_table(path, None, "docs/so-lieu/x.csv")
    if table is None:
        assert problems
        return
    found = (
        [column.header for column in table.columns]
        + [cell.raw for row in table.rows for cell in row]
        + list(table.notes)
    )
    for text in {text for row in rows for text in row if text}:
        times = sum(line.count(text) for line in found)
        assert times >= sum(row.count(text) for row in rows), (text, found)


@given(
    name=st.sampled_from(["van-phong.xlsx", "ods-don-gian.ods", "xls-don-gian.xls"]),
    seed=st.randoms(use_true_random=False),
)
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_a_damaged_workbook_is_refused_or_read_but_never_a_crash(tmp_path, name, seed):
    raw = bytearray((Path(__file__).parent / "files" / name).read_bytes())
    for _ in range(seed.randint(1, 15)):
        raw[seed.randrange(len(raw))] = seed.randrange(256)
    (tmp_path / name).write_bytes(raw)
    table, problems = read_table(tmp_path / name, None, name)
    assert table is not None or problems
