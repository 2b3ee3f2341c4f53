"""The files that programs and habits leave odd; written by ``make_files.py`` with the rest."""

from __future__ import annotations

import datetime as dt

from make_files import grid, ods_cell, ods_rows

TEXT = {
    "nhom-mot-chu": "Nhóm,Số người\nA,1\nB,2\nC,3\n",
    "bang-markdown": "| Tỉnh | Số xã |\n|:---|---:|\n| Huế | 40 |\n| Hà Nội | 126 |\n",
    "bang-thu-hai-khac-cot": "Xã,Số hộ\nTân An,5\nTân Bình,6\n\nXã,Kinh phí\nTân An,7\nTân Bình,8\n",
    "nguon-hai-o": "Xã,Số hộ,Kinh phí\nTân An,5,1\nTân Bình,6,2\nNguồn:,UBND tỉnh,\n(1) Số liệu sơ bộ,,\n",
    "mat-o-gop": "Tỉnh,Xã,Số tổ\nHuế,A Lưới,1\n,Phú Lộc,2\nHà Nội,Ba Vì,3\n",
    "hang-don-vi": "Xã,Số hộ,Kinh phí\n,hộ,triệu đồng\nTân An,5,10\nTân Bình,6,20\n",
    "dau-nhu-tren": "Tỉnh,Xã,Số tổ\nHuế,A Lưới,1\n\u2033,Phú Lộc,2\n-nt-,Phú Vang,3\n",
    "so-rut-gon": "Hộ,Mã định danh\nA,1.23E+11\nB,8.49E+10\nC,####\n",
    "ma-html": "Tỉnh,Ghi chú\nHuế,A &amp; B\nHà Nội,R&D và C&C\n",
    "ky-tu-vo-hinh": "Tỉnh,Số xã\n\u200bHuế,40\u2060\nHà\u00ad Nội,\ufeff126\n",
    "tru-go-word": "Tỉnh;Thay đổi\nHuế;–5,2\nHà Nội;4,5\nĐà Nẵng;1–2\n",
    "tru-phia-sau": "Tỉnh;Thay đổi\nHuế;5,2-\nHà Nội;4,5\nĐà Nẵng;'6\nCần Thơ;O\nĐắk Lắk;7,5\nGia Lai;8\nSơn La;9\n",
    "tien-dong": "Tỉnh;Kinh phí\nHuế;1.500.000,5 ₫\nHà Nội;2.500.000 VNĐ\nĐà Nẵng;3.500.000 VND\n",
    "chua-co-so": "Tỉnh,Số tổ\nHuế,KXĐ\nHà Nội,5\nĐà Nẵng,Chưa có số liệu\nCần Thơ,6\n",
    "giai-doan": "Giai đoạn,Số tổ\n2021-2025,5\n2026-2030,6\n",
    "moc-nam": "Mốc,Số tổ\n2025*,5\n2030 (dự kiến),6\n",
    "ky-viet-tat": "Kỳ,Số tổ\nT1/2025,1\nQ2.2025,2\n2025/11/30,3\nT12/2025,4\n",
    "dau-so": "Tổng đài,Việc\n111,Trẻ em\n113,Công an\n18001091,Tư vấn\n",
    "ma-xa": "Mã xã,Tên xã\n27,Tân An\n1105,Tân Bình\n",
}


def date_heads(book, sheet):
    month = book.add_format({"num_format": "mm/yyyy"})
    sheet.write("A1", "Tỉnh")
    for column, day in enumerate((dt.datetime(2025, 1, 1), dt.datetime(2025, 2, 1)), start=1):
        sheet.write_datetime(0, column, day, month)
    sheet.write_row(1, 0, ["Huế", 5, 6])
    sheet.write_row(2, 0, ["Hà Nội", 1, 2])


def three_levels(book, sheet):
    sheet.merge_range("A1:A3", "Tỉnh")
    sheet.merge_range("B1:E1", "Số tổ")
    sheet.merge_range("B2:C2", "2024")
    sheet.merge_range("D2:E2", "2025")
    sheet.write_row("B3", ["Nam", "Nữ", "Nam", "Nữ"])
    sheet.write_row("A4", ["Huế", 1, 2, 3, 4])
    sheet.write_row("A5", ["Hà Nội", 5, 6, 7, 8])


def shared_number(book, sheet):
    grid([["Tỉnh", "Số tổ", "Ghi chú"], ["Huế", None, "x"], ["Hà Nội", None, "y"], ["Đà Nẵng", 6, None]])(book, sheet)
    sheet.merge_range("B2:B3", 5)


def side_by_side(book, sheet):
    grid([["Thôn", "Số hộ", None, "Nam", "Nữ"], ["Thượng", 5, None, 1, 2], ["Hạ", 6]])(book, sheet)


