"""Write the small real-life files of ``files/``: run it after adding one, then commit both.

    python tests/core/tables/make_files.py      (needs XlsxWriter, and xlwt 1.3.0 for the .xls)

What each file must give is in ``cases.yaml``.
"""

from __future__ import annotations

import datetime as dt
import io
import subprocess
import unicodedata
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

import xlsxwriter

FILES = Path(__file__).parent / "files"
DAY = dt.datetime(2026, 1, 1)

TEXT = {
    # separators, encodings, line ends
    "phay": "Tỉnh,Số xã,Tỷ lệ\nAn Giang,85,65.8\nBắc Ninh,66,68.4\nCà Mau,55,61.0\n",
    "tab": "Tỉnh\tSố xã\tTỷ lệ\nAn Giang\t85\t65,8\nBắc Ninh\t66\t68,4\n",
    "gach-dung": "Tỉnh|Số xã\nAn Giang|85\nBắc Ninh|66\n",
    "dong-dau-sep": "sep=;\nTỉnh;Tỷ lệ, %\nAn Giang;65,8\nBắc Ninh;68,4\n",
    "xuong-dong-trong-o": 'Xã,Ghi chú\nTân An,"dòng một\ndòng hai"\nTân Bình,"có ""nháy kép"", có phẩy"\n',
    "nguon-nhieu-lien-ket": (
        "Năm,Số tổ,Nguồn\n2022,34,https://a.vn/bai ; https://www.b.gov.vn/x?y=1&z=2\n"
        '2023,63,"Quyết định 19/2025 (https://nso.gov.vn/qd), bản giấy"\n2024,63,báo cáo giấy của Sở\n'
    ),
    # numbers
    "so-viet-nam": 'Tỉnh;Dân số\nHà Nội;"8.807.523,5"\nĐà Nẵng;1.276.000\nHuế;12,75\nĐiện Biên;10.599\n',
    "so-anh": 'Tỉnh,Dân số\nHà Nội,"8,807,523.5"\nĐà Nẵng,"1,276,000"\nHuế,12.75\nĐiện Biên,"10,599"\n',
    "so-cach-nghin": "Tỉnh;Dân số\nHà Nội;8 807 523\nĐà Nẵng;1\u00a0276\u00a0000\nHuế;900\n",
    "phan-tram": "Năm;Tỷ lệ\n2023;79,1%\n2024;84,15%\n2025;90%\n",
    "ty-dong": "Năm;Thiệt hại\n2023;10.000,5 tỷ đồng\n2024;18.900 tỷ đồng\n2025;6.000 tỷ đồng\n",
    "uoc-chung": (
        'Thời điểm,Số thành viên,Doanh thu (tỷ USD)\n2022-04,gần 17.000,khoảng 4\n2022-06-14,"1.130.487","10,8"\n'
        '2022-08-23,hơn 3.000,"11,8"\n2023,hàng chục nghìn,vượt 30\n2024,"208.000,5",≈ 32\n'
    ),
    "trong-va-gach": "Tỉnh,Số tổ,Ghi chú\nA Lưới,–,không phát sinh\nBa Tơ,,\nCát Tiên,-,-\nĐắk Tô,…,chưa có số\nEa Súp,25,\n",
    "khoang-so": "Năm;Số tiền (tỷ đồng)\n2023;8.000,5-10.000\n2024;từ 7,8 đến 8\n2025;32\n2026;25\n",
    "so-am": "Chỉ tiêu;Thay đổi\nATM;-17,30\nQR;124,06\nThẻ;−5,5\n",
    "trieu-va-ty": "Tỉnh;Kinh phí\nAn Giang;500 triệu đồng\nBắc Ninh;1,2 tỷ đồng\nCà Mau;750 triệu đồng\n",
    "ghi-chu-sau-so": "Năm;Điểm\n2017;0,245 (thang 0-1)\n2020;94,59\n2022;90,1*\n2024;99,74\n",
    "ma-so": "Mã,Xã,Số dân\n00001,Tân An,1200\n00002,Tân Bình,950\n",
    "dien-thoai": "Cơ quan,Tổng đài\nNgân hàng,02439388999\nCông an,0693456789\n",
    "khai-dinh-dang": "Tỉnh,Số xã\nAn Giang,10.599\nBắc Ninh,12.345\n",
    # dates
    "ngay-thang": (
        "Thời điểm;Số tổ\n31/12/2025;1\nQuý I/2026;2\n6/2025;3\n2025;4\n2022-04 (đầu tháng);5\ngiữa 2025;6\n"
        "12/8/2022-6/10/2022;7\nngày 5 tháng 9 năm 2023;8\nđề án 06;9\n"
    ),
    "nam-ghi-chu": "Năm,Vụ\n2023,100\n2024 (9 tháng),220\n2021-2025,300\n",
    "thang-truoc-ngay": "Ngày,Số\n12/31/2025,1\n01/07/2025,2\n",
    # the shape of office sheets
    "tieu-de-ghi-chu": (
        "Bảng 3. Số tổ công nghệ số cộng đồng,,\nĐơn vị tính: tổ,,\n,,\nĐịa phương,2024,2025\nHà Nội,100,120\nHuế,50,60\n,,\n"
        "Nguồn: Sở Khoa học và Công nghệ,,\n(*) Số liệu sơ bộ,,\n"
    ),
    "tieu-de-hai-tang": "TT,Địa phương,Số tổ,,Ghi chú\n,,2024,2025,\n1,Hà Nội,100,120,\n2,Huế,50,60,mới lập\n",
    "danh-so-cot": "Xã,Số hộ,Có Internet,Tỷ lệ\n(1),(2),(3),(4)=(3)/(2)\nTân An,1200,600,50\nTân Bình,950,475,50\n",
    "chu-so-cot": "Xã,Tổ trưởng,Số hộ,Có Internet\nA,B,1,2\nTân An,Nguyễn Văn A,1200,600\nTân Bình,Trần Thị B,950,475\n",
    "hang-cot-trong": ",,,,\n,Xã,,Số hộ,\n,,,,\n,Tân An,,1200,\n,,,,\n,Tân Bình,,950,\n,,,,\n",
    "chu-ky": (
        "UBND XÃ TÂN AN,,,CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTỔ CÔNG NGHỆ SỐ,,,Độc lập - Tự do - Hạnh phúc\n"
        "DANH SÁCH THÔN,,,\nTT,Thôn,Số hộ,Ghi chú\n1,Thượng,120,\n2,Hạ,95,xa\nNgười lập biểu,,,Chủ tịch\n(ký tên),,,(ký tên)\n"
    ),
    "don-vi-tieu-de": "Tỉnh,Dân số (nghìn người),Tỷ lệ (%)\nHà Nội,8807,99.1\nHuế,1236,98.5\n",
    "nguy-hiem": 'Tên,Công thức\n=1+1,"=HYPERLINK(""http://x"",""y"")"\n@SUM(A1),+84 912\n<script>alert(1)</script>,-2+3\n',
    # refused
    "hai-cach-doc": "Tỉnh,Số xã\nAn Giang,10.599\nBắc Ninh,12.345\nCà Mau,85\n",
    "hai-cach-doc-phay": "Tỉnh;Số xã\nAn Giang;10,599\nBắc Ninh;85\n",
    "lan-kieu": "Tỉnh;Tỷ lệ\nAn Giang;65,8\nBắc Ninh;68.4\n",
    "chu-o-thay-so": "Tỉnh,Số xã\nAn Giang,12O0\nBắc Ninh,850\nCà Mau,55\nCần Thơ,1..5\n",
    "ngay-khong-co": "Ngày,Số\n31/2/2025,1\n01/7/2025,2\n",
    "thua-o": "Tỉnh,Số xã,Ghi chú\nAn Giang,1,234,gần biên giới\nBắc Ninh,66,\nCà Mau,55,\n",
    "thieu-o": "Tỉnh,Số xã,Ghi chú\nAn Giang,85\nBắc Ninh,66,\nCà Mau,55,\n",
    "nhay-khong-dong": 'Tỉnh,Ghi chú\nAn Giang,"chưa đóng\nBắc Ninh,x\n',
    "khong-dau-ngan": "Số xã của tỉnh\nAn Giang 85\nBắc Ninh 66\n",
    "mat-dau": "T?nh,S? xã\nAn Giang,85\nTi?n Giang,66\n",
    "chi-tieu-de": "Tỉnh,Số xã\n",
    "cot-khong-ten": "Tỉnh,,Số xã\nAn Giang,miền Tây,85\nBắc Ninh,miền Bắc,66\n",
    "cot-trung": "Tỉnh,Số xã,Số xã\nAn Giang,85,86\n",
    "khong-tieu-de": "An Giang,85,65.8\nBắc Ninh,66,68.4\n",
    "hai-bang": "Bảng 1. Xã,,\nTỉnh,Xã,Phường\nHuế,1,2\n,,\nBảng 2. Người,,\nTỉnh,Nam,Nữ\nHuế,3,4\n",
    "don-vi-lan": "Đường,Chiều dài\nA,5 km\nB,300 m\nC,7 km\n",
    "phan-tram-lan": "Năm;Tỷ lệ\n2023;79,1%\n2024;84,15\n2025;90%\n",
    "don-vi-trai-khai": "Năm;Tỷ lệ\n2023;79,1%\n2024;84,15%\n",
    "am-trong-ngoac": "Quý;Lãi\nQuý I/2025;(1.234)\nQuý II/2025;2.345,5\nQuý III/2025;3.456\n",
    "khoang-nguoc": "Năm;Số\n2023;10.000,5-8.000\n2024;9.000\n2025;9.500\n",
    "khac-dinh-dang": 'Tỉnh,Tỷ lệ\nAn Giang,65.8\nBắc Ninh,"1.234,5"\n',
    "cot-la": "Tỉnh,Số xã\nAn Giang,85\n",
    "o-tcvn3": "Tỉnh,Số xã\nHà Nội,85\nHải Phòng,66\nQuảng Ngãi,50\nTØnh ®¾c ViÖt,40\n",
    "ky-tu-la": "Tỉnh,Ghi chú\nHà Nội,x\x01y\n",
    "chu-ky-ba-cot": "Thôn,Số hộ,Ghi chú\nThượng,120,\nHạ,95,xa\n,,\nNgười lập biểu,,Chủ tịch\n",
    "hai-cot-thieu": "Thôn,Số hộ\nThượng,120\n,\nHạ,\n,\nTrung,95\nNguồn: báo cáo xã,\n",
    "muc-luc": "Mục,Tên\n1.1,Mở đầu\n1.2,Cách làm\n1.2.1,Bước một\n",
    "hang-nhom": "Xã,Số hộ,Có Internet\nKhu vực miền núi,,\nTân An,1200,600\nKhu vực đồng bằng,,\nTân Bình,950,475\n",
    "hai-dau-ngan": "a,b;c\n1,2;3\n",
}
PROSE = "Tỉnh,Số tổ,Ghi chú\nQuảng Ngãi,120,đường đèo khó đi\nĐồng Tháp,95,nhiều kênh rạch\nHà Tĩnh,80,đã phủ sóng\n"
VNI = (
    "Tænh,Soá toå,Ghi chuù\nQuaûng Ngaõi,120,ñöôøng ñeøo khoù ñi\nÑoàng Thaùp,95,nhieàu keânh raïch\n"
    "Haø Tónh,80,ñaõ phuû soùng\n"
)


