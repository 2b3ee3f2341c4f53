"""Style sheets and scripts of a built site: joined, and named after their content.

A file whose name holds the hash of its content never changes, so browsers and
servers may keep it for ever (RFC 8246, "immutable"); pages keep their names.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections import deque
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path, PurePosixPath
from typing import Any

from handbook.cache.processes import in_parallel
from handbook.site.assets.css_names import Vocabulary
from handbook.site.assets.css_purge import purge
from handbook.site.assets.css_split import LATE, split
from handbook.site.assets.page_usage import Usage
from handbook.site.assets.renames import Plan
from handbook.source.script_text import without_comments

# Which name a file was given, for a service worker: {"assets/x.js": "assets/x.0123abcd.js"}.
LIST_NAME = "assets/assets.json"
# Pages that a process looks at before it tells what it found.
_SHARE = 50
_FOCUS = re.compile(r"\.focus-visible(?![\w-])")
_VARIABLE = re.compile(r"var\(\s*(--[\w-]+)")
_RELATIVE_URL = re.compile(r"""url\(\s*["']?(?!data:|#|["'])""")


MadeOf = Callable[[str, Callable[[str], Any], str], Any]


def _make(text: str, make: Callable[[str], Any], name: str) -> Any:
    return make(text)


def hashed_name(path: str, content: bytes) -> str:
    """``path`` with a hash of ``content`` before its extension: ``assets/x.0123abcd.css``."""
    place = PurePosixPath(path)
    return str(place.with_name(f"{place.stem}.{hashlib.sha256(content).hexdigest()[:8]}{place.suffix}"))


def settle_assets(site: Path, pages: Iterable[Path], made_of: MadeOf = _make) -> Mapping[str, str]:
    """Join, purge, rename; write the pages that use the files and the list of names.

    Style sheets (scripts) that stand side by side in a page become one file;
    a script loses its comments and blanks, a style sheet loses what nothing in the site can match and is taken apart by
    who needs it (``css_split``).  Those of a few pages only are written into them: another file would be another
    connection to wait for.  The files of the old names are removed.  Returns the new name of each
    old one, that of its first part.  ``made_of(text, make, name)`` gives ``make(text)``, or what it gave before.
    Raises ValueError for a style sheet that cannot be read, or that names
    another file by a relative address.
    """
    pages = tuple(pages)
    usage = Usage()
    for some in in_parallel(_usage_of, [pages[start : start + _SHARE] for start in range(0, len(pages), _SHARE)]):
        usage.add(some)
    for script in sorted(Path(site, "assets").rglob("*.js")):
        if script.parent.name == "cau-hoi":  # questions to learn: words of readers, none of a style sheet
            continue
        usage.words.read_script(_read(script))
    # A sheet of its own uses what the common one defines.
    for path in usage.alone.union(*_of_some_pages(usage.runs.values())):
        if path.endswith(".css") and Path(site, path).is_file():
            usage.words.variables.update(_VARIABLE.findall(_read(Path(site, path))))
    plan = _carried_out(site, usage, made_of)
    deque(in_parallel(lambda page: page.write_bytes(plan.settled(_read(page)).encode()), pages), 0)
    for path in {*plan.names, *(path for paths in plan.inside for path in paths)}:
        Path(site, path).unlink(missing_ok=True)
    Path(site, LIST_NAME).write_bytes(f"{json.dumps(plan.names, indent=1, sort_keys=True)}\n".encode())
    return plan.names


def _usage_of(pages: Iterable[Path]) -> Usage:
    usage = Usage()
    for page in pages:
        usage.read_page(_read(page))
    return usage


def _carried_out(site: Path, usage: Usage, made_of: MadeOf) -> Plan:
    """Write the new files."""

    def write(path: str, content: str, is_whole: bool) -> Mapping[str, str]:
        if not path.endswith(".css"):
            return _write(site, path, {"": without_comments(content)})
        # All of what the trimmed sheet is made from.
        return _write(
            site,
            path,
            made_of(
                json.dumps([is_whole, usage.words.as_data(), content]),
                lambda _: _trimmed(content, usage.words, is_whole),
                "style sheet",
            ),
        )

    found = sorted(set(usage.runs.values()))
    inside = {
        paths: purge(_join(site, paths), usage.words) for paths in _of_some_pages(found) if not usage.alone & {*paths}
    }
    joined = {
        paths: write(_joint_name(paths), _join(site, paths), len(paths) == 1) for paths in found if paths not in inside
    }
    names = {path: parts[""] for paths, parts in joined.items() for path in paths}
    for path in sorted(path for path in usage.alone if Path(site, path).is_file()):
        names[path] = write(path, _read(Path(site, path)), is_whole=True)[""]
    return Plan(names, joined, inside)


def _of_some_pages(runs: Iterable[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Style sheets that have none of the common ones, which stand side by side in the longest row, among them."""
    sheets = [paths for paths in runs if paths[0].endswith(".css")]
    common: tuple[str, ...] = max(sheets, key=len, default=())
    return [paths for paths in sheets if not {*common} & {*paths}]


def _read(file: Path) -> str:
    return file.read_bytes().decode("utf-8")


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


def _trimmed(css: str, words: Vocabulary, is_whole: bool) -> dict[str, str]:
    """What the site can use of ``css``: what a page needs at once (""), what may come late (``LATE``)."""
    purged = purge(css, words)
    return {"": purged} if is_whole else dict(zip(("", LATE), split(purged), strict=True))


def _write(site: Path, path: str, parts: Mapping[str, str]) -> Mapping[str, str]:
    """Write the parts of a file; returns their new names."""
    names = {}
    for part, text in parts.items():
        if text or not part:
            place = PurePosixPath(path)
            names[part] = hashed_name(
                str(place.with_stem(f"{place.stem}-{part}" if part else place.stem)), text.encode()
            )
            Path(site, names[part]).write_bytes(text.encode())
    return names
