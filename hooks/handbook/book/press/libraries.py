"""The two libraries that draw, and that some machines cannot have: Typst and pikepdf have no wheel for them.

Which machines these are stands in ``requirements.in``, and ``tests/core/test_wheels.py`` holds it against the files
of the package index.  Checking and previewing need neither, so both are imported where they are used.
"""

from __future__ import annotations

from importlib.util import find_spec

from handbook.problem import Problem

#: Without it nothing is drawn: no book, no icon of the site on a phone, so no site to publish.
COMPILER = "typst"
#: Without it no book is finished; the site needs none.
PACKER = "pikepdf"
_PUBLISHED = (
    "sách do máy của GitHub dựng khi xuất bản. Máy khác mà thấy lời này thì gõ lại: pip install -r requirements.txt."
)
_WORDS = {
    COMPILER: (
        "Máy này không có thư viện typst (không có bản cho Windows ARM) nên không dựng được trang để đăng và sách PDF.",
        f"Xem thử (mkdocs serve) và kiểm tra (python hooks check) vẫn chạy; trang và {_PUBLISHED}",
    ),
    PACKER: (
        "Máy này không có thư viện pikepdf (không có bản cho macOS 14 trở về trước, cho máy Mac chip Intel) nên không dựng "
        "được sách PDF.",
        f"Xem thử, kiểm tra, và dựng trang không có sách (đặt biến HANDBOOK_BOOK=false) vẫn chạy; {_PUBLISHED}",
    ),
}


def lacking(name: str) -> Problem | None:
    """Why nothing is drawn without the library ``name`` and what works all the same; ``None`` if it is there."""
    return None if _is_there(name) else Problem("requirements.txt", 0, *_WORDS[name], code="sach-thu-vien")


def lacking_for_books() -> Problem | None:
    """The same of whichever library books lack."""
    return lacking(COMPILER) or lacking(PACKER)


def _is_there(name: str) -> bool:
    try:
        return find_spec(name) is not None
    except (ImportError, ValueError):  # there only in part
        return False
