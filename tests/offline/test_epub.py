"""The EPUB: its files word for word, its standard, its links and its problems."""

import datetime as dt
import io
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from checkers import epubcheck
from handbook.book.model import Book, Chapter, Part
from handbook.offline.epub.epub import make_epub
from handbook.source.schema import Source
from lxml import etree

HERE = Path(__file__).parent
GOLDEN = HERE / "golden"
DAY = dt.date(2026, 11, 23)
PAGE = (GOLDEN / "page.html").read_text(encoding="utf-8")
# The smallest PNG there is: one white pixel.
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b55"
    "0000000a49444154789c63f80f0001010100c9189dd10000000049454e44ae426082"
)


@pytest.fixture
def book(tmp_path) -> Book:
    (tmp_path / "ky-nang").mkdir()
    (tmp_path / "ky-nang" / "diem.png").write_bytes(PIXEL)
    source = Source(ten="Báo Thử Nghiệm & bạn đọc", url="https://bao.example/?a=1&b=2", ngay="2026-01", cho="số liệu")
    one = Chapter(
        "ky-nang/mot",
        "Định danh & bảo mật",
        PAGE,
        "https://cam-nang.example/ky-nang/mot/",
        "vi",
        "docs/ky-nang/mot.md",
        "Tóm tắt <ngắn>.",
        DAY,
        (source,),
        "1",
        review_by=dt.date(2027, 5, 23),
    )
    two = Chapter(
        "ky-nang/hai",
        "Chương hai",
        '<h2 id="muc">Mục</h2><p>Hết.</p>',
        "https://cam-nang.example/ky-nang/hai/",
        number="2",
    )
    front = Chapter(
        "cach-dung",
        "Cách dùng",
        '<p>Đọc <a href="../ky-nang/mot/">chương một</a>.</p>',
        "https://cam-nang.example/cach-dung/",
    )
    parts = (
        Part("Kỹ năng số", "Từng bước.", "", (one, two), "ky-nang/index"),
        Part("Thuật ngữ", "", '<dl><dt id="otp">OTP</dt><dd>Mã dùng một lần</dd></dl>', (), "thuat-ngu/index"),
    )
    return Book(
        "Cẩm nang thử", "Cho người thử", "vi", "2026.11", DAY, "abc1234", DAY, (front,), parts, docs_dir=tmp_path
    )


