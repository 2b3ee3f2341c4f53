"""Pictures and letters checked with the compiler itself, before the book is set.

One bad picture or one letter that no font has would stop a whole book; here it
becomes a problem with its file and line, and the rest of the book is made.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from handbook.book.html_tree.inline import Node
from handbook.book.html_tree.source_lines import line_of
from handbook.book.model import Book, Chapter
from handbook.cache.sealed import put
from handbook.problem import Problem
from handbook.source.web_address import is_file

if TYPE_CHECKING:
    import typst

T = TypeVar("T")
STAND_IN = "□"
_IGNORED = dict.fromkeys((0xFE0E, 0xFE0F, 0xFEFF))  # presentation selectors, byte order mark: nothing to print
_FORMATS = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg")
_TRY_TEXT = """#set document(title: "x")
#set text(font: ("Source Sans Pro", "DejaVu Sans Mono", "New Computer Modern"), lang: "vi")
#sys.inputs.text"""
_TRY_PICTURE = '#set document(title: "x")\n#image(sys.inputs.path, alt: "x")'
_TRY_DRAWING = '#set document(title: "x")\n#image(bytes(sys.inputs.svg), format: "svg", alt: "x")'


class Press:
    """The compiler with the book's fonts, for trials and for the book."""

    def __init__(self, work_dir: Path) -> None:
        import typst  # not on every machine (libraries.py)

        self.work_dir = work_dir
        self.fonts = typst.Fonts(include_system_fonts=False, font_paths=[str(work_dir / "fonts")])
        self.printable: set[str] = set()  # letters found in the fonts, for the editions after the first
        self._tried: dict[str, bool] = {}
        self._last: tuple[Book, object] | None = None
        self._known: dict[str, str] = {}
        self._compilers: dict[str, typst.Compiler] = {}

    def compiler(self, template: str) -> typst.Compiler:
        """The compiler of ``template``, which has read the templates once for all that this press prints."""
        import typst

        if template not in self._compilers:
            self._compilers[template] = typst.Compiler(
                str(self.work_dir / template), root=str(self.work_dir), font_paths=self.fonts
            )
        return self._compilers[template]

    def once(self, book: Book, make: Callable[[], T]) -> T:
        """What ``make`` gives for ``book``; the last answer is remembered, for editions that share their pages."""
        if self._last is None or self._last[0] != book:
            self._last = (book, make())
        return self._last[1]  # type: ignore[return-value]

    def remember(self, name: str, make: Callable[[], str]) -> str:
        """What ``make`` gave the first time under ``name``: facts of the folder, which nobody changes while printing."""
        if name not in self._known:
            self._known[name] = make()
        return self._known[name]

    def accepts(self, source: str, **inputs: str) -> bool:
        """Whether the small document ``source`` compiles as PDF/A-2a; each is tried once."""
        import typst

        key = repr((source, sorted(inputs.items())))
        if key not in self._tried:
            try:
                typst.compile(  # type: ignore[type-var]  # its types want source and folder to be of one type
                    source.encode(),
                    root=str(self.work_dir),
                    font_paths=self.fonts,
                    pdf_standards=["a-2a"],
                    sys_inputs=inputs,
                )
                self._tried[key] = True
            except typst.TypstError:
                self._tried[key] = False
        return self._tried[key]


def check_letters(text: str, book: Book, press: Press) -> tuple[dict[int, str | None], tuple[Problem, ...]]:
    """What to replace in ``text`` so that all of it can be printed, and a problem for each place.

    The result is a table for :meth:`str.translate`.
    """
    missing = missing_letters(text, press)
    problems = [problem for letter in missing for problem in _letter_problems(letter, book)]
    replaced: dict[int, str | None] = dict.fromkeys(_IGNORED)
    replaced.update({ord(letter): STAND_IN for letter in missing})
    return replaced, tuple(problems)


