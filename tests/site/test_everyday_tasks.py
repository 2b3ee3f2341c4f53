"""Ten things that readers come for: from the home page at most two taps, and the answer stands on the first screen.

On a phone of 360 by 740; what is typed into a box is no tap.  Who sends a page on reads it: that is counted from the page.
"""

import json
import re

import pytest
from browsing import serving
from playwright.sync_api import Locator, Page, expect

PHONE = {"width": 360, "height": 740}
HEADER = 45  # pixels, always above the page


@pytest.fixture(scope="module")
def address(real):
    with serving(real.out) as address:
        yield address


class Reader:
    """Somebody with a phone: counts what is tapped."""

    def __init__(self, page: Page) -> None:
        self.page, self.taps = page, 0

    def tap(self, what: str | Locator) -> None:
        place = self.page.locator(what).locator("visible=true").first if isinstance(what, str) else what
        place.tap()
        self.taps += 1

    def search(self, words: str) -> None:
        self.tap("button.md-header__button[for=__search]")
        self.page.locator("input[name=query]").fill(words)
        self.page.wait_for_selector(".md-search-result__item a")
        self.page.wait_for_load_state("networkidle")

    def on_screen(self, what: str, words: str) -> Locator:
        """The first of ``what`` on the screen as it is that holds ``words``, a pattern."""
        self.page.wait_for_timeout(300)
        found = self.page.locator(what).filter(has_text=re.compile(words)).locator("visible=true")
        for one in found.all():
            if HEADER <= one.bounding_box()["y"] < PHONE["height"] - 60:
                return one
        raise AssertionError(f"{words}: {self.page.url}")

    def sees(self, what: str | Locator) -> None:
        """``what`` is on the screen as it is, without scrolling, and two taps were enough."""
        place = self.page.locator(what).first if isinstance(what, str) else what
        expect(place).to_be_visible()
        self.page.wait_for_timeout(300)  # a page that is opened at an anchor has come to rest
        box = place.bounding_box()
        assert box["y"] >= HEADER - 1 and box["y"] + min(box["height"], 60) <= PHONE["height"], (box, self.page.url)
        assert self.taps <= 2, self.taps


@pytest.fixture
def reader(browser, address):
    context = browser.new_context(
        viewport=PHONE, has_touch=True, is_mobile=True, reduced_motion="reduce", accept_downloads=True
    )
    context.add_init_script("navigator.share = data => { window.shared = data; return Promise.resolve(); };")
    page = context.new_page()
    page.goto(address)
    yield Reader(page)
    context.close()


def test_scammed(reader):
    reader.sees(".o-viec .gap a")
    reader.tap(".o-viec .gap a")
    reader.page.wait_for_url("**/khi-da-bi-lua/")
    reader.sees("article ol > li >> nth=0")  # break off
    reader.sees("article ol > li >> nth=1")  # call the bank


def test_scammed_in_english(reader):
    reader.page.goto(f"{reader.page.url}en/")
    reader.tap(".o-viec .gap a")
    reader.page.wait_for_url("**/en/ky-nang/khi-da-bi-lua/")
    reader.sees("article ol > li >> nth=1")


@pytest.mark.parametrize(("path", "say"), [("ky-nang/khi-da-bi-lua/", "Gửi"), ("en/ky-nang/khi-da-bi-lua/", "Send")])
def test_a_call_is_on_the_first_screen_of_the_smallest_phone(browser, address, path, say):
    context = browser.new_context(viewport={"width": 360, "height": 640}, has_touch=True, is_mobile=True)
    context.add_init_script("navigator.share = data => { window.shared = data; return Promise.resolve(); };")
    page = context.new_page()
    page.goto(address + path)
    button = page.locator("article a[href='tel:113']").first
    box = button.bounding_box()
    assert box["y"] + box["height"] <= 640 and box["height"] >= 44, box
    steps = page.locator("article ol > li")
    assert steps.nth(1).bounding_box()["y"] + 30 <= 640  # the bank, with its number on the card
    # Dates, summary and tools stand below the steps; whoever sits beside sends the page on.
    assert page.locator(".ngay-thang").bounding_box()["y"] > steps.nth(3).bounding_box()["y"]
    page.get_by_role("button", name=say).last.tap()
    assert page.evaluate("window.shared.url").endswith(path)
    context.close()


def test_the_app_leads_to_the_emergency_by_a_long_press(real):
    for name, path in (("ung-dung.webmanifest", "ky-nang/"), ("ung-dung.en.webmanifest", "en/ky-nang/")):
        shortcuts = json.loads((real.out / name).read_text(encoding="utf-8"))["shortcuts"]
        assert f"./{path}khi-da-bi-lua/" in [one["url"] for one in shortcuts]


