"""The handbook without a network, in a real browser: visited pages, the whole of it, search, the PDF."""

import datetime as dt
import functools
import json
import re
import shutil
import threading
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest
from browsing import QuietHandler
from handbook.book.file_names import book_name
from handbook.site.web_app.saved_copy import as_json, list_files
from playwright.sync_api import expect
from support import AS_OF_WRITTEN

BOOK = f"tai-ve/{book_name('vi')}"


class Handler(QuietHandler):
    """Notes what is asked for; some addresses can be broken off or answered with something else."""

    def do_GET(self):
        address = self.path.split("?")[0].lstrip("/")
        self.server.asked.append(address)
        behaviour = self.server.troubles.get(address)
        if behaviour == "cut":
            self.send_response(200)
            self.send_header("Content-Length", "100000")
            self.end_headers()
            self.wfile.write(b"half a file")
            self.close_connection = True
        elif behaviour == "moved":
            self.send_response(301)
            self.send_header("Location", "/chuyen-de/chu-ky-so/")
            self.end_headers()
        elif behaviour == "down":
            self.send_error(502)
        elif behaviour == "hang":
            self.server.released.wait()
        elif behaviour == "login":
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(b"<p>Wi-Fi login</p>")
        else:
            super().do_GET()


@pytest.fixture
def server(built_tiny, tmp_path):
    folder = tmp_path / "site"
    shutil.copytree(built_tiny.out, folder)
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=str(folder)))
    server.released = threading.Event()
    server.asked, server.troubles, server.folder = [], {}, folder
    server.address = f"http://127.0.0.1:{server.server_port}/"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.released.set()
    server.shutdown()


@pytest.fixture
def page(browser):
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.set_default_timeout(20_000)
    page.errors = []
    page.on("pageerror", lambda error: page.errors.append(str(error)))
    yield page
    context.close()
    assert page.errors == []


def kept(page, name):
    """Addresses in one of the browser's stores."""
    return page.evaluate(
        """async name => { const found = (await caches.keys()).find(key => key.startsWith(name));
        return found ? (await (await caches.open(found)).keys()).map(request => request.url) : [] }""",
        name,
    )


CONTROLLED = "() => navigator.serviceWorker.controller"
KEPT = """async wanted => (await Promise.all(wanted.map(address => caches.match(address)))).every(Boolean)"""


def wait_until(page, condition, argument=None):
    """``wait_for_function`` would need the eval that the pages' policy forbids."""
    page.evaluate(
        """async argument => { const holds = CONDITION;
        for (let i = 0; !(await holds(argument)); i++) {
          if (i > 600) throw new Error('never: CONDITION');
          await new Promise(done => setTimeout(done, 50));
        } }""".replace("CONDITION", condition, 1).replace("CONDITION", condition.split("=>")[0]),
        argument,
    )


def wait_until_kept(page, *addresses):
    wait_until(page, KEPT, list(addresses))


def save(page, server, with_book=False):
    page.goto(server.address + "tai-ve/")
    box = page.locator(".luu-may")
    if with_book:
        box.locator("input").check()
    box.locator("[data-luu]").click()
    return box


def saved(page, server, with_book=False):
    box = save(page, server, with_book)
    expect(box.locator("output")).to_contain_text("Đã lưu đủ")
    wait_until(page, CONTROLLED)
    return box


def test_a_first_visit_fetches_no_worker_and_the_second_page_keeps_both(page, server):
    page.goto(server.address)
    page.wait_for_load_state("networkidle")
    assert "sw.js" not in server.asked and "assets/saved-copy/save.js" not in server.asked
    page.get_by_role("link", name="chương một").first.click()
    wait_until(page, CONTROLLED)
    wait_until_kept(
        page,
        server.address,
        server.address + "ky-nang/mot/",
        page.locator("link[rel=stylesheet]").first.evaluate("link => link.href"),
    )
    page.context.set_offline(True)
    page.goto(server.address + "ky-nang/mot/?h=x#dieu-1-dinh-danh")
    notice = page.locator("article [data-ban-luu]")
    expect(notice).to_contain_text(
        re.compile(rf"Bản lưu trên máy ngày \d\d/\d\d/20\d\d, nội dung chốt đến ngày {AS_OF_WRITTEN}")
    )
    assert page.locator("h1").inner_text() == "Định danh điện tử" and notice.is_visible()
    assert page.evaluate("getComputedStyle(document.querySelector('.thong-bao')).backgroundColor") != "rgba(0, 0, 0, 0)"
    answer = page.goto(server.address + "chuyen-de/chu-ky-so/")
    assert answer.status == 503 and "chưa lưu" in page.locator("h1").inner_text()
    assert page.get_by_role("link").all_inner_texts() == ["Tải về", "Trang chủ", "Định danh điện tử"]
    page.get_by_role("link", name="Định danh điện tử").click()
    expect(page.locator("article [data-ban-luu]")).to_be_visible()


