"""Whether a document is in force on a day, from its dates and replacements alone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from handbook.law.model import Document, State, Status


def derive(document: Document, by_slug: Mapping[str, Document], as_of: dt.date) -> State:
    """The state of ``document`` on the day ``as_of``.

    A document ends on its stated day of repeal, else on the first day that a
    certain replacement is effective (Luật Ban hành văn bản quy phạm pháp luật:
    a document ends when a new one of the same body replaces it).  A document of which
    only parts are repealed is in force but for them.  The editor's
    ``khong-ro`` is kept where nothing proves the contrary, and a replacement
    marked ``?`` that is effective leaves the matter unclear.
    """
    end = document.ended or _replaced_on(document, by_slug)
    if end and end <= as_of:
        return State(Status.REPEALED, end)
    if document.effective and document.effective > as_of:
        return State(Status.NOT_YET, document.effective)
    if document.stage_end and document.stage_end < as_of:
        return State(Status.OVER, document.stage_end)
    gone = [change for change in document.repealed_parts if change.is_real(as_of)]
    # Who writes that only parts are repealed has read what became of the rest.
    is_told = bool(gone) and document.stated_status is Status.PARTLY
    is_doubtful = document.stated_status is Status.UNCLEAR or _may_be_replaced(document, by_slug, as_of)
    if is_doubtful and not is_told:
        return State(Status.UNCLEAR)
    if gone:
        days = [change.since for change in gone if change.since]
        return State(Status.PARTLY, min(days, default=None), tuple(place for change in gone for place in change.places))
    return State(Status.IN_FORCE, document.effective)


def _replaced_on(document: Document, by_slug: Mapping[str, Document]) -> dt.date | None:
    others = [by_slug.get(ref.slug or "") for ref in document.replaced_by if ref.certain]
    days = [other.effective for other in others if other]
    return min((day for day in days if day), default=None)


def _may_be_replaced(document: Document, by_slug: Mapping[str, Document], as_of: dt.date) -> bool:
    """Whether a doubtful replacement is effective, or a certain one has no day at all."""
    others = [
        (ref.certain, by_slug[ref.slug].effective)
        for ref in document.replaced_by
        if ref.slug is not None and ref.slug in by_slug
    ]
    return any(not certain and (day is None or day <= as_of) or certain and day is None for certain, day in others)
