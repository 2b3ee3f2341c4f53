"""The quiz in a real browser: by keyboard, kept on the device, spaced, cleared, from a folder without a server."""

from importlib.resources import files
from pathlib import Path

import pytest
from browsing import serving
from support import TINY, make_site, once_a_run
from support import Site as Made

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
QUESTION = "/// cau-hoi | Câu {n}?\nid: q-{n}\nnang_luc: {group}\n- [ ] Sai\n- [x] Đúng\n- [ ] Cũng sai\ngiai-thich: Lời giải {n}.\n///\n\n"
HEAD = "---\ntitle: Bộ câu hỏi\nngay: 2026-11-24\ntom_tat: Thử.\n---\n\nChữ.\n\n"
DAY = 86_400_000


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Made:
    def make(folder: Path) -> str:
        site = make_site(folder, TINY)
        groups = ["an-toan"] * 8 + ["kien-thuc-chung"] * 4
        site.write("chuyen-de/cau-hoi.md", HEAD + "".join(QUESTION.format(n=n, group=g) for n, g in enumerate(groups)))
        site.environment = {"HANDBOOK_BOOK": "false"}
        assert site.build() == 0, site.log[-5000:]
        return site.log

    return Made(*once_a_run(tmp_path_factory, "quiz", make))


@pytest.fixture(scope="module")
def address(site):
    with serving(site.out) as address:
        yield address


@pytest.fixture
def page(browser, address):
    context = browser.new_context(viewport={"width": 360, "height": 740})
    context.clock.install(time="2026-12-01T08:00:00")
    page = context.new_page()
    page.goto(address + "on-tap/")
    page.clock.run_for(3000)  # scripts come late
    page.get_by_role("button", name="Bắt đầu").wait_for()
    yield page
    context.close()


def answer(page, key):
    page.keyboard.press(key)
    page.keyboard.press("Enter")
    text = page.locator(".ket-qua").inner_text()
    page.keyboard.press("Enter")  # "Câu tiếp" has the focus
    return text


def counts(page):
    return page.locator(".on-tap > p").first.inner_text()


def test_a_round_is_played_by_keyboard_and_what_was_wrong_comes_again(page):
    assert counts(page) == "Đến hạn hôm nay: 0 · chưa hỏi: 12 · đã thuộc: 0/12"
    page.get_by_role("button", name="Bắt đầu").press("Enter")
    assert "Câu 1/10" in page.locator("legend").inner_text()
    assert "Chưa đúng. Câu đúng: B." in answer(page, "1")
    for _ in range(9):
        assert answer(page, "2").startswith("Đúng.")
    assert "Câu 11/11" in page.locator("legend").inner_text()  # the wrong one once more
    answer(page, "2")
    assert page.locator(".on-tap p").inner_text() == "Xong lượt này: đúng 9 trong 10."
    page.get_by_role("button", name="Làm tiếp").click()
    assert counts(page) == "Đến hạn hôm nay: 0 · chưa hỏi: 2 · đã thuộc: 0/12"


def test_answers_come_again_after_one_seven_and_twenty_one_days_and_are_then_known(page):
    page.locator("select").select_option("Kiến thức chung")
    for pause, told in ((0, "sau 1 ngày"), (1, "sau 7 ngày"), (7, "sau 21 ngày")):
        page.clock.fast_forward(pause * DAY)
        page.reload()
        page.clock.run_for(3000)
        page.locator("select").select_option("Kiến thức chung")
        page.get_by_role("button", name="Bắt đầu").press("Enter")
        for _ in range(4):
            assert told in answer(page, "2")
        page.get_by_role("button", name="Làm tiếp").click()
        page.locator("select").select_option("Kiến thức chung")
        assert counts(page).startswith("Đến hạn hôm nay: 0 · chưa hỏi: 0")
    assert counts(page).endswith("đã thuộc: 4/4")


def test_a_chapter_leads_to_its_own_questions(page, address):
    page.goto(address + "chuyen-de/cau-hoi/")
    link = page.get_by_role("link", name="12 câu hỏi về bài này, hỏi lại sau 1, 7 và 21 ngày")
    assert link.get_attribute("href") == "../../on-tap/#bai-chuyen-de-cau-hoi"
    link.click()
    page.clock.run_for(3000)
    assert page.locator("select").input_value() == "Bộ câu hỏi" and counts(page).endswith("0/12")
    assert page.locator(".on-tap").bounding_box()["y"] < 740  # the questions are in sight, not the list
    assert not page.locator(".on-tap-bai").evaluate("one => one.open")
    page.goto(address + "on-tap/")
    page.clock.run_for(3000)
    page.get_by_text("Ôn theo bài, theo buổi", exact=True).click()
    page.locator(".on-tap-bai a").click()  # from the list of chapters without leaving the page
    assert page.locator("select").input_value() == "Bộ câu hỏi"
    page.goto(address + "chuyen-de/")
    assert page.get_by_text("câu hỏi về bài này").count() == 0


def test_results_are_cleared_only_when_asked_twice(page):
    page.get_by_role("button", name="Bắt đầu").press("Enter")
    answer(page, "2")
    page.reload()
    page.clock.run_for(3000)
    clear = page.get_by_role("button", name="Xóa kết quả trên máy này")
    clear.click()
    assert page.evaluate("localStorage['cam-nang.on-tap']")
    page.get_by_role("button", name="Xóa thật").click()
    assert page.evaluate("localStorage['cam-nang.on-tap'] === undefined")
    assert "chưa hỏi: 12" in counts(page)


def test_axe_finds_nothing_before_and_after_an_answer(page):
    def violations():
        page.evaluate(AXE)
        found = page.evaluate(f"axe.run(document.querySelector('article'), {{runOnly: {RULES}}})")["violations"]
        return [(one["id"], [node["html"] for node in one["nodes"]]) for one in found]

    assert violations() == []
    page.get_by_role("button", name="Bắt đầu").press("Enter")
    page.keyboard.press("1")
    page.keyboard.press("Enter")
    assert violations() == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    link = page.locator(".ket-qua a").get_attribute("href")
    assert link == "../chuyen-de/cau-hoi/"
