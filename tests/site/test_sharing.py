"""What the published site tells feed readers, search engines and those who share a link."""

import json
import struct
from xml.etree import ElementTree

import pytest
from browsing import HostHandler, serving
from lxml import html as lxml_html

HOME = "https://cam-nang.example/"


def tree(site, address):
    return lxml_html.fromstring(site.html(address))


@pytest.mark.parametrize(
    ("address", "feed"),
    [("", "tin-moi.xml"), ("ky-nang/mot", "../../tin-moi.xml"), ("en/ky-nang/mot", "../../tin-moi.xml")],
)
def test_every_page_names_its_languages_feed(built_tiny, address, feed):
    (link,) = tree(built_tiny, address).xpath('//link[@type="application/rss+xml"]/@href')
    assert link == feed
    root = ElementTree.parse((built_tiny.out / address / link).resolve()).getroot()
    assert root.findtext("channel/language") == ("en" if address.startswith("en") else "vi")
    assert len(root.findall("channel/item")) == 2


def test_a_shared_page_shows_its_title_and_a_real_picture(built_tiny):
    page = tree(built_tiny, "ky-nang/mot")
    facts = {meta.get("property"): meta.get("content") for meta in page.iterfind(".//meta[@property]")}
    assert facts["og:title"] == "Định danh điện tử" and facts["og:url"] == HOME + "ky-nang/mot/"
    assert facts["og:locale"] == "vi_VN" and facts["og:description"] == "Tóm tắt chương định danh."
    picture = (built_tiny.out / facts["og:image"].removeprefix(HOME)).read_bytes()
    assert struct.unpack(">II", picture[16:24]) == (1200, 630)
    data = json.loads(page.xpath('//script[@type="application/ld+json"]/text()')[0])
    assert data["@type"] == "Article" and data["dateModified"] == "2026-01-05"


def test_every_page_has_one_picture_that_exists(built_tiny):
    for path in built_tiny.pages():
        images = lxml_html.parse(str(path)).getroot().xpath('//meta[@property="og:image"]/@content')
        if 'http-equiv="refresh"' not in path.read_text("utf-8") and path.name != "404.html":
            assert len(images) == 1 and (built_tiny.out / images[0].removeprefix(HOME)).is_file(), path


def test_the_sitemap_names_both_languages_and_the_day_of_each_page(built_tiny):
    spaces = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
    pages = {
        url.findtext("s:loc", namespaces=spaces): url
        for url in ElementTree.parse(built_tiny.out / "sitemap.xml").getroot().findall("s:url", spaces)
    }
    chapter = pages[HOME + "ky-nang/mot/"]
    assert chapter.findtext("s:lastmod", namespaces=spaces) == "2026-01-05"
    languages = {link.get("hreflang"): link.get("href") for link in chapter.findall("x:link", spaces)}
    assert languages == {"vi": HOME + "ky-nang/mot/", "en": HOME + "en/ky-nang/mot/"}
    assert HOME + "en/ky-nang/mot/" in pages and HOME + "chuyen-de/ky-so/" not in pages
    assert f"Sitemap: {HOME}sitemap.xml" in (built_tiny.out / "robots.txt").read_text("utf-8")


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_a_former_address_leads_to_the_page(built_tiny, browser, prefix):
    """By the page that stands there, without any help from the host; and by the host's own redirect."""
    page = tree(built_tiny, f"{prefix}chuyen-de/ky-so")
    assert page.find('.//link[@rel="canonical"]').get("href") == f"{HOME}{prefix}chuyen-de/chu-ky-so/"
    assert f"/{prefix}chuyen-de/ky-so/ /{prefix}chuyen-de/chu-ky-so/ 301\n" in (
        built_tiny.out / "_redirects"
    ).read_text("utf-8")
    tab = browser.new_page()
    with serving(built_tiny.out, HostHandler) as address:
        for start in (
            (built_tiny.out / prefix / "chuyen-de" / "ky-so" / "index.html").as_uri(),
            f"{address}{prefix}chuyen-de/ky-so/",
        ):
            tab.goto(start)
            tab.wait_for_url("**/chuyen-de/chu-ky-so/**" if "http" in start else lambda url: "chu-ky-so" in url)
        assert "Chữ ký số" in tab.locator("h1").inner_text()
    tab.close()


def test_a_preview_tells_nobody_anything(tiny):
    tiny.environment = {"SITE_URL": "http://127.0.0.1:8000/", "HANDBOOK_BOOK": "false", "HANDBOOK_ENGLISH": "false"}
    assert tiny.build() == 0, tiny.log
    page = tree(tiny, "ky-nang/mot")
    assert not page.xpath('//meta[@property]|//script[@type="application/ld+json"]|//link[contains(@type, "rss")]')
    assert not (tiny.out / "tin-moi.xml").exists() and not (tiny.out / "assets" / "chia-se").exists()
    assert "Sitemap" not in (tiny.out / "robots.txt").read_text("utf-8")
