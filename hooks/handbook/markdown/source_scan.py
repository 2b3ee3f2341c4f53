"""What stands in the source of a page: code, headings, link targets, table blocks."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from handbook.cache.memo import memo
from handbook.markdown.blocks import SHOW, TableRequest, request_from
from handbook.source.yaml_text import BrokenYaml, read_yaml
from handbook.vietnamese.text import slug

# As pymdownx.superfences reads it: in lists and quotes too, and closed by a mark of the same length.
_MARK = r"[ \t>]*(?P<fence>`{3,}|~{3,})"
FENCE_LINE = re.compile(_MARK)
FENCE = re.compile(rf"^{_MARK}[^\n]*\n.*?^[ \t>]*(?P=fence)[ \t]*$", re.DOTALL | re.MULTILINE)
_CODE = re.compile(r"(`+)(?!`).+?(?<!`)\1(?!`)", re.DOTALL)
_LINK = re.compile(r"\[(?<!\\\[)(?:[^\[\]]|\[[^\[\]]*\])*\]\(\s*<?(?P<target>[^\s)>]+)>?(?:\s+\"[^\"]*\")?\s*\)")
_DEFINED = re.compile(r"^ {0,3}\[(?!\^)[^\]\n]+\]:[ \t]*<?(?P<target>[^\s>]+)", re.MULTILINE)
_HEADING = re.compile(r"^(?P<marks>#{1,6})[ \t]+(?P<text>.+?)[ \t]*#*[ \t]*$", re.MULTILINE)
_ID = re.compile(r"\{[^}]*#(?P<id>[\w-]+)[^}]*\}\s*$")
_MARKUP = re.compile(r"[*_`]|\[([^\]]*)\]\([^)]*\)")
_KEPT = 1 << 13  # pages; a preview reads the same ones again and again
_OPTIONS = re.compile(
    r"^(?P<indent>[ \t]*)/{3,}[ ]*(?P<name>[\w-]+)[^\n]*\n(?P<options>(?:(?P=indent)[ ]{4,}\S[^\n]*(?:\n|\Z))+)",
    re.MULTILINE,
)
_BLOCK = re.compile(r"^ {0,3}/{3,} *so-lieu *\| *(?P<name>[^\n]*?) *\n(?P<options>(?: {4,}[^\n]+\n)*)", re.MULTILINE)


@dataclass(frozen=True)
class BlockOptions:
    """The indented lines right below ``/// name``: YAML for the block's converter.  ``line`` counts from 0."""

    name: str
    line: int
    data: object = None
    broken: BrokenYaml | None = None


@memo(_KEPT)
def block_options(body: str) -> tuple[BlockOptions, ...]:
    """The options of every block of ``body`` that has any."""
    return tuple(_options(without_code(body))) if "///" in body else ()


def _options(text: str) -> Iterator[BlockOptions]:
    for match in _OPTIONS.finditer(text):
        line = text.count("\n", 0, match.start("options"))
        try:
            yield BlockOptions(match["name"], line, read_yaml(textwrap.dedent(match["options"])).data)
        except BrokenYaml as error:
            yield BlockOptions(match["name"], line + error.line, broken=error)


def without_options(text: str) -> str:
    """``text`` with the options of blocks blanked out, every other character where it was."""
    if "///" not in text:
        return text
    return _OPTIONS.sub(
        lambda match: match.group()[: match.start("options") - match.start()] + re.sub(r"[^\n]", " ", match["options"]),
        text,
    )


@memo(_KEPT)
def is_convertible(body: str) -> bool:
    """Whether a converter may be given ``body``: it reads the options of blocks by a YAML reader without limits, and
    makes attributes of ``attrs``, handlers too."""
    return not any(
        options.broken or isinstance(options.data, Mapping) and "attrs" in options.data
        for options in block_options(body)
    )


@memo(_KEPT)
def without_code(body: str) -> str:
    """``body`` with code blanked out, every other character where it was."""

    def blank(match: re.Match[str]) -> str:
        return re.sub(r"[^\n]", " ", match.group())

    if "```" in body or "~~~" in body:
        body = FENCE.sub(blank, body)
    return _CODE.sub(blank, body) if "`" in body else body


@memo(_KEPT)
def headings(body: str) -> tuple[tuple[int, str], ...]:
    """Level and anchor of each heading of ``body``, in order."""
    found: list[tuple[int, str]] = []
    taken: set[str] = set()
    for match in _HEADING.finditer(FENCE.sub(lambda fence: "\n" * fence.group().count("\n"), body)):
        text = match["text"]
        explicit = _ID.search(text)
        base = explicit["id"] if explicit else slug(_MARKUP.sub(r"\1", text))
        name, number = base, 0
        while name in taken:  # as Python-Markdown's toc extension does
            number += 1
            name = f"{base}_{number}"
        taken.add(name)
        found.append((len(match["marks"]), name))
    return tuple(found)


@memo(_KEPT)
def targets_in(body: str) -> tuple[tuple[int, str], ...]:
    """Line, counted from 0, and target of each link of ``body``; no images."""
    text = without_code(body)
    return tuple(
        (text.count("\n", 0, match.start()), match["target"])
        for match in (*_LINK.finditer(text), *(_DEFINED.finditer(text) if "]:" in text else ()))
        if text[match.start() - 1 : match.start()] != "!"
    )


@dataclass(frozen=True)
class BlockReference:
    """A block as written: its request, its line from 1, and what its options lack."""

    request: TableRequest
    line: int
    complaint: str = ""


@memo(_KEPT)
def blocks_in(body: str) -> tuple[BlockReference, ...]:
    """The ``/// so-lieu`` blocks of ``body``."""
    return tuple(_blocks(body))


def _blocks(body: str) -> Iterator[BlockReference]:
    text = without_code(body)
    for match in _BLOCK.finditer(text):
        line = text.count("\n", 0, match.start()) + 1
        try:
            options = read_yaml(match["options"]).data
            options = {} if options is None else options
        except BrokenYaml:
            options = None
        if not isinstance(options, Mapping):
            yield BlockReference(request_from(match["name"], {}), line, "phần tùy chọn (dòng thụt vào) sai cú pháp")
            continue
        strange = [f"“{key}”" for key in options if key not in ("loc", "hien")]
        request = request_from(match["name"], options)
        complaint = (
            f"không có tùy chọn {', '.join(strange)}"
            if strange
            else (f"hien không nhận “{request.show}”" if request.show not in SHOW else "")
        )
        yield BlockReference(request, line, complaint)
