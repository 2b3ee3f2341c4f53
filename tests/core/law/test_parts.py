"""Partial repeal and amendment: from a cell of the register to the page that cites the article."""

import datetime as dt

import markdown
import pytest
from handbook.law.document_pages import document_page
from handbook.law.markdown import LawExtension
from handbook.law.matcher import CitationMatcher
from handbook.law.model import State, Status
from handbook.law.page_citations import PageSource
from handbook.law.parts import Place, is_places, places_in, read_change, show_places
from handbook.law.register_index import index_page
from handbook.law.stale_citations import pages_to_review, review_table
from handbook.law.timeline import timeline
from handbook.law.unmarked_citations import aside_citations
from handbook.law.words import status_text
from law_rows import NEWER, ROW

OPEN = {**ROW, "tinh_trang": ""}
PARTLY = {
    **ROW,
    "tinh_trang": "het-hieu-luc-mot-phan",
    "dieu_het_hieu_luc": "Điều 5, khoản 2 Điều 7, Điều 20-22: 356/2025/NĐ-CP",
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Điều 5", [Place("5")]),
        ("điều 5a", [Place("5a")]),
        ("Điều 5, 7 và Điều 9", [Place("5"), Place("7"), Place("9")]),
        ("Điều 20-22", [Place("20"), Place("21"), Place("22")]),
        ("khoản 1, 2 Điều 8", [Place("8", "1"), Place("8", "2")]),
        ("điểm a, điểm đ khoản 1 Điều 8", [Place("8", "1", "a"), Place("8", "1", "đ")]),
        ("khoản 2 Điều 8, 9", [Place("8", "2"), Place("9")]),
        ("Điều 5, khoản 2 Điều 7", [Place("5"), Place("7", "2")]),
        ("point b clause 1 of Article 3", [Place("3", "1", "b")]),
        ("các\u00a0Điều 5 và 6", [Place("5"), Place("6")]),
        ("Chương V", []),
        ("", []),
    ],
)
def test_places_of_a_citation(text, expected):
    assert list(places_in(text)) == expected
    assert is_places(text) is bool(expected)


def test_places_are_shown_in_both_languages():
    places = places_in("Điều 5, điểm a khoản 2 Điều 7, Điều 20-22, 30")
    assert show_places(places, "vi") == "Điều 5, điểm a khoản 2 Điều 7, Điều 20-22, Điều 30"
    assert show_places(places, "en") == "Article 5, point a of clause 2 of Article 7, Articles 20-22, Article 30"
    assert places_in(show_places(places, "vi")) == places == places_in(show_places(places, "en"))


@pytest.mark.parametrize(
    ("whole", "part", "holds"),
    [
        (Place("5"), Place("5"), True),
        (Place("5"), Place("5", "2", "a"), True),
        (Place("7", "2"), Place("7", "2", "a"), True),
        (Place("7", "2"), Place("7"), False),
        (Place("7", "2"), Place("7", "3"), False),
        (Place("7", "2", "a"), Place("7", "2"), False),
        (Place("5"), Place("5a"), False),
    ],
)
def test_a_place_holds_what_lies_in_it(whole, part, holds):
    assert whole.holds(part) is holds


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Điều 5: 100/2026/NĐ-CP", ""),
        ("điều 5, 6:100/2026/NĐ-CP từ 2026-07-01", ""),
        ("khoản 1 Điều 5: 98/NQ-CP (2025)?", ""),
        ("100/2026/NĐ-CP", "dieu"),
        ("Chương V: 100/2026/NĐ-CP", "dieu"),
        ("Điều 5 và mục lục: 100/2026/NĐ-CP", "dieu"),
        ("Điều 5:", "dieu"),
        ("Điều 5: Luật mới", "so_hieu"),
        ("Điều 5: 100/2026/NĐ-CP từ 01/7/2026", "ngay"),
        ("Điều 5: 100/2026/NĐ-CP từ 2026-02-30", "ngay"),
    ],
)
def test_a_cell_of_the_register(text, wrong):
    change, found = read_change(text)
    assert found == wrong and (change is None) == bool(wrong)


@pytest.fixture
def register(read):
    found, problems = read(PARTLY, NEWER)
    assert problems == ()
    return found


@pytest.fixture
def convert(register):
    def page(text, language="vi"):
        extension = LawExtension(CitationMatcher(register), lambda slug: f"../{slug}/")
        extension.open_page(PageSource("docs/x.md", text, 10, language))
        return markdown.markdown(text, extensions=["attr_list", extension]), extension.close_page()

    return page


def test_the_status_is_derived_with_its_places(register):
    state = register.state(register.documents[0])
    assert state == State(
        Status.PARTLY, dt.date(2026, 1, 1), (Place("5"), Place("7", "2"), Place("20"), Place("21"), Place("22"))
    )
    assert status_text(state, "vi") == "hết hiệu lực một phần (Điều 5, khoản 2 Điều 7, Điều 20-22)"
    assert status_text(state, "en") == "partly repealed (Article 5, clause 2 of Article 7, Articles 20-22)"


