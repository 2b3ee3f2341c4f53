"""Tables that fit the page: widths, size, and other forms than a grid."""

import pytest
from handbook.book.html_tree.book_links import LinkIndex
from handbook.book.html_tree.inline import plain
from handbook.book.html_tree.tree import build_tree
from handbook.book.layout.paper import PAPERS
from handbook.book.layout.table_layout import lay_out
from handbook.book.layout.table_measure import columns_of, lowered, mean_height, text_width

A5 = PAPERS["a5"]


def table(head: list[str], *rows: list[str]) -> dict:
    def row(cells, tag):
        return "<tr>" + "".join(f"<{tag}>{cell}</{tag}>" for cell in cells) + "</tr>"

    html = (
        f"<table><thead>{row(head, 'th')}</thead><tbody>{''.join(row(cells, 'td') for cells in rows)}</tbody></table>"
    )
    (node,), _ = build_tree(html, "a", LinkIndex({}, {}, {}), "docs/a.md")
    lay_out(node, A5, 10.5)
    return node


def test_a_small_table_is_a_grid_in_normal_type_and_stays_whole():
    node = table(["Tuổi", "Tài khoản"], ["14", "mức 1"], ["6", "mức 2"])
    assert (node["layout"], node["size"], node["whole"], node["tall"]) == ("grid", "normal", True, False)


def test_words_are_never_wider_than_their_column():
    node = table(["Năm", "Đơn vị", "Ghi chú"], ["2025", "nghiêng", "chữ " * 60], ["2026", "thẳng", "chữ"])
    line = A5.measure_pt / 10.5 / {"normal": 0.9, "small": 0.82, "tiny": 0.74}[node["size"]] - 3 * 0.8
    scale = line / sum(node["widths"])
    assert node["widths"][1] * scale >= text_width("nghiêng")
    assert node["widths"][2] > 2 * node["widths"][1]


def test_many_numeric_columns_turn_the_page():
    node = table([f"Cột{n}" for n in range(11)], ["12.345.678"] * 11)
    assert node["layout"] == "turned"


def test_too_many_columns_become_entries():
    node = table([f"Cột {n}" for n in range(30)], ["12.345.678"] * 30)
    assert node["layout"] == "records"
    assert node["body"][0][0]["short"]


def test_long_text_in_many_columns_becomes_entries():
    node = table(["A", "B", "C", "D"], *[["lời dài " * 40] * 4] * 3)
    assert node["layout"] == "records"


def test_thousands_of_rows_are_set_compactly():
    node = table(["Xã", "Hợp từ"], *[["An Bình", "A, B"]] * 3321)
    assert (node["layout"], node["size"]) == ("compact", "tiny")


def test_an_empty_table_is_no_error():
    assert table(["A", "B"])["layout"] == "grid"


def test_a_wide_table_of_figures_is_cut_into_tables_with_the_same_rows():
    node = table(
        ["Tỉnh", *[f"Cột số {n} của bảng" for n in range(13)]], *[[f"Tỉnh {n}", *["1.234.567"] * 13] for n in range(3)]
    )
    assert node["layout"] == "panels" and len(node["panels"]) > 1
    for panel in node["panels"]:
        assert [plain(row[0]["c"][0]["c"]) for row in panel["body"]] == ["Tỉnh 0", "Tỉnh 1", "Tỉnh 2"]
    assert sum(len(panel["head"][0]) - 1 for panel in node["panels"]) == 13


def test_a_form_gets_room_to_write_in_and_a_sample_row_becomes_several():
    assert "form" not in table(["Năm", "Số"], ["2025", "1"], ["2026", ""])
    count = table(["Điều đếm", "Số"], ["Hộ có mạng", ""], ["Hộ chưa có", "……"])
    assert count["form"] and len(count["body"]) == 2
    log = table(["Ngày", "Việc"], ["", ""])
    assert log["form"] and len(log["body"]) == 8


def test_names_stay_on_one_line_where_that_costs_no_height():
    node = table(
        ["Nhóm", "Dấu hiệu", "Việc của tổ"],
        ["B. Cần đẩy một tay", "Có máy, có mạng, chưa ai thao hoặc còn sợ", "Mời ra buổi ở nhà văn hóa"],
        ["C. Cần đến tận nơi", "Không máy, không sóng, người già ở một mình", "Đến nhà, đi cùng ra trung tâm"],
    )
    line = A5.measure_pt / 10.5 / {"normal": 0.9, "small": 0.82, "tiny": 0.74}[node["size"]] - 3 * 0.8
    assert node["widths"][0] * line / sum(node["widths"]) >= text_width("B. Cần đẩy một tay")


