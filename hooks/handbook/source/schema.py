"""Front matter as data: one pydantic model for each kind of page.

Editors write the Vietnamese keys (the aliases); code reads the English names.
Unknown keys are refused, so that a typing mistake is never lost silently.
"""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from handbook.sections import Kind
from handbook.source.schema_types import (
    Competence,
    Day,
    Group,
    LegalTask,
    NumberFormat,
    OldPath,
    Order,
    Period,
    Text,
    Truth,
    WebAddress,
)

# Three times the longest there are; more is a paragraph in the wrong place.
LONGEST_TITLE, LONGEST_SUMMARY = 250, 1_200


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class Source(_Model):
    """A source: its name, address and date, and what it supports."""

    name: Text = Field(alias="ten")
    url: WebAddress | None = None
    date: Period = Field("khong-ro", alias="ngay")
    supports: Text | None = Field(None, alias="cho")


class OpenQuestion(_Model):
    """What a page cannot say for sure yet: the statement, what to ask, whom, and by when."""

    statement: Text = Field(alias="dieu")
    question: Text = Field(alias="hoi")
    whom: Text | None = Field(None, alias="ai")
    by: Day | None = Field(None, alias="truoc")


class Tried(_Model):
    """When the steps of a page were last held against the app: on a device, or only against a dated guide."""

    date: Day = Field(alias="ngay")
    app: Text = Field(alias="ung_dung")
    version: Text | None = Field(None, alias="phien_ban")
    how: Literal["tren-may", "theo-huong-dan"] = Field("tren-may", alias="cach")


class PageMeta(_Model):
    """Front matter shared by every page; only ``title`` is always required."""

    title: Text = Field(max_length=LONGEST_TITLE)
    summary: Text | None = Field(None, alias="tom_tat", max_length=LONGEST_SUMMARY)
    date: Day | None = Field(None, alias="ngay")
    keywords: tuple[Text, ...] = Field((), alias="tu_khoa")
    sources: tuple[Source, ...] = Field((), alias="nguon")
    review_by: Day | None = Field(None, alias="ra_soat")
    related: tuple[Text, ...] = Field((), alias="lien_quan")
    owner: Text | None = Field(None, alias="phu_trach")
    legal_tasks: tuple[LegalTask, ...] = Field((), alias="nhiem_vu_to")
    competences: tuple[Competence, ...] = Field((), alias="nang_luc")
    open_questions: tuple[OpenQuestion, ...] = Field((), alias="chua_ro")
    tried: tuple[Tried, ...] = Field((), alias="da_thu")
    old_paths: tuple[OldPath, ...] = ()
    template: Literal["home.html", "on-tap.html", "status.html"] | None = None
    hide: tuple[Text, ...] = ()


class DoorMeta(_Model):
    """A way in from the home page: for whom or for what, and the pages it leads to, in reading order."""

    title: Text = Field(alias="ten")
    hint: Text | None = Field(None, alias="loi")
    pages: tuple[Text, ...] = Field(min_length=1, alias="trang")
    urgent: Truth = Field(False, alias="gap")


class HomeMeta(PageMeta):
    """``docs/index.md``: what readers come to do, and who they are."""

    tasks: tuple[DoorMeta, ...] = Field((), alias="viec")
    roles: tuple[DoorMeta, ...] = Field((), alias="vai_tro")


class ChapterMeta(PageMeta):
    """A chapter of one of the four parts, or a lesson plan: ordered by ``thu_tu``.

    A companion is an exercise or a set of sheets that goes with the chapters: the navigation
    lists it on the section's own page alone.
    """

    date: Day = Field(alias="ngay")
    order: Order = Field(alias="thu_tu")
    is_companion: Truth = Field(False, alias="phu_luc")


class Reminders(_Model):
    """What is sent after a lesson so that it does not fade: ids of kit blocks for three dates."""

    week_2: tuple[Text, ...] = Field(min_length=1, alias="tuan_2")
    month_1: tuple[Text, ...] = Field(min_length=1, alias="thang_1")
    month_3: tuple[Text, ...] = Field(min_length=1, alias="thang_3")


