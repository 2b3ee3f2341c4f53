"""Charts: what is drawn, what is only said, and what is refused."""

import re

import lxml.etree
import pytest
from core.tables.making import meta, table
from handbook.tables import chart_svg

YEARS = (
    "Năm;Tỷ lệ (%);Loại\n2022;12,66;chính thức\n2023;khoảng 13;chính thức\n2024;13,17;chính thức\n2025;14,02;ước tính\n"
)


def chart(tmp_path, csv, language="vi", standalone=False, **keys):
    declared = meta(bieu_do={"loai": "cot", "mo_ta": "Mô tả < cho người nghe.", **keys})
    return chart_svg(table(tmp_path, csv), declared, language, standalone=standalone)


def texts(svg):
    root = lxml.etree.fromstring(svg)
    return [node.text for node in root.iter("{http://www.w3.org/2000/svg}text")]


def test_bars_have_names_vietnamese_numbers_and_no_colour_or_style_of_their_own(tmp_path):
    svg, problems = chart(tmp_path, YEARS, x="Năm", y=["ty_le"], tieu_de="Tỷ lệ")
    assert not problems
    root = lxml.etree.fromstring(svg)
    assert root.get("role") == "img" and root[0].text == "Tỷ lệ" and root[1].text == "Mô tả < cho người nghe."
    assert root.get("aria-labelledby").split() == [root[0].get("id"), root[1].get("id")]
    assert texts(svg) == ["Đơn vị: %", "12,66", "2022", "khoảng 13", "2023", "13,17", "2024", "14,02", "2025"]
    assert svg.count("<rect") == 3 and "style" not in svg.replace("font-style", "") and "#" not in svg


def test_a_row_without_any_value_has_no_name_among_the_bars(tmp_path):
    csv = "Tỉnh,Điểm,Năm cũ\nHà Nội,3,1\nHuế,2,\nThanh Hóa,,\nĐiện Biên,,2\nHà Tĩnh,1,1\n"
    svg, _ = chart(tmp_path, csv, x="Tỉnh", y=["Điểm"])
    assert svg.count("<rect") == 3 and texts(svg) == ["3", "Hà Nội", "2", "Huế", "1", "Hà Tĩnh"]
    both, _ = chart(tmp_path, csv, x="Tỉnh", y=["Điểm", "Năm cũ"])
    assert "Điện Biên" in texts(both) and "Thanh Hóa" not in texts(both)


def test_inexact_values_are_words_unless_the_metadata_asks_for_outlines(tmp_path):
    svg, _ = chart(tmp_path, YEARS, x="Năm", y=["ty_le"], ve_so_uoc=True)
    assert svg.count("<rect") == 4 and len(re.findall("bieu-do-uoc.*stroke-dasharray", svg)) == 1


def test_standalone_has_its_own_colours_and_fonts(tmp_path):
    svg, _ = chart(tmp_path, YEARS, standalone=True, x="Năm", y=["ty_le"])
    assert "currentColor" not in svg and "Source Sans" in svg


def test_english_numbers_and_texts(tmp_path):
    svg, _ = chart(tmp_path, YEARS, "en", x="Năm", y=["ty_le"], tieu_de_en="Share", mo_ta_en="Bars.")
    assert (
        "12.66" in texts(svg)
        and "about 13" in texts(svg)
        and "<title" in svg
        and ">Share<" in svg
        and 'lang="en"' in svg
    )
    assert 'lang="vi"' in chart(tmp_path, YEARS, "en", x="Năm", y=["ty_le"])[0]


def test_long_labels_make_bars_lie(tmp_path):
    csv = "Vùng,Số\n" + "".join(f"Một vùng có tên rất dài số {i},{i}\n" for i in range(1, 9))
    svg, _ = chart(tmp_path, csv, x="Vùng", y=["Số"])
    widths = [float(w) for w in re.findall(r'<rect[^>]* width="([\d.]+)"', svg)]
    assert widths == sorted(widths) and widths[-1] == pytest.approx(8 * widths[0], rel=0.01)


