"""Imposition for folding and stapling."""

import io

from book_samples import bare, book, chapter, opened, outline, pages
from handbook.book.press.booklet import booklet, gatherings, spreads
from handbook.book.press.typeset import typeset


def test_spreads_of_two_sheets():
    assert spreads(8) == [(7, 0), (1, 6), (5, 2), (3, 4)]


def test_every_page_is_printed_once():
    for count in (4, 8, 40):
        assert sorted(page for spread in spreads(count) for page in spread) == list(range(count))


def test_long_books_fall_into_even_gatherings():
    assert gatherings(5, 10) == [(0, 8)]
    assert gatherings(84, 10) == [(0, 28), (28, 28), (56, 28)]


def test_pages_stand_side_by_side_on_a4(tmp_path):
    pdf, _ = typeset(book(chapter("a/b", "Một chương", "Đoạn văn.\n")), tmp_path)
    sheets = booklet(pdf)
    count = len(pages(pdf))
    with opened(sheets) as document:
        assert len(document.pages) == 2 * -(-count // 4)
        box = [round(float(value)) for value in document.pages[0].mediabox]
        assert box == [0, 0, 839, 595]
    assert "Cẩmnangthử" in bare(pages(sheets)[0])
    assert booklet(pdf) == sheets


def test_title_language_and_outline_are_kept(tmp_path):
    chapters = (chapter(f"a/b{n}", f"Chương {n}", "Đoạn văn.\n\n## Mục\n\nĐoạn.\n") for n in range(5))
    pdf, _ = typeset(book(*chapters), tmp_path)
    sheets = booklet(pdf)
    with opened(sheets) as document:
        assert str(document.Root.Lang) == "vi" and document.Root.ViewerPreferences.DisplayDocTitle
        assert str(document.docinfo["/Title"]) == "Cẩm nang thử"
        assert document.open_metadata()["dc:title"] == "Cẩm nang thử"
    text = [bare(page) for page in pages(sheets)]
    found = outline(sheets)
    assert [(level, title) for level, title, _ in found] == [(level, title) for level, title, _ in outline(pdf)]
    assert all(bare(title.removeprefix("Phần 1. ")) in text[side - 1] for _, title, side in found)


def test_an_empty_page_leaves_its_half_of_the_sheet_empty(tmp_path):
    pdf, _ = typeset(book(*(chapter(f"a/b{n}", f"Chương {n}", "Đoạn văn.\n") for n in range(3))), tmp_path)
    with opened(pdf) as source:
        source.pages[1].Contents = source.make_stream(b"")
        changed = io.BytesIO()
        source.save(changed)
    with opened(booklet(changed.getvalue())) as document:
        drawn = [name for page in document.pages for name in page.resources.get("/XObject", {})]
        assert "/P1" not in drawn and {"/P0", "/P2"} <= set(drawn)
        assert all(
            stream.read_bytes().strip()
            for page in document.pages
            for stream in page.resources.get("/XObject", {}).values()
        )
