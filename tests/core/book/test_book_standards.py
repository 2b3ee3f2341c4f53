"""Every kind of edition before a judge who did not make it, and the judge before files that are not what they say."""

import io
import re

import pikepdf
import pytest
from book_samples import book, chapter, opened
from handbook.book.editions.published import Edition, make
from handbook.book.press.typeset import open_press
from handbook.book.variants import chapter_edition, ink_saving, large_print, part_edition, printers_file, task_cards
from pdf_judge import faults, structure_faults
from tagged import Tagged
from test_book_kit import SAMPLE, converted
from test_book_pdf import sample

KINDS = {
    "whole": lambda whole: whole,
    "part": lambda whole: part_edition(whole, whole.parts[0]),
    "chapter": lambda whole: chapter_edition(whole, whole.chapters[1]),
    "grey": ink_saving,
    "large": lambda whole: large_print(chapter_edition(whole, whole.chapters[1])),
    "printer": printers_file,
    "cards": task_cards,
    "kit": lambda whole: book(chapter("a", "Mẫu", SAMPLE, html=converted(SAMPLE))),
}


@pytest.fixture(scope="module")
def press(tmp_path_factory):
    return open_press(tmp_path_factory.mktemp("press"))


@pytest.mark.parametrize("kind", KINDS)
def test_an_edition_is_what_it_says(press, kind):
    pdf, problems = make(Edition("a.pdf", "A", "whole", KINDS[kind](sample())), press)
    assert problems == () and faults(pdf) == [] and structure_faults(Tagged(pdf), "Kỹ năng số") == []


@pytest.fixture(scope="module")
def good(press):
    return make(Edition("a.pdf", "A", "whole", sample()), press)[0]


def elements(document, kind):
    return [
        item
        for item in document.objects
        if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/StructElem" and item.get("/S") == kind
    ]


def without_alt(document):
    for figure in elements(document, "/Figure"):
        del figure["/Alt"]


def without_scope(document):
    for head in elements(document, "/TH"):
        del head["/A"]


def without_a_level(document):
    for heading in elements(document, "/H2"):
        heading["/S"] = pikepdf.Name.H5


def silent_links(document):
    for page in document.pages:
        for annotation in page.get("/Annots", ()):
            del annotation["/Contents"]


def without_tab_order(document):
    for page in document.pages:
        if "/Tabs" in page:
            del page.obj["/Tabs"]


def without_language(document):
    del document.Root["/Lang"]


def with_a_script(document):
    document.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")


def text_as_decoration(document):
    page = document.pages[-1]
    drawn = re.sub(rb"/\w+ ?<</MCID \d+>> ?BDC", b"/Artifact BMC", page.Contents.read_bytes())
    page.Contents = document.make_stream(drawn)


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (without_alt, "ALT"),
        (without_a_level, "HEADING"),
        (silent_links, "CONTENTS"),
        (without_language, "LANG"),
        (with_a_script, "PDFA2A"),
    ],
)
def test_the_judge_notices_what_the_standards_forbid(good, spoil, words):
    assert any(words in fault.upper() for fault in faults(spoilt(good, spoil)))


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (without_alt, "a picture described as"),
        (without_scope, "a head of no row or column"),
        (without_a_level, "H5 after"),
        (silent_links, "says nothing of where it leads"),
        (without_tab_order, "the tab key"),
        (without_language, "no language"),
        (text_as_decoration, "in no tag"),
    ],
)
def test_what_a_reader_would_stumble_over_is_noticed(good, spoil, words):
    assert any(words in fault for fault in structure_faults(Tagged(spoilt(good, spoil))))


def spoilt(pdf, spoil):
    with opened(pdf) as document:
        spoil(document)
        changed = io.BytesIO()
        document.save(changed)
    return changed.getvalue()


def test_a_stream_of_another_length_is_noticed(good):
    start = good.index(b"/Length ") + 8
    wrong = good[:start] + bytes([good[start] ^ 1]) + good[start + 1 :]
    assert any("has another length" in fault for fault in faults(wrong))