def looks(book, sheet):
    """A footnote mark raised behind a number; m²."""
    small = book.add_format({"font_script": 1})
    grid([["Thôn", "Số hộ"], ["Thượng", None], ["Hạ", 6], ["Đông", 7]])(book, sheet)
    sheet.write_rich_string("B2", "1.234,5", small, "1")
    sheet.write_rich_string("A5", "Sân 20 m", small, "2")
    sheet.write("B5", 8)


def struck(book, sheet):
    gone = book.add_format({"font_strikeout": True})
    grid([["Thôn", "Số hộ"], ["Thượng", 5], ["Hạ", 6]])(book, sheet)
    sheet.write("B3", 6, gone)
    sheet.write_rich_string("A2", "Thượng ", gone, "(cũ)", " mới")


def links(book, sheet):
    grid([["Thôn", "Bài báo"], ["Thượng", None], ["Hạ", "không có"]])(book, sheet)
    sheet.write_url("B2", "https://baochinhphu.vn/a", string="Xem")


def remarks(book, sheet):
    grid([["Thôn", "Số hộ"], ["Thượng", 5], ["Hạ", 6]])(book, sheet)
    sheet.write_comment("B2", "số ước tính")


def moments(book, sheet):
    formats = {code: book.add_format({"num_format": code}) for code in ("dd/mm/yyyy hh:mm", "hh:mm", "[h]:mm")}
    sheet.write_row(0, 0, ["Thôn", "Lúc", "Giờ", "Thời lượng"])
    for row, day in enumerate((dt.datetime(2025, 7, 1, 8, 30), dt.datetime(2025, 7, 2, 9, 0)), start=1):
        sheet.write(row, 0, f"Thôn {row}")
        sheet.write_datetime(row, 1, day, formats["dd/mm/yyyy hh:mm"])
        sheet.write_datetime(row, 2, day.time(), formats["hh:mm"])
        sheet.write_datetime(row, 3, dt.timedelta(hours=26, minutes=30), formats["[h]:mm"])


def stray(book, sheet):
    grid([["Thôn", "Số hộ"], ["Thượng", 5]])(book, sheet)
    sheet.write_string(1048575, 16383, " ")


XLSX = {
    "dinh-dang-don-vi": [
        ["Tỉnh", "Kinh phí", "Điện thoại", "Tỷ lệ", "Tổ"],
        ["Huế", (1500000, '#,##0\\ "₫"'), (912345678, "0000\\ 000\\ 000"), (79.1, '0.0"%"'), (1, '"Tổ "0')],
        [
            "Hà Nội",
            (2500000, "_-* #,##0\\ [$₫-42A]_-;\\-* #,##0\\ [$₫-42A]_-"),
            (987654321, "0#########"),
            (84, '0"%"'),
            (2, '"Tổ "0'),
        ],
    ],
    "dinh-dang-chia": [["Tỉnh", "Số hộ"], ["Huế", (1500000, "#,##0,")], ["Hà Nội", (5, ";;;")]],
    "so-tinh-ra": [
        ["Tỉnh", "Tỷ số", "Tỷ lệ"],
        ["Huế", (1 / 3, "0.0"), (0.791234567, "0.0%")],
        ["Hà Nội", 2 / 3, (0.5, "0%")],
    ],
    "so-qua-dai": [["Hộ", "Mã"], ["A", 123456789012345678], ["B", 5]],
    "ngay-mat-dinh-dang": [["Thôn", "Ngày họp"], ["Thượng", 45000], ["Hạ", 45001]],
    "chu-lan-so": [["Thôn", "Ghi chú"], ["Thượng", 12.5], ["Hạ", "xa"], ["Đông", "gần"], ["Đoài", dt.date(2025, 7, 1)]],
    "tong-o-cot-stt": [["STT", "Thôn", "Số hộ"], [1, "Thượng", 5], [2, "Hạ", 6], ["Tổng", None, 11]],
}
XLSX["chu-lan-so"][4][1] = (XLSX["chu-lan-so"][4][1], "dd/mm/yyyy")
WRITTEN = {
    "ngay-lam-ten-cot": date_heads,
    "tieu-de-ba-tang": three_levels,
    "gop-doc-so": shared_number,
    "hai-bang-canh-nhau": side_by_side,
    "so-chu-thich-nho": looks,
    "chu-gach-ngang": struck,
    "lien-ket-an": links,
    "ghi-chu-o": remarks,
    "ngay-gio": moments,
    "o-rac-cuoi-trang": stray,
}
ODS = {
    "ods-dinh-dang": (
        "Bảng",
        ods_rows(
            [ods_cell("Mã"), ods_cell("Thôn"), ods_cell("Kinh phí"), ods_cell("Tỷ số")],
            [
                ods_cell(7, "00007"),
                ods_cell("Thượng"),
                ods_cell(1500000, "1.500.000 ₫", "currency"),
                ods_cell(1 / 3, "0,33"),
            ],
            [ods_cell(27, "00027"), ods_cell("Hạ"), ods_cell(2500000, "2.500.000 ₫", "currency"), ods_cell(1.5, "1,5")],
        ),
    ),
}
