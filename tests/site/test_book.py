"""The printed book, read back: complete, in order, linked, tagged, light."""

import re
import subprocess
import unicodedata
from dataclasses import replace

import pytest
from handbook.book.press.typeset import typeset
from handbook.book.variants import part_edition
from lxml import html as lxml_html
from pdf_judge import faults, structure_faults
from pypdf import PdfReader
from support import AS_OF_WRITTEN, pdf_text
from tagged import Tagged

BOOKS = {"vi": "cam-nang-chuyen-doi-so.pdf", "en": "cam-nang-chuyen-doi-so.en.pdf"}
PARTS = (
    "chinh-sach",
    "phap-luat",
    "nhiem-vu",
    "ky-nang",
    "san-xuat",
    "tuyen-truyen",
    "tap-huan",
    "chuyen-de",
    "cau-chuyen",
    "dia-phuong",
    "so-lieu",
)
# Measured on 30/11/2026: 7,260 bytes a page in Vietnamese (759 pages; 819 with the 17 topics that came last), 6,515 in English (184 pages), half of it tags by which screen readers read, and 5 %
# for how chapters change. The whole book stays one volume: what is printed apart is only named (tests/core/book/test_book_apart.py).
BYTES_A_PAGE = {"vi": 7_600, "en": 6_850}
MOST_PAGES = 850  # 425 leaves of A5, 43 mm of 80 g paper: what a copy shop still binds
NOT_PRINTED = {"so-lieu/xa-moi-tu-xa-cu"}  # its front matter says in_sach: false
# What only a screen needs, or what the book says in another place.
SCREEN_ONLY = (
    './/*[contains(concat(" ", @class, " "), " headerlink ") or contains(@class, "noprint") or @hidden]|.//nav|.//script'
    '|.//section[@class="nguon" or @class="nguon luat"]|.//svg'
    '|.//p[@class="ngay-thang" or @class="chot-ngay" or @class="thong-bao" or @class="phuc-vu"]'
    # Kit blocks that paper draws in another way: tests/core/book/test_book_kit.py reads every word of those.
    '|.//*[@class="kit-may" or @class="kit-to" or @class="kit-ten" or @class="kit-chan" or @class="kit-mat"]'
    '|.//*[@class="kit kit-bai-loa"]/details|.//*[@class="kit kit-cau-hoi"]/details//a[not(starts-with(@href, "tel:") or starts-with(@href, "sms:"))]'
    '|.//*[@class="kit kit-to-in"]/p[a]'  # on a leaflet: the QR code
)
# A cell that is a list is read item by item: each has a mark before it in print.
TEXTS = ".//p|.//li[not(.//p or .//li)]|.//td[not(.//li)]|.//th|.//h2|.//h3|.//summary|.//dt|.//dd[not(.//p)]"


def squash(text):
    """Without spaces, which a line's end swallows, and page references, which are the printer's."""
    text = re.sub(r"\((?:tr|p)\.\s*\d+\)", "", unicodedata.normalize("NFC", text))
    return re.sub(r"[\s\u00ad\u200b\u2060]+", "", text)


def drop(element):
    """Remove ``element`` and keep the text behind it."""
    parent, before = element.getparent(), element.getprevious()
    if element.tail and before is not None:
        before.tail = (before.tail or "") + element.tail
    elif element.tail:
        parent.text = (parent.text or "") + element.tail
    parent.remove(element)


def pdf(site, language):
    return site.out / "tai-ve" / BOOKS[language]


@pytest.fixture(scope="module")
def book_text(real):
    return squash(Tagged(pdf(real, "vi")).root.text)


