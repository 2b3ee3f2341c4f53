"""Keep a report readable: the same mistake in a thousand cells is said a few times, then counted."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterable

from handbook.problem import Problem

_MOST = 8


def few(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The first problems of each kind; the last one kept says how many more there are."""
    problems = tuple(problems)
    total = Counter(problem.code for problem in problems)
    seen: Counter[str] = Counter()
    kept = []
    for problem in problems:
        seen[problem.code] += 1
        if seen[problem.code] == _MOST and total[problem.code] > _MOST:
            more = total[problem.code] - _MOST
            problem = dataclasses.replace(
                problem, message=f"{problem.message} (Còn {more} lỗi cùng loại nữa trong tệp.)"
            )
        if seen[problem.code] <= _MOST:
            kept.append(problem)
    return tuple(kept)