def tcvn3(text: str) -> bytes:
    """``text`` as a .VnTime document holds it, by iconv: not by the code under test."""
    return subprocess.run(
        ["iconv", "-f", "UTF-8", "-t", "TCVN5712-1"], input=text.encode(), capture_output=True, check=True
    ).stdout


def windows_1258(text: str) -> bytes:
    """Vowels with their hat, tones as marks of their own: as Windows stores Vietnamese."""
    out = b""
    for char in text:
        tones = [mark for mark in unicodedata.normalize("NFD", char) if mark in "\u0300\u0301\u0303\u0309\u0323"]
        base = unicodedata.normalize("NFC", "".join(m for m in unicodedata.normalize("NFD", char) if m not in tones))
        out += (base + "".join(tones)).encode("cp1258")
    return out


BYTES = {
    "cham-phay-bom.csv": "\ufeffTỉnh;Số xã;Tỷ lệ\r\nAn Giang;85;65,8\r\nBắc Ninh;66;68,4\r\n".encode(),
    "utf16le.csv": "\ufeffTỉnh\tSố xã\r\nAn Giang\t85\r\nBắc Ninh\t66\r\n".encode("utf-16-le"),
    "utf16be.csv": "\ufeffTỉnh,Số xã\nAn Giang,85\nBắc Ninh,66\n".encode("utf-16-be"),
    "utf16-khong-bom.csv": "Tỉnh,Số xã\nAn Giang,85\nBắc Ninh,66\n".encode("utf-16-le"),
    "nfd.csv": unicodedata.normalize("NFD", PROSE).encode(),
    "xuong-dong-cr.csv": PROSE.replace("\n", "\r").encode(),
    "windows-1258.csv": windows_1258(PROSE),
    "tcvn3.csv": tcvn3(PROSE),
    "tcvn3-trong-utf8.csv": tcvn3(PROSE).decode("cp1252").encode(),
    "vni.csv": VNI.encode("cp1252"),
    "vni-trong-utf8.csv": VNI.encode(),
    "hai-lan-utf8.csv": "".join(
        bytes([byte]).decode("cp1252", errors="ignore") or chr(byte) for byte in PROSE.encode()
    ).encode(),
    "bang-ma-la.csv": "Pays,Capitale\nFrance,Orléans\nCôte,Séoul à l'été\n".encode("latin-1"),
    "trong.csv": b"",
    "anh.csv": b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01",
    "trang-web.xls": "<html><body><table><tr><td>Tỉnh</td></tr></table></body></html>".encode(),
    "hong.xlsx": b"PK\x03\x04" + b"\x00" * 60,
    "mat-khau.xlsx": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 504 + "EncryptedPackage".encode("utf-16-le"),
}


