"""Nothing takes more than its time: texts are limited before they are read, and reading them is about linear."""

import datetime as dt
import re
import time
import zipfile

import pytest
from handbook.checks import check_content, read_pages
from handbook.checks.cited_law import read_citations
from handbook.load import read_catalog
from handbook.markdown.phone_links import with_calls
from handbook.site.pages.task_card import card_and_rest
from handbook.source.frontmatter import split
from handbook.source.text_files import MOST_CHARACTERS, MOST_LINES, within_limits
from handbook.tables.file import limits
from handbook.tables.meaning.read_table import read_table
from support import ROOT

HEAD = "---\ntitle: A\nngay: 2026-11-24\n---\n\n"
LONG = {
    "blanks": ("# a" + " " * 2000 + "b", "dấu cách liền nhau"),
    "hard blanks": ("a" + "\u00a0" * 2000 + "b", "dấu cách liền nhau"),
    "one sign": ("a\n" + "[" * 5000, "lặp lại"),
    "another sign": ("=" * 300, "lặp lại"),
    "nested quotes": (">" * 200, "lồng nhau"),
    "nested lists": ("- " * 500 + "a", "lồng nhau"),
    "a word": ("x" * 3000, "Một từ dài"),
    "a line": ("một hai " * 2000, "Một dòng dài"),
    "links": ("[a](b " * 900, "dấu mở ngoặc"),
    "tags over many lines": ("<a\n" * 2000, "thẻ mở bằng <"),
    "many lines": ("a\n" * (MOST_LINES + 5), "Trang dài"),
    "many letters": ("một hai ba bốn năm\n\n" * (MOST_CHARACTERS // 18), "Trang dài"),
    "an embedded picture": ("![][a]\n\n[a]: <data:image/png;base64," + "iVBORw0KGgo" * 8000 + ">", "ảnh nhúng"),
}


@pytest.mark.parametrize(("body", "says"), LONG.values(), ids=LONG)
def test_what_is_too_long_is_told_once_and_cut_short(body, says):
    text, problems = within_limits(HEAD + body, "docs/x.md")
    assert [says in problem.message for problem in problems] == [True] and problems[0].fix
    assert len(text) <= MOST_CHARACTERS and within_limits(text, "docs/x.md") == (text, ())


# Wherever it begins and whatever stands beside it: what is searched first, quickly, must not miss it.
@pytest.mark.parametrize("before", [0, 1, 60, 124, 125, 126, 300])
@pytest.mark.parametrize(
    ("sign", "longest"), [("=", 250), ("[", 250), (" ", 249), ("\u00a0\t", 124), ("x", 1499), ("đ", 1499)]
)
def test_the_first_length_that_is_too_long_is_told_at_any_place(before, sign, longest):
    around = "một hai\n" + "y" * before + " "
    assert within_limits(f"{around}a{sign * (longest - sign.isalpha())}\nb", "docs/x.md")[1] == ()
    assert len(within_limits(f"{around}a{sign * (longest + 1)}\nb", "docs/x.md")[1]) == 1


def test_the_line_is_told_and_lines_keep_their_numbers():
    text, (problem,) = within_limits("a\nb\n" + "x" * 3000 + "\nc\n", "docs/x.md")
    assert problem.line == 3 and text.split("\n")[3] == "c"


def test_no_page_of_the_handbook_is_touched():
    for path in sorted((ROOT / "docs").rglob("*.md")):
        text = path.read_text(encoding="utf-8")
        assert within_limits(text, path.name) == (text, ()), path


def seconds(tmp_path, body):
    docs = tmp_path / "docs"
    (docs / "chuyen-de").mkdir(parents=True, exist_ok=True)
    (docs / "van-ban").mkdir(exist_ok=True)
    (docs / "van-ban" / "van-ban.csv").write_bytes((ROOT / "docs" / "van-ban" / "van-ban.csv").read_bytes())
    (docs / "chuyen-de" / "bai.md").write_text(HEAD + body, encoding="utf-8")
    started = time.process_time()
    catalog = read_catalog(docs, dt.date(2026, 11, 30))
    list(check_content(read_pages(docs, catalog)))
    list(read_citations(catalog))
    return time.process_time() - started


UNITS = ["[a](", "<a ", "{: a=", "**a", "`a ", "# a", "- a\n", "| a", "a: b\n", "“a”\n\n", "Điều 1, ", "/// a\n", "!!! a\n", "&a;", "[^a]\n"]  # fmt: skip


@pytest.mark.parametrize("unit", UNITS)
def test_twice_the_text_takes_about_twice_the_time(tmp_path, unit):
    seconds(tmp_path, "a")
    size = 12_000 // len(unit)
    # Lines short enough for the limits, so that it is the patterns that are looked at.
    once, twice = (
        min(seconds(tmp_path, "\n\n".join([unit * 40] * (count // 40)) + "\n") for _ in range(2))
        for count in (size, 2 * size)
    )
    assert twice < 4 * once + 0.4, (once, twice)


def ods(path, rows):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr(
            "content.xml",
            '<?xml version="1.0"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
            'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
            f'office:version="1.3"><office:body><office:spreadsheet><table:table table:name="S">{rows}</table:table>'
            "</office:spreadsheet></office:body></office:document-content>",
        )


def cell(text, more=""):
    return f'<table:table-cell office:value-type="string" {more}><text:p>{text}</text:p></table:table-cell>'


@pytest.mark.parametrize(
    "rows",
    [
        f"<table:table-row>{cell('Tên')}{cell('Số')}</table:table-row>"
        f"<table:table-row table:number-rows-repeated='1048576'>{cell('a')}{cell('1')}</table:table-row>",
        f"<table:table-row>{cell('Tên', 'table:number-columns-repeated=' + repr('16384'))}</table:table-row>" * 20,
        f"<table:table-row table:number-rows-repeated='99999999999999999999'>{cell('a')}</table:table-row>",
    ],
)
def test_a_few_bytes_that_claim_a_million_cells_are_refused_before_they_are_read(tmp_path, rows):
    ods(tmp_path / "bang.ods", rows)
    started = time.process_time()
    table, (problem,) = read_table(tmp_path / "bang.ods", None, "docs/so-lieu/bang.ods")
    assert table is None and problem.code == "bang-qua-rong" and time.process_time() - started < 5


def test_a_bomb_is_not_unpacked(tmp_path):
    with zipfile.ZipFile(tmp_path / "bang.xlsx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "<a/>")
        archive.writestr("xl/worksheets/sheet1.xml", b" " * (limits.MOST_UNPACKED + 1))
    table, (problem,) = read_table(tmp_path / "bang.xlsx", None, "docs/so-lieu/bang.xlsx")
    assert table is None and "giải nén" in problem.message


@pytest.mark.parametrize("row", ["a,b\n", ",", "\n", "a;" * 50 + "\n"])
def test_an_endless_csv_is_refused_before_it_is_read(tmp_path, row):
    (tmp_path / "bang.csv").write_text("Tên,Số\n" + row * (2_500_000 // len(row)))
    table, (problem,) = read_table(tmp_path / "bang.csv", None, "docs/so-lieu/bang.csv")
    assert table is None and problem.code == "bang-qua-rong"


def test_every_limit_is_told_with_the_most_there_may_be():
    for _, problems in (within_limits(HEAD + body, "x") for body, _ in LONG.values()):
        assert all(re.search(r"\d|base64", problem.message) for problem in problems)


def test_a_tick_that_nobody_closes_takes_no_time(tmp_path):
    """Two ways to read a line end made it twice as long for each line: found by ``make fuzz``, number 5118."""
    assert seconds(tmp_path, "Điều 1 ` a\n" + "b\n" * 60) < 5


def test_a_list_under_broken_dashes_is_read_once():
    """Lines that fit two kinds, without an end: found by ``make fuzz``; each way to read them doubled the time."""
    front, _ = split("----\n" + "- a: b\n" * 60 + "Chữ.\n", "docs/chuyen-de/x.md")
    assert front.body


@pytest.mark.parametrize("unit", ["113, ", "<b>113</b> x ", "<em>", "<!-- a> ", '<section class="the-viec">', "</p>"])
def test_finished_html_is_read_once(unit):
    """Numbers in one long list, many bold ones, what nobody closes: each once cost a look at all before it."""

    def used(count: int) -> float:
        html = "<p>gọi 113 " + "<em>" * (count if unit == "</p>" else 0) + unit * count
        started = time.process_time()
        card_and_rest(with_calls(html))
        return time.process_time() - started

    # Eight times as much: eight times the time if linear, 64 times if square. Between them there is room for a busy machine.
    few, many = min(used(4_000) for _ in range(3)), used(32_000)
    assert many < 24 * few + 0.2, (few, many)
