"""Citations in converted pages, from pages.yaml."""

from pathlib import Path

import markdown
import pytest
import yaml
from handbook.law.citation_links import link_text
from handbook.law.markdown import LawExtension
from handbook.law.page_citations import PageSource

CASES = yaml.safe_load((Path(__file__).parent / "pages.yaml").read_text(encoding="utf-8"))
OTHERS = [
    "admonition",
    "attr_list",
    "footnotes",
    "tables",
    "toc",
    "pymdownx.details",
    "pymdownx.superfences",
    "pymdownx.tasklist",
]


@pytest.fixture
def convert(matcher):
    def page(text, line=1, language="vi", **options):
        extension = LawExtension(matcher, lambda slug: f"../van-ban/{slug}/")
        extension.open_page(PageSource("docs/x.md", text, line, language), **options)
        return markdown.markdown(text, extensions=[*OTHERS, extension]), extension.close_page()

    return page


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_page(convert, case):
    html, page = convert(case["text"])
    for part in case.get("html", ()):
        assert part in html
    for part in case.get("lacks", ()):
        assert part not in html
    assert [[item.slug, item.article, item.line, item.historical] for item in page.citations] == [
        [str(cell) if isinstance(cell, str) else cell for cell in item] for item in case.get("cites", ())
    ]
    problems = case.get("problems", ())
    assert [[problem.line, problem.code, problem.severity.name] for problem in page.problems] == [
        item[:3] for item in problems
    ]
    for problem, (*_, words) in zip(page.problems, problems, strict=True):
        assert words in problem.message and problem.path == "docs/x.md" and problem.fix


def test_the_page_is_otherwise_the_same(convert):
    text = "Đoạn *nhấn* `mã` [liên kết](a.md).\n\n| a | b |\n|---|---|\n| 24/7 | 2025/2026 |\n\n## Mục\n\n- [x] xong\n"
    assert convert(text)[0] == markdown.markdown(text, extensions=OTHERS)


def test_lines_count_from_the_front_matter(convert):
    _, page = convert("\nNghị định 13/2023/NĐ-CP", line=20)
    assert [problem.line for problem in page.problems] == [21]


def test_the_fix_names_the_replacement_and_the_mark(convert):
    (problem,) = convert("NĐ 13/2023")[1].problems
    assert "Nghị định 356/2025/NĐ-CP (văn bản thay thế)" in problem.fix and "*NĐ 13/2023*{.lich-su}" in problem.fix


def test_the_fix_of_an_unknown_number_is_a_question(convert):
    (problem,) = convert("Nghị định 13/2022/NĐ-CP")[1].problems
    assert problem.fix.startswith("Có phải ý bạn là “13/2023/NĐ-CP”?") and "docs/van-ban/van-ban.csv" in problem.fix


def test_english_pages_speak_english_and_may_leave_out_marks(convert):
    html, page = convert("Decree 13/2023/ND-CP and *Decree 13/2023/ND-CP*{.lich-su}", language="en")
    assert "(repealed)" in html and "(old document)" in html and "Replaced by: Nghị định 356/2025/NĐ-CP." in html
    assert [problem.code for problem in page.problems] == ["van-ban-cu"]


def test_a_page_may_be_read_without_links(convert):
    html, page = convert("Luật Căn cước", only_read=True)
    assert "<a" not in html and [item.slug for item in page.citations] == ["26-2023-qh15"]


def test_pages_do_not_mix(matcher):
    extension = LawExtension(matcher, lambda slug: slug)
    for text, slug in (("Luật Căn cước", "26-2023-qh15"), ("Luật Dữ liệu", "60-2024-qh15")):
        extension.open_page(PageSource("x.md", text))
        markdown.markdown(text, extensions=[extension])
        assert [item.slug for item in extension.close_page().citations] == [slug]


def test_plain_text_outside_markdown(matcher):
    html = link_text("<Điều 7> Nghị định 13/2023/NĐ-CP & Luật X", matcher, lambda slug: f"/{slug}/", "vi")
    assert html.startswith('&lt;Điều 7&gt; <a class="van-ban" href="/13-2023-nd-cp/"')
    assert html.endswith('</a> <span class="van-ban-tt">(hết hiệu lực)</span> &amp; Luật X')
