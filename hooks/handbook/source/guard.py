"""The last line of defence: whatever a reader or a check stumbles over becomes a message about the file it was reading.

What is known to go wrong has a message of its own, with its line; this one stands for what nobody thought of.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from typing import TypeVar

from handbook.problem import Problem

Made = TypeVar("Made")
#: The code of its problems.
UNFORESEEN = "tep-kho-doc"


def unforeseen(path: str, error: BaseException) -> Problem:
    """The message for an exception met while the file ``path`` was read; its kind is for whoever keeps the code."""
    return Problem(
        path,
        0,
        f"Máy gặp chỗ chưa biết cách đọc trong tệp này (mã {type(error).__name__}).",
        "Xem lại chỗ vừa sửa gần nhất; không thấy gì sai thì gửi tệp này cho người giữ mã nguồn.",
        "tep-kho-doc",
    )


def guarded(path: str, read: Callable[[], Made], otherwise: Callable[[Problem], Made]) -> Made:
    """What ``read`` gives; ``otherwise`` gets the problem if it raises.  ``HANDBOOK_DEBUG=true`` lets it raise."""
    try:
        return read()
    except Exception as error:
        if os.environ.get("HANDBOOK_DEBUG") == "true":
            raise
        return otherwise(unforeseen(path, error))


def told(path: str, check: Callable[[], Iterable[Problem]]) -> tuple[Problem, ...]:
    """Every problem that ``check`` finds in ``path``, or the one that it could not be checked."""
    return guarded(path, lambda: tuple(check()), lambda problem: (problem,))
