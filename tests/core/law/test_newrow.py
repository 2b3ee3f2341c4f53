"""A new row in the register: in its place, every other byte kept, nothing twice."""

import pytest
from handbook.law.new_row import RefusedError, add_row

HEADER = "so_hieu,loai,trich_yeu,co_quan_ban_hanh,tinh_trang,linh_vuc,xac_minh,ghi_chu"
TEXT = (
    f'{HEADER}\n13/2023/NĐ-CP,Nghị định,A,Chính phủ,het-hieu-luc,dữ liệu;mạng,mot-nguon,"hai\ndòng, một ô"\n'
    "749/QĐ-TTg,Quyết định,B,Thủ tướng,con-hieu-luc,chương trình,mot-nguon,\n"
)


def added(text, number, field=""):
    new, line = add_row(text, number, field)
    lines = new.splitlines()
    row = lines.pop(line - 1)
    assert lines == text.splitlines()
    return row, line


@pytest.mark.parametrize(
    ("typed", "row"),
    [
        ("148/2025/QH15", "148/2025/QH15,Luật,,Quốc hội,khong-ro,,chua-xac-minh,"),
        ("148/2025/nd-cp", "148/2025/NĐ-CP,Nghị định,,Chính phủ,khong-ro,,chua-xac-minh,"),
        ("131/QD-TTg", "131/QĐ-TTg,Quyết định,,Thủ tướng Chính phủ,khong-ro,,chua-xac-minh,"),
        (" 57 - NQ / TW ", "57-NQ/TW,Nghị quyết,,Bộ Chính trị,khong-ro,,chua-xac-minh,"),
        ("05/2026/TT-BKHCN", "05/2026/TT-BKHCN,Thông tư,,Bộ Khoa học và Công nghệ,khong-ro,,chua-xac-minh,"),
    ],
)
def test_a_row_is_filled_with_what_the_number_says(typed, row):
    assert added(TEXT, typed) == (row, 5)


def test_a_row_stands_beside_its_field():
    assert added(TEXT, "1/2026/NĐ-CP", "mạng") == ("1/2026/NĐ-CP,Nghị định,,Chính phủ,khong-ro,mạng,chua-xac-minh,", 4)


def test_marks_and_line_ends_of_windows_stay():
    text = "\ufeff" + TEXT.replace("\n", "\r\n")
    new, _ = add_row(text, "148/2025/QH15")
    assert new.startswith(text) and new.endswith("\r\n") and "\r\r" not in new and new.count("\n") == new.count("\r\n")


@pytest.mark.parametrize("cut", [TEXT.rstrip("\n"), TEXT + "\n"])
def test_the_row_is_a_line_of_its_own_however_the_file_ends(cut):
    assert "\n148/2025/QH15,Luật" in add_row(cut, "148/2025/QH15")[0]


@pytest.mark.parametrize(
    ("number", "field", "says"),
    [
        ("13/2023/ND-CP", "", "đã có ở dòng 2"),
        ("0749/QĐ-TTg", "", "đã có ở dòng 4"),
        ("abc", "", "không phải số hiệu"),
        ("", "", "không phải số hiệu"),
        ("148/2025/QH15", "vũ trụ", "chương trình, dữ liệu, mạng"),
    ],
)
def test_what_cannot_be_added_is_refused(number, field, says):
    with pytest.raises(RefusedError, match=says):
        add_row(TEXT, number, field)


def test_a_broken_register_is_left_alone():
    with pytest.raises(RefusedError, match="hỏng ở dòng"):
        add_row(TEXT + '9/QĐ-TTg,"x"y,z\n', "148/2025/QH15")
    with pytest.raises(RefusedError, match="so_hieu"):
        add_row("a,b\n1,2\n", "148/2025/QH15")
