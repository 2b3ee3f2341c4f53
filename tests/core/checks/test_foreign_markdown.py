"""Markdown of other programs: mended where it is safe, and mending says no other word than before."""

import re
from collections import Counter
from html import unescape
from pathlib import Path

import markdown
import pytest
from handbook.checks import check_content
from handbook.checks.autofix import mend_content
from handbook.checks.cited_law import EXTENSIONS
from handbook.checks.foreign_markdown import MENDED
from handbook.checks.prose_mask import COVER
from handbook.markdown.attribute_lists import AttributeLists
from handbook.markdown.blocks import HandbookBlocks
from handbook.markdown.quoted_figures import Quotations
from support import ROOT

HEAD = "---\ntitle: Bài\nngay: 2026-01-01\nnguon: [{ten: A, ngay: 2026}]\n---\n"
CASES = Path(__file__).parents[1] / "editors" / "cases" / "editor"
PAIRS = {
    "- Cài\n  - Mở\n    chữ tiếp\n  - Gõ\n- Xong\n": "- Cài\n    - Mở\n        chữ tiếp\n    - Gõ\n- Xong\n",
    "1. Một\n   * Con\n      * Cháu\n2. Hai\n": "1. Một\n    * Con\n        * Cháu\n2. Hai\n",
    "1. Khoản\n- a) Điểm\n- b) Điểm\n2. Khoản\n": "1. Khoản\n    - a) Điểm\n    - b) Điểm\n2. Khoản\n",
    "Ba việc:\n• Một\n• Hai\n": "Ba việc:\n\n- Một\n- Hai\n",
    "1) Một\n2) Hai\n": "1. Một\n2. Hai\n",
    "a) Một\nb) Hai\n": "- a) Một\n- b) Hai\n",
    "Chữ\nA\tB\n1\t2|3\n": "Chữ\n\n| A | B |\n|---|---|\n| 1 | 2\\|3 |\n",
    "** đậm ** và **thường**\n": "**đậm** và **thường**\n",
    "chữ** đậm**rồi\n": "chữ **đậm**rồi\n",
    "> [!WARNING] Cẩn thận\n> Một.\n>\n> Hai.\n": '!!! warning "Cẩn thận"\n    Một.\n\n    Hai.\n',
    ":::tip\nMẹo nhỏ.\n:::\n": '!!! tip "Mẹo"\n    Mẹo nhỏ.\n',
    "==a== ~~b~~\n": "<mark>a</mark> <del>b</del>\n",
    '{% hint style="warning" %}\nĐừng đưa.\n{% endhint %}\n': '!!! warning "Lưu ý"\n    Đừng đưa.\n',
    "{{< hint info >}}\nA.\n{{< /hint >}}\n": '!!! info "Thông tin"\n    A.\n',
    '{{% notice tip title="B" %}}\nA.\n{{% /notice %}}\n': '!!! tip "B"\n    A.\n',
    ":::note[Tên]\n\nA.\n\n:::\n": '!!! note "Tên"\n    A.\n',
    "> [!info]+ Mở\n> A.\n": '!!! info "Mở"\n    A.\n',
    "1/ Một\n2/ Hai\n": "1. Một\n2. Hai\n",
    "1.Một\n2.Hai\n": "1. Một\n2. Hai\n",
    "-Một\n-Hai\n": "- Một\n- Hai\n",
    "I. Một\nII. Hai\n": "- I. Một\n- II. Hai\n",
    "o Một\no Hai\n": "- Một\n- Hai\n",
    "•\tMột\n•\tHai\n": "- Một\n- Hai\n",
    "☐ Một\n☐ Hai\n": "- [ ] Một\n- [ ] Hai\n",
    "\uf0b7 Một\n\uf0b7 Hai\n": "- Một\n- Hai\n",
    "- Một\n+ a\n+ b\n- Hai\n": "- Một\n    + a\n    + b\n- Hai\n",
    "A\tB\n\n1\t2\n\n3\t4\n": "| A | B |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |\n",
    "Thôn    Hộ\nMột     12\nHai     8\n": "| Thôn | Hộ |\n|---|---|\n| Một | 12 |\n| Hai | 8 |\n",
    "| A | B |\n| 1 | 2 |\n": "| A | B |\n|---|---|\n| 1 | 2 |\n",
    "A;B;C\n1;2;3\n4;5;6\n": "| A | B | C |\n|---|---|---|\n| 1 | 2 | 3 |\n| 4 | 5 | 6 |\n",
    "__ đậm __ ***cả hai ***\n": "**đậm** ***cả hai***\n",
    "10 m^2^ và H~2~O\n": "10 m<sup>2</sup> và H<sub>2</sub>O\n",
    "++a b++ ~c d~\n": "<u>a b</u> <del>c d</del>\n",
    "Một\\\nHai\n": "Một<br>\nHai\n",
    "[[_TOC_]]\n\nA.\n": "\n\nA.\n",
    "(1) Một\n(2) Hai\n": "- (1) Một\n- (2) Hai\n",
    "a. Một\nb. Hai\n": "- a. Một\n- b. Hai\n",
    "i. Một\nii. Hai\n": "- i. Một\n- ii. Hai\n",
    "① Một\n② Hai\n": "- ① Một\n- ② Hai\n",
    "1.1. Một\n1.2. Hai\n": "- 1.1. Một\n- 1.2. Hai\n",
    "Bước 1: Mở máy.\nBước 2: Bấm nút.\n": "- Bước 1: Mở máy.\n- Bước 2: Bấm nút.\n",
    "✅ Một\n👉 Hai\n": "- ✅ Một\n- 👉 Hai\n",
    "*Một\n*Hai\n": "- Một\n- Hai\n",
    "Coäng hoøa xaõ hoäi\n": None,  # VNI: told, no letter of it is touched
    "[ ] Một\n[x] Hai\n": "- [ ] Một\n- [x] Hai\n",
    "- [x]Một\n- [] Hai\n- [ X ] Ba\n": "- [x] Một\n- [ ] Hai\n- [x] Ba\n",
    "Chữ *nghiêng *rồi\n": "Chữ *nghiêng* rồi\n",
    "Chữ _ nghiêng _ rồi\n": "Chữ *nghiêng* rồi\n",
    "```\n- a\n  - b\n```\n": None,
    "- a\n  - `b`\n- c\n": None,  # told, not mended: what stands in code must not be lost
}


