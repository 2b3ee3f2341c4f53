"""A plan of twelve pages as an office writes it becomes a page in two commands: every word is carried or told of."""

import datetime as dt
import io
import os
import re
import subprocess
import sys
import zipfile
from collections import Counter

import pytest
from core.editors.office_file import BOLD, CENTER, SPACES, item, para, run, word_file
from handbook.editing.word_import import UnreadableError, import_document
from handbook.load import read_catalog
from lxml import etree
from support import ROOT

pytest.importorskip("pypandoc")
# What parts words: lines, tabs, hyphens, and the runs of a formula.
SIGNS = {"tab": " ", "br": " ", "p": " ", "noBreakHyphen": "-", "num": " ", "den": " "}
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def command(*arguments):
    done = subprocess.run(
        [sys.executable, str(ROOT / "hooks"), *map(str, arguments)], env=os.environ, capture_output=True, check=False
    )
    return done.returncode, done.stdout.decode()


def words(text):
    return re.findall(r"[^\W_]+", text.replace("\u00ad", "").casefold())


def words_of_word(data):
    """Every word in any part of the file that people read, each once: Word writes text boxes twice."""
    found = []
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            if not re.fullmatch(r"word/(?:document|footnotes|endnotes|comments|header1|footer1)\.xml", name):
                continue
            tree = etree.fromstring(archive.read(name))
            for old in list(tree.iter("{*}Fallback")):
                old.getparent().remove(old)
            for paragraph in tree.iter(f"{W}p"):
                text = "".join(
                    SIGNS.get(etree.QName(node).localname) or f"{node.text or ''}"
                    for node in paragraph.iter(
                        "{*}t", f"{W}tab", f"{W}br", f"{W}p", f"{W}noBreakHyphen", "{*}num", "{*}den"
                    )
                    if node.tag == f"{W}p" or next(node.iterancestors(f"{W}p")) is paragraph
                )
                found += words(text)
    return Counter(found)


@pytest.fixture(scope="module")
def plan(tmp_path_factory):
    """The two commands: what they wrote and what they said."""
    folder = tmp_path_factory.mktemp("word")
    file = folder / "Kế hoạch tuyên truyền (bản cuối).docx"
    file.write_bytes(word_file())
    docs = folder / "docs"
    made = command("new", "topic", "--from", file, "--docs", docs, "--date", "2026-11-24")
    return file, docs, made, command("check", "--docs", docs)


def page_of(docs):
    (page,) = (docs / "chuyen-de").glob("*.md")
    return page, page.read_text(encoding="utf-8")


def test_two_commands_make_a_page(plan):
    _, docs, (status, said), (checked, told) = plan
    assert status == 0, said
    page, text = page_of(docs)
    assert page.name == "ke-hoach-tuyen-truyen-ky-nang-so-cho-nguoi-dan-nam-2026.md"
    assert 'title: "Kế hoạch tuyên truyền kỹ năng số cho người dân năm 2026"' in text
    assert "Tệp “Kế hoạch tuyên truyền (bản cuối).docx”" in text and "Hai câu trả lời" not in text
    # What only its writer can say: what the second picture shows, and a word parted by a soft hyphen.
    lines = [line for line in told.splitlines() if line.startswith("docs/")]
    assert checked == 1 and len(lines) == 2, told
    assert "chưa có lời mô tả" in lines[0] and "cộngđồng" in lines[1]


def test_every_word_is_on_the_page_or_told(plan):
    file, docs, (_, said), _ = plan
    _, text = page_of(docs)
    lost = words_of_word(file.read_bytes()) - Counter(
        words(re.sub(r"<br>|\\ ", " ", text).replace("<sub>", "").replace("<sup>", "").replace("*", ""))
    )
    told = Counter(words(said))
    left = {word: count for word, count in lost.items() if not told[word]}
    # The contents that Word makes of the headings are told of as such, and numbers of lists are the page's own.
    assert set(left) <= {"mục", "đích", "lục"}, left


