"""Typing into the real search box, from a server and from file://."""

import re
from urllib.parse import unquote

import pytest
from browsing import QuietHandler, goto_without_scripts, serving, until
from playwright.sync_api import expect

RESULT = ".md-search-result__item"


class Handler(QuietHandler):
    """Answers a missing address with the site's own page, as the host does."""

    def send_error(self, code, message=None, explain=None):
        with open(f"{self.directory}/404.html", "rb") as page:
            content = page.read()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


@pytest.fixture(scope="module")
def server(real):
    with serving(real.out, Handler) as address:
        yield address


@pytest.fixture
def page(browser):
    """A page that fails its test on a script error, and notes what it loads."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.set_default_timeout(10_000)
    errors = []
    page.loaded = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("request", lambda request: page.loaded.append(unquote(request.url)))
    yield page
    context.close()
    assert errors == []


@pytest.fixture(params=["server", "file"])
def home(request, server, real):
    return server if request.param == "server" else (real.out / "index.html").as_uri()


def type_query(page, query):
    box = page.locator("input[name=query]")
    box.click()
    box.fill("")
    page.keyboard.type(query)


def of_search(page):
    return [address for address in page.loaded if re.search(r"/search/", address)]


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("lừa đảo", "lừa đảo"),
        ("lam vneid muc 2", "VNeID"),
        ("CHUYEN DOI SO", "chuyển đổi số"),
        ("tắt sóng 2", "2G"),
        ("luwaf ddaor", "lừa đảo"),
    ],
)
def test_typing_finds_and_marks(page, home, query, wanted):
    page.goto(home)
    type_query(page, query)
    expect(page.locator(RESULT).first).to_contain_text(wanted, ignore_case=True)
    expect(page.locator(f"{RESULT} mark").first).to_be_visible()


def test_a_result_opens_with_the_words_marked(page, home):
    page.goto(home)
    type_query(page, "tat song 2g")
    expect(page.locator(RESULT).first).to_contain_text("Tắt sóng 2G")
    page.locator(f"{RESULT} a").first.click()
    page.wait_for_url(re.compile("tat-song-2g"))
    expect(page.locator("article h1")).to_contain_text("Tắt sóng 2G")
    expect(page.locator("article mark").first).to_be_visible()


def test_nothing_of_search_is_loaded_before_the_box_is_opened(page, server):
    page.goto(server, wait_until="networkidle")
    assert of_search(page) == []
    page.locator("input[name=query]").click()
    expect(page.locator(".md-search-result__meta")).to_contain_text("Gõ để tìm")
    page.keyboard.type("tin")
    expect(page.locator(RESULT).first).to_be_visible()
    names = {re.sub(r"\.[0-9a-f]{8}\.", ".", address.rsplit("/", 1)[1]) for address in of_search(page)}
    assert names >= {"box.js", "worker.js", "vi.js"}  # and the texts around the hits


def test_sections_follow_with_the_text_around_the_hit(page, home):
    page.goto(home)
    type_query(page, "quên mật khẩu vneid")
    section = page.locator(f"{RESULT} .tim-kiem-muc").first
    expect(section).to_be_visible()
    expect(page.locator(f"{RESULT} a[href*='#'] article").first).to_contain_text(re.compile(r".{80,}"))


def test_a_repealed_document_says_so_and_its_successor_stands_first(page, home):
    page.goto(home)
    type_query(page, "13/2023")
    first = page.locator(RESULT).first
    expect(first).to_contain_text("hết hiệu lực")
    expect(first.locator("a").first).to_contain_text("356/2025")


# Counts what the worker says; the page hears it in the same turn.
LISTEN = """{
  window.answers = 0;
  const Native = window.Worker;
  window.Worker = class extends Native {
    constructor(...given) {
      super(...given);
      this.addEventListener('message', event => { window.answers += event.data.type === 3; });
    }
  };
}"""


@pytest.mark.parametrize(
    ("query", "address", "part"),
    [
        ("tat song 2g", "chuyen-de/tat-song-2g/", "Chuyên đề"),
        ("ty trong kinh te so trong gdp", "so-lieu/kinh-te-so-gdp/", "Số liệu"),
        ("luat can cuoc 26/2023", "van-ban/26-2023-qh15/", "Văn bản pháp luật"),
        ("quen mat khau vneid", "ky-nang/xem-vneid-vao-lai/", "Kỹ năng số"),
    ],
)
def test_pages_tables_and_documents_are_found_with_their_part(page, server, query, address, part):
    page.goto(server)
    type_query(page, query)
    first = page.locator(RESULT).first
    expect(first.locator("a").first).to_have_attribute("href", re.compile(address))
    expect(first.locator(".md-tag").first).to_have_text(part)


def test_keys_alone_are_enough(page, server):
    page.add_init_script(LISTEN)
    held = []
    page.route("**/search/vi-*.js", lambda route: held.append(route))
    page.goto(server)
    page.keyboard.press("/")
    page.keyboard.insert_text("khao sat thon")  # at once: the answer to half of it shows the same page
    expect(page.locator(RESULT).first).to_contain_text("Khảo sát thôn")
    expect(page.locator(".md-search-result__meta[role=status]")).to_contain_text(re.compile(r"Có \d+ trang"))
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(page.locator(".md-search-result__list [role=option]:focus")).to_have_count(1)
    chosen = page.evaluate("document.activeElement.href")
    # The text around the hits comes late: the list is not drawn anew under who reads it.
    before = page.evaluate("answers")
    for route in held:
        route.continue_()
    page.unroute("**/search/vi-*.js")
    until(page, f"answers > {before}")
    assert page.evaluate("document.activeElement.href") == chosen
    page.keyboard.press("Escape")
    assert not page.locator("#__search").is_checked()
    type_query(page, "khao sat thon")
    expect(page.locator(RESULT).first).to_contain_text("Khảo sát thôn")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("nhiem-vu/khao-sat-thon/"))


def test_nonsense_finds_nothing_and_near_names_are_offered(page, home):
    page.goto(home)
    type_query(page, "deppfakk")
    expect(page.locator(".md-search-result__meta")).to_contain_text("Không tìm thấy")
    offer = page.locator(".tim-kiem-goi-y button").first
    expect(offer).to_be_visible()
    expect(page.locator(".tim-kiem-tieng")).to_have_attribute("href", re.compile(r"en/(index\.html)?\?q=deppfakk$"))
    offer.click()
    expect(page.locator(RESULT).first).to_be_visible()


def test_a_link_with_a_query_opens_its_results(page, server):
    page.goto(server + "?q=tin+giả")
    expect(page.locator(RESULT).first).to_contain_text("tin giả", ignore_case=True)


def test_the_link_that_is_copied_holds_the_whole_query(page, server):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(server)
    type_query(page, "tin gia")
    expect(page.locator(RESULT).first).to_contain_text("tin giả", ignore_case=True)
    page.locator("[data-md-component=search-share]").click()
    expect(page.locator(".md-dialog")).to_contain_text("Đã sao chép")
    assert page.evaluate("navigator.clipboard.readText()") == server + "?q=tin+gia"


def test_english_searches_english_and_leads_to_vietnamese(page, server):
    page.goto(server + "en/")
    type_query(page, "glossary")
    expect(page.locator(RESULT).first).to_contain_text("Glossary")
    assert not [address for address in of_search(page) if "/vi" in address]
    page.locator("input[name=query]").fill("lừa đảo")
    expect(page.locator(".tim-kiem-tieng")).to_contain_text("lừa đảo")  # no longer that of "glossary"
    page.locator(".tim-kiem-tieng").click()
    page.wait_for_url(re.compile(r"/\?q="))
    expect(page.locator(RESULT).first).to_contain_text("lừa đảo", ignore_case=True)


@pytest.mark.parametrize(
    "address", ["ky-nang/nhan-dien-lua-dao-moi.html", "nhan-dien-lua-dao-%E1%BB"], ids=["moved", "cut short"]
)
def test_the_page_for_missing_addresses_searches_for_their_words(page, server, address):
    page.goto(server + address)
    expect(page.locator("h1")).to_contain_text("Không tìm thấy trang")
    expect(page.locator(".dia-chi-mat a").first).to_contain_text("Nhận diện lừa đảo")


def test_a_lost_connection_is_told_and_can_be_tried_again(page, server):
    page.goto(server)
    page.route("**/search/vi.js", lambda route: route.abort())
    type_query(page, "tin")
    expect(page.locator(".md-search-result__meta")).to_contain_text("Chưa tải được")
    page.unroute("**/search/vi.js")
    page.locator("h1").first.focus()
    page.keyboard.press("Escape")
    type_query(page, "tin giả")
    expect(page.locator(RESULT).first).to_be_visible()


@pytest.fixture
def phone(browser):
    context = browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True)
    page = context.new_page()
    page.set_default_timeout(10_000)
    yield page
    context.close()


def is_open(page):
    return page.locator("#__search").is_checked()


def test_results_are_options_of_a_combobox_and_no_headings(page, server):
    page.goto(server)
    box = page.locator("input[name=query]")
    assert (box.get_attribute("role"), box.get_attribute("aria-expanded")) == ("combobox", "false")
    type_query(page, "mất điện thoại")
    expect(page.locator(f"{RESULT} [role=option]").first).to_be_visible()
    assert box.get_attribute("aria-expanded") == "true"
    listed = page.locator(f"[id={box.get_attribute('aria-controls')}]")
    assert listed.get_attribute("role") == "listbox"
    assert listed.locator("h1, h2, h3").count() == 0
    page.keyboard.press("ArrowDown")
    chosen = page.locator("[role=option][aria-selected=true]")
    assert box.get_attribute("aria-activedescendant") == chosen.get_attribute("id")


def test_the_first_result_opens_where_the_page_says_it(page, home):
    page.goto(home)
    type_query(page, "mất điện thoại")
    expect(page.locator(".tim-kiem-muc").first).to_contain_text("Mất máy")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("ve-sinh-dien-thoai.*#mat-may"))


def test_results_below_the_screen_follow_with_places_of_their_own(page, home):
    page.goto(home)
    type_query(page, "lừa đảo")
    told = page.locator(".md-search-result__meta")
    expect(told).to_contain_text(re.compile(r"Có [23]\d trang"))
    expect(page.locator(RESULT)).to_have_count(int(re.search(r"\d+", told.inner_text())[0]))
    places = page.locator(f"{RESULT} a").evaluate_all("links => links.map(link => link.id)")
    assert places == [f"tim-kiem-{number}" for number in range(len(places))]


def test_an_answer_to_newer_words_gives_the_focus_back_to_the_box(page, home):
    page.goto(home)
    type_query(page, "lừa đảo")
    expect(page.locator(RESULT).first).to_be_visible()
    page.keyboard.press("ArrowDown")
    until(page, "document.activeElement.matches('.md-search-result__list a')")
    page.evaluate(
        """() => {
        const box = document.querySelector("input[name=query]");
        box.value = "mã độc";  // as from a key pressed just before the arrow
        box.dispatchEvent(new Event("input"));
    }"""
    )
    expect(page.locator("mark").first).to_contain_text("mã độc", ignore_case=True)
    expect(page.locator("input[name=query]")).to_be_focused()


def test_back_returns_to_the_list_as_it_was(page, server):
    page.goto(server)
    type_query(page, "tin giả")
    link = page.locator(f"{RESULT} a").nth(3)
    expect(page.locator(RESULT).first).to_contain_text("tin giả", ignore_case=True)
    page.wait_for_load_state("networkidle")  # the list is drawn for good
    address = link.get_attribute("href")
    link.click()
    page.wait_for_url(address)
    page.go_back()
    expect(page.locator(RESULT).first).to_be_visible()
    assert page.locator("input[name=query]").input_value() == "tin giả"
    until(page, f"document.activeElement.href === {address!r}")


def test_back_returns_to_a_place_far_down_the_list(page, server):
    page.goto(server)
    type_query(page, "lừa đảo")
    link = page.locator(f"{RESULT} > a").nth(7)
    expect(page.locator(f"{RESULT} > a").nth(8)).to_be_attached()
    page.wait_for_load_state("networkidle")  # the list is drawn for good
    link.evaluate("link => link.scrollIntoView()")  # at the top: below it is what is drawn later
    top = page.locator(".md-search__scrollwrap").evaluate("box => box.scrollTop")
    address = link.get_attribute("href")
    link.click()
    page.wait_for_url(address)
    page.go_back()
    until(page, f"document.activeElement.href === {address!r}")
    assert page.locator(".md-search__scrollwrap").evaluate("box => box.scrollTop") == top
    until(
        page,
        "document.querySelector('input[name=query]').getAttribute('aria-activedescendant') === document.activeElement.id",
    )


def test_on_a_phone_back_closes_the_box_first(phone, server):
    phone.goto(server + "ky-nang/")
    phone.goto(server + "ky-nang/vneid/")
    phone.locator("button[for=__search]").first.click()
    until(phone, "history.state && history.state.timKiem")  # the box is there, with a place in the history
    phone.evaluate("history.back()")
    until(phone, "!document.getElementById('__search').checked")
    assert phone.url == server + "ky-nang/vneid/"
    # Closed by hand it leaves nothing behind that Back would have to pass.
    phone.locator("button[for=__search]").first.click()
    expect(phone.locator("input[name=query]")).to_be_focused()
    phone.keyboard.press("Escape")
    until(phone, "!document.getElementById('__search').checked")
    phone.wait_for_timeout(300)
    phone.go_back()
    phone.wait_for_url(server + "ky-nang/")


def test_on_a_phone_back_closes_the_box_also_while_its_script_is_on_the_way(phone, server):
    held = []
    phone.route("**/search/box.*.js", lambda route: held.append(route))
    phone.goto(server + "ky-nang/")
    phone.goto(server + "ky-nang/vneid/")
    for leave in (lambda: phone.evaluate("history.back()"), lambda: phone.keyboard.press("Escape")):
        phone.locator("button[for=__search]").first.click()
        until(phone, "document.getElementById('__search').checked && history.state && history.state.timKiem")
        leave()
        until(phone, "!document.getElementById('__search').checked")
        phone.wait_for_timeout(300)
        assert phone.url == server + "ky-nang/vneid/" and not phone.evaluate("history.state && history.state.timKiem")
    # The script comes while the box is open: one place in the history, not two.
    phone.locator("button[for=__search]").first.click()
    length = phone.evaluate("history.length")
    held[0].continue_()
    until(phone, "document.querySelector('input[name=query]').getAttribute('aria-expanded') === 'true'")
    assert phone.evaluate("history.length") == length
    phone.evaluate("history.back()")
    until(phone, "!document.getElementById('__search').checked")
    assert phone.url == server + "ky-nang/vneid/"


def test_a_box_opened_before_its_script_has_come_is_served_when_it_comes(phone, server):
    held = []
    phone.route("**/cam-nang.*.js", lambda route: held.append(route))
    goto_without_scripts(phone, server)
    phone.locator("label[for=__search].md-header__button").click()
    until(phone, "document.querySelector('script[src*=cam-nang]')")
    expect(phone.locator("[role=listbox]")).to_have_count(0)
    held[0].continue_()
    expect(phone.locator("input[name=query]")).to_be_focused()
    phone.keyboard.type("vneid")
    expect(phone.locator(RESULT).first).to_be_visible()


def test_from_a_result_back_and_back_again_closes_the_list_on_a_phone(phone, server):
    phone.goto(server + "ky-nang/vneid/")
    phone.locator("button[for=__search]").first.click()
    phone.locator("input[name=query]").fill("tat song 2g")
    expect(phone.locator(RESULT).first).to_contain_text("Tắt sóng 2G")
    phone.locator(f"{RESULT} a").first.click()
    phone.wait_for_url(re.compile("tat-song-2g"))
    phone.go_back()
    expect(phone.locator(RESULT).first).to_contain_text("Tắt sóng 2G")
    phone.evaluate("history.back()")
    until(phone, "!document.getElementById('__search').checked")
    assert phone.url == server + "ky-nang/vneid/"


def test_the_slash_opens_the_box_at_every_width(phone, server):
    phone.goto(server + "ky-nang/vneid/")
    phone.keyboard.press("/")
    expect(phone.locator("input[name=query]")).to_be_focused()
    assert phone.locator("input[name=query]").input_value() == ""
    assert is_open(phone)


def test_enter_acts_on_the_words_in_the_box(page, server):
    page.goto(server)
    type_query(page, "tin giả")
    expect(page.locator(RESULT).first).to_contain_text("tin giả", ignore_case=True)
    # In one turn: no answer to the new words can have come.
    page.evaluate("""{
        const box = document.querySelector('input[name=query]');
        box.value = 'khao sat thon';
        box.dispatchEvent(new Event('input'));
        box.dispatchEvent(new KeyboardEvent('keydown', {key: 'Enter', bubbles: true, cancelable: true}));
    }""")
    page.wait_for_url(re.compile("khao-sat-thon"))


@pytest.mark.parametrize("how", ["isComposing: true", "keyCode: 229"])
def test_the_keys_of_a_composition_are_left_alone(page, server, how):
    page.goto(server)
    type_query(page, "tin giả")
    expect(page.locator(RESULT).first).to_be_visible()
    is_kept = page.evaluate(
        "document.querySelector('input[name=query]').dispatchEvent("
        f"new KeyboardEvent('keydown', {{key: 'Enter', bubbles: true, cancelable: true, {how}}}))"
    )
    assert is_kept and page.url.startswith(server + "") and "tin-gia" not in page.url


def test_who_tabs_past_the_box_while_it_loads_is_not_held(page, server):
    page.route("**/box*.js", lambda route: None)  # on its way for ever
    page.goto(server)
    page.locator("input[name=query]").focus()
    until(page, "document.getElementById('__search').checked")
    for _ in range(3):
        page.keyboard.press("Tab")
    until(page, "!document.getElementById('__search').checked")
    assert not page.evaluate("Boolean(document.activeElement.closest('.md-search'))")
    page.unroute("**/box*.js")


def test_copy_clear_and_suggestions_are_reached_by_tab(page, server):
    page.goto(server)
    type_query(page, "deppfakk")
    expect(page.locator(".tim-kiem-goi-y button").first).to_be_visible()
    reached = []
    for _ in range(12):
        page.keyboard.press("Tab")
        if not is_open(page):
            break
        reached.append(
            page.evaluate("document.activeElement.ariaLabel || document.activeElement.className || 'suggestion'")
        )
    assert "Sao chép đường dẫn tới kết quả tìm" in reached and "Xóa chữ đã gõ" in reached
    assert "suggestion" in reached and "tim-kiem-tieng" in reached


def test_the_empty_box_offers_tasks_and_what_was_searched_for_until_it_is_cleared(page, server):
    page.goto(server)
    page.locator("input[name=query]").click()
    expect(page.locator(".tim-kiem-goi-y a").first).to_be_visible()
    type_query(page, "tat song 2g")
    expect(page.locator(RESULT).first).to_contain_text("Tắt sóng 2G")
    page.wait_for_load_state("networkidle")  # the list is drawn for good
    page.locator(f"{RESULT} a").first.click()
    page.wait_for_url(re.compile("tat-song-2g"))
    page.locator("input[name=query]").click()
    again = page.locator(".tim-kiem-goi-y button").first
    expect(again).to_have_text("tat song 2g")
    page.locator(".tim-kiem-xoa").click()
    expect(page.locator(".tim-kiem-xoa")).to_have_count(0)
    assert page.evaluate("localStorage.getItem('cam-nang.da-tim')") is None


def test_marking_keeps_accents_and_terms_and_can_be_switched_off(page, server):
    page.goto(server)
    type_query(page, "mật khẩu")
    link = page.locator(f"{RESULT} a").first
    expect(page.locator(RESULT).first).to_contain_text("mật khẩu", ignore_case=True)
    page.wait_for_load_state("networkidle")
    assert "h=mật+khẩu" in unquote(link.get_attribute("href"))
    link.click()
    page.wait_for_url(re.compile("h="))
    expect(page.locator("article mark").first).to_be_visible()
    assert {text.lower() for text in page.locator("article mark").all_text_contents()} == {"mật khẩu"}
    page.locator(".to-sang button").click()
    expect(page.locator("article mark[data-md-highlight]")).to_have_count(0)
    assert "h=" not in page.url


def test_nonsense_is_told_and_what_is_nearest_is_no_answer(page, server):
    page.goto(server)
    type_query(page, "giá heo hơi hôm nay")
    expect(page.locator(".md-search-result__meta")).to_contain_text("Cẩm nang không nói về giá cả thị trường")
    expect(page.locator(".tim-kiem-goi-y a").first).to_be_visible()
    page.locator("input[name=query]").fill("blorp zugfizz wug")
    expect(page.locator(".md-search-result__meta")).to_contain_text("Không tìm thấy trang nào")


def test_a_document_that_the_register_lacks_is_named(page, server):
    page.goto(server)
    type_query(page, "nghị định 72/2013")
    expect(page.locator(".tim-kiem-goi-y")).to_contain_text("Nghị định 72/2013 không có")
    expect(page.locator(RESULT)).to_have_count(1)
    expect(page.locator(RESULT)).to_contain_text("thay cho 72/2013/NĐ-CP")
    page.locator("input[name=query]").fill("nghị định 999/2013")
    expect(page.locator(".tim-kiem-goi-y")).to_contain_text("Nghị định 999/2013 không có")
    expect(page.locator(RESULT)).to_have_count(0)


def test_a_place_is_answered_first(page, server):
    page.goto(server)
    type_query(page, "Lạc Dương")
    first = page.locator(RESULT).first
    expect(first).to_contain_text("Lâm Đồng")
    expect(first.locator("a").first).to_have_attribute("href", re.compile("dia-phuong/"))


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("lu7a2 d9a3o", "lừa đảo"),
        ("caanw cuwowcs", "căn cước"),
        ("d9o63i so61", "đổi số"),
        ("d9a8ng ky1 ta5m tru1", "tạm trú"),
    ],
)
def test_what_a_keyboard_that_is_off_leaves_is_understood(page, server, typed, wanted):
    page.goto(server)
    type_query(page, typed)
    expect(page.locator(RESULT).first).to_contain_text(wanted, ignore_case=True)
