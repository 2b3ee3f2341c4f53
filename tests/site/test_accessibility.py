"""WCAG 2.2 AA in a real browser: axe-core on every kind of page, keyboard, touch, zoom, motion."""

from importlib.resources import files

import pytest
from browsing import serving, until

PHONE = {"width": 360, "height": 740}
DESKTOP = {"width": 1280, "height": 900}
KINDS = {
    "home": "",
    "section": "ky-nang/",
    "chapter": "ky-nang/vneid/",
    "lesson": "tap-huan/",
    "topic": "chuyen-de/tat-song-2g/",
    "story": "cau-chuyen/an-tuong-gia-dinh-so/",
    "tables": "so-lieu/",
    "table": "so-lieu/kinh-te-so-gdp/",
    "huge-table": "so-lieu/xa-moi-tu-xa-cu/",
    "register": "van-ban/",
    "document": "van-ban/nd-69-2024/",
    "glossary": "thuat-ngu/",
    "downloads": "tai-ve/",
    "status": "tinh-trang/",
    "missing": "404.html",
    "province": "dia-phuong/lao-cai/",
    "provinces": "dia-phuong/",
    "stories": "cau-chuyen/",
}
AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# What depends on colours only; the rest of a page is the same in both themes.
COLOURS = ["color-contrast", "link-in-text-block"]
# The rows of a table or list are made alike: six stand for thousands, which axe would take minutes over.
SHORTEN = """() => document.querySelectorAll('tbody, article ul, article ol, article dl').forEach(
    list => [...list.children].slice(6).forEach(element => element.remove()))"""


@pytest.fixture(scope="module")
def address(real):
    with serving(real.out) as address:
        yield address


@pytest.fixture(scope="module")
def kinds(real):
    """The address of a page of each kind, in Vietnamese."""
    documents = sorted(path.parent.name for path in (real.out / "van-ban").glob("*/index.html"))
    return {**KINDS, "document": f"van-ban/{documents[0]}/"}


@pytest.fixture
def phone(browser):
    context = browser.new_context(viewport=PHONE)
    yield context.new_page()
    context.close()


@pytest.fixture
def desktop(browser):
    context = browser.new_context(viewport=DESKTOP)
    yield context.new_page()
    context.close()


def focused(page, what="outerHTML"):
    return page.evaluate(f"document.activeElement.{what}")


def tab_to(page, selector, most=60, key="Tab"):
    """Press Tab until ``selector`` has the focus."""
    for _ in range(most):
        page.keyboard.press(key)
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"{selector} is not reached by {most} × {key}")


# axe-core


def violations(page, rules):
    page.evaluate(SHORTEN)
    page.evaluate(AXE)
    found = page.evaluate("rules => axe.run({runOnly: rules, resultTypes: ['violations']})", rules)["violations"]
    return [(rule["id"], node["target"], node["html"][:120]) for rule in found for node in rule["nodes"]]


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing(browser, address, kinds, kind, size):
    found = {}
    for colours, scheme, rules in (("light", "default", RULES), ("dark", "slate", COLOURS)):
        # A context each: the theme keeps the colours of the first visit.
        context = browser.new_context(viewport=size, bypass_csp=True, color_scheme=colours, reduced_motion="reduce")
        page = context.new_page()
        # What English pages have of their own is seen on the phone, and on all of them in test_every_page.py.
        for prefix in ("",) if kind == "missing" or size is DESKTOP else ("", "en/"):
            page.goto(address + prefix + kinds[kind])
            assert page.evaluate("document.body.dataset.mdColorScheme") == scheme
            found[prefix, colours] = violations(page, rules)
        context.close()
    assert not any(found.values()), found


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_axe_finds_nothing_in_what_opens(browser, address, colours):
    context = browser.new_context(viewport=PHONE, bypass_csp=True, reduced_motion="reduce", color_scheme=colours)
    page = context.new_page()
    page.goto(address + "ky-nang/vneid/")
    page.locator(".md-header__button[for=__drawer]").click()
    page.wait_for_timeout(400)
    assert violations(page, RULES) == []
    page.keyboard.press("Escape")
    page.locator(".chia-se summary").click()
    assert violations(page, RULES) == []
    page.locator(".hien-thi summary").click()
    assert violations(page, RULES) == []
    page.keyboard.press("Escape")
    page.locator(".md-header__button[for=__search]").click()
    page.locator("input[name=query]").fill("lừa đảo")
    page.wait_for_selector(".md-search-result__item a")
    page.wait_for_timeout(400)
    assert violations(page, RULES) == []
    context.close()


