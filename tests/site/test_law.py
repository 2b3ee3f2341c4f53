"""A new law, from the register's row to the pages that must change."""

import csv
import json
import subprocess
import sys

import pytest
from lxml import html as lxml_html
from support import ROOT

HEAD = (
    "so_hieu,ten_ngan,loai,trich_yeu,co_quan_ban_hanh,ngay_ban_hanh,ngay_hieu_luc,het_hieu_luc,het_giai_doan,tinh_trang,"
    "van_ban_thay_the,sua_doi_boi,linh_vuc,nguon_1,nguon_2,xac_minh,ghi_chu,dung_nham\n"
)
OLD = (
    "13/2023/NĐ-CP,,Nghị định,Bảo vệ dữ liệu cá nhân,Chính phủ,2023-04-17,2023-07-01,{end},,{state},{new},,dữ liệu,"
    "https://a.example/13,,mot-nguon,,\n"
)
NEW = (
    "356/2025/NĐ-CP,,Nghị định,Chi tiết Luật Bảo vệ dữ liệu cá nhân,Chính phủ,2025-12-31,2026-01-01,,,con-hieu-luc,,,"
    "dữ liệu,https://a.example/356,,mot-nguon,,\n"
)
BEFORE = HEAD + OLD.format(end="", state="con-hieu-luc", new="")
AFTER = HEAD + OLD.format(end="", state="het-hieu-luc", new="356/2025/NĐ-CP") + NEW
PAGE = "---\ntitle: {title}\nngay: 2026-01-01\nnguon: [{{ten: Nguồn thử, ngay: 2026}}]\n---\nMở đầu.\n\nTheo {citation}, phải hỏi trước.\n"
PLAIN = "Nghị định 13/2023/NĐ-CP"


@pytest.fixture
def site(tiny):
    tiny.environment = {"HANDBOOK_BOOK": "false"}
    tiny.write("van-ban/van-ban.csv", BEFORE)
    tiny.write("chuyen-de/dan-luat.md", PAGE.format(title="Bài dẫn luật", citation=PLAIN))
    tiny.write("chuyen-de/khong-dan.md", PAGE.format(title="Bài không dẫn", citation="kinh nghiệm"))
    return tiny


def words(element):
    return " ".join(element.text_content().split())


def check(site):
    done = subprocess.run(
        [sys.executable, str(ROOT / "hooks"), "check", "--docs", str(site.docs)],
        stdout=subprocess.PIPE,
        check=False,
    )
    return done.returncode, done.stdout.decode("utf-8")


def test_a_replaced_decree_makes_exactly_its_pages_stale_until_they_say_so(site):
    assert site.build() == 0, site.log
    assert check(site)[0] == 0

    site.write("van-ban/van-ban.csv", AFTER)
    assert site.build() != 0
    warned = [line for line in site.log.splitlines() if "WARNING" in line]
    assert warned and all("docs/chuyen-de/dan-luat.md:8:" in line for line in warned), site.log
    assert "356/2025/NĐ-CP" in warned[0]
    status, text = check(site)
    assert status == 1 and "docs/chuyen-de/dan-luat.md (dòng 8)" in text and "khong-dan" not in text

    site.write(
        "chuyen-de/dan-luat.md", PAGE.format(title="Bài dẫn luật", citation="*Nghị định 13/2023/NĐ-CP*{.lich-su} (cũ)")
    )
    assert site.build() == 0, site.log
    assert check(site)[0] == 0


def test_a_citation_links_to_a_page_that_knows_its_status_and_its_citers(site):
    site.write("van-ban/van-ban.csv", AFTER)
    site.write(
        "chuyen-de/dan-luat.md", PAGE.format(title="Bài dẫn luật", citation="*Nghị định 13/2023/NĐ-CP*{.lich-su}")
    )
    assert site.build() == 0, site.log
    page = lxml_html.fromstring(site.html("chuyen-de/dan-luat"))
    (link,) = page.find_class("van-ban")
    assert words(link) == PLAIN and link.get("href") == "../../van-ban/13-2023-nd-cp/" and link.get("data-goi-y")
    assert words(page.find_class("van-ban-tt")[0])  # the status stands in words, not in colour alone
    for address in ("van-ban/13-2023-nd-cp", "en/van-ban/13-2023-nd-cp"):
        document = lxml_html.fromstring(site.html(address))
        assert "356/2025/NĐ-CP" in document.text_content()
        assert [words(item) for item in document.xpath('//ul[@class="van-ban-trang-dan"]//a')] == ["Bài dẫn luật"]
    index = lxml_html.fromstring(site.html("van-ban"))
    assert {words(row[0]): words(row[5]) for row in index.xpath("//tbody/tr")}.keys() == {
        "13/2023/NĐ-CP",
        "356/2025/NĐ-CP",
    }


