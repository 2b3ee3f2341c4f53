"""The data of "Xã cũ nay là xã nào" for browsers, and the function that answers: one script, loaded when somebody asks.

``tra-cuu/dia-danh.js`` is a script and no JSON, so that it also loads from ``file://``, and in a worker with
``importScripts``.  It sets ``self.handbookAsk(query, {province, most})``, whose answer ``ask.js`` describes, and for the
main search ``self.handbookAnswer(query, language)``: ``{title, text, location, sure}`` as its first result, or ``null``;
``location`` is below the language's home, ``sure`` is false where the words may mean something else ("an toàn").
The data are::

    {"version": 1, "provinces": ["Lào Cai|tỉnh|lao-cai|Lào Cai;Yên Bái", …], "units": ["…", …]}

``units[i]`` belongs to ``provinces[i]``: a line for each commune of today, ``KIND NAME=FORMER,FORMER``.  KIND is one
letter (x xã, p phường, t thị trấn, d đặc khu, - none); FORMER is written the same way, without the letter where the one
before has the same (the first: x), then ``*`` and the former
district if the table gives it, then ``~`` and what part it is (``~>p Cái Khế``: what remained after the rest went to
phường Cái Khế); ``@`` stands for the new unit's own kind and name.  A commune that stayed as it was has no ``=``.
Nobody else parses this.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from handbook.places.former_units import FormerUnit
from handbook.places.register import Commune, PlaceRegister, Province
from handbook.source.script_text import without_comments

_ENGINE = Path(__file__).with_name("ask.js")
DATA_FILE = "tra-cuu/dia-danh.js"
_LETTERS = {"xã": "x", "phường": "p", "thị trấn": "t", "đặc khu": "d"}
_KIND_LETTERS = "xptd@-"
_REMAINS = re.compile(r"^phần còn lại sau khi sáp nhập vào (xã|phường|thị trấn|đặc khu) ", re.IGNORECASE)
_RESERVED = str.maketrans(dict.fromkeys("=,*~\n|;", " "))


def lookup_script(places: PlaceRegister) -> str:
    """The text of the file."""
    data = {
        "version": 1,
        "provinces": [_province(province) for province in places.provinces],
        "units": ["\n".join(map(_commune, province.communes)) for province in places.provinces],
    }
    # Readers on slow lines do not pay for its comments.
    engine = without_comments(_ENGINE.read_text(encoding="utf-8"))
    return f"{engine};\nself.handbookPlaces={json.dumps(data, ensure_ascii=False, separators=(',', ':'))};\n"


def _province(province: Province) -> str:
    return "|".join((province.name, province.kind, province.slug, ";".join(province.former)))


def _commune(commune: Commune) -> str:
    own = _named(commune.kind, commune.name)
    former = ",".join(_list(commune.former, own))
    return own + (f"={former}" if former else "")


def _list(units: Iterable[FormerUnit], own: str) -> Iterator[str]:
    kind = "x"
    for unit in units:
        text = _former(unit, own)
        before, kind = kind, own[0] if text[0] == "@" else text[0]
        yield text[1:] if text[0] == before and text[1:2] not in (*_KIND_LETTERS, "") else text


def _former(unit: FormerUnit, own: str) -> str:
    part = _REMAINS.sub(lambda found: ">" + _LETTERS[found[1].casefold()], unit.part).replace(", ", " và ")
    name = _named(unit.kind, unit.name)
    return (
        ("@" if name == own else name)
        + (f"*{unit.district.translate(_RESERVED)}" if unit.district else "")
        + (f"~{part.translate(_RESERVED)}" if part else "")
    )


def _named(kind: str, name: str) -> str:
    return _LETTERS.get(kind, "-") + name.translate(_RESERVED)
