"""A small book compiled and read back."""

import datetime as dt
import re
import subprocess
import unicodedata
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from book_samples import (
    SOURCES,
    bare,
    bodies,
    book,
    chapter,
    internal_links,
    opened,
    outline,
    outside,
    pages,
    tag_names,
    warnings,
    web_links,
)
from handbook.book.editions.published import Edition, make
from handbook.book.html_tree.book_links import LinkIndex
from handbook.book.html_tree.tree import build_tree
from handbook.book.model import Book
from handbook.book.press.printers_file import spine_mm
from handbook.book.press.typeset import open_press, typeset
from handbook.book.variants import chapter_edition, ink_saving, large_print, part_edition, printers_file, task_cards
from handbook.cache.sealed import put_sealed

HERE = Path(__file__).parent
TEMPLATES = HERE.parents[2] / "overrides" / "book"
TEXT = (HERE / "moi-thu.md").read_text(encoding="utf-8")
LINES = [line for line in (HERE / "moi-thu.txt").read_text(encoding="utf-8").split("\n") if line]


def sample() -> Book:
    return book(
        chapter(
            "ky-nang/mot",
            "Chương một của sách",
            TEXT,
            summary="Tóm tắt của chương.",
            sources=SOURCES,
            number="1",
            review_by=dt.date(2027, 5, 24),
        ),
        chapter("ky-nang/hai", "Chương hai", "Về lại [chương một](../mot/#bang-so).\n\n## Cuối\n\nHết.\n", number="2"),
        front=(chapter("cach-dung", "Cách dùng", "Đọc từ đầu.\n"),),
    )


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> bytes:
    pdf, problems = typeset(sample(), tmp_path_factory.mktemp("sach"))
    assert problems == ()
    return pdf


def test_text_is_all_there_in_nfc(made):
    text = bodies(made)
    assert unicodedata.is_normalized("NFC", text)
    found = bare(text)
    at = 0
    for line in LINES:
        if line.startswith("Chú thích"):
            assert bare(line) in found  # at the foot of its page
            continue
        at = found.find(bare(line).replace("xã.Xem", "xã.1Xem"), at)
        assert at >= 0, line


def test_no_break_spaces_come_back_as_spaces(made):
    assert "Điều 8" in bodies(made).replace("\u00a0", " ") and "10.599 xã" in bodies(made).replace("\u00a0", " ")


def test_page_numbers_in_contents_and_outline_are_right(made):
    text = pages(made)
    found = outline(made)
    titles = [title for _, title, _ in found]
    assert [title for title in titles if "Chương" in title or "Cách" in title or "Phần" in title] == [
        "Cách dùng",
        "Phần 1. Kỹ năng số",
        "1. Chương một của sách",
        "2. Chương hai",
    ]
    assert "Bảng số" in titles and "Mục nhỏ" in titles
    contents = next(page for page in text if "Mục lục" in page)
    for _, title, page in found:
        name = title.removeprefix("1. ").removeprefix("2. ").removeprefix("Phần 1. ")
        assert bare(name) in bare(text[page - 1])
        if "Chương" in title or title == "Cách dùng":
            assert any(
                bare(line).startswith(bare(title)) and line.endswith(f" {page}") for line in contents.split("\n")
            ), title


def test_levels_of_the_outline(made):
    assert [(level, title) for level, title, _ in outline(made)][:6] == [
        (1, "Mục lục"),
        (1, "Cách dùng"),
        (1, "Phần 1. Kỹ năng số"),
        (2, "1. Chương một của sách"),
        (3, "Danh sách và việc"),
        (4, "Mục nhỏ"),
    ]


def test_page_references_and_links_are_right(made):
    places = {title: page for _, title, page in outline(made)}
    text = pages(made)
    here, there = places["1. Chương một của sách"], places["2. Chương hai"]
    assert f"chươnghai(tr.{there})" in "".join("".join(text).split())
    assert f"chươngmột(tr.{places['Bảng số']})" in "".join("".join(text).split())
    assert (here, there) in internal_links(made) and (there, places["Bảng số"]) in internal_links(made)


