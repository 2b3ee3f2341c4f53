"""What the whole book only names: sheets to print and provinces' pages, each in a row with its file and its code."""

import datetime as dt

import pytest
from book_samples import bare, internal_links, outline, pages, web_links
from handbook.book.editions.published import published
from handbook.book.from_catalog import Imprint, make_book
from handbook.book.press.typeset import typeset
from handbook.book.variants import part_edition, whole_edition
from handbook.load import read_catalog
from tagged import Tagged

AS_OF = dt.date(2026, 11, 30)
CARDS = "/// the-cat | Việc của ai?\nmat-truoc: Hỏi\nmat-sau: Đáp\n- Mặt trước riêng. | Mặt sau riêng.\n- Hai trước. | Hai sau.\n///\n"
PROVINCES = (
    "tinh_thanh_tu_1_7_2025,ma_tinh,hop_nhat_tu,so_cap_xa_truoc_1_3_2025,so_xa_1_7_2025,so_phuong_1_7_2025,"
    "so_dac_khu_1_7_2025,tong_cap_xa_1_7_2025\nTỉnh Lào Cai,15,Lào Cai + Yên Bái,319,89,10,0,99\n"
    "Tỉnh Cao Bằng,04,Cao Bằng,161,53,3,0,56\n"
)
FILES = {
    "tap-huan/buoi-1.md": "---\ntitle: Buổi 1\nngay: 2026-01-01\nthu_tu: 1\n---\nPhát [bộ thẻ](bo-the.md).\n\n"
    + "Lời giảng dài. " * 20
    + CARDS,
    "tap-huan/bo-the.md": f"---\ntitle: Bộ thẻ\nngay: 2026-01-01\ntom_tat: Thẻ cắt rời.\nthu_tu: 2\n---\nCắt theo dấu.\n\n{CARDS}",
    "cau-chuyen/suoi-chai.md": "---\ntitle: Suối Chải\nngay: 2026-01-01\ntinh: Lào Cai\n---\nChuyện ở thôn.\n",
    "so-lieu/don-vi-hanh-chinh-34-tinh.csv": PROVINCES,
    "so-lieu/don-vi-hanh-chinh-34-tinh.md": "---\ntitle: Đơn vị\nngay: 2026-01-01\n---\n",
    "dia-phuong/cao-bang.md": "---\ntitle: Cao Bằng\nngay: 2026-01-01\n---\nĐiều riêng của Cao Bằng.\n",
}


@pytest.fixture(scope="module", params=["https://vi.du/", ""], ids=["public", "without an address"])
def book(request, tmp_path_factory):
    docs = tmp_path_factory.mktemp("kho") / "docs"
    for name, text in FILES.items():
        (docs / name).parent.mkdir(parents=True, exist_ok=True)
        (docs / name).write_text(text, encoding="utf-8")
    catalog = read_catalog(docs, AS_OF)
    keys = {key for key, language in catalog.articles if language == "vi"}
    html = {key: f"<p>Chữ của trang {key}.</p>" for key in keys}
    html["tap-huan/buoi-1"] = '<p>Phát <a href="../bo-the/">bộ thẻ</a> cho lớp.</p>'
    urls = {key: f"{key.removesuffix('index')}/" for key in keys}
    return make_book(catalog, html, urls, "vi", Imprint("2026.11", AS_OF, "", request.param, docs))


def test_sheets_and_pages_made_of_tables_are_apart_and_nothing_else(book):
    assert [one.key for one in book.chapters if one.apart] == ["tap-huan/bo-the", "dia-phuong/lao-cai"]
    # What an editor wrote about a province stands nowhere else.
    assert [one.key for one in whole_edition(book).chapters if one.key.startswith("dia-phuong")] == [
        "dia-phuong/cao-bang",
        "dia-phuong/in-rieng",
    ]


def test_the_whole_book_has_a_row_for_each_and_links_end_there(book, tmp_path):
    pdf, problems = typeset(whole_edition(book), tmp_path)
    assert problems == ()
    tagged = Tagged(pdf)
    rows = [bare(row.text) for row in tagged.root.all("TR")]
    sheet = next(row for row in rows if row.startswith(bare("Bộ thẻ")))
    place = next(row for row in rows if row.startswith(bare("Lào Cai")) and "lao-cai.pdf" in row)
    assert "Thẻcắtrời." in sheet and sheet.endswith("bo-the.pdf")
    assert bare("Lào Cai và Yên Bái") in place and "99" in place and "SuốiChải" in place
    whole = bare(tagged.root.text)
    assert "trangtap-huan/bo-the" not in whole and "trangdia-phuong/lao-cai" not in whole
    assert "trangdia-phuong/cao-bang" in whole
    at = next(number for number, page in enumerate(pages(pdf), 1) if "bo-the.pdf" in page)
    assert f"bộthẻ(tr.{at})" in "".join("".join(pages(pdf)).split())
    assert at in [target for _, target in internal_links(pdf)]
    public = bool(book.chapters[-1].url)
    assert ("https://vi.du/tap-huan/bo-the/" in web_links(pdf)) == public
    codes = [figure.alt for figure in tagged.root.all("Figure") if "bo-the" in (figure.alt or "")]
    assert bool(codes) == public


def test_its_part_and_its_own_file_have_all_of_it(book, tmp_path):
    part = next(part for part in book.parts if part.key == "tap-huan/index")
    pdf, _ = typeset(part_edition(book, part), tmp_path)
    assert "trangtap-huan/bo-the" in bare("".join(pages(pdf)))
    assert "Bộ thẻ" in [title for _, title, _ in outline(pdf)]
    assert {"tap-huan/bo-the.pdf", "dia-phuong/lao-cai.pdf"} <= {edition.name for edition in published(book)}
