"""What readers do with a page: tick, enlarge, share, print, listen; and all that stays without JavaScript."""

import re

import pytest
from browsing import goto_without_scripts, serving
from handbook.book.press.qr import qr_svg
from lxml import html as lxml_html
from playwright.sync_api import expect
from support import AS_OF_WRITTEN, pdf_text

PHONE = {"width": 360, "height": 740}
PAGE = "ky-nang/mot/"
PUBLIC = "https://cam-nang.example/ky-nang/mot/"
# What a headless browser lacks; the page's own script meets the browser's interfaces, nothing of ours is replaced.
VOICES = """
  window.said = [];
  window.voices = [];
  const listeners = [];
  let current = null;
  Object.defineProperty(window, 'speechSynthesis', {value: {
    getVoices: () => window.voices,
    addEventListener: (name, call) => listeners.push(call),
    speak: speech => { current = speech; window.said.push(speech.text); },
    cancel: () => { current = null; },
  }});
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
  window.giveVoices = langs => { window.voices = langs.map(lang => ({lang})); listeners.forEach(call => call()); };
  window.finish = () => { const speech = current; speech.onend(); };
"""
SHARE = "navigator.share = data => { window.shared = data; return Promise.resolve(); };"


@pytest.fixture(scope="module")
def address(built_tiny):
    with serving(built_tiny.out) as address:
        yield address


@pytest.fixture
def open_page(browser, address):
    """Open a page of the tiny site in a context of its own; every request must go to the site."""
    contexts, requests = [], []

    def open_one(path=PAGE, script=None, **options):
        context = browser.new_context(**{"viewport": PHONE, "reduced_motion": "reduce", **options})
        contexts.append(context)
        if script:
            context.add_init_script(script)
        page = context.new_page()
        page.on("request", lambda request: requests.append(request.url))
        page.asked = requests
        page.goto(address + path)
        return page

    yield open_one
    for context in contexts:
        context.close()
    assert [url for url in requests if not url.startswith(address)] == []


# Home


@pytest.mark.parametrize(
    ("prefix", "task", "role"), [("", "Cần định danh", "Đoàn viên mới"), ("en/", "Identity needed", "New member")]
)
def test_the_home_page_leads_by_task_and_by_role(built_tiny, prefix, task, role):
    page = lxml_html.fromstring(built_tiny.html(prefix))
    (link,) = page.xpath('//ul[@class="o-viec"]//a')
    assert link.text_content() == task and link.get("href") == "ky-nang/mot/"
    (section,) = page.xpath('//div[@class="vai-tro"]/section')
    assert section.findtext("h3") == role and section.xpath(".//li/a/@href") == ["ky-nang/mot/", "ky-nang/hai/"]
    order = [heading.get("id") for heading in page.xpath('//div[@class="trang-chu"]//h2')]
    assert order == ["viec-hom-nay", "ban-la-ai", "cac-phan", "moi-cap-nhat"]
    assert page.xpath('//*[@class="trang-chu-tim"]')


# Checklists


def boxes(page):
    return page.locator(".task-list-item input")


def test_ticks_are_kept_on_the_device_by_page_and_words(open_page, address):
    page = open_page()
    first = page.get_by_role("checkbox", name="Việc thứ nhất")
    expect(first).to_be_enabled()
    expect(page.locator(".viec-xong")).to_have_count(0)
    page.get_by_text("Việc thứ nhất").click()
    expect(first).to_be_checked()
    expect(page.locator(".viec-xong output")).to_have_text("Đã làm 2 trong 2 việc.")
    page.reload()
    expect(first).to_be_checked()
    expect(page.locator(".viec-xong output")).to_have_text("Đã làm 2 trong 2 việc.")
    kept = page.evaluate("Object.entries(localStorage).filter(([name]) => name.startsWith('cam-nang.viec'))")
    assert kept == [["cam-nang.viec./ky-nang/mot/", '["Việc thứ nhất","Việc đã xong"]']]


