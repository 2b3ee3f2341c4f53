"""Mends what is safe to mend in a page; code, addresses and the keys of the front matter stay as they are.

Mending twice changes nothing more.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from handbook.checks.characters import DOUBLE_SPACE, INVISIBLE, SPACE_BEFORE, is_layout
from handbook.checks.foreign_markdown import mending
from handbook.checks.foreign_signs import wiki_links
from handbook.checks.lost_letters import is_wrong
from handbook.checks.page import Content, Page
from handbook.checks.prose_mask import HEAD, cover
from handbook.checks.quoted_values import quoting
from handbook.checks.spelling import misplaced
from handbook.source.frontmatter import split
from handbook.vietnamese.text import fold, nfc

# With one of these the file was not understood, so nothing in it is touched.
READ_ERRORS = frozenset(
    {"ma-hoa", "xung-dot", "khai-bao-thieu", "khai-bao-yaml", "khai-bao-trung", "qua-dai", "anh-nhung", "tep-kho-doc"}
)
Edit = tuple[int, int, str]
TargetOf = Callable[[str, bool], str]
# A prose letter with what combines with it.
_DECOMPOSED = re.compile("[^\\W\\d_][\u0300-\u036f]+")


@dataclass(frozen=True, order=True)
class Mended:
    """What was changed on a line, in words for the editor."""

    path: str
    line: int
    what: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: đã sửa: {self.what}." if self.line else f"{self.path}: đã sửa: {self.what}."


def mend(page: Page, target_of: TargetOf = lambda name, is_picture: "") -> tuple[str, tuple[Mended, ...]]:
    """The text of ``page`` mended, with ``\\n`` line ends, and what was changed (nothing: unchanged).

    ``target_of`` says where a name in double brackets leads; ``""``: that is not certain.
    """
    path = page.article.path
    text = page.raw.replace("\r\n", "\n").replace("\r", "\n")
    done = [Mended(path, 0, "ký hiệu xuống dòng")] if text != page.raw else []
    before = text

    def wiki(text: str, prose: str) -> Iterator[Edit]:
        head = HEAD.match(text)
        return wiki_links(text, prose, head.end(), target_of) if head else iter(())

    steps = (wiki, *(step for step in _STEPS if page.is_vietnamese or step is not _tones))
    # Removing one thing may uncover another ("a ​ b" holds two spaces): until nothing changes.
    while True:
        start = text
        for step in steps:
            edits = sorted(step(text, cover(text)))
            done += [
                Mended(path, text.count("\n", 0, first) + 1, _words(step, text[first:last], new))
                for first, last, new in edits
            ]
            text = _apply(text, edits)
        if text == start:
            break
    if _head(text, path) != _head(before, path):
        return page.raw, ()
    return text, tuple(done)


def mend_content(content: Content) -> Iterator[tuple[Page, str, tuple[Mended, ...]]]:
    """The pages that change, with their new text; pages with read errors are left alone."""
    unread = {problem.path for problem in content.catalog.problems if problem.code in READ_ERRORS}
    for page in content.pages:
        if page.article.path not in unread:
            text, done = mend(page, partial(_target, content, page))
            if done:
                yield page, text, done


def _target(content: Content, page: Page, name: str, is_picture: bool) -> str:
    """Where ``[[name]]`` leads from ``page``: the one page of that title or file name, or the picture beside it."""
    here = posixpath.dirname(page.article.path.removeprefix(f"{content.docs.name}/"))
    if is_picture:
        return name if re.fullmatch(r"[\w-]+\.\w+", name) and (content.docs / here / name).is_file() else ""
    found = {
        other.article.path.removeprefix(f"{content.docs.name}/")
        for other in content.pages
        if other.article.language == page.article.language
        and (
            fold(other.article.meta.title) == fold(name)
            or other.article.key.rpartition("/")[2] == name.removesuffix(".md")
        )
    }
    return posixpath.relpath(found.pop(), here or ".") if len(found) == 1 else ""


def _head(text: str, path: str) -> tuple:
    """Keys and shape of the front matter, which mending must not change."""
    front, problems = split(nfc(text), path)
    return tuple(front.lines), len(problems)


def _apply(text: str, edits: list[Edit]) -> str:
    for first, last, new in reversed(edits):
        text = text[:first] + new + text[last:]
    return text


def _foreign(text: str, prose: str) -> Iterator[Edit]:
    head = HEAD.match(text)
    return mending(text, prose, head.end()) if head else iter(())


def _letters(text: str, prose: str) -> Iterator[Edit]:
    for match in _DECOMPOSED.finditer(prose):
        whole = nfc(match.group())
        if whole != match.group():
            yield match.start(), match.end(), whole


def _hidden_characters(text: str, prose: str) -> Iterator[Edit]:
    return ((match.start(), match.end(), "") for match in INVISIBLE.finditer(prose))


def _tones(text: str, prose: str) -> Iterator[Edit]:
    return (
        (start, start + len(word), better)
        for start, word, better in misplaced(prose)
        if not is_wrong(prose, start)  # VNI's letters only look like it
    )


def _double_spaces(text: str, prose: str) -> Iterator[Edit]:
    return (
        (match.start(), match.end(), " ")
        for match in DOUBLE_SPACE.finditer(prose)
        if not is_layout(prose, match.start())
    )


def _spaces_before(text: str, prose: str) -> Iterator[Edit]:
    return (
        (match.start(), match.end(), "")
        for match in SPACE_BEFORE.finditer(prose)
        if not is_layout(prose, match.start())
    )


Step = Callable[[str, str], Iterator[Edit]]
_STEPS: tuple[Step, ...] = (quoting, _foreign, _letters, _hidden_characters, _tones, _double_spaces, _spaces_before)
_NAMES: Mapping[Step, str] = {
    quoting: "chữ trông như số ở phần khai báo, nay trong dấu nháy",
    _foreign: "dấu, danh sách, khung hoặc bảng viết theo kiểu khác",
    _letters: "chữ có dấu lưu rời",
    _hidden_characters: "ký tự không nhìn thấy",
    _double_spaces: "hai dấu cách liền nhau",
    _spaces_before: "dấu cách trước dấu câu",
}


def _words(step: Step, old: str, new: str) -> str:
    if step is _hidden_characters:
        return f"{_NAMES[step]} U+{ord(old):04X}"
    if step not in _STEPS:
        return f"liên kết “{old}” thành “{new}”"
    return _NAMES.get(step) or f"đặt dấu thanh: “{old}” thành “{new}”"
