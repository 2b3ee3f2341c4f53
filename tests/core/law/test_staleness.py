"""From a new law to the pages to review, and back to a clean handbook."""

import markdown
from handbook.law.markdown import LawExtension
from handbook.law.matcher import CitationMatcher
from handbook.law.page_citations import PageSource
from handbook.law.stale_citations import PageToReview, pages_to_review, review_table
from law_rows import NEWER, ROW

PAGES = {
    "docs/a.md": "Theo Nghị định 13/2023/NĐ-CP.\n\nLại NĐ 13/2023.",
    "docs/b.md": "Theo Nghị định 59/2022/NĐ-CP.",
    "docs/c.md": "Không dẫn gì, trực 24/7.",
}
OTHER = {**ROW, "so_hieu": "59/2022/NĐ-CP", "ngay_ban_hanh": "2022-09-05", "ngay_hieu_luc": "2022-10-20"}


def _check(register, pages):
    extension = LawExtension(CitationMatcher(register), lambda slug: slug)
    cited = []
    for path, text in pages.items():
        extension.open_page(PageSource(path, text, 5))
        markdown.markdown(text, extensions=["attr_list", extension])
        cited.append(extension.close_page())
    return pages_to_review(register, cited), [problem for page in cited for problem in page.problems]


def test_a_replacement_row_names_exactly_the_pages_that_cite_the_old_document(read):
    register, problems = read(ROW, OTHER)
    assert problems == () and _check(register, PAGES) == ((), [])

    register, problems = read({**ROW, "tinh_trang": "het-hieu-luc", "van_ban_thay_the": "356/2025/NĐ-CP"}, OTHER, NEWER)
    assert problems == ()
    (stale,), found = _check(register, PAGES)
    assert stale.document.number == "13/2023/NĐ-CP" and stale.replaced_by == ("Nghị định 356/2025/NĐ-CP",)
    assert stale.pages == (PageToReview("docs/a.md", (5, 7)),)
    assert [(problem.path, problem.line) for problem in found] == [("docs/a.md", 5), ("docs/a.md", 7)]

    mended = {**PAGES, "docs/a.md": "Theo Nghị định 356/2025/NĐ-CP, trước là *Nghị định 13/2023/NĐ-CP*{.lich-su}."}
    assert _check(register, mended) == ((), [])


def test_a_later_day_makes_pages_stale_too(read):
    newer = {**NEWER, "tinh_trang": ""}
    old = {**ROW, "tinh_trang": "", "van_ban_thay_the": "356/2025/NĐ-CP"}
    from datetime import date

    assert _check(read(old, newer, as_of=date(2025, 12, 31))[0], PAGES)[0] == ()
    assert len(_check(read(old, newer, as_of=date(2026, 1, 1))[0], PAGES)[0]) == 1


def test_the_table_for_editors(read):
    register, _ = read({**ROW, "van_ban_thay_the": "356/2025/NĐ-CP"}, NEWER)
    stale, _ = _check(register, PAGES)
    assert review_table(stale) == (
        "Nghị định 13/2023/NĐ-CP: hết hiệu lực từ 01/01/2026 → Nghị định 356/2025/NĐ-CP\n    docs/a.md (dòng 5, 7)\n"
    )
    assert review_table(()) == ""
