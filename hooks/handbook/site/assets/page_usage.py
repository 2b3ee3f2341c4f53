"""What pages use: style sheets, scripts, and every name by which a style sheet can find something in them."""

from __future__ import annotations

from dataclasses import dataclass, field

from handbook.site.assets.css_names import Vocabulary
from handbook.site.assets.page_references import addresses, paths_in, runs


@dataclass
class Usage:
    """Grows page by page.

    ``runs``: elements that stand side by side, as they are written, and the files they name; ``alone``: files
    that are named elsewhere.
    """

    runs: dict[str, tuple[str, ...]] = field(default_factory=dict)
    alone: set[str] = field(default_factory=set)
    words: Vocabulary = field(default_factory=Vocabulary)

    def read_page(self, html: str) -> None:
        """Note what the page ``html`` uses."""
        found = list(runs(html))
        self.runs |= {run: paths_in(run) for run in {match[0] for match in found} - self.runs.keys()}
        self.alone |= {
            path for start, path in addresses(html) if not any(run.start() < start < run.end() for run in found)
        }
        self.words.read_page(html)

    def add(self, other: Usage) -> None:
        """Note all that ``other`` has noted."""
        self.runs |= other.runs
        self.alone |= other.alone
        self.words.add(other.words)
