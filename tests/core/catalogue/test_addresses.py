"""A published address leads somewhere for ever, and a mistake in ``old_paths`` is told with its line."""

import datetime as dt
import subprocess
import sys

import pytest
from handbook.catalogue.addresses import (
    PUBLISHED,
    Moved,
    all_addresses,
    check_published,
    moved_pages,
    path_of,
    read_published,
    write_published,
)
from handbook.load import read_catalog
from handbook.settings import as_of
from handbook.site.host.redirect_page import moved_page
from support import ROOT

TOPIC = "---\ntitle: Bài\nngay: 2026-01-01\n{}---\nx\n"


def catalog_of(tmp_path, **pages):
    folder = tmp_path / "docs" / "chuyen-de"
    folder.mkdir(parents=True)
    for name, extra in pages.items():
        (folder / f"{name.replace('_', '.')}.md").write_text(TOPIC.format(extra), encoding="utf-8")
    return read_catalog(tmp_path / "docs", dt.date(2026, 11, 23))


@pytest.mark.parametrize("written", ["chuyen-de/cu.md", "/chuyen-de/cu/", "chuyen-de/cu", "chuyen-de/cu/index.md"])
def test_a_former_address_may_be_written_as_editors_know_it(tmp_path, written):
    catalog = catalog_of(tmp_path, moi=f"old_paths: [{written}]\n")
    assert moved_pages(catalog) == (Moved("chuyen-de/cu", "chuyen-de/moi"),) and catalog.problems == ()


@pytest.mark.parametrize(
    ("pages", "where", "what"),
    [
        ({"moi": "old_paths: [https://a.example/cu/]\n"}, ("docs/chuyen-de/moi.md", 4), "tính từ docs/"),
        ({"moi": "old_paths: [Chuyên-đề/cũ.md]\n"}, ("docs/chuyen-de/moi.md", 4), "tính từ docs/"),
        ({"moi": "old_paths: chuyen-de/cu.md\n"}, ("docs/chuyen-de/moi.md", 4), "phải là một danh sách"),
        (
            {"moi": "old_paths:\n  - chuyen-de/cu.md\n  - chuyen-de/b.md\n", "b": ""},
            ("docs/chuyen-de/moi.md", 6),
            "đang là của trang chuyen-de/b.md",
        ),
        ({"moi": "old_paths: [chuyen-de/moi.md]\n"}, ("docs/chuyen-de/moi.md", 4), "đang là của trang"),
        (
            {"a": "old_paths: [chuyen-de/cu.md]\n", "b": "old_paths: [chuyen-de/cu.md]\n"},
            ("docs/chuyen-de/b.md", 4),
            "đã khai ở docs/chuyen-de/a.md",
        ),
        ({"moi": "old_paths: [en/chuyen-de/cu.md]\n"}, ("docs/chuyen-de/moi.md", 4), "thư mục của hệ thống"),
        ({"moi": "", "moi_en": "old_paths: [chuyen-de/cu.md]\n"}, ("docs/chuyen-de/moi.en.md", 4), "bản tiếng Việt"),
    ],
)
def test_a_wrong_former_address_is_told_with_its_line(tmp_path, pages, where, what):
    catalog = catalog_of(tmp_path, **pages)
    (problem,) = catalog.problems
    assert (problem.path, problem.line) == where and what in str(problem)


def test_a_vanished_address_is_told_with_the_way_to_mend_it(tmp_path):
    catalog = catalog_of(tmp_path, moi="")
    (problem,) = check_published(catalog, ["chuyen-de/cu", "chuyen-de/moi", ""][:2], "danh-sach.txt")
    assert (problem.path, problem.line) == ("danh-sach.txt", 1)
    assert "đã công bố mà không còn" in problem.message and "old_paths: [chuyen-de/cu.md]" in problem.fix


def test_a_former_address_mends_it(tmp_path):
    catalog = catalog_of(tmp_path, moi="old_paths: [chuyen-de/cu.md]\n")
    assert check_published(catalog, ["chuyen-de/cu", "chuyen-de/moi"], "danh-sach.txt") == ()


def test_a_former_address_that_never_was_is_told_with_the_likely_one(tmp_path):
    catalog = catalog_of(tmp_path, moi="old_paths: [chuyen-de/bai-cuu.md]\n")
    vanished, unknown = check_published(catalog, ["chuyen-de/bai-cu"], "danh-sach.txt")
    assert vanished.code == "dia-chi-mat"
    assert (unknown.path, unknown.line) == ("docs/chuyen-de/moi.md", 4) and "chuyen-de/bai-cu”" in unknown.fix


def test_the_list_only_grows(tmp_path):
    catalog = catalog_of(tmp_path, moi="old_paths: [chuyen-de/cu.md]\n")
    file = tmp_path / "danh-sach.txt"
    write_published(file, all_addresses(catalog, ["chuyen-de/rat-cu", ""]))
    addresses = read_published(file)
    assert {"", "chuyen-de/rat-cu", "chuyen-de/cu", "chuyen-de/moi", "chuyen-de"} <= set(addresses)
    assert file.read_text("utf-8").startswith("/\n/cau-chuyen/\n") and addresses == tuple(sorted(addresses))


def test_every_published_address_of_the_handbook_leads_somewhere():
    catalog = read_catalog(ROOT / "docs", as_of(ROOT / "mkdocs.yml"))
    published = read_published(ROOT / PUBLISHED)
    assert len(published) > 150
    problems = check_published(catalog, published, PUBLISHED)
    assert problems == (), "\n".join(map(str, problems))


def test_make_check_tells_editors(tmp_path):
    catalog_of(tmp_path, moi="nguon: [{ten: Nguồn thử, ngay: 2026}]\n")
    command = [sys.executable, str(ROOT / "hooks"), "check", "--docs", str(tmp_path / "docs")]
    assert subprocess.run(command, capture_output=True, check=False).returncode == 0
    (tmp_path / PUBLISHED).parent.mkdir(parents=True, exist_ok=True)
    write_published(tmp_path / PUBLISHED, ["chuyen-de/bai-cu"])
    done = subprocess.run(command, capture_output=True, check=False)
    assert done.returncode == 1 and f"{PUBLISHED}:1: Địa chỉ “/chuyen-de/bai-cu/” đã công bố" in done.stdout.decode()


def test_addresses_in_both_languages():
    assert [path_of("", "vi"), path_of("a/b", "vi"), path_of("", "en"), path_of("a/b", "en")] == [
        "",
        "a/b/",
        "en/",
        "en/a/b/",
    ]


def test_the_page_left_behind_leads_on_and_runs_nothing():
    html = moved_page("../moi/", "https://a.example/chuyen-de/moi/", "Bài <mới>", "vi")
    assert '<meta http-equiv="refresh" content="0; url=../moi/">' in html
    assert '<link rel="canonical" href="https://a.example/chuyen-de/moi/">' in html
    assert "Bài &lt;mới&gt;" in html and "script-src 'self';" in html and "noindex" in html
    assert "canonical" not in moved_page("../moi/", "", "B", "en")
