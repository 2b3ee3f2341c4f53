"""The book of the tiny site: every kind of block, and the same bytes twice."""

import hashlib

import pytest
from lxml import html as lxml_html
from pypdf import PdfReader
from support import pdf_text


def text_of(site, name):
    return " ".join(pdf_text(site.out / "tai-ve" / name).split())


@pytest.mark.parametrize(
    "words",
    [
        "Tóm tắt chương định danh.",
        "Điều 1. Định danh",
        "Không đưa mã OTP cho ai.",
        "1. Câu hỏi?",
        "Câu trả lời được gấp lại.",
        "Việc thứ nhất",
        "Việc đã xong",
        "Android",
        "Mở CH Play.",
        "iPhone",
        "Mở App Store.",
        "Kích hoạt",
        "Nhập mã.",
        "Nội dung chú thích cuối trang.",
        "1.234.567,5",
        "hơn 3.000.000",
        "Báo Thử Nghiệm",
        "mã lệnh",
    ],
)
def test_every_kind_of_block_is_printed(built_tiny, words):
    assert words in text_of(built_tiny, "cam-nang-chuyen-doi-so.pdf")


def test_a_link_inside_the_book_names_its_page(built_tiny):
    assert "chương một (tr." in text_of(built_tiny, "cam-nang-chuyen-doi-so.pdf").replace("\u00a0", " ")


def test_the_english_book_has_what_is_translated_and_names_the_rest_once(built_tiny):
    text = text_of(built_tiny, "cam-nang-chuyen-doi-so.en.pdf")
    chapters, missing = text.split("Not yet translated")
    assert "Electronic identity" in chapters and "An English paragraph." in chapters
    assert text.count("Chương hai") == missing.count("Chương hai") == 1 and "Electronic identity" not in missing


EDITIONS = {
    "cam-nang-chuyen-doi-so.pdf",
    "cam-nang-chuyen-doi-so-in-gap-doi.pdf",
    "cam-nang-chuyen-doi-so-nha-in.pdf",
    "cam-nang-chuyen-doi-so-tiet-kiem-muc.pdf",
    "the-viec.pdf",
    "the/kich-hoat.pdf",
    "ky-nang.pdf",
    "chuyen-de.pdf",
    "so-lieu.pdf",
    "ky-nang/mot.pdf",
    "ky-nang/mot-chu-to.pdf",
    "ky-nang/hai.pdf",
    "ky-nang/hai-chu-to.pdf",
    "chuyen-de/chu-ky-so.pdf",
    "chuyen-de/chu-ky-so-chu-to.pdf",
    "cam-nang-chuyen-doi-so.en.pdf",
    "ky-nang.en.pdf",
    "ky-nang/mot.en.pdf",  # the rest is not translated, and no English page has a card
    "ky-nang/mot-chu-to.en.pdf",
}


def pdfs(site):
    folder = site.out / "tai-ve"
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.pdf")}


def test_every_edition_is_published_under_its_lasting_name(built_tiny):
    assert set(pdfs(built_tiny)) == EDITIONS


def test_the_same_input_gives_the_same_bytes(tiny, built_tiny):
    tiny.environment = {"HANDBOOK_BOOK": "all"}
    assert tiny.build() == 0, tiny.log
    assert pdfs(tiny) == pdfs(built_tiny)


@pytest.mark.parametrize(("page", "language"), [("tai-ve", ""), ("en/tai-ve", ".en")])
def test_the_download_page_offers_every_edition_with_its_facts(built_tiny, page, language):
    root = lxml_html.fromstring(built_tiny.html(page))
    offered = {}
    for item in root.xpath("//li[@data-tep]"):
        for link in item.xpath("./a[@download]"):
            file = (built_tiny.out / page / link.get("href")).resolve()
            text = item.text_content()
            assert hashlib.sha256(file.read_bytes()).hexdigest() in text and "MB" in text and "2026" in text
            assert f"{len(PdfReader(file).pages)} {'pages' if language else 'trang'}," in text
            offered[item.get("data-tep")] = file
    wanted = {name for name in EDITIONS if name.endswith(".en.pdf") == bool(language)}
    assert wanted <= set(offered)
    assert all(file == (built_tiny.out / "tai-ve" / name).resolve() for name, file in offered.items())


@pytest.mark.parametrize(
    ("page", "name", "others"),
    [
        ("ky-nang/mot", "ky-nang/mot.pdf", ["the/kich-hoat.pdf", "the/kich-hoat.png"]),  # its card, to print or send
        ("en/ky-nang/mot", "ky-nang/mot.en.pdf", []),
        ("en/ky-nang/hai", "ky-nang/hai.pdf", []),  # an untranslated page offers the text that it shows
    ],
)
def test_a_chapter_offers_its_own_pdf_and_its_cards(built_tiny, page, name, others):
    folder = built_tiny.out / "tai-ve"
    links = lxml_html.fromstring(built_tiny.html(page)).xpath('//a[@download and contains(@href, "tai-ve")]')
    files = [(built_tiny.out / page / link.get("href")).resolve() for link in links]
    assert files == [(folder / file).resolve() for file in (name, *others)]
    assert [link.get("class") for link in links] == ["nut", *(None for _ in others)]
    signs = {".pdf": b"%PDF", ".png": b"\x89PNG"}
    assert all(file.read_bytes().startswith(signs[file.suffix]) for file in files)


@pytest.mark.parametrize(("value", "files", "status"), [("whole", 2, 0), ("false", 0, 0), ("hoa", 0, 1)])
def test_fewer_books_can_be_asked_for(tiny, value, files, status):
    tiny.environment = {"HANDBOOK_BOOK": value}
    assert tiny.build() == status
    assert (status == 1) == ("HANDBOOK_BOOK" in tiny.log)
    if status == 0:
        assert len(pdfs(tiny)) == files
        assert "Tải chương này" not in tiny.html("ky-nang/mot")
