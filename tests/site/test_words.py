"""The Vietnamese interface has no English word of the theme."""

import html
import re
from pathlib import Path

import jinja2
import material
import pytest
from support import ROOT

THEME = Path(material.__file__).parent / "templates"
# Settings, not words.
SETTINGS = {"direction", "search.config.lang", "search.config.pipeline", "search.config.separator"}


def words(language):
    folders = [ROOT / "overrides", THEME]
    environment = jinja2.Environment(loader=jinja2.FileSystemLoader(folders))
    template = environment.from_string('{% import "partials/language.html" as lang with context %}{{ lang.t(key) }}')
    config = {"theme": {"language": language}}
    source = (THEME / "partials" / "languages" / "en.html").read_text(encoding="utf-8")
    keys = re.findall(r'^  "([\w.]+)":', source, re.MULTILINE)
    return {key: template.render(key=key, config=config) for key in keys}


def english():
    source = (THEME / "partials" / "languages" / "en.html").read_text(encoding="utf-8")
    return dict(re.findall(r'^  "([\w.]+)": "(.*)",?$', source, re.MULTILINE))


def test_every_word_of_the_theme_is_vietnamese():
    theirs = english()
    ours = words("vi")
    assert len(ours) > 40
    assert ours["language"] == "vi"
    same = {key: word for key, word in ours.items() if key not in SETTINGS and html.unescape(word) == theirs[key]}
    assert same == {}


def test_ours_are_words_the_theme_knows():
    source = (ROOT / "overrides" / "partials" / "language.html").read_text(encoding="utf-8")
    assert set(re.findall(r'"([a-z]+\.[\w.]+)":', source)) <= set(english())


@pytest.mark.parametrize(
    "path", ["index.html", "ky-nang/vneid/index.html", "so-lieu/index.html", "van-ban/index.html", "404.html"]
)
def test_no_english_word_stands_on_a_vietnamese_page(real, path):
    page = (real.out / path).read_text(encoding="utf-8")
    page = re.sub(r'<p lang="en">.*?</p>', "", page, flags=re.DOTALL)
    shown = {html.unescape(text).strip() for text in re.findall(r">([^<]+)<", page)}
    shown |= {
        html.unescape(text).strip() for text in re.findall(r'(?:aria-label|title|placeholder|alt)="([^"]*)"', page)
    }
    shown |= {html.unescape(text) for text in re.findall(r'data-[a-z-]+="([^"]*)"', page)}
    unwanted = {word for key, word in english().items() if key not in SETTINGS and len(word) > 2}
    assert shown & unwanted == set()
