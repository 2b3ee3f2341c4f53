"""The pocket edition: 32 pages or a problem, a QR code a topic, a folded copy on eight sheets."""

import datetime as dt

import pikepdf
import pytest
from handbook.book.model import Book, BookOptions, Chapter, Part
from handbook.book.press.typeset import open_press
from handbook.load import read_catalog
from handbook.packs import POCKET, make_pocket
from handbook.packs.pocket import pocket_sheets
from markdown import Markdown

AS_OF = dt.date(2026, 11, 30)
TOPIC = "\n## Mục {}\n\n1. Việc làm ngay.\n\nĐọc thêm: [Một](https://vi.du/ky-nang/mot/).\n"


def source(folder, topics):
    docs = folder / "docs"
    page = docs / "tai-ve" / "bo-tui.md"
    page.parent.mkdir(parents=True)
    text = "".join(TOPIC.format(number) for number in range(topics))
    page.write_text(f"---\ntitle: Bỏ túi\n---\n\nLời trên trang.\n{text}", encoding="utf-8")
    article = read_catalog(docs, AS_OF).articles[POCKET, "vi"]
    return article, Markdown(extensions=["toc"]).convert(article.body)


def book():
    part = Part("P", chapters=(Chapter("ky-nang/mot", "Một", "<p>x</p>", "https://vi.du/ky-nang/mot/"),))
    return Book("Cẩm nang thử", "", "vi", "2026.11", AS_OF, "", AS_OF, (), (part,), BookOptions())


@pytest.mark.parametrize(("topics", "says"), [(30, ""), (29, "Thêm 1 trang"), (31, "Bớt khoảng 1 trang")])
def test_it_has_exactly_thirty_two_pages(tmp_path, topics, says):
    article, html = source(tmp_path, topics)
    made = list(make_pocket(article, html, book(), "https://vi.du/", open_press(tmp_path / "work"), tmp_path))
    problems = [problem for _, found in made for problem in found]
    assert [problem.path for problem in problems] == ["docs/tai-ve/bo-tui.md"] * bool(says)
    assert all(says in problem.fix for problem in problems)
    assert [file.name for file, _ in made] == ["bo-tui.pdf", "bo-tui-gap-doi.pdf", "bo-tui-chu-to.pdf"]
    with pikepdf.open(tmp_path / "bo-tui.pdf") as pdf, pikepdf.open(tmp_path / "bo-tui-gap-doi.pdf") as folded:
        assert len(pdf.pages) == topics + 2
        if topics == 30:
            assert len(folded.pages) == 16  # eight sheets, two sides each
    with pikepdf.open(tmp_path / "bo-tui-chu-to.pdf") as large:
        assert [round(float(side)) for side in large.pages[0].mediabox[2:]] == [595, 842]


def test_read_more_becomes_the_qr_code_of_its_topic(tmp_path):
    article, html = source(tmp_path, 1)
    cover, topic, back = pocket_sheets(article, html, {"ky-nang/mot": "https://vi.du/ky-nang/mot/"}, "https://vi.du/")
    assert topic["url"] == "https://vi.du/ky-nang/mot/" and "<svg" in topic["qr"]
    assert "Đọc thêm" not in str(topic["body"]) and "Lời trên trang" not in str(topic)
    assert back["url"] == "https://vi.du/" and cover["title"] == "Bỏ túi"
