"""A commune's own edition: its file is checked line by line, its names are printed and stay private."""

import subprocess
import sys
from dataclasses import replace

import pytest
from book_samples import bare, book, chapter, opened, pages, tag_names, warnings, web_links
from handbook.book.editions.commune_books import commune_books
from handbook.book.editions.commune_file import read_commune
from handbook.book.editions.published import published
from handbook.book.press.typeset import open_press, typeset
from support import ROOT

GOOD = """ten: Xã Thử
tinh: tỉnh Thử
to: Tổ thôn Một
thanh_vien:
  - ten: Người Thứ Nhất
    viec: Tổ trưởng
    dien_thoai: 0123 456 701
noi_can_biet:
  - {ten: Trụ sở xã, dia_chi: 'Thứ Hai đến thứ Sáu', dien_thoai: 01234567}
loi_nhan: Cứ gọi.
chuong: [ky-nang/hai]
in_gap_doi: true
"""


def sample():
    return book(
        chapter("ky-nang/mot", "Chương một", "Chữ của chương một.\n"),
        chapter("ky-nang/hai", "Chương hai", "Chữ của chương hai, xem [một](../mot/).\n"),
        front=(chapter("cach-dung", "Cách dùng", "Đọc từ đầu.\n"),),
    )


def made(text, tmp_path):
    return commune_books(text, "xa-thu.yml", "xa-thu", sample(), open_press(tmp_path))


def test_the_team_and_the_chosen_chapters_are_in_it(tmp_path):
    files, problems = made(GOOD, tmp_path)
    assert problems == () and list(files) == ["xa-thu.pdf", "xa-thu-in-gap-doi.pdf"]
    pdf = files["xa-thu.pdf"]
    text = [bare(page) for page in pages(pdf)]
    assert "XãThửtỉnhThử" in text[0]
    assert len(text) % 4 == 0  # folded sheets: the team stands on the back cover
    for words in ("Tổ thôn Một", "Người Thứ Nhất", "Tổ trưởng", "0123 456 701", "Trụ sở xã", "01234567"):
        assert bare(words) in text[-1]
    whole = "".join(text)
    assert bare("Cứ gọi.") in whole
    assert "Chữcủachươnghai" in whole and "Chữcủachươngmột" not in whole and "Đọctừđầu" not in whole
    assert "tel:0123456701" in web_links(pdf) and "https://vi.du/ky-nang/mot/" in web_links(pdf)
    with opened(pdf) as document:
        assert str(document.docinfo["/Title"]) == "Cẩm nang thử – Xã Thử, tỉnh Thử"
        assert document.open_metadata()["pdfuaid:part"] == "1"
    assert "/TH" in tag_names(pdf) and warnings(pdf) == ""


def test_same_file_same_bytes_and_a_neighbour_changes_nothing(tmp_path):
    first = made(GOOD, tmp_path / "a")[0]
    press = open_press(tmp_path / "b")
    commune_books(GOOD.replace("Xã Thử", "Xã Bên"), "x", "x", sample(), press)
    assert commune_books(GOOD, "xa-thu.yml", "xa-thu", sample(), press)[0] == first


def test_without_a_choice_the_whole_book_is_made(tmp_path):
    files, _ = made("ten: Xã Thử\ntinh: tỉnh Thử\n", tmp_path)
    text = bare("".join(pages(files["xa-thu.pdf"])))
    assert "Chữcủachươngmột" in text and "Chữcủachươnghai" in text and "Đọctừđầu" in text


@pytest.mark.parametrize(
    ("change", "line", "words"),
    [
        (("ten: Xã Thử\n", ""), 1, "Thiếu “ten”"),
        (("thanh_vien:", "thanh_vine:"), 4, "Có phải ý bạn là “thanh_vien”?"),
        (("    viec:", "    viecc:"), 6, "Có phải ý bạn là “viec”?"),
        (("0123 456 701", "gọi tổ trưởng"), 7, "số điện thoại chỉ gồm chữ số"),
        (("ky-nang/hai", "ky-nang/hia"), 11, "Có phải ý bạn là “ky-nang/hai”?"),
        (("in_gap_doi: true", "in_gap_doi: vâng"), 12, "true hoặc false"),
        (("loi_nhan: Cứ gọi.", "tinh: khác"), 10, "lần trước ở dòng 2"),
        (("tinh: tỉnh Thử", "tinh: tỉnh: Thử"), 2, "YAML sai"),
        (("[ky-nang/hai]", "ky-nang/hai"), 11, "danh sách"),
    ],
)
def test_mistakes_are_told_by_line_and_make_no_book(tmp_path, change, line, words):
    files, problems = made(GOOD.replace(*change), tmp_path)
    assert files == {}
    assert [(problem.path, problem.line) for problem in problems] == [("xa-thu.yml", line)]
    assert words in str(problems[0])


def test_all_mistakes_are_told_at_once():
    _, _, problems = read_commune("tenn: a\ntinh: b\nchu_to: to\n", "x.yml")
    assert [problem.line for problem in problems] == [1, 3, 1]


def test_a_letter_that_no_font_has_is_named(tmp_path):
    files, problems = made(GOOD.replace("Cứ gọi.", "Cứ gọi 😀."), tmp_path)
    assert files and [(problem.path, problem.code, problem.line) for problem in problems] == [
        ("xa-thu.yml", "sach-thieu-chu", 10)
    ]


def test_the_template_is_valid_and_harmless():
    text = (ROOT / "mau-xa.yml").read_text(encoding="utf-8")
    commune, _, problems = read_commune(text, "mau-xa.yml")
    assert problems == () and commune.name == "Xã Mẫu"
    assert all(
        set(one.phone) <= set("0123 ") and one.phone.startswith("0000 000")
        for one in (*commune.members, *commune.places)
    )


@pytest.mark.parametrize(
    ("name", "hidden"), [("xa-an-binh.yml", True), ("ban-xa/xa-an-binh.pdf", True), ("mau-xa.yml", False)]
)
def test_git_never_takes_a_commune_file(name, hidden):
    done = subprocess.run(["git", "-C", str(ROOT), "check-ignore", "-q", name], check=False)
    assert (done.returncode == 0) == hidden


def run(*arguments):
    done = subprocess.run(
        [sys.executable, str(ROOT / "hooks"), "book", *map(str, arguments)], capture_output=True, check=False
    )
    return done.returncode, done.stdout.decode()


@pytest.mark.parametrize("folder", ["site/tai-ve", "docs"])
def test_the_command_writes_nothing_into_the_site(tmp_path, folder):
    (tmp_path / "xa-thu.yml").write_text(GOOD, encoding="utf-8")
    status, text = run("--commune", tmp_path / "xa-thu.yml", "--out", ROOT / folder)
    assert status == 1 and "số điện thoại" in text


def test_published_editions_never_hold_a_commune():
    assert all(edition.book.options.commune is None for edition in published(sample()))


def test_large_print_and_grey_are_kept_in_a_commune_edition(tmp_path):
    files, _ = made(GOOD.replace("in_gap_doi: true", "chu_to: true\ntiet_kiem_muc: true"), tmp_path)
    with opened(files["xa-thu.pdf"]) as document:
        assert [round(float(side)) for side in document.pages[0].mediabox[2:]] == [595, 842]
    plain = typeset(replace(sample(), parts=()), tmp_path)[0]
    assert plain != files["xa-thu.pdf"]
