"""A PDF read as a screen reader reads it: by its tags, in their order, without running heads and page numbers.

What is printed beside the text (heads, feet, repeated rows of a table) is an artifact and has no tag, so a paragraph or
a cell that goes on overleaf is whole here.
"""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pikepdf

_OPERATORS = "BDC BMC EMC Tf Tj TJ ' \""
_BLOCK = re.compile(rb"begin(bfchar|bfrange)(.*?)end\1", re.DOTALL)
_HEX = re.compile(rb"<([0-9A-Fa-f\s]*)>|(\[)|(\])")


@dataclass
class Element:
    """A structure element: its standard type without the slash, what it says of itself, what is in it in order."""

    kind: str
    page: int = 0
    alt: str | None = None
    lang: str = ""
    attributes: dict[str, object] = field(default_factory=dict)
    parts: list["Element | str"] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(part if isinstance(part, str) else part.text for part in self.parts)

    def all(self, *kinds: str) -> Iterator["Element"]:
        """This element and all below it, in reading order; of ``kinds`` only, if any are named."""
        if not kinds or self.kind in kinds:
            yield self
        for part in self.parts:
            if isinstance(part, Element):
                yield from part.all(*kinds)


class Tagged:
    """One PDF: its tree of tags, and what its pages show without a tag."""

    def __init__(self, pdf: bytes | Path) -> None:
        self.document = pikepdf.open(io.BytesIO(pdf) if isinstance(pdf, bytes) else pdf)
        self._fonts: dict[tuple[int, int], tuple[dict[int, str], int]] = {}
        self._numbers = {page.objgen: number for number, page in enumerate(self.document.pages, start=1)}
        #: By page (from 1): text by the number of its marked content, and text in no tag.
        self.marked: dict[int, dict[int, str]] = {}
        self.artifacts: dict[int, str] = {}
        for number, page in enumerate(self.document.pages, start=1):
            self.marked[number], self.artifacts[number] = self._texts(page)
        root = self.document.Root.StructTreeRoot
        self._roles = {str(name): str(kind) for name, kind in root.get("/RoleMap", {}).items()}
        self.root = Element("Root")
        self._add(root.get("/K"), self.root, 0)

    def _add(self, kids: pikepdf.Object | None, parent: Element, page: int) -> None:
        if kids is None:
            return
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            if not isinstance(kid, pikepdf.Dictionary):
                parent.parts.append(self.marked[page].get(int(kid), ""))
            elif "/MCID" in kid:
                at = self._numbers[kid.Pg.objgen] if "/Pg" in kid else page
                parent.parts.append(self.marked[at].get(int(kid.MCID), ""))
            elif "/S" in kid:
                name = str(kid.S)
                at = self._numbers[kid.Pg.objgen] if "/Pg" in kid else page
                made = Element(
                    self._roles.get(name, name).removeprefix("/"),
                    at,
                    str(kid.Alt) if "/Alt" in kid else None,
                    str(kid.get("/Lang", "")),
                    _attributes(kid.get("/A")),
                )
                parent.parts.append(made)
                self._add(kid.get("/K"), made, at)

    def _texts(self, page: pikepdf.Page) -> tuple[dict[int, str], str]:
        fonts = page.resources.get("/Font", {})
        marked: dict[int, list[str]] = {}
        outside: list[str] = []
        stack: list[tuple[int | None, str | None]] = [(None, None)]  # number of the content, text that stands for it
        codes, width = {}, 2
        for operands, operator in pikepdf.parse_content_stream(page, _OPERATORS):
            name = str(operator)
            if name in ("BDC", "BMC"):
                number, instead = stack[-1]
                about = operands[1] if len(operands) > 1 and isinstance(operands[1], pikepdf.Dictionary) else None
                if str(operands[0]) == "/Artifact":
                    number = None
                elif about is not None and "/MCID" in about:
                    number = int(about.MCID)
                if about is not None and "/ActualText" in about and instead is None:
                    instead = str(about.ActualText)
                    (outside if number is None else marked.setdefault(number, [])).append(instead)
                stack.append((number, instead))
            elif name == "EMC":
                stack.pop()
            elif name == "Tf":
                codes, width = self._font(fonts[str(operands[0])])
            elif stack[-1][1] is None:
                texts = operands[0] if name == "TJ" else operands[-1:]
                number = stack[-1][0]
                into = outside if number is None else marked.setdefault(number, [])
                for text in texts:
                    if isinstance(text, pikepdf.String):
                        shown = bytes(text)
                        into.extend(
                            codes.get(int.from_bytes(shown[at : at + width], "big"), "\ufffd")
                            for at in range(0, len(shown), width)
                        )
        return {number: "".join(some) for number, some in marked.items()}, "".join(outside)

    def _font(self, font: pikepdf.Object) -> tuple[dict[int, str], int]:
        """The letters of each code of ``font``, and how many bytes a code has."""
        key = font.objgen
        if key not in self._fonts or key == (0, 0):
            codes: dict[int, str] = {}
            if "/ToUnicode" in font:
                for kind, block in _BLOCK.findall(font.ToUnicode.read_bytes()):
                    _read_codes(kind, block, codes)
            self._fonts[key] = codes, 2 if str(font.get("/Subtype")) == "/Type0" else 1
        return self._fonts[key]


def _read_codes(kind: bytes, block: bytes, codes: dict[int, str]) -> None:
    tokens: list[bytes | str] = [
        bytes.fromhex(digits.decode()) if not (opens or closes) else ("[" if opens else "]")
        for digits, opens, closes in _HEX.findall(block)
    ]
    at = 0
    while at < len(tokens):
        first = int.from_bytes(tokens[at], "big")
        if kind == b"bfchar":
            codes[first] = tokens[at + 1].decode("utf-16-be")
            at += 2
            continue
        last = int.from_bytes(tokens[at + 1], "big")
        if tokens[at + 2] == "[":
            end = tokens.index("]", at)
            for offset, text in enumerate(tokens[at + 3 : end]):
                codes[first + offset] = text.decode("utf-16-be")
            at = end + 1
        else:
            text = tokens[at + 2].decode("utf-16-be")
            for code in range(first, last + 1):
                codes[code] = text[:-1] + chr(ord(text[-1]) + code - first)
            at += 3


def _attributes(found: pikepdf.Object | None) -> dict[str, object]:
    made: dict[str, object] = {}
    for one in found if isinstance(found, pikepdf.Array) else [found]:
        if isinstance(one, pikepdf.Dictionary):
            made |= {str(key).removeprefix("/"): value for key, value in one.items()}
    return made
