"""File names that are safe on every system and in every address.

A dot too many is not a matter of taste: mkdocs-static-i18n takes any two
letters before the extension for a language, so ``so-lieu.hn.csv`` would vanish
from the site without a word.
"""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from handbook.problem import Problem
from handbook.sections import DEFAULT_LANGUAGE, LANGUAGES
from handbook.vietnamese.text import slug

PAGE_SUFFIXES = (".md",)
TABLE_SUFFIXES = (".csv", ".xlsx", ".ods", ".xls", ".tsv")
#: Tables of programs whose files are not read.
TABLE_LIKE = (".xlsm", ".xlsb", ".numbers", ".gsheet")
#: Documents that are turned into pages, whatever they are called.
TOLD_BY_KIND = (".doc", ".docx", ".odt", ".rtf", ".txt", ".pages", ".pdf", ".ppt", ".pptx", ".html", ".htm")
REGISTER = "van-ban/van-ban.csv"
GLOSSARY = "thuat-ngu/thuat-ngu.csv"
SAYINGS = "thuat-ngu/cach-noi.csv"
SITUATIONS = "thuat-ngu/tinh-huong.csv"
IMAGE_SUFFIXES = (".png", ".jpg", ".jpeg", ".webp", ".avif", ".svg", ".gif")
_STEM = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
# learn.microsoft.com, "Naming Files, Paths, and Namespaces": whatever the extension.
_RESERVED = frozenset(
    ("con", "prn", "aux", "nul", *(f"{name}{number}" for name in ("com", "lpt") for number in range(10)))
)
_TRANSLATED = tuple(language for language in LANGUAGES if language != DEFAULT_LANGUAGE)
# Left behind by Excel, LibreOffice, Windows, macOS and editors: not content.
_LITTER = re.compile(r"(^|/)(~\$[^/]*|\.[^/]*|Thumbs\.db|desktop\.ini|[^/]*~|[^/]*\.tmp)$", re.IGNORECASE)


def is_litter(uri: str) -> bool:
    """Whether a program left this file behind (``~$bang.xlsx``, ``.DS_Store``)."""
    return bool(_LITTER.search(uri)) or any(part.startswith(".") for part in uri.split("/"))


def split_language(uri: str) -> tuple[str, str]:
    """``"a/x.en.md"`` → ``("a/x.md", "en")``; without a suffix the default language."""
    path = PurePosixPath(uri)
    language = path.suffixes[-2][1:] if len(path.suffixes) > 1 else ""
    if language in LANGUAGES:
        return str(path.with_name(path.name[: -len(path.suffix) - len(language) - 1] + path.suffix)), language
    return uri, DEFAULT_LANGUAGE


def check_name(uri: str, display_path: str) -> tuple[Problem, ...]:
    """Problems of one path below ``docs/``: ASCII, ``[a-z0-9-]``, one dot."""
    path = PurePosixPath(uri)
    stem, dot, ending = path.name.partition(".")
    ending_is_right = ending.lower() == ending and (
        "." not in ending or (ending.split(".")[0] in _TRANSLATED and ending.count(".") == 1)
    )
    folders_are_right = all(_STEM.fullmatch(part) for part in path.parts[:-1])
    if stem.lower() in _RESERVED and folders_are_right:
        return (
            Problem(
                display_path,
                0,
                f"Windows giữ riêng tên “{stem}”, máy Windows không mở được tệp này.",
                f"Đổi tên thành “{path.with_name(f'bai-{path.name.lower()}')}”.",
                "ten-tep",
            ),
        )
    if dot and ending and _STEM.fullmatch(stem) and ending_is_right and folders_are_right:
        return ()
    better = _better_name(path)
    message = "Tên tệp chỉ được gồm chữ thường không dấu a-z, chữ số, gạch nối và một dấu chấm trước đuôi tệp."
    if "." in ending and not ending_is_right and _STEM.fullmatch(stem):
        message = (
            "Tên tệp có thừa dấu chấm: phần giữa hai dấu chấm bị hiểu là mã ngôn ngữ, "
            "tệp sẽ biến mất khỏi trang mà không báo gì."
        )
    return (Problem(display_path, 0, message, f"Đổi tên thành “{better}”.", "ten-tep"),)


def _better_name(path: PurePosixPath) -> str:
    suffix = path.suffix.lower()
    stem = path.name[: -len(path.suffix)] if path.suffix else path.name
    for language in _TRANSLATED:
        if stem.lower().endswith("." + language):
            return "/".join((*map(slug, path.parts[:-1]), slug(stem[:-3]) + f".{language}{suffix}"))
    return "/".join((*map(slug, path.parts[:-1]), slug(stem) + suffix))
