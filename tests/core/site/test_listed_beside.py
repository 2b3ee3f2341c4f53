"""Which pages of a section stand in the navigation beside one of them."""

import pytest
from handbook.site.pages.navigation import AROUND, SHOWN_WHOLE, listed_beside


@pytest.mark.parametrize(
    ("position", "left_out", "listed"),
    [
        (None, {1}, [0, 1, 2]),  # the section's own page lists all
        (0, {1}, [0, 2]),
        (1, {1}, [0, 1, 2]),  # a page is never left out beside itself
        (-1, {1, 2}, [0]),  # a page of another section
    ],
)
def test_exercises_are_listed_by_the_index_and_beside_themselves(position, left_out, listed):
    assert listed_beside(3, position, left_out) == listed


def test_of_a_long_section_the_neighbours_are_listed():
    count = SHOWN_WHOLE + 100
    assert listed_beside(count, 80, {81}) == [n for n in range(80 - AROUND, 81 + AROUND) if n != 81]