def xlsx(*sheets) -> bytes:
    """A workbook; each sheet is ``(name, write)`` with ``write(book, sheet)``."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    book.set_properties({"created": DAY})
    for name, write in sheets:
        write(book, book.add_worksheet(name))
    book.close()
    return out.getvalue()


def grid(rows):
    def write(book, sheet):
        for r, row in enumerate(rows):
            for c, value in enumerate(row):
                if isinstance(value, tuple):  # (value, number format)
                    value, code = value
                    style = book.add_format({"num_format": code})
                    (sheet.write_datetime if isinstance(value, dt.date) else sheet.write_number)(r, c, value, style)
                elif value is not None:
                    sheet.write(r, c, value)

    return write


def office(book, sheet):
    """What a commune office sends: letterhead, merged title, two header rows, counted columns, signature."""
    bold = book.add_format({"bold": True, "align": "center"})
    sheet.merge_range("A1:B1", "UBND XÃ TÂN AN", bold)
    sheet.merge_range("C1:E1", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", bold)
    sheet.merge_range("C2:E2", "Độc lập - Tự do - Hạnh phúc", bold)
    sheet.merge_range("A4:E4", "BIỂU TỔNG HỢP TỔ CÔNG NGHỆ SỐ CỘNG ĐỒNG", bold)
    sheet.write("E5", "Đơn vị tính: người")
    sheet.merge_range("A6:A7", "TT", bold)
    sheet.merge_range("B6:B7", "Thôn", bold)
    sheet.merge_range("C6:D6", "Thành viên", bold)
    sheet.merge_range("E6:E7", "Ghi\nchú", bold)
    sheet.write_row("C7", ["Nam", "Nữ"], bold)
    sheet.write_row("A8", ["(1)", "(2)", "(3)", "(4)", "(5)"])
    for r, row in enumerate([[1, "Thượng", 4, 3], [2, "Hạ", 5, 2, "xa"], [3, "Đông", 3, 3]], start=8):
        sheet.write_row(r, 0, row)
    sheet.write_row(11, 1, ["Tổng cộng", 12, 8])
    sheet.write("A14", "Ghi chú: số liệu đến 30/6/2026")
    sheet.write("B16", "Người lập")
    sheet.write("E16", "Chủ tịch")


def merged_down(book, sheet):
    sheet.write_row(0, 0, ["Tỉnh", "Xã", "Số tổ"])
    sheet.merge_range("A2:A3", "Huế")
    sheet.merge_range("A4:A5", "Hà Nội")
    for r, (name, number) in enumerate([("A Lưới 1", 5), ("A Lưới 2", 6), ("Ba Vì", 7), ("Đan Phượng", 8)], start=1):
        sheet.write_row(r, 1, [name, number])


def merged_across(book, sheet):
    grid([["Tỉnh", "Xã", "Phường"], ["Huế", 1, 2]])(book, sheet)
    sheet.merge_range("A3:C3", "I. Khối miền núi")
    sheet.write_row(3, 0, ["Lào Cai", 3, 4])


def merged_header(book, sheet):
    sheet.write("A1", "Tỉnh")
    sheet.merge_range("B1:C1", "Số tổ")
    sheet.write_row(1, 1, ["2024", "2025"])
    sheet.write_row(2, 0, ["Huế", 10, 12])
    sheet.write_row(3, 0, ["Lào Cai", 20, 22])


def errors(book, sheet):
    grid([["Tỉnh", "Số tổ"], ["Huế", 1]])(book, sheet)
    sheet.write("A3", "Lào Cai")
    sheet.write_formula("B3", "=1/0", None, "#DIV/0!")
    sheet.write("A4", "Hà Nội")
    sheet.write_formula("B4", "=VLOOKUP(A4,X1:Y2,2,0)", None, "#N/A")


def unsolved(book, sheet):
    grid([["Tỉnh", "Số tổ"], ["Huế", 1], ["Lào Cai", None]])(book, sheet)
    sheet.write_formula("B3", "=B2*2", None, "")


def hidden(rows=(), columns=()):
    def write(book, sheet):
        grid([["Tỉnh", "Số tổ", "Điện thoại"], ["Huế", 1, "0901"], ["Lào Cai", 2, "0902"], ["Hà Nội", 3, "0903"]])(
            book, sheet
        )
        for row in rows:
            sheet.set_row(row, None, None, {"hidden": True})
        for column in columns:
            sheet.set_column(column, column, None, None, {"hidden": True})

    return write


def hidden_sheet(book, sheet):
    grid([["nháp", "1"], ["x", 2]])(book, sheet)
    sheet.hide()


SIMPLE = [
    ["Tỉnh", "Ngày", "Số xã", "Tỷ lệ"],
    ["An Giang", (dt.date(2025, 7, 1), "dd/mm/yyyy"), 10599, 65.8],
    ["Bắc Ninh", (dt.date(2025, 12, 31), "dd/mm/yyyy"), 66, 0.1 + 0.2],
    ["Cà Mau", None, -5, None],
]
PERCENT = [["Năm", "Tỷ lệ"], [2023, (0.791, "0.0%")], [2024, (0.8415, "0.00%")], [2025, (0.9, "0%")]]
XLSX = {
    "don-gian": [("Sheet1", grid(SIMPLE))],
    "van-phong": [("Biểu 1", office)],
    "phan-tram-excel": [("Sheet1", grid(PERCENT))],
    "hai-trang": [("Xã", grid([["Tỉnh", "Số xã"], ["Huế", 1]])), ("Phường", grid([["Tỉnh", "Số phường"], ["Huế", 2]]))],
    "trang-an": [("Số liệu", grid([["Tỉnh", "Số xã"], ["Huế", 1]])), ("Nháp", hidden_sheet)],
    "gop-doc": [("Sheet1", merged_down)],
    "gop-ngang": [("Sheet1", merged_across)],
    "gop-tieu-de": [("Sheet1", merged_header)],
    "ma-so-dinh-dang": [("Sheet1", grid([["Mã xã", "Số dân"], [(1, "00000"), 1200], [(27, "00000"), 950]]))],
    "thang-nam": [
        ("Sheet1", grid([["Kỳ", "Số"], [(dt.date(2026, 3, 1), "mm/yyyy"), 1], [(dt.date(2026, 4, 1), "mm/yyyy"), 2]]))
    ],
    "so-luu-dang-chu": [
        ("Sheet1", grid([["Tỉnh", "Dân số"], ["Hà Nội", "8.807.523"], ["Huế", "1.236.393,5"], ["Kon Tum", 591]]))
    ],
    "tcvn3-excel": [
        (
            "Sheet1",
            grid(
                [
                    [tcvn3(value).decode("cp1252") if value else None for value in line.split(",")]
                    for line in PROSE.splitlines()
                ]
            ),
        )
    ],
    "o-loi": [("Sheet1", errors)],
    "cong-thuc-chua-tinh": [("Sheet1", unsolved)],
    "hang-an": [("Sheet1", hidden(rows=[2]))],
    "cot-an": [("Sheet1", hidden(columns=[2]))],
    "hai-cach-doc-excel": [("Bảng", grid([["Tỉnh", "Dân số"], ["Huế", "1.236"], ["Kon Tum", 591]]))],
    "trang-rong": [("Sheet1", grid([]))],
}


def ods(name: str, rows: str) -> bytes:
    """A minimal OpenDocument spreadsheet with one sheet."""
    spaces = " ".join(
        f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{long}:1.0"'
        for short, long in (("office", "office"), ("table", "table"), ("text", "text"))
    )
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {spaces} office:version="1.3"><office:body>'
        f'<office:spreadsheet><table:table table:name="{escape(name)}">{rows}</table:table></office:spreadsheet></office:body>'
        "</office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    manifest = (
        f'<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/></manifest:manifest>'
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for part, text in (("mimetype", kind), ("content.xml", content), ("META-INF/manifest.xml", manifest)):
            archive.writestr(zipfile.ZipInfo(part, (1980, 1, 1, 0, 0, 0)), text)
    return out.getvalue()


def ods_cell(value: object, shown: str = "", kind: str = "", more: str = "") -> str:
    if value is None:
        return "<table:table-cell/>"
    kind = kind or ("string" if isinstance(value, str) else "float")
    typed = (
        "" if kind == "string" else f' office:date-value="{value}"' if kind == "date" else f' office:value="{value}"'
    )
    return f'<table:table-cell office:value-type="{kind}"{typed}{more}><text:p>{escape(shown or str(value))}</text:p></table:table-cell>'


def ods_rows(*rows: list[str]) -> str:
    return "".join(f"<table:table-row>{''.join(row)}</table:table-row>" for row in rows)


ODS = {
    "ods-don-gian": (
        "Bảng",
        ods_rows(
            [ods_cell("Tỉnh"), ods_cell("Ngày"), ods_cell("Tỷ lệ")],
            [ods_cell("Huế"), ods_cell("2025-07-01", "01/07/2025", "date"), ods_cell(0.791, "79,1%", "percentage")],
            [
                ods_cell("Lào Cai"),
                ods_cell("2025-12-31", "31/12/2025", "date"),
                ods_cell(0.8415, "84,15%", "percentage"),
            ],
        ),
    ),
    "ods-gop": (
        "Bảng",
        ods_rows(
            [ods_cell("Tỉnh"), ods_cell("Số xã")],
            [ods_cell("Huế", more=' table:number-rows-spanned="2"'), ods_cell(5)],
            ["<table:covered-table-cell/>", ods_cell(6)],
        ),
    ),
    "ods-loi": ("Bảng", ods_rows([ods_cell("Tỉnh"), ods_cell("Số xã")], [ods_cell("Huế"), ods_cell(0, "#DIV/0!")])),
}


def xls(rows, percent=()) -> bytes:
    import xlwt

    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("Sheet1")
    day, part = xlwt.easyxf(num_format_str="DD/MM/YYYY"), xlwt.easyxf(num_format_str="0.0%")
    for r, row in enumerate(rows):
        for c, value in enumerate(row):
            style = day if isinstance(value, dt.date) else part if (r, c) in percent else xlwt.easyxf()
            sheet.write(r, c, value, style)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def strict(workbook: bytes) -> bytes:
    """A workbook as Excel saves it as "Strict Open XML": the same parts in other namespaces."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook)) as old, zipfile.ZipFile(out, "w") as new:
        for info in old.infolist():
            part = old.read(info)
            for kind in (b"spreadsheetml", b"officeDocument"):
                part = part.replace(
                    b"http://schemas.openxmlformats.org/" + kind + b"/2006/",
                    b"http://purl.oclc.org/ooxml/" + kind + b"/",
                )
            new.writestr(zipfile.ZipInfo(info.filename, (1980, 1, 1, 0, 0, 0)), part)
    return out.getvalue()


def main() -> None:
    import make_odd_files as odd

    FILES.mkdir(exist_ok=True)
    files = {f"{name}.csv": text.encode() for name, text in (TEXT | odd.TEXT).items()} | BYTES
    sheets = XLSX | {name: [("Sheet1", grid(rows))] for name, rows in odd.XLSX.items()}
    sheets |= {name: [("Sheet1", write)] for name, write in odd.WRITTEN.items()}
    files |= {f"{name}.xlsx": xlsx(*found) for name, found in sheets.items()}
    files["nghiem-ngat.xlsx"] = strict(files["phan-tram-excel.xlsx"])
    files |= {f"{name}.ods": ods(*sheet) for name, sheet in (ODS | odd.ODS).items()}
    files["xls-don-gian.xls"] = xls(
        [["Tỉnh", "Ngày", "Số xã"], ["Huế", dt.date(2025, 7, 1), 1200.5], ["Lào Cai", dt.date(2025, 12, 31), 66]]
    )
    files["xls-phan-tram.xls"] = xls([["Năm", "Tỷ lệ"], [2023, 0.791], [2024, 0.8415]], {(1, 1), (2, 1)})
    for name, content in files.items():
        (FILES / name).write_bytes(content)


if __name__ == "__main__":
    main()
