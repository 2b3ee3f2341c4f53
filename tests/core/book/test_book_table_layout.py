"""Tables that fit the page: widths, size, and other forms than a grid."""

from handbook.book import LinkIndex, build_tree
from handbook.book.html_tree.inline import plain
from handbook.book.layout.paper import PAPERS
from handbook.book.layout.table_layout import lay_out
from handbook.book.layout.table_measure import text_width

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