@pytest.mark.parametrize(("before", "after"), PAIRS.items())
def test_mending(content_of, before, after):
    made = {page.article.path: text for page, text, _ in mend_content(content_of({"chuyen-de/bai.md": HEAD + before}))}
    assert made.get("docs/chuyen-de/bai.md") == (HEAD + after if after else None)
    if after:
        assert not list(mend_content(content_of({"chuyen-de/bai.md": HEAD + after})))


TOLD = {
    "A {{< youtube abc >}}\n": "khung-la",
    "{{ page.title }}\n": "khung-la",
    "{% include a.html %}\n": "khung-la",
    ".. note::\n\n    A.\n": "khung-la",
    '--8<-- "a.md"\n': "khung-la",
    "```mermaid\ngraph\n```\n": "khung-la",
    ":::mermaid\ngraph\n:::\n": "khung-la",
    "```{note}\nA.\n```\n": "khung-kieu-khac",
    "A %%ghi riêng%% b.\n": "dau-la",
    "Công thức $a^2=b$ c.\n": "dau-la",
    "Chào :smile: bạn.\n": "dau-la",
    "- [/] Đang làm\n": "dau-la",
    "A^[chú thích] b.\n": "dau-la",
    "[b]A[/b] b.\n": "dau-la",
    "*[VNeID]: ứng dụng\n": "dau-la",
    "h2. Mục\n": "dau-la",
    "+---+\n| A |\n+---+\n": "dau-la",
    "Xem [a][b].\n": "lien-ket-vo",
    "Xem [a][].\n": "lien-ket-vo",
    "[[Không có bài này]]\n": "dau-la",
}
FINE = (
    "Xem [a][b].\n\n[b]: https://a.vn\n",
    "Giá $5 đến $10, tức là 5 = 5.\n",
    "Lúc 18:30:15 và 20:00.\n",
    "Một | hai, chỉ một dòng.\n",
    "Mua gạo, muối, mắm.\nBán khoai, sắn, ngô.\nGọi 1022, 113, 114.\n",
    "| A | B |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |\n",
    "A | B\n--- | ---\n1 | 2\n",
    "A. Tên riêng.\nCâu thường nối tiếp.\n",
    "- [ ] Việc\n- [x] Xong\n",
    "`{{ a }}` và `==b==`\n",
    "Họ tên: ______ Tuổi: ______\n",
    "2.500 đồng\n3.500 đồng\n",
    "Tính 5 *3 và 2* 4, a * b * c.\n",
    "Theo\nĐiều 5. Hết.\nCâu thường.\n",
    "- [ ] Một\n- [x](b.md) hai\n",
    "*Bước một:*Mở\n*Bước hai:*Bấm\n",
    "/// the-cat | Bộ thẻ\nid: bo-the\n- một | hai\n- ba | bốn\n///\n",
)
CODES = {*MENDED, "khung-la", "lien-ket-vo"}


