"""The HTML of a table: accessible, in the reader's number style, nothing unescaped."""

import lxml.html
from core.tables.making import table
from handbook.tables import render_table

CSV = (
    "Tỉnh;Năm;Số tổ (tổ);Nguồn\nHuế;2024;1.234.567,5;https://www.a.vn/x?y=1&z=2\n"
    'Lào Cai;2025;hơn 3.000;"http://b.vn/1 ; https://c.vn/2"\n<b>Hà Nội</b>;2025;–;javascript:alert(1)\n'
)


def page(html):
    return lxml.html.fragment_fromstring(html)


def test_structure_and_scopes(tmp_path):
    root = page(render_table(table(tmp_path, CSV), None, "vi", "Số tổ & tỉnh"))
    assert root.get("class") == "so-lieu" and root.get("data-rows") == "3" and root.get("data-search-exclude") is None
    assert root.xpath("string(.//caption)") == "Số tổ & tỉnh"
    heads = root.xpath(".//thead//th")
    assert [head.get("data-kind") for head in heads] == ["chu", "nam", "so", "nguon"]
    assert {head.get("scope") for head in heads} == {"col"}
    assert heads[2].text_content() == "Số tổ (tổ)" and heads[2].get("class") == "so"
    rows = root.xpath(".//tbody/tr")
    assert [row[0].tag for row in rows] == ["th"] * 3 and {row[0].get("scope") for row in rows} == {"row"}


def test_numbers_in_both_styles_and_sort_values(tmp_path):
    made = table(tmp_path, CSV)
    cells = page(render_table(made, None, "vi", "x")).xpath(".//tbody/tr/td[2]")
    assert [cell.text_content() for cell in cells] == ["1.234.567,5", "hơn 3.000", "–"]
    assert [cell.get("data-value") for cell in cells] == ["1234567.5", "3000", None]
    cells = page(render_table(made, None, "en", "x")).xpath(".//tbody/tr/td[2]")
    assert [cell.text_content() for cell in cells] == ["1,234,567.5", "more than 3,000", "–"]


def test_sources_are_short_links_and_nothing_else_is_a_link(tmp_path):
    root = page(render_table(table(tmp_path, CSV), None, "vi", "x"))
    links = root.xpath(".//a")
    assert [link.text for link in links] == ["a.vn", "nguồn 1", "nguồn 2"]
    assert [link.get("href") for link in links] == ["https://www.a.vn/x?y=1&z=2", "http://b.vn/1", "https://c.vn/2"]
    assert root.xpath("string(.//tbody/tr[3]/td[3])") == "javascript:alert(1)"
    assert not root.xpath(".//b") and root.xpath("string(.//tbody/tr[3]/th)") == "<b>Hà Nội</b>"


def test_one_source_for_all_rows_stands_below(tmp_path):
    rows = "".join(f"Xã {i},{i},https://a.vn/bai\n" for i in range(5))
    root = page(render_table(table(tmp_path, f"Xã,Số,Nguồn\n{rows}"), None, "vi", "x"))
    assert len(root.xpath(".//thead//th")) == 2
    assert root.xpath("string(.//p)") == "Nguồn của mọi hàng: a.vn" and len(root.xpath(".//a")) == 1


def test_rows_limit_and_columns(tmp_path):
    made = table(tmp_path, CSV)
    root = page(render_table(made, None, "vi", "x", rows=[2, 0, 1], limit=2, columns=[1, 2]))
    assert [row.text_content() for row in root.xpath(".//tbody/tr")] == ["2025–", "20241.234.567,5"]
    assert root.xpath(".//tbody/tr/th") and root.get("data-rows") == "2"


def test_notes_of_the_sheet_are_kept_with_the_whole_table_only(tmp_path):
    made = table(tmp_path, "Bảng 1. Tổ,,\nXã,Số,Ghi chú\nA,1,x\nB,2,y\nNguồn: Sở,,\n")
    assert [p.text for p in page(render_table(made, None, "vi", "x")).xpath(".//p")] == ["Bảng 1. Tổ", "Nguồn: Sở"]
    assert not page(render_table(made, None, "vi", "x", rows=[0])).xpath(".//p")


def test_ordinal_numbers_do_not_name_rows_but_the_declared_column_does(tmp_path):
    csv = "STT,Xã,Số\n1,Tân An,5\n2,Tân Bình,6\n"
    assert page(render_table(table(tmp_path, csv), None, "vi", "x")).xpath("string(.//tbody/tr/th)") == "Tân An"
    declared = table(tmp_path, csv, hang_dau="Số")
    assert page(render_table(declared, None, "vi", "x")).xpath("string(.//tbody/tr/th)") == "5"


def test_line_breaks_and_languages(tmp_path):
    made = table(tmp_path, 'Xã,Ghi chú\nA,"một\nhai"\nB,x\n', cot={"xa": {"ten": "Xã", "ten_en": "Commune"}})
    html = render_table(made, None, "en", "x")
    assert "một<br>hai" in html and '<tbody lang="vi">' in html
    assert '<th scope="col" data-key="xa"' in html and '<th scope="col" lang="vi" data-key="ghi_chu"' in html


def test_big_tables_stay_out_of_the_full_text_search(tmp_path):
    rows = "".join(f"Xã {i},{i}\n" for i in range(101))
    assert "data-search-exclude" in render_table(table(tmp_path, f"Xã,Số\n{rows}"), None, "vi", "x")


def test_rows_of_words_become_cards_on_a_phone_and_rows_of_numbers_do_not(tmp_path):
    long = "Phường An Thới, Phường Bình Thủy, Phường Bùi Hữu Nghĩa và một phần Phường Trà An"
    wordy = render_table(
        table(tmp_path, f'Xã mới,Hợp thành từ\nBình Thủy,"{long}"\nCái Khế,Xã B\n'), None, "vi", "Bảng"
    )
    numbers = render_table(
        table(tmp_path, f'Xã mới,Số hộ,Ghi chú\nBình Thủy,5,"{long}"\nCái Khế,6,\n'), None, "vi", "Bảng"
    )
    assert " data-xep" in wordy and " data-xep" not in numbers
