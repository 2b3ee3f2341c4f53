"""What nothing in a site can match leaves its style sheet; in doubt a rule stays."""

import pytest
from handbook.site.assets.css_names import Vocabulary
from handbook.site.assets.css_purge import purge

PAGE = """<html dir=ltr class="no-js"><body data-colour="blue"><main id='noi-dung' title="a > b"><p class="tom-tat lon">
<a href="https://x.example/">x</a><input type="checkbox"><details><summary style="color: var(--used-by-page)">
<ul><li>y</li></ul></main></body></html>"""
SCRIPT = """/* never: class phantom */ box.className = "goi-y"; // and ghost
box.setAttribute("aria-sort", up ? "ascending" : "descending"); document.createElement("mark"); box.dataset.mdState = x;
root.style.setProperty("--used-by-script", 1);"""


@pytest.fixture(scope="module")
def words():
    words = Vocabulary()
    words.read_page(PAGE)
    words.read_script(SCRIPT)
    return words


@pytest.mark.parametrize(
    "css",
    [
        "p{a:b}",
        ".tom-tat.lon>a{a:b}",
        "#noi-dung{a:b}",
        "[title]{a:b}",
        "[dir=ltr] p{a:b}",
        '[href^="http"]{a:b}',
        "*{a:b}",
        "::before{a:b}",
        "mark{a:b}",
        ".goi-y{a:b}",
        '[aria-sort="descending"] .goi-y{a:b}',
        "[data-md-state=x]{a:b}",  # written by a script
        "details[open]{a:b}",  # by the browser
        "p:not(.nowhere){a:b}",
        ":is(.nowhere,p){a:b}",
        "li:nth-child(2):first-of-type{a:b}",
        "p:has(>a){a:b}",  # in doubt
        "@media print{p{a:b}}",
        "@page{margin:1cm}",
        "@supports (color:red){@media print{p{a:b}}}",
        'p:hover::after{content:"a > b"}',
        "p{a:b!important;a:c}",
        "p{background:url(\"data:image/svg+xml;charset=utf-8,<svg a='b'/>\")}",
        "P{a:b}",
        "p{--x:1;a:var(--x)}",
        "p{--used-by-page:1;--used-by-script:2}",
        "p{--x:1;--y:calc(var(--x)*2);a:var(--y)}",
        "p{animation:spin 1s}@keyframes spin{to{a:b}}",
    ],
)
def test_stays(css, words):
    assert purge(css, words) == css


@pytest.mark.parametrize(
    ("css", "left"),
    [
        (".nowhere{a:b}p{a:b}", "p{a:b}"),
        ("p,.nowhere,a{a:b}", "p,a{a:b}"),
        ("h6{a:b}", ""),
        ("#nowhere{a:b}", ""),
        ("[lang]{a:b}", ""),
        ("[dir=rtl] p{a:b}", ""),
        ("[data-colour=red]{a:b}", ""),
        ("p :is(.nowhere,h6){a:b}", ""),
        ("p:has(h6){a:b}", ""),
        (".phantom{a:b}.ghost{a:b}", ""),
        ("@media print{.nowhere{a:b}}", ""),
        ("p{--x:1;a:b}", "p{a:b}"),
        ("p{--x:1;--y:var(--x)}", ""),
        ("@keyframes spin{to{a:b}}p{a:b}", "p{a:b}"),
        (".nowhere{animation:spin 1s}@keyframes spin{to{a:b}}", ""),
        ("/* note */ p  >  a ,\n a { a : b ; }\n", "p>a,a{a:b}"),
    ],
)
def test_goes(css, left, words):
    assert purge(css, words) == left


def test_what_is_no_css_is_told(words):
    with pytest.raises(ValueError, match="."):
        purge("p{a:b} }", words)
