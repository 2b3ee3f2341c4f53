"""Files that the handbook has no use for where they lie, and what to do with each kind."""

from __future__ import annotations

import difflib

from handbook.problem import Problem
from handbook.sections import BY_FOLDER, Kind, Section
from handbook.source.file_names import TABLE_SUFFIXES
from handbook.vietnamese.text import slug

# What a command turns into a page; {file} is the file's own path.
_IMPORTED = (
    'Máy đổi tệp này thành bài giúp: gõ make new topic FROM="{file}" (Windows: python hooks new topic --from "{file}"), '
    "rồi chuyển tệp này ra khỏi docs/."
)
_ADVICE = {
    **dict.fromkeys((".docx", ".odt", ".rtf", ".html", ".htm"), _IMPORTED),
    ".doc": "Mở bằng Word, lưu lại (Save as) thành .docx. " + _IMPORTED.replace("{file}", "{stem}.docx"),
    **dict.fromkeys(
        (".txt", ".pages"),
        'Tạo bài bằng lệnh make new topic "Tên bài" (Windows: python hooks new topic "Tên bài"), chép chữ trong tệp '
        "này vào đó, rồi xóa tệp này.",
    ),
    **dict.fromkeys(
        (".pdf", ".ppt", ".pptx", ".zip", ".rar", ".7z"),
        "Xóa tệp này; trong bài, dẫn địa chỉ nơi công bố nó ở phần nguon. Số liệu trong tệp thì chép ra bảng, đặt vào docs/so-lieu/.",
    ),
    **dict.fromkeys(
        (".heic", ".heif", ".bmp", ".tif", ".tiff", ".jfif"),
        "Mở bằng chương trình xem ảnh, lưu lại (Save as) thành JPEG hoặc PNG rồi xóa tệp này.",
    ),
    **dict.fromkeys(
        (".mp4", ".mov", ".mp3", ".wav", ".m4a"),
        "Xóa tệp này: phim và tiếng quá nặng cho mạng yếu. Kể lại bằng chữ và ảnh chụp màn hình.",
    ),
    **dict.fromkeys((".markdown", ".mdx"), "Đổi đuôi tệp thành .md."),
    **dict.fromkeys(
        (*TABLE_SUFFIXES, ".xlsm", ".xlsb", ".numbers"),
        "Bảng số liệu (.csv, .xlsx, .ods) đặt trong docs/so-lieu/: chuyển tệp vào đó.",
    ),
}


def strange_file(display: str, suffix: str, section: Section | None) -> Problem:
    """A file of a kind that is not read in its folder."""
    where = section.folder if section else ""
    if section and section.kind in (Kind.REGISTER, Kind.GLOSSARY):
        advice = f"Chép dòng mới vào docs/{where}/{where}.csv rồi xóa tệp này."
        read = f"tệp {where}.csv" + (", cach-noi.csv, tinh-huong.csv" if section.kind is Kind.GLOSSARY else "")
        return Problem(display, 0, f"Thư mục này chỉ đọc {read}; tệp này không được dùng.", advice, "tep-la")
    if section and section.kind is Kind.TABLE and suffix in (".xlsm", ".xlsb"):
        advice = "Mở bằng Excel, lưu lại (Save as) dạng .xlsx, không có macro; xóa tệp này."
    elif section and section.kind is Kind.TABLE and suffix == ".numbers":
        advice = "Mở bằng Numbers, chọn File, Export To, Excel; chép tệp .xlsx vào đây, xóa tệp này."
    else:
        advice = _ADVICE.get(suffix, "Bài viết lưu thành .md, bảng số liệu đặt trong docs/so-lieu/; thứ khác thì xóa.")
    advice = advice.replace("{file}", display).replace("{stem}", display.removesuffix(suffix))
    kind = f"tệp có đuôi “{suffix}”" if suffix else "tệp không có đuôi"
    return Problem(display, 0, f"Không biết làm gì với {kind} ở thư mục này.", advice, "tep-la")


def strange_folder(uri: str, display: str) -> Problem:
    """A page or table in a folder that is no section: it would stand in no list of pages."""
    folder = uri.split("/", 1)[0]
    near = difflib.get_close_matches(slug(folder), tuple(BY_FOLDER), n=1, cutoff=0.5)
    hint = f"Có phải ý bạn là “{near[0]}”? " if near else ""
    return Problem(
        display,
        0,
        f"Thư mục “{folder}” không phải mục nào của cẩm nang, nên bài này không hiện ở đâu.",
        f"{hint}Chuyển tệp vào một trong các thư mục: {', '.join(BY_FOLDER)}.",
        "thu-muc-la",
    )