def codes(content):
    return {problem.code for problem in check_content(content)} & CODES


@pytest.mark.parametrize(("body", "code"), TOLD.items())
def test_what_cannot_be_mended_is_told_once(content_of, body, code):
    content = content_of({"chuyen-de/bai.md": HEAD + body})
    assert codes(content) == {code}
    assert not list(mend_content(content))


@pytest.mark.parametrize("body", FINE)
def test_what_only_looks_like_it_is_left_alone(content_of, body):
    assert codes(content_of({"chuyen-de/bai.md": HEAD + body})) == set()


def test_links_of_obsidian_lead_where_their_name_says(content_of):
    other = HEAD.replace("title: Bài", "title: Chữ ký số")
    body = "[[Chữ ký số]], [[chu-ky|ký]], [[Không có]], ![[anh.png|300]], ![[mat.png]]\n"
    content = content_of({"chuyen-de/bai.md": HEAD + body, "ky-nang/chu-ky.md": other, "chuyen-de/anh.png": b"x"})
    ((_, text, done),) = mend_content(content)
    right = "[Chữ ký số](../ky-nang/chu-ky.md), [ký](../ky-nang/chu-ky.md), [[Không có]], ![](anh.png), ![[mat.png]]\n"
    assert text == HEAD + right and "liên kết “[[chu-ky|ký]]” thành" in str(done[-1]) + str(done)


def converted(text):
    made = markdown.Markdown(
        extensions=[
            *EXTENSIONS,
            HandbookBlocks(render_table=lambda request: ""),
            Quotations(lambda found: ("", "")),
            AttributeLists(),
        ],
        extension_configs={name: dict(options) for name, options in EXTENSIONS.items()},
    )
    return made.convert(text)


def test_lists_keep_their_numbers_and_words_their_braces():
    assert '<ol start="5">' in converted("5. Năm\n6. Sáu\n")
    assert '<ol start="2">' in converted("1. Một\n\nĐoạn chữ.\n\n2. Hai\n")
    html = converted("## Chào {các bạn}\n\n[a](b.md){các bạn} **c**{d e}\n\nĐoạn {: ba bốn }\n")
    for words in ("{các bạn}", "{d e}", "{: ba bốn }"):
        assert words in html
    assert 'onclick="' not in converted('## A {: onclick="x()" }\n').replace('{: onclick="', "")
    assert 'class="to"' in converted("## A {#muc .to}\n")
    assert '<em class="lich-su">X</em>' in converted("*X*{.lich-su}\n")


def words(text):
    return re.findall(r"\w+", text)


def test_every_word_of_a_page_is_on_the_page():
    from handbook.checks import read_pages
    from handbook.load import read_catalog
    from handbook.settings import as_of

    catalog = read_catalog(ROOT / "docs", as_of(ROOT / "mkdocs.yml"))
    pages = read_pages(ROOT / "docs", catalog).pages
    assert len(pages) > 200
    for page in pages:
        html = converted(page.article.body)
        shown = re.sub(r"<[^<>]*>", " ", html)
        prose = page.prose[page.body_start :].replace(COVER, " ")
        prose = re.sub(r"^[ ]*\d+\.[ ]", " ", prose, flags=re.MULTILINE)  # the page counts for itself
        missing = Counter(words(prose)) - Counter(words(unescape(shown)))
        assert not missing, (page.article.path, missing.most_common(5))
