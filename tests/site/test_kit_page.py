"""Kit blocks in a real browser: no overflow, axe, forced colours, a rehearsal by keyboard, the weight of what they load."""

import re
from importlib.resources import files
from pathlib import Path

import brotli
import pytest
from browsing import serving
from support import TINY, make_site, once_a_run
from support import Site as Made

SAMPLE = (Path(__file__).parents[1] / "core" / "kit" / "sample.md").read_text(encoding="utf-8")
AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PAGE = "chuyen-de/mau-khoi/"


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Made:
    def make(folder: Path) -> str:
        site = make_site(folder, TINY)
        site.write("chuyen-de/mau-khoi.md", SAMPLE.replace("ky-nang/nhan-dien-lua-dao.md", "ky-nang/mot.md"))
        site.environment = {"HANDBOOK_BOOK": "false"}
        assert site.build() == 0, site.log[-5000:]
        return site.log

    return Made(*once_a_run(tmp_path_factory, "kit", make))


@pytest.fixture(scope="module")
def address(site):
    with serving(site.out) as address:
        yield address


@pytest.fixture
def opened(browser, address):
    contexts = []

    def open_page(width=360, **options):
        contexts.append(browser.new_context(viewport={"width": width, "height": 740}, **options))
        page = contexts[-1].new_page()
        page.goto(address + PAGE)
        if options.get("java_script_enabled", True):
            page.wait_for_selector(".kit-lenh")
        return page

    yield open_page
    for context in contexts:
        context.close()


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_nothing_is_wider_than_the_screen(opened, width):
    page = opened(width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.evaluate("document.documentElement.classList.add('chu-lon')")  # 156 %
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(opened, scheme):
    page = opened(color_scheme=scheme)
    page.evaluate("document.querySelectorAll('.kit details').forEach(one => one.open = true)")
    page.evaluate(AXE)
    found = page.evaluate(f"axe.run(document, {{runOnly: {RULES}}})")["violations"]
    assert [(one["id"], [node["html"][:200] for node in one["nodes"]][:3]) for one in found] == []


def test_a_touch_is_seen_without_colours(opened):
    page = opened(forced_colors="active")
    spot = page.locator(".kit-cham").first
    assert spot.evaluate("e => getComputedStyle(e).outlineStyle") == "solid"
    assert page.locator(".kit-m-nut").first.evaluate("e => getComputedStyle(e).borderTopStyle") == "solid"


def test_without_scripts_all_screens_stand_on_the_page(opened):
    page = opened(java_script_enabled=False)
    assert page.locator(".kit-chuoi > figure").count() == 3
    assert all(page.locator(".kit-chuoi > figure").nth(number).is_visible() for number in range(3))
    page.locator(".kit-so-do summary").first.click()
    assert page.get_by_text("Ra chỗ có sóng").is_visible()


def test_a_sequence_is_rehearsed_by_keyboard(opened):
    page = opened()
    row = page.locator(".kit-chuoi")
    seen = lambda: [figure.is_visible() for figure in row.locator("figure").all()]  # noqa: E731
    row.get_by_role("button", name="Tập thử").press("Enter")
    assert seen() == [True, False, False]
    page.keyboard.press("Enter")  # the place to touch has the focus
    assert seen() == [False, True, False]
    row.locator(".kit-nay .kit-cham").nth(1).click()  # out of order: nothing
    assert seen() == [False, True, False]
    page.keyboard.press("Enter")
    page.keyboard.press("Space")
    assert seen() == [False, False, True] and "Bước 3/3" in row.locator("output").inner_text()
    assert row.get_by_role("button", name="Tiếp", exact=True).is_disabled()
    page.keyboard.press("Escape")
    assert seen() == [True, True, True]


def test_a_post_is_copied(opened):
    page = opened(permissions=["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Chép bài này").click()
    page.get_by_role("button", name="Đã chép").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == (
        "Cả nhà ơi, mã OTP là chìa khóa tài khoản.\nKhông đọc mã cho ai.\n\n#giumaotp"
    )


def test_only_pages_with_blocks_load_their_files(site):
    page = (site.out / PAGE / "index.html").read_text(encoding="utf-8")
    other = (site.out / "chuyen-de" / "chu-ky-so" / "index.html").read_text(encoding="utf-8")
    assert "assets/kit." in page and "assets/kit." not in other
    assert len(brotli.compress(next((site.out / "assets").glob("kit.*.js")).read_bytes())) < 1400
    [sheet] = re.findall("<style>(.*?)</style>", page)
    assert ".kit-may" in sheet and "<style" not in other and len(brotli.compress(sheet.encode())) < 2000
