"""Drop a file in and it is everywhere; take it out and it is nowhere."""

import io

import xlsxwriter
from lxml import html as lxml_html
from read_index import read_pages
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


TABLE_PAGE = """---
title: {title}
ngay: 2026-03-01
nguon: [{{ten: Nguồn thử, url: "https://nguon.example/", ngay: 2026}}]
cot: {{so_den: {{ten: Số đèn, kieu: so}}}}
---
"""
ARTICLE = "---\ntitle: {title}\nngay: 2026-03-01\ntom_tat: Tóm tắt đèn lồng.\n---\nThân bài đèn lồng.\n"
# Kind: folder, its files by suffix, title; each kind has a file name of its own, den-long-….
DROPS = {
    "chuyen-de": ("chuyen-de", {".md": ARTICLE}, f"{MARK} một"),
    "cau-chuyen": ("cau-chuyen", {".md": ARTICLE}, f"{MARK} hai"),
    "csv": (
        "so-lieu",
        {".csv": "tinh;so_den\nAn Giang;12\nCà Mau;34,5\n".encode("utf-8-sig"), ".md": TABLE_PAGE},
        f"{MARK} ba",
    ),
    "csv-tran": ("so-lieu", {".csv": "tinh,so_den\nAn Giang,12\nCà Mau,34\n".encode()}, "Den long csv tran"),
    "xlsx": ("so-lieu", {".xlsx": workbook(), ".md": TABLE_PAGE}, f"{MARK} bốn"),
    "xlsx-tran": ("so-lieu", {".xlsx": workbook()}, "Den long xlsx tran"),
}


def places(site, kind):
    """The places where the page of a kind can be met."""
    folder, _, title = DROPS[kind]
    page = f"{folder}/den-long-{kind}"

    def linked(address, scope):
        html = lxml_html.fromstring(site.html(address))
        return any(
            " ".join(link.text_content().split()).startswith(title)
            for area in html.xpath(scope)
            for link in area.iter("a")
        )

    searched = {one.title for one in read_pages(site.out / "search")}
    sitemap = (site.out / "sitemap.xml").read_text("utf-8")
    return {
        "navigation": linked(folder, '//nav[contains(@class, "md-nav--primary")]'),
        "index page": linked(folder, LISTED),
        "english index": linked(f"en/{folder}", LISTED),
        "home": linked("", '//ul[@class="tin-moi"]'),
        "english home": linked("en", '//ul[@class="tin-moi"]'),
        "page": (site.out / page / "index.html").exists(),
        "english page": (site.out / "en" / page / "index.html").exists(),
        "search": title in searched,
        "sitemap": f"{page}/" in sitemap,
        "book": title in " ".join(pdf_text(site.out / "tai-ve" / "cam-nang-chuyen-doi-so.pdf").split()),
        "english book": title in " ".join(pdf_text(site.out / "tai-ve" / "cam-nang-chuyen-doi-so.en.pdf").split()),
    }


def test_dropped_files_are_everywhere_and_removed_ones_nowhere(tiny):
    dropped = []
    for kind, (folder, files, title) in DROPS.items():
        for suffix, content in files.items():
            content = content.format(title=title) if isinstance(content, str) else content
            dropped.append(tiny.write(f"{folder}/den-long-{kind}{suffix}", content))
    assert tiny.build() == 0, tiny.log
    found = {kind: places(tiny, kind) for kind in DROPS}
    assert all(all(where.values()) for where in found.values()), found

    for file in dropped:
        file.unlink()
    assert tiny.build() == 0, tiny.log
    found = {kind: places(tiny, kind) for kind in DROPS}
    assert not any(any(where.values()) for where in found.values()), found
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
