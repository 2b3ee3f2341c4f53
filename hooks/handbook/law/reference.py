"""A document named in a row of the register: its number, what tells it apart, whether it is certain."""

from __future__ import annotations

import re
from dataclasses import dataclass

from handbook.law import numbers
from handbook.vietnamese.comparable import normal

_REFERENCE = re.compile(r"(?P<number>[^()?]*[^()? ])(?: \((?P<qualifier>[^()]+)\))?(?P<doubt> ?\?)?")


@dataclass(frozen=True)
class Reference:
    """Another document named in a row; ``slug`` is set when the register has it.

    ``certain`` is false where the editor wrote ``?`` after the number: the
    relation is likely but nobody has read the clause yet.
    """

    number: str
    qualifier: str = ""
    certain: bool = True
    slug: str | None = None

    @property
    def label(self) -> str:
        """As the row writes it: "98/NQ-CP (2025)"."""
        return f"{self.number} ({self.qualifier})" if self.qualifier else self.number


def read_reference(text: str) -> Reference | None:
    """``13/2023/NĐ-CP``, ``98/NQ-CP (2025)``, ``15/2020/NĐ-CP?``; ``None`` for what is no number."""
    match = _REFERENCE.fullmatch(normal(text))
    if not match or numbers.parse(match["number"]) is None:
        return None
    return Reference(numbers.tidy(match["number"]), match["qualifier"] or "", not match["doubt"])
