"""Tables that fit the page: widths, size, and other forms than a grid."""

from handbook.book import LinkIndex, build_tree
from handbook.book.paper import PAPERS
from handbook.book.table_layout import lay_out
from handbook.book.table_measure import text_width

A5 = PAPERS["a5"]


def table(head: list[str], *rows: list[str]) -> dict:
    def row(cells, tag):
        return "<tr>" + "".join(f"<{tag}>{cell}</{tag}>" for cell in cells) + "</tr>"

    html = f"<table><thead>{row(head, 'th')}</thead><tbody>{''.join(row(cells, 'td') for cells in rows)}</tbody></table>"
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
