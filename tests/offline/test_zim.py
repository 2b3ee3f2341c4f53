"""The ZIM: its standard, what Kiwix shows of it, and what a reader finds in it."""

import datetime as dt

import pytest
from checkers import zimcheck
from handbook.book.file_names import zim_name
from handbook.offline.zim.zim import ZimFacts, write_zim
from libzim.reader import Archive
from libzim.search import Query, Searcher
from libzim.suggestion import SuggestionSearcher
from support import AS_OF


@pytest.fixture(scope="module")
def archive(copies) -> Archive:
    return Archive(copies.folder / zim_name())


def found(archive: Archive, words: str) -> list[str]:
    return list(Searcher(archive).search(Query().set_query(words)).getResults(0, 10))


def test_zimcheck_passes(copies):
    assert zimcheck(copies.folder / zim_name()) == ""


def test_zimcheck_would_find_something(copies, tmp_path):
    broken = bytearray((copies.folder / zim_name()).read_bytes())
    broken[-1] ^= 1
    (tmp_path / "a.zim").write_bytes(broken)
    assert zimcheck(tmp_path / "a.zim") != ""


def test_kiwix_can_show_what_it_is(archive):
    metadata = {key: archive.get_metadata(key).decode() for key in archive.metadata_keys if not key.startswith("Ill")}
    assert metadata["Title"] == "Cẩm nang chuyển đổi số"
    assert metadata["Language"] == "vie,eng"
    assert metadata["Date"] == AS_OF
    assert len(metadata["Title"]) <= 30 and len(metadata["Description"]) <= 80
    assert {"Name", "Creator", "Publisher", "License", "Source", "Tags"} <= metadata.keys()
    picture = bytes(archive.get_illustration_item(48).content)
    assert picture[:8] == b"\x89PNG\r\n\x1a\n" and picture[16:24] == (48).to_bytes(4, "big") * 2


def test_main_page_and_titles(archive):
    assert archive.main_entry.get_item().path == "index.html"
    assert archive.get_entry_by_path("ky-nang/mot.html").title == "Định danh điện tử"


@pytest.mark.parametrize("words", ["định danh", "dinh danh", "DINH DANH", "điện tử"])
def test_text_is_found_with_and_without_accents(archive, words):
    assert "ky-nang/mot.html" in found(archive, words)


def test_nonsense_is_not_found(archive):
    assert found(archive, "qwxzzk") == []


def test_an_untranslated_page_is_found_once_only(archive):
    assert archive.has_entry_by_path("en/ky-nang/hai.html")
    assert not [path for path in found(archive, "chuyển đổi số chương hai") if path == "en/ky-nang/hai.html"]


def test_titles_are_suggested(archive):
    assert "ky-nang/mot.html" in suggested(archive, "định")


@pytest.mark.parametrize("words", ["dinh danh", "dinh danh dien tu", "định danh"])
def test_titles_are_suggested_without_accents_and_without_the_letter_d_with_stroke(archive, words):
    assert "ky-nang/mot.html" in suggested(archive, words)


def suggested(archive: Archive, words: str) -> list[str]:
    """The pages that Kiwix's title box offers, where an entry leads if it is a second name of a page."""
    found = SuggestionSearcher(archive).suggest(words).getResults(0, 10)
    return [archive.get_entry_by_path(path).get_item().path for path in found]


def test_the_books_are_in_it(archive):
    for name in ("cam-nang-chuyen-doi-so.pdf", "cam-nang-chuyen-doi-so.epub"):
        assert archive.get_entry_by_path(f"tai-ve/{name}").get_item().size > 1000


def test_the_same_site_gives_the_same_bytes_and_both_are_whole(tmp_path):
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text(
        "<html lang='vi'><title>Một - X</title><article><h1>Một</h1></article>", encoding="utf-8"
    )
    facts = ZimFacts(
        "x_vi_all", "X", "Thử", "X", ("vi",), dt.date(2026, 11, 23), "", '<svg xmlns="http://www.w3.org/2000/svg"/>'
    )
    contents = set()
    for name in ("a.zim", "b.zim"):
        assert write_zim(site, tmp_path / name, facts) == ()
        contents.add((tmp_path / name).read_bytes())
        assert Archive(tmp_path / name).check() and found(Archive(tmp_path / name), "mot") == ["index.html"]
    assert len(contents) == 1
