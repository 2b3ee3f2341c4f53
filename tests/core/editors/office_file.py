"""A Word file as an office of the Youth Union writes it, made by hand part by part: about twelve pages with all that Word puts in.

Headings by style (under the names of Vietnamese Word) and by bold alone, lists of Word and typed ones, merged and nested cells,
footnotes and endnotes, pictures, a drawing that no browser shows, text boxes, a table of contents, fields, changes and remarks,
signs of symbol fonts, a formula, hidden words.
"""

from __future__ import annotations

import io
import re
import zipfile
from xml.sax.saxutils import escape

from PIL import Image

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
NAMES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": f"{OFFICE}/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "m": f"{OFFICE}/math",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "v": "urn:schemas-microsoft-com:vml",
}
SPACES = " ".join(f'xmlns:{short}="{name}"' for short, name in NAMES.items())
BOLD, ITALIC, LINE, CENTER = "<w:b/>", "<w:i/>", '<w:u w:val="single"/>', '<w:jc w:val="center"/>'
_SIGNS = {"\t": "<w:tab/>", "\n": "<w:br/>", "\u00ad": "<w:softHyphen/>", "\u2011": "<w:noBreakHyphen/>"}
PAGE_BREAK = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
FORMULA = "<m:oMath><m:f><m:num><m:r><m:t>biết dùng</m:t></m:r></m:num><m:den><m:r><m:t>tổng số</m:t></m:r></m:den></m:f></m:oMath>"
PROSE = (
    "Trong sáu tháng cuối năm 2025, mỗi chi đoàn cử ít nhất ba đoàn viên vào Tổ công nghệ số cộng đồng của thôn, bản. Các bạn đến "
    "từng nhà, cầm tay chỉ việc, từ cách sạc điện thoại, mở mạng, đến cài VNeID và nộp hồ sơ trên Cổng Dịch vụ công quốc gia.",
    "Người lớn tuổi ngại nhất là gõ sai rồi mất tiền. Vì vậy buổi đầu không nói chuyện ngân hàng, chỉ tập gọi video cho con cháu, "
    "phóng to chữ, tìm lại ảnh cũ. Xong hai buổi như thế bà con mới bắt đầu hỏi: “Cái căn cước trong máy thì mở thế nào?”.",
    "Điểm yếu là sóng chập chờn ở ba bản vùng cao; máy cũ không cài được bản mới; nhiều nhà dùng chung một số điện thoại. Đoàn xã "
    "đã lập danh sách 47 hộ cần đến tận nơi, chia cho 12 đoàn viên, mỗi tuần báo cáo một lần vào tối thứ sáu.",
)


def run(text: str, look: str = "") -> str:
    """Words with one look; a tab, a line end, a soft and a hard hyphen are Word's own signs."""
    parts = (
        _SIGNS.get(part) or f'<w:t xml:space="preserve">{escape(part)}</w:t>'
        for part in re.split("(\t|\n|\u00ad|\u2011)", text)
        if part
    )
    return f"<w:r>{f'<w:rPr>{look}</w:rPr>' if look else ''}{''.join(parts)}</w:r>"


def para(*parts: str, style: str = "", look: str = "") -> str:
    head = (f'<w:pStyle w:val="{style}"/>' if style else "") + look
    inside = "".join(part if part.startswith("<") else run(part) for part in parts)
    return f"<w:p>{f'<w:pPr>{head}</w:pPr>' if head else ''}{inside}</w:p>"


def item(*parts: str, of: int = 1, level: int = 0) -> str:
    """An item of the list ``of`` (numbering.xml)."""
    look = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{of}"/></w:numPr>'
    return para(*parts, style="oancuaDanhsach", look=look)


def cell(*blocks: str, span: int = 1, merge: str = "") -> str:
    look = (f'<w:gridSpan w:val="{span}"/>' if span > 1 else "") + (f'<w:vMerge w:val="{merge}"/>' if merge else "")
    body = "".join(block if block.startswith(("<w:p", "<w:tbl")) else para(block) for block in blocks) or "<w:p/>"
    return f"<w:tc><w:tcPr>{look}</w:tcPr>{body}</w:tc>"


