"""Drop a file in and it is everywhere; take it out and it is nowhere."""

import io

import pytest
import xlsxwriter
from lxml import html as lxml_html
from support import pdf_text

LISTED = '//ul[@class="the-bai"]|//div[@class="so-lieu"]'  # cards, or the table of all tables
MARK = "Đèn lồng thử nghiệm"  # a title found nowhere else


def workbook() -> bytes:
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    sheet = book.add_worksheet()
    for row, cells in enumerate([("tinh", "so_den"), ("An Giang", 12), ("Cà Mau", 34.5)]):
        sheet.write_row(row, 0, cells)
    book.close()
    return stream.getvalue()


TABLE_PAGE = f"""---
title: {MARK}
ngay: 2026-03-01
nguon: [{{ten: Nguồn thử, url: "https://nguon.example/", ngay: 2026}}]
cot: {{so_den: {{ten: Số đèn, kieu: so}}}}
---
"""
ARTICLE = f"---\ntitle: {MARK}\nngay: 2026-03-01\ntom_tat: Tóm tắt đèn lồng.\n---\nThân bài đèn lồng.\n"
DROPS = {
    "topic": ("chuyen-de", {"chuyen-de/den-long.md": ARTICLE.encode()}, MARK),
    "story": ("cau-chuyen", {"cau-chuyen/den-long.md": ARTICLE.encode()}, MARK),
    "csv": (
        "so-lieu",
        {
            "so-lieu/den-long.csv": "tinh;so_den\nAn Giang;12\nCà Mau;34,5\n".encode("utf-8-sig"),
            "so-lieu/den-long.md": TABLE_PAGE.encode(),
        },
        MARK,
    ),
    "bare csv": ("so-lieu", {"so-lieu/den-long.csv": "tinh,so_den\nAn Giang,12\nCà Mau,34\n".encode()}, "Den long"),
    "xlsx": ("so-lieu", {"so-lieu/den-long.xlsx": workbook(), "so-lieu/den-long.md": TABLE_PAGE.encode()}, MARK),
    "bare xlsx": ("so-lieu", {"so-lieu/den-long.xlsx": workbook()}, "Den long"),
}


def places(site, folder, title):
    """The places where a page of ``folder`` titled ``title`` can be met."""

    def linked(address, scope):
        page = lxml_html.fromstring(site.html(address))
        return any(
            title in " ".join(link.text_content().split()) for area in page.xpath(scope) for link in area.iter("a")
        )

    text = {name: (site.out / name).read_text("utf-8") for name in ("search/vi.js", "sitemap.xml")}
    return {
        "navigation": linked(folder, '//nav[contains(@class, "md-nav--primary")]'),
        "index page": linked(folder, LISTED),
        "english index": linked(f"en/{folder}", LISTED),
        "home": linked("", '//ul[@class="tin-moi"]'),
        "english home": linked("en", '//ul[@class="tin-moi"]'),
        "page": (site.out / folder / "den-long" / "index.html").exists(),
        "english page": (site.out / "en" / folder / "den-long" / "index.html").exists(),
        "search": title in text["search/vi.js"],
        "sitemap": f"{folder}/den-long/" in text["sitemap.xml"],
        "book": title in " ".join(pdf_text(site.out / "tai-ve" / "cam-nang-chuyen-doi-so.pdf").split()),
        "english book": title in " ".join(pdf_text(site.out / "tai-ve" / "cam-nang-chuyen-doi-so.en.pdf").split()),
    }


@pytest.mark.parametrize("kind", DROPS)
def test_a_dropped_file_is_everywhere_and_a_removed_one_nowhere(tiny, kind):
    folder, files, title = DROPS[kind]
    for uri, content in files.items():
        tiny.write(uri, content)
    assert tiny.build() == 0, tiny.log
    found = places(tiny, folder, title)
    assert all(found.values()), found

    for uri in files:
        (tiny.docs / uri).unlink()
    assert tiny.build() == 0, tiny.log
    found = places(tiny, folder, title)
    assert not any(found.values()), found
    leftovers = [path for path in tiny.out.rglob("*") if "den-long" in path.as_posix()]
    assert leftovers == []


def test_navigation_is_in_vietnamese_order(tiny):
    for name, title in (("a", "Đoàn xã"), ("b", "Dân tộc"), ("c", "Ăn uống"), ("d", "An toàn"), ("e", "Êm đềm")):
        tiny.write(f"chuyen-de/{name}.md", f"---\ntitle: {title}\nngay: 2026-03-01\n---\nx\n")
    assert tiny.build() == 0, tiny.log
    page = lxml_html.fromstring(tiny.html("chuyen-de"))
    titles = [" ".join(link.text_content().split()) for link in page.xpath('//ul[@class="the-bai"]/li/a')]
    assert titles == ["An toàn", "Ăn uống", "Chữ ký số", "Dân tộc", "Đoàn xã", "Êm đềm"]
    nav = [
        " ".join(link.text_content().split())
        for link in page.xpath('//nav[contains(@class, "md-nav--primary")]//a[contains(@class, "md-nav__link")]')
    ]
    assert [title for title in nav if title in titles] == titles
