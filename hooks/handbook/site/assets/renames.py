"""Which files take the place of the style sheets and scripts that pages name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from handbook.site.assets.html_whitespace import without_indents
from handbook.site.assets.page_references import element_for, paths_in, renamed, runs


@dataclass(frozen=True)
class Plan:
    """``names``: the new name of a file; ``joined``: for files side by side the names of each part of what they became."""

    names: Mapping[str, str]
    joined: Mapping[tuple[str, ...], Mapping[str, str]]

    def settled(self, html: str) -> str:
        """The page ``html`` as readers get it."""
        parts, end = [], 0
        for run in sorted(runs(html), key=lambda run: run.start()):
            parts += [html[end : run.start()], element_for(run[0], self.joined[paths_in(run[0])])]
            end = run.end()
        return without_indents(renamed("".join((*parts, html[end:])), self.names))