class LessonMeta(ChapterMeta):
    """A lesson plan: what its print pack holds (ids of kit blocks), its line drawing, and its reminders.

    ``serves`` are pages, beside those that the lesson names anyway, whose readers are offered its pack.
    """

    serves: tuple[Text, ...] = Field((), alias="cho_trang")
    drawing: Text | None = Field(None, alias="hinh")
    to_print: tuple[Text, ...] = Field((), alias="can_in")
    reminders: Reminders | None = Field(None, alias="nhac_lai")


class TopicMeta(PageMeta):
    """A new topic dropped into ``chuyen-de/``."""

    date: Day = Field(alias="ngay")
    group: Group | None = Field(None, alias="nhom")


class StoryMeta(PageMeta):
    """A local story; place names as they are today, the old province if it changed."""

    date: Day = Field(alias="ngay")
    province: Text | None = Field(None, alias="tinh")
    former_province: Text | None = Field(None, alias="tinh_cu")
    place: Text | None = Field(None, alias="dia_ban")
    when: Text | None = Field(None, alias="thoi_gian")


class PlaceMeta(PageMeta):
    """What an editor adds to a province's page; its title is the province's name."""

    title: Text = ""


class ColumnMeta(_Model):
    """What an editor says about one column of a data table."""

    title: Text | None = Field(None, alias="ten")
    title_en: Text | None = Field(None, alias="ten_en")
    kind: Literal["so", "nam", "ngay", "chu", "nguon"] | None = Field(None, alias="kieu")
    unit: Text | None = Field(None, alias="don_vi")
    number_format: NumberFormat | None = Field(None, alias="dinh_dang_so")


class ChartMeta(_Model):
    """A chart of some columns; ``loc`` keeps the rows where a column has a value."""

    kind: Literal["cot", "cot-nhom", "duong", "chong"] = Field(alias="loai")
    x: Text
    y: tuple[Text, ...] = Field(min_length=1)
    where: dict[str, Text] = Field(default_factory=dict, alias="loc")
    title: Text | None = Field(None, alias="tieu_de")
    title_en: Text | None = Field(None, alias="tieu_de_en")
    description: Text = Field(alias="mo_ta")
    description_en: Text | None = Field(None, alias="mo_ta_en")
    draw_inexact: Truth = Field(False, alias="ve_so_uoc")


class TableMeta(PageMeta):
    """The ``.md`` beside a data table."""

    date: Day = Field(alias="ngay")
    group: Group | None = Field(None, alias="nhom")
    as_of: Text | None = Field(None, alias="so_lieu_den")
    next_update: Day | None = Field(None, alias="cap_nhat_tiep")
    trust: Text | None = Field(None, alias="muc_tin_cay")
    method: Text | None = Field(None, alias="cach_lam")
    licence: Text | None = Field(None, alias="giay_phep")
    number_format: NumberFormat | None = Field(None, alias="dinh_dang_so")
    sheet: Text | None = Field(None, alias="trang_tinh")
    row_header: Text | None = Field(None, alias="hang_dau")
    columns: dict[str, ColumnMeta] = Field(default_factory=dict, alias="cot")
    chart: ChartMeta | None = Field(None, alias="bieu_do")
    in_book: Truth = Field(True, alias="in_sach")
    lookup: Truth = Field(False, alias="tra_cuu")


_MODELS: dict[Kind, type[PageMeta]] = {
    Kind.CHAPTER: ChapterMeta,
    Kind.LESSON: LessonMeta,
    Kind.TOPIC: TopicMeta,
    Kind.STORY: StoryMeta,
    Kind.PLACE: PlaceMeta,
    Kind.TABLE: TableMeta,
}


def model_for(kind: Kind, is_index: bool = False) -> type[PageMeta]:
    """The model for a page of ``kind``; a section's own ``index.md`` is a plain page, the top one is the home page."""
    if is_index:
        return HomeMeta if kind is Kind.PLAIN else PageMeta
    return _MODELS.get(kind, PageMeta)
