"""What a page's front matter says of it: tasks and competences, open questions, when its steps were tried."""

import datetime as dt
import re
from typing import get_args

import markdown
import pytest
from handbook.book.html_tree.book_links import LinkIndex
from handbook.book.html_tree.tree import build_tree
from handbook.load import read_catalog
from handbook.offline.epub.xhtml import read_body
from handbook.pagekeys.map_page import MAP_PAGE, map_text
from handbook.pagekeys.open_points import open_box, open_points
from handbook.pagekeys.tried import badge_of, is_old
from handbook.pagekeys.words import COMPETENCES, COMPETENCES_IN_FULL, LEGAL_TASKS, LEGAL_TASKS_IN_FULL
from handbook.site.pages.page_text import page_text
from handbook.site.pages.page_view import view_of
from handbook.source.schema import Tried
from handbook.source.schema_types import Competence, LegalTask
from lxml import html as parser

HEAD = "title: {}\nngay: 2026-11-{}\nthu_tu: {}\n"
FILES = {
    "ky-nang/vneid.md": HEAD.format("VNeID", 20, 10)
    + "nhiem_vu_to: [phan-anh, huong-dan]\nnang_luc: [an-toan, thiet-bi-dich-vu]\n"
    "da_thu:\n  - {ngay: 2026-08-15, ung_dung: VNeID, phien_ban: '2.2', cach: theo-huong-dan}\n"
    "chua_ro:\n  - {dieu: Mức phụ cấp & ngày, hoi: 'Bao nhiêu?', ai: Ủy ban nhân dân xã, truoc: 2027-02-28}\n"
    "  - {dieu: Thông tư 12/2026/TT-BKHCN ra chưa., hoi: ngày có hiệu lực}\n",
    "ky-nang/vneid.en.md": HEAD.format("Electronic identity", 20, 10),
    "ky-nang/hai.md": HEAD.format("Hai", 24, 20) + "da_thu: [{ngay: 2026-08-01, ung_dung: VssID}]\n",
    "tap-huan/buoi-1.md": HEAD.format("Buổi 1", 22, 10) + "nhiem_vu_to: [pho-cap]\nnang_luc: [an-toan]\n",
}


@pytest.fixture
def catalog(tmp_path):
    def read(files=FILES):
        for uri, head in files.items():
            path = tmp_path / "docs" / uri
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(f"---\n{head}---\nChữ.\n", encoding="utf-8")
        found = read_catalog(tmp_path / "docs", dt.date(2026, 11, 30))
        assert [str(problem) for problem in found.problems if "nguon" not in problem.code] == []
        return found

    return read


def url(key):
    return f"/{key}/"


@pytest.mark.parametrize("names", [LEGAL_TASKS, LEGAL_TASKS_IN_FULL, COMPETENCES, COMPETENCES_IN_FULL])
@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_value_has_its_name_in_the_decree_s_order(names, language):
    values = get_args(LegalTask if "huong-dan" in names[language] else Competence)
    assert tuple(names[language]) == values and all(names[language].values())


def test_a_page_shows_what_it_serves_in_the_decree_s_order_and_the_way_to_the_map(catalog):
    view = view_of("ky-nang/vneid", catalog(), "vi", url)
    assert view.served.tasks == "hướng dẫn dịch vụ số; phản ánh nhu cầu, khó khăn"
    assert view.served.competences == "thiết bị, dịch vụ số; an toàn"
    assert view.served.map_url == "/nhiem-vu/ban-do-nang-luc/"


def test_a_translation_says_the_same_without_repeating_the_keys(catalog):
    view = view_of("ky-nang/vneid", catalog(), "en", url)
    assert view.served.tasks == "guiding in digital services; reporting needs and difficulties"
    assert view.tried == "Follows the guide to VNeID 2.2 of 15 August 2026"


def test_a_page_that_names_nothing_shows_nothing(catalog):
    view = view_of("ky-nang/hai", catalog(), "vi", url)
    assert view.served is None and open_box(catalog().article("ky-nang/hai", "vi"), catalog()) == ""


def test_the_badge_tells_a_trial_from_a_guide(catalog):
    found = catalog()
    assert badge_of(found.article("ky-nang/vneid", "vi"), found, "vi") == "Theo hướng dẫn ngày 15/08/2026 của VNeID 2.2"
    assert badge_of(found.article("ky-nang/hai", "vi"), found, "vi") == "Đã thử 01/08/2026 trên VssID"
    assert badge_of(found.article("tap-huan/buoi-1", "vi"), found, "vi") == ""


@pytest.mark.parametrize(
    ("tried", "as_of", "old"),
    [
        ("2025-11-30", "2026-11-30", False),
        ("2025-11-29", "2026-11-30", True),
        ("2025-12-01", "2026-11-30", False),
        ("2024-02-29", "2025-02-28", False),
        ("2024-02-29", "2025-03-01", True),
    ],
)
def test_twelve_months(tried, as_of, old):
    assert is_old(Tried(date=dt.date.fromisoformat(tried), app="X"), dt.date.fromisoformat(as_of)) is old