def test_bar_heights_are_in_proportion_from_zero(tmp_path):
    svg, _ = chart(tmp_path, "Năm,Số\n2023,10\n2024,20\n2025,-5\n", x="Năm", y=["Số"])
    assert [float(h) for h in re.findall(r'<rect[^>]* height="([\d.]+)"', svg)] == pytest.approx([68, 136, 34])


def test_lines_keep_time_and_gaps(tmp_path):
    csv = "Năm,A,B\n2018,1,5\n2025,4,8\n2019,2,\n2020,3,7\n"
    svg, problems = chart(tmp_path, csv, loai="duong", x="Năm", y=["A", "B"])
    assert not problems
    xs = [float(x) for x in re.findall(r'<circle class="[^"]* bieu-do-1" cx="([\d.]+)"', svg)]
    assert xs == sorted(xs) and (xs[3] - xs[2]) == pytest.approx(5 * (xs[1] - xs[0]), rel=0.02)
    lines = re.findall(r'<polyline class="[^"]* (bieu-do-\d)" points="([^"]*)"', svg)
    assert [(name, len(points.split())) for name, points in lines if len(points.split()) > 1] == [
        ("bieu-do-1", 2),
        ("bieu-do-2", 2),
        ("bieu-do-1", 4),
        ("bieu-do-2", 2),
    ]


def test_stacks_add_up(tmp_path):
    svg, problems = chart(
        tmp_path, "Năm,Xã,Phường\n2023,80,40\n2024,70,60\n2025,60,60\n", loai="chong", x="Năm", y=["Xã", "Phường"]
    )
    bars = [
        (float(x), float(w))
        for x, w in re.findall(r'<rect class="bieu-do-so[^>]* x="([\d.]+)"[^>]* width="([\d.]+)"', svg)[2:]
    ]
    assert not problems and bars[1][0] == pytest.approx(bars[0][0] + bars[0][1], abs=0.2)


@pytest.mark.parametrize(
    ("csv", "keys", "said"),
    [
        (YEARS, {"x": "nam_x", "y": ["ty_le"]}, "không có cột “nam_x”"),
        (YEARS, {"x": "nam", "y": ["loai"]}, "không phải cột số"),
        (YEARS, {"x": "nam", "y": ["ty_le"], "loc": {"loai": "ước tính"}}, "chỉ có 1 điểm"),
        (YEARS, {"x": "nam", "y": ["ty_le"], "loc": {"loai": "uoc tinh"}}, "không có ô nào ghi “uoc tinh”"),
        ("Năm,Số\n2023,1\n2024,2\n2024,3\n2025,4\n", {"x": "nam", "y": ["so"]}, "“2024” có hai con số"),
        ("Năm,Số,Đơn vị\n2023,1,vụ\n2024,2,vụ\n2025,4,tỷ đồng\n", {"x": "nam", "y": ["so"]}, "không cùng một thước đo"),
        (
            "Năm,A (%),B (tỷ)\n2023,1,2\n2024,2,2\n2025,4,3\n",
            {"loai": "cot-nhom", "x": "nam", "y": ["a", "b"]},
            "khác đơn vị",
        ),
        ("Năm,A,B\n2023,1,2\n2024,2,\n2025,4,3\n", {"loai": "chong", "x": "nam", "y": ["a", "b"]}, "tổng sẽ sai"),
        ("N,A,B,C,D,E\nx,1,2,3,4,5\ny,1,2,3,4,5\nz,1,2,3,4,5\n", {"x": "n", "y": list("ABCDE")}, "quá nhiều"),
    ],
)
def test_charts_that_would_mislead_are_refused(tmp_path, csv, keys, said):
    svg, problems = chart(tmp_path, csv, **keys)
    assert svg == "" and said in " ".join(map(str, problems))
    assert all(problem.path == "docs/so-lieu/thu.md" and problem.fix.startswith("Cách sửa: ") for problem in problems)


def test_two_rows_of_one_year_are_fine_when_one_is_only_words(tmp_path):
    svg, problems = chart(tmp_path, "Năm,Số\n2023,1\n2024,2\n2025,vượt 30\n2025,32\n", x="nam", y=["so"])
    assert not problems and "vượt 30" in texts(svg)


def test_no_chart_declared_is_no_problem(tmp_path):
    assert chart_svg(table(tmp_path, YEARS), meta(), "vi") == ("", ())
