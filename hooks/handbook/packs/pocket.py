"""The pocket edition: exactly 32 A5 pages, which eight sheets of A4 hold, from ``docs/tai-ve/bo-tui.md``.

Each ``##`` of the page is a topic and begins a page; a paragraph that begins with "Đọc thêm" (or
"Read more") and links to a page of the handbook becomes the topic's QR code.
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.book.html_tree.book_links import LinkIndex
from handbook.book.html_tree.inline import Node, plain
from handbook.book.html_tree.tree import build_tree
from handbook.book.layout.headings_and_labels import arrange, every_node, settle_labels
from handbook.book.layout.paper import Paper
from handbook.book.layout.table_layout import lay_out
from handbook.book.press.qr import qr_svg
from handbook.catalogue.catalog import Article
from handbook.problem import Problem
from handbook.sections import DEFAULT_LANGUAGE

KEY = "tai-ve/bo-tui"
PAGES = 32
_PAPER = Paper(148, 148, 15, 12, 0, 0, 0, 0)
_SIZE = 15.0
_MORE = ("Đọc thêm", "Read more")


def pocket_sheets(article: Article, html: str, urls: dict[str, str], home: str) -> list[dict]:
    """Cover, topics and back of the pocket edition; ``home`` is the address of the site or ``""``."""
    prefix = "" if article.language == DEFAULT_LANGUAGE else f"{article.language}/"
    urls = {**urls, KEY: f"{home}{prefix}{KEY}/"} if home else {}
    links = LinkIndex({}, urls, {})  # every page is outside of it
    tree, _ = build_tree(html, KEY, links, article.path, article.body, article.body_line)
    body = arrange(tree, article.meta.title)
    nodes = list(every_node(body))
    settle_labels(nodes, {KEY})
    for node in nodes:
        if node.get("t") == "table":
            lay_out(node, _PAPER, _SIZE)
    cover = {"t": "pocket-cover", "title": article.meta.title, "summary": article.meta.summary or ""}
    back = {"t": "pocket-back", "title": "", "url": home, "qr": qr_svg(home) if home else ""}
    return [cover, *_topics(body), back]


def _topics(body: list[Node]) -> Iterator[dict]:
    topic: dict | None = None
    for node in body:
        if node["t"] == "h" and node["level"] == 1:
            if topic:
                yield topic
            topic = {"t": "topic", "title": plain(node["c"]), "body": [], "url": "", "qr": ""}
        elif topic is None:
            continue  # what stands before the first topic is for the page on the web
        elif (url := _more(node)) and not topic["url"]:
            topic |= {"url": url, "qr": qr_svg(url)}
        else:
            topic["body"].append(node)
    if topic:
        yield topic


def _more(node: Node) -> str:
    """The address to which a paragraph "Đọc thêm: …" leads."""
    if node["t"] != "p" or not plain(node["c"]).strip().startswith(_MORE):
        return ""
    return next((inner["to"] for inner in every_node(node["c"]) if inner.get("t") == "web"), "")


def check_pages(count: int, article: Article) -> tuple[Problem, ...]:
    """The pocket edition has 32 pages, no more and no fewer: it is printed on eight sheets."""
    if count == PAGES:
        return ()
    more = count > PAGES
    return (
        Problem(
            article.path,
            0,
            f"Bản bỏ túi có {count} trang, phải đúng {PAGES} trang để in trên 8 tờ A4.",
            f"Bớt khoảng {count - PAGES} trang: rút chữ, gộp mục."
            if more
            else f"Thêm {PAGES - count} trang: mỗi mục ## bắt đầu một trang mới.",
            "bo-tui-trang",
        ),
    )
