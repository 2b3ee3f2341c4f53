"""Colours that a reader's device forces (Windows' contrast themes), in both: nothing vanishes, what differs can be told apart.

Such colours take away what is drawn by a background, a gradient or a shadow.
"""

import io

import pytest
from browsing import serving, until
from PIL import Image
from playwright.sync_api import expect

PHONE = {"width": 360, "height": 740}
DESKTOP = {"width": 1280, "height": 900}
LOOK = """element => JSON.stringify(['', '::before', '::after'].map(part => {
  const style = getComputedStyle(element, part);
  const canvas = getComputedStyle(document.body).backgroundColor;
  const isEmpty = style.backgroundColor === canvas || /^rgba.*, 0[)]$/.test(style.backgroundColor);
  return [isEmpty ? 'canvas' : style.backgroundColor].concat(
    ['content', 'color', 'borderTop', 'borderBottom', 'borderLeft', 'outline', 'fontWeight', 'textDecorationLine']
      .map(name => style[name]));
}))"""
IS_FRAMED = """element => {
  const style = getComputedStyle(element);
  return [['outline', style.outlineStyle, style.outlineWidth, style.outlineColor],
          ['border', style.borderBottomStyle, style.borderBottomWidth, style.borderBottomColor]]
    .some(([, kind, width, colour]) => kind === 'solid' && parseFloat(width) >= 1 && colour === getComputedStyle(document.body).color);
}"""


@pytest.fixture(scope="module")
def address(real):
    with serving(real.out) as address:
        yield address


@pytest.fixture(params=["light", "dark"])
def opened(browser, address, request):
    contexts = []

    def open_page(path, size=PHONE):
        contexts.append(
            browser.new_context(
                viewport=size, forced_colors="active", color_scheme=request.param, reduced_motion="reduce"
            )
        )
        page = contexts[-1].new_page()
        page.goto(address + path)
        until(page, "[...document.styleSheets].some(sheet => /-sau[.]/.test(sheet.href))")
        return page

    yield open_page
    for context in contexts:
        context.close()


def is_drawn(element):
    """Whether an element's place shows more than one even colour."""
    picture = Image.open(io.BytesIO(element.screenshot())).convert("L")
    darkest, brightest = picture.getextrema()
    return brightest - darkest > 100


def open_drawer(page):
    page.locator(".md-header__button[for=__drawer]").locator("visible=true").first.click()
    page.wait_for_timeout(300)
    return page.locator(".md-nav--primary .md-nav__icon").locator("visible=true")


def test_icons_of_the_drawer_are_drawn(opened):
    page = opened("ky-nang/vneid/")
    icons = open_drawer(page)
    # The way back to all parts, the contents of this page.
    assert icons.count() >= 2 and all(map(is_drawn, icons.all()[:2]))
    parts = opened("")
    arrows = open_drawer(parts)
    assert arrows.count() > 8 and all(map(is_drawn, arrows.all()[:3]))


def test_icons_and_signs_of_a_page_are_drawn(opened):
    page = opened("ky-nang/vneid/")
    for icon in page.locator(".md-header .bt").locator("visible=true").all():
        assert is_drawn(icon)
    question = page.locator("details.question summary").first
    for sign in ("::before", "::after"):
        assert question.evaluate(f"e => getComputedStyle(e, '{sign}').backgroundColor") == page.evaluate(
            "getComputedStyle(document.body).color"
        )


