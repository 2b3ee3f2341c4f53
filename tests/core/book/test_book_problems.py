"""Bad input: named with file and line, and the rest of the book is still made."""

import base64

import pytest
from book_samples import bare, bodies, book, chapter, pages, tag_names
from handbook.book.html_tree.book_links import LinkIndex
from handbook.book.html_tree.tree import build_tree
from handbook.book.press.typeset import typeset

PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


def found(problems):
    return [(problem.path, problem.line, problem.code) for problem in problems]


def test_a_letter_that_no_font_has(tmp_path):
    text = "Trước\n\nCười 😀 nhé ✔\ufe0f.\n"
    pdf, problems = typeset(book(chapter("a/b", "Chương", text)), tmp_path)
    assert found(problems) == [("docs/a/b.md", 3, "sach-thieu-chu")]
    assert "U+1F600" in problems[0].message and "GRINNING FACE" in problems[0].message
    assert "Cười□nhé✔." in bare(bodies(pdf))


@pytest.mark.parametrize(
    ("name", "content"), [("khong-co.png", None), ("hong.png", b"\x89PNG nothing"), ("la.bmp", b"BM")]
)
def test_a_bad_picture_is_replaced_by_its_description(tmp_path, name, content):
    docs = tmp_path / "docs"
    (docs / "hinh").mkdir(parents=True)
    if content is not None:
        (docs / "hinh" / name).write_bytes(content)
    text = f"Một\n\n![Màn hình đăng nhập](../../hinh/{name})\n\nHai\n"
    pdf, problems = typeset(book(chapter("a/b", "Chương", text), docs_dir=docs), tmp_path / "w")
    assert found(problems) == [("docs/a/b.md", 3, "sach-hinh-hong")]
    assert bare("Một Màn hình đăng nhập Hai") in bare(bodies(pdf))


def test_a_good_picture_is_printed_with_its_description(tmp_path):
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "a.png").write_bytes(PIXEL)
    pdf, problems = typeset(
        book(chapter("a/b", "Chương", "![Một điểm ảnh](../../a.png)"), docs_dir=docs), tmp_path / "w"
    )
    assert not problems and pdf
    assert "/Figure" in tag_names(pdf)


def test_a_broken_chart_is_replaced_by_its_description(tmp_path):
    html = '<figure><figcaption>Tên</figcaption><svg xmlns="http://www.w3.org/2000/svg" aria-label="Cột"><rect</svg></figure><p>Sau</p>'
    pdf, problems = typeset(book(chapter("a/b", "Chương", html=html)), tmp_path)
    assert {problem.code for problem in problems} == {"sach-thieu-mo-ta", "sach-hinh-hong"}
    assert "Sau" in bodies(pdf)


def test_a_picture_without_description():
    html = '<p><img src="x.png"></p>'
    _, problems = build_tree(html, "a", LinkIndex({}, {}, {}), "docs/a.md", "abc\n![](x.png)", 5)
    assert found(problems) == [("docs/a.md", 6, "sach-thieu-mo-ta")]


def test_an_overlong_word_stays_on_the_page(tmp_path):
    pdf, problems = typeset(book(chapter("a/b", "Chương", "x" * 300 + " hết")), tmp_path)
    assert not problems and "x" * 300 in bare(bodies(pdf))


def test_one_page_that_the_compiler_refuses(tmp_path):
    deep = "<blockquote>" * 400 + "<p>sâu</p>" + "</blockquote>" * 400
    pdf, problems = typeset(
        book(chapter("a/hong", "Hỏng", html=deep), chapter("a/lanh", "Lành", "Chữ còn nguyên.")), tmp_path
    )
    assert found(problems) == [("docs/a/hong.md", 0, "sach-trang-hong")]
    assert "Chữ còn nguyên." in bodies(pdf)
    assert any("không dàn được" in page for page in pages(pdf))
