"""Markdown of other programs: mended where it is safe, and mending says no other word than before."""

import re
from collections import Counter
from html import unescape
from pathlib import Path

import markdown
import pytest
from handbook.checks.autofix import mend_content
from handbook.checks.cited_law import EXTENSIONS
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
    "```\n- a\n  - b\n```\n": None,
    "- a\n  - `b`\n- c\n": None,  # told, not mended: what stands in code must not be lost
}


@pytest.mark.parametrize(("before", "after"), PAIRS.items())
def test_mending(content_of, before, after):
    made = {page.article.path: text for page, text, _ in mend_content(content_of({"chuyen-de/bai.md": HEAD + before}))}
    assert made.get("docs/chuyen-de/bai.md") == (HEAD + after if after else None)
    if after:
        assert not list(mend_content(content_of({"chuyen-de/bai.md": HEAD + after})))


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
