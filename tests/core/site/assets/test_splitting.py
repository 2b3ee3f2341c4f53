"""A style sheet taken apart by when it is needed: what leaves, what must stay for its effect's sake."""

import re

import pytest
from handbook.site.assets.css_split import split
from support import ROOT

ROOM = "p{color:red}"


@pytest.mark.parametrize(
    "rule",
    [
        "@media print{.a{color:red}}",
        "@media print and (min-width:30em){.a{color:red}}",
        ".md-search-result__item{color:red}",
        "[dir=ltr] .md-search-result__icon,.tim-kiem-goi-y a{color:red}",
        ".tim-kiem-ten{color:red}",
        ".to-sang span{color:red}",
        ".md-search__output{color:red}",  # written by a script, as the two below
        ".goi-y{color:red}",
        ".hien-thi-bang p{color:red}",
        ".dang-doc a{color:red}",
        ".md-select__link{color:red}",
        ".md-top{color:red}",
        "@media (forced-colors: active){.md-nav .md-icon{color:red}}",
    ],
)
def test_leaves(rule):
    assert split(ROOM + rule) == (ROOM, rule)


@pytest.mark.parametrize(
    "rule",
    [
        "@media (min-width:60em){.a{color:red}}",
        "@media (orientation:landscape){.a{color:red}}",
        "@media not print{.a{color:red}}",
        ".a:hover{color:red}",
        "@media screen{.a{color:red}}",
        "@supports (color:red){.a{color:red}}",
        ".md-search-result,.md-typeset{color:red}",  # not the results alone
        ".md-search-results{color:red}",  # another name
        "@media (forced-colors: active){.bt{color:red}}",  # the icons of the header
        "@media (forced-colors: none){.a{color:red}}",
    ],
)
def test_stays(rule):
    assert split(ROOM + rule) == (ROOM + rule, "")


@pytest.mark.parametrize(
    "later",
    [
        ".a{color:blue}",
        ".a{color:blue}.c{top:0}",
        "i.a{color:blue}",
        ".a.b{color:blue}",
        ":hover{color:blue}",
        "@media (min-width:45em){.a{color:blue}}",
        "@supports (color:red){.a{color:blue}}",
        "@media (orientation:landscape){.a{color:blue}}",
    ],
)
def test_a_rule_that_a_later_one_overrides_stays_before_it(later):
    css = "@media print{i.a{color:red}.a{color:red}.a.b{color:red}}"
    everything = css + later
    assert "color:red" in split(everything)[0]


@pytest.mark.parametrize(
    "later",
    [
        ".a{margin:0}",  # another property
        ".b{color:blue}",  # another element
        "#a{color:blue}",  # wins wherever it stands
        "p{color:blue}",  # loses wherever it stands
        "@media screen{.a{color:blue}}",  # never at the same time
        ".a{color:blue!important}",
    ],
)
def test_a_rule_that_no_later_one_touches_leaves(later):
    css = "@media print{.a{color:red}}"
    assert split(css + later) == (later, css)


def test_shorthands_count_as_what_they_set():
    assert split("@media print{.a{margin-left:0}}.a{margin:0}")[1] == ""


def test_each_part_keeps_its_order():
    css = "@media print{.a{color:red}}.tim-kiem-goi-y{top:0}p{top:0}@media print{.a{color:blue}.c{top:0}}a{top:0}"
    assert split(css) == (
        "p{top:0}a{top:0}",
        "@media print{.a{color:red}}.tim-kiem-goi-y{top:0}@media print{.a{color:blue}.c{top:0}}",
    )


def test_a_rule_that_stays_keeps_those_it_overrides():
    css = "@media print{.a{color:red}}@media print{.a{color:blue}}.a{color:green}"
    assert split(css) == ("@media print{.a{color:red}.a{color:blue}}.a{color:green}", "")


def test_high_contrast_is_the_same_by_the_device_and_by_the_button():
    """CSS has no way to say "this class or this medium", so the colours stand twice."""
    css = (ROOT / "overrides" / "assets" / "handbook.css").read_text(encoding="utf-8")
    by_device = css.partition("@media (prefers-contrast: more) {\n")[2].partition("\n}\n")[0]
    for scheme in ("default", "slate"):
        rule = re.compile(rf'(\S+ )?\[data-md-color-scheme="{scheme}"\] \{{(.*?)\}}', re.DOTALL)
        ours = {prefix: re.findall(r"(--[\w-]+): ([^;]+);", body) for prefix, body in rule.findall(css)}
        theirs = re.findall(r"(--[\w-]+): ([^;]+);", rule.search(by_device)[2])
        assert len(theirs) > 8 and ours[".tuong-phan "] == theirs
