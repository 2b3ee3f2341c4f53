"""Citations where no mark can be written: titles, summaries, explanations of the glossary."""

import pytest
from handbook.law.stale_citations import pages_to_review
from handbook.law.unmarked_citations import aside_citations


@pytest.mark.parametrize(
    "text", ["Theo Nghị định 13/2023/NĐ-CP, phải hỏi trước.", "13/2023/NĐ-CP", "Under Decree 13/2023/ND-CP."]
)
def test_a_stale_document_in_a_summary_is_a_problem_and_a_page_to_review(matcher, register, text):
    found = aside_citations("docs/chuyen-de/a.md", [("Bài", 2), (text, 4)], matcher)
    (problem,) = found.problems
    assert (problem.path, problem.line, problem.code) == ("docs/chuyen-de/a.md", 4, "van-ban-cu")
    assert "hết hiệu lực từ 01/01/2026" in problem.message and "356/2025/NĐ-CP" in problem.fix
    (stale,) = pages_to_review(register, [found])
    assert [(page.path, page.lines) for page in stale.pages] == [("docs/chuyen-de/a.md", (4,))]


@pytest.mark.parametrize(
    "text",
    [
        "Nghị định 356/2025/NĐ-CP thay Nghị định 13.",
        "Nghị định 13/2023/NĐ-CP đã hết hiệu lực.",
        "Trước đây theo Nghị định 13/2023/NĐ-CP.",
        "Luật Căn cước",
        "",
    ],
)
def test_what_is_in_force_or_said_to_be_old_is_none(matcher, text):
    assert aside_citations("a.md", [(text, 1)], matcher).problems == ()
