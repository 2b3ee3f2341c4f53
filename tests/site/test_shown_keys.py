"""Tasks and competences, open questions and tried steps on a site really built, and in its book."""

import json

from lxml import html as lxml_html
from support import pdf_text

KEYS = """---
nhiem_vu_to: [huong-dan]
nang_luc: [thiet-bi-dich-vu, an-toan]
da_thu:
  - {ngay: 2026-08-15, ung_dung: VNeID, phien_ban: "2.2"}
chua_ro:
  - {dieu: Mức phụ cấp của tổ viên, hoi: Xã chi bao nhiêu?, ai: Ủy ban nhân dân xã, truoc: 2027-02-28}
"""


def words(element):
    return " ".join(element.text_content().split())


def test_the_keys_of_a_chapter_are_shown_everywhere(tiny):
    chapter = (tiny.docs / "ky-nang/mot.md").read_text(encoding="utf-8")
    tiny.write("ky-nang/mot.md", KEYS + chapter.removeprefix("---\n"))
    assert tiny.build() == 0, tiny.log
    page = lxml_html.fromstring(tiny.html("ky-nang/mot"))
    assert words(page.find_class("da-thu")[0]) == "Đã thử 15/08/2026 trên VNeID 2.2"
    (served,) = page.find_class("phuc-vu")
    assert words(served) == ("Nhiệm vụ của tổ: hướng dẫn dịch vụ số. Năng lực số: thiết bị, dịch vụ số; an toàn.")
    assert served.find("a").get("href") == "../../nhiem-vu/ban-do-nang-luc/"
    (box,) = page.xpath('//div[@class="admonition question"][p="Còn phải hỏi lại"]')
    assert "Hỏi Ủy ban nhân dân xã (trước 28/02/2027): Xã chi bao nhiêu?" in words(box)
    # After all of the text, before the sources.
    assert box.xpath('following::section[@class="nguon"]') and not box.xpath('following::a[@class="headerlink"]')

    # The map: a page of Part 3 in both languages, in its navigation and in search.
    the_map = lxml_html.fromstring(tiny.html("nhiem-vu/ban-do-nang-luc"))
    assert the_map.xpath('//table[@class="ban-do"]//tr[@id="huong-dan"]//a/@href') == ["../../ky-nang/mot/"]
    english = lxml_html.fromstring(tiny.html("en/nhiem-vu/ban-do-nang-luc"))
    assert words(english.find(".//h1")) == "Map of tasks and digital competences"
    index = lxml_html.fromstring(tiny.html("nhiem-vu"))
    assert "Bản đồ nhiệm vụ và năng lực số" in words(index)
    assert "ban-do-nang-luc" in (tiny.out / "search" / "vi.js").read_text(encoding="utf-8")

    # For editors: the table of what is open, and the same facts for tools.
    status = lxml_html.fromstring(tiny.html("tinh-trang"))
    (row,) = status.xpath('//h2[@id="con-phai-hoi"]/following::table[1]/tbody/tr')
    assert [words(cell) for cell in row.iterfind("td")][:3] == [
        "Mức phụ cấp của tổ viên",
        "Xã chi bao nhiêu?",
        "Ủy ban nhân dân xã",
    ]
    english = lxml_html.fromstring(tiny.html("en/tinh-trang"))
    (row,) = english.xpath('//h2[@id="con-phai-hoi"]/following::table[1]/tbody/tr')
    assert [cell.get("lang") for cell in row.iterfind("td")] == ["vi", "vi", "vi", None]
    records = {record["file"]: record for record in json.loads((tiny.out / "pages.json").read_text(encoding="utf-8"))}
    record = records["docs/ky-nang/mot.md"]
    assert (record["legal_tasks"], record["open_questions"], record["tried"]) == (["huong-dan"], 1, ["2026-08-15"])

    text = " ".join(pdf_text(tiny.out / "tai-ve/cam-nang-chuyen-doi-so.pdf").split())
    for expected in ("Còn phải hỏi lại", "Đã thử 15/08/2026 trên VNeID 2.2", "Bảy nhóm năng lực số"):
        assert expected in text
