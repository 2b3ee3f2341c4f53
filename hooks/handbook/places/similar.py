"""Provinces like another one, by what is known of all 34: how many units they have, how many of them are wards."""

from __future__ import annotations

import math

from handbook.places.register import PlaceRegister, Province

MOST = 3


def similar(province: Province, places: PlaceRegister) -> tuple[Province, ...]:
    """The nearest provinces, nearest first.

    The measure is the distance in two figures of 1 July 2025, each in units of its standard deviation over the 34: the
    logarithm of the number of commune-level units, and the share of wards.
    """
    points = {one.name: _point(one) for one in places.provinces if one.total}
    if province.name not in points or len(points) <= MOST:
        return ()
    spread = [_deviation([point[i] for point in points.values()]) or 1.0 for i in range(2)]
    mine = points[province.name]

    def distance(other: Province) -> float:
        point = points[other.name]
        return math.hypot(*((point[i] - mine[i]) / spread[i] for i in range(2)))

    others = [one for one in places.provinces if one.name != province.name and one.name in points]
    return tuple(sorted(others, key=lambda one: (round(distance(one), 9), one.name))[:MOST])


def _point(province: Province) -> tuple[float, float]:
    return math.log(province.total), province.units[1] / province.total


def _deviation(values: list[float]) -> float:
    mean = sum(values) / len(values)
    return math.sqrt(sum((value - mean) ** 2 for value in values) / len(values))
