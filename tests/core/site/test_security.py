"""The policy allows the theme's scripts and no others."""

import base64
import hashlib

import pytest
from handbook.site.host.content_security import (
    inline_scripts,
    policy,
    script_patterns,
    source_hash,
    with_policy,
    with_styles,
)

TEMPLATE = '<script>scope=new URL("{{ config.extra.scope | d(base_url) }}",location)</script>'
KNOWN = script_patterns([TEMPLATE, '{% if a %}<script>one()</script>{% endif %}<script src="x.js"></script>'])


def page(*scripts):
    return '<!doctype html><head><meta charset="utf-8"><title>A</title></head>' + "".join(
        f"<script>{code}</script>" for code in scripts
    )


def test_a_known_script_is_allowed_by_its_hash():
    code = 'scope=new URL("../..",location)'
    html, refused = with_policy(page(code, "one()"), KNOWN)
    digest = base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()
    assert refused == () and f"'sha256-{digest}'" in html and source_hash("one()") in html
    assert html.index("Content-Security-Policy") < html.index("<title>") < html.index("<script")


@pytest.mark.parametrize(
    "code",
    [
        "alert(1)",
        "one();alert(1)",
        " one()",
        'scope=new URL("",alert(1),"",location)',
        'scope=new URL("\\",location)',
        'scope=new URL("a\nb",location)',
    ],
)
def test_any_other_script_gets_no_hash_and_is_told(code):
    html, refused = with_policy(page("one()", code), KNOWN)
    assert refused == (code,) and source_hash(code) not in html and source_hash("one()") in html


def test_data_and_files_are_not_inline_scripts():
    assert inline_scripts(
        '<script id="c" type="application/json">{}</script><script src="a.js"></script><SCRIPT type=module>x</SCRIPT >'
    ) == ("x",)


def test_the_policy_has_no_way_round_it():
    assert "unsafe" not in policy() and "http" not in policy() and "*" not in policy()
    assert policy().startswith("default-src 'none'; script-src 'self';")
    assert policy(["'sha256-b'", "'sha256-a'", "'sha256-b'"]).count("'sha256-a' 'sha256-b'") == 1


def test_a_style_sheet_that_was_written_into_the_page_is_allowed_and_no_other():
    html, _ = with_policy(page("one()"), KNOWN)
    assert with_styles(html, []) == html
    styled = with_styles(html, ["p{color:red}"])
    assert f"style-src 'self' {source_hash('p{color:red}')};" in styled and "script-src 'self' " in styled
    assert source_hash("p{color:blue}") not in styled and styled.count("sha256-") == 2


def test_a_page_without_a_place_for_the_policy_is_refused():
    with pytest.raises(ValueError):
        with_policy("<p>", KNOWN)
