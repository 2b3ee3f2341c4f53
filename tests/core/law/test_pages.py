"""The register's own pages."""

import re

import markdown
import pytest
from handbook.law.document_pages import document_page, index_page
from handbook.law.markdown import LawExtension
from handbook.law.page_citations import PageSource
from handbook.law.timeline import timeline
from lxml import html as parser


def _url(slug):
    return f"../{slug}/"


def _parse(page):
    return parser.fromstring("<div>" + markdown.markdown(page.text, extensions=["attr_list", "toc"]) + "</div>")


def _page(register, slug, language="vi", cited_by=()):
    return document_page(register.get(slug), register, language, cited_by, _url)


def test_a_repealed_document_says_so_first_and_links_its_replacement(register):
    page = _page(register, "13-2023-nd-cp")
    assert (
        page.title == "Nghị định 13/2023/NĐ-CP"
        and page.summary == "Về bảo vệ dữ liệu cá nhân. Hết hiệu lực từ 01/01/2026."
    )
    tree = _parse(page)
    assert tree[0].text_content() == "Tình trạng: hết hiệu lực từ 01/01/2026. Tình trạng tính đến 23/11/2026."
    assert tree.xpath("//dl[@class='van-ban-quan-he']//a/@href") == ["../356-2025-nd-cp/"]


def test_what_editors_noted_is_folded(read):
    from law_rows import ROW

    register, _ = read({**ROW, "ghi_chu": "Báo A gõ nhầm ngày."})
    tree = _parse(_page(register, "13-2023-nd-cp"))
    assert tree.xpath("string(//details/p)") == "Báo A gõ nhầm ngày."
    assert "Báo A" not in tree.xpath("string(//dl)") and not tree.xpath("//details[@open]")


def test_the_other_side_shows_what_it_replaced_and_amends(register):
    assert "Thay cho" in _parse(_page(register, "356-2025-nd-cp")).xpath("string(//dl[@class='van-ban-quan-he'])")
    assert "Sửa đổi" in _parse(_page(register, "118-2025-qh15")).xpath("string(//dl[@class='van-ban-quan-he'])")


def test_doubtful_relations_are_worded_as_doubtful(register):
    text = _parse(_page(register, "15-2020-nd-cp")).xpath("string(//dl[@class='van-ban-quan-he'])")
    assert text.startswith("Có thể đã được thay bằng (chưa kiểm chứng)")
    text = _parse(_page(register, "100-2015-qh13")).xpath("string(//dl[@class='van-ban-quan-he'])")
    assert "Được sửa đổi bởi12/2017/QH14" in text and "Có thể đã được sửa đổi bởi (chưa kiểm chứng)86/2025/QH15" in text


def test_the_timeline_is_in_order_and_ends_with_what_has_no_date(register):
    events = timeline(register.get("13-2023-nd-cp"), register, "vi")
    assert [(event.period, event.text) for event in events] == [
        ("2023-04-17", "Ban hành"),
        ("2023-07-01", "Có hiệu lực"),
        ("2026-01-01", "Hết hiệu lực"),
        ("2026-01-01", "Được thay bằng"),
    ]
    assert [event.period for event in timeline(register.get("100-2015-qh13"), register, "vi")][-2:] == ["", ""]


def test_pages_that_cite_it_are_listed(register):
    tree = _parse(_page(register, "26-2023-qh15", cited_by=[("Căn cước & VNeID", "../../phap-luat/x/")]))
    (link,) = tree.xpath("//ul[@class='van-ban-trang-dan']//a")
    assert (link.text, link.get("href")) == ("Căn cước & VNeID", "../../phap-luat/x/")
    assert "Chưa có trang nào" in _page(register, "26-2023-qh15").text


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_page_can_be_made_and_cites_nothing_itself(register, matcher, language):
    extension = LawExtension(matcher, _url)
    for document in register.documents:
        page = _page(register, document.slug, language)
        extension.open_page(PageSource())
        html = markdown.markdown(page.text, extensions=["attr_list", extension])
        assert extension.mentions == [] and parser.fromstring(html) is not None
        assert "{#" not in html and not re.search(r"\bNone\b", html)


def test_the_index_has_a_row_for_each_document_with_its_facets(register):
    tree = _parse(index_page(register, "vi", _url))
    rows = tree.xpath("//table[@class='van-ban-muc-luc']/tbody/tr")
    assert len(rows) == len(register.documents)
    (row,) = [row for row in rows if row.xpath("string(th)") == "26/2023/QH15"]
    assert (row.get("data-loai"), row.get("data-linh-vuc"), row.get("data-tinh-trang")) == (
        "Luật",
        "căn cước;định danh",
        "con-hieu-luc",
    )
    assert tree.xpath("string(//caption)") == "Danh mục văn bản, tình trạng tính đến 23/11/2026"
    assert all(head.get("scope") for head in tree.xpath("//th"))


def test_the_filter_offers_what_there_is_and_waits_for_a_script(register):
    (form,) = _parse(index_page(register, "en", _url)).xpath("//form")
    assert "hidden" in form.attrib
    assert form.xpath(".//select[@name='tinh-trang']/option/@value") == [
        "",
        "con-hieu-luc",
        "chua-hieu-luc",
        "het-hieu-luc",
        "het-giai-doan",
        "khong-ro",
    ]


def test_content_cannot_inject_markup(read):
    from law_rows import ROW

    register, _ = read({**ROW, "trich_yeu": "<script>x</script>", "ghi_chu": "a & b <i>", "linh_vuc": '"x'})
    for page in (_page(register, "13-2023-nd-cp"), index_page(register, "vi", _url)):
        assert "<script" not in page.text and "<i>" not in page.text and '""x' not in page.text
