"""Rows chosen by their text, and single figures for running text."""

import datetime as dt

import pytest
import yaml
from core.tables.making import table
from handbook.problem import Problem
from handbook.source.schema import TableMeta
from handbook.tables import figure, read_table, select_rows, skeleton_meta

CSV = (
    "Năm;Đợt;Tỷ lệ (%);Người (người);Ghi chú\n2023;06/01/2025;12,87;hơn 480.000;\n2024;06/01/2025;13,17;1.234.567;ước tính\n"
    "2024;05/01/2026;14,02;;\n"
)


@pytest.mark.parametrize(
    ("where", "rows"),
    [
        ({"Năm": "2024"}, (1, 2)),
        ({"dot": "06/01/2025"}, (0, 1)),
        ({"dot": "2025-01-06"}, (0, 1)),
        ({"nam": "2023|2024", "ty_le": "12,87"}, (0,)),
        ({"ty_le": "12.87"}, (0,)),
        ({}, (0, 1, 2)),
    ],
)
def test_rows_by_what_the_file_the_page_or_the_download_says(tmp_path, where, rows):
    assert select_rows(table(tmp_path, CSV), where) == (rows, ())


@pytest.mark.parametrize(
    ("where", "said"),
    [
        ({"nawm": "2024"}, "không có cột “nawm”"),
        ({"Năm": "2042"}, "không có ô nào ghi “2042”"),
        ({"Ghi chú": "uớc tính"}, "có phải ý bạn là “ước tính”?"),
    ],
)
def test_a_filter_never_empties_a_table_silently(tmp_path, where, said):
    _, problems = select_rows(table(tmp_path, CSV), where, "docs/a.md", 7)
    assert said in str(problems[0]) and str(problems[0]).startswith("docs/a.md:7: ")


@pytest.mark.parametrize(
    ("where", "column", "language", "text"),
    [
        ({"Năm": "2023"}, "ty_le", "vi", "12,87%"),
        ({"Năm": "2023"}, "Tỷ lệ", "en", "12.87%"),
        ({"Năm": "2023"}, "nguoi", "vi", "hơn 480.000\u00a0người"),
        ({"dot": "05/01/2026"}, "nam", "vi", "2024"),
        ({"Năm": "2023"}, "dot", "vi", "06/01/2025"),
    ],
)
def test_a_figure_with_its_unit(tmp_path, where, column, language, text):
    assert figure(table(tmp_path, CSV), where, column, language) == text


@pytest.mark.parametrize(
    ("where", "column", "said"),
    [
        ({"Năm": "2024"}, "ty_le", "hợp với 2 hàng"),
        ({"Năm": "2023", "dot": "05/01/2026"}, "ty_le", "Không hàng nào của bảng “thu” hợp cùng lúc"),
        ({"dot": "05/01/2026"}, "nguoi", "để trống"),
        ({"Năm": "2023"}, "xx", "không có cột “xx”"),
        ({"zz": "1"}, "ty_le", "không có cột “zz”"),
    ],
)
def test_a_figure_that_is_not_certain_is_a_problem(tmp_path, where, column, said):
    found = figure(table(tmp_path, CSV), where, column, path="docs/a.md", line=3)
    assert isinstance(found, Problem) and said in found.message and (found.path, found.line) == ("docs/a.md", 3)


def test_the_skeleton_says_all_that_the_file_says_and_is_valid_but_for_what_it_cannot(tmp_path):
    path = tmp_path / "so-to.csv"
    path.write_text(
        "Bảng 2. Số tổ: toàn quốc,,\nNăm,Số tổ (tổ),Nguồn\n2023,10,https://a.vn/1\n2024,12,https://b.vn/2\nGhi chú: đếm,,\n",
        encoding="utf-8",
    )
    text = skeleton_meta(path, dt.date(2026, 11, 24))
    data = yaml.safe_load(text.split("---")[1])
    assert data["title"] == "Số tổ: toàn quốc" and data["so_lieu_den"] == "2024"
    assert [source["url"] for source in data["nguon"]] == ["https://a.vn/1", "https://b.vn/2"]
    assert data["cot"]["so_to_to"] == {"ten": "Số tổ", "kieu": "so", "don_vi": "tổ"}
    for source in data["nguon"]:
        source["ten"] = "Báo"
    declared = TableMeta.model_validate(data)
    table, problems = read_table(path, declared, "x.csv")
    assert table and not problems and table.columns[1].unit == "tổ"


def test_the_skeleton_of_a_doubtful_file_asks_the_right_questions(tmp_path):
    path = tmp_path / "xa.csv"
    path.write_text("Tỉnh,Số xã\nHuế,10.599\n", encoding="utf-8")
    text = skeleton_meta(path)
    assert (
        "dinh_dang_so:   # chọn" in text
        and 'so_xa: {ten: "Số xã", kieu: so}' in text
        and "ngay:   # ngày bạn viết" in text
    )
