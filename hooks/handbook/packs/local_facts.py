"""What a commune's own file gives its packs: name, team, and where people go or call."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from handbook.book.editions.commune_model import Commune, Member, Place
from handbook.kit.leaflet import BY_HAND
from handbook.kit.spoken import seconds, spoken, syllables
from handbook.vietnamese.text import fold

#: Words by which a leaflet's blank and a place of the commune are known to be the same office.
_OFFICES = (
    ("cong an",),
    ("trung tam phuc vu hanh chinh cong", "trung tam hanh chinh cong"),
    ("ubnd", "uy ban nhan dan"),
    ("thue",),
    ("tram y te",),
    ("thien tai", "phong thu dan su"),
)
_SCHEDULE = "lich"


@dataclass(frozen=True)
class LocalFacts:
    """A commune's facts; ``data`` is what the template prints."""

    commune: Commune

    @property
    def _desk(self) -> str:
        """Where and when the team sits to help."""
        return ", ".join(part for part in (self.commune.desk, self.commune.hours) if part)

    @property
    def data(self) -> dict:
        commune = self.commune
        people = [{"name": one.name, "about": one.role, "phone": one.phone or ""} for one in commune.members]
        places = [{"name": commune.team or commune.name, "about": self._desk, "phone": ""}] if self._desk else []
        places += [{"name": one.name, "about": one.about, "phone": one.phone or ""} for one in commune.places]
        said, takes = self.closing_line
        return {
            "label": commune.label,
            "team": commune.team,
            "people": people,
            "places": places,
            "said": said,
            "seconds": takes,
        }

    @property
    def closing_line(self) -> tuple[str, int]:
        """What a script ends with, as it is said, and the seconds it takes; nothing without a number or a place."""
        called: list[Member | Place] = [*self.commune.members, *self.commune.places]
        first = next((one for one in called if one.phone), None)
        ways = []
        if first is not None:
            number = " ".join(filter(str.isdigit, first.phone or ""))
            ways.append(f"gọi {self.commune.team or first.name}, {self.commune.name}, số {number}")
        if self._desk:
            ways.append(f"đến {self._desk}" if ways else f"đến {self.commune.team or self.commune.name}, {self._desk}")
        if not ways:
            return "", 0
        text, _ = spoken(f"Cần hỏi, bà con {', hoặc '.join(ways)}.", {})
        return text, seconds(syllables(text))

    def number_for(self, number: str, what_for: str) -> Mapping[str, str]:
        """What stands in a leaflet's blank for ``what_for`` here: the number, or the hours where it asks for a schedule."""
        place = self._place(what_for) if number == BY_HAND else None
        if place is None:
            return {}
        if fold(what_for).startswith(_SCHEDULE):
            return {"number_for": f"{what_for}: {place.about}"} if place.about else {}
        if not place.phone:
            return {}
        return {"number": place.phone, "number_for": place.name + (f" ({place.about})" if place.about else "")}

    def _place(self, what_for: str) -> Place | None:
        wanted = fold(what_for)
        for names in _OFFICES:
            if any(name in wanted for name in names):
                return next((one for one in self.commune.places if any(name in fold(one.name) for name in names)), None)
        return None
