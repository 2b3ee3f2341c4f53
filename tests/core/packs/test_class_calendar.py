"""A class date becomes a calendar: the class, its three reminders, the same bytes each time, as RFC 5545 wants them."""

import datetime as dt
from dataclasses import replace

import pytest
from handbook.book.editions.commune_model import ClassDay
from handbook.kit.placed import placed_blocks
from handbook.packs.class_calendar import calendar_events, calendar_sheet, ics_of
from handbook.packs.publication import lesson_packs, shelf_of
from handbook.packs.words import words_in
from icalendar import Calendar
from test_packs import handbook

STAMP = dt.date(2026, 11, 30)


@pytest.fixture(scope="module")
def pack(tmp_path_factory):
    catalog, book = handbook(tmp_path_factory.mktemp("lich"))
    [pack] = lesson_packs(catalog, book, tuple(placed_blocks(catalog)), shelf_of(catalog, book))
    return pack


def day(date, **more):
    return ClassDay.model_validate({"buoi": 6, "ngay": date, **more})


def test_a_class_is_followed_by_three_reminders_with_what_is_to_be_done(pack):
    first, *reminders = calendar_events([(day("2026-12-12", gio="19h30", noi="Nhà văn hóa thôn A"), pack)])
    assert (first.date, first.time, first.place, first.minutes) == (
        dt.date(2026, 12, 12), "19:30", "Nhà văn hóa thôn A", 120,
    )  # fmt: skip
    assert [one.date.isoformat() for one in reminders] == ["2026-12-26", "2027-01-12", "2027-03-12"]
    assert reminders[0].what[0].startswith("Đọc loa: ") and any(
        one.startswith("Treo, phát: ") for one in reminders[0].what
    )


@pytest.mark.parametrize(
    ("date", "later"),
    [("2026-11-30", ["2026-12-14", "2026-12-30", "2027-02-28"]), ("2027-10-31", ["2027-11-14", "2027-11-30", "2028-01-31"])],
)  # fmt: skip
def test_a_month_later_is_a_day_that_there_is(pack, date, later):
    assert [one.date.isoformat() for one in calendar_events([(day(date), pack)])][1:] == later


def test_the_file_is_read_by_calendars(pack):
    events = calendar_events([(day("2026-12-12", gio="19:30", noi="Nhà văn hóa; thôn A, xã B"), pack)])
    raw = ics_of(events, "Xã A, tỉnh B", STAMP)
    assert raw == ics_of(events, "Xã A, tỉnh B", STAMP)
    lines = raw.split(b"\r\n")
    assert lines[0] == b"BEGIN:VCALENDAR" and b"\n" not in raw.replace(b"\r\n", b"") and max(map(len, lines)) <= 75
    found = Calendar.from_ical(raw).walk("VEVENT")
    assert len(found) == 4 and len({str(one["uid"]) for one in found}) == 4
    lesson = found[0]
    # 19:30 in Viet Nam is 12:30 in UTC; the lesson takes two hours.
    assert lesson.decoded("dtstart") == dt.datetime(2026, 12, 12, 12, 30, tzinfo=dt.UTC)
    assert lesson.decoded("dtend") - lesson.decoded("dtstart") == dt.timedelta(hours=2)
    assert str(lesson["location"]) == "Nhà văn hóa; thôn A, xã B"
    assert found[1].decoded("dtstart") == dt.date(2026, 12, 26) and "Đọc loa" in str(found[1]["description"])


def test_a_lesson_that_says_how_long_it_takes_ends_then(pack):
    text = "- **Thời gian:** 90 phút."
    longer = replace(pack, chapter=replace(pack.chapter, source=text))
    assert calendar_events([(day("2026-12-12", gio="7:00"), longer)])[0].minutes == 90


def test_the_sheet_has_a_row_for_each_with_its_weekday(pack):
    sheet = calendar_sheet(calendar_events([(day("2026-12-12"), pack)]), words_in("vi"))
    assert [(row["day"], row["weekday"]) for row in sheet["rows"]][:2] == [
        ("12/12/2026", "thứ bảy"), ("26/12/2026", "thứ bảy"),
    ]  # fmt: skip
    assert [row["is_class"] for row in sheet["rows"]] == [True, False, False, False]