@pytest.mark.parametrize("colours", ["light", "dark"])
@pytest.mark.parametrize("path", ["", "ky-nang/vneid/", "van-ban/"])
def test_axe_finds_nothing_in_large_text_and_high_contrast(browser, address, path, colours):
    context = browser.new_context(viewport=PHONE, bypass_csp=True, reduced_motion="reduce", color_scheme=colours)
    context.add_init_script("localStorage.setItem('cam-nang.hien-thi', 'chu-lon tuong-phan');")
    page = context.new_page()
    page.goto(address + path)
    assert violations(page, [*COLOURS, "target-size"]) == []
    context.close()


# Keyboard


@pytest.mark.parametrize("kind", KINDS)
def test_the_first_tab_skips_to_the_text(phone, address, kinds, kind):
    phone.goto(address + kinds[kind])
    phone.keyboard.press("Tab")
    assert "md-skip" in focused(phone, "className") and "Bỏ qua" in focused(phone, "textContent")
    until(phone, "getComputedStyle(document.activeElement).opacity == 1")
    phone.keyboard.press("Enter")
    assert focused(phone, "tagName") == "ARTICLE"


# In the box of what has the focus, and its nearest clipping parents, something must be there to see.
SEEN = """() => {
  const element = document.activeElement;
  const shown = element;
  shown.scrollIntoView({block: 'nearest', behavior: 'instant'});
  const box = shown.getClientRects()[0];
  const style = getComputedStyle(shown);
  const left = Math.max(box?.left, 0), right = Math.min(box?.right, innerWidth);
  const top = Math.max(box?.top, 0), bottom = Math.min(box?.bottom, innerHeight);
  const points = !box ? [] : [[.5, .5], [.1, .5], [.9, .5], [.5, .1], [.5, .9]].map(
    ([x, y]) => document.elementFromPoint(left + (right - left) * x, top + (bottom - top) * y));
  return {
    html: element.outerHTML.slice(0, 150), visible: points.some(point => point && (shown.contains(point) || point.contains(shown))),
    outlined: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1, end: element === document.body,
  };
}"""


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize("path", ["", "ky-nang/vneid/", "so-lieu/kinh-te-so-gdp/", "van-ban/"])
def test_what_has_the_focus_is_seen(browser, address, path, size):
    context = browser.new_context(viewport=size, reduced_motion="reduce")
    page = context.new_page()
    page.goto(address + path)
    for count in range(45):
        page.keyboard.press("Tab")
        page.wait_for_timeout(30)
        seen = page.evaluate(SEEN)
        if seen["end"] and count > 5:
            break
        assert seen["visible"], seen
        assert seen["outlined"] or 'name="query"' in seen["html"] or "md-search" in seen["html"], seen
    context.close()


def test_the_drawer_of_the_phone_opens_and_closes_by_keyboard(phone, address):
    phone.goto(address + "ky-nang/vneid/")
    tab_to(phone, "button[for=__drawer]")
    assert phone.locator("button.md-header__button[for=__drawer]").get_attribute("aria-expanded") == "false"
    phone.keyboard.press("Enter")
    until(phone, "document.activeElement.closest('.md-sidebar--primary')")
    assert phone.locator("button.md-header__button[for=__drawer]").get_attribute("aria-expanded") == "true"
    assert phone.evaluate("document.querySelector('.md-content').inert")
    phone.keyboard.press("Escape")
    until(phone, "document.activeElement.matches('button[for=__drawer]')")
    assert not phone.evaluate("document.querySelector('.md-content').inert")


def test_the_drawer_leads_back_to_all_parts_and_to_one(phone, address):
    phone.goto(address + "ky-nang/vneid/")
    tab_to(phone, "button[for=__drawer]")
    phone.keyboard.press("Space")
    until(phone, "document.activeElement.closest('.md-sidebar--primary')")
    if not phone.evaluate("document.activeElement.matches('button.md-nav__title')"):
        tab_to(phone, "button.md-nav__title", key="Shift+Tab")
    assert focused(phone, "ariaLabel").startswith("Quay lại")
    phone.keyboard.press("Enter")
    tab_to(phone, ".md-nav__link[href$='thuat-ngu/']")
    phone.keyboard.press("Enter")
    phone.wait_for_url("**/thuat-ngu/")


def test_the_search_of_the_phone_opens_and_closes_by_keyboard(phone, address):
    phone.goto(address + "ky-nang/vneid/")
    tab_to(phone, "button[for=__search]")
    phone.keyboard.press("Enter")
    until(phone, "document.activeElement.name == 'query'")
    phone.keyboard.type("lua dao")
    phone.wait_for_selector(".md-search-result__item a")
    phone.wait_for_load_state("networkidle")  # the text around the hits has come: the list is drawn for good
    phone.keyboard.press("ArrowDown")
    until(phone, "document.activeElement.matches('.md-search-result__item a')")
    phone.keyboard.press("Escape")
    until(phone, "!document.getElementById('__search').checked")
    until(phone, "document.activeElement.matches('button[for=__search]')")


