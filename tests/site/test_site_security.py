"""The Content-Security-Policy in a real browser: nothing of ours is refused, nothing foreign runs."""

import pytest
from browsing import HostHandler, host_rules, serving

PATHS = [
    "",
    "ky-nang/",
    "ky-nang/vneid/",
    "tap-huan/",
    "chuyen-de/tat-song-2g/",
    "cau-chuyen/an-tuong-gia-dinh-so/",
    "so-lieu/",
    "so-lieu/kinh-te-so-gdp/",
    "so-lieu/xa-moi-tu-xa-cu/",
    "van-ban/",
    "thuat-ngu/",
    "tai-ve/",
    "tinh-trang/",
    "404.html",
    "en/",
    "en/ky-nang/vneid/",
    "en/so-lieu/kinh-te-so-gdp/",
]
NOTE = """window.refused = [];
document.addEventListener('securitypolicyviolation', event => window.refused.push(event.violatedDirective + ' ' + event.blockedURI + ' ' + event.sample))"""


@pytest.fixture(scope="module")
def address(real):
    with serving(real.out, HostHandler) as address:
        yield address


@pytest.fixture
def page(browser):
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.add_init_script(NOTE)
    page = context.new_page()
    page.errors = []
    page.on("pageerror", lambda error: page.errors.append(str(error)))
    yield page
    context.close()


def test_every_page_has_a_policy_and_only_hashed_scripts(real):
    for path in real.pages():
        html = path.read_text(encoding="utf-8")
        assert html.count('http-equiv="Content-Security-Policy"') == 1, path
        assert "unsafe" not in html[: html.index("</head>")].split("Content-Security-Policy")[1].split(">")[0], path


@pytest.mark.parametrize("path", PATHS)
def test_nothing_of_ours_is_refused(page, address, path):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: page.errors.append(message.text) if message.type == "error" else None)
    headers = page.goto(address + path).headers
    assert (
        "frame-ancestors 'none'" in headers["content-security-policy"]
        and headers["x-content-type-options"] == "nosniff"
    )
    page.locator("input[name=query]").fill("lua dao")
    page.wait_for_selector(".md-search-result__item a")
    assert page.evaluate("window.refused") == [] and page.errors == []
    assert page.context.cookies() == [] and all(url.startswith((address, "data:", "blob:")) for url in asked)


def test_hashed_files_are_kept_for_ever_and_pages_are_not(real, address, page):
    kept = [
        pattern
        for pattern, headers in host_rules(real.out / "_headers")
        for name, _ in headers
        if name == "Cache-Control"
    ]
    assert kept
    answers = []
    page.on("response", lambda answer: answers.append(answer))
    page.goto(address)
    caching = {answer.url: answer.headers.get("cache-control") for answer in answers}
    assert caching[address] is None
    assert any("immutable" in (value or "") for value in caching.values())


def test_no_other_site_may_frame_a_page(page, address):
    page.goto(address + "gioi-thieu/")
    page.goto("data:text/html,<iframe src=" + address + "></iframe>")
    page.wait_for_load_state("load")
    assert page.frames[1].evaluate("document.body.innerText.includes('Cẩm nang')") is False


def test_nothing_of_ours_is_refused_from_a_folder(page, real):
    page.goto((real.out / "ky-nang" / "vneid" / "index.html").as_uri())
    assert page.locator("button[for]").count() and page.evaluate("window.refused") == []


@pytest.mark.parametrize(
    "code",
    [
        "const s = document.createElement('script'); s.textContent = 'window.hacked = 1'; document.body.append(s)",
        "document.body.insertAdjacentHTML('beforeend', '<img src=x: onerror=\"window.hacked = 1\">')",
        "const a = document.createElement('a'); a.href = 'javascript:window.hacked = 1'; document.body.append(a); a.click()",
        "const s = document.createElement('script'); s.src = 'data:text/javascript,window.hacked=1'; document.body.append(s)",
    ],
)
def test_an_injected_script_does_not_run(page, address, code):
    page.goto(address + "ky-nang/vneid/")
    page.evaluate("() => {" + code + "}")
    page.wait_for_timeout(200)
    assert page.evaluate("window.hacked") is None and page.evaluate("window.refused.length") > 0


def test_an_injected_frame_inherits_the_policy(page, address):
    page.goto(address + "ky-nang/vneid/")
    page.evaluate("""() => { const f = document.createElement('iframe');
        f.srcdoc = '<script>parent.hacked = 1</' + 'script>'; document.body.append(f) }""")
    page.wait_for_timeout(200)
    assert page.evaluate("window.hacked") is None


def test_a_script_in_an_article_is_told_and_does_not_run(tiny, page):
    text = (tiny.docs / "gioi-thieu.md").read_text(encoding="utf-8")
    tiny.write("gioi-thieu.md", text + "\n<script>window.hacked = 1</script>\n\n<p onclick='x()'>a</p>\n")
    line = text.count("\n") + 2
    tiny.environment = {"HANDBOOK_BOOK": "false", "HANDBOOK_ENGLISH": "false"}
    assert tiny.build(strict=False) == 0
    assert f"docs/gioi-thieu.md:{line}: Thẻ HTML <script> không được dùng" in tiny.log
    with serving(tiny.out, HostHandler) as address:
        page.goto(address + "gioi-thieu/")
        assert "window.hacked" in page.content() and page.evaluate("window.hacked") is None
        assert any(refused.startswith("script-src") for refused in page.evaluate("window.refused"))
    assert tiny.build() != 0
