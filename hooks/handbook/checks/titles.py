"""What each code of the readers is for, in one line, as the rules of the registry have it."""

from __future__ import annotations

from collections.abc import Mapping

_PAGES = {
    "khai-bao-yaml": "Phần khai báo ở đầu trang đọc được", "khai-bao-thieu": "Trang có phần khai báo ở đầu",
    "khai-bao-thieu-khoa": "Phần khai báo đủ các khóa bắt buộc", "khai-bao-khoa-la": "Phần khai báo chỉ có khóa đã biết",
    "khai-bao-trung": "Mỗi khóa khai một lần", "khai-bao-trong": "Khóa đã khai thì có giá trị", "khai-bao-ngay": "Ngày là ngày có thật",
    "khai-bao-lua-chon": "Giá trị nằm trong danh sách cho phép", "khai-bao-kieu": "Giá trị đúng kiểu", "khai-bao-gia-tri": "Giá trị viết đúng dạng",
    "ma-hoa": "Tệp chữ lưu bằng UTF-8", "ten-tep": "Tên tệp chỉ có chữ thường không dấu, số, gạch nối",
    "tep-la": "Thư mục chỉ có loại tệp nó đọc được", "thu-muc-la": "Bài nằm trong một mục của cẩm nang",
    "lien-ket-dang": "Liên kết trong cẩm nang trỏ tới tệp .md", "lien-ket-hong": "Trang mà liên kết trỏ tới phải có",
    "lien-ket-muc": "Mục mà liên kết trỏ tới phải có", "lien-ket-nguy-hiem": "Liên kết không chạy mã",
    "lien-quan-khong-co": "Trang liên quan phải có", "html-the": "Bài chỉ dùng thẻ HTML được phép",
    "html-thuoc-tinh": "Thẻ HTML chỉ có thuộc tính được phép", "html-dau-trang": "Phần khai báo không có HTML",
    "html-nguy-hiem": "Trang dựng xong không chạy mã lạ", "svg-nguy-hiem": "Hình SVG không chạy mã, không lấy dữ liệu từ nơi khác",
    "script-la": "Trang chỉ có script của giao diện", "anh-hong": "Tệp ảnh đọc được", "dia-chi-cu": "Địa chỉ cũ không trùng trang đang có hay thư mục của hệ thống",
    "dia-chi-la": "Địa chỉ cũ là địa chỉ từng công bố", "dia-chi-mat": "Địa chỉ đã công bố vẫn dẫn tới một trang",
    "kho-la": "Tên kho có dạng to-chuc/ten-kho",
}
_TABLES = {
    "bang-thieu-md": "Bảng số liệu có trang .md cùng tên", "bang-thieu-so-lieu": "Trang của bảng có tệp số liệu cùng tên",
    "bang-trung-ten": "Mỗi bảng một tệp số liệu", "bang-trong": "Bảng có số liệu", "bang-hong": "Tệp bảng tính mở được",
    "bang-ma": "Chữ trong bảng đọc được đúng", "bang-ma-cu": "Chữ trong bảng dùng Unicode", "bang-qua-rong": "Trang tính vừa sức đọc",
    "bang-tieu-de": "Bảng có một hàng tiêu đề rõ ràng", "bang-cot-khong-ten": "Cột nào cũng có tên", "bang-cot-trung": "Các cột khác tên nhau",
    "bang-cot-la": "Cột được nhắc tới có trong bảng", "bang-gop-o": "Ô gộp không che mất số liệu", "bang-gop-so": "Số không nằm trong ô gộp nhiều hàng",
    "bang-hai": "Mỗi trang tính một bảng", "bang-hang-khong-ten": "Hàng nào cũng có tên", "bang-nhu-tren": "Ô ghi giá trị, không ghi “như trên”",
    "bang-khong-co": "Bảng được nhắc tới phải có", "bang-loc-trong": "Điều kiện lọc chọn được hàng", "bang-tuy-chon": "Khối bảng dùng tùy chọn đã biết",
    "bieu-do": "Biểu đồ không gây hiểu sai", "trang-tinh": "Trang tính được chọn phải có", "csv-dau-ngan": "CSV dùng một loại dấu ngăn cột",
    "csv-nhay": "Dấu nháy trong CSV có mở có đóng", "csv-so-o": "Các dòng CSV có cùng số ô", "ky-tu-la": "Ô không có ký tự lạ",
    "ma-html": "Ô không có mã HTML", "ngay-sai": "Ngày trong bảng là ngày có thật", "ngay-mat-dinh-dang": "Ngày còn định dạng ngày",
    "o-an": "Không có hàng, cột bị ẩn", "o-cong-thuc": "Ô công thức đã tính xong", "o-gach": "Không có ô bị gạch ngang",
    "o-ghi-chu": "Lời ghi chú của ô viết vào bảng", "o-loi": "Ô không báo lỗi của Excel", "so-chia": "Định dạng của ô không chia nhỏ số",
    "so-dinh-dang": "Số viết theo một kiểu đã khai", "so-don-vi": "Một cột một đơn vị", "so-hai-cach": "Số chỉ đọc được một cách",
    "so-lan-kieu": "Một cột một kiểu viết số", "so-qua-dai": "Số đủ ngắn để Excel giữ nguyên chữ số", "so-rut-gon": "Số dài không bị Excel rút gọn",
    "so-sai": "Cột số chỉ có số", "so-trich": "Số trích trong câu tìm được trong bảng",
}
_LAW_AND_TERMS = {
    "cot-la": "Danh mục chỉ có cột đã biết", "cot-thieu": "Danh mục đủ cột", "cot-trung": "Cột của danh mục không lặp", "dong-thua-o": "Dòng không nhiều ô hơn tiêu đề",
    "thuat-ngu-dai": "Giải nghĩa vừa khung gợi ý", "thuat-ngu-thieu": "Thuật ngữ đủ thông tin", "thuat-ngu-trung": "Mỗi cách viết thuộc một thuật ngữ",
    "van-ban-cu": "Bài dẫn văn bản còn hiệu lực", "van-ban-cu-sai": "Chỉ đánh dấu chuyện cũ cho văn bản cũ", "van-ban-la": "Văn bản được dẫn có trong danh mục",
    "van-ban-thieu-dau": "Số hiệu văn bản viết đủ dấu", "van-ban-loai": "Loại văn bản đã biết", "van-ban-lua-chon": "Ô chọn nhận giá trị đã định",
    "van-ban-ngay": "Ngày của văn bản viết đúng", "van-ban-ngay-nguoc": "Văn bản không có hiệu lực trước khi ban hành",
    "van-ban-ngay-sau": "Ngày của văn bản không sau ngày chốt nội dung", "van-ban-nam-lech": "Năm trong số hiệu khớp ngày ban hành",
    "van-ban-nguon": "Nguồn của văn bản là địa chỉ web", "van-ban-nguon-thieu": "Văn bản có đủ nguồn", "van-ban-so-hieu": "Số hiệu viết đúng dạng",
    "van-ban-ten-ngan": "Tên ngắn của văn bản dùng được", "van-ban-ten-trung": "Mỗi tên ngắn chỉ một văn bản", "van-ban-tham-chieu": "Văn bản được nhắc trong ô viết đúng dạng",
    "van-ban-thay-the-la": "Văn bản thay thế có trong danh mục", "van-ban-thay-the-trung": "Văn bản thay thế chỉ rõ một văn bản",
    "van-ban-thieu-o": "Dòng văn bản đủ ô bắt buộc", "van-ban-thieu-so-hieu": "Dòng văn bản có số hiệu",
    "van-ban-tinh-trang": "Tình trạng khớp với ngày", "van-ban-trung": "Mỗi văn bản một dòng", "van-ban-vong": "Các văn bản không thay thế vòng quanh",
}
_BOOKS = {
    "sach-bien-moi-truong": "HANDBOOK_BOOK có giá trị đã biết", "sach-hinh-hong": "Hình in được", "sach-lien-ket-muc": "Liên kết trong sách có nơi tới",
    "sach-phan-tu-la": "Sách biết cách in mọi phần của trang", "sach-thieu-chu": "Phông chữ của sách có đủ chữ",
    "sach-thieu-mo-ta": "Hình trong sách có lời mô tả", "sach-trang-hong": "Trang dàn được vào sách", "sach-typst": "Sách dựng được trọn vẹn",
    "epub-anh": "Ảnh vào được EPUB", "epub-phan-tu-la": "EPUB chỉ có phần tử nó biết", "epub-svg": "Hình SVG đúng cú pháp",
    "ngoai-tuyen-mang": "Bản ngoại tuyến không gọi ra mạng", "ngoai-tuyen-ten-tep": "Tên tệp mở được trên mọi máy",
    "xa-chuong": "Phần, chương mà xã chọn phải có", "xa-gia-tri": "Giá trị trong tệp của xã viết đúng dạng", "xa-khoa-la": "Tệp của xã chỉ có khóa đã biết",
    "xa-kieu": "Giá trị trong tệp của xã đúng kiểu", "xa-phan": "Phần chia viết dạng 3/20", "xa-rieng-tu": "Tệp của xã không lên kho chung",
    "xa-tep": "Tệp của xã đọc được", "xa-thieu": "Tệp của xã đủ khóa bắt buộc", "xa-trong": "Thư mục của xã có tệp khai",
    "xa-trung": "Mỗi khóa trong tệp của xã khai một lần", "xa-trung-ten": "Mỗi xã một tên tệp", "xa-yaml": "Tệp của xã đọc được (YAML)",
}
#: Code → title.
TITLES: Mapping[str, str] = {**_PAGES, **_TABLES, **_LAW_AND_TERMS, **_BOOKS}