def test_language_and_colours_change_by_keyboard(desktop, address):
    desktop.goto(address + "ky-nang/vneid/")
    tab_to(desktop, "[data-md-component=palette] button")
    before = desktop.evaluate("document.body.dataset.mdColorScheme")
    desktop.keyboard.press("Enter")
    assert desktop.evaluate("document.body.dataset.mdColorScheme") != before
    tab_to(desktop, ".md-select__link[lang=en]")
    desktop.keyboard.press("Enter")
    desktop.wait_for_url("**/en/ky-nang/vneid/")


# Touch, zoom, motion, names

# Links inside a sentence are excepted by WCAG 2.5.8, and what stands 24 px from its neighbours.
SMALL = """() => [...document.querySelectorAll('a, button, input, select, summary, label[for]')].filter(element => {
  const box = element.getBoundingClientRect();
  const style = getComputedStyle(element);
  if (!box.width || style.visibility !== 'visible' || style.opacity === '0' || element.closest('[inert]')) return false;
  if (style.display === 'inline' || element.matches('.md-overlay, .md-search__overlay, label.md-nav__title, .headerlink, .md-skip, .footnote-ref, .footnote-backref, [disabled], [disabled] *')) return false;
  return box.height < 23.5 || box.width < 23.5;
}).map(element => element.outerHTML.slice(0, 100))"""


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize("kind", KINDS)
def test_targets_are_large_enough(browser, address, kinds, kind, size):
    context = browser.new_context(viewport=size)
    page = context.new_page()
    page.goto(address + kinds[kind], wait_until="networkidle")  # with what scripts add
    assert page.evaluate(SMALL) == []
    context.close()


THUMB = """() => [...document.querySelectorAll(
    '.md-header :is(a, button, summary, label), .md-sidebar--primary :is(a, button, label)')].filter(element => {
  const box = element.getBoundingClientRect();
  if (!element.checkVisibility({opacityProperty: true, visibilityProperty: true}) || !box.width || box.right <= 0 || box.left >= innerWidth) return false;
  if (element.matches('.md-search__overlay, .md-overlay, .md-nav__title a')) return false;
  // Results are lines of a list across the screen; small words below one are lines of text.
  if (element.matches('.tim-kiem-nho')) return false;
  return box.height < 43.5 || box.width < 43.5;
}).map(element => element.outerHTML.slice(0, 100))"""


@pytest.mark.parametrize("width", [320, 360])
def test_header_and_navigation_have_room_for_a_thumb(browser, address, width):
    """44 by 44 pixels (SC 2.5.5, AAA), with the drawer."""
    context = browser.new_context(viewport={"width": width, "height": 740}, reduced_motion="reduce", has_touch=True)
    page = context.new_page()
    page.goto(address + "ky-nang/vneid/", wait_until="networkidle")  # with what the late style sheet draws
    assert page.evaluate(THUMB) == []
    page.locator(".hien-thi summary").tap()
    assert page.locator(".hien-thi-bang label").count() == 3
    assert page.evaluate(THUMB) == []
    page.locator(".hien-thi summary").tap()
    page.locator(".md-select button").focus()
    page.locator(".md-select__link").first.wait_for()
    page.wait_for_timeout(400)
    assert page.evaluate(THUMB) == []
    page.locator(".md-header__button[for=__search]").tap()
    page.locator("input[name=query]").fill("lừa")
    page.wait_for_selector(".md-search-result__item a")
    page.wait_for_timeout(400)
    assert page.evaluate(THUMB) == []
    page.keyboard.press("Escape")
    page.locator(".md-header__button[for=__drawer]").tap()
    page.wait_for_timeout(400)
    assert page.evaluate(THUMB) == []
    context.close()


OUTSIDE = """() => [...document.querySelectorAll('.md-header :is(a, button, summary, label, input), .hien-thi-bang, .chia-se > div')].filter(element => {
  const box = element.getBoundingClientRect();
  return box.width && element.checkVisibility({opacityProperty: true, visibilityProperty: true})
    && !element.closest('.md-search') && (box.left < -1 || box.right > innerWidth + 1);
}).map(element => element.outerHTML.slice(0, 100))"""