def test_links_out_of_the_book_lead_online(made):
    assert {
        "https://vi.du/ky-nang/khac/",
        "https://dichvucong.gov.vn/",
        "https://vi.du/ky-nang/mot/",
        SOURCES[0].url,
    } <= web_links(made)


def test_cover_imprint_heads_and_sources(made):
    text = pages(made)
    assert "Ấn bản 2026.11" in text[0] and "23/11/2026" in text[0] and "abc1234" in text[0]
    assert "không thay thế văn bản pháp luật" in text[1].replace("\n", " ") and "CC BY 4.0" in text[1]
    whole = bare("".join(text))
    assert bare("Tóm tắt của chương.") in whole and bare(LISTED) in whole
    question = next(page for page in text if "Mở App Store." in page)
    assert question.startswith(("Kỹ năng số", "Chương một của sách"))


# Name, publishing site, date: no address in print.
LISTED = "Báo Thử: một bài báo (vi-du.vn, 30/01/2026)"


def test_sources_stand_in_an_annex_of_a_book_and_after_a_chapter_alone(made, tmp_path):
    places = {title: page for _, title, page in outline(made)}
    text = pages(made)
    annex = places["Nguồn của từng chương"]
    assert [number for number, page in enumerate(text, 1) if bare(LISTED) in bare(page)] == [annex]
    assert f"Nguồn: tr. {annex}" in text[places["1. Chương một của sách"] - 1].replace("\u00a0", " ")
    alone = "".join(pages(typeset(chapter_edition(sample(), sample().chapters[1]), tmp_path)[0]))
    assert bare(LISTED) in bare(alone) and "quét mã QR ở đầu chương" in " ".join(alone.split())
    large = "".join(pages(typeset(large_print(chapter_edition(sample(), sample().chapters[1])), tmp_path)[0]))
    assert bare("Báo Thử") not in bare(large) and "quét mã QR ở đầu chương" in " ".join(large.split())
    assert not [found for found in (text, alone, large) if "12345.htm" in "".join(found)]


def test_every_chapter_says_when_it_is_to_be_checked_again(made):
    places = {title: page for _, title, page in outline(made)}
    assert "Xem lại trước 24/05/2027" in pages(made)[places["1. Chương một của sách"] - 1]
    assert "Xem lại" not in pages(made)[places["2. Chương hai"] - 1]  # its editor named no day
    assert "Nội dung đến 23/11/2026" in pages(made)[0]


def test_laws_are_indexed_without_an_address_and_words_with_their_pages(tmp_path):
    text = '<p>Theo <a class="van-ban" href="../../van-ban/69-2024-nd-cp/">Nghị định 69/2024/NĐ-CP</a>: VNeID.</p>'
    one = chapter(
        "ky-nang/mot", "Định danh", html=text, url="", keywords=("vneid", "định danh", "dinh danh", "01/7/2026")
    )
    pdf, problems = typeset(book(one, *(chapter(f"ky-nang/c{n}", f"Chương {n}", "Chữ.") for n in range(2))), tmp_path)
    places = {title: page for _, title, page in outline(pdf)}
    printed = [page.replace("\u00a0", " ") for page in pages(pdf)]
    assert problems == ()
    assert re.search(rf"Nghị định 69/2024/NĐ-CP\D*{places['Định danh']}", printed[places["Văn bản được dẫn"] - 1])
    words = printed[places["Tra theo từ"] - 1]
    assert f"Định danh: {places['Định danh']}" in words and f"VNeID: {places['Định danh']}" in words
    assert "dinh danh" not in words and "01/7" not in words


