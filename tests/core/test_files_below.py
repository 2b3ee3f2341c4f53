"""Links out of docs/ are told of, read by nobody and published nowhere."""

import datetime as dt
import os

import pytest
from handbook.checks import read_pages
from handbook.checks.images import image_files
from handbook.load import read_catalog
from handbook.source.files_below import check_links_away, files_below, is_real

PAGE = "---\ntitle: Trang ngoài\nngay: 2026-11-24\n---\nChữ.\n"
SVG = '<svg xmlns="http://www.w3.org/2000/svg"/>'


@pytest.fixture
def docs(tmp_path):
    outside = tmp_path / "ngoai"
    outside.mkdir()
    (outside / "mat.md").write_text(PAGE, encoding="utf-8")
    (outside / "hinh.svg").write_text(SVG, encoding="utf-8")
    (outside / "van-ban.csv").write_text("so_hieu\n", encoding="utf-8")
    docs = tmp_path / "docs"
    (docs / "chuyen-de").mkdir(parents=True)
    (docs / "van-ban").mkdir()
    (docs / "index.md").write_text("---\ntitle: Trang chủ\n---\nChào.\n", encoding="utf-8")
    os.symlink(outside, docs / "ky-nang")
    os.symlink(outside / "mat.md", docs / "chuyen-de" / "mat.md")
    os.symlink(outside / "hinh.svg", docs / "chuyen-de" / "hinh.svg")
    os.symlink(outside / "van-ban.csv", docs / "van-ban" / "van-ban.csv")
    os.symlink(docs, docs / "chuyen-de" / "vong")
    os.symlink(outside / "khong-co", docs / "chuyen-de" / "treo.md")
    return docs


LINKS = [
    "docs/chuyen-de/hinh.svg",
    "docs/chuyen-de/mat.md",
    "docs/chuyen-de/treo.md",
    "docs/chuyen-de/vong",
    "docs/ky-nang",
    "docs/van-ban/van-ban.csv",
]


def test_every_link_is_told_of(docs):
    assert [problem.path for problem in check_links_away(docs)] == LINKS


def test_nothing_behind_a_link_is_read(docs):
    catalog = read_catalog(docs, dt.date(2026, 11, 30))
    assert {uri for _, uri in files_below(docs)} == {"index.md"} and catalog.register is None
    assert not [page for page in catalog.articles.values() if page.meta.title == "Trang ngoài"]
    assert sorted(problem.path for problem in catalog.problems if problem.code == "tep-lien-ket") == LINKS
    assert not list(image_files(read_pages(docs, catalog)))


def test_the_folder_itself_may_be_a_link(docs, tmp_path):
    os.symlink(docs, tmp_path / "khac")
    assert is_real(tmp_path / "khac" / "index.md", tmp_path / "khac")
    assert not is_real(tmp_path / "khac" / "ky-nang" / "mat.md", tmp_path / "khac")


def test_what_is_no_file_or_has_no_name_is_told_of_and_passed_over(tmp_path):
    docs = tmp_path / "docs"
    (docs / "chuyen-de").mkdir(parents=True)
    (docs / "chuyen-de" / "a\nb.md").write_text(PAGE, encoding="utf-8")
    told = {"docs/chuyen-de/a\ufffdb.md"}
    if hasattr(os, "mkfifo"):
        os.mkfifo(docs / "chuyen-de" / "ong.md")
        told.add("docs/chuyen-de/ong.md")
    try:
        with open(os.fsencode(docs / "chuyen-de") + b"/c\xff.md", "wb") as file:
            file.write(PAGE.encode())
        told.add("docs/chuyen-de/c\ufffd.md")
    except OSError:
        pass  # a file system that wants UTF-8
    catalog = read_catalog(docs, dt.date(2026, 11, 30))
    assert {problem.path for problem in catalog.problems if problem.path.startswith("docs/chuyen-de")} == told
    assert all(problem.message.isprintable() and str(problem).isprintable() for problem in catalog.problems)
    assert not [page for page in catalog.articles.values() if page.meta.title == "Trang ngoài"]
    assert not list(files_below(docs))