@pytest.mark.parametrize(
    "form", ["ky-nang/mot", "ky-nang/mot/index.html", "KY-NANG/Mot/", "ky-nang/%6Dot/?h=x", "ky-nang/m%6ft"]
)
def test_a_kept_page_answers_every_form_of_its_address(page, server, form):
    page.goto(server.address)
    page.get_by_role("link", name="chương một").first.click()
    wait_until(page, CONTROLLED)
    wait_until_kept(page, server.address, server.address + "ky-nang/mot/")
    page.context.set_offline(True)
    page.goto(server.address + form + "#dieu-1-dinh-danh")
    expect(page.locator("article [data-ban-luu]")).to_be_visible()
    assert (
        page.url.split("?")[0].split("#")[0].removesuffix("index.html") == server.address + "ky-nang/mot/"
        or "%6D" in form
    )
    page.locator(".md-header__button.md-logo").click()  # the page's links still lead where they should
    expect(page.locator("h1")).to_have_text("Cẩm nang chuyển đổi số")


def test_what_every_page_needs_is_not_dropped_from_the_store(page, server):
    page.goto(server.address)
    page.get_by_role("link", name="chương một").first.click()
    wait_until(page, CONTROLLED)
    style = page.locator("link[rel=stylesheet]").first.evaluate("link => link.href")
    wait_until_kept(page, style, server.address + "ky-nang/mot/")
    # 400 other files read since: more than the store holds
    page.evaluate(
        """async () => {
          const store = await caches.open((await caches.keys()).find((name) => name.startsWith("da-doc")));
          for (let n = 0; n < 400; n++) await store.put(new URL("x-" + n + ".txt", document.baseURI).href, new Response("x"));
        }"""
    )
    page.goto(server.address + "chuyen-de/chu-ky-so/")
    wait_until_kept(page, server.address + "chuyen-de/chu-ky-so/")
    kept = page.evaluate(
        """async () => {
          const store = await caches.open((await caches.keys()).find((name) => name.startsWith("da-doc")));
          return (await store.keys()).map((key) => key.url);
        }"""
    )
    assert style in kept and server.address + "ky-nang/mot/" not in kept


def test_with_a_network_the_page_is_the_servers_and_says_nothing(page, server):
    page.goto(server.address)
    page.get_by_role("link", name="chương một").first.click()
    wait_until(page, CONTROLLED)
    wait_until_kept(page, server.address + "ky-nang/mot/")
    file = server.folder / "ky-nang" / "mot" / "index.html"
    file.write_text(file.read_text("utf-8").replace("Đoạn mở đầu", "Đoạn mới tinh"), encoding="utf-8")
    page.reload()
    expect(page.locator("article")).to_contain_text("Đoạn mới tinh")
    assert page.locator("[data-ban-luu]").count() == 0
    server.troubles["chuyen-de/ky-so/"] = "moved"  # by the host; nobody is left behind a worker
    page.goto(server.address + "chuyen-de/ky-so/")
    assert page.url == server.address + "chuyen-de/chu-ky-so/" and page.locator("h1").inner_text() == "Chữ ký số"


@pytest.mark.parametrize("trouble", ["down", "hang", "cut"])
def test_a_server_in_trouble_is_replaced_by_the_dated_copy(page, server, trouble):
    page.goto(server.address)
    page.get_by_role("link", name="chương một").first.click()
    wait_until(page, CONTROLLED)
    wait_until_kept(page, server.address, server.address + "ky-nang/mot/")
    server.troubles["ky-nang/mot/"] = trouble
    page.goto(server.address + "ky-nang/mot/", wait_until="commit")
    if trouble == "cut":  # the browser shows what came; the half page does not replace the copy
        server.troubles.clear()
        page.context.set_offline(True)
        page.goto(server.address + "ky-nang/mot/")
    expect(page.locator("article [data-ban-luu]")).to_be_visible(timeout=20_000)
    assert page.locator("h1").inner_text() == "Định danh điện tử"


def test_the_whole_handbook_is_read_searched_and_printed_without_a_network(page, server):
    box = page.locator(".luu-may")
    page.goto(server.address + "tai-ve/")
    expect(box).to_be_visible()
    assert re.search(r"tải khoảng \d+,\d MB, chiếm khoảng \d+,\d MB", box.inner_text())
    saved(page, server, with_book=True)
    page.context.set_offline(True)
    page.goto(server.address + "ky-nang/hai/")
    expect(page.locator("article [data-ban-luu]")).to_contain_text(f"chốt đến ngày {AS_OF_WRITTEN}")
    page.locator("input[name=query]").fill("dinh danh")
    page.locator(".md-search-result__item a").first.click()
    page.wait_for_url("**/ky-nang/mot/**")
    expect(page.locator("article [data-ban-luu]")).to_be_visible()
    page.goto(server.address + "tai-ve/")
    with page.expect_download() as download:
        page.locator(f"a[href$='{book_name('vi')}']").click()
    assert Path(download.value.path()).read_bytes() == (server.folder / BOOK).read_bytes()


