"""Class days of a commune and the reminders that follow, as an iCalendar file (RFC 5545) and as a sheet to hang."""

from __future__ import annotations

import calendar
import datetime as dt
import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from icalendar import Alarm, Calendar, Event

from handbook.book.editions.commune_model import ClassDay
from handbook.kit.placed import Placed
from handbook.packs.sheets import Pack

#: Viet Nam keeps one time all year (Asia/Ho_Chi_Minh in the IANA database): no table of time zones is needed.
_ZONE = dt.timezone(dt.timedelta(hours=7))
_MINUTES = 120  # of a lesson that does not say how long it takes
_LENGTH = re.compile(r"\*\*Thời gian:?\*\*:?\s*(\d{2,3})\s*phút")
_WEEKDAYS = ("thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu", "thứ bảy", "chủ nhật")


@dataclass(frozen=True)
class ClassEvent:
    """A class, or a reminder of one: ``minutes`` 0 and no time stand for something to do on that day."""

    date: dt.date
    title: str
    what: tuple[str, ...]
    time: str = ""
    place: str = ""
    minutes: int = 0


def calendar_events(days: Iterable[tuple[ClassDay, Pack]]) -> tuple[ClassEvent, ...]:
    """The classes and their reminders by date."""
    events: list[ClassEvent] = []
    for day, pack in days:
        found = _LENGTH.search(pack.chapter.source)
        minutes = int(found[1]) if found else _MINUTES
        events.append(ClassEvent(day.date, pack.chapter.title, (), day.time or "", day.place, minutes))
        dates = (day.date + dt.timedelta(days=14), _months_later(day.date, 1), _months_later(day.date, 3))
        times = pack.words["reminder_times"]
        for date, when, blocks in zip(dates, times, pack.reminders, strict=False):
            title = f"{pack.words['reminders']}: {pack.chapter.title} ({str(when).lower()})"
            events.append(ClassEvent(date, title, tuple(_to_do(one, pack.words) for one in blocks)))
    return tuple(sorted(events, key=lambda event: (event.date, event.time, event.title)))


def _months_later(day: dt.date, months: int) -> dt.date:
    """The same day ``months`` later, or the last of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _to_do(one: Placed, words: Mapping) -> str:
    verbs = {"bai-loa": "read_aloud", "bai-dang": "to_post", "to-in": "to_hang", "cau-hoi": "to_ask"}
    return f"{words[verbs[one.block.kind]]}: {one.block.content.title.replace('**', '')}"


def ics_of(events: Iterable[ClassEvent], commune: str, stamped: dt.date) -> bytes:
    """The events as an iCalendar file; the same events give the same bytes, ``stamped`` is the edition's date."""
    made = Calendar()
    made.add("prodid", "-//Cam nang chuyen doi so//Lich lop//VI")
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", commune)
    for event in events:
        made.add_component(_component(event, commune, stamped))
    return made.to_ical()


def _component(event: ClassEvent, commune: str, stamped: dt.date) -> Event:
    one = Event()
    name = hashlib.sha256(f"{commune}\0{event.date}\0{event.title}".encode()).hexdigest()[:20]
    one.add("uid", f"{name}@cam-nang-chuyen-doi-so")
    one.add("dtstamp", dt.datetime.combine(stamped, dt.time(), dt.UTC))
    one.add("summary", event.title)
    if event.time:
        start = dt.datetime.combine(event.date, dt.time.fromisoformat(event.time), _ZONE).astimezone(dt.UTC)
        one.add("dtstart", start)
        one.add("dtend", start + dt.timedelta(minutes=event.minutes))
    else:
        one.add("dtstart", event.date)
        one.add("dtend", event.date + dt.timedelta(days=1))
    if event.place:
        one.add("location", event.place)
    if event.what:
        one.add("description", "\n".join(event.what))
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", event.title)
    alarm.add("trigger", dt.timedelta(hours=-1 if event.time else 7))
    one.add_component(alarm)
    return one


def calendar_sheet(events: Iterable[ClassEvent], words: Mapping) -> dict:
    """The events as a sheet with a box to tick for each."""
    rows = [
        {
            "day": f"{event.date:%d/%m/%Y}",
            "weekday": _WEEKDAYS[event.date.weekday()],
            "title": event.title,
            "where": ", ".join(part for part in (event.time, event.place) if part),
            "what": list(event.what),
            "is_class": bool(event.minutes),
        }
        for event in events
    ]
    return {"t": "calendar", "title": words["calendar"], "how": "", "rows": rows}
