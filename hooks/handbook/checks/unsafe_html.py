"""HTML in Markdown that could run script, load from elsewhere or change the page's look.

Articles come from many hands, so raw HTML is held against an allow-list; text
in code is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from html import unescape

from handbook.cache.memo import memo
from handbook.catalogue.catalog import Article, Catalog
from handbook.checks.html_tags import ADDRESSES, DANGEROUS, HARMLESS, StartTags
from handbook.markdown.attribute_lists import IS_LIST, NAMES
from handbook.markdown.quoted_figures import SHORT_OF_A_BRACE
from handbook.markdown.source_scan import block_options, without_code, without_options
from handbook.markdown.text_elements import TEXT_ATTRIBUTES, TEXT_ELEMENTS
from handbook.problem import Problem
from handbook.source.guard import told

ELEMENTS = TEXT_ELEMENTS | {"col", "colgroup"}
# Nothing that acts, fetches, or takes the name of a part of the page; `aria-…` too.
ATTRIBUTES = TEXT_ATTRIBUTES | frozenset(
    [
        "abbr",
        "cite",
        "dir",
        "download",
        "height",
        "hidden",
        "loading",
        "markdown",
        "rel",
        "role",
        "target",
        "type",
        "width",
    ]
)
_SCHEME = re.compile(r"\s*([a-z][a-z0-9+.\-]*):", re.IGNORECASE)
_SAFE_SCHEMES = frozenset(("http", "https", "mailto", "tel", "sms"))
# What browsers skip when they read an address (WHATWG URL): tabs, line ends, leading control characters.
_SKIPPED = re.compile(r"[\t\n\r]|^[\x00-\x20]+")
_OWN_FILE = re.compile(r"file:|[a-z]:[\\/]|\\\\", re.IGNORECASE)
_AUTOLINK = re.compile(r"<(?:https?://[^\s<>]*|(?:mailto:)?[\w.+-]+@[\w.-]+)>", re.IGNORECASE)
_OTHER_AUTOLINK = re.compile(r"<(?P<target>[a-z][a-z0-9+.\-]*:[^\s<>]*)>", re.IGNORECASE)
_TARGET = re.compile(r"\]\(\s*<?(?P<target>[^\s)>]+)")
_DEFINED = re.compile(r"^ {0,3}\[[^\]\n]+\]:\s*<?(?P<target>[^\s>]+)", re.MULTILINE)
# `{: onclick="…" }` and `{ onclick=… }` of the attr_list extension become attributes.
# Not `{{ … }}`, which quotes a figure.
_ATTRIBUTES = re.compile(
    r"""(?<!\{)\{(?![{%])(?:(?P<list>(?:"[^"\n]*"|'[^'\n]*'|[^{}\n"'])*+)|(?P<plain>[^{}\n]*+))\}"""
)
# What was meant for one, and is no list of names that may be used (handbook.markdown.attribute_lists).
_MEANT = re.compile(r"\A\s*(?::|[#.][\w-])|[\w-]\s*=")
_QUOTED = re.compile(r""""[^"\n]*"|'[^'\n]*'""")
_NAME = re.compile(r"(?<![^\s\"'])(?P<name>[^\s=\"'#.]+)\s*=")
# The theme finds its own parts by such names: an article's would take their place.
_OWN_ID = re.compile(r"""(?:#|\bid\s*=\s*["']?)__""")
_ADDRESS_ATTRIBUTE = re.compile(r"""(?<![\w-])(?:href|src|action)\s*=\s*["']?(?P<target>[^"'\s}]+)""", re.IGNORECASE)
# Marked sections of XML, which HTML takes for a comment that nobody closes where its writer thought.
_MARKED = re.compile(r"<!\[[^\n]*")
_TAG = re.compile(r"<\s*/?\s*[a-z!]", re.IGNORECASE)
# What would end an attribute and begin another: harmless where values are escaped, and nothing that people write.
_BREAKS_OUT = re.compile(r"""["'`][\s/]*+(?:[a-z-]+\s+){0,3}[a-z][a-z-]*\s*=\s*["']?[^\s"'=]""", re.IGNORECASE)
_FIX = "Viết bằng Markdown thường; mã mẫu thì đặt giữa hai dấu ` hoặc trong khối ```."

_KEPT = 1 << 13  # pages, as in handbook.checks.links


def check_html(catalog: Catalog) -> tuple[Problem, ...]:
    """Unsafe HTML of every page, with its line."""
    return tuple(
        problem
        for article in catalog.articles.values()
        for problem in (
            *told(article.path, partial(_check_front_matter, article)),
            *told(article.path, partial(_check_body, article.path, article.body, article.body_line)),
        )
    )


def dangers(html: str) -> tuple[str, ...]:
    """What in finished HTML could run script, in order and without repetition."""
    if HARMLESS.fullmatch(html):
        return ()
    reader = StartTags()
    reader.feed(html)
    reader.close()
    found = [
        name
        for _, tag, attributes in reader.tags
        for name in ((f"<{tag}>",) if tag in DANGEROUS else ()) + tuple(_bad_attributes(attributes, strict=False))
    ]
    return tuple(dict.fromkeys(found))


def is_on_one_machine(target: str) -> bool:
    """Whether ``target`` is a file of its writer's computer: ``file:///C:/a.png``, ``C:\\a.png``, ``\\\\may-chu\\a.png``."""
    return bool(_OWN_FILE.match(target))


def is_safe_address(target: str) -> bool:
    """Whether a browser that follows ``target`` stays with documents, mail and telephone."""
    scheme = _SCHEME.match(_SKIPPED.sub("", unescape(target)))
    return not scheme or scheme[1].lower() in _SAFE_SCHEMES


@memo(_KEPT)
def _check_body(path: str, body: str, body_line: int) -> tuple[Problem, ...]:
    return tuple(_dangers_in(path, body, body_line))


def _dangers_in(path: str, body: str, body_line: int) -> Iterator[Problem]:
    text = without_options(without_code(body))

    def problem(line: int, what: str, code: str) -> Problem:
        return Problem(path, body_line + line, what, _FIX, code)

    # Most pages hold no HTML and no such list: a look for one letter tells it sooner than a pattern.
    has_tags = "<" in text
    targets = (_TARGET, *((_DEFINED,) if "]:" in text else ()), *((_OTHER_AUTOLINK,) if has_tags else ()))
    for match in (match for pattern in targets for match in pattern.finditer(text)):
        target = match["target"]
        line = text.count("\n", 0, match.start())
        if is_on_one_machine(target):
            yield Problem(
                path,
                body_line + line,
                f"Liên kết “{target}” trỏ vào máy của bạn, người khác không mở được.",
                "Dẫn địa chỉ nơi công bố tệp, bắt đầu bằng https://; ảnh thì chép vào cạnh bài.",
                "lien-ket-nguy-hiem",
            )
        elif not is_safe_address(target):
            yield problem(line, f"Liên kết “{target}” có thể chạy mã.", "lien-ket-nguy-hiem")
    for attributes in _ATTRIBUTES.finditer(text) if "{" in text else ():
        if SHORT_OF_A_BRACE.match(text, attributes.start()):
            continue  # told as what it is by handbook.checks.table_references
        inside = attributes["plain"] if attributes["list"] is None else attributes["list"]
        if not _MEANT.search(inside):
            continue  # words in braces, shown as they are
        line = text.count("\n", 0, attributes.start())
        wrong = [*_wrong_in_list(inside, partial(problem, line))]
        yield from wrong
        if not wrong and not IS_LIST.fullmatch(attributes.group()):
            yield Problem(
                path,
                body_line + line,
                f"“{_short(attributes.group())}” không phải thuộc tính dùng được, chữ này hiện nguyên trên trang.",
                f"Dùng được: {{#ten-muc}}, {{.lich-su}} và {', '.join(NAMES)} với giá trị trong dấu nháy thẳng; không cần thì xóa.",
                "html-thuoc-tinh",
            )
    yield from _dangers_in_options(path, body, body_line)
    if not has_tags:
        return
    for match in _MARKED.finditer(text):
        yield problem(
            text.count("\n", 0, match.start()), f"“{_short(match.group())}” là mã XML, không phải chữ.", "html-the"
        )
    reader = StartTags()
    reader.feed(_AUTOLINK.sub(lambda link: " " * len(link.group()), text))
    reader.close()
    for line, tag, given in reader.tags:
        if tag not in ELEMENTS:
            yield problem(line - 1, f"Thẻ HTML <{tag}> không được dùng trong bài.", "html-the")
        elif bad := ", ".join(dict.fromkeys(_bad_attributes(given, strict=True))):
            yield problem(line - 1, f"Thẻ <{tag}> có {bad}, không được dùng trong bài.", "html-thuoc-tinh")


def _wrong_in_list(inside: str, problem: Callable[[str, str], Problem]) -> Iterator[Problem]:
    for found in _NAME.finditer(_QUOTED.sub('""', inside)):
        if not _is_allowed(found["name"].lower()):
            yield problem(f"Thuộc tính “{found['name']}” không được dùng trong bài.", "html-thuoc-tinh")
    if _OWN_ID.search(inside):
        yield problem("Tên mục bắt đầu bằng “__” là tên riêng của giao diện.", "html-thuoc-tinh")
    for address in _ADDRESS_ATTRIBUTE.finditer(inside):
        if not is_safe_address(address["target"]):
            yield problem(f"Liên kết “{address['target']}” có thể chạy mã.", "lien-ket-nguy-hiem")


def _dangers_in_options(path: str, body: str, body_line: int) -> Iterator[Problem]:
    for options in block_options(body):
        line = body_line + options.line
        if options.broken:
            yield Problem(
                path,
                line,
                options.broken.message
                or f"Dòng thụt vào ngay dưới “/// {options.name}” là phần tùy chọn, viết sai nên không đọc được.",
                options.broken.fix or "Thêm một dòng trống dưới dòng ///, hoặc bỏ phần thụt vào.",
                "khoi-tuy-chon",
            )
        elif isinstance(options.data, Mapping) and "attrs" in options.data:
            yield Problem(
                path,
                line,
                f"Khối “/// {options.name}” có tùy chọn “attrs”, không được dùng trong bài.",
                "Xóa dòng attrs và những gì thụt vào dưới nó.",
                "html-thuoc-tinh",
            )


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 60 else f"{text[:60]}…"


def _check_front_matter(article: Article) -> Iterator[Problem]:
    """Titles and summaries are shown as they are, so they hold no HTML."""
    for field, value in _texts(article.meta.model_dump(by_alias=True), ()):
        if _TAG.search(value) or _BREAKS_OUT.search(value):
            # Where a list item starts is known; its parts stand close below.
            places = (field[:size] for size in range(len(field), 0, -1))
            line = next((article.lines[place] for place in places if place in article.lines), 0)
            yield Problem(
                article.path,
                line,
                f"Mục “{field[0]}” ở đầu tệp có {'thẻ' if _TAG.search(value) else 'thuộc tính'} HTML.",
                "Viết chữ thường, không có dấu <."
                if _TAG.search(value)
                else 'Viết chữ thường, không có mã như onclick="…".',
                "html-dau-trang",
            )


def _texts(value: object, place: tuple) -> Iterator[tuple[tuple, str]]:
    if isinstance(value, str):
        yield place, value
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _texts(inner, (*place, key))
    elif isinstance(value, (list, tuple)):
        for index, inner in enumerate(value):
            yield from _texts(inner, (*place, index))


def _is_allowed(name: str) -> bool:
    return name in ATTRIBUTES or name.startswith("aria-")


def _bad_attributes(attributes: list[tuple[str, str | None]], *, strict: bool) -> Iterator[str]:
    for name, value in attributes:
        if (strict and not _is_allowed(name)) or name.startswith("on") or name == "srcdoc":
            yield f"thuộc tính {name}"
        elif strict and name == "id" and (value or "").startswith("__"):
            yield "tên riêng của giao diện (__)"
        elif (
            name in ADDRESSES
            and value
            and not is_safe_address(value)
            and not (name in ("src", "xlink:href") and value.startswith("data:image/"))
        ):
            yield f"địa chỉ “{value[:40]}”"
