"""A style sheet without the rules that nothing in the site can match.

The theme styles everything its users may ever write; a site uses a fraction.
A selector stays unless it needs a name (CSS Selectors Level 4: element, class,
id, attribute) that no page has and no script writes.  In doubt it stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

import tinycss2
from tinycss2.ast import Declaration, Node, QualifiedRule

from handbook.site.assets.css_names import Vocabulary

# Their arguments are selectors of which one must be able to match; of ":not()" nothing follows.
_ANY_OF = frozenset(("is", "where", "has", "matches", "-webkit-any", "-moz-any"))
_GROUPS = frozenset(("media", "supports", "layer", "container"))
_USED_VARIABLE = re.compile(r"var\(\s*(--[\w-]+)")
_SPACE = re.compile(r"\s+")
_AROUND = re.compile(r"\s*([>~+,])\s*")


def purge(css: str, words: Vocabulary) -> str:
    """``css`` without rules, key frames and custom properties that the site cannot use, and without spare spaces.

    Raises ValueError for what is no CSS.
    """
    rules = _rules(tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True), words)
    used = set(words.variables)
    while True:  # a custom property may be used by another one only
        text = "".join(_written(rules, used))
        found = used | set(_USED_VARIABLE.findall(text))
        if found == used:
            return text
        used = found


def _rules(nodes: Iterable[Node], words: Vocabulary) -> list[tuple[str, Any]]:
    """What stays, as (head, declarations or rules inside)."""
    kept: list[tuple[str, Any]] = []
    for node in nodes:
        if node.type == "error":
            raise ValueError(node.message)
        if node.type == "qualified-rule":
            selectors = [_text(part) for part in split_at_commas(node.prelude) if _possible(part, words)]
            if selectors:
                kept.append((",".join(_tight(selector) for selector in selectors), _declarations(node)))
        elif node.at_keyword in _GROUPS and node.content is not None:
            inside = _rules(tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True), words)
            if inside:
                kept.append((f"@{node.at_keyword} {_text(node.prelude)}", inside))
        elif node.content is None:
            kept.append((f"@{node.at_keyword} {_text(node.prelude)};", ()))
        else:
            kept.append((f"@{node.at_keyword} {_text(node.prelude)}".strip(), _text(node.content)))
    return kept


def _declarations(rule: QualifiedRule) -> list[Declaration] | str:
    items = tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True)
    # Rules inside rules are kept as they are.
    return items if all(item.type == "declaration" for item in items) else _text(rule.content)


def _written(rules: Sequence[tuple[str, Any]], used: set[str]) -> Iterable[str]:
    everything = None
    for head, body in rules:
        if head.startswith("@keyframes") or head.startswith("@-webkit-keyframes"):
            everything = everything or "".join(
                _written([rule for rule in rules if not rule[0].startswith(("@keyframes", "@-"))], used)
            )
            name = head.split(" ", 1)[1]
            inside = str(body) if re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", everything) else ""
        elif isinstance(body, str):
            inside = body
        elif body and isinstance(body[0], tuple):
            inside = "".join(_written(body, used))
        else:
            inside = ";".join(
                _declaration(item) for item in body if not item.name.startswith("--") or item.name in used
            )
        if inside:
            yield f"{head}{{{inside}}}"
        elif head.endswith(";"):
            yield head


def _declaration(item: Declaration) -> str:
    return f"{item.name}:{_text(item.value)}{'!important' if item.important else ''}"


def _possible(selector: Sequence[Node], words: Vocabulary) -> bool:
    """Whether an element of the site may match ``selector``, as far as names tell."""
    before = ""
    for node in selector:
        if node.type == "ident" and before != ":":
            if not (words.has_class(node.value) if before == "." else words.has_element(node.value)):
                return False
        elif (
            (node.type == "hash" and not words.has_id(node.value))
            or (node.type == "[] block" and not _has_attribute(node, words))
            or (
                node.type == "function"
                and node.lower_name in _ANY_OF
                and not any(_possible(part, words) for part in split_at_commas(node.arguments))
            )
        ):
            return False
        before = node.value if node.type == "literal" else ""
    return True


def _has_attribute(block: Node, words: Vocabulary) -> bool:
    parts = [node for node in block.content if node.type != "whitespace"]
    is_exact = len(parts) > 2 and parts[1].type == "literal" and parts[1].value == "="
    return words.has_attribute(parts[0].value, parts[2].value if is_exact else None)


def split_at_commas(nodes: Iterable[Node]) -> list[list[Node]]:
    """The selectors of a list of selectors."""
    parts: list[list[Node]] = [[]]
    for node in nodes:
        if node.type == "literal" and node.value == ",":
            parts.append([])
        else:
            parts[-1].append(node)
    return parts


def _text(nodes: Iterable[Node]) -> str:
    nodes = [node for node in nodes if node.type != "comment"]
    text = tinycss2.serialize(nodes).strip()
    return text if '"' in text or "'" in text else _SPACE.sub(" ", text)


def _tight(selector: str) -> str:
    return selector if '"' in selector or "'" in selector else _AROUND.sub(r"\1", selector)
