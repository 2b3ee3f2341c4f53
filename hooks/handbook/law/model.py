"""The records of the law register, without any knowledge of files or pages."""

from __future__ import annotations

import datetime as dt
import enum
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from handbook.law import numbers
from handbook.law.parts import PartChange, Place, hit
from handbook.law.reference import Reference

__all__ = ["Document", "PartChange", "Place", "Reference", "Register", "State", "Status"]

_LAW_NAME = re.compile(r"(?P<name>(?:Bộ luật|Luật|Pháp lệnh) [^()]*[^() ])(?: \([^()]*\))?")


class Status(enum.StrEnum):
    """Whether a document may be relied on; the values are those of ``tinh_trang``."""

    IN_FORCE = "con-hieu-luc"
    PARTLY = "het-hieu-luc-mot-phan"
    NOT_YET = "chua-hieu-luc"
    REPEALED = "het-hieu-luc"
    OVER = "het-giai-doan"
    UNCLEAR = "khong-ro"

    @property
    def is_stale(self) -> bool:
        """Whether a page may cite it only as history."""
        return self in (Status.NOT_YET, Status.REPEALED, Status.OVER)


@dataclass(frozen=True)
class State:
    """A status and its date: in force or not until ``since``, repealed or over from it.

    ``places`` are those that are repealed where the rest is in force.
    """

    status: Status
    since: dt.date | None = None
    places: tuple[Place, ...] = ()


@dataclass(frozen=True)
class Document:
    """One row of the register.

    ``issued_period`` is the date of issue as far as known (``2025-03-13``,
    ``2025-09``, ``2025`` or empty), ``issued`` the day if it is known.
    ``ended`` is a stated day of repeal, ``stage_end`` the last day of a
    programme's period.  ``confusable`` are names of other documents that begin
    or look like this one's.  ``repealed_parts`` and ``amended_parts`` tell which
    of its articles others repeal and amend.
    """

    number: str
    kind: str
    title: str
    issuer: str
    issued: dt.date | None
    effective: dt.date | None
    stated_status: Status | None
    replaced_by: tuple[Reference, ...]
    amended_by: tuple[Reference, ...]
    field: str
    sources: tuple[str, ...]
    verification: str
    note: str
    line: int
    slug: str
    short_names: tuple[str, ...]
    issued_period: str = ""
    ended: dt.date | None = None
    stage_end: dt.date | None = None
    confusable: tuple[str, ...] = ()
    repealed_parts: tuple[PartChange, ...] = ()
    amended_parts: tuple[PartChange, ...] = ()

    @cached_property
    def parsed(self) -> numbers.Number | None:
        return numbers.parse(self.number)

    @property
    def fields(self) -> tuple[str, ...]:
        return tuple(part.strip() for part in self.field.split(";") if part.strip())

    @property
    def year(self) -> int | None:
        """The year a reader would name it by: of the number, else of issue."""
        if self.parsed and self.parsed.year:
            return self.parsed.year
        return int(self.issued_period[:4]) if self.issued_period else None

    @property
    def name(self) -> str | None:
        """A law's own name, "Luật Căn cước"; other documents have none."""
        match = _LAW_NAME.fullmatch(self.title)
        return match["name"] if match else None

    @property
    def label(self) -> str:
        """How pages name it: "Luật Căn cước 26/2023/QH15", "Nghị định 13/2023/NĐ-CP"."""
        if self.name:
            return f"{self.name} {self.number}"
        return f"{self.kind} {self.number}" if self.parsed else self.number

    @property
    def place(self) -> str | None:
        """The province or commune that issued a local document: "Đà Nẵng"."""
        if not (self.parsed and self.parsed.is_local):
            return None
        return re.sub(r"^(?:HĐND|UBND|Tỉnh ủy|Thành ủy)? ?(?:(?:tỉnh|thành phố|xã|phường|đặc khu) )?", "", self.issuer)


@dataclass(frozen=True)
class Register:
    """All documents in the order of the file, with their state on the day ``as_of``."""

    documents: tuple[Document, ...]
    states: Mapping[str, State]
    as_of: dt.date
    path: str

    @cached_property
    def _by_slug(self) -> Mapping[str, Document]:
        return {document.slug: document for document in self.documents}

    @cached_property
    def _replaced(self) -> Mapping[str, tuple[Document, ...]]:
        return self._named_in(lambda document: document.replaced_by)

    @cached_property
    def _amended(self) -> Mapping[str, tuple[Document, ...]]:
        return self._named_in(lambda document: document.amended_by)

    @cached_property
    def _partly_repealed(self) -> Mapping[str, tuple[Document, ...]]:
        return self._named_in(lambda document: (change.by for change in document.repealed_parts))

    def _named_in(self, references: Callable[[Document], Iterable[Reference]]) -> Mapping[str, tuple[Document, ...]]:
        """The documents that name one for certain, by its slug; in the order of the file."""
        found: dict[str, list[Document]] = {}
        for other in self.documents:
            for slug in dict.fromkeys(
                reference.slug for reference in references(other) if reference.certain and reference.slug
            ):
                found.setdefault(slug, []).append(other)
        return {slug: tuple(others) for slug, others in found.items()}

    def get(self, slug: str) -> Document | None:
        return self._by_slug.get(slug)

    def state(self, document: Document) -> State:
        return self.states[document.slug]

    def replacements(self, document: Document) -> tuple[Document, ...]:
        """The documents that replace it for certain."""
        found = (self.get(reference.slug) for reference in document.replaced_by if reference.certain and reference.slug)
        return tuple(other for other in found if other)

    def replaced(self, document: Document) -> tuple[Document, ...]:
        """The documents that it replaces for certain."""
        return self._replaced.get(document.slug, ())

    def partly_repealed(self, document: Document) -> tuple[Document, ...]:
        """The documents of which it repeals parts for certain."""
        return self._partly_repealed.get(document.slug, ())

    def repealed_part(self, document: Document, cited: str) -> PartChange | None:
        """What has repealed a place that a citation of ``document`` names ("khoản 2 Điều 7"), if something has."""
        return hit((change for change in document.repealed_parts if change.is_real(self.as_of)), cited)

    def amended(self, document: Document) -> tuple[Document, ...]:
        """The documents that it amends for certain."""
        return self._amended.get(document.slug, ())
