"""The words that the book itself adds around the chapters, in both languages."""

from __future__ import annotations

from collections.abc import Mapping

WORDS: Mapping[str, Mapping[str, object]] = {
    "vi": {
        "contents": "Mục lục", "part": "Phần", "chapter": "Chương", "page": "tr.", "sources": "Nguồn",
        "supports": "dẫn cho", "updated": "Cập nhật", "online": "Bản trên mạng", "edition": "Ấn bản",
        "version": "Phiên bản", "printed_on": "Ngày ra", "as_of": "Nội dung chốt đến ngày",
        "fallback": "This chapter has not been translated yet; the Vietnamese text follows.",
        "qr_alt": "Mã QR dẫn tới trang này trên mạng: ", "checked": "đã xong", "unchecked": "chưa xong",
        "checked_box": "Ô đã đánh dấu", "unchecked_box": "Ô trống để đánh dấu",
        "row": "Mỗi mục gồm", "cards": "Thẻ việc", "card": "Thẻ việc", "continued": "tiếp theo",
        "tags": {"note": "Ghi chú", "abstract": "Tóm tắt", "info": "Thông tin", "tip": "Gợi ý", "success": "Nên làm",
                 "question": "Câu hỏi", "warning": "Lưu ý", "failure": "Không nên", "danger": "Nguy hiểm",
                 "bug": "Lỗi", "example": "Ví dụ", "quote": "Trích"},
        "large_print": "Bản chữ to", "ink_saving": "Bản in tiết kiệm mực", "read_more": "Đọc thêm trong",
        "extract": "Trích từ", "not_set": "Trang này không dàn được vào sách; hãy đọc bản trên mạng.",
        "annexes": "Tra cứu cuối sách", "list_cards": "Các thẻ việc", "list_tables": "Các bảng số liệu",
        "list_laws": "Văn bản được dẫn",
        "commune": {"title": "Khi cần, gọi ai?", "members": "Người trong tổ", "places": "Nơi cần biết",
                    "heads": ["Tên và việc phụ trách", "Điện thoại"], "place_heads": ["Nơi, địa chỉ, giờ làm việc", "Điện thoại"],
                    "privacy": "Người của tổ không hỏi mật khẩu, mã PIN hay mã OTP của bạn. Trang này do tổ tự điền; số điện "
                               "thoại chỉ để bà con trong xã gọi tổ, đừng đưa lên mạng."},
        "imprint": "Về ấn bản này",
        "imprint_text": [
            "Cẩm nang để tham khảo, không thay thế văn bản pháp luật. Khi cần căn cứ để quyết định, "
            "hãy đọc văn bản gốc còn hiệu lực hoặc hỏi cơ quan có thẩm quyền.",
            "Không cơ quan, tổ chức nào bảo chứng cho nội dung, và cẩm nang không đại diện cho cơ quan, tổ chức nào.",
            "Nguồn được chọn theo thứ tự: văn bản và trang của cơ quan nhà nước; báo chí dẫn cơ quan nhà nước; rồi mới "
            "tới nguồn khác. Nguồn được đọc qua bản lưu của các trang công khai; ngày ghi sau mỗi nguồn là ngày của "
            "trang đó. Điều chưa kiểm chứng được thì bỏ ra hoặc nói rõ là cần hỏi lại.",
            "Nội dung theo giấy phép CC BY 4.0: được chép, in, sửa, dịch, miễn là ghi tên “Cẩm nang chuyển đổi số” và "
            "nói rõ đã sửa gì. Phần mềm dựng sách theo giấy phép MIT. Chữ in: Source Sans Pro, giấy phép OFL.",
        ],
    },
    "en": {
        "contents": "Contents", "part": "Part", "chapter": "Chapter", "page": "p.", "sources": "Sources",
        "supports": "for", "updated": "Updated", "online": "Online", "edition": "Edition", "version": "Version",
        "printed_on": "Issued", "as_of": "Content as of",
        "fallback": "This chapter has not been translated yet; the Vietnamese text follows.",
        "qr_alt": "QR code leading to this page online: ", "checked": "done", "unchecked": "to do",
        "checked_box": "Ticked box", "unchecked_box": "Empty box to tick",
        "row": "Each entry gives", "cards": "Task cards", "card": "Task card", "continued": "continued",
        "tags": {"note": "Note", "abstract": "Summary", "info": "Information", "tip": "Tip", "success": "Do",
                 "question": "Question", "warning": "Warning", "failure": "Do not", "danger": "Danger",
                 "bug": "Bug", "example": "Example", "quote": "Quote"},
        "large_print": "Large print", "ink_saving": "Ink-saving edition", "read_more": "Read more in",
        "extract": "From", "not_set": "This page could not be set in the book; please read it online.",
        "annexes": "Indexes", "list_cards": "Task cards", "list_tables": "Tables",
        "list_laws": "Documents cited",
        "commune": {"title": "Whom to call", "members": "The team", "places": "Good to know",
                    "heads": ["Name and task", "Telephone"], "place_heads": ["Place, address, opening hours", "Telephone"],
                    "privacy": "Nobody of the team asks for your password, PIN or one-time code. The team filled in this "
                               "page; the numbers are for people of the commune, please do not put them online."},
        "imprint": "About this edition",
        "imprint_text": [
            "For information; it does not replace the legal texts. For a decision, read the original document in "
            "force or ask the competent authority.",
            "No agency or organisation endorses the content, and the handbook represents none.",
            "Sources are chosen in this order: documents and pages of state agencies; the press quoting state agencies; "
            "then others. They were read as archived copies of public pages; the date after each source is that page's "
            "own. What could not be verified is left out or marked as such.",
            "Content under CC BY 4.0: you may copy, print, change and translate it if you name “Cẩm nang chuyển đổi số” "
            "and say what you changed. Software under the MIT licence. Typeface: Source Sans Pro, OFL.",
        ],
    },
}