def test_old_commune(reader):
    reader.tap(".o-viec a[href*='xa-moi-tu-xa-cu']")
    reader.page.locator(".tra-cuu input, .so-lieu-loc input").locator("visible=true").first.fill("Ân Hữu")
    expect(reader.page.locator(".tra-cuu-kq").first).to_contain_text("Ân Tường")
    reader.sees(reader.page.locator(".tra-cuu-kq").get_by_text("Ân Tường").first)


def test_level_two(reader):
    reader.search("định danh mức 2")
    section = reader.page.locator(".md-search-result__list a[href*='ai-duoc-cap-muc-1']").first
    reader.sees(section)
    reader.tap(section)
    reader.page.wait_for_url(re.compile("#ai-duoc-cap-muc-1"))
    reader.sees(reader.on_screen("article :is(p, li, td)", "mức 2"))


def test_fine(reader):
    reader.search("phạt đăng tin giả bao nhiêu")
    section = reader.page.locator(".md-search-result__list a[href*='bi-phat-bao-nhieu']").first
    reader.sees(section)
    reader.tap(section)
    reader.page.wait_for_url(re.compile("#chia-se-tin-sai-bi-phat-bao-nhieu"))
    reader.sees(reader.on_screen("article :is(p, li, td)", r"\d triệu"))


def test_lesson_for_tonight(reader):
    reader.tap(".o-viec a[href*='tap-huan']")
    reader.sees("article a[href*='buoi-1']")
    reader.page.locator("form.van-ban-loc input").fill("buoi 3")
    reader.tap("article a[href*='buoi-3']")
    reader.page.wait_for_url("**/buoi-3*/")
    reader.sees("article .tom-tat")


def test_cards_for_tonight(reader):
    reader.tap(".o-viec a[href*='tap-huan']")
    # The cards of all lessons stand further down: a word shows them.
    reader.page.locator("form.van-ban-loc input").fill("bo the")
    reader.tap(reader.on_screen("article a[href*='bo-the-1']", "Bộ thẻ 1"))
    reader.page.wait_for_url("**/bo-the-1/")
    reader.sees(reader.page.locator(".cong-cu").get_by_role("button", name="In", exact=True))


def test_chapter_as_a_file(built_tiny, browser):
    # The real site of these tests has no chapters as files; the published one has, as the tiny one.
    with serving(built_tiny.out) as address:
        context = browser.new_context(viewport=PHONE, has_touch=True, is_mobile=True, accept_downloads=True)
        reader = Reader(context.new_page())
        reader.page.goto(address)
        reader.tap(".vai-tro a[href*='hai']")
        with reader.page.expect_download() as download:
            reader.sees(".cong-cu a[download]")
            reader.tap(".cong-cu a[download]")
        assert download.value.suggested_filename.endswith(".pdf") and reader.taps == 2
        context.close()


def test_save_for_no_network(reader):
    reader.tap(".o-viec a[href*='tai-ve']")
    button = reader.page.get_by_role("button", name="Lưu cả cẩm nang")
    reader.sees(button)
    reader.tap(button)
    reader.sees(".luu-may progress")
    reader.sees(".luu-may output")


def test_decree_in_force(reader):
    reader.search("nghị định 13/2023")
    first = reader.page.locator(".md-search-result__item").first
    # The one that took its place comes first.
    expect(first).to_contain_text("356/2025/NĐ-CP")
    reader.sees(first)
    reader.tap(first.locator("a").first)
    reader.sees("article .van-ban-tinh-trang, article .tt")


@pytest.mark.parametrize("query", ["nghị định 13/2023", "decree 13/2023"])
def test_decree_in_force_in_english(reader, query):
    reader.page.goto(f"{reader.page.url}en/")
    reader.search(query)
    first = reader.page.locator(".md-search-result__item").first
    expect(first).to_contain_text("356/2025/NĐ-CP")
    reader.sees(first)
    reader.tap(first.locator("a").first)
    reader.page.wait_for_url("**/en/van-ban/**")
    reader.sees("article .van-ban-tinh-trang")


def test_send_to_zalo(reader):
    reader.page.goto(f"{reader.page.url}ky-nang/vneid/")
    reader.sees(".chia-se summary")
    reader.tap(".chia-se summary")
    button = reader.page.get_by_role("button", name="Gửi qua Zalo")
    reader.sees(button)
    reader.tap(button)
    assert reader.page.evaluate("window.shared.url").endswith("/ky-nang/vneid/") and reader.taps == 2


def test_my_province(reader):
    reader.search("tỉnh Lào Cai")
    reader.tap(".md-search-result__item a")
    reader.page.wait_for_url("**/dia-phuong/lao-cai/**")
    reader.sees("article h1")
    reader.sees("article .tom-tat")
