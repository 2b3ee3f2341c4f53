"""Whom to call in a province: sourced rows become lines to tap, the others are told of."""

import pytest
from handbook.places.checks import check_places
from handbook.places.province_page import province_text
from small_places import read, table

HEAD = "tinh,noi,noi_en,so_goi,dia_chi,de_lam_gi,ngay_nguon,nguon\n"
GOOD = (
    "Cả nước,Công an,Police,113,,Khẩn cấp,2025-09-15,https://a.vn/1\n"
    "Lào Cai,Tổng đài tỉnh,Switchboard,1022 (nhánh 3); 0214 3820 000,Phường Yên Bái,Hỏi thủ tục,2025-07-01,https://www.b.vn/2\n"
)


def page(docs, slug, language="vi"):
    catalog, places = read(docs)
    return province_text(places.province(slug), places, catalog, language, "", lambda key: f"/{key}/")


def test_a_province_has_its_own_numbers_first_then_those_of_all(docs):
    table(docs, "dau-moi-thu", HEAD + GOOD)
    text = page(docs, "lao-cai")
    part = text[text.index("## Khi cần, gọi ai?") :].partition("\n\n## ")[0]
    assert "[**1022**](tel:1022) (nhánh 3)" in part and "](tel:02143820000)" in part
    assert "Phường Yên Bái" in part and 'href="https://www.b.vn/2"' in part and ">b.vn</a>, 01/07/2025" in part
    assert part.index("Tổng đài tỉnh") < part.index("Ở mọi tỉnh") and "](tel:113)" in part
    other = page(docs, "son-la")
    assert "Tổng đài tỉnh" not in other and "](tel:113)" in other


def test_english_pages_have_english_words(docs):
    table(docs, "dau-moi-thu", HEAD + GOOD)
    text = page(docs, "lao-cai", "en")
    assert "## Whom to call" in text and "Switchboard:" in text and "police" in text and "Tổng đài tỉnh" not in text


def test_without_contacts_there_is_no_such_part(docs):
    assert "gọi ai" not in page(docs, "lao-cai")


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("Lào Cai,A,,1022,,B,,https://a.vn\n", "dau-moi-thieu"),
        ("Lào Cai,A,,1022,,B,2025-07-01,\n", "dau-moi-thieu"),
        ("Lào Cai,A,,hỏi xã,,B,2025-07-01,https://a.vn\n", "dau-moi-so"),
    ],
)
def test_a_row_that_nobody_can_check_or_dial_is_told(docs, row, code):
    table(docs, "dau-moi-thu", HEAD + GOOD + row)
    (problem,) = (one for one in check_places(read(docs)[0]) if one.code.startswith("dau-moi"))
    assert (problem.code, problem.line) == (code, 4)


def test_good_rows_are_not_told(docs):
    table(docs, "dau-moi-thu", HEAD + GOOD)
    assert not [one for one in check_places(read(docs)[0]) if one.code.startswith("dau-moi")]
