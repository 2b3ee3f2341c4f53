"""What was damaged on the disk is made again, never believed."""

import datetime as dt

import pytest
from handbook.book.model import Book, Chapter, Part
from handbook.book.press import pdf_cache, typeset
from handbook.book.press.saved_book import read_source, write_source
from handbook.cache.sealed import put_sealed, read_sealed
from handbook.site.pictures import raster
from handbook.site.share import cards

DAMAGES = {
    "emptied": lambda content: b"",
    "cut short": lambda content: content[:-1],
    "one bit": lambda content: content[:40] + bytes([content[40] ^ 1]) + content[41:],
    "zeros after a power cut": lambda content: bytes(len(content)),
    "grown": lambda content: content + b"\n",
    "another file": lambda content: b"%PDF-1.7 of another program",
}


@pytest.fixture(params=DAMAGES.values(), ids=DAMAGES)
def damage(request):
    return lambda place: place.write_bytes(request.param(place.read_bytes()))


def test_what_is_whole_is_read(tmp_path):
    put_sealed(tmp_path / "a" / "b.pdf", b"content of it")
    assert read_sealed(tmp_path / "a" / "b.pdf") == b"content of it"
    assert [file.name for file in (tmp_path / "a").iterdir()] == ["b.pdf"]
    assert read_sealed(tmp_path / "c.pdf") is None


def test_a_file_under_another_name_is_not_believed(tmp_path):
    put_sealed(tmp_path / "a", b"of a")
    (tmp_path / "a").rename(tmp_path / "b")
    assert read_sealed(tmp_path / "b") is None


def test_a_damaged_pdf_is_made_again(tmp_path, damage):
    made = b"%PDF-1.7 " * 9
    pdf_cache.made_once(tmp_path, "x", lambda: made)
    damage(tmp_path / "kept" / "x.pdf")
    assert pdf_cache.made_once(tmp_path, "x", lambda: made) == made
    assert pdf_cache.made_once(tmp_path, "x", lambda: b"another") == made  # mended on the disk too


def test_a_damaged_picture_is_made_again(tmp_path, damage, monkeypatch):
    drawn = (raster.Drawn("avif", 300, b"picture" * 20),)
    monkeypatch.setattr(raster, "_make", lambda data: drawn)
    assert raster.lighter_versions(b"original", "docs/a.png", tmp_path) == (drawn, ())
    damage(next(tmp_path.iterdir()))
    assert raster.lighter_versions(b"original", "docs/a.png", tmp_path) == (drawn, ())


def test_a_damaged_card_is_drawn_again(tmp_path, damage, monkeypatch):
    monkeypatch.setattr(cards, "_draw", lambda some: [b"\x89PNG" * 20 for _ in some])
    card = cards.Card("Tên", "", "Cẩm nang", "a.vn", "vi")
    cards.draw_cards([card], tmp_path)
    damage(next(tmp_path.iterdir()))
    assert cards.draw_cards([card], tmp_path) == {card: b"\x89PNG" * 20}


def test_a_damaged_font_is_copied_again(tmp_path, damage):
    typeset.prepare(tmp_path)
    font = next((tmp_path / "fonts").iterdir())
    whole = font.read_bytes()
    damage(font)
    typeset.prepare(tmp_path)
    assert font.read_bytes() == whole


def test_where_nothing_can_be_kept_the_result_is_still_given(tmp_path):
    (tmp_path / "kept").write_text("a file where a folder should be")
    assert pdf_cache.made_once(tmp_path, "x", lambda: b"pdf") == b"pdf"


def test_a_damaged_book_is_not_read(tmp_path, damage):
    day = dt.date(2026, 11, 24)
    chapters = tuple(Chapter(f"ky-nang/{name}", name, f"<p>{name}</p>") for name in ("mot", "hai"))
    book = Book("Cẩm nang", "", "vi", "2026.11", day, "", day, parts=(Part("Kỹ năng", chapters=chapters),))
    write_source(book, "digest", tmp_path)
    assert read_source("vi", "digest", tmp_path) == book
    damage(next(tmp_path.iterdir()))
    assert read_source("vi", "digest", tmp_path) is None