def unpacked(epub: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(epub)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def text_of(content: bytes) -> str:
    return " ".join("".join(etree.fromstring(content).itertext()).split())


@pytest.mark.parametrize("name", ["package.opf", "nav.xhtml", "ky-nang_mot.xhtml", "imprint.xhtml"])
def test_files_are_as_agreed(book, name):
    """To agree to a change: write the new text into tests/offline/golden/ and read the difference."""
    epub, _ = make_epub(book)
    assert unpacked(epub)[f"EPUB/{name}"].decode() == (GOLDEN / name).read_text(encoding="utf-8")


def test_epubcheck_finds_nothing(book, tmp_path):
    epub, _ = make_epub(book)
    (tmp_path / "a.epub").write_bytes(epub)
    assert epubcheck(tmp_path / "a.epub") == ""


def test_the_container_begins_as_the_standard_says(book):
    epub, _ = make_epub(book)
    assert epub[30:58] == b"mimetypeapplication/epub+zip"


def test_the_same_book_gives_the_same_bytes(book):
    assert make_epub(book) == make_epub(book)


def test_what_only_a_screen_needs_is_gone_and_text_is_not(book):
    chapter = text_of(unpacked(make_epub(book)[0])["EPUB/ky-nang_mot.xhtml"])
    for lost in ("¶", "Bấm", "alert", "Ẩn đi"):
        assert lost not in chapter
    for kept in (
        "Định danh & bảo mật",
        "Tóm tắt <ngắn>.",
        "Android",
        "Mở CH Play.",
        "☑ Việc đã xong",
        "Câu trả lời",
        "Nội dung chú thích",
        "Chữ trong phần tử lạ",
        "Biểu đồ thử",
        "Báo Thử Nghiệm & bạn đọc",
    ):
        assert kept in chapter


def test_links_lead_to_chapters_headings_parts_or_the_web(book):
    chapter = etree.fromstring(unpacked(make_epub(book)[0])["EPUB/ky-nang_mot.xhtml"])
    links = {"".join(a.itertext()): a.get("href") for a in chapter.iter("{*}a")}
    assert links["mục của chương hai"] == "ky-nang_hai.xhtml#muc"
    assert links["mục không có"] == "ky-nang_hai.xhtml"
    assert links["OTP"] == "thuat-ngu_index.xhtml#otp"
    assert links["văn bản"] == "https://cam-nang.example/van-ban/x/"
    assert links["trang ngoài"] == "https://ngoai.example/"
    assert links["1"] == "#fn-1"


def test_an_untranslated_chapter_says_so_in_the_language_of_the_book(book):
    english = replace(book, language="en", front=(replace(book.front[0], is_fallback=True),))
    files = unpacked(make_epub(english)[0])
    page = etree.fromstring(files["EPUB/cach-dung.xhtml"])
    notice = page.find(".//{*}p[@class='thong-bao']")
    assert (page.get("lang"), notice.get("lang")) == ("vi", "en")
    assert "not been translated" in notice.text
    assert files["EPUB/package.opf"].decode().count("<dc:language>") == 2


def test_every_page_says_how_old_it_is(book):
    files = unpacked(make_epub(book)[0])
    assert "Xem lại trước 23/05/2027" in text_of(files["EPUB/ky-nang_mot.xhtml"])
    for name in ("ky-nang_hai", "cach-dung", "ky-nang_index", "thuat-ngu_index"):  # nobody named a day for these
        assert "Nội dung đến 23/11/2026" in text_of(files[f"EPUB/{name}.xhtml"]), name


def test_a_provinces_page_has_its_old_and_new_communes(book):
    annexed = replace(book.front[0], annex_html="<table><tr><th>Xã Cũ</th><td>Xã Mới</td></tr></table>")
    assert "Xã Cũ" in text_of(unpacked(make_epub(replace(book, front=(annexed,)))[0])["EPUB/cach-dung.xhtml"])


def test_a_translated_book_lists_once_what_is_missing(book):
    files = unpacked(make_epub(replace(book, language="en", untranslated=(("Law", ("Mức phạt",)),)))[0])
    assert "Not yet translatedLawMức phạt" in text_of(files["EPUB/imprint.xhtml"])


TABLE = (
    "<table><thead><tr><th>Năm</th><th>Số hộ</th></tr></thead><tbody><tr><th scope='row'>2025</th><td>1.234</td></tr>"
    "<tr><th scope='row'>2026</th><td></td></tr></tbody></table>"
)


def test_tables_are_stacked_rows_on_a_narrow_screen(book, browser, tmp_path):
    joined = TABLE.replace("<td>1.234</td>", '<td colspan="1">1.234</td>')
    files = unpacked(make_epub(replace(book, front=(replace(book.front[0], html=TABLE + joined),)))[0])
    for name, content in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(content)
    page = browser.new_page(viewport={"width": 360, "height": 640})
    try:
        page.goto((tmp_path / "EPUB" / "cach-dung.xhtml").as_uri())
        look = "element => getComputedStyle(element).display"
        assert [table.evaluate(look) for table in page.locator("table").all()] == ["block", "table"]
        named = "element => getComputedStyle(element, '::before').content"
        cells = page.locator("table.xep td")
        assert cells.nth(0).evaluate(named) == '"Số hộ: "' and cells.nth(1).evaluate(look) == "none"
        page.set_viewport_size({"width": 800, "height": 600})
        assert page.locator("table").first.evaluate(look) == "table"
        # A reader's dark page: our words take its colour.
        page.goto((tmp_path / "EPUB" / "ky-nang_mot.xhtml").as_uri())
        page.add_style_tag(content="body { background: #121212; color: #e8e8e8 }")
        assert page.locator(".so-chuong").evaluate("element => getComputedStyle(element).color") == "rgb(232, 232, 232)"
    finally:
        page.close()


def test_problems_name_the_file_and_the_book_is_still_made(book, tmp_path):
    epub, problems = make_epub(book)
    assert epub
    assert {problem.code for problem in problems} == {"epub-anh", "epub-phan-tu-la", "epub-svg"}
    assert {problem.path for problem in problems} == {"docs/ky-nang/mot.md"}
    assert sum("khong-co.png" in problem.message for problem in problems) == 1


def test_a_clean_book_has_no_problem(book):
    part = replace(book.parts[0], chapters=book.parts[0].chapters[1:])
    assert make_epub(replace(book, parts=(part,), front=()))[1] == ()
