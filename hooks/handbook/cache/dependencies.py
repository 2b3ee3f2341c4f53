"""What a page asked the rest of the handbook while it was made.

"Where is this page from here?", "how does that table look?": a result that was
made from such answers may be used again as long as all of them are the same.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable

Asked = list[list]  # [name, arguments, answer or its hash]
_SHORT = 80  # characters; a longer answer is remembered by its hash


class Questions:
    """Named questions, each a function of JSON values that gives a JSON value."""

    def __init__(self) -> None:
        self._answers: dict[str, Callable[..., object]] = {}
        self._asked: dict[str, list] | None = None

    def answer_with(self, name: str, answer: Callable[..., object]) -> None:
        """From now on ``answer`` answers the question ``name``."""
        self._answers[name] = answer

    def ask(self, name: str, *arguments: object) -> object:
        """The answer, noted down if somebody listens."""
        answer = self._answers[name](*arguments)
        if self._asked is not None:
            key = f"{name} {arguments!r}"
            if key not in self._asked:  # a page asks where another is for each of its links
                self._asked[key] = [name, list(arguments), _brief(answer)]
        return answer

    def listen(self) -> None:
        """Note down what is asked from now on."""
        self._asked = {}

    def heard(self) -> Asked:
        """Every different question since ``listen`` with its answer; nobody listens any more."""
        asked, self._asked = self._asked or {}, None
        return list(asked.values())

    def all_as_before(self, asked: Iterable[list]) -> bool:
        """Whether each question has the answer that it had."""
        return all(
            name in self._answers and _brief(self._answers[name](*arguments)) == answer
            for name, arguments, answer in asked
        )


def _brief(answer: object) -> str:
    text = json.dumps(answer, ensure_ascii=False)
    return text if len(text) <= _SHORT else hashlib.sha256(text.encode()).hexdigest()