SHAPES = (
    "\n1. Đúng người, đúng việc, không làm thay.\n2. Không giữ **mật khẩu**, mã OTP của bà con.\n3. Mỗi thôn một tổ.\n"
    "    - a) Tổ trưởng là trưởng thôn;\n    - b) thành viên gồm đoàn viên, giáo viên.\n4. Báo cáo hằng tuần.\n",
    "\n- a) Mỗi buổi không quá 15 người.\n- b) Mang theo sạc, ổ cắm.\n- c) Người học tự cầm máy.\n",
    "\n- Hộ có người già yếu;\n- Hộ ở xa, không có sóng:\n    - Bản Lìm;\n    - Bản Có Phát.\n- Hộ nghèo.\n",
    "\n- Mở ứng dụng\n- Bấm Đăng nhập\n- Gõ mật khẩu\n",
    "\n- [ ] Cài đặt\n- [x] Đăng ký\n",
    "\n1. Ban Thường vụ Đoàn xã\n\n    1.1. Bí thư Đoàn xã\n\n    1.1.1. Ký kế hoạch\n\n    1.2. Phó Bí thư\n\n2. Chi đoàn thôn\n",
    "\nBước 1: Chuẩn bị\n",
    "\nBước 3: Kết thúc\n",
    "\n## II. NỘI DUNG\n\n### 1. Dạy tại nhà văn hóa\n",
    "\n#### Đợt hai: tháng 11\n",
    "\nXem khung bên trước khi đi.\n\nLưu ý: không đọc mã OTP cho ai.\n\nGọi 156 để báo.\n",
    "120 m<sup>2</sup>, khí CO<sub>2</sub>, 5 \\* 3 = 15; tệp bao_cao_thang_10.docx;",
    "thẻ &lt;b",
    "<del>Chữ bị gạch</del>",
    "**đậm có dấu cách** liền chữ",
    "số 12  \nthôn Bản Lìm  \nxã Nậm Có\n",
    "[Nghị định 224/2026/NĐ-CP](https://vanban.chinhphu.vn/?docid=1&x=2), Đoàn xã xây dựng kế hoạch này[^1].",
    "[Cổng Dịch vụ công](https://dichvucong.gov.vn/)",
    "| In tài liệu \\| phát tờ rơi",
    "ô trong – ô<br>cuối tháng 10",
    "\nTỈNH ĐOÀN LÀO CAI\n\n**BAN THƯỜNG VỤ ĐOÀN XÃ NẬM CÓ**\n",
)


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.strip()[:24])
def test_it_looks_as_it_did(plan, shape):
    assert shape in page_of(plan[1])[1]


TOLD = (
    "Sơ đồ tổ chức|image.emf",
    "1 bảng có ô gộp",
    "3 dòng chữ đậm có đánh số",
    "1 liên kết tới chỗ khác trong tệp",
    "1 công thức",
    "1 chỗ chữ bị gạch ngang",
    "1 chỗ gạch chân",
    "Mục lục của Word",
    "Chữ ẩn (hidden text): “bí mật: tài khoản 0123”",
    "khung (text box): “Lưu ý: không đọc mã OTP cho ai. Gọi 156 để báo.”",
    "Đoàn xã Nậm Có",
    "Hỏi lại mức chi này",
    "track changes",
)


@pytest.mark.parametrize("words_", TOLD)
def test_what_is_not_carried_as_it_stood_is_told(plan, words_):
    _, docs, (_, said), _ = plan
    assert any(one in said for one in words_.split("|"))
    assert "bí mật" not in page_of(docs)[1] and "sẽ bị bỏ đi" not in page_of(docs)[1]


def test_pictures_lose_where_they_were_taken(plan):
    pictures = sorted((plan[1] / "chuyen-de").glob("*.jp*g"))
    assert len(pictures) == 1 and b"Exif" not in pictures[0].read_bytes()


def made(tmp_path, *parts, name="bai.docx"):
    (tmp_path / name).write_bytes(word_file("".join(parts)))
    return import_document(tmp_path / name, "bai")


OLD = "Céng hßa x· héi chñ nghÜa ViÖt Nam. TuyÖn truyÒn kü n¨ng sè cho ng­êi d©n."
OLD_VNI = "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam. Ñoäc laäp töï do haïnh phuùc."


@pytest.mark.parametrize(
    ("old", "name", "right"),
    [
        (OLD, "TCVN3 (ABC)", "Cộng hòa xã hội chủ nghĩa Việt Nam."),
        (OLD_VNI, "VNI", "Cộng hòa xã hội chủ nghĩa Việt Nam. Độc lập tự do hạnh phúc."),
    ],
)
def test_fonts_of_the_nineties_are_read(tmp_path, old, name, right):
    found = made(tmp_path, para(old), para("Sè 12" if "TCVN" in name else "Soá 12"))
    assert right in found.body and "Số 12" in found.body and any(name in told for told in found.left_out)
    # Beside paragraphs in Unicode only those that are surely old are touched.
    mixed = made(tmp_path, para(old), para("Ông bà có mặt, sè sẽ."), para("Chữ Việt bình thường."))
    assert right in mixed.body and "Ông bà có mặt, sè sẽ." in mixed.body
    unicode = made(tmp_path, para("Ông bà có mặt."), para("Đi chợ về."))
    assert "Ông bà có mặt." in unicode.body and not unicode.left_out[:0]


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (("ĐOÀN TNCS HỒ CHÍ MINH", "BÁO CÁO", "Kết quả tháng thanh niên"), "Báo cáo kết quả tháng thanh niên"),
        (("BCH ĐOÀN XÃ", "HƯỚNG DẪN", "SỬ DỤNG VNEID"), "HƯỚNG DẪN SỬ DỤNG VNEID"),
        (("TỈNH ĐOÀN LÀO CAI", "Cách gọi video cho con cháu"), "Cách gọi video cho con cháu"),
        (("Bộ câu hỏi về căn cước", "I. Căn cước là gì"), "Bộ câu hỏi về căn cước"),
        (("BỘ CÔNG AN", "Sổ tay căn cước"), "Sổ tay căn cước"),
    ],
)
def test_the_title_is_what_the_document_is_about(tmp_path, lines, title):
    assert made(tmp_path, *(para(run(line, BOLD), look=CENTER) for line in lines), para("Chữ.")).title == title


