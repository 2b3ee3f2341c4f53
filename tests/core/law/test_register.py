"""The register's table: what is read, and each mistake with its line."""

import datetime as dt

import pytest
from handbook.law.model import Reference, Status
from handbook.law.register import read_register
from handbook.law.register_rows import REQUIRED
from handbook.problem import Severity
from law_rows import AS_OF, NEWER, ROW


def _codes(problems):
    return [problem.code for problem in problems]


def test_a_row_becomes_a_document(register):
    document = register.get("26-2023-qh15")
    assert (document.number, document.kind, document.name, document.label) == (
        "26/2023/QH15",
        "Luật",
        "Luật Căn cước",
        "Luật Căn cước 26/2023/QH15",
    )
    assert document.issued == dt.date(2023, 11, 27) and document.effective == dt.date(2024, 7, 1)
    assert document.fields == ("căn cước", "định danh")
    assert document.amended_by == (Reference("118/2025/QH15", slug="118-2025-qh15"),)
    assert document.line == 15


def test_numbers_that_start_again_get_the_year_or_the_place_in_their_address(register):
    slugs = {document.slug for document in register.documents}
    assert {
        "98-nq-cp-2023",
        "98-nq-cp-2025",
        "26-2025-nq-hdnd-da-nang",
        "13-2023-nd-cp",
        "chuong-trinh-hanh-dong-so-20",
    } <= slugs


def test_only_the_year_of_issue_may_be_known(read):
    register, problems = read(
        {**ROW, "so_hieu": "24/CT-TTg", "loai": "Chỉ thị", "ngay_ban_hanh": "2025", "ngay_hieu_luc": ""}
    )
    (document,) = register.documents
    assert problems == () and (document.issued, document.year, document.slug) == (None, 2025, "24-ct-ttg-2025")


def test_a_reference_may_name_the_year_and_be_in_doubt(read):
    register, problems = read(
        {**ROW, "tinh_trang": "khong-ro", "van_ban_thay_the": "98/NQ-CP (2025)?"},
        {**ROW, "so_hieu": "98/NQ-CP", "loai": "Nghị quyết", "ngay_ban_hanh": "2023-01-01", "ngay_hieu_luc": ""},
        {**ROW, "so_hieu": "98/NQ-CP", "loai": "Nghị quyết", "ngay_ban_hanh": "2025-01-01", "ngay_hieu_luc": ""},
    )
    assert problems == ()
    assert register.documents[0].replaced_by == (Reference("98/NQ-CP", "2025", False, "98-nq-cp-2025"),)


def test_excel_of_a_vietnamese_windows_is_read(tmp_path, read):
    path = tmp_path / "excel.csv"
    cells = [";".join(REQUIRED), ";".join(ROW.get(column, "") for column in REQUIRED)]
    path.write_bytes("\ufeff".encode() + "\r\n".join(cells).encode())
    register, problems = read_register(path, "excel.csv", AS_OF)
    assert problems == () and register.documents[0].number == "13/2023/NĐ-CP"


def test_a_missing_column_is_named(tmp_path):
    path = tmp_path / "x.csv"
    path.write_text("so_hieu,loai,tinh_trag\n13/2023/NĐ-CP,Nghị định,con-hieu-luc\n", encoding="utf-8")
    register, problems = read_register(path, "x.csv", AS_OF)
    assert register.documents == () and _codes(problems) == ["cot-la", "cot-thieu"]
    assert "tinh_trang" in problems[0].fix and "trich_yeu" in problems[1].message