@pytest.mark.parametrize("edition", ["whole", "chapter", "grey", "large"])
def test_nothing_leaves_the_text_block(tmp_path, edition):
    long = "https://vi-du.vn/" + "%E1%BA%ADn-rat-dai-" * 12
    text = f"{TEXT}\n\nXem <{long}> và `{'mot_ten_dai.' * 12}`.\n\n| Tên | Địa chỉ |\n|---|---|\n| A | {long} |\n"
    whole = book(chapter("ky-nang/mot", "Chương một", text, sources=SOURCES, url=f"https://vi.du/{'ten-dai/' * 15}"))
    made = {
        "whole": lambda: whole,
        "chapter": lambda: chapter_edition(whole, whole.chapters[0]),
        "grey": lambda: ink_saving(whole),
        "large": lambda: large_print(chapter_edition(whole, whole.chapters[0])),
    }[edition]()
    pdf, problems = typeset(made, tmp_path)
    assert problems == () and outside(pdf, cover=edition in ("whole", "grey")) == []


def test_tags_language_title_and_standards(made):
    with opened(made) as document:
        assert str(document.Root.Lang) == "vi" and bool(document.Root.MarkInfo.Marked)
        assert bool(document.Root.ViewerPreferences.DisplayDocTitle)
        metadata = document.open_metadata()
        assert metadata["pdfuaid:part"] == "1"
        assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("2", "A")
        assert str(document.docinfo["/Title"]) == "Cẩm nang thử"
    assert {"/H1", "/H2", "/P", "/L", "/LI", "/Table", "/TH", "/TD", "/Link", "/Figure", "/Note", "/TOC"} <= tag_names(
        made
    )


def test_fonts_are_embedded_subsets(made):
    with opened(made) as document:
        names = {
            str(item.BaseFont): item
            for item in document.objects
            if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/Font" and "/FontDescriptor" in item
        }
        assert names and all("+" in name for name in names)
        assert any("SourceSansPro" in name for name in names)
        assert all(any(key in font.FontDescriptor for key in ("/FontFile2", "/FontFile3")) for font in names.values())


def test_poppler_has_nothing_to_say(made):
    assert warnings(made) == ""


def test_same_book_same_bytes(made, tmp_path):
    assert typeset(sample(), tmp_path)[0] == made


def test_a_book_set_before_is_not_set_again(tmp_path):
    typeset(sample(), tmp_path)
    (kept,) = (tmp_path / "kept").iterdir()
    put_sealed(kept, b"made earlier")
    assert typeset(sample(), tmp_path)[0] == b"made earlier"
    assert typeset(replace(sample(), edition="2027.01"), tmp_path)[0].startswith(b"%PDF")


def test_header_row_is_repeated_on_every_page(tmp_path):
    rows = "\n".join(f"| {number} | giá trị {number} |" for number in range(120))
    pdf, _ = typeset(book(chapter("a/b", "Bảng dài", f"| Số thứ tự | Giá trị |\n|---|---|\n{rows}\n")), tmp_path)
    with_rows = [page for page in pages(pdf) if "giá trị" in page]
    assert len(with_rows) > 2 and all("Số thứ tự" in page for page in with_rows)
    assert all(bare(f"{number}giá trị {number}") in bare(bodies(pdf)) for number in range(120))


@pytest.mark.parametrize("columns", [12, 30])
def test_tables_too_wide_for_the_page_lose_nothing(tmp_path, columns):
    head = "|".join(f"Cột {n}" for n in range(columns))
    row = "|".join(f"12.345.{n:03}" for n in range(columns))
    pdf, _ = typeset(book(chapter("a/b", "Rộng", f"|{head}|\n|{'---|' * columns}\n|{row}|\n")), tmp_path)
    whole = bare("".join(pages(pdf)))
    assert all(f"12.345.{n:03}" in whole for n in range(columns))


def test_thousands_of_rows(tmp_path):
    rows = "".join(f"<tr><td>xã {n}</td><td>gồm {n}</td></tr>" for n in range(1000))
    html = f"<table><caption>Xã</caption><thead><tr><th>Xã</th><th>Gồm</th></tr></thead><tbody>{rows}</tbody></table>"
    pdf, _ = typeset(book(chapter("a/b", "Các xã", html=html)), tmp_path)
    whole = bare("".join(pages(pdf)))
    assert all(f"xã{n}·gồm{n}" in whole for n in range(1000)) and len(pages(pdf)) < 20


