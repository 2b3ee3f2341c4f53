"""HTML → tree: golden cases, and that no text is ever lost."""

from pathlib import Path

import pytest
import yaml
from book_samples import bare, convert
from handbook.book.html_tree.book_links import LinkIndex
from handbook.book.html_tree.tree import build_tree
from handbook.book.layout.headings_and_labels import arrange

CASES = yaml.safe_load(Path(__file__).with_name("tree_cases.yaml").read_text(encoding="utf-8"))
LINKS = LinkIndex(
    {"ky-nang/vneid": frozenset(), "ky-nang/thanh-toan": frozenset(("muc",))},
    {"ky-nang/vneid": "https://vi.du/ky-nang/vneid/"},
    {},
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_golden(case):
    links = LinkIndex({}, {}, {}) if case.get("no_addresses") else LINKS
    tree, problems = build_tree(case["html"], "ky-nang/vneid", links, "docs/ky-nang/vneid.md")
    assert tree == case["tree"]
    assert [problem.code for problem in problems] == case.get("problems", [])


def test_problem_has_the_line_of_the_source():
    source = "Một\n\nHai <blink>x</blink>\n"
    _, problems = build_tree(convert(source), "a", LINKS, "docs/a.md", source, source_line=10)
    assert [(problem.path, problem.line) for problem in problems] == [("docs/a.md", 12)]


def _text(nodes) -> str:
    """All text of a tree, in order."""
    parts = []
    for node in nodes:
        if isinstance(node, str):
            parts.append(node)
        elif isinstance(node, list):
            parts.append(_text(node))
        else:
            parts.append(node["text"] if node.get("t") == "pre" else "")
            parts.extend(
                _text(node[key]) for key in ("caption", "title", "term", "head", "body", "items", "c") if key in node
            )
    return "".join(parts)


def test_no_text_is_lost():
    text = Path(__file__).with_name("moi-thu.md").read_text(encoding="utf-8")
    tree, problems = build_tree(convert(text), "ky-nang/vneid", LINKS, "docs/x.md")
    assert not [problem for problem in problems if problem.code != "sach-lien-ket-muc"]
    found = bare(_text(tree))
    words = [word for word in Path(__file__).with_name("moi-thu.txt").read_text(encoding="utf-8").split("\n") if word]
    assert [word for word in words if bare(word) not in found] == []


def test_headings_never_skip_a_level():
    tree, _ = build_tree("<h2>A</h2><h4>B</h4><h1>C</h1><h5>D</h5>", "a", LINKS, "docs/a.md")
    assert [node["level"] for node in arrange(tree, "T")] == [1, 2, 1, 2]


def test_a_paragraph_that_announces_a_list_stays_with_it():
    tree, _ = build_tree("<p>Cần:</p><ul><li>a</li></ul><p>Hết.</p><p>Cần:</p>", "a", LINKS, "docs/a.md")
    assert [node.get("keep") for node in arrange(tree, "T")] == [True, None, None, None]
