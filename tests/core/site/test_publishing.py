"""Feed, cards and the data of shared links, from a small catalogue."""

import datetime as dt
import json
import re
import struct
from email.utils import parsedate_to_datetime
from xml.etree import ElementTree

import pytest
from handbook.cache.sealed import put_sealed
from handbook.load import read_catalog
from handbook.site.share.cards import Card, draw_cards
from handbook.site.share.feed import Channel, feed
from handbook.site.share.metadata import Site, card_of, share_of
from support import TINY

HOME = "https://cam-nang.example/"


@pytest.fixture(scope="module")
def catalog(tmp_path_factory):
    docs = tmp_path_factory.mktemp("feed") / "docs"
    (docs / "chuyen-de").mkdir(parents=True)
    for name, head in {
        "cu": "title: Bài cũ\nngay: 2026-01-05",
        "moi": "title: A & <b>\nngay: 2026-11-05\ntom_tat: Tóm tắt",
        "doi": "title: Bài đổi chỗ\nngay: 2026-03-05\nold_paths: [chuyen-de/ten-cu.md, chuyen-de/ten-sau.md]",
        "cu.en": "title: Old\nngay: 2026-01-05",
    }.items():
        (docs / "chuyen-de" / f"{name}.md").write_text(f"---\n{head}\n---\nx\n", encoding="utf-8")
    (docs / "so-lieu").mkdir()
    (docs / "so-lieu" / "chua-khai.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    return read_catalog(docs, dt.date(2026, 11, 23))


def items(text):
    return ElementTree.fromstring(text).findall("channel/item")


def test_the_feed_names_the_newest_first_with_real_dates(catalog):
    text = feed(catalog, Channel("Cẩm nang", "Mô tả", HOME, "vi"))
    root = ElementTree.fromstring(text)
    assert root.get("version") == "2.0" and root.findtext("channel/link") == HOME
    assert [item.findtext("title") for item in items(text)] == ["A & <b>", "Bài đổi chỗ", "Bài cũ"]  # undated: none
    assert parsedate_to_datetime(items(text)[0].findtext("pubDate")).isoformat() == "2026-11-05T00:00:00+07:00"
    assert root.findtext("channel/lastBuildDate") == items(text)[0].findtext("pubDate")
    own = root.find("channel/{http://www.w3.org/2005/Atom}link")
    assert own.get("rel") == "self" and own.get("href") == HOME + "tin-moi.xml"


def test_a_moved_page_is_not_new_to_readers_programs(catalog):
    moved = items(feed(catalog, Channel("Cẩm nang", "Mô tả", HOME, "vi")))[1]
    assert moved.findtext("guid") == "vi:chuyen-de/ten-cu" and moved.find("guid").get("isPermaLink") == "false"
    assert moved.findtext("link") == HOME + "chuyen-de/doi/"


def test_the_english_feed_says_which_pages_are_vietnamese(catalog):
    found = items(feed(catalog, Channel("Handbook", "About", HOME, "en")))
    assert [item.findtext("link") for item in found][2] == HOME + "en/chuyen-de/cu/"
    language = "{http://purl.org/dc/elements/1.1/}language"
    assert [item.findtext(language) for item in found] == ["vi", "vi", None]


def test_a_page_says_what_it_is_and_nothing_about_people(catalog):
    share = share_of("chuyen-de/moi", catalog, Site("Cẩm nang", "Mô tả", HOME, "vi"))
    facts = json.loads(share.data)
    assert facts["@type"] == "Article" and facts["headline"] == "A & <b>" and facts["dateModified"] == "2026-11-05"
    assert "<" not in share.data and not {"author", "creator", "publisher"} & set(facts)
    assert _stem(share.image) == HOME + "assets/chia-se/chuyen-de-moi" and share.description == "Tóm tắt"


def test_kinds_of_pages(catalog):
    site = Site("Cẩm nang", "Mô tả", HOME, "vi")
    kinds = {
        key: json.loads(share_of(key, catalog, site).data)["@type"]
        for key in ("chuyen-de/index", "so-lieu/chua-khai", "tinh-trang")
    }
    assert kinds == {"chuyen-de/index": "CollectionPage", "so-lieu/chua-khai": "Dataset", "tinh-trang": "WebPage"}
    assert share_of("khong-co", catalog, site) is None
    tables = json.loads(share_of("so-lieu/chua-khai", catalog, site).data)["distribution"]
    assert tables[0]["contentUrl"] == HOME + "so-lieu/chua-khai.csv"


def test_home_is_the_site_with_its_search():
    catalog = read_catalog(TINY, dt.date(2026, 11, 23))
    share = share_of("index", catalog, Site("Handbook", "About", HOME, "en"))
    facts = json.loads(share.data)
    assert share.kind == "website" and share.title == "Handbook" and facts["@type"] == "WebSite"
    assert facts["potentialAction"]["target"] == HOME + "en/?q={search_term_string}"


def test_an_untranslated_page_shares_the_card_of_the_original(catalog):
    english = Site("Handbook", "About", HOME, "en")
    assert _stem(card_of("chuyen-de/moi", catalog, english)[0]) == "assets/chia-se/chuyen-de-moi"
    assert _stem(card_of("chuyen-de/cu", catalog, english)[0]) == "assets/chia-se/chuyen-de-cu.en"
    assert _stem(card_of("tinh-trang", catalog, english)[0]) == "assets/chia-se/cam-nang.en"


def test_a_card_is_drawn_once_and_the_same_each_time(tmp_path):
    long = "Hỗ trợ người dân tại Trung tâm phục vụ hành chính công: " * 6
    cards = [
        Card("Đường dây nóng", "Kỹ năng số", "Cẩm nang", "a.example", "vi"),
        Card(long, "", "B", "b.example", "vi"),
    ]
    drawn = draw_cards([*cards, cards[0]], tmp_path / "a")
    assert list(drawn) == cards
    for picture in drawn.values():
        assert picture[:8] == b"\x89PNG\r\n\x1a\n" and struct.unpack(">II", picture[16:24]) == (1200, 630)
    put_sealed(next((tmp_path / "a").iterdir()), b"kept")
    assert b"kept" in draw_cards(cards, tmp_path / "a").values()
    assert draw_cards(cards[1:], tmp_path / "b")[cards[1]] == drawn[cards[1]]  # whatever stands beside it


def _stem(name: str) -> str:
    """The file of a picture without the mark of its content, which must be there."""
    assert re.fullmatch(r".*\.[0-9a-f]{8}\.png", name)
    return re.sub(r"\.[0-9a-f]{8}\.png$", "", name)


def test_a_picture_is_named_after_what_it_shows(catalog):
    one, other = (card_of("chuyen-de/moi", catalog, Site(name, "", HOME, "vi"))[0] for name in ("Cẩm nang", "Sổ tay"))
    assert one != other and _stem(one) == _stem(other)
    assert one == card_of("chuyen-de/moi", catalog, Site("Cẩm nang", "", HOME, "vi"))[0]
