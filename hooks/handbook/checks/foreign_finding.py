"""Something that another program's Markdown means and this one's does not."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Finding:
    """From ``first`` to ``last`` in the text of a file; ``instead`` is what a machine may put there."""

    code: str
    first: int
    last: int
    message: str
    fix: str
    instead: str | None = None
