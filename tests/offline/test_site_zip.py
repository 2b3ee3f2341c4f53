"""The zip: read from the disk in a real browser, without asking the network for anything."""

import datetime as dt
import zipfile
from dataclasses import replace

import pytest
from handbook.book.file_names import site_folder, zip_name
from handbook.offline.site_zip import START_NAME, Edition, zip_site

PHONE = {"width": 360, "height": 740}
DESKTOP = {"width": 1280, "height": 900}
EDITION = Edition("cam-nang", "2026.11", dt.date(2026, 11, 23), "https://cam-nang.example/")


@pytest.fixture(scope="module")
def home(copies, tmp_path_factory) -> str:
    """The address of the unpacked copy; the folder's name has what breaks careless links."""
    folder = tmp_path_factory.mktemp("USB của tổ #1")
    with zipfile.ZipFile(copies.folder / zip_name()) as archive:
        archive.extractall(folder)
    return (folder / site_folder()).as_uri() + "/"


@pytest.fixture
def page(browser):
    """A page on a phone that fails its test on a console error or on a request that leaves the disk."""
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
    complaints = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    # What a page was still waiting for when the reader went on is no fault of the copy.
    page.on(
        "requestfailed",
        lambda request: None if request.failure == "net::ERR_ABORTED" else complaints.append(f"failed: {request.url}"),
    )
    page.on(
        "request",
        lambda request: (
            complaints.append(request.url) if not request.url.startswith(("file:", "data:", "blob:")) else None
        ),
    )
    yield page
    context.close()
    assert complaints == []


def test_every_page_opens_and_every_link_ends_at_a_file(page, home, copies):
    with zipfile.ZipFile(copies.folder / zip_name()) as archive:
        names = {name.split("/", 1)[1] for name in archive.namelist() if name != START_NAME}
    for name in sorted(name for name in names if name.endswith(".html")):
        page.goto(home + name)
        assert page.locator("h1").first.is_visible(), name
        links = page.evaluate(
            "[...document.querySelectorAll('a[href], link[href]:not([rel=canonical])')].map(a => a.href)"
        )
        inside = {link.split("#")[0].split("?")[0] for link in links if link.startswith("file:")}
        assert {link.removeprefix(home) for link in inside} <= names, name


def test_links_are_followed(page, home):
    page.goto(home + "index.html")
    page.get_by_role("link", name="chương một").click()
    page.wait_for_url("**/ky-nang/mot.html#dieu-1-dinh-danh")
    assert page.locator("h1").inner_text() == "Định danh điện tử"


@pytest.mark.parametrize(("words", "size"), [("định danh", PHONE), ("dinh danh", DESKTOP)], ids=["phone", "desktop"])
def test_search_finds(page, home, words, size):
    page.set_viewport_size(size)
    page.goto(home + "index.html")
    if size is PHONE:
        page.locator(".md-header__button[for=__search]").click()  # a label that keyboard.js makes a button
    page.locator("input[name=query]").click()
    page.locator("input[name=query]").fill(words)
    page.wait_for_selector(".md-search-result__item a")
    page.locator(".md-search-result__item a").first.click()
    page.wait_for_url("**/ky-nang/mot.html*")


@pytest.mark.parametrize("name", ["index.html", "en/index.html", "../" + START_NAME])
def test_a_copy_over_a_year_old_says_so_before_anything_else(page, home, name):
    page.clock.set_fixed_time("2027-11-20T00:00:00Z")
    page.goto(home + name)
    assert page.locator("[data-ban-cu]").count() == 0
    page.clock.set_fixed_time("2027-12-10T00:00:00Z")
    page.goto(home + name)
    notice = page.locator("[data-ban-cu]")
    assert ("hơn một năm" in notice.inner_text()) != ("a year old" in notice.inner_text())
    assert notice.evaluate("element => element === document.body.firstElementChild")
    box = notice.bounding_box()
    assert box["y"] < 40 and box["height"] > 30 and notice.is_visible()


def test_the_start_page_and_the_download_page_lead_to_what_a_team_prints(page, home, copies):
    page.goto(home + "../" + START_NAME)
    prints = [link.get_attribute("href") for link in page.locator("li a").all()]
    with zipfile.ZipFile(copies.folder / zip_name()) as archive:
        names = archive.namelist()
        texts = {name: archive.read(name).decode() for name in names if name.endswith("tai-ve/index.html")}
    inside = sorted(name for name in names if name.endswith(".pdf"))
    assert inside and sorted(prints) == inside
    for name, text in texts.items():
        for path in inside:
            assert (
                f'tai-ve/{path.rpartition("/")[2]}" download' in text or f'href="{path.rpartition("/")[2]}"' in text
            ), name
    assert not [name for name in names if name.endswith(".html") and "bản xem thử" in texts.get(name, "")]
    page.get_by_role("link", name="Mở cẩm nang").click()
    page.wait_for_url("**/index.html")
    assert page.locator("h1").is_visible()