@pytest.fixture(scope="module")
def apart_texts(real_book, tmp_path_factory):
    """The texts of the parts that print what the whole book only names, by the key of each page that it names.

    A province's list of communes is in its own PDF; all of these are set at once here.
    """
    texts = {}
    for part in real_book.parts:
        named = [chapter.key for chapter in part.chapters if chapter.apart]
        if named:
            part = replace(part, chapters=tuple(replace(one, html=one.html + one.annex_html) for one in part.chapters))
            made, problems = typeset(part_edition(real_book, part), tmp_path_factory.mktemp("part"))
            assert problems == ()
            texts |= dict.fromkeys(named, squash(Tagged(made).root.text))
    return texts


@pytest.mark.parametrize("part", PARTS)
def test_every_paragraph_cell_and_item_of_the_site_is_in_print(real, book_text, apart_texts, part):
    missing, seen = [], 0
    for path in sorted((real.out / part).glob("*/index.html")):
        key = path.parent.relative_to(real.out).as_posix()
        if key in NOT_PRINTED:
            continue
        page = lxml_html.parse(str(path)).getroot()
        if page.xpath('//meta[@http-equiv="refresh"]'):  # an old address that leads to the new one
            continue
        article = page.xpath("//article")[0]
        for element in article.xpath(SCREEN_ONLY):
            if element.getparent() is not None:
                drop(element)
        for element in article.xpath(TEXTS):
            seen += 1
            if squash(element.text_content()) not in apart_texts.get(key, book_text):
                missing.append((key, element.text_content()))
    assert seen > 100 and missing == []


def test_the_whole_book_names_what_is_printed_apart_and_where(real, real_book, book_text):
    named = [chapter for part in real_book.parts for chapter in part.chapters if chapter.apart]
    assert {chapter.key.partition("/")[0] for chapter in named} == {"tap-huan", "dia-phuong"}
    titles = {name.partition(". ")[2] or name for name, _ in outline(PdfReader(pdf(real, "vi")))}
    for chapter in named:
        file = chapter.key.rpartition("/")[2] + ".pdf"
        assert chapter.title not in titles and squash(chapter.title) in book_text and squash(file) in book_text
    assert not [chapter for chapter in named if chapter.key.startswith("tap-huan/buoi-")]


def test_paragraphs_stand_in_the_order_of_their_page(real, book_text):
    article = lxml_html.fromstring(real.html("ky-nang/vneid")).xpath("//article")[0]
    place, seen = book_text.find(squash(article.find_class("tom-tat")[0].text_content())), 0
    for element in article.xpath("./div/h2|./div/p[not(@class)]"):
        for unwanted in element.find_class("headerlink"):
            drop(unwanted)
        place = book_text.find(squash(element.text_content()), place)
        assert place > 0, element.text_content()
        seen += 1
    assert seen > 8


def outline(reader):
    def flat(items):
        for item in items:
            if isinstance(item, list):
                yield from flat(item)
            else:
                yield " ".join(item.title.split()), reader.get_destination_page_number(item) + 1

    return list(flat(reader.outline))


@pytest.mark.parametrize("language", BOOKS)
def test_the_outline_names_every_chapter_and_the_contents_give_its_page(real, language):
    path = pdf(real, language)
    reader = PdfReader(path)
    pages = outline(reader)
    names = [name for name, _ in pages]
    folder = real.out if language == "vi" else real.out / "en"
    contents = "|".join(map(squash, pdf_text(path, "-f", "2", "-l", "14", "-raw").splitlines()))
    for address in sorted(folder.glob("ky-nang/*/index.html")):
        page = lxml_html.parse(str(address)).getroot()
        title = " ".join(page.find(".//h1").text_content().split())
        if page.find_class("chua-dich"):  # the book has translated pages only, and names the others once
            assert not [name for name in names if name.endswith(title)]
            continue
        (name,) = [name for name in names if name.endswith(title)]
        page = dict(pages)[name]
        label = reader.page_labels[page - 1]
        assert squash(title) in squash(pdf_text(path, "-f", str(page), "-l", str(page)))
        wrapped = "".join(re.escape(letter) + r"\|?" for letter in squash(title))  # a long title takes two lines
        assert re.search(wrapped + r"\.*" + label + r"\|", contents), (title, label)