def test_a_file_that_is_not_kept_is_told_by_our_own_page(page, server):
    page.goto(server.address)
    page.get_by_role("link", name="chương một").first.click()
    wait_until(page, CONTROLLED)
    page.goto(server.address + "tai-ve/")
    wait_until_kept(page, server.address + "tai-ve/")
    page.context.set_offline(True)
    page.locator(f"a[href$='{book_name('vi')}']").first.click()
    expect(page.locator("h1")).to_have_text("Chưa có mạng, và tệp này chưa lưu trên máy")
    assert page.get_by_role("link", name="Định danh điện tử").is_visible()


def test_what_terms_mean_is_kept_with_the_pages(page, server):
    # The tiny glossary has no term: one is put in as a build would.
    chapter = server.folder / "ky-nang" / "mot" / "index.html"
    link = '<p><a class="thuat-ngu" href="../../thuat-ngu/#otp">OTP</a></p>'
    text = chapter.read_text(encoding="utf-8")
    chapter.write_text(text.replace("</h1>", f"</h1>{link}", 1), encoding="utf-8")
    meanings = 'window.camNangThuatNgu = {"otp":"Mã dùng một lần."};'
    (server.folder / "thuat-ngu" / "dinh-nghia.js").write_text(meanings, encoding="utf-8")
    page.goto(server.address)
    page.get_by_role("link", name="chương một").first.click()
    wait_until(page, CONTROLLED)
    wait_until_kept(page, server.address + "thuat-ngu/dinh-nghia.js")
    page.context.set_offline(True)
    page.goto(server.address + "ky-nang/mot/")
    page.locator("a.thuat-ngu").first.focus()
    expect(page.locator("#goi-y")).to_have_text(re.compile(r"\w+ \w+"))


def test_every_file_of_the_list_is_kept_and_nothing_of_the_other_language(page, server):
    saved(page, server)
    files = json.loads((server.folder / "ngoai-tuyen" / "vi.json").read_text("utf-8"))["files"]
    urls = {url.removeprefix(server.address) for url in kept(page, "ban-luu")} - {"ngoai-tuyen/da-luu"}
    assert urls == {address for address, *_ in files} and len(urls) > 30
    assert not [url for url in urls if url.startswith(("en/", "search/en")) or url.endswith(".pdf")]


def test_the_english_copy_speaks_english(page, server):
    page.goto(server.address + "en/tai-ve/")
    page.locator(".luu-may [data-luu]").click()
    expect(page.locator(".luu-may output")).to_contain_text("files are saved")
    wait_until(page, CONTROLLED)
    page.context.set_offline(True)
    page.goto(server.address + "en/ky-nang/mot/")
    expect(page.locator("article [data-ban-luu]")).to_contain_text("as of 30 November 2026")


def test_a_broken_download_goes_on_where_it_stopped(page, server):
    server.troubles["thuat-ngu/"] = "cut"
    box = save(page, server)
    expect(box.locator("output")).to_contain_text("Mất mạng giữa chừng")
    expect(box.locator("[data-luu]")).to_have_text("Tải tiếp")
    before = {url.removeprefix(server.address) for url in kept(page, "ban-luu")}
    assert before and "thuat-ngu/" not in before
    server.troubles.clear()
    page.reload()
    expect(box.locator("output")).to_contain_text("Lần trước lưu dở")
    page.wait_for_load_state("networkidle")
    server.asked.clear()
    box.locator("[data-luu]").click()
    expect(box.locator("output")).to_contain_text("Đã lưu đủ")
    assert "thuat-ngu/" in server.asked and not before & set(server.asked)


def test_a_login_page_does_not_pass_for_the_handbook(page, server):
    server.troubles["gioi-thieu/"] = "login"
    box = save(page, server)
    expect(box.locator("output")).to_contain_text("không đúng bản gốc")
    assert server.address + "gioi-thieu/" not in kept(page, "ban-luu")


