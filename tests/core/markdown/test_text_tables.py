"""Tables written in Markdown get a frame with a name, headers with a scope, and cells that know their column."""

import markdown
from handbook.markdown.text_tables import TextTables
from lxml import html as lxml_html

TWO = "| A | B |\n|---|---|\n| 1 | 2 |\n"
THREE = "| Việc | Mức *phạt* | Văn bản |\n|---|---|---|\n| a | 2 triệu | NĐ |\n| b | | x |\n"
EMPTY = "| Ngày | Việc | Ký |\n|---|---|---|\n| | | |\n| | | |\n| mẫu | a | b |\n"


def tables(text, language="vi"):
    md = markdown.Markdown(extensions=["tables", "toc", TextTables(lambda: (language, "Tên trang"))])
    return lxml_html.fromstring(f"<div>{md.convert(text)}</div>")


def test_a_frame_is_named_after_the_heading_above_and_can_be_reached_by_keyboard():
    page = tables(f"{TWO}\n## Mức phạt\n\n{TWO}\n{THREE}")
    frames = page.findall(".//div[@class='bang']")
    assert [frame.get("aria-label") for frame in frames] == [
        "Bảng: Tên trang",
        "Bảng: Mức phạt",
        "Bảng: Mức phạt (2)",
    ]
    assert all(frame.get("role") == "region" and frame.get("tabindex") == "0" for frame in frames)


def test_the_name_is_in_the_language_of_the_page():
    assert tables(TWO, "en").find(".//div[@class='bang']").get("aria-label") == "Table: Tên trang"


def test_headers_have_a_scope():
    assert {cell.get("scope") for cell in tables(TWO + "\n\n" + THREE).iter("th")} == {"col"}


def test_the_corner_above_the_names_of_rows_is_no_header():
    table = tables("| | Hà Nội | Gia Lai |\n|---|---|---|\n| Tổ | 1 | 2 |\n").find(".//table")
    corner, *others = table.findall("thead/tr/*")
    assert corner.tag == "td" and corner.get("scope") is None
    assert [(cell.tag, cell.get("scope")) for cell in others] == [("th", "col")] * 2
    assert [cell.get("data-cot") for cell in table.findall("tbody/tr/td")] == [None, "Hà Nội", "Gia Lai"]


def test_three_columns_stack_and_every_cell_but_the_first_knows_its_column():
    table = tables(THREE).find(".//table")
    assert "data-xep" in table.attrib
    rows = [[cell.get("data-cot") for cell in row.iter("td")] for row in table.findall("tbody/tr")]
    assert rows == [[None, "Mức phạt", "Văn bản"]] * 2


def test_two_columns_and_forms_to_fill_in_stay_grids():
    for text in (TWO, EMPTY):
        table = tables(text).find(".//table")
        assert "data-xep" not in table.attrib and not table.findall(".//td[@data-cot]")


def test_text_after_a_table_stays_behind_it():
    assert tables(f"{TWO}\nsau bảng").xpath("string(.//div[@class='bang']/following-sibling::p)") == "sau bảng"
