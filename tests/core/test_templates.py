"""Templates: values are escaped, and what is said to be HTML never stands in an attribute."""

import re

import pytest
from support import ROOT

TEMPLATES = sorted((ROOT / "overrides").rglob("*.html"))
_COMMENT = re.compile(r"\{#.*?#\}", re.DOTALL)
_INSIDE_A_TAG = re.compile(r"<[a-zA-Z](?:[^<>\"{]|\"[^\"]*\"|\{\{.*?\}\}|\{%.*?%\})*>", re.DOTALL)


def unsafe_places(template):
    """Where a template says "this is HTML" inside a tag, or writes a value without quotes around it."""
    text = _COMMENT.sub("", template)
    for tag in _INSIDE_A_TAG.findall(text):
        if re.search(r"\{\{[^}]*\|\s*safe", tag):
            yield tag
        if re.search(r"=\s*\{\{", tag):
            yield tag
    yield from re.findall(r"\{%-?\s*autoescape\s+false", text)
    yield from re.findall(r"='[^'<>{]*\{\{", text)


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_no_template_writes_an_unescaped_attribute(path):
    assert list(unsafe_places(path.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    "template",
    [
        '<a title="{{ page.title | safe }}">',
        "<a title={{ page.title }}>",
        "{% autoescape false %}<a>{% endautoescape %}",
        "<a title='{{ page.title }}'>",
    ],
)
def test_an_unescaped_attribute_is_seen(template):
    assert list(unsafe_places(template))


def test_only_these_values_are_html():
    said = {
        value.strip()
        for path in TEMPLATES
        for value in re.findall(r"\{\{([^{}]*)\|\s*safe\s*\}\}", path.read_text(encoding="utf-8"))
    }
    # A page's converted text, whole or as its task card and the rest (card_and_rest); JSON that json.dumps has written.
    assert said == {"page.content", "card", "text", "share.data"}
