"""The glossary: its table, mentions in pages, its own page, synonyms."""

import csv
import json
import unicodedata
from pathlib import Path

import markdown
import pytest
import yaml
from handbook.glossary import read_glossary
from handbook.glossary.definitions_script import definitions_script
from handbook.glossary.glossary_page import letter_of, page_text
from handbook.glossary.markdown import GlossaryExtension
from handbook.glossary.matcher import TermMatcher
from handbook.glossary.notes import page_and_notes
from handbook.glossary.reader import COLUMNS
from lxml import html as parser

HERE = Path(__file__).parent
CASES = yaml.safe_load((HERE / "mentions.yaml").read_text(encoding="utf-8"))
ROW = {"thuat_ngu": "OTP", "giai_nghia": "Mã dùng một lần.", "linh_vuc": "an toàn", "nguon": "Cẩm nang giải nghĩa"}
OTHERS = ["admonition", "attr_list", "tables", "toc", "pymdownx.superfences"]


@pytest.fixture(scope="module")
def glossary():
    found, problems = read_glossary(HERE / "glossary.csv", "thuat-ngu.csv")
    assert problems == ()
    return found


@pytest.fixture
def read(tmp_path):
    def read_rows(*rows):
        path = tmp_path / "thuat-ngu.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, COLUMNS)
            writer.writeheader()
            writer.writerows(rows)
        return read_glossary(path, "thuat-ngu.csv")

    return read_rows


@pytest.fixture
def convert(glossary):
    def page(text, language="vi", **options):
        extension = GlossaryExtension(TermMatcher(glossary), lambda slug: f"../thuat-ngu/#{slug}")
        extension.open_page(language, **options)
        return markdown.markdown(text, extensions=[*OTHERS, extension]), extension.found

    return page


def test_terms_stand_in_vietnamese_order(glossary):
    assert [term.term for term in glossary.terms] == [
        "2G, 3G",
        "Ảo giác AI",
        "Ăng-ten",
        "Căn cước công dân",
        "Dịch vụ công",
        "Dịch vụ công trực tuyến",
        "Đặc khu",
        "Hóa đơn điện tử",
        "OTP",
        "Tin giả",
        "Trí tuệ nhân tạo",
        "Ứng dụng",
        "VNeID",
    ]


MISTAKES = [
    ({"thuat_ngu": ""}, "ERROR", "chưa có thuật ngữ"),
    ({"giai_nghia": ""}, "ERROR", "chưa có giải nghĩa"),
    ({"nguon": ""}, "INCOMPLETE", "chưa có “nguon”"),
    ({"linh_vuc": ""}, "INCOMPLETE", "chưa có “linh_vuc”"),
    ({"giai_nghia": "Dài. " * 70}, "INCOMPLETE", "chữ cái"),
    ({"thuat_ngu": "Otp"}, "ERROR", "trùng với “OTP” ở dòng 2"),
    ({"thuat_ngu": "Mã", "bien_the": "otp"}, "ERROR", "“otp” vừa thuộc “Mã” vừa thuộc “OTP” (dòng 2)"),
]


@pytest.mark.parametrize(("change", "severity", "words"), MISTAKES, ids=[words for *_, words in MISTAKES])
def test_each_mistake_is_told_with_its_line(read, change, severity, words):
    good = {**ROW, "thuat_ngu": "VNeID"}
    assert read(ROW, good)[1] == ()
    _, problems = read(ROW, {**good, **change})
    assert [(problem.line, problem.severity.name) for problem in problems] == [(3, severity)]
    assert words in problems[0].message and problems[0].fix


@pytest.mark.parametrize("case", CASES, ids=[case["text"] for case in CASES])
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_mentions(glossary, case, form):
    text = unicodedata.normalize(form, case["text"])
    found = [(text[mention.start : mention.end], mention.term.slug) for mention in TermMatcher(glossary).find(text)]
    assert found == [(unicodedata.normalize(form, words), str(slug)) for words, slug in case["found"]]


def test_what_terms_mean_is_a_script_of_its_own(glossary):
    script = definitions_script(glossary)
    said = json.loads(script.removeprefix("window.camNangThuatNgu = ").removesuffix(";\n"))
    assert said["otp"] == 'Mã dùng một lần. "Đừng" đọc <cho> ai & ai.' and set(said) == {
        term.slug for term in glossary.terms
    }


def test_only_the_first_mention_is_linked(convert):
    html, found = convert("Mã OTP và mã OTP; OTP.\n\nLại mã OTP.")
    assert html.startswith('<p><a class="thuat-ngu" href="../thuat-ngu/#otp">Mã OTP</a> và mã OTP; OTP.</p>')
    assert html.count("<a") == 1 and found == ["otp"]


