"""Every word that an editor wrote stands on the built page as it was written: all pages, both languages.

The source is cut into runs of words by the few rules below, none of them the handbook's own.  Each run must stand on the page
whole, and no two may share a place: a word left out, changed or moved is missed wherever else on the page it stands.
"""

import re
from collections.abc import Iterator
from html import unescape

import pytest
from lxml import html as lxml_html
from support import ROOT

DOCS = ROOT / "docs"
PAGES = sorted(path.relative_to(DOCS).as_posix() for path in DOCS.rglob("*.md"))
CUT = "\x00"
HEAD = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
BLOCK = re.compile(r"[ ]*/{3,}[ ]*(?P<name>[\w-]*)[ ]*(?:\|[ ]*(?P<title>.*))?$")
TABLE_OPTIONS = re.compile(r"^([ ]*/{3,}[ ]*so-lieu)[^\n]*\n(?:[ ]{4,}\S[^\n]*\n)*", re.MULTILINE)
# In blocks of keys: the keys, of which some name things for programs, and the signs within their values.
KEY = re.compile(r"[ ]*(?:\*[ ]*)?(?P<key>[^\W_][\w ./-]{0,20}?):[ ]*")
CODED = frozenset(
    [
        "id",
        "het-han",
        "het_han",
        "kiem_tra",
        "kiem-tra",
        "kho",
        "loai",
        "kenh",
        "nang_luc",
        "nang-luc",
        "de",
        "qr",
        "xem",
        "mua",
        "chu_de",
        "chu-de",
        "rong",
        "hang",
        "hinh",
        "net",
        "mang",
        "thu",
        "doc",
    ]
)
LINES_TO_WRITE = re.compile(r"(?<=[^|]) *\| *\d+ *$")  # of a form's question: how many
SIGNS = re.compile(r"\{\d{1,2}:|\}|->|[|;]|\[[^\]\n]{1,12}\]")
# Marks of Markdown, which are no words, each with what stands in its place.
MARKS = (
    (re.compile(r"<!--.*?-->", re.DOTALL), CUT),
    (re.compile(r"\{\{[^{}\n]*\}\}"), CUT),  # a figure from a table
    (re.compile(r"^[ ]*(?:!!!|\?\?\?\+?|===[!+]*)[ ]*[\w -]*", re.MULTILINE), CUT),
    (re.compile(r"^[ ]*\[\^[^\]\n]+\]:|\[\^[^\]\n]+\]", re.MULTILINE), CUT),
    (re.compile(r"!\[(?P<words>[^\]\n]*)\]\([^)\n]*\)"), rf"{CUT}\g<words>{CUT}"),
    (re.compile(r"\[(?P<words>[^\[\]\n]*)\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)"), r"\g<words>"),
    (re.compile(r"(?<=\S)[ ]?\{[:#. ][^{}\n]*\}"), ""),
    (re.compile(r"<(?P<words>https?://[^<>\s]+)>"), r"\g<words>"),
    (re.compile(r"<br ?/?>|[|]"), CUT),
    (re.compile(r"</?[A-Za-z][^<>]*>"), ""),
    (re.compile(r"^[ ]*(?:>[ ]?)*(?:[-*+][ ]+(?:\[[ xX]\][ ])?|\d{1,3}\.[ ]+|#{1,6}[ ]|:[ ]{3})?", re.MULTILINE), CUT),
)
INLINE = frozenset(
    [
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "cite",
        "code",
        "data",
        "dfn",
        "em",
        "i",
        "kbd",
        "mark",
        "q",
        "s",
        "samp",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "time",
        "u",
        "var",
        "wbr",
    ]
)
# What the page adds of its own between an editor's words.
ADDED = (
    "//script|//style|//details[contains(@class,'muc-luc')]|//a[contains(@class,'headerlink') or contains(@class,'footnote-')]"
    "|//sup[starts-with(@id,'fnref')]|//span[@class='van-ban-tt']"  # "(văn bản cũ)"
)


def written(source: str) -> list[str]:
    """The runs of words in the body of a page: of each line, cut where something else stands between."""
    text = TABLE_OPTIONS.sub(r"\1\n", HEAD.sub("", source))
    lines = list(_lines(text))
    text = "\n".join(lines)
    for pattern, instead in MARKS:
        text = pattern.sub(instead, text)
    text = re.sub(r"[*_`\\]", "", unescape(text))
    return [found for part in re.split(rf"[{CUT}\n]", text) if (found := words(part))]


