"""The real site in a real browser."""

import re

import pytest
from browsing import serving
from playwright.sync_api import expect

PHONE = {"width": 360, "height": 740}
DESKTOP = {"width": 1280, "height": 900}


@pytest.fixture(scope="module")
def address(real):
    with serving(real.out) as address:
        yield address


@pytest.fixture
def page(browser, address):
    """A page that fails its test on a console error or a request to another host."""
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
    complaints = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on(
        "request",
        lambda request: (
            complaints.append(request.url) if not request.url.startswith((address, "data:", "blob:")) else None
        ),
    )
    page.on(
        "response",
        lambda response: complaints.append(f"{response.status} {response.url}") if response.status >= 400 else None,
    )
    yield page
    context.close()
    assert complaints == []


ADDRESSES = [
    "",
    "ky-nang/vneid/",
    "so-lieu/kinh-te-so-gdp/",
    "so-lieu/xa-moi-tu-xa-cu/",
    "van-ban/",
    "chuyen-de/",
    "tai-ve/",
    "en/",
    "en/ky-nang/vneid/",
]


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize("path", ADDRESSES)
def test_a_page_opens_clean_and_does_not_scroll_sideways(page, address, path, size):
    page.set_viewport_size(size)
    page.goto(address + path)
    assert page.locator("h1").first.is_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


@pytest.mark.parametrize("query", ["lừa đảo", "lua dao", "LUA DAO"])
def test_search_finds_with_and_without_accents(page, address, query):
    page.set_viewport_size(DESKTOP)
    page.goto(address)
    page.locator("input[name=query]").click()
    page.locator("input[name=query]").fill(query)
    page.wait_for_selector(".md-search-result__item a")
    results = page.locator(".md-search-result__item a").all_inner_texts()
    assert any("lừa đảo" in text.lower() for text in results[:3])


def test_the_page_can_be_read_without_javascript(browser, address):
    context = browser.new_context(viewport=PHONE, java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "ky-nang/vneid/")
    assert page.locator("h1").inner_text()
    assert page.locator(".the-viec li").first.is_visible()
    page.goto(address + "so-lieu/kinh-te-so-gdp/")
    assert page.locator(".so-lieu td").first.is_visible()
    context.close()


def test_an_explanation_comes_by_keyboard_and_goes_with_escape(page, address):
    page.set_viewport_size(DESKTOP)
    page.goto(address + "phap-luat/du-lieu-ca-nhan/")
    link = page.locator("a.van-ban[data-goi-y]").first
    link.focus()
    tip = page.locator("#goi-y")
    assert tip.is_visible() and tip.inner_text() == link.get_attribute("data-goi-y")
    assert link.get_attribute("aria-describedby") == "goi-y"
    page.keyboard.press("Escape")
    assert not tip.is_visible()


