"""A drawing that could run or fetch something is refused with file and line; plain ones pass."""

import datetime as dt

import pytest
from handbook.checks.unsafe_svg import svg_dangers
from handbook.load import read_catalog
from support import ROOT

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">\n'
REFUSED = {
    "<script>alert(1)</script>": "thẻ <script>",
    '<rect onload="alert(1)"/>': "thuộc tính onload",
    '<a href="javascript:alert(1)"><rect/></a>': "thẻ <a>",
    '<use xlink:href="https://a.example/x.svg#y"/>': "địa chỉ",
    '<image href="data:image/svg+xml;base64,PHN2Zz4="/>': "địa chỉ",
    '<image href="https://a.example/x.png"/>': "địa chỉ",
    '<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">a</p></foreignObject>': "thẻ <foreignObject>",
    '<h:script xmlns:h="http://www.w3.org/1999/xhtml">alert(1)</h:script>': "không phải của SVG",
    '<set attributeName="href" to="javascript:x"/>': "thẻ <set>",
    '<animate attributeName="x"/>': "thẻ <animate>",
    "<style>@import 'https://a.example/x.css';</style>": "style",
    "<style>rect { fill: url(https://a.example/x) }</style>": "style",
    "<style>@\\69mport 'https://a.example/x.css';</style>": "style",
    '<rect style="fill:url(//a.example/x)"/>': "style",
    '<rect fill="url(https://a.example/x#y)"/>': "fill",
    "<rect fill=\"image-set('https://a.example/x.png' 1x)\"/>": "fill",
    "<style>rect { background: image-set('https://a.example/x.png' 1x) }</style>": "style",
    "<style>rect { cursor: src('https://a.example/x.cur') }</style>": "style",
    "<style>@imp<!-- a -->ort 'https://a.example/x.css';</style>": "style",
    "<style>@imp<g/>ort 'https://a.example/x.css';</style>": "style",
    '<rect fill="\\75rl(https://a.example/x#y)"/>': "thuộc tính fill viết chữ bằng mã",
    '<use href="data:image/png;base64,AAAA"/>': "địa chỉ",
    '<use xml:base="https://a.example/x.svg" href="#y"/>': "xml:base",
    "<rect": "lỗi cú pháp",
    "<?xml-stylesheet href='https://a.example/x.css'?>": "chỉ dẫn",
}
ALLOWED = [
    '<path d="M0 0"/><use href="#a"/><rect fill="url(#g)" style="stroke:url(#g);opacity:.5"/>',
    '<style>.a { fill: #fff; mask: url("#m") }</style><text>url( javascript: </text>',
    '<image xlink:href="data:image/png;base64,AAAA"/><!-- <script> --><title>on = bật</title>',
    '<rect aria-label="C:\\a" i:f="C:\\a (1)" xmlns:i="http://www.inkscape.org/namespaces/inkscape"/>',
    '<s:view xmlns:s="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" s:zoom="1"/><defs><linearGradient id="g"/></defs>',
]


@pytest.mark.parametrize(("body", "what"), REFUSED.items())
def test_what_could_run_or_fetch_is_refused_with_its_line(body, what):
    found = list(svg_dangers(f"{HEAD}<g/>\n{body}</svg>".encode()))
    assert any(what in name for _, name in found) and {line for line, _ in found} == {3}


@pytest.mark.parametrize("body", ALLOWED)
def test_plain_drawings_pass(body):
    assert list(svg_dangers(f"{HEAD}{body}</svg>".encode())) == []


def test_entities_are_refused_and_never_expanded():
    bomb = '<!DOCTYPE svg [\n<!ENTITY a "aaaaaaaaaa">\n<!ENTITY b "&a;&a;&a;&a;">]>\n' + HEAD + "<text>&b;</text></svg>"
    assert [(line, "ENTITY" in what) for line, what in svg_dangers(bomb.encode())] == [(2, True)]


DECLARED = {
    "attribute defaults": '<!DOCTYPE svg [<!ATTLIST svg onload CDATA "x()">]>\n' + HEAD + "</svg>",
    "an empty subset": "<!DOCTYPE svg []>\n" + HEAD + "</svg>",
    "a subset after a public name": '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://a.example/svg11.dtd" [\n<!ENTITY % a SYSTEM "http://a.example/">\n]>\n'
    + HEAD
    + "</svg>",
}


@pytest.mark.parametrize("drawing", DECLARED.values(), ids=DECLARED)
def test_a_drawing_declares_nothing_of_its_own(drawing):
    ((_, what),) = svg_dangers(drawing.encode())
    assert "khai báo riêng" in what


def test_the_plain_declaration_of_drawing_programs_passes():
    plain = '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">\n'
    assert list(svg_dangers((plain + HEAD + "</svg>").encode())) == []


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-32", "utf-7", "iso-8859-1"])
def test_a_drawing_is_utf8(encoding):
    drawing = f'<?xml version="1.0" encoding="{encoding}"?>' + HEAD + "<title>é</title></svg>"
    ((line, what),) = svg_dangers(drawing.encode(encoding))
    assert line == 1 and "UTF-8" in what


def test_it_is_part_of_reading_the_content(tmp_path):
    docs = tmp_path / "docs"
    (docs / "chuyen-de").mkdir(parents=True)
    (docs / "chuyen-de" / "hinh.svg").write_text(f"{HEAD}<script/></svg>", encoding="utf-8")
    (problem,) = read_catalog(docs, dt.date(2026, 11, 23)).problems
    assert str(problem).startswith("docs/chuyen-de/hinh.svg:2: Hình SVG có thẻ <script>. ")


def test_our_own_drawing_passes():
    assert list(svg_dangers((ROOT / "overrides" / "assets" / "favicon.svg").read_bytes())) == []