@pytest.mark.parametrize(
    ("cell", "as_of", "status"),
    [
        ("Điều 5: 356/2025/NĐ-CP", "2025-12-31", Status.IN_FORCE),
        ("Điều 5: 356/2025/NĐ-CP", "2026-01-01", Status.PARTLY),
        ("Điều 5: 356/2025/NĐ-CP từ 2026-07-01", "2026-06-30", Status.IN_FORCE),
        ("Điều 5: 356/2025/NĐ-CP?", "2026-06-30", Status.IN_FORCE),
    ],
)
def test_a_part_ends_on_its_day_and_only_for_certain(read, cell, as_of, status):
    newer = {**NEWER, "tinh_trang": ""}
    register, problems = read({**OPEN, "dieu_het_hieu_luc": cell}, newer, as_of=dt.date.fromisoformat(as_of))
    assert [problem for problem in problems if problem.line == 2] == []
    assert register.state(register.documents[0]).status is status
    assert bool(register.repealed_part(register.documents[0], "Điều 5")) is (status is Status.PARTLY)


@pytest.mark.parametrize(
    ("stated", "status"),
    [("", Status.UNCLEAR), ("khong-ro", Status.UNCLEAR), ("het-hieu-luc-mot-phan", Status.PARTLY)],
)
def test_in_doubt_about_the_whole_the_part_is_still_gone(read, stated, status):
    row = {**PARTLY, "tinh_trang": stated, "van_ban_thay_the": "356/2025/NĐ-CP?"}
    register, problems = read(row, NEWER)
    assert problems == () and register.state(register.documents[0]).status is status
    assert register.repealed_part(register.documents[0], "Điều 5") is not None


def test_a_whole_repeal_says_more_than_a_part(read):
    row = {**PARTLY, "tinh_trang": "het-hieu-luc", "van_ban_thay_the": "356/2025/NĐ-CP"}
    register, problems = read(row, NEWER)
    assert problems == () and register.state(register.documents[0]).status is Status.REPEALED


@pytest.mark.parametrize(
    ("change", "code", "words"),
    [
        ({"dieu_het_hieu_luc": "Chương V: 356/2025/NĐ-CP"}, "van-ban-dieu", "không thấy điều nào"),
        ({"dieu_het_hieu_luc": "Điều 5: Luật mới"}, "van-ban-dieu", "không thấy số hiệu"),
        ({"dieu_sua_doi": "Điều 5: 356/2025/NĐ-CP từ 2026-02-30"}, "van-ban-dieu", "ngày không có thật"),
        ({"dieu_het_hieu_luc": "Điều 5: 356/2026/NĐ-CP", "tinh_trang": ""}, "van-ban-dieu-la", "356/2026/NĐ-CP"),
        ({"dieu_het_hieu_luc": "Điều 5: 356/2025/NĐ-CP"}, "van-ban-tinh-trang", "hết hiệu lực một phần (Điều 5)"),
        ({"tinh_trang": "het-hieu-luc-mot-phan"}, "van-ban-tinh-trang", "còn hiệu lực"),
    ],
)
def test_each_mistake_is_told_with_its_line(read, change, code, words):
    _, problems = read(NEWER, {**ROW, **change})
    assert [problem.code for problem in problems] == [code]
    assert problems[0].line == 3 and words in problems[0].message and problems[0].fix


def test_the_fix_of_a_status_without_articles_names_the_column(read):
    _, (problem,) = read({**ROW, "tinh_trang": "het-hieu-luc-mot-phan"})
    assert "dieu_het_hieu_luc" in problem.fix


def test_a_document_of_two_years_and_a_missing_day(read):
    row = {**ROW, "so_hieu": "71/NQ-CP", "loai": "Nghị quyết", "ngay_hieu_luc": ""}
    twice = [{**row, "ngay_ban_hanh": "2024-08-05"}, {**row, "ngay_ban_hanh": "2025-04-01"}]
    _, (problem,) = read({**OPEN, "dieu_het_hieu_luc": "Điều 5: 71/NQ-CP từ 2026-01-01"}, *twice)
    assert problem.code == "van-ban-dieu-trung" and "(2024)" in problem.fix
    _, (problem,) = read({**OPEN, "dieu_het_hieu_luc": "Điều 5: 71/NQ-CP (2025)"}, *twice)
    assert problem.code == "van-ban-dieu-ngay" and problem.line == 2


