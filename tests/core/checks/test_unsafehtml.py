"""Raw HTML that could run script is refused with its line; code and ordinary Markdown are not."""

import datetime as dt

import pytest
from handbook.checks.unsafe_html import check_html, dangers, is_safe_address
from handbook.load import read_catalog

FRONT = "---\ntitle: Trang\nngay: 2026-11-01\n---\n"
REFUSED = {
    "<script>alert(1)</script>": "html-the",
    "<SCRIPT SRC=//evil.example/x.js></SCRIPT>": "html-the",
    "text <img src=x onerror=alert(1)>": "html-thuoc-tinh",
    "<div onclick='x()'>a</div>": "html-thuoc-tinh",
    '<p style="position:fixed">a</p>': "html-thuoc-tinh",
    "<iframe src='https://a.example'></iframe>": "html-the",
    "<object data=a></object>": "html-the",
    "<style>p{}</style>": "html-the",
    "<svg/onload=alert(1)>": "html-the",
    "<!--><script>alert(1)</script>-->": "html-the",
    "a <!-- b --!><img src=x onerror=alert(1)> -->": "html-thuoc-tinh",
    "<base href='https://a.example/'>": "html-the",
    "<meta http-equiv=refresh content=0>": "html-the",
    "<form action='https://a.example'>": "html-the",
    "<a href='javascript:alert(1)'>a</a>": "html-thuoc-tinh",
    "<a href='java&#115;cript:alert(1)'>a</a>": "html-thuoc-tinh",
    "[a](javascript:alert(1))": "lien-ket-nguy-hiem",
    "[a](<JavaScript:alert(1)>)": "lien-ket-nguy-hiem",
    "![a](data:text/html;base64,AAAA)": "lien-ket-nguy-hiem",
    "[a][b]\n\n[b]: javascript:alert(1)": "lien-ket-nguy-hiem",
    "<javascript:alert(1)>": "lien-ket-nguy-hiem",
    "<tel:1/onclick=alert(1)>": "html-the",
    "<svg/onload=alert(1)//@x>": "html-the",
    "[a](vneid.md){onclick=alert(1)}": "html-thuoc-tinh",
    '# Mục {: onmouseover="x()" }': "html-thuoc-tinh",
    "[a](vneid.md){ href=javascript:x }": "lien-ket-nguy-hiem",
    "<a href=x ping='https://a.example/'>a</a>": "html-thuoc-tinh",
    "<img src=x alt=a srcset='https://a.example/x 2x'>": "html-thuoc-tinh",
    "<p data-clipboard-text=x>a</p>": "html-thuoc-tinh",
    "<div id=__config>{}</div>": "html-thuoc-tinh",
    "<p name=query>a</p>": "html-thuoc-tinh",
    "<details ontoggle=alert(1) open>a</details>": "html-thuoc-tinh",
    "<form action=javascript:alert(1)><button formaction=javascript:x>a</button></form>": "html-the",
    "<math><mtext><script>alert(1)</script></mtext></math>": "html-the",
    "<template><p>a</p></template>": "html-the",
    "<link rel=stylesheet href=//a.example/x.css>": "html-the",
    "# Mục {#__search}": "html-thuoc-tinh",
    '[a](vneid.md){ style="position:fixed" }': "html-thuoc-tinh",
    "[a](vneid.md){ ping=https://a.example }": "html-thuoc-tinh",
    "[a](vneid.md){title='x' onfocus=y}": "html-thuoc-tinh",
    "!!! note\n    <script>a</script>": "html-the",
}
ALLOWED = [
    "`<script>alert(1)</script>`",
    "``` html\n<script>alert(1)</script>\n```",
    "x < 5 và y > 3, 3<4",
    "<https://a.example/b>",
    "<ten@a.example>",
    "<mailto:ten@a.example>",
    "[a](https://a.example)",
    "[a](mailto:ten@a.example)",
    "[gọi](tel:156)",
    "H<sub>2</sub>O<br>dòng",
    "<details markdown><summary>Xem</summary>chữ</details>",
    "<!-- ghi chú -->",
    '[a](vneid.md){ .nut title="một = hai" }',
    "<p id='muc' lang=en aria-label='a'>a</p>",
    "# Mục {#muc-mot .to}",
    "[a](vneid.md){ target=_blank rel='noopener' }",
    "Kinh tế số {{so-lieu | kinh-te | nam=2025 | ty_trong}} GDP",
    "{chữ trong ngoặc}",
    "`javascript:alert(1)` là mã",
    "[mục](#javascript)",
    "Giờ mở cửa: 8:00",
    "{{ so-lieu }}",
]


def problems_of(tmp_path, body, front=FRONT):
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "gioi-thieu.md").write_text(front + body + "\n", encoding="utf-8")
    return check_html(read_catalog(docs, dt.date(2026, 11, 23)))


@pytest.mark.parametrize(("body", "code"), REFUSED.items())
def test_what_could_run_is_refused(tmp_path, body, code):
    found = problems_of(tmp_path, "\nMột dòng trước.\n\n" + body)
    assert code in {problem.code for problem in found}
    start = 8
    assert all(
        problem.path == "docs/gioi-thieu.md" and start <= problem.line <= start + body.count("\n") for problem in found
    )