def test_an_untranslated_chapter_says_so(tmp_path):
    made = book(chapter("a/b", "Chương", "Tiếng Việt.", is_fallback=True), language="en", title="Handbook")
    pdf, problems = typeset(made, tmp_path)
    assert problems == () and "has not been translated yet" in bodies(pdf)
    with opened(pdf) as document:
        assert str(document.Root.Lang) == "en"
        assert "vi" in {
            str(item.Lang) for item in document.objects if isinstance(item, pikepdf.Dictionary) and "/Lang" in item
        }


def test_editions(tmp_path):
    whole = sample()
    for made, expected in (
        (part_edition(whole, whole.parts[0]), "Chương hai"),
        (chapter_edition(whole, whole.chapters[1]), "Bảng số"),
        (large_print(whole), "Cách dùng"),
        (ink_saving(whole), "Cách dùng"),
    ):
        pdf, problems = typeset(made, tmp_path)
        assert problems == () and expected in "".join(pages(pdf))
    with opened(typeset(large_print(whole), tmp_path)[0]) as document:
        assert [round(float(value)) for value in document.pages[0].mediabox] == [0, 0, 595, 842]


def test_a_chapter_alone_links_online_and_names_its_book(tmp_path):
    whole = sample()
    pdf, _ = typeset(chapter_edition(whole, whole.chapters[2]), tmp_path)
    assert "https://vi.du/ky-nang/mot/#bang-so" in web_links(pdf) and "tr." not in bodies(pdf)
    assert "Cẩm nang thử" in bodies(pdf)
    with opened(pdf) as document:
        assert str(document.docinfo["/Title"]) == "Chương hai – Cẩm nang thử"


def test_large_print_has_no_small_type_and_is_not_justified(tmp_path):
    one = chapter("ky-nang/mot", "Chương một", f"{TEXT}\n\nGhi[^1].\n\n[^1]: Chú thích.\n", sources=SOURCES, number="1")
    pdf, problems = typeset(large_print(chapter_edition(book(one), one)), tmp_path)
    assert problems == ()
    (tmp_path / "a.pdf").write_bytes(pdf)
    command = ["pdftohtml", "-xml", "-i", "-stdout", str(tmp_path / "a.pdf")]
    xml = subprocess.run(command, capture_output=True, check=True, text=True).stdout
    sizes = {name: float(size) for name, size in re.findall(r'<fontspec id="(\d+)" size="(\d+)"', xml)}
    texts = re.findall(r'<text [^>]*font="(\d+)">(.*?)</text>', xml)
    # poppler enlarges by 1.5; a raised number of a note and a sub- or superscript are as small as such are
    small = [
        text
        for name, text in texts
        if sizes[name] < 24 and not re.fullmatch(r"\W*\d+\W*|\W*[a-z]\W*", re.sub("<[^>]*>", "", text))
    ]
    assert len(texts) > 50 and small == []
    assert "set par(justify: not look.large" in (TEMPLATES / "main.typ").read_text(encoding="utf-8")


def test_a_book_of_few_chapters_has_no_front_matter_but_a_cover(tmp_path):
    pdf, problems = typeset(book(chapter("ky-nang/mot", "Chương một", "Chữ.", sources=SOURCES)), tmp_path)
    text = pages(pdf)
    assert problems == () and len(text) == 2
    assert bare(LISTED) in bare(text[1]) and "không thay thế văn bản pháp luật" in " ".join(text[1].split())
    assert [title for _, title, _ in outline(pdf)] == ["Chương một"]
    many = pages(typeset(book(*(chapter(f"ky-nang/c{n}", f"Chương {n}", "Chữ.") for n in range(4))), tmp_path)[0])
    assert "Mục lục" in many[2] and "Về ấn bản này" in many[1]


def test_a_translated_book_lists_once_what_is_missing(tmp_path):
    left_out = (("Law", ("Chữ ký số", "Mức phạt")),)
    pdf, problems = typeset(book(chapter("a/b", "One", "Text."), language="en", untranslated=left_out), tmp_path)
    whole = " ".join("".join(pages(pdf)).split())
    assert problems == () and whole.count("Chữ ký số · Mức phạt") == 1 and "Not yet translated" in whole