def test_names_suit_every_file_system_and_one_tells_what_to_do(copies):
    with zipfile.ZipFile(copies.folder / zip_name()) as archive:
        names = archive.namelist()
        text = archive.read(f"{site_folder()}/doc-truoc.txt")
    assert all(name.isascii() and name.startswith((f"{site_folder()}/", START_NAME)) for name in names)
    assert len({name.lower() for name in names}) == len(names)
    assert text.startswith(b"\xef\xbb\xbf") and text.count(b"\r\n") == text.count(b"\n")
    assert "Giải nén tệp zip trước" in text.decode("utf-8-sig") and "{" not in text.decode()
    assert not [name for name in names if name.endswith((".map", "404.html", "sitemap.xml", ".typ"))]
    # What only a site with an address has: a worker, cards, redirects, headers.
    assert not [
        name
        for name in names
        if any(part in name for part in ("sw.js", "ngoai-tuyen/", "chia-se", "_headers", "may-chu", "robots.txt"))
    ]


def test_the_start_page_lists_the_packs_of_the_lessons_that_are_there(tmp_path):
    site = write(tmp_path / "site", {"index.html": "", "tai-ve/bo-in/buoi-1.pdf": "", "tai-ve/bo-tui.pdf": ""})
    packs = {"bo-in/buoi-1.pdf": "Bộ in: Buổi 1", "bo-in/buoi-2.pdf": "Bộ in: Buổi 2"}
    (tmp_path / "x.zip").write_bytes(zip_site(site, EDITION, packs)[0])
    with zipfile.ZipFile(tmp_path / "x.zip") as archive:
        start = archive.read(START_NAME).decode()
    assert '<a href="cam-nang/tai-ve/bo-in/buoi-1.pdf">Bộ in: Buổi 1</a>' in start and "Buổi 2" not in start
    assert '<a href="cam-nang/tai-ve/bo-tui.pdf">Bản bỏ túi: 32 trang A5</a>' in start


def test_an_address_is_only_named_when_it_is_public(tmp_path):
    site = write(tmp_path / "site", {"index.html": ""})
    for url, wanted in (("https://cam-nang.example/", "Bản mới nhất: https://cam-nang.example/"), ("", "trên mạng.")):
        (tmp_path / "x.zip").write_bytes(zip_site(site, replace(EDITION, url=url))[0])
        with zipfile.ZipFile(tmp_path / "x.zip") as archive:
            text = archive.read("cam-nang/doc-truoc.txt").decode("utf-8-sig")
        assert wanted in text and ("http" in text) == bool(url)


def write(root, files):
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    return root


def test_the_same_site_gives_the_same_bytes_and_canonical_addresses(tmp_path):
    pages = {
        name: f'<link rel="canonical" href="https://cam-nang.example/{name}">'
        for name in ("index.html", "a/b.html", "a/index.html")
    }
    first, problems = zip_site(write(tmp_path / "one", pages), EDITION)
    second, _ = zip_site(write(tmp_path / "two", dict(reversed(pages.items()))), EDITION)
    assert first == second and problems == ()
    (tmp_path / "x.zip").write_bytes(first)
    with zipfile.ZipFile(tmp_path / "x.zip") as archive:
        canonical = [archive.read(f"cam-nang/{name}").decode().split('"')[3] for name in pages]
    assert canonical == ["https://cam-nang.example/", "https://cam-nang.example/a/b/", "https://cam-nang.example/a/"]


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("con.html", "", "ngoai-tuyen-ten-tep"),
        ("ảnh.png", "", "ngoai-tuyen-ten-tep"),
        ("x" * 170 + ".html", "", "ngoai-tuyen-ten-tep"),
        ("a.html", '<script src="https://unpkg.com/iframe-worker/shim"></script>', "ngoai-tuyen-mang"),
        ("a.html", '<link rel="stylesheet" href="//fonts.example/x.css">', "ngoai-tuyen-mang"),
        ("a.html", '<img alt="x" src=http://anh.example/x.png>', "ngoai-tuyen-mang"),
    ],
)
def test_what_would_not_work_is_told(tmp_path, name, content, code):
    _, problems = zip_site(write(tmp_path, {name: content}), EDITION)
    assert [problem.code for problem in problems] == [code]


def test_names_that_differ_in_capitals_only(tmp_path):
    _, problems = zip_site(write(tmp_path, {"a/B.html": "", "a/b.html": ""}), EDITION)
    assert len(problems) == 1 and "a/B.html" in problems[0].message