@pytest.mark.parametrize("body", ALLOWED)
def test_code_and_ordinary_markdown_are_left_alone(tmp_path, body):
    assert problems_of(tmp_path, body) == ()


@pytest.mark.parametrize(
    ("value", "is_told"),
    [
        ('0;url=https://a.example/" http-equiv="refresh', True),
        ('a" onmouseover="x()', True),
        ("a' onclick='x()", True),
        ('a" autofocus onfocus=x()', True),
        ("a`/onload=x", True),
        ("Bài có \"ngoặc kép\" và 'nháy đơn', giá = 5", False),
        ('Gõ "ok" là xong: 2 + 2 = 4', False),
    ],
)
def test_what_would_break_out_of_an_attribute_is_told(tmp_path, value, is_told):
    head = "---\ntitle: A\nngay: 2026-11-01\ntom_tat: '" + value.replace("'", "''") + "'\n---\n"
    found = problems_of(tmp_path, "chữ", head)
    assert [(problem.line, problem.code) for problem in found] == ([(4, "html-dau-trang")] if is_told else [])


def test_html_in_the_front_matter_is_refused_with_its_line(tmp_path):
    found = problems_of(tmp_path, "chữ", "---\ntitle: A <script>x</script>\nngay: 2026-11-01\n---\n")
    assert [(problem.line, problem.code) for problem in found] == [(2, "html-dau-trang")]


def test_the_problems_are_those_of_the_whole_check(tmp_path):
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "gioi-thieu.md").write_text(FRONT + "<script>x</script>\n", encoding="utf-8")
    assert "html-the" in {problem.code for problem in read_catalog(docs, dt.date(2026, 11, 23)).problems}


@pytest.mark.parametrize(
    ("target", "safe"),
    [
        ("../a.md", True),
        ("#muc", True),
        ("//a.example", True),
        ("tel:156", True),
        ("HTTPS://a.example", True),
        (" javascript:x", False),
        ("java\tscript:x", False),
        ("\x01javascript:x", False),
        ("vbscript:x", False),
        ("data:text/html,x", False),
        ("java&Tab;script&colon;x", False),
        ("blob:x", False),
    ],
)
def test_addresses(target, safe):
    assert is_safe_address(target) is safe


@pytest.mark.parametrize(
    "html",
    [
        '<p onclick="x">',
        "<p onclick>",
        '<P ONclick="x">',
        '<p title="a" onload="x">',
        '<p title=">" onclick="x">',
        "<p title='\"' onclick=x>",
        '<p\nonclick="x">',
        '<p/onclick="x">',
        '<p title="a"onclick="x">',
        "<script>",
        "<SCRIPT src=x>",
        "<iframe>",
        "<style>",
        '<base href="/x">',
        '<meta http-equiv="x">',
        '<link rel="x">',
        '<a href="javascript:x">',
        "<a href=javascript:x>",
        '<a HREF="&#106;avascript:x">',
        '<a href="\x01javascript:x">',
        '<a href="java\tscript:x">',
        '<a href="x:y">',
        '<svg><a xlink:href="javascript:x">',
        '<p srcdoc="x">',
        '<img srcset="javascript:x">',
        '<form action="vbscript:x">',
        "<!-- a --><script>",
        "<!--><script>-->",
        "<!---><script>-->",
        "<!-- --!><script>-->",
        '<p a="<script>" onclick="x">',
        '<p title="x"><b onmouseover="y">',
        '<img src="data:text/html,x">',
        "<object data=x>",
        "<em a=b onclick=c>",
    ],
)
def test_no_danger_is_overlooked_at_a_glance(html):
    assert dangers(f"<p>Đoạn văn</p>{html}<p>")


@pytest.mark.parametrize(
    "html",
    [
        "",
        "a < b",
        '<a href="../x/#y" title="a: b &amp; c">x</a><br/><input disabled type="checkbox"><td colspan="2">',
        '<a href="https://cam-nang.example/?a=1&amp;b=2">x</a><a href="tel:113">y</a>',
        '<a href="../x/?a=1&amp;b=2">',
        "<p title='a'>",
        "<scripts><metadata>",
        '<p once="no"',
        "<!-- on -->",
        'Viết <p onclick="x" trong bài',
    ],
)
def test_harmless_html_is_let_through(html):
    assert dangers(html) == ()


def test_dangers_in_finished_html():
    assert dangers('<form><input><svg><path d="M0"/></svg><p style="color:red">') == ()
    assert dangers('<p onclick="x"><script>y</script><a href="javascript:z">') == (
        "thuộc tính onclick",
        "<script>",
        "địa chỉ “javascript:z”",
    )


@pytest.mark.parametrize("target", ["file:///C:/a.png", "C:\\a.png", "d:/anh/a.png", "\\\\may-chu\\a.png"])
def test_a_file_of_the_writer_s_machine_is_told_as_that_alone(tmp_path, target):
    found = problems_of(tmp_path, f"![Ảnh]({target})\n")
    assert [(problem.code, "máy của bạn" in problem.message) for problem in found] == [("lien-ket-nguy-hiem", True)]
