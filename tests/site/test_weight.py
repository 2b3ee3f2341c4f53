"""What a first visit and a further chapter cost, and that nothing a page uses was thrown away for it."""

import re
from pathlib import Path

import brotli
import material
import pytest
from browsing import serving
from support import ROOT

THEME = Path(material.__file__).parent / "templates"
KB = 1000
CHAPTERS = ("chinh-sach", "phap-luat", "nhiem-vu", "ky-nang", "san-xuat", "tuyen-truyen", "chuyen-de", "cau-chuyen")
# A list of every repealed document, longer than a chapter is.
LISTS = {"chinh-sach/van-ban-het-hieu-luc"}  # looked up, not read
PAGES = ["", "nhiem-vu/day-nguoi-cao-tuoi/", "so-lieu/kinh-te-so-gdp/", "van-ban/"]


def packed(path, quality=10):
    return len(brotli.compress(path.read_bytes(), mode=brotli.MODE_TEXT, quality=quality))


def loaded_by(site, page):
    """The style sheets, scripts and icons a page asks for by itself, at once or after its first picture."""
    addresses = re.findall(
        r'<(?:link rel="(?:stylesheet|icon)" href|script src|img src)="(?!data:)([^"]+)"',
        page.read_text(encoding="utf-8"),
    )
    return {(page.parent / address).resolve() for address in addresses}


def test_chapters_are_light(real):
    pages = [page for folder in CHAPTERS for page in (real.out / folder).glob("*/index.html")]
    sizes = {page.parent.relative_to(real.out).as_posix(): packed(page) for page in pages}
    assert len(sizes) > 60
    assert {name: size for name, size in sizes.items() if size > 12 * KB and name not in LISTS} == {}


def test_a_first_visit_is_light(real):
    page = real.out / "ky-nang" / "vneid" / "index.html"
    parts = {file.name: packed(file, 11) for file in [page, *loaded_by(real.out, page)]}
    assert {Path(name).suffix for name in parts} == {".html", ".css", ".js", ".svg"} and len(parts) <= 6
    assert sum(parts.values()) <= 50 * KB, parts


def test_what_a_page_waits_for_comes_in_the_first_ten_packets(real):
    """Ten packets of 1460 bytes are sent before the first answer (RFC 6928): more costs a round trip.  300 bytes are headers."""
    text = (real.out / "ky-nang" / "vneid" / "index.html").read_text(encoding="utf-8")
    text = re.sub(r'<noscript class="sau">.*?</noscript>', "", text, flags=re.DOTALL)
    assert "<script src" not in text and 'rel="icon" href="data:,"' in text
    sheets = [
        real.out / "assets" / name for name in re.findall(r'<link rel="stylesheet" href="[./]*/assets/([^"]+)">', text)
    ]
    assert len(sheets) == 1 and 5 * KB < packed(sheets[0], 11) <= 10 * 1460 - 300


