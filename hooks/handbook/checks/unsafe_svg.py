"""SVG drawings that could run script or fetch something when opened by their own address.

Inside ``<img>`` a drawing runs nothing (SVG Integration, "secure static mode");
opened by itself it is a page of this site, without the site's policy on hosts
that send no headers.  So it is held against an allow-list and refused with its
line; nothing is changed behind its maker's back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from lxml import etree

from handbook.problem import Problem
from handbook.source.files_below import files_below
from handbook.source.guard import guarded

_SVG = "http://www.w3.org/2000/svg"
_BASE = "{http://www.w3.org/XML/1998/namespace}base"
ELEMENTS = frozenset(
    [
        "svg",
        "g",
        "defs",
        "desc",
        "title",
        "metadata",
        "symbol",
        "use",
        "path",
        "rect",
        "circle",
        "ellipse",
        "line",
        "polyline",
        "polygon",
        "text",
        "tspan",
        "textPath",
        "linearGradient",
        "radialGradient",
        "stop",
        "pattern",
        "clipPath",
        "mask",
        "marker",
        "image",
        "switch",
        "style",
        "filter",
        "feBlend",
        "feColorMatrix",
        "feComponentTransfer",
        "feComposite",
        "feConvolveMatrix",
        "feDiffuseLighting",
        "feDisplacementMap",
        "feDistantLight",
        "feDropShadow",
        "feFlood",
        "feFuncA",
        "feFuncB",
        "feFuncG",
        "feFuncR",
        "feGaussianBlur",
        "feMerge",
        "feMergeNode",
        "feMorphology",
        "feOffset",
        "fePointLight",
        "feSpecularLighting",
        "feSpotLight",
        "feTile",
        "feTurbulence",
        "view",
    ]
)
# What drawing programs keep for themselves; browsers do not know these.
_INERT = (
    "http://www.inkscape.org/",
    "http://sodipodi.",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "http://purl.org/dc/",
    "http://creativecommons.org/ns#",
    "http://web.resource.org/cc/",
    "http://ns.adobe.com/",
)
# `image-set("…")`, `image("…")`, `src("…")` and `cross-fade("…")` fetch without url() (CSS Images 4, CSS Values 5).
_CSS_FETCH = re.compile(
    r"""@import|url\(\s*(?!["']?(?:#|data:image/))|\\|expression\s*\(|(?:image-set|(?<![\w-])image|(?<![\w-])src|cross-fade)\s*\(""",
    re.IGNORECASE,
)
_CSS_NAMES = re.compile(r"(?:url|image-set|image|src|cross-fade)\s*\(", re.IGNORECASE)
# A declaration that adds to the drawing: entities become elements, default attributes become handlers (XML 1.0, 2.8 and 3.3.2).
_DECLARED = re.compile(rb"<!(?P<name>ENTITY|ATTLIST|ELEMENT|NOTATION)\b", re.IGNORECASE)
_SUBSET = re.compile(rb"""<!(?P<name>DOCTYPE)\b(?:[^>\["']|"[^"]*"|'[^']*')*+\[""", re.IGNORECASE)
# Another DTD than SVG's own: drawing programs name none.
_FOREIGN_DTD = re.compile(rb"""<!(?P<name>DOCTYPE)\s+\S+\s+SYSTEM\s*["'](?!https?://www\.w3\.org/)""", re.IGNORECASE)
_ENCODING = re.compile(rb"""\s*<\?xml\b[^>]*?\bencoding\s*=\s*["'](?P<name>[^"'>]*)""")
_PICTURE = re.compile(r"data:image/(?:png|jpeg|gif|webp|avif);base64,", re.IGNORECASE)
_FIX = "Trong chương trình vẽ chọn lưu dạng “Plain SVG” (SVG thường), hoặc lưu thành PNG."


def check_svgs(docs: Path) -> tuple[Problem, ...]:
    """What is wrong with each drawing below ``docs``; paths are named as ``docs/…``."""
    return tuple(
        Problem(f"{docs.name}/{uri}", line, f"Hình SVG có {what}.", _FIX, "svg-nguy-hiem")
        for file, uri in files_below(docs)
        if file.suffix.lower() == ".svg"
        for line, what in guarded(
            uri,
            partial(_dangers_in, file),
            lambda problem: [(0, "chỗ không đọc được nên không kiểm tra được")],
        )
    )


def _dangers_in(file: Path) -> list[tuple[int, str]]:
    return sorted(set(svg_dangers(file.read_bytes())))


def svg_dangers(content: bytes) -> Iterator[tuple[int, str]]:
    """Line and name of everything in a drawing that is not plainly harmless."""
    if problem := _other_encoding(content):
        yield 1, problem
        return
    if found := _DECLARED.search(content) or _SUBSET.search(content) or _FOREIGN_DTD.search(content):
        name = found["name"].decode().upper()
        yield (
            content.count(b"\n", 0, found.start()) + 1,
            f"khai báo riêng (<!{name}>) ở đầu tệp, có thể thêm mã vào hình",
        )
        return
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        yield error.lineno or 0, "lỗi cú pháp nên không kiểm tra được"
        return
    for node in _all_nodes(root):
        if isinstance(node, etree._ProcessingInstruction):
            yield node.sourceline or 0, f"chỉ dẫn <?{node.target}?>"
        elif isinstance(node.tag, str):
            yield from ((node.sourceline or 0, what) for what in _element_dangers(node))


def _other_encoding(content: bytes) -> str:
    """Why ``content`` is not plainly UTF-8: browsers and checkers may then read two different drawings."""
    declared = _ENCODING.match(content.removeprefix(b"\xef\xbb\xbf"))
    name = declared["name"].decode("ascii", "replace") if declared else "UTF-8"
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return "bảng mã không phải UTF-8"
    if b"\0" in content:
        return "ký tự rỗng (NUL), dấu hiệu của bảng mã khác UTF-8"
    if name.upper() not in ("UTF-8", "UTF8", "US-ASCII"):
        return f"bảng mã “{name}”, không phải UTF-8"
    return ""


def _all_nodes(root: etree._Element) -> Iterator[etree._Element]:
    yield from root.itersiblings(preceding=True)
    yield from root.iter()
    yield from root.itersiblings()


def _element_dangers(element: etree._Element) -> Iterator[str]:
    name = etree.QName(element)
    if name.namespace != _SVG and not (name.namespace or "").startswith(_INERT):
        yield f"thẻ <{name.localname}> không phải của SVG"
    elif name.namespace == _SVG and name.localname not in ELEMENTS:
        yield f"thẻ <{name.localname}>"
    if name.localname == "style" and any(map(_CSS_FETCH.search, _sheets(element))):
        yield "kiểu (style) lấy dữ liệu từ nơi khác"
    for attribute, value in element.attrib.items():
        local = etree.QName(attribute).localname.lower()
        is_picture = name.localname in ("image", "feImage") and _PICTURE.match(value.strip())
        if local.startswith("on"):
            yield f"thuộc tính {local}"
        elif local in ("href", "src") and not (value.strip().startswith("#") or is_picture):
            yield f"địa chỉ “{value.strip()[:40]}”"
        elif attribute == _BASE:
            yield "thuộc tính xml:base"
        elif local != "d" and _CSS_FETCH.search(value) and (_CSS_NAMES.search(value) or local == "style"):
            yield f"thuộc tính {local} lấy dữ liệu từ nơi khác"
        elif not attribute.startswith("{") and "\\" in value and "(" in value:
            # A presentation attribute is CSS too (SVG 2, 6.6): "\\75rl(…)" is url(…).
            yield f"thuộc tính {local} viết chữ bằng mã (dấu \\)"


def _sheets(element: etree._Element) -> tuple[str, str]:
    """The style sheet in ``element`` as browsers may read it: a comment or an element within parts no words."""
    own = [element.text, *(child.tail for child in element)]
    return "".join(filter(None, own)), "".join(element.xpath(".//text()"))