def numbered(kind):
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{fmt}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for level, (fmt, text) in enumerate(kind)
    )
    return f'<w:numbering {SPACES}><w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'


def test_numbers_that_word_writes_itself_stay(tmp_path):
    from handbook.editing.word_numbers import numbers_of

    kinds = (("upperRoman", "Chương %1"), ("decimal", "Điều %2."), ("lowerLetter", "%3)"), ("decimal", "%2.%4."))
    styles = f'<w:styles {SPACES}><w:style w:styleId="u1"><w:name w:val="heading 1"/></w:style></w:styles>'
    numbers = numbers_of(etree.fromstring(numbered(kinds)), etree.fromstring(styles))

    def label(level):
        return numbers.label(etree.fromstring(item("x", level=level).replace("<w:p>", f"<w:p {SPACES}>", 1)))

    assert [label(level) for level in (0, 1, 1, 2, 3, 0, 1)] == ["Chương I", "Điều 1.", "Điều 2.", "", "2.1.", "Chương II", "Điều 1."]  # fmt: skip


def test_a_text_box_in_a_text_box_and_one_that_hangs_nowhere(tmp_path):
    from core.editors.office_file import text_box

    found = made(tmp_path, para("Trước ", text_box("một"), text_box("hai"), " sau."))
    assert "Trước sau." in " ".join(found.body.split()) and "một" in found.body and "hai" in found.body


def test_strict_open_xml_is_read_as_the_other(tmp_path):
    data = word_file(para("Chữ của bài."))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for old, new in (
        (b"http://schemas.openxmlformats.org/wordprocessingml/2006/main", b"http://purl.oclc.org/ooxml/wordprocessingml/main"),
        (b"http://schemas.openxmlformats.org/officeDocument/2006/", b"http://purl.oclc.org/ooxml/officeDocument/"),
    ):  # fmt: skip
        parts = {name: part.replace(old, new) for name, part in parts.items()}
    with zipfile.ZipFile(tmp_path / "chat.docx", "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    assert "Chữ của bài." in import_document(tmp_path / "chat.docx", "chat").body


HOSTILE = {
    "entities": '<!DOCTYPE a [<!ENTITY b "c"><!ENTITY d "&b;&b;">]><w:document {spaces}><w:body><w:p><w:r><w:t>&d;</w:t></w:r></w:p></w:body></w:document>',
    "an outside entity": '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><w:document {spaces}><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>',
    "cut short": "<w:document {spaces}><w:body><w:p>",
    "no document": "<a/>",
    "very deep": "<w:document {spaces}><w:body>" + "<w:p>" * 20_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_files_end_in_a_sentence(tmp_path, text):
    with zipfile.ZipFile(tmp_path / "a.docx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", text.replace("{spaces}", SPACES))
    status, said = command("new", "topic", "--from", tmp_path / "a.docx", "--docs", tmp_path / "docs")
    assert "Traceback" not in said and "root:" not in said
    assert status == 1 and "tệp bị hỏng" in said or status == 0 and "root:" not in page_of(tmp_path / "docs")[1]


def test_a_file_that_unpacks_to_a_gigabyte_is_refused(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.docx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * 90_000_000)
    with pytest.raises(UnreadableError):
        import_document(tmp_path / "a.docx", "a")


def test_a_dropped_file_is_told_its_own_command(tmp_path):
    docs = tmp_path / "docs"
    (docs / "chuyen-de").mkdir(parents=True)
    (docs / "chuyen-de" / "Bài có dấu.docx").write_bytes(word_file())
    (problem,) = (one for one in read_catalog(docs, dt.date(2026, 11, 30)).problems if ".docx" in one.path)
    assert 'make new topic FROM="docs/chuyen-de/Bài có dấu.docx"' in problem.fix
