"""Which digits are a telephone number, and that a number becomes a link that calls it."""

import markdown
import pytest
from handbook.markdown.phone_links import PhoneLinks, numbers_in

NUMBERS = [
    ("gọi 1800.6838 (miễn phí)", ["18006838"]),
    ("Gọi **1900 1234** hoặc (024) 3826 1234.", ["19001234"]),
    ("tổng đài 111", ["111"]),
    ("Hãy gọi ngay số 113 nhé", ["113"]),
    ("Call 111 and tell the police", ["111"]),
    ("Báo tới đầu số 156", ["156"]),
    ("Gặp 111 người ở 113 xã", []),
    ("gọi 111 người", []),
    ("Nghị định 113/2026/NĐ-CP", []),
    ("gọi 113.000 đồng", []),
    ("1.800.683 lượt; 18006838900 đồng", []),
    ("năm 1900", []),
]


@pytest.mark.parametrize(("text", "digits"), NUMBERS)
def test_numbers_are_told_from_other_digits(text, digits):
    found = [number for _, _, number in numbers_in(text.replace("**", ""))]
    assert found[: len(digits)] == digits and bool(found) == bool(digits)


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Gọi 111.", '<p>Gọi <a href="tel:111">111</a>.</p>'),
        ("Gọi **1800.6838**", '<p>Gọi <strong><a href="tel:18006838">1800.6838</a></strong></p>'),
        ("[gọi 111](x.md)", '<p><a href="x.md">gọi 111</a></p>'),
        ("`gọi 111`", "<p><code>gọi 111</code></p>"),
        ("## Gọi 111", "<h2>Gọi 111</h2>"),
    ],
)
def test_a_number_calls_unless_it_stands_in_a_link_code_or_heading(text, html):
    assert markdown.markdown(text, extensions=[PhoneLinks()]) == html