# One changed cell → the problem it makes, and words that the message must hold.
MISTAKES = [
    ({"so_hieu": ""}, "van-ban-thieu-so-hieu", "chưa có số hiệu"),
    ({"so_hieu": "13/2023/NĐ-CP (2023)"}, "van-ban-so-hieu", "không đúng dạng"),
    ({"so_hieu": "13/2023"}, "van-ban-so-hieu", "không đúng dạng"),
    ({"trich_yeu": ""}, "van-ban-thieu-o", "trich_yeu"),
    ({"ngay_ban_hanh": "2023-02-30"}, "van-ban-ngay", "2023-02-30"),
    ({"ngay_ban_hanh": "17/4/2023"}, "van-ban-ngay", "17/4/2023"),
    ({"ngay_hieu_luc": "2023"}, "van-ban-ngay", "ngay_hieu_luc"),
    ({"tinh_trang": "con-hieu-lực"}, "van-ban-lua-chon", "con-hieu-lực"),
    ({"loai": "Nghi dinh"}, "van-ban-lua-chon", "Nghi dinh"),
    ({"loai": "Quyết định"}, "van-ban-loai", "không khớp"),
    ({"xac_minh": "hai-nguon", "nguon_1": "https://example.org/a"}, "van-ban-nguon-thieu", "hai-nguon"),
    ({"nguon_1": "trang báo"}, "van-ban-nguon", "trang báo"),
    ({"van_ban_thay_the": "356/2025/NĐ-CP (câu thay thế)?x"}, "van-ban-tham-chieu", "câu thay thế"),
    ({"van_ban_thay_the": "356/2025/NĐ-CP"}, "van-ban-thay-the-la", "356/2025/NĐ-CP"),
    (
        {"ngay_ban_hanh": "2027-01-01", "so_hieu": "13/2027/NĐ-CP", "ngay_hieu_luc": "", "tinh_trang": ""},
        "van-ban-ngay-sau",
        "2027-01-01",
    ),
    ({"ngay_ban_hanh": "2022-04-17", "ngay_hieu_luc": "2023-07-01"}, "van-ban-nam-lech", "2023"),
    ({"ngay_hieu_luc": "2023-03-01"}, "van-ban-ngay-nguoc", "2023-03-01"),
    ({"het_hieu_luc": "2022-01-01", "tinh_trang": "het-hieu-luc"}, "van-ban-ngay-nguoc", "2022-01-01"),
    ({"het_giai_doan": "2022", "tinh_trang": "het-giai-doan"}, "van-ban-ngay-nguoc", "2022-12-31"),
    ({"tinh_trang": "het-hieu-luc"}, "van-ban-tinh-trang", "còn hiệu lực"),
    ({"tinh_trang": "het-giai-doan"}, "van-ban-tinh-trang", "còn hiệu lực"),
    ({"tinh_trang": "chua-hieu-luc"}, "van-ban-tinh-trang", "còn hiệu lực"),
    ({"het_hieu_luc": "2026-01-01"}, "van-ban-tinh-trang", "hết hiệu lực từ 01/01/2026"),
    ({"het_giai_doan": "2025"}, "van-ban-tinh-trang", "hết giai đoạn"),
    ({"ngay_hieu_luc": "2027-07-01"}, "van-ban-tinh-trang", "chưa có hiệu lực"),
    ({"ten_ngan": "Luật"}, "van-ban-ten-ngan", "quá chung chung"),
]


@pytest.mark.parametrize(("change", "code", "words"), MISTAKES, ids=[f"{code}-{words}" for _, code, words in MISTAKES])
def test_each_mistake_is_told_with_its_line(read, change, code, words):
    assert read({**ROW, "so_hieu": "1/2023/NĐ-CP"}, ROW)[1] == ()
    _, problems = read({**ROW, "so_hieu": "1/2023/NĐ-CP"}, {**ROW, **change})
    assert _codes(problems) == [code]
    assert problems[0].line == 3 and problems[0].path == "van-ban.csv"
    assert words in problems[0].message and problems[0].fix


def test_the_same_document_twice_is_an_error_at_the_second(read):
    register, problems = read(ROW, {**ROW, "trich_yeu": "Khác"})
    assert _codes(problems) == ["van-ban-trung"] and problems[0].line == 3 and "dòng 2" in problems[0].message
    assert [document.title for document in register.documents] == [ROW["trich_yeu"]]


