"""A tiny bilingual site, really built: wiring, languages, texts, tables."""

import pytest
from lxml import html as lxml_html
from read_index import read_pages
from support import AS_OF_WRITTEN


def tree(site, address):
    return lxml_html.fromstring(site.html(address))


def words(element):
    return " ".join(element.text_content().split())


def test_strict_build_says_nothing(built_tiny):
    assert "WARNING" not in built_tiny.log


def test_vietnamese_at_the_root_and_english_below(built_tiny):
    assert tree(built_tiny, "").get("lang") == "vi"
    assert tree(built_tiny, "en").get("lang") == "en"
    assert "Electronic identity" in words(tree(built_tiny, "en/ky-nang/mot").find(".//h1"))
    alternates = {link.get("hreflang") for link in tree(built_tiny, "ky-nang/mot").iterfind(".//link[@hreflang]")}
    assert alternates == {"vi", "en"}


def test_an_untranslated_page_says_so_and_is_marked_vietnamese(built_tiny):
    page = tree(built_tiny, "en/ky-nang/hai")
    (notice,) = page.find_class("chua-dich")
    assert "has not been translated" in words(notice)
    assert page.xpath('//div[@lang="vi"]//h1[contains(., "Chương hai")]')
    assert not tree(built_tiny, "en/ky-nang/mot").find_class("chua-dich")
    assert not tree(built_tiny, "ky-nang/hai").find_class("chua-dich")


def test_anchors_keep_d(built_tiny):
    assert tree(built_tiny, "ky-nang/mot").get_element_by_id("dieu-1-dinh-danh").tag == "h2"


def test_front_matter_is_shown(built_tiny):
    page = tree(built_tiny, "ky-nang/mot")
    assert words(page.find_class("tom-tat")[0]) == "Tóm tắt chương định danh."
    assert "05/01/2026" in words(page.find_class("ngay-thang")[0])
    (source,) = page.xpath('//section[@class="nguon"]//li')
    assert "Báo Thử Nghiệm" in words(source) and "01/2026" in words(source)
    assert page.xpath('//nav[@class="doc-tiep"]//a[contains(@href, "chuyen-de/chu-ky-so")]')
    assert AS_OF_WRITTEN in words(page.find_class("chot-ngay")[0])


def test_a_task_card_and_a_table_inside_a_chapter(built_tiny):
    page = tree(built_tiny, "ky-nang/mot")
    (card,) = page.find_class("the-viec")
    assert [words(item) for item in card.iterfind(".//li")] == ["Mở ứng dụng.", "Nhập mã."]
    assert page.xpath('//div[@class="so-lieu-khoi"]//table/caption[contains(., "Thuê bao di động")]')
    link = page.xpath('//p[@class="so-lieu-tai"]/a[1]/@href')[0]
    assert link == "../../so-lieu/thue-bao/"


@pytest.mark.parametrize(
    ("address", "number", "inexact", "csv"),
    [
        ("so-lieu/thue-bao", "1.234.567,5", "hơn 3.000.000", "../thue-bao.csv"),
        ("en/so-lieu/thue-bao", "1,234,567.5", "more than 3,000,000", "../../../so-lieu/thue-bao.csv"),
    ],
)
def test_a_table_page_is_accessible_and_sourced(built_tiny, address, number, inexact, csv):
    page = tree(built_tiny, address)
    (table,) = page.xpath('//div[contains(@class, "so-lieu")]//table')
    assert words(table.find("caption")) == "Thuê bao di động"
    assert [cell.get("scope") for cell in table.iterfind("thead/tr/th")] == ["col"] * 3
    rows = table.findall("tbody/tr")
    assert [row[0].get("scope") for row in rows] == ["row"] * 3
    assert words(rows[0][1]) == number and "so" in rows[0][1].get("class").split()
    assert words(rows[2][1]) == inexact
    assert "Cơ quan thống kê thử" in page.text_content()
    assert page.xpath("//a[@download]/@href")[0] == csv


def test_downloads_are_written_once_for_both_languages(built_tiny):
    csv = (built_tiny.out / "so-lieu" / "thue-bao.csv").read_bytes()
    assert csv.startswith(b"\xef\xbb\xbf") and "hơn 3000000".encode() in csv
    assert (built_tiny.out / "so-lieu" / "thue-bao.xlsx").read_bytes().startswith(b"PK")
    assert not (built_tiny.out / "en" / "so-lieu" / "thue-bao.csv").exists()


def test_each_language_has_its_own_search_index_without_fallback_copies(built_tiny):
    found = {
        language: {page.title for page in read_pages(built_tiny.out / "search", language)} for language in ("vi", "en")
    }
    assert {"Định danh điện tử", "Chương hai"} <= found["vi"]
    assert "Electronic identity" in found["en"] and "Chương hai" not in found["en"]


def test_the_core_sees_text_in_any_normal_form(tiny):
    import unicodedata

    tiny.write(
        "chuyen-de/nfd.md", unicodedata.normalize("NFD", "---\ntitle: Tổ số\nngay: 2026-01-01\n---\n## Điều 2\n")
    )
    assert tiny.build() == 0, tiny.log
    page = tiny.html("chuyen-de/nfd")
    assert "Tổ số" in page and 'id="dieu-2"' in page
    assert page == unicodedata.normalize("NFC", page)


def test_a_first_line_with_a_colon_is_text_not_metadata(tiny):
    tiny.write("chuyen-de/a.md", "---\ntitle: A\nngay: 2026-01-01\n---\nNote: dòng này phải còn.\n")
    assert tiny.build() == 0, tiny.log
    assert "dòng này phải còn" in tiny.html("chuyen-de/a")


def test_every_mistake_is_told_in_one_run_and_stops_a_strict_build(tiny):
    tiny.write("chuyen-de/sai.md", "---\ntitle: Sai\nngay: 2026-13-01\nnhomm: x\n---\n[a](khong-co.md)\n")
    tiny.write("so-lieu/so-lieu.hn.csv", "a,b\n1,2\n")
    assert tiny.build() != 0
    for place in (
        "docs/chuyen-de/sai.md:3:",
        "docs/chuyen-de/sai.md:4:",
        "docs/chuyen-de/sai.md:6:",
        "docs/so-lieu/so-lieu.hn.csv:",
    ):
        assert place in tiny.log
    assert tiny.build(strict=False) == 0
    assert "Sai" in tiny.html("chuyen-de/sai")


def test_a_file_that_cannot_be_read_does_not_stop_the_preview(tiny):
    tiny.write("chuyen-de/vni.md", b"---\ntitle: " + b"C\xf4ng\n---\n")
    assert tiny.build(strict=False) == 0
    assert "docs/chuyen-de/vni.md:2: Tệp không phải UTF-8" in tiny.log
    assert "Không đọc được trang này" in tiny.html("chuyen-de/vni")
