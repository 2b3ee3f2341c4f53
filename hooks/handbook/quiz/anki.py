"""The questions as a deck for Anki (genanki): the same ids in each edition, so that learners keep their progress."""

from __future__ import annotations

import hashlib
import io
import tempfile
import zipfile
from html import escape
from pathlib import Path

from handbook.quiz.data import Asked

# Anki tells decks and kinds of notes apart by these numbers: never to be changed.
_DECK, _MODEL = 1_764_460_800, 1_764_460_801
_STYLE = """.card { font-family: sans-serif; font-size: 20px; text-align: left; max-width: 36em; margin: auto; }
ol { list-style-type: upper-alpha; } .dung { font-weight: bold; } .nguon { font-size: 14px; }"""
_FRONT = "<p><b>{{Hoi}}</b></p>{{LuaChon}}"
_BACK = "{{FrontSide}}<hr id=answer><p class=dung>{{Dung}}</p><p>{{ViSao}}</p><p class=nguon>{{Trang}}</p>"
_FIXED = (2026, 1, 1, 0, 0, 0)


def deck(asked: tuple[Asked, ...], title: str, site_url: str, as_of: float) -> bytes:
    """The file ``.apkg``; ``as_of`` in seconds since 1970 stands for the time of making, so the bytes are always the same."""
    import genanki  # only when a deck is made: every check would wait for it

    model = genanki.Model(
        _MODEL,
        title,
        fields=[{"name": name} for name in ("Hoi", "LuaChon", "Dung", "ViSao", "Trang")],
        templates=[{"name": "Hỏi", "qfmt": _FRONT, "afmt": _BACK}],
        css=_STYLE,
    )
    made = genanki.Deck(_DECK, title)
    for one in asked:
        question = one.question
        options = "".join(f"<li>{_html(option)}</li>" for option in question.options)
        key = (question.page or one.page).partition("#")[0]
        page = f'<a href="{escape(site_url)}{key}/">{escape(site_url)}{key}/</a>' if site_url else ""
        made.add_note(
            genanki.Note(
                model=model,
                fields=[
                    _html(question.title),
                    f"<ol>{options}</ol>",
                    f"{'ABCDE'[question.right]}. {_html(question.options[question.right])}",
                    _html(question.why),
                    page,
                ],
                guid=hashlib.sha256(question.id.encode()).hexdigest()[:10],
                tags=[question.competence],
            )
        )
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "deck.apkg"
        genanki.Package(made).write_to_file(str(path), timestamp=as_of)
        return _without_clock(path.read_bytes())


def _html(text: str) -> str:
    pieces = escape(text, quote=False).split("**")
    return "".join(f"<b>{piece}</b>" if number % 2 else piece for number, piece in enumerate(pieces))


def _without_clock(packed: bytes) -> bytes:
    """The same archive with a fixed date: ZIP files note when their members were written."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(packed)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(old.namelist()):
            new.writestr(zipfile.ZipInfo(name, _FIXED), old.read(name), zipfile.ZIP_DEFLATED)
    return made.getvalue()
