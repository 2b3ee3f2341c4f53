"""Editions of the real handbook and of a page with mistakes: complete, tagged, told of once."""

import io

import pikepdf
import pytest
from handbook.book.press.saved_book import read_source
from handbook.book.press.typeset import open_press, typeset
from handbook.book.variants import chapter_edition, ink_saving, large_print, task_cards
from lxml import html as lxml_html
from support import pdf_text
from tagged import Tagged
from test_book import SCREEN_ONLY, TEXTS, drop, squash

CHAPTER = "ky-nang/vneid"


@pytest.fixture(scope="module")
def press(tmp_path_factory):
    return open_press(tmp_path_factory.mktemp("press"))


def test_a_book_of_other_files_is_not_taken_for_this_one(real):
    assert read_source("vi", "another digest", real.root / ".cache" / "book") is None


@pytest.mark.parametrize("kind", ["chapter", "grey", "large"])
def test_every_paragraph_cell_and_item_of_a_chapter_is_in_its_editions(real, real_book, press, kind):
    chapter = next(chapter for chapter in real_book.chapters if chapter.key == CHAPTER)
    edition = {"chapter": lambda one: one, "grey": ink_saving, "large": large_print}[kind](
        chapter_edition(real_book, chapter)
    )
    pdf, problems = typeset(edition, press.work_dir, press)
    assert problems == ()
    printed = squash(Tagged(pdf).root.text)
    article = lxml_html.fromstring(real.html(CHAPTER)).xpath("//article")[0]
    for element in article.xpath(SCREEN_ONLY):
        if element.getparent() is not None:
            drop(element)
    texts = [squash(element.text_content()) for element in article.xpath(TEXTS)]
    assert len(texts) > 30 and [text for text in texts if text not in printed] == []
    with pikepdf.open(io.BytesIO(pdf)) as document:
        metadata = document.open_metadata()
        assert (metadata["pdfuaid:part"], metadata["pdfaid:part"], str(document.Root.Lang)) == ("1", "2", "vi")
        assert str(document.docinfo["/Title"]).startswith(chapter.title)
        colours = {
            operator
            for page in document.pages
            for operands, operator in pikepdf.parse_content_stream(page)
            if str(operator) in ("rg", "RG", "sc", "SC", "scn", "SCN")
            and len({float(value) for value in operands if not isinstance(value, pikepdf.Name)}) > 1
        }
        assert bool(colours) != (kind == "grey")


def test_every_task_card_has_a_page_with_all_its_steps(real_book, press, tmp_path):
    (tmp_path / "a.pdf").write_bytes(typeset(task_cards(real_book), press.work_dir, press)[0])
    printed = [squash(page) for page in pdf_text(tmp_path / "a.pdf").split("\f")[:-1]]
    cards = [
        card
        for chapter in real_book.chapters
        for card in lxml_html.fromstring(f"<div>{chapter.html}</div>").xpath('.//section[@class="the-viec"]')
    ]
    assert len(cards) > 20 and len(printed) == len(cards)
    for card, page in zip(cards, printed, strict=False):
        assert all(squash(step.text_content()) in page for step in card.xpath(".//li[not(.//p or .//li)]|./p"))


def test_a_mistake_is_told_once_though_many_editions_hold_the_page(tiny):
    tiny.write("ky-nang/ba.md", "---\ntitle: Chương ba\nngay: 2026-01-05\nthu_tu: 30\n---\nCười 😀.\n")
    tiny.environment = {"HANDBOOK_BOOK": "all", "HANDBOOK_ENGLISH": "false"}
    assert tiny.build() == 1
    assert tiny.log.count("U+1F600") == 1 and "docs/ky-nang/ba.md:6: " in tiny.log
    assert (tiny.out / "tai-ve" / "ky-nang" / "ba.pdf").exists() and (
        tiny.out / "tai-ve" / "ky-nang" / "mot.pdf"
    ).exists()