def test_numbers_without_a_year_need_it_to_be_told_apart(read):
    row = {**ROW, "so_hieu": "71/NQ-CP", "loai": "Nghị quyết", "ngay_hieu_luc": ""}
    assert read({**row, "ngay_ban_hanh": "2016-08-05"}, {**row, "ngay_ban_hanh": "2025-04-01"})[1] == ()
    assert _codes(read({**row, "ngay_ban_hanh": ""}, {**row, "ngay_ban_hanh": ""})[1]) == ["van-ban-trung"]


def test_a_replacement_that_is_not_unique_asks_for_the_year(read):
    row = {**ROW, "so_hieu": "71/NQ-CP", "loai": "Nghị quyết", "ngay_hieu_luc": ""}
    _, problems = read(
        {**ROW, "van_ban_thay_the": "71/NQ-CP"},
        {**row, "ngay_ban_hanh": "2024-08-05"},
        {**row, "ngay_ban_hanh": "2025-04-01"},
    )
    assert _codes(problems) == ["van-ban-thay-the-trung"] and "(2024)" in problems[0].fix


def test_an_unknown_replacement_suggests_the_nearest_number(read):
    _, problems = read({**ROW, "van_ban_thay_the": "356/2026/NĐ-CP"}, NEWER)
    assert _codes(problems) == ["van-ban-thay-the-la"] and "Có phải ý bạn là “356/2025/NĐ-CP”?" in problems[0].fix


def test_a_replacement_older_than_what_it_replaces_is_impossible(read):
    _, problems = read(ROW, {**NEWER, "tinh_trang": "", "van_ban_thay_the": "13/2023/NĐ-CP"})
    assert _codes(problems) == ["van-ban-ngay-nguoc"] and problems[0].line == 3


def test_cycles_are_told_once_with_the_chain(read):
    row = {**ROW, "ngay_ban_hanh": "", "ngay_hieu_luc": "", "tinh_trang": ""}
    numbers = ["1/2020/NĐ-CP", "2/2020/NĐ-CP", "3/2020/NĐ-CP"]
    rows = [{**row, "so_hieu": number, "van_ban_thay_the": numbers[(i + 1) % 3]} for i, number in enumerate(numbers)]
    _, problems = read(*rows)
    assert _codes(problems) == ["van-ban-vong"]
    assert "1/2020/NĐ-CP → 2/2020/NĐ-CP → 3/2020/NĐ-CP → 1/2020/NĐ-CP" in problems[0].message
    _, problems = read({**row, "van_ban_thay_the": ROW["so_hieu"]})
    assert _codes(problems) == ["van-ban-vong"]


def test_an_effect_before_the_issue_may_be_stated(read):
    _, problems = read({**ROW, "ngay_hieu_luc": "2023-03-01", "ghi_chu": "Hiệu lực trở về trước theo Điều 40."})
    assert problems == ()


def test_two_laws_of_one_name_are_fine_while_one_is_in_force(read):
    law = {
        **ROW,
        "so_hieu": "24/2018/QH14",
        "loai": "Luật",
        "trich_yeu": "Luật An ninh mạng (2018)",
        "ngay_ban_hanh": "2018-06-12",
        "ngay_hieu_luc": "2019-01-01",
    }
    new = {**law, "so_hieu": "116/2025/QH15", "ngay_ban_hanh": "2025-12-10", "ngay_hieu_luc": "2026-07-01"}
    assert read({**law, "tinh_trang": "het-hieu-luc", "van_ban_thay_the": "116/2025/QH15"}, new)[1] == ()
    _, problems = read(law, new)
    assert _codes(problems) == ["van-ban-ten-trung"] and problems[0].severity is Severity.HINT


def test_the_status_is_kept_even_when_the_row_states_another(read):
    register, problems = read({**ROW, "van_ban_thay_the": "356/2025/NĐ-CP"}, NEWER)
    assert register.state(register.documents[0]).status is Status.REPEALED
    assert _codes(problems) == ["van-ban-tinh-trang"]
    assert problems[0].fix.startswith("Sửa tinh_trang thành “het-hieu-luc”")
