"""Links for editors: the right file for every kind of page, and none where nothing is known."""

import datetime as dt
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml
from handbook.editing.edit_links import REPORT_FORM, Repository, edit_links, repository
from handbook.load import read_catalog
from support import ROOT

HOST = "https://github.com"
KHO = Repository(f"{HOST}/to-chuc/kho", "main")
PAGE = "---\ntitle: Chữ ký số & “ví”\nngay: 2026-01-01\n---\nx\n"


@pytest.fixture(scope="module")
def catalog(tmp_path_factory):
    docs = tmp_path_factory.mktemp("kho") / "docs"
    for uri, text in {
        "chuyen-de/a.md": PAGE,
        "so-lieu/b.md": PAGE,
        "so-lieu/b.csv": "nam,so\n2025,1\n2026,2\n",
        "so-lieu/tran.csv": "nam,so\n2025,1\n2026,2\n",
        "van-ban/van-ban.csv": (ROOT / "docs/van-ban/van-ban.csv").read_text("utf-8"),
        "thuat-ngu/thuat-ngu.csv": (ROOT / "docs/thuat-ngu/thuat-ngu.csv").read_text("utf-8"),
    }.items():
        (docs / uri).parent.mkdir(parents=True, exist_ok=True)
        (docs / uri).write_text(text, encoding="utf-8")
    return read_catalog(docs, dt.date(2026, 11, 23))


def links(catalog, key, repo=KHO, language="vi"):
    found = edit_links(catalog.article(key, language), catalog, repo, language, "https://cam-nang.example/x/")
    return {link.text: link.url for link in found}


@pytest.mark.parametrize(
    ("key", "name", "url"),
    [
        ("chuyen-de/a", "Sửa trang này", "/edit/main/docs/chuyen-de/a.md"),
        ("so-lieu/b", "Sửa trang này", "/edit/main/docs/so-lieu/b.md"),
        ("so-lieu/b", "Sửa dữ liệu của trang này", "/edit/main/docs/so-lieu/b.csv"),
        ("so-lieu/tran", "Sửa dữ liệu của trang này", "/edit/main/docs/so-lieu/tran.csv"),
        ("van-ban/52-nq-tw-2019", "Sửa dữ liệu của trang này", "/blob/main/docs/van-ban/van-ban.csv?plain=1#L2"),
        ("van-ban/index", "Sửa dữ liệu của trang này", "/edit/main/docs/van-ban/van-ban.csv"),
        ("thuat-ngu/index", "Sửa dữ liệu của trang này", "/edit/main/docs/thuat-ngu/thuat-ngu.csv"),
    ],
)
def test_a_page_leads_to_its_file(catalog, key, name, url):
    assert links(catalog, key)[name] == f"{HOST}/to-chuc/kho{url}"


def test_a_bare_table_has_no_page_to_edit(catalog):
    assert "Sửa trang này" not in links(catalog, "so-lieu/tran") and "Sửa trang này" not in links(catalog, "tinh-trang")


def test_excel_is_shown_not_edited_as_text():
    assert KHO.edit("docs/so-lieu/a.xlsx") == f"{HOST}/to-chuc/kho/blob/main/docs/so-lieu/a.xlsx"


def test_the_report_fills_in_title_and_address_in_fields_that_the_form_has(catalog):
    query = parse_qs(urlsplit(links(catalog, "chuyen-de/a")["Báo lỗi trang này"]).query, strict_parsing=True)
    assert query == {
        "template": [REPORT_FORM],
        "title": ["Sai sót: Chữ ký số & “ví”"],
        "trang": ["https://cam-nang.example/x/"],
    }
    form = yaml.safe_load((ROOT / ".github/ISSUE_TEMPLATE" / REPORT_FORM).read_text("utf-8"))
    assert "trang" in {field.get("id") for field in form["body"]}


def test_a_new_page_begins_with_the_template(catalog):
    query = parse_qs(urlsplit(links(catalog, "chuyen-de/index")["Viết bài mới"]).query)
    assert query["filename"][0].endswith(".md") and query["value"][0].startswith('---\ntitle: "Tên bài"\n')


def test_english_pages_lead_to_english_words(catalog):
    assert links(catalog, "chuyen-de/a", language="en")["Edit this page"].endswith("/docs/chuyen-de/a.md")


@pytest.mark.parametrize("name", ["", None, "  "])
def test_without_a_repository_there_is_no_link(catalog, name):
    assert repository(name, HOST, "main") == (None, ()) and links(catalog, "chuyen-de/a", repo=None) == {}


@pytest.mark.parametrize(
    "name", ["to-chuc/kho", "https://github.com/to-chuc/kho", "https://github.com/to-chuc/kho.git"]
)
def test_a_repository_is_named_briefly_or_in_full(name):
    assert repository(name, HOST, "main") == (KHO, ())


@pytest.mark.parametrize("name", ["kho", "a/b/c", "http://khac.example/a/b", "a b/c", '"><script>/x'])
def test_a_name_that_is_none_is_told(name):
    found, (problem,) = repository(name, HOST, "main")
    assert found is None and "HANDBOOK_REPO" in problem.message and problem.fix
