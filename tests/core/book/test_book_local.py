"""Editions of communes and provinces know their place: names are checked, and what is theirs comes first."""

from dataclasses import replace

import pytest
from book_samples import bare, book, chapter, pages
from handbook.book.editions.commune_books import commune_books
from handbook.book.editions.crew import Wanted, make_wanted, province_books
from handbook.book.press.typeset import open_press
from handbook.places.former_units import former_units
from handbook.places.local import Local
from handbook.places.register import Commune, PlaceRegister, Province

NORTH = Province(
    "Tuyên Quang",
    "tỉnh",
    "08",
    ("Hà Giang", "Tuyên Quang"),
    330,
    (117, 7, 0),
    0,
    (
        Commune("xã", "Quang Bình", former_units("Thị trấn Yên Bình, Xã Tân Nam, Xã Bằng Lang (một phần)")),
        Commune("xã", "Bằng Lang", former_units("Xã Bằng Lang, Xã Xuân Giang")),
        Commune("phường", "Hà Giang 1", former_units("Phường Nguyễn Trãi, Xã Phương Thiện")),
        Commune("xã", "Lao Chải", ()),
    ),
)
SOUTH = Province(
    "Cà Mau",
    "tỉnh",
    "96",
    ("Bạc Liêu", "Cà Mau"),
    164,
    (55, 9, 0),
    1,
    (Commune("xã", "Phú Tân", former_units("Thị trấn Cái Đôi Vàm, Xã Tân Hải")),),
)


def sample():
    made = book(
        chapter("ky-nang/mot", "Chương một", "Chữ của chương một.\n"),
        chapter("cau-chuyen/xa", "Chuyện xa", "Chuyện ở Cà Mau.\n"),
        chapter("cau-chuyen/gan", "Chuyện gần", "Chuyện ở Tuyên Quang.\n"),
        chapter("dia-phuong/tuyen-quang", "Tuyên Quang", "Hồ sơ tỉnh Tuyên Quang.\n"),
        chapter("dia-phuong/ca-mau", "Cà Mau", "Hồ sơ tỉnh Cà Mau.\n"),
    )
    stories = {"Tuyên Quang": ("cau-chuyen/gan",), "Cà Mau": ("cau-chuyen/xa",)}
    part = made.parts[0]
    places = tuple(one for one in part.chapters if one.key.startswith("dia-phuong/"))
    rest = tuple(one for one in part.chapters if one not in places)
    return replace(
        made,
        parts=(
            replace(part, chapters=rest),
            replace(part, title="Địa phương", key="dia-phuong/index", chapters=places),
        ),
        local=Local(PlaceRegister((SOUTH, NORTH)), stories),
    )


def made(text, tmp_path):
    return commune_books(text, "xa-thu.yml", "xa-thu", sample(), open_press(tmp_path))


# Ten files, good and bad.
GOOD = [
    ("ten: Xã Quang Bình\ntinh: tỉnh Tuyên Quang\n", "Xã Quang Bình"),
    ("ten: quang bình\ntinh: Tuyên Quang\ntiet_kiem_muc: có\n", "Xã Quang Bình"),
    ("ten: Lao Chải\ntinh: T. Tuyên Quang\nchu_to: x\n", "giữ nguyên"),
    ("ten: Phường Hà Giang 1\ntinh: Tỉnh Tuyên Quang\n", "Phường Hà Giang 1"),
]
BAD = [
    ("ten: Xã Quảng Bình\ntinh: Tuyên Quang\n", 1, "Có phải ý bạn là “Xã Quang Bình”?"),
    ("ten: Xã Quang Bình\ntinh: Hà Giang\n", 2, "Ghi tinh: Tuyên Quang."),
    ("ten: Xã Phú Tân\ntinh: Tuyên Quang\n", 1, "Nơi có tên này: tỉnh Cà Mau."),
    ("ten: Xã Tân Nam\ntinh: Tuyên Quang\n", 1, "nay thuộc Xã Quang Bình"),
    ("ten: Xã Quang Bình\ntinh: Tuyên Quangg\n", 2, "Có phải ý bạn là “Tuyên Quang”?"),
    ("ten: Xã Quang Bình\ntinh: Tuyên Quang\nchu_to: có\nin_gap_doi: có\n", 4, "giấy A3"),
    ("ten: Xã Mẫu\ntinh: tỉnh Mẫu\n", 1, "chữ mẫu"),
    ("ten: Xã Quang Bình\ntinh: Tuyên Quang\nthanh_vien: [{ten: A, dien_thoai: 0000 000 001}]\n", 3, "chữ mẫu"),
    ("ten: Xã Quang Bình\ntinh: Tuyên Quang\nthanh_vien: [{ten: A, dien_thoai: 912345678}]\n", 3, "thiếu số 0"),
    (f"ten: Xã {'Quang ' * 20}\ntinh: Tuyên Quang\n", 1, "bìa chỉ đủ chỗ cho 80"),
]


