"""The register of provinces and communes, read from the two data tables that editors keep."""

from __future__ import annotations

import datetime as dt
import difflib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from handbook.cache.last_result import Latest
from handbook.catalogue.catalog import Catalog
from handbook.places.former_units import FormerUnit, former_units
from handbook.places.names import commune_name, comparable, province_key
from handbook.tables import Table
from handbook.vietnamese.text import collation_key, nfc, slug

FOLDER = "dia-phuong"
PROVINCES = "so-lieu/don-vi-hanh-chinh-34-tinh"
COMMUNES = "so-lieu/xa-moi-tu-xa-cu"
_registers: Latest[PlaceRegister | None] = Latest()


@dataclass(frozen=True)
class Commune:
    """A commune, ward or special zone of today and the former ones it was made from (none: it stayed as it was)."""

    kind: str
    name: str
    former: tuple[FormerUnit, ...]

    @property
    def label(self) -> str:
        """``Xã Bát Xát``."""
        return f"{self.kind.capitalize()} {self.name}".strip()


@dataclass(frozen=True)
class Change:
    """What became of a province after 1 July 2025: its name and numbers of units from the day ``since`` on."""

    since: dt.date
    name: str
    units: tuple[int, int, int]


@dataclass(frozen=True)
class Province:
    """One of the 34: ``units`` are its communes, wards and special zones on 1 July 2025, ``before`` the number of
    commune-level units before; ``row`` is its row in the table of provinces."""

    name: str
    kind: str
    code: str
    former: tuple[str, ...]
    before: int
    units: tuple[int, int, int]
    row: int
    communes: tuple[Commune, ...] = ()
    change: Change | None = None

    @property
    def slug(self) -> str:
        return slug(self.name)

    @property
    def key(self) -> str:
        """The key of its page."""
        return f"{FOLDER}/{self.slug}"

    @property
    def label(self) -> str:
        """With its kind as it is today: ``tỉnh Lào Cai``, ``thành phố Đồng Nai``."""
        return f"{self.kind} {self.name}"

    @property
    def total(self) -> int:
        return sum(self.units)

    @property
    def is_merged(self) -> bool:
        return len(self.former) > 1


@dataclass(frozen=True)
class Found:
    """A name that the register knows: the province of today, and the former one if the name is only that one's."""

    province: Province
    former: str = ""


@dataclass(frozen=True)
class PlaceRegister:
    """The 34 provinces in alphabetical order, with their communes."""

    provinces: tuple[Province, ...]
    paths: tuple[str, ...] = field(default=(), compare=False)

    @cached_property
    def by_key(self) -> Mapping[str, Found]:
        """Comparable name of a province, old or new → what it is."""
        names = {
            province_key(former): Found(province, former) for province in self.provinces for former in province.former
        }
        return names | {province_key(province.name): Found(province) for province in self.provinces}

    def find(self, text: str) -> Found | None:
        """The province that ``text`` names, old or new, with or without "tỉnh"."""
        return self.by_key.get(province_key(text))

    def province(self, slug_: str) -> Province | None:
        """The province whose page has this name in its address."""
        return next((province for province in self.provinces if province.slug == slug_), None)

    def near(self, text: str) -> str:
        """The known name nearest to ``text``; "" when none is near."""
        names = {province_key(name): name for name in self._names()}
        close = difflib.get_close_matches(province_key(text), names, n=1, cutoff=0.72)
        return names[close[0]] if close else ""

    def _names(self) -> Iterator[str]:
        for province in self.provinces:
            yield from province.former
            yield province.name

    @cached_property
    def communes_by_key(self) -> Mapping[str, tuple[tuple[Province, Commune], ...]]:
        """Comparable bare name → the communes of today with it."""
        found: dict[str, list[tuple[Province, Commune]]] = {}
        for province in self.provinces:
            for commune in province.communes:
                found.setdefault(comparable(commune.name), []).append((province, commune))
        return {key: tuple(items) for key, items in found.items()}


