"""Names of places as people write them, and what a cell of the commune table says."""

import pytest
from handbook.places.former_units import former_units
from handbook.places.names import bracket_of, commune_name, province_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("TP.HCM", "Thành phố Hồ Chí Minh"),
        ("TP. Hồ Chí Minh (mới)", "Hồ Chí Minh"),
        ("Tỉnh Lào Cai", "lao cai"),
        ("T. Sơn La", "Sơn La"),
        ("Thừa Thiên – Huế", "TP Huế"),
        ("Bà Rịa – Vũng Tàu", "Bà Rịa - Vũng Tàu"),
        ("Thanh Hoá", "Thanh Hóa"),
        ("Yên Bái (nay Lào Cai)", "Yên Bái"),
        ("Đắc Lắc", "Đắk Lắk"),
        ("Tây Ninh", "tỉnh Tây Ninh"),
    ],
)
def test_two_ways_of_writing_one_province(one, other):
    assert province_key(one) == province_key(other) != ""


@pytest.mark.parametrize(
    ("one", "other"), [("Thái Bình", "Thái Nguyên"), ("Hà Nam", "Hà Nội"), ("Tuyên Quang", "Uyên Quang")]
)
def test_two_provinces_stay_two(one, other):
    assert province_key(one) != province_key(other)


def test_brackets_and_kinds():
    assert bracket_of("Đà Nẵng (cũ)") == "cũ" and bracket_of("Đà Nẵng") == ""
    assert commune_name("Thị trấn Bát Xát") == ("thị trấn", "Bát Xát")
    assert commune_name("P. Cái Khế") == ("phường", "Cái Khế") and commune_name("Bát Xát") == ("", "Bát Xát")


def test_former_units_of_a_cell():
    units = former_units(
        "Phường An Thới, Xã Tân Thành (huyện Hướng Hóa), "
        "Phường Bùi Hữu Nghĩa (phần còn lại sau khi sáp nhập vào phường Cái Khế, phường An Hòa), Rạch Ông"
    )
    assert [(unit.kind, unit.name, unit.district) for unit in units] == [
        ("phường", "An Thới", ""),
        ("xã", "Tân Thành", "huyện Hướng Hóa"),
        ("phường", "Bùi Hữu Nghĩa", ""),
        ("", "Rạch Ông", ""),
    ]
    assert units[2].part.startswith("phần còn lại") and units[0].part == ""
    assert former_units("giữ nguyên") == () == former_units("")
