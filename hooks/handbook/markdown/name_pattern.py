"""One regular expression for many names: a trie, so that each letter is looked at once."""

from __future__ import annotations

import re
from collections.abc import Iterable


def longest_of(names: Iterable[str], *, ignore_case: bool = False, capital_first: bool = False) -> str:
    """A pattern for the longest of ``names`` (normal text) that stands at a position.

    With ``ignore_case`` capitals do not matter, except the first letter's when
    ``capital_first``: "Luật Trẻ em" and "LUẬT TRẺ EM" but not "luật trẻ em".
    A name that ends in a digit cannot be meant otherwise: "nghị quyết 57" too.
    The pattern may give back a shorter name if what follows forbids the longest.
    Without names it matches nowhere.
    """
    root: dict = {}
    for name in sorted(set(names)):
        letters = name.lower() if ignore_case else name
        firsts = {letters[0]}
        if capital_first:
            firsts = {name[0].upper(), name[0].lower()} if name[-1].isdigit() else {name[0].upper()}
        for first in firsts:
            node = root
            for letter in first + letters[1:]:
                node = node.setdefault(letter, {})
            node[""] = {}
    if not root:
        return r"(?!)"
    if ignore_case and not capital_first:
        return f"(?i:{_branches(root)})"
    if ignore_case:
        return (
            "(?:" + "|".join(re.escape(first) + f"(?i:{_branches(rest)})" for first, rest in sorted(root.items())) + ")"
        )
    return _branches(root)


def _branches(node: dict) -> str:
    chain = ""
    while len(node) == 1 and "" not in node:
        ((letter, node),) = node.items()
        chain += re.escape(letter)
    if set(node) <= {""}:
        return chain
    branches = "|".join(re.escape(letter) + _branches(rest) for letter, rest in sorted(node.items()) if letter)
    return f"{chain}(?:{branches}){'?' if '' in node else ''}"