def test_a_citation_in_a_data_table_is_linked_too(site):
    site.write("van-ban/van-ban.csv", AFTER)
    site.write("chuyen-de/dan-luat.md", PAGE.format(title="Bài", citation="kinh nghiệm"))
    site.write("so-lieu/can-cu.csv", "nam,can_cu\n2025,Nghị định 356/2025/NĐ-CP\n2026,không có\n")
    assert site.build() == 0, site.log
    page = lxml_html.fromstring(site.html("so-lieu/can-cu"))
    (link,) = page.xpath('//td/a[@class="van-ban"]')
    assert words(link) == "Nghị định 356/2025/NĐ-CP" and link.get("href") == "../../van-ban/356-2025-nd-cp/"


def test_the_register_can_be_downloaded_whole(site):
    site.write("van-ban/van-ban.csv", AFTER)
    site.write("chuyen-de/dan-luat.md", PAGE.format(title="Bài", citation="kinh nghiệm"))
    assert site.build() == 0, site.log
    rows = list(csv.reader((site.out / "van-ban" / "van-ban.csv").read_text("utf-8-sig").splitlines()))
    assert rows == list(csv.reader(AFTER.splitlines()))
    links = lxml_html.fromstring(site.html("en/van-ban")).xpath("//a[@download]/@href")
    assert links == ["../../van-ban/van-ban.csv", "../../van-ban/van-ban.xlsx"]


def test_an_unknown_number_is_a_problem_with_a_suggestion(site):
    site.write("chuyen-de/dan-luat.md", PAGE.format(title="Bài dẫn luật", citation="Nghị định 31/2023/NĐ-CP"))
    status, text = check(site)
    assert status == 1 and "docs/chuyen-de/dan-luat.md:8:" in text and "31/2023/NĐ-CP" in text


def test_a_term_is_explained_once_a_page(site):
    site.write(
        "thuat-ngu/thuat-ngu.csv",
        "thuat_ngu,viet_tat,bien_the,giai_nghia,linh_vuc,nguon\n"
        "Mã dùng một lần,OTP,mã OTP,Dãy số gửi về máy để xác nhận.,an toàn,Cẩm nang giải nghĩa\n",
    )
    site.write("chuyen-de/otp.md", PAGE.format(title="OTP", citation="OTP").replace("phải hỏi", "giữ mã OTP, phải hỏi"))
    assert site.build() == 0, site.log
    links = lxml_html.fromstring(site.html("chuyen-de/otp")).find_class("thuat-ngu")
    assert [words(link) for link in links] == ["OTP"]
    target = links[0].get("href").partition("#")[2]
    said = (site.out / "thuat-ngu" / "dinh-nghia.js").read_text(encoding="utf-8")
    assert f'"{target}":"Dãy số gửi về máy để xác nhận."' in said
    assert lxml_html.fromstring(site.html("thuat-ngu")).get_element_by_id(target) is not None


def test_pages_json_tells_what_tools_need(site):
    assert site.build() == 0, site.log
    records = {record["file"]: record for record in json.loads((site.out / "pages.json").read_text("utf-8"))}
    chapter = records["docs/ky-nang/mot.md"]
    assert chapter["url"] == "https://cam-nang.example/ky-nang/mot/" and chapter["review_by"] == "2027-01-01"
    assert chapter["sources"][0]["url"] == "https://bao.example/bai" and chapter["translated"] is True
    assert records["docs/chuyen-de/dan-luat.md"]["documents"] == ["13/2023/NĐ-CP"]
    states = lxml_html.fromstring(site.html("tinh-trang"))
    assert any("Bài dẫn luật" in words(row) for row in states.xpath("//tbody/tr"))
