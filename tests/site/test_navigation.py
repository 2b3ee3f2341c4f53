"""Our item of the navigation says what the theme's says."""

import hashlib
from pathlib import Path

import material
from lxml import html as lxml_html

# The theme's file that overrides/partials/nav-item.html was made from.
KNOWN = "89895208f22d68ce405a4bcb6649b9150eba5bbb04663a6cb3f93f02daf1d2f7"


def test_the_theme_has_the_item_that_ours_was_made_from():
    file = Path(material.__file__).parent / "templates" / "partials" / "nav-item.html"
    assert hashlib.sha256(file.read_bytes()).hexdigest() == KNOWN, "so sánh với overrides/partials/nav-item.html"


def test_the_page_is_marked_its_section_is_open_and_others_are_links(built_tiny):
    tree = lxml_html.fromstring(built_tiny.html("ky-nang/mot"))
    (nav,) = tree.find_class("md-nav--primary")
    (current,) = nav.xpath('.//a[@aria-current="page"]')
    assert current.get("href") == "./" and " ".join(current.text_content().split()) == "Định danh điện tử"
    assert [link.get("href") for link in nav.xpath('.//nav[@data-md-level="1"]/ul/li/a')] == ["./", "../hai/"]
    assert nav.xpath('.//li[contains(@class, "md-nav__item--pruned")]/a[@href="../../chuyen-de/"]')
    assert nav.xpath('.//label[@for="__toc"]') and not nav.xpath('.//a[@href="../../chuyen-de/chu-ky-so/"]')


def test_a_long_section_lists_the_pages_around_and_a_way_to_all(tiny):
    for number in range(70):
        tiny.write(
            f"chuyen-de/bai-{number:02}.md",
            f"---\ntitle: Bài {number}\nngay: 2026-01-01\nnguon: [{{ten: Nguồn, ngay: 2026}}]\n---\nChữ.\n",
        )
    tiny.environment = {"HANDBOOK_BOOK": "false", "HANDBOOK_ENGLISH": "false", "HANDBOOK_PACK": "false"}
    assert tiny.build() == 0, tiny.log
    (nav,) = lxml_html.fromstring(tiny.html("chuyen-de/bai-35")).find_class("md-nav--primary")
    titles = [" ".join(link.text_content().split()) for link in nav.xpath('.//nav[@data-md-level="1"]//li/a')]
    assert "Bài 35" in titles and "Bài 20" in titles and "Bài 0" not in titles and len(titles) < 50
    assert titles[-1] == "Xem tất cả (71)"
    (index,) = lxml_html.fromstring(tiny.html("chuyen-de")).find_class("md-nav--primary")
    assert "Bài 0" in index.text_content() and "Bài 69" not in index.text_content()


def test_exercises_after_the_chapters_are_listed_on_the_index_alone(tiny):
    text = "---\ntitle: {}\ntom_tat: Một câu.\nngay: 2026-01-01\nthu_tu: {}\nphu_luc: có\nnguon: [{{ten: Nguồn, ngay: 2026}}]\n---\nChữ.\n"
    for name, order in (("xem-mot", 50), ("xem-hai", 60)):
        tiny.write(f"ky-nang/{name}.md", text.format(name, order))
    tiny.environment = {"HANDBOOK_BOOK": "false", "HANDBOOK_ENGLISH": "false", "HANDBOOK_PACK": "false"}
    assert tiny.build() == 0, tiny.log

    def listed(path):
        (nav,) = lxml_html.fromstring(tiny.html(path)).find_class("md-nav--primary")
        titles = [" ".join(link.text_content().split()) for link in nav.xpath('.//nav[@data-md-level="1"]//li/a')]
        return [title for title in titles if title.startswith(("xem-", "Xem tất cả"))]

    assert listed("ky-nang") == ["xem-mot", "xem-hai"]
    assert listed("ky-nang/mot") == ["Xem tất cả (4)"]
    assert listed("ky-nang/xem-hai") == ["xem-hai", "Xem tất cả (4)"]
