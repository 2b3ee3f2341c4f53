"""Style sheets and scripts of a built site: joined, and named after their content.

A file whose name holds the hash of its content never changes, so browsers and
servers may keep it for ever (RFC 8246, "immutable"); pages keep their names.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath

from handbook.delivery.purging import purge
from handbook.delivery.splitting import LATE, split
from handbook.delivery.vocabulary import Vocabulary

# Which name a file was given, for a service worker: {"assets/x.js": "assets/x.0123abcd.js"}.
LIST_NAME = "assets/assets.json"
_ASSET = r'(?:[^":?#]*/)?assets/[^"?#]+'
_SHEET = rf'<link rel="stylesheet" href="{_ASSET}\.css">'
_SCRIPT = rf'<script src="{_ASSET}\.js" defer></script>'
_RUN = re.compile(rf"{_SHEET}(?:\s*{_SHEET})*|{_SCRIPT}(?:\s*{_SCRIPT})*")
_ADDRESS = re.compile(r'(?<==")(?P<up>(?:[^":?#]*/)?)(?P<path>assets/[^"?#]+\.(?:css|js))(?=")')
_AS_IT_IS = re.compile(r"(<(?:pre|textarea|script)\b.*?</(?:pre|textarea|script)>)", re.DOTALL)
_INDENT = re.compile(r"\n\s+")
_FOCUS = re.compile(r"\.focus-visible(?![\w-])")
_RELATIVE_URL = re.compile(r"""url\(\s*["']?(?!data:|#|["'])""")


def hashed_name(path: str, content: bytes) -> str:
    """``path`` with a hash of ``content`` before its extension: ``assets/x.0123abcd.css``."""
    place = PurePosixPath(path)
    return str(place.with_name(f"{place.stem}.{hashlib.sha256(content).hexdigest()[:8]}{place.suffix}"))


def settle_assets(site: Path, pages: Iterable[Path]) -> Mapping[str, str]:
    """Join, purge, rename; write the pages that use the files and the list of names.

    Style sheets (scripts) that stand side by side in a page become one file;
    a style sheet loses what nothing in the site can match and is taken apart by
    who needs it (``splitting``).  The files of the old names are removed.  Returns the new name of each
    old one, that of its first part.
    Raises ValueError for a style sheet that cannot be read, or that names
    another file by a relative address.
    """
    pages = tuple(pages)
    runs: dict[str, tuple[str, ...]] = {}
    alone: set[str] = set()
    words = Vocabulary()
    for page in pages:
        text = _read(page)
        runs |= {run: _paths(run) for run in set(_RUN.findall(text))}
        alone.update(_paths(_RUN.sub("", text)))
        words.read_page(text)
    for script in sorted(Path(site, "assets").rglob("*.js")):
        words.read_script(_read(script))
    names: dict[str, str] = {}
    joined = {paths: _write(site, _joint_name(paths), _join(site, paths), words, is_whole=len(paths) == 1) for paths in sorted(set(runs.values()))}
    for paths, parts in joined.items():
        names.update(dict.fromkeys(paths, parts[""]))
    for path in sorted(path for path in alone if Path(site, path).is_file()):
        names[path] = _write(site, path, _read(Path(site, path)), words, is_whole=True)[""]
    for page in pages:
        text = _RUN.sub(lambda run: _one(run[0], joined[runs[run[0]]]), _read(page))
        text = _ADDRESS.sub(lambda found: found["up"] + names.get(found["path"], found["path"]), text)
        page.write_bytes(without_indents(text).encode())
    for path in names:
        Path(site, path).unlink(missing_ok=True)
    Path(site, LIST_NAME).write_bytes(f"{json.dumps(names, indent=1, sort_keys=True)}\n".encode())
    return names


def without_indents(html: str) -> str:
    """``html`` without blank lines and the indents of templates; preformatted text stays as it is."""
    parts = _AS_IT_IS.split(html)
    parts[::2] = (_INDENT.sub("\n", part) for part in parts[::2])
    return "".join(parts).lstrip()


def _read(file: Path) -> str:
    return file.read_bytes().decode("utf-8")


def _paths(text: str) -> tuple[str, ...]:
    return tuple(found["path"] for found in _ADDRESS.finditer(text))


def _joint_name(paths: tuple[str, ...]) -> str:
    return paths[0] if len(paths) == 1 else f"assets/cam-nang{PurePosixPath(paths[0]).suffix}"


def _join(site: Path, paths: tuple[str, ...]) -> str:
    contents = [_read(Path(site, path)) for path in paths]
    for path, content in zip(paths, contents, strict=True):
        if path.endswith(".css") and _RELATIVE_URL.search(content):
            raise ValueError(path)
    if paths[0].endswith(".js"):
        return ";\n".join(contents)
    # The theme's script marks what has the focus for browsers older than ":focus-visible".
    return _FOCUS.sub(":focus-visible", "\n".join(contents))


def _write(site: Path, path: str, content: str, words: Vocabulary, is_whole: bool = False) -> Mapping[str, str]:
    """Write ``content``; returns the new names by medium ("" for every medium)."""
    if not path.endswith(".css"):
        parts = {"": content}
    else:
        purged = purge(content, words)
        parts = {"": purged} if is_whole else dict(zip(("", LATE), split(purged), strict=True))
    names = {}
    for medium, text in parts.items():
        if text or not medium:
            place = PurePosixPath(path)
            names[medium] = hashed_name(str(place.with_stem(f"{place.stem}-sau" if medium else place.stem)), text.encode())
            Path(site, names[medium]).write_bytes(text.encode())
    return names


def _one(run: str, parts: Mapping[str, str]) -> str:
    """The first element of ``run`` for each of ``parts``, naming the new file instead."""
    element = re.match(rf"{_SHEET}|{_SCRIPT}", run)[0]  # type: ignore[index]
    return "".join(
        _ADDRESS.sub(lambda found, name=name: found["up"] + name, element).replace(' href="', f' media="{medium}" href="' if medium else ' href="', 1)
        for medium, name in parts.items())
