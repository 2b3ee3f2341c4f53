"""Tables inside pages: blocks with filters and charts, and figures quoted in running text."""

import datetime as dt

import pytest
from handbook.load import read_catalog
from handbook.markdown.blocks import HandbookBlocks, TableRequest
from handbook.markdown.quoted_figures import Quotation, Quotations, parse
from handbook.site.pages.table_block import quote, render
from markdown import Markdown

TABLE = "nam,tinh,so_ho\n2024,An Giang,1200\n2025,An Giang,1500\n2025,Cà Mau,900\n2026,Cà Mau,hơn 1000\n"
META = """---
title: Số hộ
ngay: 2026-01-01
dinh_dang_so: "1234.5"
nguon: [{ten: Nguồn thử, ngay: 2026}]
cot: {nam: {ten: Năm, kieu: nam}, tinh: {ten: Tỉnh}, so_ho: {ten: Số hộ, kieu: so, don_vi: hộ}}
CHART---
"""
CHART = "bieu_do: {loai: cot, x: nam, y: [so_ho], loc: {tinh: An Giang|Cà Mau}, mo_ta: Số hộ theo năm}\n"


@pytest.fixture
def catalog(tmp_path):
    def build(body, chart="", head=""):
        docs = tmp_path / "docs"
        for uri, text in {
            "so-lieu/ho.csv": TABLE,
            "so-lieu/ho.md": META.replace("CHART", chart),
            "chuyen-de/bai.md": f"---\ntitle: Bài\nngay: 2026-01-01\n{head}---\n{body}",
        }.items():
            (docs / uri).parent.mkdir(parents=True, exist_ok=True)
            (docs / uri).write_text(text, encoding="utf-8")
        return read_catalog(docs, dt.date(2026, 11, 23))

    return build


def url(path):
    return "/" + path


def convert(body, catalog):
    blocks = HandbookBlocks(render_table=lambda request: render(request, catalog, "vi", url, "bai"))
    quotations = Quotations(lambda quotation: quote(quotation, catalog, "vi", url))
    return Markdown(extensions=[blocks, quotations]).convert(body)


@pytest.mark.parametrize(
    "body",
    [
        "/// so-lieu | ho\n///\n",
        "/// so-lieu | ho\n    loc: {tinh: An Giang}\n\n///\n",
        "Có {{so-lieu | ho | nam=2024 | so_ho}} hộ.\n",
        "Có {{ so-lieu|ho|nam=2025, tinh=Cà Mau|so_ho }}.\n",
        "`{{so-lieu | khong-co | a=b | c}}`\n",
        "```\n/// so-lieu | khong-co\n///\n```\n",
    ],
)
def test_good_references_pass(catalog, body):
    assert catalog(body).problems == ()


@pytest.mark.parametrize(
    ("body", "line", "says"),
    [
        ("/// so-lieu | hoo\n///\n", 5, "Có phải ý bạn là “ho”"),
        ("x\n\n/// so-lieu | ho\n    loc: {tinhh: An Giang}\n\n///\n", 7, "không có cột “tinhh”"),
        ("/// so-lieu | ho\n    loc: {tinh: An Giangg}\n\n///\n", 5, "An Giangg"),
        ("/// so-lieu | ho\n    loca: {tinh: An Giang}\n\n///\n", 5, "không có tùy chọn “loca”"),
        ("/// so-lieu | ho\n    hien: hinh\n\n///\n", 5, "hien không nhận “hinh”"),
        ("/// so-lieu | ho\n    hien: bieu-do\n\n///\n", 5, "chưa khai biểu đồ"),
        ("Có {{so-lieu | ho | nam=2025 | so_ho}}.\n", 5, "2 hàng"),
        ("Có {{so-lieu | ho | nam=2023 | so_ho}}.\n", 5, "2023"),
        ("Có {{so-lieu | ho | nam=2024 | so_nguoi}}.\n", 5, "so_nguoi"),
        ("Có {{so-lieu | ho}}.\n", 5, "Không hiểu"),
    ],
)
def test_wrong_references_are_told_with_their_line(catalog, body, line, says):
    problems = catalog(body).problems
    assert [(problem.path, problem.line) for problem in problems] == [("docs/chuyen-de/bai.md", line)]
    assert says in str(problems[0])


def test_a_filtered_block_shows_only_those_rows(catalog):
    html = convert("/// so-lieu | ho\n    loc: {tinh: An Giang}\n\n///\n", catalog(""))
    assert "1.500" in html and "Cà Mau" not in html and 'href="/so-lieu/ho"' in html and "Nguồn thử" in html


def test_a_chart_block_shows_the_chart(catalog):
    found = catalog("/// so-lieu | ho\n    hien: bieu-do\n\n///\n", CHART.replace("An Giang|Cà Mau", "An Giang|Cà Mau"))
    html = convert("/// so-lieu | ho\n    hien: bieu-do\n\n///\n", found)
    assert ("<svg" in html) == (found.problems == ())
    assert "<table" not in html


def test_a_quoted_figure_follows_the_table(catalog):
    found = catalog("")
    html = convert("Có {{so-lieu | ho | nam=2024 | so_ho}}, sau đó {{so-lieu | ho | nam=2026 | so_ho}}.", found)
    assert ">1.200\u00a0hộ</a>" in html and ">hơn 1.000\u00a0hộ</a>" in html


def test_code_is_left_alone(catalog):
    html = convert("`{{so-lieu | ho | nam=2024 | so_ho}}`", catalog(""))
    assert "{{so-lieu | ho | nam=2024 | so_ho}}" in html and "<a" not in html


def test_what_a_quotation_says():
    assert parse(" ho | nam=2025, tinh=Cà Mau | so_ho ") == Quotation("ho", {"nam": "2025", "tinh": "Cà Mau"}, "so_ho")
    assert parse("ho | nam | so_ho") is None


def test_an_unknown_table_leaves_a_visible_notice(catalog):
    assert "Không có bảng số liệu “khong”" in render(TableRequest("khong"), catalog(""), "vi", url, False)