@pytest.mark.parametrize(
    ("text", "is_gone"),
    [
        ("Theo Điều 5 Nghị định 13/2023/NĐ-CP, …", True),
        ("Theo khoản 3 Điều 5 của Nghị định 13/2023/NĐ-CP, …", True),
        ("Theo khoản 2 Điều 7 Nghị định 13/2023/NĐ-CP, …", True),
        ("Nghị định 13/2023/NĐ-CP, Điều 21, …", True),
        ("Theo Điều 4 và Điều 5 Nghị định 13/2023/NĐ-CP, …", True),
        ("Theo Điều 6 Nghị định 13/2023/NĐ-CP, …", False),
        ("Theo Điều 7 Nghị định 13/2023/NĐ-CP, …", False),
        ("Theo khoản 1 Điều 7 Nghị định 13/2023/NĐ-CP, …", False),
        ("Theo Nghị định 13/2023/NĐ-CP, …", False),
        ("Theo Điều 5 Nghị định 356/2025/NĐ-CP, …", False),
    ],
)
def test_a_citation_of_the_repealed_part_is_told_and_shown(convert, text, is_gone):
    html, page = convert(text)
    assert ('<span class="van-ban-tt">(phần này đã hết hiệu lực)</span>' in html) is is_gone
    assert ('data-status="het-hieu-luc"' in html) is is_gone
    assert [(problem.code, problem.line) for problem in page.problems] == ([("van-ban-cu", 10)] if is_gone else [])
    assert [cited.needs_review for cited in page.citations] == [is_gone]


def test_the_problem_names_the_article_and_what_holds_now(convert):
    (problem,) = convert("Theo Điều 5 Nghị định 13/2023/NĐ-CP.")[1].problems
    assert problem.message.startswith(
        "Trang dẫn Điều 5 của Nghị định 13/2023/NĐ-CP, phần đã hết hiệu lực từ 01/01/2026"
    )
    assert "Nghị định 356/2025/NĐ-CP" in problem.fix and "{.lich-su}" in problem.fix


def test_the_old_provision_may_be_told_as_history(convert):
    html, page = convert("*Điều 5 Nghị định 13/2023/NĐ-CP*{.lich-su} từng quy định …")
    assert page.problems == () and "(quy định cũ)" in html
    html, page = convert("*Điều 6 Nghị định 13/2023/NĐ-CP*{.lich-su}")
    assert [problem.code for problem in page.problems] == ["van-ban-cu-sai"]
    assert "hết hiệu lực một phần" in page.problems[0].message


def test_english(convert):
    html, page = convert("Clause 2 of Article 7 of Decree 13/2023/ND-CP", "en")
    assert "(this part is repealed)" in html and [problem.code for problem in page.problems] == ["van-ban-cu"]


def test_the_table_of_pages_to_review(register, convert):
    pages = [convert("Điều 5 Nghị định 13/2023/NĐ-CP")[1], convert("Điều 6 Nghị định 13/2023/NĐ-CP")[1]]
    assert review_table(pages_to_review(register, pages)) == (
        "Nghị định 13/2023/NĐ-CP: hết hiệu lực một phần (Điều 5, khoản 2 Điều 7, Điều 20-22) → "
        "Nghị định 356/2025/NĐ-CP\n    docs/x.md (dòng 10)\n"
    )


def test_titles_and_summaries_too(register):
    matcher = CitationMatcher(register)
    texts = [("Điều 5 Nghị định 13/2023/NĐ-CP", 2), ("Điều 6 Nghị định 13/2023/NĐ-CP", 3)]
    assert [problem.line for problem in aside_citations("docs/a.md", texts, matcher).problems] == [2]
    assert aside_citations("docs/a.md", [("Điều 5 Nghị định 13/2023/NĐ-CP đã bãi bỏ", 2)], matcher).problems == ()


def test_its_page_the_other_page_and_the_index_show_it(register):
    old, new = register.documents
    page = document_page(old, register, "vi", (), lambda slug: f"../{slug}/")
    assert page.summary.endswith("Hết hiệu lực một phần (Điều 5, khoản 2 Điều 7, Điều 20-22).")
    assert (
        "<dt>Phần đã hết hiệu lực</dt><dd>Điều 5, khoản 2 Điều 7, Điều 20-22 theo "
        '<a href="../356-2025-nd-cp/">Nghị định 356/2025/NĐ-CP</a> từ 01/01/2026</dd>'
    ) in page.text
    assert ("2026-01-01", "Hết hiệu lực Điều 5, khoản 2 Điều 7, Điều 20-22 theo", new) in [
        (event.period, event.text, event.document) for event in timeline(old, register, "vi")
    ]
    assert "<dt>Bãi bỏ một phần</dt>" in document_page(new, register, "vi", (), str).text
    index = index_page(register, "vi", str).text
    assert 'data-tinh-trang="het-hieu-luc-mot-phan"' in index and "hết hiệu lực một phần (Điều 5" in index


def test_amended_articles_are_shown_and_their_document_is_known_to_amend(read):
    register, problems = read({**ROW, "dieu_sua_doi": "Điều 8: 356/2025/NĐ-CP"}, NEWER)
    old, new = register.documents
    assert problems == () and register.state(old).status is Status.IN_FORCE
    assert register.amended(new) == (old,)
    assert "<dt>Phần đã được sửa đổi</dt><dd>Điều 8 theo" in document_page(old, register, "vi", (), str).text
    extension = LawExtension(CitationMatcher(register), str)
    extension.open_page(PageSource("docs/x.md", "", 1))
    html = markdown.markdown("Điều 8 Nghị định 13/2023/NĐ-CP", extensions=[extension])
    assert "Phần đã được sửa đổi: Điều 8 theo Nghị định 356/2025/NĐ-CP." in html
    assert extension.close_page().problems == ()
