"""Every page in both languages: it fits a phone in every way of reading (SC 1.4.10, 1.4.12), and axe-core finds nothing.

A page is loaded once, in a frame whose width is then changed: that costs a layout, not a visit.  Two tabs share the pages.
"""

from importlib.resources import files

import pytest
from browsing import serving

# SC 1.4.12: line height 1.5, letters .12 em, words .16 em, paragraphs 2 em.
SPACING = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }"
WAYS = [
    (width, way)
    for width in (320, 360)
    for way in ("", "chu-lon", "chu-rat-lon", SPACING)
    if (width, way) != (320, "chu-rat-lon")  # 187 % of 320 px: less than WCAG asks of any screen
]
AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
# What can go wrong in one page and not in others of its kind; test_accessibility.py runs every rule on a page of each kind.
RULES = [
    "aria-allowed-attr", "aria-hidden-focus", "aria-required-children", "aria-valid-attr-value", "button-name", "definition-list",
    "document-title", "duplicate-id-aria", "empty-heading", "empty-table-header", "heading-order", "html-has-lang", "image-alt",
    "label", "landmark-one-main", "landmark-unique", "link-name", "list", "listitem", "nested-interactive", "page-has-heading-one",
    "region", "scope-attr-valid", "scrollable-region-focusable", "select-name", "summary-name", "svg-img-alt", "td-headers-attr",
    "th-has-data-cells", "valid-lang",
]  # fmt: skip
TABS = 2
VISIT = r"""async ({pages, ways, axe, rules, spacing}) => {
  const frame = document.body.appendChild(document.createElement('iframe'));
  frame.style.cssText = 'position: fixed; inset: 0; height: 740px; border: 0';
  const told = {};

  // The rows of a table or list are made alike: some stand for thousands.
  function shorten(page, most) {
    page.querySelectorAll('tbody, article ul, article ol, article dl').forEach(
      list => [...list.children].slice(most).forEach(element => element.remove()));
  }

  function tooWide(page) {
    const {clientWidth, scrollWidth} = page.documentElement;
    if (scrollWidth <= clientWidth) return '';
    const beyond = [...page.querySelectorAll('body *')].filter(element => element.getBoundingClientRect().right > clientWidth + 1);
    return `${scrollWidth - clientWidth} px: ${beyond.slice(-1).map(element => element.outerHTML.slice(0, 120))}`;
  }

  // Level AAA (SC 1.4.6) of the text, in a theme. axe's own rule, which test_accessibility.py asks on a page of each kind, takes
  // a second a page, since it looks for what lies over a text; what is asked here is the colours alone.
  function tooPale(page, scheme) {
    const channels = colour => { const [r, g, b, alpha = 1] = colour.match(/[\d.]+/g).map(Number); return [r, g, b, alpha]; };
    const light = ([r, g, b]) => [[r, .2126], [g, .7152], [b, .0722]].reduce((sum, [value, part]) =>
      sum + part * (value / 255 <= .04045 ? value / 255 / 12.92 : ((value / 255 + .055) / 1.055) ** 2.4), 0);
    const behind = new Map([[null, [255, 255, 255]]]);
    function background(element) {
      if (!behind.has(element)) {
        const [r, g, b, alpha] = channels(getComputedStyle(element).backgroundColor);
        const under = alpha === 1 ? [0, 0, 0] : background(element.parentElement);
        behind.set(element, [r, g, b].map((value, i) => value * alpha + under[i] * (1 - alpha)));
      }
      return behind.get(element);
    }
    return [...page.querySelectorAll('article *')].filter(element => {
      if (![...element.childNodes].some(node => node.nodeType === 3 && node.data.trim()) || !element.checkVisibility() || element.clientWidth === 1) return false;
      const style = getComputedStyle(element);
      const [one, other] = [light(channels(element.closest('svg') ? style.fill : style.color)), light(background(element))].sort((a, b) => b - a);
      const size = parseFloat(style.fontSize);
      const isLarge = size >= 24 || size >= 18.66 && style.fontWeight >= 700;
      return (one + .05) / (other + .05) < (isLarge ? 4.5 : 7) - .005;
    }).map(element => `${scheme} pale: ${element.outerHTML.slice(0, 120)}`);
  }

  async function open(address) {
    await new Promise(done => { frame.onload = done; frame.src = address; });
    // Our scripts come after the first picture; the last thing they do is to show what only they can do.
    for (let tries = 0; tries < 300; tries += 1) {
      const button = frame.contentDocument.querySelector('[data-md-component=palette]');
      if (!button || !button.hidden) return frame.contentDocument;
      await new Promise(done => setTimeout(done, 10));
    }
    throw new Error(`${address}: no scripts`);
  }

  for (const address of pages) {
    const faults = [];
    frame.style.width = '360px';
    const page = await open(address);
    shorten(page, 40);
    const style = page.head.appendChild(page.createElement('style'));
    for (const [width, way] of ways) {
      frame.style.width = `${width}px`;
      page.documentElement.className = way === spacing ? '' : way;
      style.textContent = way === spacing ? spacing : '';
      const found = tooWide(page);
      if (found) faults.push(`${width} px ${way.slice(0, 12)}: ${found}`);
    }
    style.remove();
    page.documentElement.className = '';
    shorten(page, 6);
    frame.contentWindow.eval(axe);
    const run = (where, runOnly) => frame.contentWindow.axe.run(where, {runOnly, resultTypes: ['violations']});
    const found = await run(page, rules);
    for (const scheme of ['default', 'slate']) {
      page.body.dataset.mdColorScheme = scheme;
      faults.push(...tooPale(page, scheme));
    }
    found.violations.forEach(rule => rule.nodes.forEach(node => faults.push(`${rule.id}: ${node.html.slice(0, 120)}`)));
    if (faults.length) told[address] = faults;
  }
  return told;
}"""