def test_ticks_are_cleared_below_the_list_or_in_the_header(open_page):
    page = open_page()
    page.get_by_text("Việc thứ nhất").click()
    page.locator(".viec-xong button").click()
    expect(boxes(page).first).not_to_be_checked()
    expect(boxes(page).first).to_be_focused()
    assert page.evaluate("Object.keys(localStorage).filter(name => name.startsWith('cam-nang.'))") == []
    page.get_by_text("Việc thứ nhất").click()
    expect(boxes(page).first).to_be_checked()
    page.locator(".hien-thi summary").click()
    page.locator(".hien-thi-bang input").first.check()
    page.locator(".hien-thi-bang button").click()
    expect(page.locator(".hien-thi-bang output")).to_have_text("Đã xóa")
    expect(boxes(page).first).not_to_be_checked()
    expect(page.locator("html.chu-lon")).to_have_count(0)
    assert page.evaluate("Object.keys(localStorage).filter(name => name.startsWith('cam-nang.'))") == []


def test_a_list_that_was_broken_in_storage_is_a_fresh_one(open_page):
    page = open_page(script="localStorage.setItem('cam-nang.viec./ky-nang/mot/', '{');")
    expect(boxes(page).first).to_be_enabled()
    expect(boxes(page).first).not_to_be_checked()


# Text size and contrast


def size_of_text(page):
    return page.evaluate("parseFloat(getComputedStyle(document.querySelector('article p')).fontSize)")


def test_larger_text_and_contrast_are_kept_from_page_to_page(open_page, address):
    page = open_page()
    before = size_of_text(page)
    page.locator(".hien-thi summary").focus()
    page.keyboard.press("Enter")
    page.get_by_label("Chữ lớn").check()
    page.get_by_label("Tương phản cao").check()
    assert size_of_text(page) > 1.2 * before
    page.keyboard.press("Escape")
    expect(page.locator(".hien-thi summary")).to_be_focused()
    assert not page.locator(".hien-thi-bang").is_visible()
    page.locator(".hien-thi summary").click()
    page.locator(".chot-ngay").click()
    assert not page.locator(".hien-thi-bang").is_visible()
    # The words are on <html> before anything is drawn: without any of the files of scripts.
    page.route("**/*.js", lambda route: route.abort())
    goto_without_scripts(page, address + "ky-nang/hai/")
    expect(page.locator("html.chu-lon.tuong-phan")).to_have_count(1)
    assert size_of_text(page) > 1.2 * before


@pytest.mark.parametrize(
    ("scheme", "ink", "paper"),
    [("light", "rgb(0, 0, 0)", "rgb(255, 255, 255)"), ("dark", "rgb(255, 255, 255)", "rgb(0, 0, 0)")],
)
@pytest.mark.parametrize("asked", ["on the device", "on the page"])
def test_high_contrast_is_black_and_white(open_page, scheme, ink, paper, asked):
    by_device = asked == "on the device"
    page = open_page(color_scheme=scheme, contrast="more" if by_device else "no-preference")
    if not by_device:
        page.locator(".hien-thi summary").click()
        page.get_by_label("Tương phản cao").check()
    colour = "getComputedStyle(document.querySelector({}))[{}]"
    assert page.evaluate(colour.format("'.tom-tat'", "'color'")) == ink
    assert page.evaluate(colour.format("'body'", "'backgroundColor'")) == paper


@pytest.mark.parametrize("path", ["", PAGE, "so-lieu/thue-bao/", "404.html"])
def test_larger_text_on_a_small_screen_needs_no_sideways_scrolling(open_page, path):
    page = open_page(
        path, script="localStorage.setItem('cam-nang.hien-thi', 'chu-lon');", viewport={"width": 320, "height": 500}
    )
    expect(page.locator("html.chu-lon")).to_have_count(1)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


# Share, print


