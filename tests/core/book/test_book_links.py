"""Where links lead: inside the book, online, nowhere."""

import pytest
from book_samples import chapter
from handbook.book.html_tree.book_links import LinkIndex, Target

INDEX = LinkIndex.of(
    [
        chapter("ky-nang/vneid", "A", html='<h2 id="dieu-1">x</h2>'),
        chapter("index", "Trang đầu", html="", url="https://vi.du/"),
        chapter("so-lieu/index", "Số liệu", html="", url="https://vi.du/so-lieu/"),
    ]
)


@pytest.mark.parametrize(
    ("href", "key", "expected"),
    [
        ("#dieu-1", "ky-nang/vneid", Target("label", "ky-nang/vneid#dieu-1")),
        ("../../ky-nang/vneid/", "phap-luat/x", Target("label", "ky-nang/vneid")),
        ("../../ky-nang/vneid/#dieu-1", "phap-luat/x", Target("label", "ky-nang/vneid#dieu-1")),
        ("../ky-nang/vneid/#khong", "so-lieu/index", Target("label", "ky-nang/vneid", missing="khong")),
        ("../..", "ky-nang/vneid", Target("label", "index")),
        ("../../so-lieu/", "ky-nang/vneid", Target("label", "so-lieu/index")),
        ("vneid.html", "ky-nang/khac", Target("label", "ky-nang/vneid")),
        ("https://vi.du/ky-nang/vneid/#dieu-1", "index", Target("label", "ky-nang/vneid#dieu-1")),
        ("../khac/", "ky-nang/vneid", Target("web", "https://vi.du/ky-nang/khac/")),
        ("https://dichvucong.gov.vn/a?b=1#c", "index", Target("web", "https://dichvucong.gov.vn/a?b=1#c")),
        ("mailto:a@b.vn", "index", Target("web", "mailto:a@b.vn")),
        ("javascript:void(0)", "index", Target("nothing")),
        ("../khac/", "khong/co-trong-sach", Target("nothing")),
    ],
)
def test_resolve(href, key, expected):
    assert INDEX.resolve(href, key) == expected


def test_pictures_are_found_below_docs():
    assert INDEX.file_of("../../hinh/a.png", "ky-nang/vneid") == "hinh/a.png"
    assert INDEX.file_of("../hinh/a%20b.png", "ky-nang/index") == "hinh/a b.png"
    assert INDEX.file_of("https://x.vn/a.png", "ky-nang/vneid") == "https://x.vn/a.png"