@pytest.fixture(scope="module")
def tabs(browser):
    contexts = [
        browser.new_context(bypass_csp=True, reduced_motion="reduce", viewport={"width": 400, "height": 740})
        for _ in range(TABS)
    ]
    yield [context.new_page() for context in contexts]
    for context in contexts:
        context.close()


def faults(tabs, address, pages):
    """What each page does wrong, by page."""
    options = {"ways": WAYS, "axe": AXE, "rules": RULES, "spacing": SPACING}
    for number, tab in enumerate(tabs):
        tab.goto(f"{address}robots.txt")  # of the same origin, and of no width of its own
        mine = [f"{address}{page}" for page in pages[number :: len(tabs)]]
        tab.evaluate(f"options => {{ window.visit = ({VISIT})(options); }}", {**options, "pages": mine})
    told = {}
    for tab in tabs:
        told |= tab.evaluate("visit")
    return {page.removeprefix(address): found for page, found in told.items()}


def test_every_page_fits_and_axe_finds_nothing(real, tabs):
    # A moved page sends on at once.
    pages = sorted(
        path.relative_to(real.out).as_posix().removesuffix("index.html")
        for path in real.pages()
        if b'http-equiv="refresh"' not in path.read_bytes()[:2000]
    )
    assert len(pages) > 600
    with serving(real.out) as address:
        told = faults(tabs, address, pages)
    if told:
        pytest.fail(
            "\n".join(f"{page}: {fault}" for page, found in sorted(told.items()) for fault in found), pytrace=False
        )


BAD = {
    "wide": "<main><h1>A</h1><table><tr><td>" + "rộng" * 200 + "</table></main>",
    "wide-spaced": "<main><h1>A</h1><p style='white-space: nowrap; font: 16px monospace'>" + "a" * 30 + "</p></main>",
    "pale": "<main><article><h1>A</h1><p style='color: #999'>mờ</p></article></main>",
    "image-alt": "<main><h1>A</h1><img src='x.png'></main>",
    "link-name": "<main><h1>A</h1><a href='/'></a></main>",
    "label": "<main><h1>A</h1><input></main>",
    "region": "<main><h1>A</h1></main><p>ngoài</p>",
    "heading-order": "<main><h1>A</h1><h4>B</h4></main>",
    "page-has-heading-one": "<main><h2>A</h2></main>",
    "valid-lang": "<main><h1>A</h1><p lang='xx-yy-'>b</p></main>",
    "empty-table-header": "<main><h1>A</h1><table><tr><th></th><td>1</td></tr></table></main>",
}


def test_the_rules_can_fail(tmp_path, tabs):
    (tmp_path / "robots.txt").touch()
    for name, body in BAD.items():
        text = (
            f'<!doctype html><html lang="vi"><meta name="viewport" content="width=device-width"><title>A</title>{body}'
        )
        (tmp_path / f"{name}.html").write_text(text, encoding="utf-8")
    with serving(tmp_path) as address:
        told = faults(tabs, address, [f"{name}.html" for name in BAD])
    for name in BAD:
        found = told[f"{name}.html"]
        sign = {"wide": " px ", "wide-spaced": " px ", "pale": " pale: "}.get(name, f"{name}: ")
        assert any(sign in fault for fault in found), (name, found)
    assert not any(fault.startswith(("320 px :", "360 px :")) for fault in told["wide-spaced.html"])