def test_no_page_waits_for_a_second_file(real):
    """Another file before the first picture is another connection, 0.4 s on a slow line, whatever it weighs."""
    waiting = {}
    for page in real.pages():
        text = re.sub(r'<noscript class="sau">.*?</noscript>', "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
        waiting[page.relative_to(real.out).as_posix()] = re.findall(
            r'<link rel="stylesheet"[^>]*>|<script src[^>]*>', text
        )
    kinds = [waiting[f"{name}/index.html"] for name in ("ky-nang/ket-o-dau", "on-tap", "tai-ve", "en/tai-ve")]
    assert all(len(found) == 1 for found in kinds)
    assert {name: found for name, found in waiting.items() if len(found) > 1} == {}


def test_what_a_page_loads_is_named_after_its_content(real):
    for page in real.pages():
        names = [file.name for file in loaded_by(real.out, page) if file.suffix in (".css", ".js")]
        assert all(re.search(r"\.[0-9a-f]{8}\.(css|js)$", name) for name in names), (page, names)


# The theme's frame

# What the theme's frame has and ours has not: parts that are switched off here, and what its script adds.
GONE = {
    "md-banner",
    "md-banner__inner",
    "md-banner__button",
    "md-consent",
    "md-consent__overlay",
    "md-consent__inner",
    "md-consent__form",
    "md-dialog",
    "md-dialog__inner",
    "md-header__source",
    "md-option",
}
REPLACED = (
    "base.html",
    "main.html",
    "partials/header.html",
    "partials/search.html",
    "partials/footer.html",
    "partials/palette.html",
    "partials/alternate.html",
    "partials/top.html",
    "partials/logo.html",
    "assets/search/start.js",  # what of the search box only a script needs
)


def classes(folder):
    texts = (folder.joinpath(name).read_text(encoding="utf-8") for name in REPLACED if folder.joinpath(name).is_file())
    return {
        name
        for text in texts
        for name in re.findall(
            r"(?<![\w-])md-[a-z]+(?:__[a-z]+)?",
            re.sub(r"\{#.*?#\}|/\*.*?\*/|data-md-[\w-]+|__\w+=", "", text, flags=re.DOTALL),
        )
    }


def test_a_new_theme_has_the_frame_we_replaced():
    """A failure names the parts that a new version of the theme has added to its frame or taken from it."""
    ours, theirs = classes(ROOT / "overrides"), classes(THEME)
    assert theirs - ours - GONE == set()
    assert GONE - theirs == set()


# The purged style sheet

# A custom property counts where something is drawn with it; hundredths of a pixel change from layout to layout.
# After a change Chromium 156 tells 0px for "margin: auto" of what it did not have to move, even where the new
# style sheet is the old one again; so everything is laid out anew first.
STYLES = r"""() => {
  document.body.style.display = 'none';
  document.body.getBoundingClientRect();
  document.body.style.display = '';
  return [...document.querySelectorAll('body, body *')].map(element => [null, '::before', '::after'].map(part => {
    const style = getComputedStyle(element, part);
    if (part && style.content === 'none') return '';
    return [...style].filter(name => !/^--|-origin$/.test(name)).map(name => style.getPropertyValue(name)).join(';')
      .replace(/\d+\.\d+px/g, size => Math.round(parseFloat(size)) + 'px');
  }));
}"""
DIFFERENCES = """([before, after]) => {
  const elements = [...document.querySelectorAll('body, body *')];
  return elements.filter((_, i) => before[i].join() !== after[i].join()).map(element => element.outerHTML.slice(0, 120));
}"""


@pytest.fixture(scope="module")
def address(real):
    with serving(real.out) as address:
        yield address


def whole_style():
    """The style sheets as they are written, with every rule."""
    theirs = sorted((THEME / "assets" / "stylesheets").glob("*.css"))
    ours = [ROOT / "overrides" / "assets" / name for name in ("icons.css", "handbook.css", "tables.css")]
    # The class that the theme's script gives to what has the focus.
    return "\n".join(file.read_text(encoding="utf-8") for file in [*theirs, *ours]).replace(
        ".focus-visible", ":focus-visible"
    )


#: Whether the results are those of a second ago: they are drawn anew when the texts around the hits have come.
RESULTS_REST = """() => {
    const [before, now] = [window.listed, document.querySelector('.md-search-result__list').innerHTML];
    window.listed = now;
    return before === now;
}"""
SEEN = [(path, size, colours) for size, colours in (((360, 740), "light"), ((1280, 900), "dark")) for path in PAGES]


@pytest.mark.parametrize(("path", "size", "colours"), SEEN)
def test_purging_changes_no_element(browser, address, path, size, colours):
    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]}, color_scheme=colours, reduced_motion="reduce", bypass_csp=True
    )
    page = context.new_page()
    page.goto(address + path)
    if not path:  # what scripts write is looked at too
        page.locator(".md-header__button[for=__search]").or_(page.locator("input[name=query]")).locator(
            "visible=true"
        ).first.click()
        page.keyboard.type("lừa đảo")
        page.wait_for_selector(".md-search-result__item")
        page.wait_for_load_state("networkidle")
        page.wait_for_function(RESULTS_REST, polling=1000)
    page.evaluate("document.querySelectorAll('details').forEach(details => { details.open = true; })")
    page.wait_for_function(
        "!document.querySelector('noscript.sau') && [...document.querySelectorAll('link[rel=stylesheet]')].every(link => link.sheet)"
    )
    purged = page.evaluate(STYLES)
    page.evaluate(
        """css => { const style = document.createElement('style'); style.textContent = css;
        const [first, ...others] = document.querySelectorAll('link[rel=stylesheet]');
        first.replaceWith(style); others.forEach(link => link.remove()); }""",
        whole_style(),
    )
    whole = page.evaluate(STYLES)
    assert len(whole) > 100
    assert page.evaluate(DIFFERENCES, [purged, whole]) == []
    # The comparison sees a missing rule.
    page.evaluate("document.querySelector('style').textContent += '.md-content p { margin-left: 1px; }'")
    assert page.evaluate(DIFFERENCES, [whole, page.evaluate(STYLES)]) != []
    context.close()