def test_internal_links_land_on_the_page_that_they_print(real):
    path = pdf(real, "vi")
    reader = PdfReader(path)
    checked = 0
    for number, page in enumerate(reader.pages[10:40], start=11):
        height = float(page.mediabox.height)
        for annotation in page.get("/Annots") or ():
            annotation = annotation.get_object()
            name = annotation.get("/Dest") or (annotation.get("/A") or {}).get("/D")
            if not isinstance(name, str):
                continue
            left, bottom, right, top = (float(value) for value in annotation["/Rect"])
            area = ("-x", left, "-y", height - top, "-W", right - left + 1, "-H", top - bottom + 1)
            text = pdf_text(
                path,
                "-f",
                str(number),
                "-l",
                str(number),
                *(str(int(v)) if not isinstance(v, str) else v for v in area),
            )
            printed = re.findall(r"tr\.\s*(\d+)", text)
            landing = reader.page_labels[reader.get_destination_page_number(reader.named_destinations[name])]
            if printed:  # a quoted figure is a link too, but names no page
                assert landing in printed, (number, name, text)
                checked += 1
    assert checked > 20


@pytest.mark.parametrize(("language", "lang"), [("vi", "vi"), ("en", "en")])
def test_it_is_tagged_named_and_says_its_language(real, language, lang):
    path = pdf(real, language)
    catalog = PdfReader(path).trailer["/Root"]
    assert catalog["/Lang"].startswith(lang) and catalog["/MarkInfo"]["/Marked"] and "/StructTreeRoot" in catalog
    assert catalog["/ViewerPreferences"]["/DisplayDocTitle"]
    metadata = catalog["/Metadata"].get_data().decode("utf-8")
    assert re.search(r"pdfuaid:part[^0-9]*1", metadata) and re.search(r"pdfaid:part[^0-9]*2", metadata)


def test_the_whole_book_is_one_volume(real):
    assert len(PdfReader(pdf(real, "vi")).pages) < MOST_PAGES


@pytest.mark.parametrize("language", BOOKS)
def test_a_judge_who_did_not_make_it_finds_nothing(real, language):
    content = pdf(real, language).read_bytes()
    assert faults(content) == [] and structure_faults(Tagged(content)) == []


@pytest.mark.parametrize("language", BOOKS)
def test_it_is_light_and_its_fonts_are_embedded(real, language):
    path = pdf(real, language)
    assert path.stat().st_size <= BYTES_A_PAGE[language] * len(PdfReader(path).pages)
    fonts = subprocess.run(
        ["pdffonts", str(path)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True, text=True
    ).stdout.splitlines()[2:]
    assert fonts and all(re.search(r"\s(yes)\s+(yes|no)\s+(yes|no)\s+\d+\s+\d+$", line) for line in fonts)


def test_the_cover_says_what_edition_it_is(real):
    text = pdf_text(pdf(real, "vi"), "-f", "1", "-l", "2")
    assert "2026.11" in text and AS_OF_WRITTEN in text and "không thay thế văn bản pháp luật" in " ".join(text.split())


def test_the_english_book_lists_once_what_is_not_translated(real):
    text = pdf_text(pdf(real, "en"))
    untranslated = [
        " ".join(page.find(".//h1").text_content().split())
        for page in (
            lxml_html.parse(str(path)).getroot() for path in sorted(real.out.glob("en/phap-luat/*/index.html"))
        )
        if page.find_class("chua-dich")
    ]
    assert "has not been translated" not in text
    assert [title for title in untranslated if squash(text).count(squash(title)) != 1] == []


def test_the_download_page_tells_size_and_fingerprint(real):
    import hashlib

    page = lxml_html.fromstring(real.html("tai-ve"))
    for name in BOOKS.values():
        (fact,) = page.xpath(f'//*[@data-tep="{name}"]')
        content = (real.out / "tai-ve" / name).read_bytes()
        assert hashlib.sha256(content).hexdigest() in fact.text_content()
