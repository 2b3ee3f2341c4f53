"""Kit blocks reach the book as data, and every word of them the PDF."""

from pathlib import Path

import pikepdf
import pytest
from book_samples import bare, book, chapter, opened, pages, tag_names, warnings
from handbook.book.html_tree.book_links import LinkIndex
from handbook.book.html_tree.tree import build_tree
from handbook.book.press.typeset import typeset
from handbook.kit.markdown import KitBlocks
from handbook.offline.epub.xhtml import read_body
from markdown import Markdown

SAMPLE = (Path(__file__).parents[1] / "kit" / "sample.md").read_text(encoding="utf-8").split("---\n", 2)[2]


def converted(source):
    return Markdown(extensions=["md_in_html", KitBlocks()]).convert(source)


def tree_of(source, known):
    return build_tree(converted(source), "a", LinkIndex({}, {}, {}), "docs/a.md", known)[0]


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> bytes:
    pdf, problems = typeset(book(chapter("a", "Mẫu", SAMPLE, html=converted(SAMPLE))), tmp_path_factory.mktemp("sach"))
    assert pdf and not problems
    return pdf


def test_a_block_is_one_node_and_screens_in_a_row_are_one_too():
    nodes = tree_of(SAMPLE, SAMPLE)
    kinds = [node["kind"] for node in nodes if node["t"] == "kit"]
    assert kinds[:3] == ["chuoi", "man-hinh", "tin-nhan"] and kinds[-2:] == ["bieu-mau", "cau-hoi"]
    assert len(nodes[2]["screens"]) == 3 and nodes[2]["id"] == "a#vneid-dang-nhap"


def test_a_block_that_is_not_in_the_source_keeps_its_words():
    nodes = tree_of("/// man-hinh | Tên\nchu: Chữ\n///\n", "")
    assert not [node for node in nodes if node["t"] == "kit"] and "Chữ" in str(nodes)


def test_every_word_is_printed(made):
    text = bare("".join(pages(made)))
    for words in ("Gõ sáu số trong tin nhắn", "bị khóa sau 24 giờ", "Đợi hai phút", "quét mã là", "Có cấm mình hỏi",
                  "chìa khóa tài khoản", "#giumaotp", "ra công an xã hỏi", "Họ và tên", "Hình vẽ, không phải ảnh chụp"):  # fmt: skip
        assert bare(words) in text, words


def test_the_drawings_are_tagged_text_and_no_pictures(made):
    assert {"/Table", "/L", "/P"} <= tag_names(made) and not warnings(made)
    with opened(made) as pdf:
        assert pdf.Root.MarkInfo.Marked
        kinds = {str(item.get("/Subtype")) for item in pdf.objects if isinstance(item, pikepdf.Stream)}
    assert "/Image" not in kinds


def test_an_epub_chapter_keeps_the_words_of_every_block():
    body = read_body(converted(SAMPLE), "a", LinkIndex({}, {}, {}), "docs/a.md", "vi")
    assert body.problems == []
    text = bare(body.root.text_content())
    for words in ("Gõ sáu số trong tin nhắn", "bị khóa sau 24 giờ", "Đợi hai phút", "Họ và tên"):
        assert bare(words) in text