@pytest.mark.parametrize("width", [320, 360])
@pytest.mark.parametrize("text", ["", "chu-lon", "chu-rat-lon"])
def test_header_and_what_it_opens_stand_on_the_screen(browser, address, width, text):
    # The header cuts off what is too wide: the page is no wider for it, and test_every_page.py sees nothing.
    context = browser.new_context(viewport={"width": width, "height": 740}, reduced_motion="reduce", has_touch=True)
    context.add_init_script(f"localStorage.setItem('cam-nang.hien-thi', '{text}');")
    page = context.new_page()
    page.goto(address + "ky-nang/vneid/", wait_until="networkidle")
    assert page.evaluate("document.documentElement.className") == text
    assert page.locator(".md-header :is(button, summary):visible").count() >= 5
    assert page.evaluate(OUTSIDE) == []
    page.locator(".hien-thi summary").tap()
    assert page.locator(".hien-thi-bang").is_visible() and page.evaluate(OUTSIDE) == []
    page.locator(".hien-thi summary").tap()
    page.locator(".chia-se summary").tap()
    assert page.locator(".chia-se > div").is_visible() and page.evaluate(OUTSIDE) == []
    context.close()


@pytest.mark.parametrize("text", ["", "chu-lon"])
def test_the_longest_title_stays_inside_the_header(browser, address, text):
    context = browser.new_context(viewport=PHONE, reduced_motion="reduce")
    context.add_init_script(f"localStorage.setItem('cam-nang.hien-thi', '{text}');")
    page = context.new_page()
    page.goto(address + "ky-nang/nhan-dien-qua-tin-nhan/", wait_until="networkidle")
    page.evaluate("scrollTo(0, 900)")
    page.wait_for_timeout(300)
    header = page.locator(".md-header").bounding_box()
    title = page.locator(".md-header__topic .md-ellipsis").last.bounding_box()
    assert title["y"] >= header["y"] and title["y"] + title["height"] <= header["y"] + header["height"]
    context.close()


def test_the_way_up_does_not_lie_on_the_contents(browser, address):
    context = browser.new_context(viewport=PHONE, reduced_motion="reduce")
    page = context.new_page()
    page.goto(address + "ky-nang/vneid/", wait_until="networkidle")
    for place in (3000, 2500):
        page.evaluate(f"scrollTo(0, {place})")
        page.wait_for_timeout(200)
    until(page, "!document.querySelector('.md-top').hidden")
    contents = page.locator(".muc-luc").bounding_box()
    assert page.locator(".md-top").bounding_box()["y"] >= contents["y"] + contents["height"]
    context.close()


@pytest.mark.parametrize("kind", ["home", "chapter", "table", "register"])
def test_zoom_of_400_percent_leaves_room_to_read(browser, address, kinds, kind):
    """1280 by 1024 px at 400 % (SC 1.4.10): that no page is wider is seen on all of them in test_every_page.py."""
    context = browser.new_context(viewport={"width": 320, "height": 256})
    page = context.new_page()
    page.goto(address + kinds[kind])
    page.evaluate("window.scrollTo(500, 600)")
    assert page.evaluate("window.scrollX") == 0
    fixed = page.evaluate("""() => [...document.querySelectorAll('body *')].filter(element =>
        ['fixed', 'sticky'].includes(getComputedStyle(element).position) && element.checkVisibility({visibilityProperty: true}))
        .map(element => element.getBoundingClientRect()).filter(box => box.top < 1 && box.bottom > 0).map(box => box.bottom)""")
    assert max(fixed, default=0) <= 100  # at least three fifths of the screen are the text's
    context.close()


def test_nothing_moves_for_those_who_asked_for_rest(browser, address):
    context = browser.new_context(viewport=PHONE, reduced_motion="reduce")
    page = context.new_page()
    page.goto(address + "ky-nang/vneid/")
    longest = page.evaluate("""() => Math.max(...[...document.querySelectorAll('*')].flatMap(element =>
        [null, '::before', '::after'].flatMap(part => { const style = getComputedStyle(element, part);
          return [...style.transitionDuration.split(','), ...style.animationDuration.split(',')].map(parseFloat); })))""")
    assert longest <= 0.01
    context.close()


def test_landmarks_and_names(desktop, address):
    desktop.goto(address + "ky-nang/vneid/")
    count = desktop.evaluate("selector => document.querySelectorAll(selector).length", "main")
    assert count == 1
    assert desktop.locator("html").get_attribute("lang") == "vi"
    assert desktop.locator(".md-select__link[hreflang=en]").get_attribute("lang") == "en"
    current = desktop.locator(".md-nav--primary a[aria-current=page]")
    assert current.count() == 1 and current.inner_text().strip() == desktop.locator("h1").inner_text().strip()
    assert desktop.locator("nav[aria-expanded]").count() == 0


def test_a_printed_page_is_text_on_white(desktop, address):
    desktop.goto(address + "ky-nang/vneid/")
    desktop.emulate_media(media="print", color_scheme="dark")
    assert not desktop.locator(".md-header").is_visible() and not desktop.locator(".md-sidebar--primary").is_visible()
    assert desktop.evaluate("getComputedStyle(document.querySelector('article p')).color") == "rgb(0, 0, 0)"
    assert desktop.evaluate("document.querySelector('.md-content').getBoundingClientRect().width") > 1000
