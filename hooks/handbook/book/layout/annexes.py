"""What a reader looks up at the end of the book: task cards, tables, documents cited."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable

from handbook.book.html_tree.inline import Node, Run, plain
from handbook.vietnamese.text import collation_key

# "Điều 79 Nghị định …": a place in a document, not its name.
_ARTICLE = re.compile(r"(?:điểm|khoản|điều|chương)\b", re.IGNORECASE)


def annexes(chapters: Iterable[tuple[str, list[Node]]]) -> dict[str, list[dict]]:
    """The lists at the end; ``chapters`` are pairs of a chapter's title and its nodes.

    A card and a table are named with the label of their place.  A document is
    cited in many places; its entry has only a ``mark``, which the template
    finds on the citations themselves.
    """
    cards: list[dict] = []
    tables: dict[str, dict] = {}
    names: dict[str, Counter[str]] = defaultdict(Counter)
    for title, nodes in chapters:
        for number, node in enumerate(nodes, start=1):
            kind = node.get("t")
            if kind == "card" and "id" in node:
                cards.append({"name": node["title"] or [title], "of": title, "to": node["id"]})
            elif kind == "table" and node.get("caption"):
                name = plain(node["caption"])
                if name not in tables or node.get("same_as_title"):
                    node.setdefault("id", f"bang-{title}-{number}")
                    tables[name] = {"name": node["caption"], "to": node["id"]}
            elif "law" in node:
                names[node["law"]][plain(node["c"])] += 1
    return {
        "cards": cards,
        "tables": sorted(tables.values(), key=lambda entry: collation_key(plain(entry["name"]))),
        "laws": sorted(
            ({"name": _usual(found), "mark": mark} for mark, found in names.items()),
            key=lambda entry: collation_key(plain(entry["name"])),
        ),
    }


def _usual(names: Counter[str]) -> Run:
    """The form of a document's name that is used most, rather not one of its articles; the longer one of equals."""
    return [max(names, key=lambda name: (not _ARTICLE.match(name), names[name], len(name), name))]