def test_a_first_tap_explains_and_a_second_follows(browser, address):
    context = browser.new_context(viewport=PHONE, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(address + "phap-luat/du-lieu-ca-nhan/")
    link = page.locator("a.van-ban[data-goi-y]").first
    link.scroll_into_view_if_needed()
    link.tap()
    assert page.locator("#goi-y").is_visible() and page.url.endswith("/du-lieu-ca-nhan/")
    link.tap()
    page.wait_for_url("**/van-ban/**")
    context.close()


def test_a_term_is_explained_in_vietnamese_in_either_language(page, address):
    for place in ("ky-nang/vneid/", "en/ky-nang/vneid/"):
        page.goto(address + place)
        link = page.locator("a.thuat-ngu").first
        link.focus()
        tip = page.locator("#goi-y")
        expect(tip).to_have_text(re.compile(r"\w+ .*\w"))
        assert tip.get_attribute("lang") == "vi" and link.get_attribute("aria-describedby") == "goi-y"
        page.keyboard.press("Escape")


def test_without_a_network_a_tap_on_a_term_leads_to_the_glossary(browser, address):
    context = browser.new_context(viewport=PHONE, has_touch=True, is_mobile=True, service_workers="block")
    page = context.new_page()
    page.goto(address + "ky-nang/vneid/")
    page.route("**/dinh-nghia.js", lambda route: route.abort())
    page.locator("a.thuat-ngu").first.tap()
    page.wait_for_url("**/thuat-ngu/#*")
    context.close()


def test_a_citation_of_the_page_can_be_copied(browser, address):
    context = browser.new_context(viewport=DESKTOP, permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(address + "ky-nang/vneid/")
    page.locator(".trich-dan button").click()
    expect(page.locator(".trich-dan output")).not_to_be_empty()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert page.locator("h1").inner_text() in copied and "30/11/2026" in copied and copied.endswith("/ky-nang/vneid/")
    context.close()


def test_a_table_is_sorted_by_number_and_back(page, address):
    page.goto(address + "so-lieu/don-vi-hanh-chinh-34-tinh/")
    header = page.locator("th[data-key=tong_cap_xa_1_7_2025]")

    def column():
        cells = page.locator(".so-lieu tbody tr").evaluate_all(
            "(rows, index) => rows.map(row => parseFloat(row.cells[index].dataset.value || row.cells[index].textContent))",
            header.evaluate("cell => cell.cellIndex"),
        )
        return list(cells)

    header.locator("button").click()
    assert header.get_attribute("aria-sort") == "ascending" and column() == sorted(column())
    header.locator("button").click()
    assert header.get_attribute("aria-sort") == "descending" and column() == sorted(column(), reverse=True)


@pytest.mark.parametrize("typed", ["Bùi Hữu Nghĩa", "bui huu nghia", "BUI HUU NGHIA"])
def test_an_old_commune_leads_to_the_new_one(page, address, typed):
    page.goto(address + "so-lieu/xa-moi-tu-xa-cu/")
    page.locator(".tra-cuu input").fill(typed)
    answers = page.locator(".tra-cuu-kq > li")
    answers.first.wait_for()
    assert answers.count() == 1
    assert {"Phường Bình Thủy", "Phường Cái Khế"} == set(answers.locator("ul strong").all_inner_texts())
    page.locator(".tra-cuu input").fill("khong co xa nay")
    assert answers.count() == 0 and page.locator(".tra-cuu-dap").inner_text()
    page.locator(".tra-cuu input").fill("")
    assert page.locator(".tra-cuu-dap").inner_text() == ""


def test_the_page_of_3321_communes_is_light(real):
    import gzip

    raw = (real.out / "so-lieu" / "xa-moi-tu-xa-cu" / "index.html").read_bytes()
    assert len(gzip.compress(raw)) < 20_000


def test_a_law_s_number_is_answered_under_the_box(page, address):
    page.goto(address + "van-ban/?q=13/2023")
    answer = page.locator(".tra-cuu-kq > li").first
    assert "13/2023/NĐ-CP" in answer.inner_text() and "hết hiệu lực từ 01/01/2026" in answer.inner_text()
    assert "thay bằng" in answer.inner_text() and "356/2025/NĐ-CP" in answer.inner_text()
    page.locator("form.van-ban-loc input").fill("999/1999")
    assert "13/2023" in page.locator(".tra-cuu-dap").inner_text()  # an example of what to type


def test_stories_stand_by_province_and_are_filtered(page, address):
    page.goto(address + "cau-chuyen/")
    lines = page.locator(".chuyen li:not([hidden])")
    everything = lines.count()
    page.locator(".chuyen-loc input").fill("lao cai")
    assert 0 < lines.count() < everything and page.locator(".chuyen section:visible h2").all_inner_texts() == [
        "Lào Cai"
    ]
    page.locator(".chuyen-loc input").fill("")
    page.locator(".chuyen-loc select").select_option("canh-bao")
    assert 0 < lines.count() < everything


def test_the_register_is_filtered(page, address):
    page.set_viewport_size(DESKTOP)
    page.goto(address + "van-ban/")
    rows = page.locator(".van-ban-muc-luc tbody tr:not([hidden])")
    everything = rows.count()
    page.locator("form.van-ban-loc select[name=tinh-trang]").select_option("het-hieu-luc")
    assert 0 < rows.count() < everything
    page.locator("form.van-ban-loc select[name=tinh-trang]").select_option("")
    page.locator("form.van-ban-loc input").fill("can cuoc")
    assert 0 < rows.count() < everything


def test_the_glossary_is_light_until_somebody_asks(page, address):
    """Other spellings, fields and sources come at a tap on their button, or when a word is looked for, who may spell it so."""
    page.goto(address + "thuat-ngu/")
    notes, shown = page.locator(".thuat-ngu-muc small"), page.locator(".thuat-ngu-muc > dt:visible")
    everything = shown.count()
    assert notes.count() == 0 and everything > 100
    page.locator("form.van-ban-loc input").fill("hallucination")  # stands in the notes alone
    expect(shown).to_have_count(1)
    assert "hallucination" in page.locator(".thuat-ngu-muc > dd:visible").inner_text()
    page.locator("form.van-ban-loc input").fill("")
    expect(shown).to_have_count(everything)
    page.reload()
    page.locator("form.van-ban-loc button").click()
    expect(notes).to_have_count(everything)
    expect(page.locator("form.van-ban-loc button")).to_have_count(0)


def test_an_overdue_review_is_told_by_the_browser(browser, address):
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
    page.clock.install(time="2026-11-24T08:00:00")
    page.goto(address + "ky-nang/vneid/")
    assert not page.locator("p[data-qua-han]").is_visible()
    page.clock.install(time="2031-01-01T08:00:00")
    page.goto(address + "ky-nang/vneid/")
    assert page.locator("p[data-qua-han]").is_visible()
    context.close()
