"""Text made comparable, positions kept."""

import re
import unicodedata

import pytest
from handbook.markdown.name_pattern import longest_of
from handbook.vietnamese.comparable import normalise
from hypothesis import example, given, settings
from hypothesis import strategies as st

LETTERS = st.text(st.sampled_from("aoăêđĐÐ \u00a0\n\u0301\u0323\u0302‑–\u00ad\u200bhóòáuỳ13/-"), max_size=30)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Điều 8", "Điều 8"),
        (unicodedata.normalize("NFD", "Điều\u00a08"), "Điều 8"),
        ("a \n  b\tc", "a b c"),
        ("NĐ\u2011CP 2021–2025", "NĐ-CP 2021-2025"),
        ("kho\u00adản", "khoản"),
        ("NÐ-CP", "NĐ-CP"),
        ("hoá đơn, toàn", "hóa đơn, toàn"),
        ("thuỳ", "thùy"),
        ("uỳ\u0301", "uỳ\u0301"),  # two marks on one letter: no Vietnamese syllable, left alone
    ],
)
def test_normal_form(text, expected):
    assert normalise(text).text == expected


@settings(deadline=None)
@given(LETTERS)
@example("uỳ\u0301")
@example("uy\u0300\u0301")
@example("hoà\u0301")
def test_a_span_of_the_normal_text_leads_back_to_the_same_text(text):
    found = normalise(text)
    assert normalise(found.text).text == found.text
    for match in re.finditer(r"\S+", found.text):
        start, end = found.span(match.start(), match.end())
        assert 0 <= start < end <= len(text)
        assert normalise(text[start:end]).text.strip() == match[0]


@settings(deadline=None)
@given(st.lists(st.text("ab c", min_size=1, max_size=6), min_size=1), st.text("ab c", max_size=12))
def test_the_trie_finds_the_longest_name(names, text):
    match = re.match(longest_of(names), text)
    fitting = [name for name in names if text.startswith(name)]
    assert (match[0] if match else None) == max(fitting, key=len, default=None)
