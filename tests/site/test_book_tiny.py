"""The book of the tiny site: every kind of block, and the same bytes twice."""

import pytest
from support import pdf_text



def text_of(site, name):
    return " ".join(pdf_text(site.out / "tai-ve" / name).split())


@pytest.mark.parametrize("words", [
    "Tóm tắt chương định danh.", "Điều 1. Định danh", "Không đưa mã OTP cho ai.", "1. Câu hỏi?", "Câu trả lời được gấp lại.",
    "Việc thứ nhất", "Việc đã xong", "Android", "Mở CH Play.", "iPhone", "Mở App Store.", "Kích hoạt", "Nhập mã.",
    "Nội dung chú thích cuối trang.", "1.234.567,5", "hơn 3.000.000", "Báo Thử Nghiệm", "mã lệnh",
])
def test_every_kind_of_block_is_printed(built_tiny, words):
    assert words in text_of(built_tiny, "cam-nang-chuyen-doi-so.pdf")


def test_a_link_inside_the_book_names_its_page(built_tiny):
    assert "chương một (tr." in text_of(built_tiny, "cam-nang-chuyen-doi-so.pdf").replace("\u00a0", " ")


def test_the_english_book_has_both_and_says_which_is_untranslated(built_tiny):
    text = text_of(built_tiny, "cam-nang-chuyen-doi-so.en.pdf")
    assert "Electronic identity" in text and "Chương hai" in text and "not been translated" in text


def test_the_same_input_gives_the_same_bytes(tiny, built_tiny):
    assert tiny.build() == 0, tiny.log
    for name in ("cam-nang-chuyen-doi-so.pdf", "cam-nang-chuyen-doi-so.en.pdf"):
        assert (tiny.out / "tai-ve" / name).read_bytes() == (built_tiny.out / "tai-ve" / name).read_bytes()
