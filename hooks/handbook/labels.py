"""Words of the interface in both languages, for templates, tables and the book."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

LABELS: Mapping[str, Mapping[str, str]] = {
    "vi": {
        "updates": "Mới cập nhật", "undated": "chưa ghi ngày", "summary": "Tóm tắt", "sources": "Nguồn",
        "sources_note": "Nguồn được đọc qua bản lưu trên mạng; ngày ghi sau mỗi nguồn là ngày của trang đó.",
        "no_date": "không ghi ngày", "supports": "dẫn cho", "related": "Đọc tiếp", "written": "Cập nhật",
        "review_by": "Rà soát trước", "review_due": "Trang này đã quá hạn rà soát. Hãy kiểm tra lại trước khi dùng.",
        "as_of": "Nội dung chốt đến ngày", "not_legal": "Cẩm nang để tham khảo, không thay thế văn bản pháp luật.",
        "fallback": "Trang này chưa có bản dịch; dưới đây là bản tiếng Việt.",
        "download": "Tải bảng này", "source_missing": "Bảng này chưa có tên, nguồn và ngày. Chưa dùng làm căn cứ.",
        "data_as_of": "Số liệu đến", "trust": "Mức tin cậy", "method": "Cách làm", "licence": "Giấy phép",
        "next_update": "Cập nhật tiếp", "province": "Tỉnh, thành phố", "former": "trước 01/7/2025",
        "place": "Địa bàn", "when": "Thời gian", "table_page": "Xem bảng đầy đủ", "all_tables": "Tất cả các bảng", "table": "Bảng",
        "topic": "Nhóm", "table_due": "(đến hạn cập nhật)", "minutes": "phút đọc", "chapter_pdf": "Tải chương này (PDF)",
        "pages": "trang", "empty": "Chưa có bài nào.", "skip": "Bỏ qua, tới nội dung", "search": "Tìm trong cẩm nang",
        "old_pages": "xem thêm", "all": "Xem tất cả", "start": "Bắt đầu từ đâu?", "parts": "Bốn phần của cẩm nang",
        "size": "Dung lượng", "lookup_hint": "Gõ tên xã cũ hoặc xã mới, không cần dấu:", "filter_hint": "Lọc bảng (không cần gõ dấu):", "pdf_pages": "trang",
        "not_printed": "Bảng này quá dài nên không in trong sách. Hãy tra trên trang web hoặc tải tệp Excel.",
        "status_title": "Tình trạng nội dung",
        "status_lead": "Cho người biên tập: trang nào đến hạn rà soát, dẫn văn bản nào, đã dịch chưa.",
        "page": "Trang", "documents": "Văn bản được dẫn", "translation": "Bản tiếng Anh", "yes": "có", "no": "chưa",
        "owner": "Phụ trách", "due": "(quá hạn)", "stale": "cần xem lại",
        "cite": "Sao chép trích dẫn", "copied": "Đã chép",
        "tasks": "Hôm nay bạn cần làm gì?", "roles": "Bạn là ai?", "urgent": "Gấp", "more": "Tất cả các mục",
        "this_page": "Trong trang này", "share": "Chia sẻ", "send": "Gửi qua Zalo, tin nhắn…", "copy_link": "Chép liên kết",
        "share_hint": "Chép liên kết rồi dán vào Zalo hoặc tin nhắn.",
        "qr": "Mã QR mở trang này", "print": "In", "listen": "Nghe", "stop": "Dừng", "resume": "Nghe tiếp",
        "law_status": "Văn bản được dẫn trong bài", "law_as_of": "Tình trạng tính đến",
        "newest_at": "Bản mới nhất của trang này:", "chapter": "Bài",
        "edit": "Sửa trang này", "edit_data": "Sửa dữ liệu của trang này", "report": "Báo lỗi trang này", "mistake": "Sai sót",
        "write": "Viết bài mới",
        "not_built": "chưa dựng trong bản xem thử",
        "book_intro": "Sách khổ A5, đọc trên điện thoại được, in hai trang trên một tờ A4 được. "
                      "Bấm vào mục lục trong sách để tới chương.",
        "book_vi": "Cả cuốn, tiếng Việt", "book_en": "Cả cuốn, tiếng Anh (phần chưa dịch in bản tiếng Việt)",
        "books": "Sách in (PDF)", "data_files": "Số liệu",
        "data_intro": "Mỗi bảng số liệu tải được dạng CSV và Excel ở cuối trang của bảng.",
    },
    "en": {
        "updates": "Recently updated", "undated": "no date given", "summary": "Summary", "sources": "Sources",
        "sources_note": "Sources were read as archived copies; the date after each source is that page's own.",
        "no_date": "no date", "supports": "for", "related": "Read next", "written": "Updated",
        "review_by": "Review by", "review_due": "This page is past its review date. Check it again before use.",
        "as_of": "Content as of", "not_legal": "For information; it does not replace the legal texts.",
        "fallback": "This page has not been translated yet; the Vietnamese text follows.",
        "download": "Download this table", "source_missing": "This table has no title, source or date yet. Do not rely on it.",
        "data_as_of": "Data up to", "trust": "Trust level", "method": "Method", "licence": "Licence",
        "next_update": "Next update", "province": "Province or city", "former": "before 1 July 2025",
        "place": "Place", "when": "Time", "table_page": "See the full table", "all_tables": "All tables", "table": "Table",
        "topic": "Topic", "table_due": "(update due)", "minutes": "min read", "chapter_pdf": "Download this chapter (PDF)",
        "pages": "pages", "empty": "Nothing here yet.", "skip": "Skip to content", "search": "Search the handbook",
        "old_pages": "more", "all": "See all", "start": "Where to start", "parts": "The four parts",
        "size": "Size", "lookup_hint": "Type an old or new commune name, accents not needed:", "filter_hint": "Filter the table:", "pdf_pages": "pages",
        "not_printed": "This table is too long to print in the book. Look it up on the site or download the Excel file.",
        "status_title": "State of the content",
        "status_lead": "For editors: which pages are due for review, what they cite, whether they are translated.",
        "page": "Page", "documents": "Documents cited", "translation": "English version", "yes": "yes", "no": "not yet",
        "owner": "Owner", "due": "(overdue)", "stale": "to be reviewed",
        "cite": "Copy citation", "copied": "Copied",
        "tasks": "What do you need today?", "roles": "Who are you?", "urgent": "Urgent", "more": "All sections",
        "this_page": "On this page", "share": "Share", "send": "Send by message or app…", "copy_link": "Copy link",
        "share_hint": "Copy the link and paste it into a message.",
        "qr": "QR code that opens this page", "print": "Print", "listen": "Listen", "stop": "Stop", "resume": "Continue",
        "law_status": "Legal documents cited here", "law_as_of": "Status as of",
        "newest_at": "The newest edition of this page:", "chapter": "Page",
        "edit": "Edit this page", "edit_data": "Edit the data of this page", "report": "Report a mistake on this page",
        "mistake": "Mistake", "write": "Write a new page",
        "not_built": "not built in this preview",
        "book_intro": "A5 pages: readable on a phone, two to an A4 sheet on paper. "
                      "The table of contents in the book is a list of links.",
        "book_vi": "The whole book in Vietnamese", "book_en": "The whole book in English (untranslated pages in Vietnamese)",
        "books": "Printed book (PDF)", "data_files": "Data",
        "data_intro": "Every data table can be downloaded as CSV and Excel at the end of its page.",
    },
}

_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
           "November", "December")


def show_date(date: dt.date, language: str) -> str:
    """A date as readers write it: ``24/11/2026`` or ``24 November 2026``."""
    if language == "en":
        return f"{date.day} {_MONTHS[date.month - 1]} {date.year}"
    return f"{date.day:02d}/{date.month:02d}/{date.year}"


def show_period(period: str, language: str) -> str:
    """A source's date (``2026-01-30``, ``2026-01``, ``2026`` or ``khong-ro``) for readers."""
    if period == "khong-ro":
        return LABELS[language]["no_date"]
    parts = [int(part) for part in period.split("-")]
    if len(parts) == 3:
        return show_date(dt.date(*parts), language)
    if len(parts) == 2:
        return f"{_MONTHS[parts[1] - 1]} {parts[0]}" if language == "en" else f"{parts[1]:02d}/{parts[0]}"
    return period


def show_size(size: int, language: str) -> str:
    """Bytes as megabytes with one decimal, at least 0.1."""
    text = f"{max(size / 1_000_000, 0.1):.1f} MB"
    return text if language == "en" else text.replace(".", ",")
