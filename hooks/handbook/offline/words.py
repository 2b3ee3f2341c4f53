"""What the offline copies say of themselves, in both languages."""

from __future__ import annotations

from collections.abc import Mapping

WORDS: Mapping[str, Mapping[str, str]] = {
    "vi": {
        "cover": "Bìa",
        "imprint": "Về ấn bản này",
        "contents": "Mục lục",
        "start": "Bắt đầu đọc",
        "chapter": "Chương",
        "part": "Phần",
        "sources": "Nguồn",
        "supports": "dẫn cho",
        "updated": "Cập nhật",
        "online": "Bản trên mạng",
        "edition": "Ấn bản",
        "version": "Phiên bản",
        "as_of": "Nội dung đến",
        "review": "Xem lại trước",
        "untranslated": "Trang chưa dịch",
        "old": "Bản này đã hơn một năm: nội dung đến {as_of}. Luật, mức phạt, màn hình ứng dụng có thể đã đổi. Hãy xin bản mới trước khi dùng.",
        "fallback": "Chương này chưa có bản dịch; dưới đây là bản tiếng Việt.",
        "unchecked": "Ô để đánh dấu",
        "checked": "Ô đã đánh dấu",
        "unknown": "không rõ tác giả",
        "reference": "Cẩm nang để tham khảo, không thay thế văn bản pháp luật. Khi cần căn cứ để quyết định, hãy đọc "
        "văn bản gốc còn hiệu lực hoặc hỏi cơ quan có thẩm quyền.",
        "no_endorsement": "Không cơ quan, tổ chức nào bảo chứng cho nội dung, và cẩm nang không đại diện cho cơ quan, "
        "tổ chức nào.",
        "licence": "Nội dung theo giấy phép CC BY 4.0: được chép, in, sửa, dịch, miễn là ghi tên “Cẩm nang chuyển đổi "
        "số” và nói rõ đã sửa gì.",
        "access_summary": "Sách chữ, có mục lục và tiêu đề phân cấp; bảng có hàng tiêu đề; biểu đồ có lời mô tả và bảng "
        "số đi kèm; đổi được cỡ chữ và màu.",
    },
    "en": {
        "cover": "Cover",
        "imprint": "About this edition",
        "contents": "Contents",
        "start": "Start reading",
        "chapter": "Chapter",
        "part": "Part",
        "sources": "Sources",
        "supports": "for",
        "updated": "Updated",
        "online": "Online",
        "edition": "Edition",
        "version": "Version",
        "as_of": "Content as of",
        "review": "Review before",
        "untranslated": "Not yet translated",
        "old": "This copy is more than a year old: its content is as of {as_of}. Laws, fines and app screens may have changed. Get a newer copy before you rely on it.",
        "fallback": "This chapter has not been translated yet; the Vietnamese text follows.",
        "unchecked": "Box to tick",
        "checked": "Ticked box",
        "unknown": "unknown author",
        "reference": "For information; it does not replace the legal texts. For a decision, read the original document "
        "in force or ask the competent authority.",
        "no_endorsement": "No agency or organisation endorses the content, and the handbook represents none.",
        "licence": "Content under CC BY 4.0: you may copy, print, change and translate it if you name “Cẩm nang chuyển "
        "đổi số” and say what you changed.",
        "access_summary": "Text with a table of contents and nested headings; tables have header cells; charts have a "
        "description and the table of their figures; type size and colours can be changed.",
    },
}

READ_FIRST = """\
CẨM NANG CHUYỂN ĐỔI SỐ: BẢN ĐỌC KHÔNG CẦN MẠNG
Nội dung chốt đến ngày {as_of}. Ấn bản {edition}.
{newest}
TRÊN MÁY TÍNH (Windows, macOS, Linux)
1. Giải nén tệp zip trước: bấm chuột phải, chọn "Extract All…" (Giải nén tất cả).
   Đừng mở trang web khi còn nằm trong tệp zip: các liên kết sẽ không chạy.
2. Bấm đúp vào tệp mo-trang-nay.html, hoặc mở thư mục {folder}, bấm đúp vào index.html.
   Trang mở bằng trình duyệt có sẵn (Edge, Chrome, Firefox…), tìm kiếm dùng được,
   không hỏi gì từ mạng.
3. Muốn mang đi: chép cả thư mục {folder} và tệp mo-trang-nay.html vào USB.
   Đừng chép riêng một tệp khác. Tệp PDF để in nằm trong {folder}/tai-ve.

TRÊN ĐIỆN THOẠI ANDROID
1. Mở tệp zip bằng ứng dụng Files (Tệp), chọn "Extract" (Giải nén) vào thư mục Download.
2. Mở Chrome, gõ vào ô địa chỉ rồi bấm Enter:
   file:///sdcard/Download/{folder}/index.html
3. Nếu Chrome báo không được phép mở, hoặc trang mở ra mà bấm liên kết không chạy:
   nhiều máy Android đời mới chặn trình duyệt đọc tệp trong máy. Khi đó hãy dùng
   - tệp EPUB (mở bằng ứng dụng đọc sách), hoặc
   - tệp ZIM (mở bằng ứng dụng Kiwix), hoặc
   - sách PDF.
   Cả ba có ở mục "Tải về" của cẩm nang{downloads}.

Cẩm nang để tham khảo, không thay thế văn bản pháp luật.
Nội dung theo giấy phép CC BY 4.0.

----
ENGLISH: unpack the zip first, then open {folder}/index.html in a browser.
The English pages are behind the language button at the top of the page.
"""

# A page of its own, without the site's styles: it lies beside the folder, and must open if only that was copied.
START_PAGE = """<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Cẩm nang chuyển đổi số: mở trang này trước</title>
<style>
body {{ font: 1.15rem/1.6 Roboto, system-ui, sans-serif; max-width: 36rem; margin: 0 auto; padding: 1.5rem 1rem; border-top: .5rem solid #0b4a7d; }}
h1 {{ font-size: 1.7rem; line-height: 1.25; }}
h2 {{ font-size: 1.25rem; margin-top: 2rem; }}
li {{ margin: .7rem 0; }}
summary {{ font-weight: 700; padding: .5rem 0; }}
.mo {{ display: block; padding: .9rem 1.1rem; background: #0b4a7d; color: #fff; font-weight: 700; text-decoration: none; border-radius: .3rem; }}
</style>
</head>
<body>
<h1>Cẩm nang chuyển đổi số</h1>
<p>Đọc không cần mạng. Nội dung đến {as_of}.</p>
<p><a class="mo" href="{folder}/index.html">Mở cẩm nang</a></p>
{english}{prints}<h2>Chép cho người khác</h2>
<p>Chép cả thư mục <strong>{folder}</strong> và tệp này. Trên điện thoại không mở được thì dùng tệp EPUB hoặc PDF; cách làm ở tệp <a href="{folder}/doc-truoc.txt">doc-truoc.txt</a>.</p>
{age}
</body>
</html>
"""