def places_of(catalog: Catalog) -> PlaceRegister | None:
    """The register in the tables of ``catalog``; ``None`` without the table of provinces."""
    provinces = catalog.tables.get(PROVINCES)
    if provinces is None:
        return None
    communes = catalog.tables.get(COMMUNES)
    return _registers.of("places", (provinces, communes), lambda: _read(provinces, communes))


def _read(table: Table, communes: Table | None) -> PlaceRegister | None:
    columns = [column.key for column in table.columns]
    names = next((key for key in columns if key.startswith("tinh_thanh_tu")), "")
    if not names or "hop_nhat_tu" not in columns:
        return None
    by_province = _communes(communes) if communes else {}
    found = []
    for number, row in enumerate(table.rows):
        cells = dict(zip(columns, row, strict=True))
        text = cells[names].raw
        name = _bare(text)
        units = _units(cells, "1_7_2025")
        change = _change(columns, cells, text, units)
        kind = _kind(change.name if change else text)
        found.append(
            Province(
                name,
                kind,
                cells["ma_tinh"].raw if "ma_tinh" in cells else "",
                tuple(part.strip() for part in cells["hop_nhat_tu"].raw.split("+") if part.strip()),
                _int(cells, "so_cap_xa_truoc_1_3_2025"),
                units,
                number,
                by_province.get(province_key(text), ()),
                change,
            )
        )
    paths = (table.path, *((communes.path,) if communes else ()))
    return PlaceRegister(tuple(sorted(found, key=lambda province: collation_key(province.name))), paths)


def _bare(text: str) -> str:
    for kind in ("Tỉnh ", "Thành phố "):
        text = nfc(text).removeprefix(kind)
    return text.partition("(")[0].strip()


def _kind(text: str) -> str:
    return "thành phố" if nfc(text).casefold().startswith(("thành phố", "tp")) else "tỉnh"


def _int(cells: Mapping, key: str) -> int:
    cell = cells.get(key)
    return int(cell.value) if cell is not None and cell.value is not None else 0


def _units(cells: Mapping, when: str) -> tuple[int, int, int]:
    """Communes, wards and special zones in the columns that end in ``when``."""
    return _int(cells, f"so_xa_{when}"), _int(cells, f"so_phuong_{when}"), _int(cells, f"so_dac_khu_{when}")


def _change(columns: list[str], cells: Mapping, name: str, units: tuple[int, int, int]) -> Change | None:
    """A later name (column ``ten_don_vi_tu_30_4_2026``) or later numbers that differ from those of 1 July 2025."""
    later = next((key for key in reversed(columns) if key.startswith("ten_don_vi_tu_")), None)
    if later is None:
        return None
    date = later.removeprefix("ten_don_vi_tu_")
    since = _date(date)
    now = _units(cells, f"tu_{date}")
    new = cells[later].raw.partition("(")[0].strip()
    if since is None or ((not new or comparable(new) == comparable(name)) and (now == units or not sum(now))):
        return None
    return Change(since, new or name, now if sum(now) else units)


def _date(name: str) -> dt.date | None:
    """The day in a column's name, ``30_4_2026``; ``None`` where it has none."""
    try:
        day, month, year = map(int, name.split("_"))
        return dt.date(year, month, day)
    except ValueError:
        return None


def _communes(table: Table) -> Mapping[str, tuple[Commune, ...]]:
    province, new, kind, former = (
        table.find_column(name) for name in ("tinh_thanh", "don_vi_moi_1_7_2025", "loai", "hop_thanh_tu")
    )
    if province is None or new is None or former is None:
        return {}
    found: dict[str, list[Commune]] = {}
    for row in table.rows:
        written, name = commune_name(row[new].raw)
        written = written or (row[kind].raw.casefold() if kind is not None else "")
        found.setdefault(province_key(row[province].raw), []).append(
            Commune(written, name, former_units(row[former].raw))
        )
    return {
        key: tuple(sorted(communes, key=lambda commune: collation_key(commune.name))) for key, communes in found.items()
    }
