"""The page "Tải về" tells the truth about each file."""

import datetime as dt
import hashlib
import re

import pytest
from checkers import epubcheck
from handbook.book.file_names import BOOKS, EPUBS, zim_name, zip_name
from handbook.site.pages.downloads_page import FileFacts, downloads_text, files_in, fill_in

DAY = dt.date(2026, 11, 23)
ALL = (*BOOKS, *EPUBS, zip_name(), zim_name())


def test_what_was_not_built_is_said_not_to_be_and_not_linked():
    html = fill_in(downloads_text("vi"), {}, "vi", DAY)
    assert html.count("chưa dựng") == len(ALL) and "<a " not in html


@pytest.mark.parametrize(
    ("language", "size", "link"),
    [
        ("vi", "1,2 MB, nội dung đến 23/11/2026", f'href="{BOOKS[0]}" download>Cả cuốn, tiếng Việt</a>: 300 trang'),
        (
            "en",
            "1.2 MB, content as of 23 November 2026",
            f'href="../../tai-ve/{BOOKS[0]}" download>The whole book in Vietnamese</a>: 300 pages',
        ),
    ],
)
def test_what_was_built_is_linked_with_its_facts(language, size, link):
    html = fill_in(downloads_text(language), {BOOKS[0]: FileFacts(1_234_567, "ab" * 32, 300)}, language, DAY)
    assert size in html and link in html and f"SHA-256: {'ab' * 32}" in html
    assert html.count("<a ") == 1


def test_it_may_be_filled_again():
    once = fill_in(downloads_text("vi"), {zip_name(): FileFacts(1, "0")}, "vi", DAY)
    assert fill_in(once, {}, "vi", DAY) == fill_in(downloads_text("vi"), {}, "vi", DAY)


def test_a_copy_without_the_files_says_where_they_are():
    html = fill_in(downloads_text("vi"), {}, "vi", DAY, "https://cam-nang.example/tai-ve/")
    assert f'<a href="https://cam-nang.example/tai-ve/{zip_name()}">' in html and "chưa dựng" not in html


def test_a_copy_is_silent_about_what_can_be_had_nowhere():
    html = fill_in(downloads_text("vi"), {BOOKS[0]: FileFacts(1, "0", 3)}, "vi", DAY, is_copy=True)
    assert "bản xem thử" not in html and html.count("<a ") == 1
    assert html.count('<li class="tep" hidden') == len(ALL) - 1
    again = fill_in(html, {name: FileFacts(1, "0") for name in ALL}, "vi", DAY, is_copy=True)
    assert '<li class="tep" hidden' not in again and again.count("<a ") == len(ALL)


def test_files_are_measured(tmp_path):
    (tmp_path / zip_name()).write_bytes(b"zip")
    assert files_in(tmp_path) == {zip_name(): FileFacts(3, hashlib.sha256(b"zip").hexdigest())}


@pytest.mark.parametrize("address", ["tai-ve", "en/tai-ve"])
def test_the_built_page_lists_every_file(copies, address):
    html = copies.site.html(address)
    digests = dict(re.findall(r'data-tep="([^"]+)".*?SHA-256: ([0-9a-f]{64})', html))
    assert digests == {name: hashlib.sha256((copies.folder / name).read_bytes()).hexdigest() for name in ALL}
    for target in re.findall(r'href="([^"]+)" download', html):
        assert (copies.site.out / address / target).resolve().is_file()


def test_the_epub_of_the_site_passes(copies):
    assert epubcheck(copies.folder / EPUBS[0]) == ""
