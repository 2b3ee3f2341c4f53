"""Names of communes held against the register: whether there is such a one, and which was meant."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass

from handbook.places.names import commune_name, comparable
from handbook.places.register import Commune, PlaceRegister, Province
from handbook.vietnamese.comparable import normalise
from handbook.vietnamese.text import nfc

_NAMED = re.compile(
    r"(?<!tác )(?<!thị )\b(xã|phường|thị trấn|đặc khu)\s+((?:[A-ZĐÀ-ỸƠƯÂÊÔĂ][\w’'-]*|\d+)(?:\s(?:[–-]\s)?(?:[A-ZĐÀ-ỸƠƯÂÊÔĂ][\w’'-]*|\d+))*)",
)


@dataclass(frozen=True)
class Checked:
    """What a name is in its province: the commune of today, or ``near``, a known name that it resembles.

    ``is_former`` tells that only a former unit had the name.
    """

    commune: Commune | None = None
    is_former: bool = False
    near: str = ""

    @property
    def is_known(self) -> bool:
        return self.commune is not None or self.is_former


def spelt(text: str) -> str:
    """A name as it compares with accents: tone marks in one place, small letters, hyphens as spaces."""
    return " ".join(normalise(nfc(text)).text.casefold().replace("-", " ").replace("–", " ").split())


def check_commune(text: str, province: Province) -> Checked:
    """Look for ``text``, with or without its kind, in ``province``: exactly first, then what it resembles."""
    kind, name = commune_name(text)
    wanted = spelt(name)
    same = [commune for commune in province.communes if spelt(commune.name) == wanted]
    for commune in same:
        if not kind or commune.kind == kind:
            return Checked(commune)
    if any(
        spelt(unit.name) == wanted and (not kind or not unit.kind or unit.kind == kind)
        for commune in province.communes
        for unit in commune.former
    ):
        return Checked(same[0] if same else None, is_former=True)
    if same:
        return Checked(near=same[0].label)
    return Checked(near=_near(name, province))


def _near(name: str, province: Province) -> str:
    labels: dict[str, str] = {}
    for commune in province.communes:
        for unit in commune.former:
            labels.setdefault(comparable(unit.name), unit.label)
    labels |= {comparable(commune.name): commune.label for commune in province.communes}
    close = difflib.get_close_matches(comparable(name), labels, n=1, cutoff=0.8)
    return labels[close[0]] if close else ""


def province_of_commune(text: str, places: PlaceRegister) -> tuple[Province, ...]:
    """The provinces that have a commune of this very name today."""
    kind, name = commune_name(text)
    return tuple(
        province
        for province, commune in places.communes_by_key.get(comparable(name), ())
        if spelt(commune.name) == spelt(name) and (not kind or commune.kind == kind)
    )


def communes_named_in(text: str) -> Iterator[str]:
    """The communes that a line of text names: ``Thôn Suối Chải, xã Bát Xát`` → ``xã Bát Xát``."""
    # The line often begins with the name: "Xã Bát Xát".
    text = nfc(text)
    lowered = re.sub(r"\b(Xã|Phường|Thị trấn|Đặc khu)\b", lambda found: found[0].lower(), text)
    for found in _NAMED.finditer(lowered):
        yield f"{found[1]} {found[2]}"