def test_a_drawn_code_is_seen(opened):
    page = opened("ky-nang/xem-thanh-toan-qr/")
    code = page.locator(".kit-m-qr > span:not(.kit-an)").first
    code.scroll_into_view_if_needed()
    picture = Image.open(io.BytesIO(code.screenshot())).convert("1")
    width, height = picture.size
    inner = picture.crop((width // 4, height // 4, 3 * width // 4, 3 * height // 4))
    assert inner.getextrema() == (0, 255)


def test_what_lies_over_the_page_has_an_edge(opened):
    page = opened("ky-nang/vneid/")
    assert page.locator(".md-header").evaluate(IS_FRAMED)
    page.locator(".md-select button").click()
    assert page.locator(".md-select__inner").evaluate(IS_FRAMED)
    page.keyboard.press("Escape")
    for place in (3000, 2500):
        page.evaluate(f"scrollTo(0, {place})")
        page.wait_for_timeout(200)
    until(page, "!document.querySelector('.md-top').hidden")
    assert page.locator(".md-top").evaluate(IS_FRAMED)
    open_drawer(page)
    assert page.locator(".md-sidebar--primary").evaluate(IS_FRAMED)


def test_the_search_box_and_its_results_have_edges(opened):
    page = opened("", DESKTOP)
    assert page.locator(".md-search__form").evaluate(IS_FRAMED)
    page.locator("input[name=query]").fill("nghị định 13/2023")
    page.wait_for_selector(".md-search-result__item a")
    page.wait_for_load_state("networkidle")  # the list is drawn for good: it comes once more with the text of the pages
    assert page.locator(".md-search__output").evaluate(IS_FRAMED)
    assert page.locator(".md-search-result .md-tag").first.evaluate(
        "e => getComputedStyle(e).borderTopStyle === 'solid'"
    )
    expect(page.locator(".md-search-result__item").nth(1)).to_have_css("border-top-style", "solid")
    assert page.locator(".md-search-result mark").first.evaluate(LOOK) != page.locator(".tim-kiem-ten").first.evaluate(
        LOOK
    )


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_the_page_at_hand_is_told_from_the_others_in_the_navigation(opened, size):
    page = opened("ky-nang/vneid/", size)
    if size is PHONE:
        open_drawer(page)
    here = page.locator(".md-nav--primary .md-nav__link--active")
    other = page.locator(".md-nav--primary a.md-nav__link[href*='nop-ho-so-truc-tuyen']")
    # More than a colour: links of a page visited may have another.
    assert here.locator("visible=true").first.evaluate("e => getComputedStyle(e).fontWeight") != other.first.evaluate(
        "e => getComputedStyle(e).fontWeight"
    )


def test_the_tab_chosen_is_told_from_the_others(opened):
    page = opened("nhiem-vu/day-nguoi-cao-tuoi/")
    labels = page.locator(".tabbed-set").first.locator(".tabbed-labels > label")
    for chosen in (1, 0):
        labels.nth(chosen).click()
        page.wait_for_timeout(100)
        canvas = page.evaluate("getComputedStyle(document.body).backgroundColor")
        lines = [labels.nth(number).evaluate("e => getComputedStyle(e).borderBottomColor") for number in (0, 1)]
        assert lines[chosen] == page.evaluate("getComputedStyle(document.body).color")
        assert lines[1 - chosen] == canvas


def test_a_task_done_is_told_from_one_to_do(opened):
    page = opened("ky-nang/vneid/")
    boxes = page.locator(".task-list-control")
    boxes.first.click()
    marks = [boxes.nth(number).locator(".task-list-indicator") for number in (0, 1)]
    assert marks[0].evaluate(LOOK) != marks[1].evaluate(LOOK)


def test_what_is_read_aloud_is_told_from_the_rest(opened):
    page = opened("ky-nang/vneid/")
    first, second = (page.locator("article h2").nth(number) for number in (0, 1))
    first.evaluate("e => e.classList.add('dang-doc')")
    assert first.evaluate(LOOK) != second.evaluate(LOOK)


def test_a_right_answer_is_told_from_a_wrong_one(opened):
    page = opened("on-tap/")
    page.get_by_role("button", name="Bắt đầu").click()
    page.locator(".on-tap input").last.check()
    page.get_by_role("button", name="Trả lời").click()
    page.wait_for_selector(".la-dung")
    right = page.locator(".la-dung").evaluate(LOOK)
    others = page.locator(".on-tap .lua-chon:not(.la-dung)").all()
    assert others and right not in [other.evaluate(LOOK) for other in others]


@pytest.mark.parametrize("path", ["", "ky-nang/vneid/", "on-tap/", "van-ban/", "tai-ve/", "thuat-ngu/", "en/"])
def test_the_focus_is_seen(opened, path):
    page = opened(path)
    for _ in range(12):
        page.keyboard.press("Tab")
        line = page.evaluate("""() => { const at = document.activeElement, box = at.matches('.task-list-control input') ? at.nextElementSibling : at;
          const style = getComputedStyle(box); return [style.outlineStyle, parseFloat(style.outlineWidth), at.outerHTML.slice(0, 100)]; }""")
        assert line[0] in ("solid", "auto") and line[1] >= 1, line


@pytest.mark.parametrize("path", ["so-lieu/dti-cap-tinh/", "so-lieu/smartphone-2022-theo-tinh/"])
def test_bars_and_words_of_a_chart_are_seen(opened, path):
    page = opened(path)
    chart = page.locator(".bieu-do svg")
    chart.scroll_into_view_if_needed()
    assert is_drawn(chart)
    canvas = page.evaluate("getComputedStyle(document.body).backgroundColor")
    for what in (".bieu-do-so", ".bieu-do-chu"):
        assert page.locator(f".bieu-do {what}").first.evaluate("e => getComputedStyle(e).color") != canvas