def test_not_in_headings_links_code_titles_or_citations(convert):
    html, found = convert(
        '# OTP\n\n[mã OTP](x.md) và `OTP`\n\n```\nOTP\n```\n\n!!! note "OTP"\n    xong\n\n*(OTP)*{.van-ban-tt}'
    )
    assert found == [] and "thuat-ngu" not in html


def test_cells_lists_and_bold_words_are_linked(convert):
    _, found = convert("| a |\n|---|\n| **OTP** |\n\n- dùng *VNeID*")
    assert found == ["otp", "vneid"]


def test_a_term_partly_in_bold_is_left_for_its_next_mention(convert):
    html, _ = convert("**Tin** giả, rồi tin giả")
    assert html.startswith("<p><strong>Tin</strong> giả, rồi <a")


def test_english_pages_link_names_only(convert):
    _, found = convert("Open the app VNeID, never share an OTP; AI and 3G.", language="en")
    assert found == ["vneid", "otp", "tri-tue-nhan-tao", "2g-3g"]


def test_the_glossarys_own_page_is_left_alone(convert):
    assert convert("OTP", switched_off=True) == ("<p>OTP</p>", [])


def test_the_page_has_an_anchor_for_each_term_and_letter(glossary):
    tree = parser.fromstring("<div>" + markdown.markdown(page_text(glossary, "vi"), extensions=OTHERS) + "</div>")
    assert tree.xpath("//dt/@id") == [term.slug for term in glossary.terms]
    assert tree.xpath("//h2/text()") == ["0–9", "A", "Ă", "C", "D", "Đ", "H", "O", "T", "Ư", "V"]
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert [link.removeprefix("#") for link in tree.xpath("//nav//a/@href")] == tree.xpath("//h2/@id")
    assert "<cho>" not in page_text(glossary, "vi")


def test_sources_may_be_rendered_by_the_caller(glossary):
    assert "<b>Luật Trí tuệ nhân tạo 134/2025/QH15</b>" in page_text(glossary, "en", lambda source: f"<b>{source}</b>")


@pytest.mark.parametrize(
    ("term", "letter"),
    [
        ("Ảnh", "A"),
        ("Ăng-ten", "Ă"),
        ("ấp", "Â"),
        ("eTax", "E"),
        ("Ủy ban", "U"),
        ("Ứng dụng", "Ư"),
        ("đám mây", "Đ"),
        ("2FA", "0–9"),
        ("10 tháng 10", "0–9"),
    ],
)
def test_letters(term, letter):
    assert letter_of(term) == letter_of(unicodedata.normalize("NFC", term)) == letter


def test_synonyms_lead_from_each_form_to_the_others(glossary):
    synonyms = glossary.synonyms()
    assert synonyms["cccd"] == ["căn cước công dân", "thẻ cccd"]
    assert synonyms["dich vu cong"] == ["dvc", "dịch vụ công"]
    assert "đặc khu" not in synonyms
    assert list(synonyms) == sorted(synonyms)


def test_the_shipped_glossary():
    root = HERE.parents[2]
    glossary, problems = read_glossary(root / "docs/thuat-ngu/thuat-ngu.csv", "docs/thuat-ngu/thuat-ngu.csv")
    assert problems == () and len(glossary.terms) >= 90
    forms = {form for term in glossary.terms for form in term.forms}
    assert {"CCCD", "TTHC", "DVCTT", "CNSCĐ", "VNeID"} <= forms


def test_the_notes_come_apart_from_the_sites_page(glossary):
    """The page keeps every term and meaning; the script has what stood under each, for those that have something."""
    html = markdown.markdown(
        page_text(glossary, "vi", lambda source: f'<a data-goi-y="x">{source}</a>'), extensions=OTHERS
    )
    page, script = page_and_notes(html, "vi")
    notes = json.loads(script.removeprefix("window.camNangGhiChu = ").removesuffix(";\n"))
    tree, whole = (parser.fromstring(f"<div>{text}</div>") for text in (page, html))
    assert list(notes) == tree.xpath("//dt/@id") == [term.slug for term in glossary.terms]
    assert [dd.text_content().rstrip() for dd in tree.xpath("//dd")] == [term.definition for term in glossary.terms]
    assert tree.xpath("//small") == [] and tree.xpath("//form/button/@data-ghi-chu") == ["ghi-chu.js"]
    for entry, note in zip(whole.xpath("//dd/small"), notes.values(), strict=True):
        assert entry.text_content() == parser.fromstring(note).text_content() and "data-goi-y" not in note


def test_a_page_without_notes_stays_as_it_is():
    html = '<form></form><dl><dt id="otp">OTP</dt><dd>Mã dùng một lần.</dd></dl>'
    assert page_and_notes(html, "vi") == (html, "")
