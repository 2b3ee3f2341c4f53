"""Sheets of paper and their margins, in millimetres; the template reads them from here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass

POINT = 72 / 25.4  # typographic points (1/72 inch) in a millimetre


@dataclass(frozen=True)
class Paper:
    """A page and what is left free around its text; ``inside`` is at the binding.

    A page turned sideways is low and has margins of its own above and below.
    """

    width: float
    height: float
    inside: float
    outside: float
    top: float
    bottom: float
    turned_top: float
    turned_bottom: float

    @property
    def measure_pt(self) -> float:
        """The length of a line in points."""
        return (self.width - self.inside - self.outside) * POINT

    @property
    def turned_pt(self) -> float:
        """The length of a line in points on a page turned sideways."""
        return (self.height - self.inside - self.outside) * POINT

    @property
    def text_height_pt(self) -> float:
        """The height of the text block in points."""
        return (self.height - self.top - self.bottom) * POINT

    @property
    def turned_height_pt(self) -> float:
        """The height of the text block in points on a page turned sideways."""
        return (self.width - self.turned_top - self.turned_bottom) * POINT

    def with_bleed(self, bleed: float) -> Paper:
        """The sheet before ``bleed`` millimetres are cut off all around; the text keeps its size and place."""
        return Paper(
            *(side + 2 * bleed for side in (self.width, self.height)), *(margin + bleed for margin in self.margins)
        )

    @property
    def margins(self) -> tuple[float, ...]:
        return self.inside, self.outside, self.top, self.bottom, self.turned_top, self.turned_bottom

    def as_data(self) -> dict[str, float]:
        return asdict(self)


PAPERS: Mapping[str, Paper] = {
    "a5": Paper(148, 210, inside=18, outside=14, top=18, bottom=16, turned_top=15, turned_bottom=15),
    "a4": Paper(210, 297, inside=25, outside=20, top=25, bottom=23, turned_top=22, turned_bottom=20),
}
