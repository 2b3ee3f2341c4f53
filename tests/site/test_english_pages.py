"""The English pages: nothing Vietnamese is called English, nor the reverse; dates have one form; the way back keeps the place."""

import posixpath
import re
from urllib.parse import urlsplit

import pytest
from handbook.labels import LABELS
from lxml import html as lxml_html

ACCENTED = r"\w*[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]\w*"
PHRASE = re.compile(rf"(?<![\w-]){ACCENTED} {ACCENTED}(?![\w-])")
WORD = re.compile(rf"(?<![\w’'-]){ACCENTED}")
SPOKEN = ("title", "aria-label", "alt", "placeholder")
# What only our own interface says, on every page.
INTERFACE = [LABELS["en"][name] for name in ("fallback", "report", "cite", "not_legal", "sources_note")]


def is_vietnamese(text):
    """Two words side by side of which one is small, or a small word of several letters: no name of a place, a person or a document."""
    small = (found[0] for found in WORD.finditer(text) if found[0].islower() and len(found[0]) > 1)
    return any(found[0].islower() for found in PHRASE.finditer(text)) or bool(set(small) - {"đồng"})


def texts(page):
    """Every text of a page, and every text that is read out, with the language it says that it is in."""

    def walk(element, language):
        language = element.get("lang") or language
        if element.tag not in ("script", "style") and isinstance(element.tag, str):
            yield language, element.text or ""
            yield from ((language, element.get(name)) for name in SPOKEN if element.get(name))
            for child in element:
                yield from walk(child, language)
                yield language, child.tail or ""

    return walk(lxml_html.parse(str(page)).getroot(), "")


@pytest.fixture(scope="module")
def english(real):
    """The texts of each English page."""
    pages = {
        path.relative_to(real.out).parent.as_posix(): list(texts(path))
        for path in sorted((real.out / "en").rglob("index.html"))
        if b'http-equiv="refresh"' not in path.read_bytes()[:2000]
    }
    assert len(pages) > 300
    return pages


def test_no_vietnamese_sentence_is_called_english(english):
    told = {
        name: [text.strip()[:80] for language, text in found if language == "en" and is_vietnamese(text)]
        for name, found in english.items()
    }
    assert {name: found for name, found in told.items() if found} == {}


def test_our_own_words_around_an_untranslated_text_are_called_english(english):
    told = {
        (name, text.strip()[:80])
        for name, found in english.items()
        for language, text in found
        if language == "vi" and any(word in text for word in INTERFACE)
    }
    assert told == set()
    assert any(LABELS["en"]["fallback"] in text for found in english.values() for _, text in found)


CARDS = {"o-viec", "the-bai", "vai-tro", "tin-moi", "doc-tiep", "chan-trang"}


def test_a_card_that_leads_to_an_untranslated_page_says_so(real, english):
    untold, told = set(), 0
    roots = {name: lxml_html.parse(str(real.out / name / "index.html")).getroot() for name in english}
    untranslated = {
        name
        for name, root in roots.items()
        if root.xpath("//*[contains(@class, 'thong-bao')][contains(., 'not been translated')]")
    }
    assert len(untranslated) > 100
    for name, root in roots.items():
        for item in root.iter("li"):
            if not any(CARDS.intersection(around.get("class", "").split()) for around in item.iterancestors()):
                continue
            for link in item.xpath("./a[@href]"):
                goal = posixpath.normpath(posixpath.join(name, urlsplit(link.get("href")).path))
                if goal in untranslated:
                    told += 1
                    if "in Vietnamese" not in item.text_content():
                        untold.add((name, link.text_content().strip()))
    assert untold == set() and told > 1000


def test_dates_have_one_form(english):
    told = {
        (name, date[0])
        for name, found in english.items()
        for language, text in found
        if language == "en"
        for date in re.finditer(r"(?<![\d/])\d{1,2}/\d{1,2}/20\d\d|(?<![\w-])20\d\d-\d\d-\d\d(?![\w-])", text)
    }
    assert told == set()


def test_the_vietnamese_home_page_has_no_english_part(real):
    found = list(texts(real.out / "index.html"))
    assert not [text for language, text in found if language == "vi" and any(word in text for word in INTERFACE)]
