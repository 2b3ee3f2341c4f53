"""What a commune's team puts into its own edition: names, telephone numbers, chosen chapters."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

from handbook.source.schema_types import Day
from handbook.vietnamese.text import fold, nfc

_CLOCK = re.compile(r"(?P<hour>\d{1,2})\s*(?::|h|g|giờ)\s*(?P<minute>\d{2})?(?:\s*phút)?", re.IGNORECASE)
_PHONE = re.compile(r"\+?\d[\d .\-()]{1,18}\d")


def _clean(value: object) -> object:
    return " ".join(nfc(value).split()) if isinstance(value, str) else value


def _phone(value: str) -> str:
    if not _PHONE.fullmatch(value):
        raise ValueError("số điện thoại chỉ gồm chữ số và dấu cách, ví dụ 0900 000 000")
    if re.fullmatch(r"[2-9]\d{8}", re.sub(r"\D", "", value)):
        raise ValueError("số điện thoại thiếu số 0 ở đầu; Excel bỏ số 0, hãy định dạng cột là Văn bản rồi gõ lại")
    return value


def _yes_or_no(value: object) -> object:
    """What people write into a table for yes and no."""
    word = fold(str(value)).strip() if isinstance(value, str) else value
    return (
        {"co": True, "x": True, "dung": True, "khong": False, "": False}.get(word, value)
        if isinstance(word, str)
        else value
    )


def _clock(value: str) -> str:
    """``19:30`` from what people write: ``19h30``, ``19 giờ 30``, ``7:30``."""
    found = _CLOCK.fullmatch(value)
    if not found or int(found["hour"]) > 23 or int(found["minute"] or 0) > 59:
        raise ValueError("giờ viết như 19:30")
    return f"{int(found['hour']):02}:{int(found['minute'] or 0):02}"


def _lessons(value: object) -> object:
    """All lessons for yes, none for no, else the numbers that are listed."""
    return {True: None, False: ()}.get(known, value) if isinstance(known := _yes_or_no(value), bool) else value


Line = Annotated[str, BeforeValidator(_clean), Field(min_length=1, max_length=160)]
Switch = Annotated[bool, BeforeValidator(_yes_or_no)]
Phone = Annotated[Line, AfterValidator(_phone)]
Clock = Annotated[Line, AfterValidator(_clock)]
LessonNumber = Annotated[int, Field(ge=1, le=99)]


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class Member(_Model):
    """Somebody of the team, as the inside page lists them."""

    name: Line = Field(alias="ten")
    role: Line = Field("", alias="viec")
    phone: Phone | None = Field(None, alias="dien_thoai")


class Place(_Model):
    """Where people can go or call: the one-stop office, the police post, the clinic."""

    name: Line = Field(alias="ten")
    about: Line = Field("", alias="dia_chi")
    phone: Phone | None = Field(None, alias="dien_thoai")


class ClassDay(_Model):
    """A lesson held on a day: it makes the commune's calendar, with the reminders that follow."""

    lesson: LessonNumber = Field(alias="buoi")
    date: Day = Field(alias="ngay")
    time: Clock | None = Field(None, alias="gio")
    place: Line = Field("", alias="noi")


class Commune(_Model):
    """One commune's file (``xa-….yml``); editors write the Vietnamese keys.

    ``chapters`` are parts (``ky-nang``) or chapters (``ky-nang/vneid``); none
    means the whole handbook.  ``packs`` are the lessons whose print packs are made:
    ``None`` all, ``()`` none.  ``desk`` and ``hours`` say where and when the team
    sits to help: on the back cover, and on the commune's posters and scripts.  ``path`` names the file in messages.
    """

    name: Line = Field(alias="ten")
    province: Line = Field(alias="tinh")
    team: Line = Field("", alias="to")
    members: tuple[Member, ...] = Field((), alias="thanh_vien", max_length=40)
    places: tuple[Place, ...] = Field((), alias="noi_can_biet", max_length=20)
    desk: Line = Field("", alias="noi_truc")
    hours: Line = Field("", alias="gio_truc")
    note: Annotated[str, BeforeValidator(_clean), Field(max_length=600)] = Field("", alias="loi_nhan")
    chapters: tuple[Line, ...] = Field((), alias="chuong")
    classes: tuple[ClassDay, ...] = Field((), alias="lop_hoc", max_length=60)
    packs: Annotated[tuple[LessonNumber, ...] | None, BeforeValidator(_lessons)] = Field(None, alias="bo_in")
    large: Switch = Field(False, alias="chu_to")
    grey: Switch = Field(False, alias="tiet_kiem_muc")
    folded: Switch = Field(False, alias="in_gap_doi")
    path: str = Field("", exclude=True)

    @property
    def label(self) -> str:
        """Its name on the cover: ``Xã A, tỉnh B``."""
        return f"{self.name}, {self.province}"
