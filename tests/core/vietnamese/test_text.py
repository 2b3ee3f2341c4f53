"""Vietnamese text: normal form, folding, addresses, alphabetical order."""

import random
import unicodedata

import pytest
from handbook.vietnamese.text import collation_key, fold, nfc, slug
from markdown import Markdown
from markdown.extensions.toc import TocExtension

LETTERS = "aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵđ"


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("Điều 1", "dieu-1"),
        ("Đề án 06: dữ liệu dân cư", "de-an-06-du-lieu-dan-cu"),
        ("  Ưu đãi — “quà Tết”  ", "uu-dai-qua-tet"),
        ("ĐẶC KHU", "dac-khu"),
        (unicodedata.normalize("NFD", "Điều kiện đủ"), "dieu-kien-du"),
        ("…", "muc"),
    ],
)
def test_slug_keeps_d_and_is_ascii(text, address):
    assert slug(text) == address


def test_headings_get_these_anchors():
    html = Markdown(extensions=[TocExtension(slugify=slug)]).convert("## Điều 1\n\n## Điều 1\n")
    assert 'id="dieu-1"' in html and 'id="dieu-1_1"' in html


def test_every_letter_folds_to_ascii_in_both_cases_and_forms():
    for letter in LETTERS + LETTERS.upper():
        for form in ("NFC", "NFD"):
            folded = fold(unicodedata.normalize(form, letter))
            assert len(folded) == 1 and folded.isascii(), letter


def test_nfc_joins_what_macos_took_apart():
    assert nfc(unicodedata.normalize("NFD", "Tổ công nghệ số")) == "Tổ công nghệ số"


@pytest.mark.parametrize(
    "ordered",
    [
        ["a", "ă", "â", "b", "c", "d", "đ", "e", "ê", "g", "o", "ô", "ơ", "u", "ư", "v", "y"],
        ["ma", "mà", "mả", "mã", "má", "mạ", "mă"],
        ["An Giang", "Ăn uống", "Ấn phẩm", "Bảo hiểm", "Dữ liệu", "Đề án", "Êm", "Yên Bái"],
        ["Bảng 2", "Bảng 10"],
        ["căn", "căn cước", "căn cước điện tử", "căng"],
        ["2G", "An toàn"],
    ],
)
def test_vietnamese_order(ordered):
    shuffled = ordered[:]
    random.Random(1).shuffle(shuffled)
    assert sorted(shuffled, key=collation_key) == ordered


def test_order_is_not_that_of_code_points():
    assert sorted(["đa", "em", "da"]) != sorted(["đa", "em", "da"], key=collation_key)