def notes(node: dict) -> list[str]:
    return [plain(note).replace("\u00a0", " ") for note in node.get("notes", [])]


def test_a_column_that_says_the_same_in_every_row_becomes_a_note():
    node = table(["Năm", "Số", "Đơn vị"], *[[str(year), str(year % 7), "nghìn người"] for year in range(2020, 2025)])
    assert notes(node) == ["Đơn vị: nghìn người"] and len(node["widths"]) == 2
    assert [len(row) for row in (*node["head"], *node["body"])] == [2] * 6
    other = table(["Năm", "Số", "Đơn vị"], *[[str(year), "1", "người" if year % 2 else "hộ"] for year in range(4)])
    assert notes(other) == ["Số: 1"] and len(other["widths"]) == 2
    assert notes(table(["Năm", "Số"], *[["2025", "1"]] * 4)) == []  # a table keeps two columns


def test_a_column_that_repeats_another_names_only_its_differences():
    rows = [[f"Tỉnh {n}", str(n), str(n if n != 7 else 70), f"khác {n % 5}"] for n in range(12)]
    node = table(["Tỉnh", "Xã, 2025", "Xã, 2026", "Ghi"], *rows)
    assert notes(node) == ["Xã, 2026: như cột “Xã, 2025”; riêng Tỉnh 7: 70"] and len(node["widths"]) == 3


def test_what_is_the_rule_is_said_once_and_the_exceptions_below_the_name():
    rows = [[f"{n}/2026/NĐ-CP", "hết hiệu lực" if n == 3 else "còn hiệu lực", f"Về việc {n}"] for n in range(12)]
    node = table(["Số hiệu", "Tình trạng", "Trích yếu"], *rows)
    assert notes(node) == ["Tình trạng: còn hiệu lực, trừ hàng nào ghi khác dưới tên."]
    names = [" ".join(plain(block["c"]) for block in row[0]["c"]) for row in node["body"]]
    assert names[3] == "3/2026/NĐ-CP hết hiệu lực" and names[4] == "4/2026/NĐ-CP" and len(node["widths"]) == 2


def test_a_few_long_texts_become_letters():
    texts = ["danh mục của Cục Thống kê và bản đồ", "danh mục của Cục Thống kê, bản đồ và báo"]
    node = table(["Tỉnh", "Số", "Đối chiếu"], *[[f"Tỉnh {n}", str(n), texts[n % 2]] for n in range(9)])
    assert notes(node) == [f"Đối chiếu: a: {texts[0]}", f"b: {texts[1]}"]
    assert [plain(row[2]["c"][0]["c"]) for row in node["body"]] == list("abababab") + ["a"]


def test_forms_and_tables_with_joined_cells_repeat_what_they_like():
    assert notes(table(["Ngày", "Việc", "Giờ", "Ai"], *[["", "", "", "tổ"]] * 5)) == []
    html = "<table><thead><tr><th>A</th><th>B</th><th>C</th></tr></thead><tbody>" + (
        "<tr><td>1</td><td>hai</td><td>ba</td></tr>" * 4 + '<tr><td colspan="3">x</td></tr></tbody></table>'
    )
    (node,), _ = build_tree(html, "a", LinkIndex({}, {}, {}), "docs/a.md")
    lay_out(node, A5, 10.5)
    assert notes(node) == []


def test_many_rows_of_middling_words_turn_the_page():
    heads = ["Tỉnh", *[f"Cột số {n} của bảng" for n in range(8)]]
    node = table(heads, *[[f"Tỉnh {n}", *[f"{n}.234.56{m}" for m in range(8)]] for n in range(12)])
    assert node["layout"] == "turned"


def test_widths_are_settled_by_what_the_rows_hold():
    head = [[{"c": [{"t": "p", "c": [name]}]} for name in ("Loại", "Trích yếu", "Lĩnh vực")]]
    texts = [("Nghị định", "Nội dung dài của văn bản kể ra cho hết " * 3, "thuế, hộ kinh doanh") for _ in range(6)]
    columns = columns_of(head, [[{"c": [{"t": "p", "c": [text]}]} for text in row] for row in texts], 3)
    before = [10.0, 10.0, 10.0]
    after = lowered(columns, before)
    assert sum(after) == pytest.approx(30) and all(
        now >= column.least for now, column in zip(after, columns, strict=True)
    )
    assert mean_height(columns, after) < mean_height(columns, before)
    assert lowered(columns, after) == after
