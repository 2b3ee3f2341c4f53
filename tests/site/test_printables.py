"""A task card alone, as readers meet it in Chromium: printed alone, saved as a picture, sent by link."""

import io
from urllib.parse import urljoin

import pikepdf
import pytest
from browsing import serving, until
from PIL import Image

PAGE = "ky-nang/mot/"
MM = 72 / 25.4
# Headless Chromium on Linux has no sheet to share with: what a phone's would be handed is kept.
SHARED = """
window.handed = [];
navigator.canShare = what => Boolean(what.files);
navigator.share = what => {
  handed.push({ title: what.title, url: what.url, files: (what.files || []).map(file => [file.name, file.type, file.size]) });
  return Promise.resolve();
};
"""


@pytest.fixture(scope="module")
def address(built_tiny):
    with serving(built_tiny.out) as address:
        yield address


@pytest.fixture
def opened(browser, address):
    contexts = []

    def open_page(script="", **options):
        contexts.append(browser.new_context(viewport={"width": 360, "height": 740}, **options))
        if script:
            contexts[-1].add_init_script(script)
        page = contexts[-1].new_page()
        page.goto(address + PAGE)
        return page

    yield open_page
    for context in contexts:
        context.close()


def items(page):
    return page.locator(".to-in li").all()


def test_each_card_of_the_page_is_one_a5_page_and_a_picture(opened, address):
    page = opened()
    assert items(page)
    for item in items(page):
        pdf, png = (link.get_attribute("href") for link in item.locator("a").all()[:2])
        sheet = page.request.get(urljoin(address + PAGE, pdf))
        with pikepdf.open(io.BytesIO(sheet.body())) as file:
            [only] = file.pages
            assert [round(float(side) / MM) for side in only.MediaBox[2:]] == [148, 210]
        picture = page.request.get(urljoin(address + PAGE, png))
        with Image.open(io.BytesIO(picture.body())) as image:
            assert image.format == "PNG" and abs(image.width - 1080) <= 1


def test_the_picture_is_saved_by_touching_it(opened):
    page = opened()
    with page.expect_download() as saved:
        items(page)[0].locator("a[href$='.png']").click()
    assert saved.value.suggested_filename.endswith(".png")


def test_where_nothing_can_be_shared_the_address_of_the_picture_is_copied(opened, address):
    page = opened(permissions=["clipboard-read", "clipboard-write"])
    item = items(page)[0]
    item.get_by_role("button").click()
    item.get_by_role("button", name="Đã chép").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith(address) and copied.endswith(".png") and page.request.get(copied).ok


def test_a_phone_is_handed_the_picture_itself(opened):
    page = opened(SHARED)
    items(page)[0].get_by_role("button").click()
    until(page, "handed.length")
    [whole] = page.evaluate("handed")
    [[name, kind, size]] = whole["files"]
    assert name.endswith(".png") and kind == "image/png" and size > 5000 and whole["title"]


def test_buttons_can_be_touched_and_nothing_is_wider_than_the_screen(opened):
    page = opened()
    box = items(page)[0].get_by_role("button").bounding_box()
    assert box["height"] >= 24 and page.evaluate("document.documentElement.scrollWidth") <= 360
