"""What is wrong with an editor's file, where, and how to mend it."""

from __future__ import annotations

import enum
import re
from dataclasses import dataclass, field

_LONG = 300
_QUOTED = re.compile(r"“([^”]{80})[^”]{20,}”")


class Severity(enum.IntEnum):
    """How much a problem matters.

    ``ERROR`` stops a strict build.  ``INCOMPLETE`` lets the page be built with
    a visible notice and is an error only for ``make check``: an editor may
    preview a table before its source is written down.  ``HINT`` never blocks.
    """

    ERROR = 0
    INCOMPLETE = 1
    HINT = 2


@dataclass(frozen=True, order=True)
class Problem:
    """One finding, addressed to an editor in Vietnamese.

    ``path`` is relative to the project's folder and uses ``/``; ``line`` counts
    from 1 and is 0 when the whole file is meant; ``message`` says what is wrong
    and ``fix`` how to mend it, both full sentences; ``code`` names the rule;
    ``key`` is the place in a front matter that is meant, until somebody who has
    read it puts the line there (:func:`handbook.source.yaml_lines.with_lines`).
    """

    path: str
    line: int
    message: str
    fix: str = ""
    code: str = field(default="", compare=False)
    severity: Severity = field(default=Severity.ERROR, compare=False)
    key: tuple = field(default=(), compare=False)

    def __post_init__(self) -> None:
        # What an editor wrote is quoted in them, however long and over however many lines: a message is one line.
        for name in ("message", "fix"):
            said = getattr(self, name)
            if len(said) > _LONG or len(said.splitlines()) > 1:
                said = " ".join(line.strip() for line in said.splitlines() if line.strip())
                object.__setattr__(self, name, _QUOTED.sub(r"“\1…”", said))

    def __str__(self) -> str:
        where = f"{self.path}:{self.line}" if self.line else self.path
        return " ".join(part for part in (f"{where}:", self.message, self.fix) if part)


def in_reading_order(problems: tuple[Problem, ...] | list[Problem]) -> tuple[Problem, ...]:
    """The problems without repetitions, sorted by file and line."""
    return tuple(sorted(set(problems)))
