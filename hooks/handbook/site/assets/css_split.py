"""A style sheet taken apart in two: what the first picture of a page needs, and what only a later moment needs.

A browser draws nothing before the style sheets of a page are there.  So a page waits
for the first part only, which fits into the first ten packets of an answer (RFC 6928):
no further round trip.  The second is fetched once the page is painted
(overrides/partials/javascripts/first.html), or with the first where no script runs.
In it stand the rules for paper, for colours that a reader's device forces (but those of the header's icons),
for what only scripts add (results of a search or a lookup, explanations, what "Aa" and the choice of languages open),
for what is closed or far down (the drawer of a phone, tabs, the foot of a page).

What a rule does must not change by standing in the later file.  A rule leaves only
where no rule after it, in the file it leaves, weighs the same (Selectors Level 4,
"specificity") and sets the same property of what may be the same element.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter

import tinycss2
from tinycss2.ast import Node

from handbook.site.assets.css_cascade import Claim, claims, medium_of
from handbook.site.assets.css_purge import split_at_commas

_FORCED = re.compile(r"\(forced-colors: ?active\)")
_ICON = re.compile(r"\.bt(?![-\w])")  # of the header

LATE = "sau"  # how the second part is called, in its name and in pages
_FOUND = re.compile(
    r"\.(?:md-search-result|md-search__(?:output|scrollwrap|suggest|options)|tim-kiem-(?:goi-y|ten|muc|loi|them|nho)|to-sang|goi-y"
    r"|md-top|tra-cuu-(?:dap|kq|ghi)|tabbed-[a-z]+|hien-thi-bang|viec-xong|trich-dan|dang-doc|kit-(?:lenh|nut-chep|dang-tap|roi|nay)|sua-trang|chot-ngay|nguon-ghi-chu|doc-tiep|chan-trang)(?![a-z])"
    r"|\.md-select__link"
)

# The contents of the drawer of a phone, which is closed at first.
_IN_DRAWER = re.compile(r"\.md-nav(?![a-z])")
_DRAWER = re.compile(r"(?:screen and )?\(max-width: ?76\.\d+em\)")


def split(css: str) -> tuple[str, str]:
    """The rules of ``css`` that a page needs at once, and the others (``LATE``)."""
    at_once: list[tuple[str, str]] = []
    late: list[tuple[str, str]] = []
    staying: set[Claim] = set()
    for around, rule in reversed(list(_pieces(css))):
        medium = medium_of(around)
        claimed = set(claims([rule], medium))
        is_found = _is_found(rule, _FOUND) or bool(_DRAWER.fullmatch(around)) and _is_found(rule, _IN_DRAWER)
        is_set_aside = medium.type == "print" or bool(_FORCED.fullmatch(around)) and not _is_found(rule, _ICON)
        is_late = (is_found or is_set_aside) and not any(
            claim.meets(other) for other in staying if not (is_found and other.is_elsewhere) for claim in claimed
        )
        if not is_late:
            staying |= claimed
        (late if is_late else at_once).append((around, rule.serialize()))
    return "".join(_written(reversed(at_once))), "".join(_written(reversed(late)))


def _is_found(rule: Node, what: re.Pattern[str]) -> bool:
    return rule.type == "qualified-rule" and all(
        what.search(tinycss2.serialize(selector)) for selector in split_at_commas(rule.prelude)
    )


def _pieces(css: str) -> Iterator[tuple[str, Node]]:
    """Each rule with the condition of the ``@media`` it stands in, if any."""
    for rule in tinycss2.parse_stylesheet(css):
        if rule.type == "at-rule" and rule.lower_at_keyword == "media" and rule.content is not None:
            around = tinycss2.serialize(rule.prelude).strip()
            yield from (
                (around, inner)
                for inner in tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
            )
        else:
            yield "", rule


def _written(rules: Iterable[tuple[str, str]]) -> Iterator[str]:
    for around, group in groupby(rules, itemgetter(0)):
        text = "".join(rule for _, rule in group)
        yield f"@media {around}{{{text}}}" if around else text
