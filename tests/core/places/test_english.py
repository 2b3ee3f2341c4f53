"""Names of places on English pages."""

import datetime as dt

import pytest
from handbook.places.english import part_name, place_name
from handbook.places.words import day_text


@pytest.mark.parametrize(
    ("label", "english"),
    [
        ("tỉnh Lào Cai", "Lào Cai Province"),
        ("Thành phố Đồng Nai", "Đồng Nai City"),
        ("Xã Bát Xát", "Bát Xát Commune"),
        ("Phường 12", "Ward 12"),
        ("Quận Hà Đông", "Hà Đông District"),
        ("thị xã Sa Pa", "Sa Pa Town"),
        ("Thị trấn Lao Bảo", "Lao Bảo Township"),
        ("Xã Đàn", "Đàn Commune"),
        ("Cái Khế", "Cái Khế"),
    ],
)
def test_the_kind_of_a_place_stands_behind_its_name(label, english):
    assert place_name(label, "en") == english and place_name(label, "vi") == label


def test_what_part_of_a_former_commune_is_meant():
    text = "phần còn lại sau khi sáp nhập vào phường Cái Khế"
    assert part_name(text, "en") == "what was left after joining Cái Khế Ward" and part_name(text, "vi") == text
    two = "phần còn lại sau khi sáp nhập vào xã Phú Mỹ, xã Tân Hưng"
    assert part_name(two, "en") == "what was left after joining Phú Mỹ Commune and Tân Hưng Commune"
    assert part_name("một phần", "en") == "part" and part_name("bao gồm Hòn Đá Bạc", "en") == "bao gồm Hòn Đá Bạc"


def test_days_as_running_text_has_them():
    assert [day_text(dt.date(2026, month, 1), "vi") for month in (2, 4)] == ["01/02/2026", "01/4/2026"]
    assert day_text(dt.date(2026, 4, 30), "en") == "30 April 2026"
