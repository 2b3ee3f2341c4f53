"""File names: what is refused, and the name that is offered instead."""

import pytest
from handbook.source.file_names import check_name, is_litter, split_language


@pytest.mark.parametrize(
    "uri",
    [
        "index.md",
        "index.en.md",
        "chuyen-de/chu-ky-so.md",
        "chuyen-de/chu-ky-so.en.md",
        "so-lieu/5g-2026.csv",
        "so-lieu/bang.xlsx",
        "chuyen-de/hinh/so-do.png",
    ],
)
def test_good_names_pass(uri):
    assert check_name(uri, uri) == ()


@pytest.mark.parametrize(
    ("uri", "better"),
    [
        ("so-lieu/so-lieu.hn.csv", "so-lieu/so-lieu-hn.csv"),
        ("so-lieu/bang.v2.csv", "so-lieu/bang-v2.csv"),
        ("so-lieu/bang.vi.md", "so-lieu/bang-vi.md"),
        ("chuyen-de/Chữ ký số.md", "chuyen-de/chu-ky-so.md"),
        ("chuyen-de/chu_ky.md", "chuyen-de/chu-ky.md"),
        ("chuyen-de/ChuKy.MD", "chuyen-de/chuky.md"),
        ("Chuyên đề/a.md", "chuyen-de/a.md"),
        ("chuyen-de/bài.en.md", "chuyen-de/bai.en.md"),
    ],
)
def test_bad_names_are_refused_with_a_better_one(uri, better):
    (problem,) = check_name(uri, "docs/" + uri)
    assert problem.path == "docs/" + uri
    assert f"“{better}”" in problem.fix
    assert check_name(better, better) == ()


def test_a_dot_too_many_is_explained():
    (problem,) = check_name("so-lieu/so-lieu.hn.csv", "x")
    assert "mã ngôn ngữ" in problem.message


@pytest.mark.parametrize(
    ("uri", "litter"),
    [
        ("so-lieu/~$bang.xlsx", True),
        (".DS_Store", True),
        ("chuyen-de/.bai.md.swp", True),
        ("Thumbs.db", True),
        ("so-lieu/desktop.ini", True),
        ("so-lieu/bang.xlsx", False),
        ("index.md", False),
    ],
)
def test_what_programs_leave_behind(uri, litter):
    assert is_litter(uri) is litter


def test_language_suffix():
    assert split_language("a/x.en.md") == ("a/x.md", "en")
    assert split_language("a/x.md") == ("a/x.md", "vi")
    assert split_language("a/x.hn.md") == ("a/x.hn.md", "vi")