def table(*rows: tuple[str, ...], columns: int) -> str:
    drawn = "".join(
        f"<w:tr>{''.join(one if one.startswith('<w:tc>') else cell(one) for one in row)}</w:tr>" for row in rows
    )
    grid = '<w:gridCol w:w="1500"/>' * columns
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{drawn}</w:tbl>"


def picture(of: str, shows: str, number: int) -> str:
    return (
        f'<w:r><w:drawing><wp:inline><wp:extent cx="3048000" cy="1714500"/><wp:docPr id="{number}" name="Picture {number}"'
        f' descr="{escape(shows)}"/><a:graphic><a:graphicData uri="{NAMES["pic"]}"><pic:pic><pic:nvPicPr>'
        f'<pic:cNvPr id="{number}" name="anh{number}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{of}"/>'
        '</pic:blipFill><pic:spPr><a:xfrm><a:ext cx="3048000" cy="1714500"/></a:xfrm></pic:spPr></pic:pic></a:graphicData>'
        "</a:graphic></wp:inline></w:drawing></w:r>"
    )


def text_box(*lines: str) -> str:
    """As Word writes it: for new programs, and once more for old ones."""
    words = f"<w:txbxContent>{''.join(map(para, lines))}</w:txbxContent>"
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wp:extent cx="9" cy="9"/><wp:docPr id="99"'
        f' name="Text Box"/><a:graphic><a:graphicData uri="{NAMES["wps"]}"><wps:wsp><wps:txbx>{words}</wps:txbx></wps:wsp>'
        "</a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>"
        f"{words}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def field(code: str, shown: str) -> str:
    def char(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    asked = f'<w:r><w:instrText xml:space="preserve"> {escape(code)} </w:instrText></w:r>'
    return char("begin") + asked + char("separate") + run(shown) + char("end")


def sign(code: str, font: str = "Wingdings") -> str:
    return f'<w:r><w:sym w:font="{font}" w:char="{code}"/></w:r>'


def remarked(words: str) -> str:
    return (
        f'<w:commentRangeStart w:id="0"/>{run(words)}<w:commentRangeEnd w:id="0"/>'
        '<w:r><w:commentReference w:id="0"/></w:r>'
    )


def changed(new: str, old: str) -> str:
    by = 'w:author="Chị Lan" w:date="2026-10-01T00:00:00Z"'
    return (
        f'<w:ins w:id="1" {by}>{run(new)}</w:ins><w:del w:id="2" {by}><w:r><w:delText xml:space="preserve">{old}'
        "</w:delText></w:r></w:del>"
    )


def link(of: str, words: str) -> str:
    return f'<w:hyperlink r:id="{of}">{run(words, LINE)}</w:hyperlink>'


def office_text() -> str:
    """The body of the plan, page by page."""
    return "".join((*_head(), *_by_style(), *_by_bold(), *_money(), *_pictures_and_signs(), *_at_length(), *_end()))


def _head() -> tuple[str, ...]:
    left = (
        para("TỈNH ĐOÀN LÀO CAI", look=CENTER),
        para(run("BAN THƯỜNG VỤ ĐOÀN XÃ NẬM CÓ", BOLD), look=CENTER),
        para("Số: 15-KH/ĐTN", look=CENTER),
    )
    right = (para(run("ĐOÀN TNCS HỒ CHÍ MINH", BOLD), look=CENTER), para(run("Nậm Có, ngày 05 tháng 10", ITALIC)))
    contents = para(run("Mục lục"), style="TOCHeading") + para(field('TOC \\o "1-3"', "Mục đích\t1"), style="TOC1")
    return (
        table((cell(*left), cell(*right)), columns=2),
        para(run("KẾ HOẠCH", BOLD), look=CENTER),
        para(run("Tuyên truyền kỹ năng số cho người dân năm 2026", BOLD), look=CENTER),
        para(run("(Kèm theo Công văn số 88-CV/TĐTN)", ITALIC), look=CENTER),
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
        f"<w:sdtContent>{contents}</w:sdtContent></w:sdt>",
    )


def _by_style() -> tuple[str, ...]:
    note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    return (
        para("Mục đích, yêu cầu", style="u1"),
        para("Mục đích", style="u2"),
        para("Căn cứ ", link("law", "Nghị định 224/2026/NĐ-CP"), ", Đoàn xã xây dựng kế hoạch này", note, "."),
        *map(para, PROSE),
        para("Yêu cầu", style="u2"),
        item("Đúng người, đúng việc, không làm thay."),
        item("Không giữ ", run("mật khẩu", BOLD), ", mã OTP của bà con."),
        item("Mỗi thôn một tổ."),
        item("Tổ trưởng là trưởng thôn;", level=1),
        item("thành viên gồm đoàn viên, giáo viên.", level=1),
        item("Báo cáo hằng tuần."),
        para("Đoạn này ", changed("đã được thêm vào ", "sẽ bị bỏ đi "), "khi duyệt", remarked(" lần hai"), "."),
        PAGE_BREAK,
    )


def _by_bold() -> tuple[str, ...]:
    typed = ("- Hộ có người già yếu;", "- Hộ ở xa, không có sóng:", "+ Bản Lìm;", "+ Bản Có Phát.", "- Hộ nghèo.")
    points = ("a) Mỗi buổi không quá 15 người.", "b) Mang theo sạc, ổ cắm.", "c) Người học tự cầm máy.")
    return (
        para(run("II. NỘI DUNG", BOLD)),
        para(run("1. Dạy tại nhà văn hóa", BOLD)),
        *map(para, (*PROSE, *points)),
        para(run("2. Đến tận nhà", BOLD)),
        *map(para, typed),
    )


def _money() -> tuple[str, ...]:
    bold = (para(run(words, BOLD)) for words in ("TT", "Nội dung chi", "Năm 2026 (nghìn đồng)", "Tổng cộng"))
    number, what, year, total = bold
    return (
        para("Kinh phí", style="u1"),
        para("Bảng 1. Dự toán", look=CENTER),
        table(
            (cell(number), cell(what), cell(year, span=2)),
            ("", "", "Đợt 1", "Đợt 2"),
            ("1", cell(para("In tờ rơi"), para("khổ A5, hai mặt")), "1.250", "2.500"),
            (cell("2", merge="restart"), "Nước uống", "600", "600"),
            (cell(merge="continue"), "Xăng xe", "900", "1.100"),
            (cell(total, span=2), "2.750", "4.200"),
            columns=4,
        ),
        para("Mức chi áp dụng theo quy định hiện hành."),
        table(
            ("Việc", "Người làm", "Hạn"),
            (cell(item("Lập danh sách", of=2), item("Chia nhóm", of=2)), cell("Chị Hoa", "0912 345 678"), "15/10/2026"),
            ("Mượn hội trường", "Anh Páo\nbản Lìm", "20/10/2026"),
            ("In tài liệu | phát tờ rơi", "*Nhóm in*", cell(table(("ô trong", "ô"), columns=2), "cuối tháng 10")),
            columns=3,
        ),
        PAGE_BREAK,
    )


def _pictures_and_signs() -> tuple[str, ...]:
    high, low = ('<w:vertAlign w:val="superscript"/>', '<w:vertAlign w:val="subscript"/>')
    return (
        para("Hình ảnh", style="u1"),
        para(picture("png", "Buổi dạy ở nhà văn hóa bản Lìm", 1), look=CENTER),
        para("Hình ", field("SEQ Hình \\* ARABIC", "1"), ". Buổi dạy đầu tiên", style="Chuthich", look=CENTER),
        para(picture("jpeg", "", 2), " và ", picture("emf", "Sơ đồ tổ chức", 3)),
        para("Xem khung bên", text_box("Lưu ý: không đọc mã OTP cho ai.", "Gọi 156 để báo."), " trước khi đi."),
        para("Tính tỷ lệ: ", FORMULA),
        para("Diện tích 120 m", run("2", high), ", khí CO", run("2", low), ", 5 * 3 = 15; tệp bao_cao_thang_10.docx;"),
        para("thẻ <b> và #daymanso; 50% $100 & 3 < 5; doan@laocai.gov.vn; http://laocai.gov.vn/tin?id=5&x=1; {mẫu}."),
        para(run("Chữ bị gạch", "<w:strike/>"), ", ", run("tô vàng", '<w:highlight w:val="yellow"/>')),
        para(run(" đậm có dấu cách ", BOLD), "liền chữ, ", run("Nghiêng", ITALIC), "dính."),
        para(sign("F0FE"), " Đã xong  ", sign("F0A8"), " Chưa xong ", sign("F0E0"), " tiếp ", sign("F061", "Symbol")),
        *map(para, ("\uf0b7\tMở ứng dụng", "\uf0b7\tBấm Đăng nhập", "•\tGõ mật khẩu", "☐ Cài đặt", "☑ Đăng ký")),
        para("Họ và tên:\t\tNăm sinh:\t\tThôn:"),
        para("Địa chỉ: số 12\nthôn Bản Lìm\nxã Nậm Có"),
        para("Xem ", f'<w:hyperlink w:anchor="_Toc1">{run("mục I")}</w:hyperlink>', " và "),
        para(field('HYPERLINK "https://dichvucong.gov.vn/"', "Cổng Dịch vụ công"), ", ", field("REF _Ref1", "Bảng 1")),
        para("Số liệu cuối", '<w:r><w:endnoteReference w:id="2"/></w:r>', "."),
    )


def _at_length() -> tuple[str, ...]:
    later = (
        part
        for heading in ("Đợt một: tháng 10", "Đợt hai: tháng 11", "Đợt ba: tháng 12")
        for part in (para(heading, style="u3"), *(para(f"{words} {heading}.") for words in PROSE * 3))
    )
    return (
        para("Tổ chức thực hiện", style="u1"),
        para("Phân công", style="u2"),
        item("Ban Thường vụ Đoàn xã", of=3),
        item("Bí thư Đoàn xã", of=3, level=1),
        item("Ký kế hoạch", of=3, level=2),
        item("Phó Bí thư", of=3, level=1),
        item("Chi đoàn thôn", of=3),
        *later,
        para("Bước ", run("1", BOLD), ": Mở máy. ", run("Bước 2: ", BOLD), "Bấm nút."),
        item("Chuẩn bị", of=4),
        item("Tiến hành", of=4),
        para("Đoạn chen giữa hai phần của danh sách."),
        item("Kết thúc", of=4),
    )


def _end() -> tuple[str, ...]:
    receivers = (para(run("Nơi nhận:", BOLD)), para("- Như trên;"), para("- Lưu VP."))
    signed = (
        para(run("TM. BAN THƯỜNG VỤ", BOLD), look=CENTER),
        para(run("BÍ THƯ", BOLD)),
        para(run("Vàng A Páo", BOLD)),
    )
    return (
        para(run("bí mật: tài khoản 0123", "<w:vanish/>")),
        para(
            "“Ngoặc kép”, 'nháy đơn', ba chấm… gạch – ngang; ½; 10\u00a0000\u00a0đồng; đường\u2011dẫn; cộng\u00adđồng."
        ),
        para(run("Nơi nhận:", BOLD + ITALIC)),
        para("- Tỉnh đoàn;"),
        para("- Lưu: VT."),
        table((cell(*receivers), cell(*signed)), columns=2),
    )


_LISTS = (
    (("decimal", "%1."), ("lowerLetter", "%2)"), ("lowerRoman", "%3.")),
    (("bullet", "\uf0b7"), ("bullet", "o"), ("bullet", "\uf0a7")),
    (("decimal", "%1."), ("decimal", "%1.%2."), ("decimal", "%1.%2.%3.")),
    (("decimal", "Bước %1:"), ("lowerLetter", "%2)"), ("lowerRoman", "%3.")),
)
# The names that Vietnamese Word gives its styles.
_STYLES = {
    "u1": "heading 1",
    "u2": "heading 2",
    "u3": "heading 3",
    "oancuaDanhsach": "List Paragraph",
    "Chuthich": "caption",
    "TOCHeading": "TOC Heading",
    "TOC1": "toc 1",
}
_PARTS = ("document", "styles", "numbering", "footnotes", "endnotes", "comments", "header1", "footer1")


def _numbering() -> str:
    made = "".join(
        f'<w:abstractNum w:abstractNumId="{number}">'
        + "".join(
            f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/></w:lvl>'
            for level, (kind, text) in enumerate(levels)
        )
        + "</w:abstractNum>"
        for number, levels in enumerate(_LISTS)
    )
    used = "".join(
        f'<w:num w:numId="{number + 1}"><w:abstractNumId w:val="{number}"/></w:num>' for number in range(len(_LISTS))
    )
    return f"<w:numbering {SPACES}>{made}{used}</w:numbering>"


def _image(kind: str, **more: object) -> bytes:
    with io.BytesIO() as file:
        Image.new("RGB", (640, 360), (32, 96, 160)).save(file, kind, **more)
        return file.getvalue()


def _hidden_place() -> Image.Exif:
    found = Image.Exif()
    found[0x8825] = {1: "N", 2: (21.0, 1.0, 2.0)}
    return found


def word_file(body: str = "") -> bytes:
    """The file; ``body`` in place of the plan's text."""
    relations = (
        *((name, name.rstrip("1"), f"{name}.xml", "") for name in _PARTS[1:]),
        *((kind, "image", f"media/image.{kind}", "") for kind in ("png", "jpeg", "emf")),
        ("law", "hyperlink", "https://vanban.chinhphu.vn/?docid=1&amp;x=2", ' TargetMode="External"'),
    )
    package = "http://schemas.openxmlformats.org/package/2006"
    word = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    types = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{word}.{name.rstrip("1") if name != "document" else "document.main"}+xml"/>'
        for name in _PARTS
    ) + "".join(f'<Default Extension="{kind}" ContentType="image/{kind}"/>' for kind in ("png", "jpeg", "emf"))
    page = '<w:sectPr><w:headerReference w:type="default" r:id="header1"/><w:footerReference w:type="default" r:id="footer1"/></w:sectPr>'
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{called}"/></w:style>'
        for name, called in _STYLES.items()
    )
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>{types}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="a" Type="{OFFICE}/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{package}/relationships">'
        + "".join(
            f'<Relationship Id="{name}" Type="{OFFICE}/relationships/{kind}" Target="{target}"{more}/>'
            for name, kind, target, more in relations
        )
        + "</Relationships>",
        "word/document.xml": f"<w:document {SPACES}><w:body>{body or office_text()}{page}</w:body></w:document>",
        "word/styles.xml": f"<w:styles {SPACES}>{styles}</w:styles>",
        "word/numbering.xml": _numbering(),
        "word/footnotes.xml": f'<w:footnotes {SPACES}><w:footnote w:id="2">{para("Ban hành ngày 10/6/2026; xem Điều 79.")}</w:footnote></w:footnotes>',
        "word/endnotes.xml": f'<w:endnotes {SPACES}><w:endnote w:id="2">{para("Đoàn xã tổng hợp đến 30/9/2026.")}</w:endnote></w:endnotes>',
        "word/comments.xml": f'<w:comments {SPACES}><w:comment w:id="0" w:author="Chị Lan">{para("Hỏi lại mức chi này")}</w:comment></w:comments>',
        "word/header1.xml": f"<w:hdr {SPACES}>{para('Đoàn xã Nậm Có')}</w:hdr>",
        "word/footer1.xml": f"<w:ftr {SPACES}>{para('Trang ', field('PAGE', '1'))}</w:ftr>",
        "word/media/image.png": _image("PNG"),
        "word/media/image.jpeg": _image("JPEG", exif=_hidden_place()),
        "word/media/image.emf": b"\x01\x00\x00\x00EMF" + bytes(100),
    }
    with io.BytesIO() as file:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in parts.items():
                archive.writestr(name, content)
        return file.getvalue()