def _lines(text: str) -> Iterator[str]:
    """The lines of ``text``, those of blocks without their keys and signs."""
    is_in_keys = False
    for line in text.split("\n"):
        if mark := BLOCK.match(line):
            is_in_keys = bool(mark["name"]) and mark["name"] != "the-viec"
            yield mark["title"] or ""
        elif is_in_keys:
            key = KEY.match(line)
            if not key or key["key"] not in CODED:
                value = line[key.end() :] if key else line
                yield SIGNS.sub(CUT, LINES_TO_WRITE.sub("", value) if key and key["key"] == "viet" else value)
        else:
            yield line


def shown(html: str) -> str:
    """The words of the article in ``html``, those that pictures stand for too, with a blank at both ends."""
    (article,) = lxml_html.fromstring(html).xpath("//article")
    for node in article.xpath(ADDED):
        node.drop_tree()
    return words("".join(_text(article)))


def _text(node) -> Iterator[str]:
    gap = "" if node.tag in INLINE else " "
    yield gap
    if pictured := node.get("alt") or (node.get("aria-label", "") if node.get("role") == "img" else ""):
        yield f" {pictured} "
    yield node.text or ""
    for child in node:
        if isinstance(child.tag, str):
            yield from _text(child)
        yield child.tail or ""
    yield gap


def words(text: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", text))


def missing(source: str, html: str) -> list[str]:
    """The runs of ``source`` that do not stand on the page, the longest first."""
    page, lost = f" {shown(html)} ", []
    for run in sorted(written(source), key=len, reverse=True):
        first = page.find(f" {run} ")
        if first < 0:
            lost.append(run)
        else:
            page = f"{page[:first]} {CUT} {page[first + len(run) + 2 :]}"
    return lost


def address(uri: str) -> str:
    """Where the page of the file ``uri`` lies in its language."""
    return uri.removesuffix(".md").removesuffix("index").rstrip("/")


def source_of(uri: str, language: str) -> str:
    """The file that is shown at ``uri`` in ``language``: where nobody has translated it, the original."""
    translated = DOCS / f"{uri.removesuffix('.md')}.{language}.md"
    return (translated if translated.is_file() else DOCS / uri).read_text(encoding="utf-8")


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_word_of_every_page_is_on_the_built_page(real, language):
    originals = [uri for uri in PAGES if not uri.endswith(".en.md")]
    assert len(originals) > 200 and len(PAGES) - len(originals) > 40
    folder = "" if language == "vi" else f"{language}/"
    lost = {
        uri: runs for uri in originals if (runs := missing(source_of(uri, language), real.html(folder + address(uri))))
    }
    assert lost == {}


def test_a_word_taken_away_is_missed_wherever_it_stood(real):
    """Each paragraph, cell and heading in turn without one of its words, though the word stands elsewhere as well."""
    uri = "ky-nang/vneid.md"
    source, html = (DOCS / uri).read_text(encoding="utf-8"), real.html(address(uri))
    assert missing(source, html) == []
    tree = lxml_html.fromstring(html)
    page, tried = shown(html), 0
    for node in tree.xpath("//article//p[not(@class)]|//article//td|//article//h2[@id]"):
        before, (first, *others) = node.text, (node.text or "").split() or [""]
        # Not what the page adds, "Đọc tiếp", nor what it says once more, the link to "Tự kiểm tra".
        if words(first) and 0 < page.count(words(before)) <= words(source).count(words(before)):
            node.text = " ".join(others)
            assert missing(source, lxml_html.tostring(tree, encoding="unicode")), before
            node.text = before
            tried += 1
    assert tried > 40


SMALL = "---\ntitle: A\n---\n## Mục **một**\n\nMở [ứng dụng](a.md) rồi bấm nút, xong rồi.\n\n| A | B |\n|---|---|\n| c<br>d | `e f` |\n"
SMALL_PAGE = (
    "<article><h2>Mục <strong>một</strong><a class='headerlink'>¶</a></h2><p>Mở <a href=''>ứng dụng</a> rồi bấm nút, xong rồi.</p>"
    "<table><tr><th>A</th><th>B</th></tr><tr><td>c<br>d</td><td><code>e f</code></td></tr></table></article>"
)


def test_what_counts_as_missing():
    assert missing(SMALL, SMALL_PAGE) == []
    for old, new in {
        "bấm nút, ": "bấm, ",
        "xong rồi": "rồi xong",
        "<th>B</th>": "",
        "ứng dụng": "ứng  dụngg",
        "d</td>": "</td>",
    }.items():
        assert missing(SMALL, SMALL_PAGE.replace(old, new)), old
    # A word that also stands elsewhere, in what the page adds.
    assert missing(SMALL, SMALL_PAGE.replace("một", "").replace("</article>", "<p>một</p></article>"))
