"""Which files take the place of the style sheets and scripts that pages name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from handbook.site.assets.html_whitespace import without_indents
from handbook.site.assets.page_references import element_for, paths_in, renamed, runs
from handbook.site.host.content_security import with_styles


@dataclass(frozen=True)
class Plan:
    """``names``: the new name of a file; ``joined``: for files side by side the names of each part of what they became;
    ``inside``: style sheets that pages hold themselves."""

    names: Mapping[str, str]
    joined: Mapping[tuple[str, ...], Mapping[str, str]]
    inside: Mapping[tuple[str, ...], str] = field(default_factory=dict)

    def settled(self, html: str) -> str:
        """The page ``html`` as readers get it."""
        parts, end, inside = [], 0, []
        for run in sorted(runs(html), key=lambda run: run.start()):
            paths = paths_in(run[0])
            parts += [
                html[end : run.start()],
                element_for(run[0], self.joined.get(paths, {}), self.inside.get(paths, "")),
            ]
            inside += [self.inside[paths]] if paths in self.inside else []
            end = run.end()
        return with_styles(without_indents(renamed("".join((*parts, html[end:])), self.names)), inside)
