"""A commune's packs carry its places, hours and numbers on cards, posters and scripts; mistakes are told with their line."""

import subprocess
from dataclasses import replace

import pikepdf
import pytest
from handbook.book.editions.commune_file import read_commune
from handbook.book.editions.crew import Wanted
from handbook.book.press.typeset import open_press
from handbook.packs.commune_packs import commune_packs
from handbook.packs.local_facts import LocalFacts
from test_packs import SAMPLE, handbook

BY_HAND = "\n/// to-in | Hỏi công an\nid: to-hoi\nkho: a5\ncau: Tắt máy rồi hỏi.\nso: ... | Công an xã mình\n///\n"
COMMUNE = """ten: Xã Phìn Ngan
tinh: tỉnh Lào Cai
to: Tổ công nghệ số thôn Một
thanh_vien:
  - ten: Lò Văn A
    viec: Tổ trưởng
    dien_thoai: 0912 345 678
noi_can_biet:
  - ten: Trung tâm Phục vụ hành chính công
    dia_chi: Thôn Hai, 7.30–16.30 thứ hai đến thứ sáu
    dien_thoai: 0214 000 111
  - ten: Công an xã Phìn Ngan
    dien_thoai: 0214 000 222
lop_hoc:
  - buoi: 6
    ngay: 2026-12-12
    gio: 19:30
    noi: Nhà văn hóa thôn Một
"""


def made(folder, text=COMMUNE):
    catalog, book = handbook(folder, extra=BY_HAND)
    book = replace(book, docs_dir=folder / "docs")
    out = folder / "ban-xa"
    names, problems = commune_packs(Wanted("xa-pn", text, "xa-pn.yml"), book, open_press(folder / "work"), out)
    return out, names, problems


def text_of(pdf):
    return " ".join(
        subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, check=True).stdout.decode().split()
    )


@pytest.fixture(scope="module")
def packs(tmp_path_factory):
    out, names, problems = made(tmp_path_factory.mktemp("xa"))
    assert problems == ()
    return out / "xa-pn", names


def test_every_file_is_there_and_tagged(packs):
    folder, names = packs
    assert set(names) == {
        f"xa-pn/{name}"
        for name in ("bo-in/buoi-6.pdf", "to-in.pdf", "bai-loa.pdf", "the-viec.pdf", "lich.ics", "lich.pdf")
    }
    for name in names:
        assert (folder.parent / name).is_file()
        if name.endswith(".pdf"):
            with pikepdf.open(folder.parent / name) as pdf:
                assert pdf.Root.MarkInfo.Marked and pdf.Root.Lang == "vi"


def test_the_pack_says_whom_to_call_when_and_where(packs):
    text = text_of(packs[0] / "bo-in/buoi-6.pdf")
    for words in (
        "Khi cần, gọi ai?",
        "Xã Phìn Ngan, tỉnh Lào Cai",
        "Lò Văn A",
        "0912 345 678",
        "7.30–16.30",
        "0214 000 111",
    ):
        assert words in text, words
    assert "Tổ công nghệ số thôn Một, Xã Phìn Ngan" in text  # the certificate is the team's


def test_cards_posters_and_scripts_carry_the_numbers(packs):
    folder = packs[0]
    posters = text_of(folder / "to-in.pdf")
    assert "0214 000 222" in posters and "Công an xã Phìn Ngan" in posters  # the blank is filled
    assert "7.30–16.30" in posters
    sheets = subprocess.run(["pdftotext", folder / "to-in.pdf", "-"], capture_output=True, check=True).stdout.decode()
    assert all(sheet.count("0214 000 222") <= 1 for sheet in sheets.split("\f"))  # told once on its own poster
    cards = subprocess.run(["pdftotext", folder / "the-viec.pdf", "-"], capture_output=True, check=True).stdout.decode()
    for card in cards.split("\f")[:-1]:
        assert "Xã Phìn Ngan" in card and "0214 000 111" in card
    scripts = text_of(folder / "bai-loa.pdf")
    assert "số không chín một hai ba bốn năm sáu bảy tám" in scripts and "Câu thêm của xã" in scripts
    calendar = text_of(folder / "lich.pdf")
    assert "12/12/2026" in calendar and "19:30, Nhà văn hóa thôn Một" in calendar and "12/03/2027" in calendar


def test_the_same_file_gives_the_same_bytes(packs, tmp_path):
    out, names, _ = made(tmp_path)
    for name in names:
        assert (out / name).read_bytes() == (packs[0].parent / name).read_bytes(), name


@pytest.mark.parametrize(
    ("line", "says", "at"),
    [("bo_in: không", "", 0), ("bo_in: [6]", "", 0), ("bo_in: [7]", "Không có buổi 7", 19), ("lop: [7]", "", 0)],
)
def test_which_packs_are_made_is_the_communes_choice(tmp_path, line, says, at):
    text = COMMUNE + line + "\n"
    _, names, problems = made(tmp_path, text)
    if line.startswith("lop:"):
        assert names == ()  # a key that there is not: told by the book, nothing is made
        return
    assert [(one.line, says in one.message) for one in problems] == [(at, True)] * bool(says)
    assert ("xa-pn/bo-in/buoi-6.pdf" in names) == (line == "bo_in: [6]")
    assert "xa-pn/lich.ics" in names


@pytest.mark.parametrize(
    ("old", "new", "line", "says"),
    [
        ("ngay: 2026-12-12", "ngay: 2026-02-30", 16, "một ngày có thật"),
        ("gio: 19:30", "gio: tối", 17, "giờ viết như 19:30"),
        ("buoi: 6", "buoi: sáu", 15, "số của một buổi"),
        ("noi: Nhà", "nơi_học: Nhà", 18, "Không có khóa"),
    ],
)
def test_a_mistake_in_a_class_is_told_with_its_line(old, new, line, says):
    _, _, problems = read_commune(COMMUNE.replace(old, new), "xa-pn.yml")
    assert [(one.line, says in f"{one.message} {one.fix}") for one in problems] == [(line, True)]


def test_the_sample_has_what_a_pack_shows():
    assert "/// bai-loa" in SAMPLE and "/// to-in" in SAMPLE


HEAD = "ten: Xã Phìn Ngan\ntinh: tỉnh Lào Cai\nto: Tổ công nghệ số thôn Một\n"
DESK = "noi_truc: Nhà văn hóa thôn Một\ngio_truc: sáng thứ bảy\n"
PHONE = "thanh_vien:\n  - {ten: Lò Văn A, viec: Tổ trưởng, dien_thoai: 0912 345 678}\n"


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ("", ""),
        (DESK, "Cần hỏi, bà con đến Tổ công nghệ số thôn Một, Nhà văn hóa thôn Một, sáng thứ bảy."),
        ("gio_truc: sáng thứ bảy\n", "Cần hỏi, bà con đến Tổ công nghệ số thôn Một, sáng thứ bảy."),
        (PHONE + DESK, ", hoặc đến Nhà văn hóa thôn Một, sáng thứ bảy."),
    ],
)
def test_a_script_ends_with_where_the_team_is_found(more, said):
    commune, _, problems = read_commune(HEAD + more, "xa-pn.yml")
    assert commune is not None and problems == ()
    line, takes = LocalFacts(commune).closing_line
    assert line == said or said and line.endswith(said)
    assert bool(takes) == bool(said)
