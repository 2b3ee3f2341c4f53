"""Which characters of a Markdown file are prose: what a reader reads as running text.

Everything else (code, addresses, HTML, the syntax of blocks, the keys of the
front matter and values that are names for programs) is covered, character for
character, so that positions in the covered text are positions in the file.
"""

from __future__ import annotations

import re

from handbook.kit.source import marked_up
from handbook.markdown.source_scan import without_code, without_options
from handbook.source.yaml_text import BrokenYaml, read_yaml

COVER = "\ufffc"
# Front matter values that readers see; search words (tu_khoa) are as people type them.
_PROSE_KEYS = frozenset(
    [
        "title",
        "tom_tat",
        "ten",
        "cho",
        "mo_ta",
        "tieu_de",
        "cach_lam",
        "dia_ban",
        "thoi_gian",
        "tinh",
        "tinh_cu",
        "so_lieu_den",
        "giay_phep",
        "don_vi",
        "dieu",
        "hoi",
        "ai",
    ]
)
HEAD = re.compile(r"-{3}[ \t]*\n(.*?)^(?:-{3}|\.{3})[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
# The second fence was forgotten: keys up to the first empty line.
_UNCLOSED = re.compile(r"-{3}[ \t]*\n(?:[^\n]+(?:\n|\Z))*")
_ADDRESS = r"""
      \b(?:https?://|www\.)[^\s<>"”)\]]+
    | [\w.+-]+@[\w-]+(?:\.[\w-]+)+                                # mail
    | \b[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}\b(?:/[^\s<>"”)\],;]*)?   # dichvucong.gov.vn, ten-tep.md
    | (?<![\w.])(?:\.[a-z]{2,})+\b                                 # .gov.vn, .apk
    """
_ADDRESSES = re.compile(_ADDRESS, re.VERBOSE)
_NOT_PROSE = re.compile(
    r"""
      <!--.*?-->                                                  # comments
    | ^[ ]{0,3}<(?:div|table|section|details|figure|p|ul|ol|pre|script|style)\b.*?(?=\n[ \t]*\n|\Z)
    | <(?P<verbatim>code|pre|kbd|script|style)\b[^>]*>.*?</(?P=verbatim)>
    | </?[A-Za-z][^<>]*>                                          # tags and <https://…>
    | \{%[^%\n]*%\}                                                # commands of other programs
    | \{\{[^{}\n]*\}\}                                            # quoted figures
    | \{[:#.\ ][^{}\n]*\}                                         # attribute lists
    | ^:{3,}[^\n]*$ | ^>[ ]?\[!\w+\][-+]? | ^\.\.[ ][a-z-]+::     # boxes of other programs
    | ^[ ]*/{3,}[ ]*so-lieu[^\n]*\n(?:[ ]{4,}[^\n]+\n)*           # table blocks with their options
    | ^[ ]*/{3,}(?:[ ]*[a-z-]+[ ]*\|?)?                           # other blocks: the title stays
    | ^[ ]*(?:!!!|\?\?\?\+?|===[!+]*(?=[ ]+"))[ ]*[\w -]*   # admonitions, tabs: the title stays
    | \[\^[^\]\s]+\]:?                                            # footnotes
    | ^[ ]{0,3}\[[^\]\n]+\]:[ ]*\S+[^\n]*                         # targets of reference links
    | (?<=\])\([^()\s]*(?:\([^()]*\)[^()\s]*)*(?:[ ]+"[^"\n]*")?[ ]*\)   # targets of links
    | (?<=\])\[[^\]\n]*\]
    | &\#?\w+;
    | """
    + _ADDRESS,
    re.VERBOSE | re.DOTALL | re.MULTILINE,
)
_OPENS = re.compile(r"(?:[-*+]|\d+[.)])[ \t]|\[\^[^\]]+\]:|:[ \t]|(?P<block>!!!|\?\?\?|===[!+]* |/{3,})")


def cover(text: str) -> str:
    """``text`` of a whole file (``\\n`` line ends) with all that is no prose covered."""
    match = HEAD.match(text)
    if match is None and (unclosed := _UNCLOSED.match(text)):
        return _hidden(unclosed.group()) + _body(text[unclosed.end() :])
    split = match.end() if match else 0
    return _front_matter(text[:split], match) + _body(text[split:])


def _hidden(text: str) -> str:
    return re.sub(r"[^\n]", COVER, text)


def _body(text: str) -> str:
    # Code is blanked with spaces; covered, it cannot look like two spaces in a row.
    changed = "".join(
        char if char == plain else COVER for char, plain in zip(text, without_options(without_code(text)), strict=True)
    )
    covered = re.sub(rf"{COVER}[{COVER} \t]*{COVER}", lambda found: _hidden(found.group()), changed)
    covered = _NOT_PROSE.sub(lambda found: _hidden(found.group()), covered)
    for start, end in marked_up(text):
        covered = covered[:start] + _hidden(covered[start:end]) + covered[end:]
    return without_indented_code(covered, text)


def without_indented_code(text: str, uncovered: str) -> str:
    """Covers lines indented by four more than their surrounding list or admonition allows."""
    openers: list[int] = []
    lines = []
    may_open, in_code = True, False
    for line, original in zip(text.split("\n"), uncovered.split("\n"), strict=True):
        if not line.strip():
            may_open = True
            lines.append(line)
            continue
        indent = len(line.expandtabs(4)) - len(line.expandtabs(4).lstrip())
        while openers and openers[-1] >= indent:
            openers.pop()
        allowed = openers[-1] + 4 if openers else 0
        in_code = indent >= allowed + 4 and (may_open or in_code)
        opens = _OPENS.match(original.strip())
        # A covered line is code, unless it is a block without a title.
        if not in_code and opens and (opens["block"] or line.strip().strip(COVER)):
            openers.append(indent)
        lines.append(_hidden(line) if in_code else line)
        may_open = False
    return "\n".join(lines)


def _front_matter(text: str, match: re.Match[str] | None) -> str:
    if match is None:
        return text
    covered = list(_hidden(text))
    try:
        scalars = read_yaml(match.group(1)).scalars
    except BrokenYaml:
        return "".join(covered)
    offset = match.start(1)
    for value in scalars:
        if value.key not in _PROSE_KEYS:
            continue
        first, last = offset + value.first, offset + value.last
        if value.style in ("'", '"'):
            first, last = first + 1, last - 1
        elif value.style in (">", "|"):
            first = text.index("\n", first)
        covered[first:last] = text[first:last]
    return _ADDRESSES.sub(lambda found: _hidden(found.group()), "".join(covered))
