"""Pages that name their style sheets and scripts, when they are written, as in the last build.

Whether those are still the right names is known when all pages are written
(handbook/delivery/assets.py).
"""

from ahead import gathered
from handbook.delivery import Plan, Usage, Vocabulary
from last_build import last_kept

# Filled when everything else is there (page_texts.py): only then it is known what it uses.
_CHANGED_LATER = "tai-ve/index.html"
_known: dict = {"plan": Plan(), "seen": set()}
_used: dict[str, Usage] = {}
gathered.append(lambda: _used)


def expect() -> None:
    """Begin a language."""
    kept = last_kept("assets")
    _known["plan"] = Plan.from_data(kept) if kept else Plan()


def forget() -> None:
    """Begin a build."""
    _used.clear()
    _known["seen"] = set()


def settle(html: str, uri: str) -> str:
    """The page ``uri`` with the names it is expected to need, if they are known."""
    plan = _known["plan"]
    if not plan.joined or uri.endswith(_CHANGED_LATER):
        return html
    usage = Usage(words=Vocabulary(seen=_known["seen"]))
    usage.read_page(html)
    if not plan.suits(usage):
        return html
    _used[uri] = usage
    return plan.settled(html)


def settled() -> tuple[dict[str, Usage], Plan]:
    """What the pages use that were settled, by their path in the site, and by which plan."""
    return _used, _known["plan"]
