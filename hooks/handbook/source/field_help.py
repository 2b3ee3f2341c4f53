"""What each key of the front matter is called and for, in words for editors: forms and schemas show them."""

from __future__ import annotations

from collections.abc import Mapping

#: Key → name and explanation.
WORDS: Mapping[str, tuple[str, str]] = {
    "title": ("Tên bài", "Ngắn, nói đúng việc."),
    "tom_tat": ("Tóm tắt", "Hai câu, hiện ở đầu trang và trong danh sách."),
    "ngay": ("Ngày viết hoặc sửa", "Dạng năm-tháng-ngày; quyết định thứ tự trong “Mới cập nhật”."),
    "nhom": ("Thuộc phần", "Phần gần nhất của cẩm nang."),
    "tu_khoa": ("Từ khóa", "Từ người đọc hay gõ khi tìm, cả viết tắt."),
    "nguon": ("Nguồn", "Mỗi con số, ngày, quyền, mức phạt phải có nguồn."),
    "ten": ("Tên nguồn", "Tên báo hoặc cơ quan: nói điều gì."),
    "url": ("Địa chỉ", "Bắt đầu bằng https://."),
    "nguon.ngay": ("Ngày của nguồn", "2026-01-30, 2026-01, 2026 hoặc khong-ro."),
    "cho": ("Dẫn cho điều gì", "Điều lấy từ nguồn này."),
    "ra_soat": ("Ngày phải xem lại", "Quá ngày này, trang hiện lời nhắc."),
    "phu_trach": ("Người phụ trách", "Người hoặc nhóm rà soát trang."),
    "lien_quan": ("Trang đọc tiếp", "Đường dẫn tính từ docs/, ví dụ ky-nang/vneid.md."),
    "old_paths": ("Địa chỉ cũ", "Địa chỉ trước kia của trang, ví dụ chuyen-de/ten-cu.md."),
    "thu_tu": ("Thứ tự", "10, 20, 30 …: chỗ của chương trong phần."),
    "phu_luc": (
        "Trang phụ lục",
        "true: bộ thẻ, tờ phát, bài tập đi kèm các chương; chỉ hiện ở trang mục lục của phần, không hiện cạnh mọi bài.",
    ),
    "cho_trang": (
        "Bộ in cho trang",
        "Trang khác cũng mời người đọc tải bộ in của buổi, ví dụ nhiem-vu/kinh-phi-va-ho-tro.md.",
    ),
    "hinh": ("Hình vẽ của buổi", "id của một hình ở trang Hình vẽ, ví dụ lop-hoc."),
    "can_in": ("Bộ in của buổi", "id của thẻ, màn hình, tờ in, biểu mẫu mà buổi cần, theo thứ tự in."),
    "nhac_lai": (
        "Nhắc lại sau buổi",
        "Ba lần: tuan_2, thang_1, thang_3; mỗi lần ghi id của bài loa, bài đăng, tờ in, câu hỏi.",
    ),
    "tuan_2": ("Nhắc sau hai tuần", "id của bài loa (nhiều nhất 30 giây), bài đăng, tờ in, câu hỏi."),
    "thang_1": ("Nhắc sau một tháng", "id của bài loa (nhiều nhất 30 giây), bài đăng, tờ in, câu hỏi."),
    "thang_3": ("Nhắc sau ba tháng", "id của bài loa (nhiều nhất 30 giây), bài đăng, tờ in, câu hỏi."),
    "nhiem_vu_to": (
        "Nhiệm vụ của tổ",
        "Bài phục vụ việc nào trong bốn việc ở khoản 3 Điều 79 Nghị định 224/2026/NĐ-CP: huong-dan, canh-bao, pho-cap, phan-anh.",
    ),
    "nang_luc": (
        "Nhóm năng lực số",
        "Bài phục vụ nhóm nào trong bảy nhóm ở khoản 2 Điều 77 Nghị định 224/2026/NĐ-CP.",
    ),
    "chua_ro": ("Còn phải hỏi lại", "Điều bài chưa dám nói chắc: điều gì, hỏi gì, hỏi ai, trước ngày nào."),
    "dieu": ("Điều chưa rõ", "Câu chưa đủ căn cứ để nói chắc."),
    "hoi": ("Phải hỏi gì", "Câu hỏi để người phụ trách mang đi hỏi."),
    "ai": ("Hỏi ai", "Cơ quan hoặc người trả lời được."),
    "truoc": ("Hỏi xong trước ngày", "Dạng năm-tháng-ngày."),
    "da_thu": ("Đã thử các bước", "Ngày thử, ứng dụng, phiên bản; quá 12 tháng thì make check nhắc."),
    "da_thu.ngay": ("Ngày thử", "Dạng năm-tháng-ngày."),
    "ung_dung": ("Ứng dụng", "Tên ứng dụng hay trang đã thử."),
    "phien_ban": ("Phiên bản", "Số phiên bản ghi trong ứng dụng, nếu biết."),
    "cach": ("Thử cách nào", "tren-may: đã bấm trên máy; theo-huong-dan: mới đối chiếu với hướng dẫn có ngày."),
    "tinh": ("Tỉnh, thành phố", "Tên hiện nay."),
    "tinh_cu": ("Tỉnh cũ", "Tên trước ngày 01/7/2025, nếu đã đổi."),
    "dia_ban": ("Địa bàn", "Thôn, bản, xã, phường hiện nay."),
    "thoi_gian": ("Thời gian", "Lúc chuyện xảy ra, như nguồn ghi."),
    "so_lieu_den": ("Số liệu đến", "Số liệu tính đến lúc nào."),
    "cap_nhat_tiep": ("Ngày có số mới", "Ngày dự kiến có số liệu mới."),
    "muc_tin_cay": ("Mức tin cậy", "A: cơ quan nhà nước; B: báo dẫn cơ quan nhà nước; C: nguồn khác."),
    "cach_lam": ("Cách làm", "Cách đếm, cách tính, điều cần lưu ý."),
    "giay_phep": ("Giấy phép", "Giấy phép của số liệu, nếu biết."),
    "dinh_dang_so": ("Cách viết số", '"1.234,5" kiểu Việt Nam hoặc "1,234.5" kiểu Anh.'),
    "cot": ("Cột", "Tên, kiểu và đơn vị của từng cột."),
    "bieu_do": ("Biểu đồ", "Loại, trục ngang, các cột số và lời mô tả."),
}


def words_of(key: str, owner: str = "") -> tuple[str, str]:
    """Name and explanation of ``key`` inside ``owner``; the key itself where there are none."""
    return WORDS.get(f"{owner}.{key}") or WORDS.get(key) or (key, "")