def test_the_box_stands_at_the_end_of_the_page_s_text(catalog):
    found = catalog()
    html = markdown.markdown(page_text(found.article("ky-nang/vneid", "vi"), found, url), extensions=["admonition"])
    (box,) = parser.fromstring(f"<div>{html}</div>").xpath("./*[last()]")
    assert box.get("class") == "admonition question"
    assert [" ".join(item.text_content().split()) for item in box.iterfind(".//li")] == [
        "Mức phụ cấp & ngày. Hỏi Ủy ban nhân dân xã (trước 28/02/2027): Bao nhiêu?",
        "Thông tư 12/2026/TT-BKHCN ra chưa. Phải hỏi: ngày có hiệu lực.",
    ]


def test_a_translation_shows_the_original_s_questions_as_vietnamese(catalog):
    found = catalog()
    box = open_box(found.article("ky-nang/vneid", "en"), found)
    assert ">Still to be asked<" in box and box.count('<li lang="vi">') == 2


def test_the_box_is_a_box_in_the_book_and_in_the_epub(catalog):
    found = catalog()
    html = markdown.markdown(page_text(found.article("ky-nang/vneid", "vi"), found, url))
    links = LinkIndex({"ky-nang/vneid": frozenset()}, {}, {})
    nodes, problems = build_tree(html, "ky-nang/vneid", links, "docs/ky-nang/vneid.md")
    assert problems == () and (nodes[-1]["t"], nodes[-1]["title"]) == ("admonition", ["Còn phải hỏi lại"])
    body = read_body(html, "ky-nang/vneid", links, "docs/ky-nang/vneid.md", "vi")
    assert not body.problems and "Còn phải hỏi lại" in body.root.text_content()


def test_the_table_of_open_questions_has_the_soonest_first(catalog):
    points = open_points(catalog(), "vi", url)
    assert [(point.title, point.whom, point.by) for point in points] == [
        ("VNeID", "Ủy ban nhân dân xã", "2027-02-28"),
        ("VNeID", "", ""),
    ]


def test_the_map_lists_chapters_and_lessons_in_two_tables(catalog):
    found = catalog()
    article = found.article(MAP_PAGE, "vi")
    assert article.is_generated and article.meta.date == dt.date(2026, 11, 22)  # of the newest page in it
    tree = parser.fromstring(
        f"<div>{markdown.markdown(page_text(article, found, url), extensions=['attr_list'])}</div>"
    )
    tasks, groups = tree.xpath("//table")
    assert len(tasks.xpath("tbody/tr")) == 4 and len(groups.xpath("tbody/tr")) == 7
    cells = [cell.text_content() for cell in groups.xpath("tbody/tr[@id='an-toan']/*")]
    assert cells == ["Kỹ năng bảo đảm an toàn, an ninh mạng", "VNeID", "Buổi 1"]
    assert groups.xpath("tbody/tr[@id='an-toan']//a/@href") == ["/ky-nang/vneid/", "/tap-huan/buoi-1/"]
    assert [cell.text_content() for cell in tasks.xpath("tbody/tr[@id='canh-bao']/td")] == ["chưa có", "chưa có"]


def test_the_english_map_marks_what_is_not_translated(catalog):
    text = map_text(catalog(), "en", url)
    assert '<a href="/ky-nang/vneid/">Electronic identity</a>' in text
    assert '<a href="/tap-huan/buoi-1/" lang="vi">Buổi 1</a>' in text


def test_the_map_stands_last_in_its_part_and_only_where_there_is_something_to_map(catalog):
    found = catalog({**FILES, "nhiem-vu/mot.md": HEAD.format("Một", 20, 500)})
    section = found.article(MAP_PAGE, "vi").section
    assert [page.key for page in found.in_section(section, "vi")] == ["nhiem-vu/mot", MAP_PAGE]


def test_other_pages_may_lead_to_what_is_generated(catalog):
    links = "lien_quan: [nhiem-vu/ban-do-nang-luc.md, tinh-trang.md, tap-huan/index.md]\n"
    found = catalog({**FILES, "ky-nang/hai.md": FILES["ky-nang/hai.md"] + links})  # the fixture refuses problems
    assert MAP_PAGE in found.keys


def test_without_keys_there_is_no_map(catalog):
    found = catalog({"ky-nang/hai.md": FILES["ky-nang/hai.md"]})
    assert found.article(MAP_PAGE, "vi") is None


def test_an_editor_may_write_the_words_above_the_tables(catalog):
    found = catalog({**FILES, f"{MAP_PAGE}.md": HEAD.format("Bản đồ của tổ", 20, 15)})
    text = page_text(found.article(MAP_PAGE, "vi"), found, url)
    assert text.startswith("Chữ.") and re.findall('<table class="ban-do" aria-labelledby="(.*?)">', text) == [
        "nhiem-vu",
        "nang-luc",
    ]


def test_the_short_names_are_words_of_the_decree():
    """Each word of a short name stands in the full one, which is copied from the decree."""
    for short, full in ((LEGAL_TASKS, LEGAL_TASKS_IN_FULL), (COMPETENCES, COMPETENCES_IN_FULL)):
        for value, name in short["vi"].items():
            missing = set(name.lower().replace(",", "").split()) - set(
                full["vi"][value].lower().replace(",", "").split()
            )
            assert missing <= {"số"}, (value, missing)