def test_sharing_offers_what_the_device_has(open_page):
    page = open_page(script=SHARE)
    page.locator(".chia-se summary").click()
    page.get_by_role("button", name="Gửi qua Zalo, tin nhắn…", exact=True).click()
    assert page.evaluate("window.shared.url") == PUBLIC
    assert "Định danh điện tử" in page.evaluate("window.shared.title")
    other = open_page(script="delete Navigator.prototype.share;")
    other.locator(".chia-se summary").click()
    assert not other.locator("[data-lam=gui]").is_visible()
    assert other.locator(".dia-chi").inner_text() == PUBLIC


def test_the_link_is_copied(open_page):
    page = open_page(permissions=["clipboard-read", "clipboard-write"])
    page.locator(".chia-se summary").click()
    page.get_by_role("button", name="Chép liên kết", exact=True).click()
    expect(page.locator(".chia-se output")).to_have_text("Đã chép")
    assert page.evaluate("navigator.clipboard.readText()") == PUBLIC


def test_the_qr_code_is_fetched_when_it_is_opened(open_page, built_tiny):
    page = open_page()
    assert not any("ma-qr" in url for url in page.asked)
    page.locator(".chia-se summary").click()
    image = page.locator(".chia-se img")
    expect(image).to_be_visible()
    with page.expect_response("**/ma-qr.svg") as response:
        image.scroll_into_view_if_needed()
        page.reload()
        page.locator(".chia-se summary").click()
    assert response.value.ok
    assert (built_tiny.out / PAGE / "ma-qr.svg").read_text(encoding="utf-8") == qr_svg(PUBLIC)


def test_only_a_public_site_has_codes_and_addresses(tiny):
    tiny.environment |= {"SITE_URL": "http://127.0.0.1:8000/", "HANDBOOK_BOOK": "false", "HANDBOOK_ENGLISH": "false"}
    assert tiny.build() == 0, tiny.log
    assert not list(tiny.out.rglob("ma-qr.svg"))
    assert "dia-chi" not in tiny.html(PAGE) and "chi-in" not in tiny.html(PAGE)


def test_the_print_button_prints(open_page):
    page = open_page(script="window.print = () => { window.printed = true; };")
    page.get_by_role("button", name="In", exact=True).click()
    assert page.evaluate("window.printed")


@pytest.mark.parametrize("scripts", [True, False], ids=["with-js", "without-js"])
def test_on_paper_everything_is_open_and_the_controls_are_gone(open_page, tmp_path, scripts):
    page = open_page(java_script_enabled=scripts, color_scheme="dark")
    page.pdf(path=tmp_path / "trang.pdf", prefer_css_page_size=True)
    text = re.sub(r"\s+", " ", pdf_text(tmp_path / "trang.pdf"))
    for part in (
        "Định danh điện tử",
        "Câu trả lời được gấp lại",
        "Việc thứ nhất",
        "Mở ứng dụng.",
        "Báo Thử Nghiệm",
        PUBLIC,
        AS_OF_WRITTEN,
    ):
        assert part in text
    for part in ("Chia sẻ", "Chữ lớn", "Trang sau", "Đọc tiếp"):
        assert part not in text


# Listening


def test_listening_is_offered_where_the_device_speaks_the_language(open_page):
    page = open_page(script=VOICES)
    button = page.locator("[data-lam=nghe]")
    page.evaluate("giveVoices(['en-US', 'fr-FR'])")
    expect(button).to_be_hidden()
    page.evaluate("giveVoices(['en-US', 'vi_VN'])")
    expect(button).to_be_visible()
    assert not any("read-aloud.js" in url for url in page.asked)