def test_a_newer_edition_is_told_on_every_page_and_only_what_changed_is_fetched(page, server):
    saved(page, server)
    page.goto(server.address + "ky-nang/hai/")
    page.wait_for_load_state("networkidle")
    assert page.locator("[data-ban-moi]").count() == 0
    page.evaluate("""async () => { for (const name of await caches.keys()) // as if an hour had passed
        await (await caches.open(name)).delete(new URL('../../ngoai-tuyen/kiem-tra', location).href) }""")
    file = server.folder / "ky-nang" / "hai" / "index.html"
    file.write_text(file.read_text("utf-8").replace("Quay lại", "Xem lại"), encoding="utf-8")
    for name, text in as_json(list_files(server.folder, "vi", dt.date(2026, 12, 24))).items():
        (server.folder / name).write_text(text, encoding="utf-8")
    page.goto(server.address + "ky-nang/mot/")
    notice = page.locator("article [data-ban-moi]")
    expect(notice).to_contain_text("bản mới, nội dung chốt đến ngày 24/12/2026")
    notice.locator("a").click()
    box = page.locator(".luu-may")
    expect(box.locator("output")).to_contain_text("đã có bản mới hơn")
    page.wait_for_load_state("networkidle")
    server.asked.clear()
    box.locator("[data-luu]").click()
    expect(box.locator("output")).to_contain_text("Đã lưu đủ")
    assert [address for address in server.asked if address not in ("sw.js", "ngoai-tuyen/vi.json")] == ["ky-nang/hai/"]
    page.goto(server.address + "ky-nang/mot/")
    page.wait_for_load_state("networkidle")
    assert page.locator("[data-ban-moi]").count() == 0


def test_a_device_without_room_says_so_before_and_in_between(page, server):
    page.goto(server.address + "tai-ve/")
    cdp = page.context.new_cdp_session(page)
    origin = server.address.rstrip("/")
    cdp.send("Storage.overrideQuotaForOrigin", {"origin": origin, "quotaSize": 20_000})
    # Chromium's estimate promises gigabytes to everybody: the put itself fails.
    box = page.locator(".luu-may")
    box.locator("[data-luu]").click()
    expect(box.locator("output")).to_contain_text("Máy hết chỗ")
    # A browser that tells the truth is asked before anything is fetched.
    page.evaluate("navigator.storage.estimate = async () => ({ quota: 300000, usage: 200000 })")
    server.asked.clear()
    box.locator("[data-luu]").click()
    expect(box.locator("output")).to_contain_text(
        re.compile(r"không đủ chỗ: cần thêm \d+,\d MB, trình duyệt chỉ còn 0,1 MB")
    )
    assert not [address for address in server.asked if address.endswith("/")]
    page.evaluate("delete navigator.storage.estimate")
    cdp.send("Storage.overrideQuotaForOrigin", {"origin": origin})
    box.locator("[data-luu]").click()
    expect(box.locator("output")).to_contain_text("Đã lưu đủ")


def test_the_copy_can_be_deleted(page, server):
    box = saved(page, server)
    box.locator("[data-xoa]").click()
    expect(box.locator("output")).to_contain_text("Đã xóa")
    assert kept(page, "ban-luu") == []


def test_chromium_finds_it_installable(page, server):
    page.goto(server.address)
    page.wait_for_selector("link[rel=manifest]", state="attached")
    cdp = page.context.new_cdp_session(page)
    manifest = cdp.send("Page.getAppManifest")
    errors = [error["errorId"] for error in cdp.send("Page.getInstallabilityErrors")["installabilityErrors"]]
    # A private window installs nothing, whatever the site.
    assert manifest["errors"] == [] and set(errors) <= {"in-incognito"}
    facts = json.loads(manifest["data"])
    assert facts["name"] == "Cẩm nang chuyển đổi số" and {icon["purpose"] for icon in facts["icons"]} == {
        "any",
        "maskable",
    }
    for icon in facts["icons"]:
        size = page.evaluate(
            """async address => { const picture = new Image(); picture.src = address; await picture.decode();
            return picture.naturalWidth + 'x' + picture.naturalHeight }""",
            server.address + icon["src"],
        )
        assert size == icon["sizes"]


def test_from_a_folder_nothing_is_offered(page, built_tiny):
    page.goto((built_tiny.out / "tai-ve" / "index.html").as_uri())
    page.wait_for_load_state("load")
    assert page.locator("link[rel=manifest]").count() == 0 and not page.locator(".luu-may").is_visible()


def test_the_list_is_the_same_for_the_same_site_and_changes_with_any_file(server):
    first = list_files(server.folder, "vi", dt.date(2026, 11, 23))
    assert as_json(first) == as_json(list_files(server.folder, "vi", dt.date(2026, 11, 23)))
    assert json.loads((server.folder / "ngoai-tuyen" / "vi.id.json").read_text("utf-8"))["id"] == first.id
    (server.folder / "ky-nang" / "hai" / "index.html").write_text("x", encoding="utf-8")
    assert list_files(server.folder, "vi", dt.date(2026, 11, 23)).id != first.id
    assert not [file for file in first.files if "chuyen-de/ky-so" in file.address]  # leads to another page
