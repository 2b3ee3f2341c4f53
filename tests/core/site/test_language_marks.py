"""What is Vietnamese on an English page says so; names inside English sentences need not."""

import pytest
from handbook.site.pages.language_marks import with_vietnamese_marked

CASES = [
    ('<a><span class="x">Kỹ năng số</span></a>', '<a><span class="x" lang="vi">Kỹ năng số</span></a>'),
    ("<a>Nghị định 168/2017/NĐ-CP</a>", '<a lang="vi">Nghị định 168/2017/NĐ-CP</a>'),
    ("<a>OTP và SIM</a>", '<a lang="vi">OTP và SIM</a>'),
    ("<a>Nhóm Zalo, trang và Zalo OA: viết gì</a>", '<a lang="vi">Nhóm Zalo, trang và Zalo OA: viết gì</a>'),
    ("<option>nhãn hàng hóa</option>", '<option lang="vi">nhãn hàng hóa</option>'),
    ("<em>“để con làm cho nhanh”</em>", '<em lang="vi">“để con làm cho nhanh”</em>'),
    ("<h2>U Minh Thượng: bảy giờ sáng</h2>", '<h2 lang="vi">U Minh Thượng: bảy giờ sáng</h2>'),
    # In part
    ("<p>Data up to: cả năm 2024.</p>", '<p>Data up to: <span lang="vi">cả năm 2024.</span></p>'),
    ("<p>Về Ngày Chuyển đổi số. In force.</p>", '<p><span lang="vi">Về Ngày Chuyển đổi số.</span> In force.</p>'),
    ("<p>They say mật khẩu to nobody</p>", '<p>They say <span lang="vi">mật khẩu</span> to nobody</p>'),
    ("<p>*Back* is “quay lại” (go back)</p>", '<p>*Back* is “<span lang="vi">quay lại</span>” (go back)</p>'),
    ("<p>press citing a state body (điểm)</p>", '<p>press citing a state body (<span lang="vi">điểm</span>)</p>'),
    ("<p>a <b>Kỹ năng</b> b</p>", '<p>a <b lang="vi">Kỹ năng</b> b</p>'),
    ("<h2>Giao Ninh: người trẻ cầm máy</h2>", '<h2 lang="vi">Giao Ninh: người trẻ cầm máy</h2>'),
    ("<h2>Nam Ka: một nghìn hộ. VNeID: vào nhà</h2>", '<h2 lang="vi">Nam Ka: một nghìn hộ. VNeID: vào nhà</h2>'),
    ("<li>24/11/2026: ấn bản đầu tiên</li>", '<li lang="vi">24/11/2026: ấn bản đầu tiên</li>'),
    (
        "<title>Nghị định 15/2020/NĐ-CP - Handbook</title>",
        '<title lang="vi">Nghị định 15/2020/NĐ-CP - Handbook</title>',
    ),
    # Our own words around an untranslated text
    (
        '<div lang="vi"><p lang="en">Follows chữ ký số of <b>Thử nghiệm</b></p><div>Một</div><p>Hai</p></div>',
        '<div lang="vi"><p lang="en">Follows <span lang="vi">chữ ký số</span> of <b lang="vi">Thử nghiệm</b></p>'
        "<div>Một</div><p>Hai</p></div>",
    ),
    # Names after which a part is called
    (
        '<nav class="md-nav" aria-label="Trong buổi"><a>Giữa buổi</a></nav>',
        '<nav class="md-nav" lang="vi" aria-label="Trong buổi"><a>Giữa buổi</a></nav>',
    ),
]
LEFT = [
    "<h2>Stories from Huế</h2>",
    "<dd>Hà Nam, Nam Định and Ninh Bình</dd>",
    "<p>Decree 224/2026/NĐ-CP has an article of its own</p>",
    '<a lang="vi">Kỹ năng</a>',
    '<div lang="vi"><div>Kỹ năng <b>số</b></div><p>Kỹ năng</p></div>',
    '<div class="so-lieu" aria-label="Huế in the data tables">x</div>',
    "<script>x = 'Kỹ năng số';</script>",
    "<title>Stories from Huế - Handbook</title>",
    '<p title="Kỹ năng số">text</p>',
    "<p>plain English, no accents</p>",
    "<p>one man born in 1955 lost 50 million đồng to it</p>",
    "<td>Ch’ơm Commune, Gari Commune was joined with M'drắk Commune</td>",
    "<p>under the name “Hue” in the table of Huế Province</p>",
]


@pytest.mark.parametrize(("html", "marked"), CASES)
def test_vietnamese_is_marked(html, marked):
    assert with_vietnamese_marked(html) == marked
    assert with_vietnamese_marked(marked) == marked


@pytest.mark.parametrize("html", LEFT)
def test_what_is_left(html):
    assert with_vietnamese_marked(html) == html


def test_a_vietnamese_title_is_not_the_page():
    html = '<title lang="vi">Kỹ năng</title><p>Kỹ năng</p>'
    assert with_vietnamese_marked(html) == '<title lang="vi">Kỹ năng</title><p lang="vi">Kỹ năng</p>'


def test_after_a_vietnamese_part_the_page_is_english_again():
    html = '<div lang="vi"><br><div>một</div></div><p>Kỹ năng</p>'
    assert with_vietnamese_marked(html) == '<div lang="vi"><br><div>một</div></div><p lang="vi">Kỹ năng</p>'