@pytest.mark.parametrize(("text", "words"), GOOD)
def test_a_good_file_makes_a_book_about_the_place(tmp_path, text, words):
    files, problems = made(text, tmp_path)
    assert problems == () and list(files) == ["xa-thu.pdf"]
    whole = bare("".join(pages(files["xa-thu.pdf"])))
    assert bare(words) in whole and bare("Hồ sơ tỉnh Tuyên Quang") in whole and bare("Hồ sơ tỉnh Cà Mau") not in whole
    assert bare("Khi cần, gọi ai?") not in whole  # nobody to call: no page
    # The province's story stands before everything else, and once.
    assert whole.index("ChuyệnởTuyênQuang") < whole.index("Chữcủachươngmột") < whole.index("ChuyệnởCàMau")
    assert whole.count("ChuyệnởTuyênQuang") == 1


@pytest.mark.parametrize(("text", "line", "words"), BAD)
def test_a_bad_file_is_refused_with_its_line(tmp_path, text, line, words):
    files, problems = made(text, tmp_path)
    assert files == {} and any(problem.line == line and words in str(problem) for problem in problems)


def test_old_names_are_told_with_what_was_divided(tmp_path):
    text = bare("".join(pages(made(GOOD[0][0], tmp_path)[0]["xa-thu.pdf"])))
    assert bare("Thị trấn Yên Bình") in text and bare("phần khác, hoặc nơi trùng tên: Xã Bằng Lang") in text


def test_all_mistakes_of_a_file_are_told_in_one_run(tmp_path):
    text = "ten: Xã Quảng Bình\ntinh: Tuyên Quang\nchuong: [ky-nang/mott]\nthanh_vien: [{ten: A, dien_thoai: gọi}]\nla: x\n"
    found = {(problem.line, problem.code) for problem in made(text, tmp_path)[1]}
    assert found == {(1, "xa-ten-la"), (3, "xa-chuong"), (4, "xa-gia-tri"), (5, "xa-khoa-la")}


def test_one_wrong_number_hides_no_other_mistake_of_the_list(tmp_path):
    text = (
        "ten: Xã Quang Bình\ntinh: Tuyên Quang\nthanh_vien:\n"
        "  - {ten: A, dien_thoai: gọi}\n  - {viec: B}\n  - {ten: C, dien_thoai: 0000 000 001}\n"
    )
    found = [(problem.line, problem.code) for problem in made(text, tmp_path)[1]]
    assert sorted(found) == [(4, "xa-gia-tri"), (5, "xa-thieu"), (6, "xa-chu-mau")]


def test_where_and_when_the_team_sits_stands_on_the_back_cover(tmp_path):
    text = "ten: Xã Quang Bình\ntinh: Tuyên Quang\nnoi_truc: Nhà văn hóa thôn Hạ\ngio_truc: sáng thứ Bảy\n"
    last = bare(pages(made(text, tmp_path)[0]["xa-thu.pdf"])[-1])
    assert bare("Khi cần, gọi ai?") in last and bare("Nhà văn hóa thôn Hạ, sáng thứ Bảy") in last
    sample_text = text.replace("sáng thứ Bảy", "Thứ mấy, từ mấy giờ đến mấy giờ")
    assert [problem.line for problem in made(sample_text, tmp_path)[1]] == [4]


def test_a_province_has_an_edition_of_its_own(tmp_path):
    press = open_press(tmp_path)
    files, problems = province_books("tuyen-quang", sample(), press)
    assert problems == () and list(files) == ["tinh-tuyen-quang.pdf"]
    whole = bare("".join(pages(files["tinh-tuyen-quang.pdf"])))
    assert bare("Tỉnh Tuyên Quang") in whole and bare("Hồ sơ tỉnh Cà Mau") not in whole
    for name, hint in (("tuyen-quag", "TINH=tuyen-quang"), ("ha-giang", "TINH=tuyen-quang"), ("zzz", "TINH=lao-cai")):
        files, (problem,) = province_books(name, sample(), press)
        assert files == {} and hint in problem.fix


def test_each_edition_of_a_list_has_an_answer(tmp_path):
    wanted = [Wanted(f"xa-{number}", "ten: A\n", "xa.yml") for number in range(3)]
    made = list(make_wanted(wanted, "of no pages", tmp_path / "work", tmp_path / "out"))
    assert [(names, [problem.code for problem in problems]) for names, problems in made] == [((), ["xa-trang-doi"])] * 3
