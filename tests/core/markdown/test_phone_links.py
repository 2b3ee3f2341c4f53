"""Which digits are a telephone number, and that a number becomes a link that calls it."""

import re

import markdown
import pytest
from handbook.markdown.phone_links import PhoneLinks, with_calls
from handbook.markdown.phone_numbers import address_of, numbers_in

NUMBERS = [
    ("gọi 1800.6838 (miễn phí)", ["18006838"]),
    ("Gọi **1900 1234** hoặc (024) 3826 1234.", ["19001234", "02438261234"]),
    ("Số tổ trực 0912 345 678, 0912345678 hay +84 912 345 678", ["0912345678", "0912345678", "+84912345678"]),
    ("tổng đài 024 1022 (nhánh 7)", ["0241022"]),
    ("tổng đài 111", ["111"]),
    ("Hãy gọi ngay số 113 nhé", ["113"]),
    ("Call 111 and tell the police", ["111"]),
    ("Báo tới đầu số 156", ["156"]),
    # a number in bold type, in a list of numbers, told to save or to ask
    ("- **113**: đang bị đe dọa", ["113"]),
    ("Gọi **113** (cháy: **114**), không ngồi gõ", ["113", "114"]),
    ("Lưu 111, 113, số công an xã vào máy.", ["111", "113"]),
    ("khi ấy hỏi 111 trước.", ["111"]),
    ("Phản ánh miễn phí tới 156 hoặc 5656.", ["156", "5656"]),
    ("Save 111 and the numbers of three people", ["111"]),
    # a helper among helpers
    ("ra công an xã, phường. Trẻ em: 111. Việc thuế", ["111"]),
    ("chỉ đường tới công an, trạm y tế, 111; giúp tìm việc", ["111"]),
    ("Trung tâm Phục vụ hành chính công, 111 cho trẻ em", ["111"]),
    # counts, parts of other numbers, times
    ("Gặp 111 người ở 113 xã", []),
    ("gọi 111 người", []),
    ("Có **113** xã và **115** phút", []),
    ("báo 156 vụ", []),
    ("tăng từ 100 tới 112.", []),
    ("Hà Nội, 126; Đà Nẵng, 111; Huế, 113.", []),
    ("Nghị định 113/2026/NĐ-CP, Điều 115, 117", []),
    ("105–115 phút, phút 112–120, 2026-115", []),
    ("gọi 113.000 đồng", []),
    ("1.800.683 lượt; 18006838900 đồng", []),
    ("năm 1900, 1900–1945, 01/9/2026", []),
    ("mã 0312345678901", []),
]


@pytest.mark.parametrize(("text", "digits"), NUMBERS)
def test_numbers_are_told_from_other_digits(text, digits):
    html = markdown.markdown(text, extensions=[PhoneLinks()])
    assert [link.partition(":")[2] for link in re.findall(r'href="([^"]+)"', html)] == digits


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Gọi 111.", '<p>Gọi <a href="tel:111">111</a>.</p>'),
        ("Gọi **1800.6838**", '<p>Gọi <strong><a href="tel:18006838">1800.6838</a></strong></p>'),
        ("[gọi 111](x.md)", '<p><a href="x.md">gọi 111</a></p>'),
        ("`gọi 111`", "<p><code>gọi 111</code></p>"),
        ("## Gọi 111", "<h2>Gọi 111</h2>"),
        ("nhắn tới 5656", '<p>nhắn tới <a href="sms:5656">5656</a></p>'),
        ("Gọi<br>111", '<p>Gọi<br><a href="tel:111">111</a></p>'),
        ("Gọi<sup>1</sup> 111 người", "<p>Gọi<sup>1</sup> 111 người</p>"),
    ],
)
def test_a_number_calls_unless_it_stands_in_a_link_code_or_heading(text, html):
    assert markdown.markdown(text, extensions=[PhoneLinks()]) == html


def called(html):
    return re.findall(r'href="((?:tel|sms):[^"]+)"', with_calls(html))


def test_what_was_html_from_the_start_calls_too():
    assert called("<details><summary>Gọi 111</summary><p>Gọi 113</p></details>") == ["tel:113"]
    assert called('<figure class="kit kit-so-do"><p>Mất máy thì gọi 1900.0368</p></figure>') == ["tel:19000368"]
    assert called('<p title="gọi 111">x</p><svg><text>gọi 111</text></svg><script>"gọi 111"</script>') == []


def test_what_a_fake_message_or_a_drawn_screen_shows_is_not_called_but_what_to_do_is():
    for kind in ("kit-tin-nhan kit-gia", "kit-man-hinh kit-hong"):
        html = f'<figure class="kit {kind}"><p>Gọi 1900.1234</p><p class="kit-lam"><b>Làm gì:</b> Gọi 111.</p></figure>'
        assert called(html) == ["tel:111"]
    assert called('<div class="kit-may"><p>Gọi 1900.1234</p></div>') == []


def table(*rows, attributes=""):
    return (
        "<table>"
        + "".join("<tr>" + "".join(f"<td{attributes}>{cell}</td>" for cell in row) + "</tr>" for row in rows)
        + "</table>"
    )


def test_a_short_number_alone_is_called_where_its_column_holds_telephone_numbers():
    assert called(table(("Mua phải hàng giả", "1800.6838"), ("Trẻ em", "111"))) == ["tel:18006838", "tel:111"]
    assert called(table(("Công an", "113"), ("Tổng đài", "1022 (nhánh 3); 0236 383 1022"))) == [
        "tel:113",
        "tel:1022",
        "tel:02363831022",
    ]
    assert called(table(("Hà Nội", "113"), ("Huế", "112"))) == []
    assert called(table(("113", "gọi 111"), ("112", ""))) == ["tel:111"]
    assert called(table(("Mua hàng", "1800.6838"), ("Xã", "113"), attributes=' class="so"')) == []


def test_the_html_stays_as_it_was_around_the_links():
    html = "<ul>\n<li>Gọi&nbsp;111 &amp; <!-- gọi 111 --><b>hỏi</b> 1800.6838</li><li>a < b</li></ul>"
    assert re.sub(r'<a href="tel:\d+">(.*?)</a>', r"\1", with_calls(html)) == html
    assert called(html) == ["tel:111", "tel:18006838"]


def test_messages_are_sent_and_all_others_called():
    assert [address_of(number) for number in ("5656", "156", "(024) 3826 1234", "+84 912 345 678")] == [
        "sms:5656",
        "tel:156",
        "tel:02438261234",
        "tel:+84912345678",
    ]
    assert numbers_in("gọi 113") == [(4, 7)]