def test_the_page_is_read_paragraph_by_paragraph_and_goes_on_where_it_stopped(open_page):
    page = open_page(script=VOICES)
    page.evaluate("giveVoices(['vi-VN'])")
    button = page.locator("[data-lam=nghe]")
    button.click()
    expect(button).to_have_text("Dừng")
    assert page.evaluate("said") == ["Định danh điện tử"]
    page.evaluate("finish()")
    # The tiny home calls this page urgent: its steps come first, its summary below them.
    first = "Đoạn mở đầu của chương, có chú thích và mã lệnh."
    assert page.evaluate("said").pop() == first
    expect(page.locator(".dang-doc")).to_contain_text("Đoạn mở đầu của chương")
    button.click()
    expect(button).to_have_text("Nghe tiếp")
    expect(page.locator(".dang-doc")).to_have_count(0)
    button.click()
    assert page.evaluate("said").pop() == first
    page.evaluate(
        "() => { for (let count = 0; count < 50 && document.querySelector('.dang-doc'); count += 1) finish(); }"
    )
    expect(button).to_have_text("Nghe")
    said = page.evaluate("said")
    assert "Điều 1. Định danh" in said and "Việc thứ nhất" in said and "Nhập mã." in said
    assert "Tóm tắt chương định danh." in said
    assert not any("Báo Thử Nghiệm" in part or "Chia sẻ" in part for part in said)


def test_an_english_page_wants_an_english_voice(open_page):
    page = open_page("en/" + PAGE, script=VOICES)
    page.evaluate("giveVoices(['vi-VN'])")
    expect(page.locator("[data-lam=nghe]")).to_be_hidden()
    page.evaluate("giveVoices(['en-GB'])")
    expect(page.get_by_role("button", name="Listen")).to_be_visible()
    page.goto(page.url.replace("mot", "hai"))  # not translated: the text is Vietnamese
    page.evaluate("giveVoices(['en-GB'])")
    expect(page.locator("[data-lam=nghe]")).to_be_hidden()
    page.evaluate("giveVoices(['vi-VN'])")
    expect(page.get_by_role("button", name="Listen")).to_be_visible()


# Without JavaScript


def test_without_javascript_the_menu_opens_and_leads_on(open_page, address):
    page = open_page(java_script_enabled=False)
    page.locator("label.md-header__button[for=__drawer]").click()
    link = page.locator(".md-sidebar--primary a[href$='ky-nang/'], .md-sidebar--primary a[href='../hai/']").last
    expect(link).to_be_visible()
    link.click()
    expect(page.locator("h1")).to_be_visible()
    assert page.url != address + PAGE


def test_without_javascript_nothing_is_shown_that_does_not_work(open_page, address):
    page = open_page(java_script_enabled=False)
    for selector in (
        ".hien-thi",
        ".cong-cu > button",
        "[for=__search].md-header__button",
        ".chia-se button",
        ".trich-dan",
    ):
        assert not any(element.is_visible() for element in page.locator(selector).all()), selector
    page.locator(".chia-se summary").click()
    expect(page.locator(".dia-chi")).to_have_text(PUBLIC)
    expect(page.locator(".chia-se img")).to_be_visible()
    page.locator("article details.question summary").click()
    expect(page.get_by_text("Câu trả lời được gấp lại.")).to_be_visible()
    page.get_by_text("iPhone", exact=True).click()
    expect(page.get_by_text("Mở App Store.")).to_be_visible()
    page.goto(address + "chuyen-de/chu-ky-so/")
    page.locator(".muc-luc summary").click()
    page.locator(".muc-luc").get_by_text("Xin ở đâu").click()
    assert page.url.endswith("#xin-o-dau")


def test_without_javascript_every_page_shows_its_text(built_tiny, open_page, address):
    page = open_page(java_script_enabled=False)
    for path in (path for path in built_tiny.pages() if built_tiny.out / "en" not in path.parents):
        page.goto(address + path.relative_to(built_tiny.out).as_posix())
        expect(page.locator("h1").first).to_be_visible()
        expect(page.locator("article").first).to_be_visible()
        assert page.locator("footer a").count() >= 6
