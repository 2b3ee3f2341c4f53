"""Every page in both languages fits a phone: 320 and 360 px, large text, the spacing of WCAG 1.4.12 (SC 1.4.10)."""

import pytest
from browsing import serving

# SC 1.4.12: line height 1.5, letters .12 em, words .16 em, paragraphs 2 em.
SPACING = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }"
TOO_WIDE = """() => {
  const room = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= room) return "";
  const beyond = [...document.querySelectorAll("main *")].filter(element => element.getBoundingClientRect().right > room + 1);
  return `${document.documentElement.scrollWidth - room} px: ` + beyond.slice(-1).map(element => element.outerHTML.slice(0, 120));
}"""
# The rows of a table or list are made alike: forty stand for thousands.
SHORTEN = """() => document.querySelectorAll("tbody, article ul, article ol, article dl").forEach(
  list => [...list.children].slice(40).forEach(element => element.remove()))"""


def faults(page, address):
    """What is wider than the phone, by way of reading; 320 px is the harder width for large text and spacing."""
    page.goto(address, wait_until="domcontentloaded")
    page.evaluate(SHORTEN)
    for way, width in (("", 360), ("large text", 320), ("spacing", 320)):
        if way == "large text":
            page.evaluate("document.documentElement.classList.add('chu-lon')")
        elif way == "spacing":
            page.evaluate("document.documentElement.classList.remove('chu-lon')")
            page.add_style_tag(content=SPACING)
        if page.viewport_size["width"] != width:
            page.set_viewport_size({"width": width, "height": 740})
        if found := page.evaluate(TOO_WIDE):
            yield f"{width} px {way}: {found}"


@pytest.fixture(scope="module")
def phone(browser):
    context = browser.new_context(bypass_csp=True, viewport={"width": 360, "height": 740})
    context.route("**/*.{svg,avif,webp,png,jpg}", lambda route: route.abort())
    yield context.new_page()
    context.close()


def test_no_page_scrolls_sideways(real, phone):
    # A moved page sends on at once.
    pages = sorted(
        path.relative_to(real.out).parent.as_posix()
        for path in real.out.rglob("index.html")
        if b'http-equiv="refresh"' not in path.read_bytes()[:2000]
    )
    assert len(pages) > 400
    with serving(real.out) as address:
        told = {page: list(faults(phone, f"{address}/{page}/")) for page in pages}
    assert "\n".join(f"{page}: {found}" for page, found in told.items() if found) == ""


def test_the_rule_can_fail(tmp_path, phone):
    (tmp_path / "index.html").write_text("<main><table><tr><td>" + "rộng" * 200 + "</table></main>", encoding="utf-8")
    with serving(tmp_path) as address:
        assert list(faults(phone, f"{address}/"))