def with_known_letters(text: str, press: Press) -> str:
    """``text`` with a stand-in for each letter that no font has; where such letters stand is told with the book."""
    return replaced(text, {**_IGNORED, **{ord(letter): STAND_IN for letter in missing_letters(text, press)}})


def replaced(text: str, table: Mapping[int, str | None]) -> str:
    """``text.translate(table)``, which takes half a second for a book, when there is something to replace."""
    return text.translate(table) if any(chr(letter) in text for letter in table) else text


def missing_letters(text: str, press: Press) -> list[str]:
    """The letters of ``text`` that no font of the book has."""
    letters = sorted(set(text) - {"\n", "\r", "\t"} - press.printable)
    missing = _missing([letter for letter in letters if ord(letter) not in _IGNORED], press)
    press.printable.update(set(letters).difference(missing))
    return missing


def _missing(letters: list[str], press: Press) -> list[str]:
    """The letters that no font has, found by halving."""
    if not letters or press.accepts(_TRY_TEXT, text=" ".join(letters)):
        return []
    if len(letters) == 1:
        return letters
    middle = len(letters) // 2
    return _missing(letters[:middle], press) + _missing(letters[middle:], press)


def _letter_problems(letter: str, book: Book) -> Iterator[Problem]:
    for chapter in book.chapters:
        if letter in chapter.html or letter in chapter.title or letter in (chapter.summary or ""):
            yield letter_problem(letter, chapter.path, line_of(letter, chapter.source, chapter.source_line))


def letter_problem(letter: str, path: str, line: int) -> Problem:
    """What to tell of a letter that no font has."""
    name = unicodedata.name(letter, "không có tên")
    message = (
        f"Phông chữ của sách không có ký tự “{letter}” (U+{ord(letter):04X}, {name}); sách in {STAND_IN} thay vào."
    )
    return Problem(path, line, message, "Thay bằng chữ hoặc ký hiệu thường dùng.", "sach-thieu-chu")


def check_pictures(nodes: Iterable[Node], chapter: Chapter, docs_dir: Path | None, press: Press) -> tuple[Problem, ...]:
    """Copy the pictures of a chapter beside the templates; a bad one becomes its description."""
    problems = []
    for node in nodes:
        if node.get("t") == "drawing" and not press.accepts(_TRY_DRAWING, svg=node["svg"]):
            problems.append(
                Problem(
                    chapter.path,
                    line_of("<svg", chapter.source, chapter.source_line),
                    "Biểu đồ hoặc hình vẽ của trang không đọc được.",
                    "Kiểm tra mã SVG.",
                    "sach-hinh-hong",
                )
            )
            _describe(node)
        elif node.get("t") == "image":
            trouble = _bring(node, docs_dir, press)
            if trouble:
                line = line_of(node["src"].rpartition("/")[2], chapter.source, chapter.source_line)
                problems.append(
                    Problem(
                        chapter.path,
                        line,
                        f"Ảnh “{node['src']}” {trouble}; sách in lời mô tả thay vào.",
                        "Đặt ảnh PNG, JPEG hoặc SVG đọc được vào docs/ và ghi đúng đường dẫn.",
                        "sach-hinh-hong",
                    )
                )
                _describe(node)
    return tuple(problems)


def _bring(node: Node, docs_dir: Path | None, press: Press) -> str:
    """Copy one picture into the work folder; what is wrong with it, or ``""``."""
    source = node["src"]
    if "://" in source:
        return "nằm trên máy chủ khác"
    if not source.lower().endswith(_FORMATS):
        return "không thuộc loại in được"
    original = docs_dir / source if docs_dir else None
    if original is None or not is_file(original):
        return "không có trong docs/"
    copy = press.work_dir / "pictures" / source
    put(copy, original.read_bytes())
    node["file"] = f"/pictures/{source}"
    return "" if press.accepts(_TRY_PICTURE, path=node["file"]) else "bị hỏng"


def _describe(node: Node) -> None:
    alt, caption = node["alt"], node.get("caption")
    node.clear()
    node.update(t="missing", c=[alt])
    if caption:
        node["caption"] = caption
