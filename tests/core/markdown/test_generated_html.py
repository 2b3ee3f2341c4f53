"""HTML of the handbook itself reaches the page as it is."""

from handbook.markdown.generated_html import GeneratedHtml, as_it_is
from markdown import markdown

TABLE = "<details><summary>A & B</summary><table>\n<tr><td>**x** 113 [y](z)</td></tr>\n\n</table></details>"


def converted(text):
    return markdown(text, extensions=["md_in_html", "attr_list", GeneratedHtml()])


def test_nothing_in_it_is_read():
    html = converted(f"## Một{as_it_is(TABLE)}**hai**")
    assert html == f"<h2>Một</h2>\n{TABLE}\n<p><strong>hai</strong></p>"


def test_each_block_stands_where_it_was():
    html = converted(as_it_is("<p>1</p>") + "giữa" + as_it_is("<p>2</p>"))
    assert html == "<p>1</p>\n<p>giữa</p>\n<p>2</p>"


def test_the_same_html_unmarked_is_read():
    assert converted("<div markdown>**x**</div>") != converted(as_it_is("<div markdown>**x**</div>"))


def test_half_a_mark_hides_nothing():
    assert "chữ" in converted("\ufdd0 chữ **đậm**") and "<strong>" in converted("\ufdd0 chữ **đậm**")
