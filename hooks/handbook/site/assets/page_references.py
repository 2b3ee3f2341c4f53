"""How a page names its style sheets and scripts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

_ASSET = r'(?:[^":?#]*/)?assets/[^"?#]+'
_SHEET = rf'<link rel="stylesheet" href="{_ASSET}\.css">'
_SCRIPT = rf'<script src="{_ASSET}\.js" defer></script>'
# Each begins with a fixed text, which Python looks for much faster than for one of two.
_RUNS = tuple(re.compile(rf"{one}(?:\s*{one})*") for one in (_SHEET, _SCRIPT))
_ONE = re.compile(rf"{_SHEET}|{_SCRIPT}")
_ADDRESS = re.compile(r'assets/[^"?#]+\.(?:css|js)(?=")')
_BEFORE = re.compile(r'="(?:[^":?#]*/)?')


def runs(html: str) -> Iterator[re.Match[str]]:
    """Style sheets, and scripts, that stand side by side."""
    for kind in _RUNS:
        yield from kind.finditer(html)


def addresses(html: str) -> Iterator[tuple[int, str]]:
    """Where an attribute names a style sheet or script below ``assets/``, and which."""
    for found in _ADDRESS.finditer(html):
        start = found.start() + found[0].rfind("/assets/") + 1
        if _BEFORE.fullmatch(html, html.rfind('"', 0, start) - 1, start):
            yield start, html[start : found.end()]


def paths_in(html: str) -> tuple[str, ...]:
    """The style sheets and scripts that ``html`` names, in its order."""
    return tuple(path for _, path in addresses(html))


def renamed(html: str, names: Mapping[str, str]) -> str:
    """``html`` with the new names of files; one that has none keeps its own."""
    parts, end = [], 0
    for start, path in addresses(html):
        parts += [html[end:start], names.get(path, path)]
        end = start + len(path)
    return "".join((*parts, html[end:]))


def element_for(run: str, parts: Mapping[str, str], inside: str = "") -> str:
    """The first element of ``run``, naming the new file instead; what comes late stands in a ``<noscript>``, from which
    overrides/partials/javascripts/first.html takes it once the page is painted.  ``inside`` is a style sheet that the
    page is to hold itself."""
    if inside:
        return f"<style>{inside}</style>"
    element = _ONE.match(run)[0]  # type: ignore[index]
    [path] = paths_in(element)
    elements = {part: element.replace(f'{path}"', f'{name}"') for part, name in parts.items()}
    return "".join(f'<noscript class="{part}">{text}</noscript>' if part else text for part, text in elements.items())
