"""What an editor writes into a front matter stays words on the finished page, whatever signs it holds."""

from html.parser import HTMLParser

import pytest
from support import TINY, make_site

REFRESH = '0;url=https://evil.example/" http-equiv="refresh'
QUOTES = "Bài có \"ngoặc kép\" & dấu 'nháy' trong tên"


class Tags(HTMLParser):
    def __init__(self):
        super().__init__()
        self.tags = []

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, attrs))


def tags_of(html):
    reader = Tags()
    reader.feed(html)
    return reader.tags


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    site = make_site(tmp_path_factory.mktemp("hostile") / "project", TINY)
    site.environment = {"HANDBOOK_BOOK": "false", "HANDBOOK_ENGLISH": "false"}
    one = "'" + QUOTES.replace("'", "''") + "'"
    two = "'" + REFRESH + "'"
    site.write(
        "chuyen-de/bai.md",
        f"---\ntitle: {one}\nngay: 2026-11-24\ntom_tat: {two}\ntu_khoa: [{two}]\n"
        f"lien_quan: [ky-nang/mot.md]\nnguon:\n  - {{ten: {two}, url: 'https://a.vn/?a=1&b=2', ngay: 2026-01-30, cho: {one}}}\n---\n\n"
        '## Mục & "nháy" a &lt; b\n\nNội dung.\n\n## Mục hai\n\nMột.\n\n## Mục ba\n\nHai.\n',
    )
    # It is told of, and where it is built all the same it is harmless.
    assert site.build() == 1 and "docs/chuyen-de/bai.md:4: Mục “tom_tat” ở đầu tệp có thuộc tính HTML." in site.log
    assert site.build(strict=False) == 0, site.log
    return site


def test_a_summary_never_becomes_an_attribute(hostile):
    html = hostile.html("chuyen-de/bai")
    tags = tags_of(html)
    assert [attrs for tag, attrs in tags if tag == "meta" and ("http-equiv", "refresh") in attrs] == []
    assert ("meta", [("name", "description"), ("content", REFRESH)]) in tags
    assert all("evil.example" not in name for _, attrs in tags for name, _ in attrs)


def test_a_quote_cuts_nothing_short(hostile):
    html = hostile.html("chuyen-de/bai")
    assert "<h1>Bài có &#34;ngoặc kép&#34; &amp; dấu &#39;nháy&#39; trong tên</h1>" in html
    cited = dict(
        next(attrs for tag, attrs in tags_of(html) if tag == "p" and dict(attrs).get("class") == "trich-dan noprint")
    )
    assert cited["data-trich-dan"].startswith(f"“{QUOTES}”")


def test_headings_are_escaped_once(hostile):
    html = hostile.html("chuyen-de/bai")
    assert "&amp;amp;" not in html and "&amp;lt;" not in html
    assert html.count('Mục &amp; "nháy" a &lt; b') >= 2  # the heading and its line in the list of headings


def test_every_page_that_lists_the_hostile_one_is_sound(hostile):
    for path in hostile.pages():
        for tag, attrs in tags_of(path.read_text(encoding="utf-8")):
            where = dict(attrs)
            if tag == "meta" and where.get("http-equiv", "").lower() == "refresh":  # of an old address, to its page
                assert "evil" not in where["content"], path
            assert not any(name.startswith("on") for name, _ in attrs), (path, tag, attrs)


def test_what_lies_behind_a_link_is_published_nowhere(tmp_path):
    site = make_site(tmp_path / "project", TINY)
    site.environment = {"HANDBOOK_BOOK": "false", "HANDBOOK_ENGLISH": "false"}
    outside = tmp_path / "ngoai"
    outside.mkdir()
    (outside / "mat.md").write_text("---\ntitle: Mật\nngay: 2026-11-24\n---\nBÍ MẬT\n", encoding="utf-8")
    (outside / "mat.txt").write_text("BÍ MẬT", encoding="utf-8")
    (site.docs / "cau-chuyen").symlink_to(outside)
    (site.docs / "chuyen-de" / "mat.txt").symlink_to(outside / "mat.txt")
    assert site.build() != 0 and "docs/cau-chuyen: Đây là liên kết" in site.log
    site.build(strict=False)
    assert not [path for path in site.out.rglob("*") if path.is_file() and "BÍ MẬT".encode() in path.read_bytes()]
