"""What happened to a document, in order."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from handbook.law.model import Document, Register, Status
from handbook.law.parts import show_places
from handbook.law.words import WORDS


@dataclass(frozen=True)
class Event:
    """One event: its date as far as known (ISO, or empty), what, and by which document."""

    period: str
    text: str
    document: Document | None = None


def timeline(document: Document, register: Register, language: str) -> tuple[Event, ...]:
    """The events of a document by date, those without a date last."""
    return tuple(sorted(_events(document, register, language), key=lambda event: (not event.period, event.period)))


def _iso(day: dt.date | None) -> str:
    return day.isoformat() if day else ""


def _events(document: Document, register: Register, language: str) -> Iterator[Event]:
    words = WORDS[language]
    yield Event(document.issued_period, words["is_issued"])
    if document.effective:
        yield Event(document.effective.isoformat(), words["is_effective"])
    for other in register.replaced(document):
        state = register.state(other)
        since = state.since if state.status is Status.REPEALED else document.effective
        yield Event(_iso(since), words["replaces"], other)
    for reference in document.amended_by:
        amending = register.get(reference.slug) if reference.slug and reference.certain else None
        text = words["amended_by" if reference.certain else "may_be_amended_by"]
        yield Event(
            _iso(amending.effective if amending else None), text if amending else f"{text}: {reference.label}", amending
        )
    for change in document.repealed_parts:
        if change.by.certain:
            repealing = register.get(change.by.slug) if change.by.slug else None
            text = words["is_partly_repealed"].format(show_places(change.places, language))
            yield Event(_iso(change.since), text if repealing else f"{text} {change.by.label}", repealing)
    if document.stage_end:
        yield Event(document.stage_end.isoformat(), words["is_over"])
    state = register.state(document)
    replacements = register.replacements(document)
    if state.status is Status.REPEALED and state.since:
        yield Event(state.since.isoformat(), words["is_repealed"])
    for other in replacements:
        yield Event(other.effective.isoformat() if other.effective else "", words["replaced_by"], other)