def test_grey_has_no_colour(tmp_path):
    pdf, _ = typeset(ink_saving(sample()), tmp_path)
    with opened(pdf) as document:
        for page in document.pages:
            for operands, operator in pikepdf.parse_content_stream(page):
                if str(operator) in ("rg", "RG", "sc", "SC", "scn", "SCN") and len(operands) == 3:
                    assert len({float(value) for value in operands}) == 1


def test_task_cards_take_one_page_each(tmp_path):
    pdf, problems = typeset(task_cards(sample()), tmp_path)
    assert problems == () and len(pages(pdf)) == 1
    text = pages(pdf)[0]
    assert "Kích hoạt giúp một người" in text and "Để họ tự bấm." in text and "vi.du/ky-nang/mot" in text


def test_no_cards_no_file(tmp_path):
    assert typeset(task_cards(book(chapter("a/b", "Không thẻ", "Chữ."))), tmp_path) == (None, ())


def test_the_link_index_is_part_of_the_interface():
    index = LinkIndex.of([chapter("a/b", "B", "## Mục\n")])
    assert build_tree('<p><a href="#muc">x</a></p>', "a/b", index, "docs/a/b.md")[0][0]["c"][0]["to"] == "a/b#muc"


def test_the_printing_house_gets_bleed_trim_a_back_cover_and_pages_in_fours(tmp_path):
    edition = Edition("x.pdf", "X", "print", printers_file(sample()))
    pdf, problems = make(edition, open_press(tmp_path))
    text = pages(pdf)
    assert problems == () and len(text) % 4 == 0
    assert "Sách để kiểm thử" in text[0] and "Sách để kiểm thử" in text[-1] and "Ấn bản 2026.11" in text[-1]
    assert outside(pdf, margins=(21, 17)) == []
    cut = pytest.approx(3 * 72 / 25.4, abs=0.01)
    with opened(pdf) as document:
        for page in document.pages:
            media, trim = ([float(value) for value in box] for box in (page.mediabox, page.trimbox))
            assert [trim[0] - media[0], trim[1] - media[1], media[2] - trim[2], media[3] - trim[3]] == [cut] * 4
            assert page.bleedbox == page.mediabox
        trim = [float(value) for value in document.pages[0].trimbox]
        assert (trim[2] - trim[0]) / 72 * 25.4 == pytest.approx(148, abs=0.1)
        assert document.open_metadata()["pdfuaid:part"] == "1"
    assert warnings(pdf) == "" and make(edition, open_press(tmp_path / "b"))[0] == pdf
    assert spine_mm(400) == 20


@pytest.mark.parametrize("edition", ["whole", "part"])
def test_stories_follow_each_other_without_a_new_page(tmp_path, edition):
    stories = [chapter(f"cau-chuyen/c{n}", f"Câu chuyện {n}", "Chữ.", summary="Tóm tắt.") for n in range(8)]
    whole = book(*stories)
    pdf, problems = typeset(whole if edition == "whole" else part_edition(whole, whole.parts[0]), tmp_path)
    places = {title: page for _, title, page in outline(pdf)}
    assert problems == () and places["Câu chuyện 0"] == places["Câu chuyện 1"] < places["Câu chuyện 7"]


def test_tables_of_large_print_are_measured_in_the_type_they_get(tmp_path):
    table = "| Tên | Đơn vị | Giá trị | Nguồn số | Ghi thêm |\n|---|---|---|---|---|\n" + (
        "| lite.baomoi.com | triệuthuêbao | 1.234.567,89 | lite.baomoi.com | nghiêngngả |\n" * 2
    )
    one = chapter("ky-nang/mot", "Chương một", table)
    pdf, problems = typeset(large_print(chapter_edition(book(one), one)), tmp_path)
    assert problems == () and outside(pdf, cover=False) == []
