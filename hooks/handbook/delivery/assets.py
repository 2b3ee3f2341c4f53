"""Style sheets and scripts of a built site: joined, and named after their content.

A file whose name holds the hash of its content never changes, so browsers and
servers may keep it for ever (RFC 8246, "immutable"); pages keep their names.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath

from handbook.delivery.purging import purge
from handbook.delivery.splitting import LATE, split
from handbook.delivery.vocabulary import Vocabulary
from handbook.parallel import in_parallel

# Which name a file was given, for a service worker: {"assets/x.js": "assets/x.0123abcd.js"}.
LIST_NAME = "assets/assets.json"
_ASSET = r'(?:[^":?#]*/)?assets/[^"?#]+'
_SHEET = rf'<link rel="stylesheet" href="{_ASSET}\.css">'
_SCRIPT = rf'<script src="{_ASSET}\.js" defer></script>'
# Each begins with a fixed text, which Python looks for much faster than for one of two.
_RUNS = tuple(re.compile(rf"{one}(?:\s*{one})*") for one in (_SHEET, _SCRIPT))
_ADDRESS = re.compile(r'assets/[^"?#]+\.(?:css|js)(?=")')
_BEFORE = re.compile(r'="(?:[^":?#]*/)?')
_AS_IT_IS = re.compile(r"(<(?:pre|textarea|script)\b.*?</(?:pre|textarea|script)>)", re.DOTALL)
# Pages that a process looks at before it tells what it found.
_SHARE = 50
_INDENT = re.compile(r"\n\s+")
# Spaces at the beginning and at the end of a line are never drawn (CSS Text Level 3, "white space processing").
_BLOCK = r"</?(?:article|aside|body|d[dlt]|details|div|footer|form|h[1-6]|head|header|li|link|main|meta|nav|ol|p|section|summary|table|tbody|t[dhr]|thead|title|ul)\b"
_BESIDE_BLOCK = re.compile(rf"({_BLOCK}[^>]*>)\n|\n(?={_BLOCK})")
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
    for some_runs, some_alone, some_words in in_parallel(_look_at, [pages[start:start + _SHARE] for start in range(0, len(pages), _SHARE)]):
        runs |= some_runs
        alone |= some_alone
        words.add(some_words)
    for script in sorted(Path(site, "assets").rglob("*.js")):
        words.read_script(_read(script))
    names: dict[str, str] = {}
    joined = {paths: _write(site, _joint_name(paths), _join(site, paths), words, is_whole=len(paths) == 1) for paths in sorted(set(runs.values()))}
    for paths, parts in joined.items():
        names.update(dict.fromkeys(paths, parts[""]))
    for path in sorted(path for path in alone if Path(site, path).is_file()):
        names[path] = _write(site, path, _read(Path(site, path)), words, is_whole=True)[""]

    def rewrite(page: Path) -> None:
        text = _read(page)
        for kind in _RUNS:
            text = kind.sub(lambda run: _one(run[0], joined[runs[run[0]]]), text)
        page.write_bytes(without_indents(_renamed(text, names)).encode())

    deque(in_parallel(rewrite, pages), 0)
    for path in names:
        Path(site, path).unlink(missing_ok=True)
    Path(site, LIST_NAME).write_bytes(f"{json.dumps(names, indent=1, sort_keys=True)}\n".encode())
    return names


def without_indents(html: str) -> str:
    """``html`` without blank lines, the indents of templates and line ends beside blocks; preformatted text stays as it is."""
    parts = _AS_IT_IS.split(html)
    parts[::2] = (_BESIDE_BLOCK.sub(r"\1", _INDENT.sub("\n", part)) for part in parts[::2])
    return "".join(parts).lstrip()


def _read(file: Path) -> str:
    return file.read_bytes().decode("utf-8")


def _look_at(pages: Iterable[Path]) -> tuple[dict[str, tuple[str, ...]], set[str], Vocabulary]:
    """The runs of style sheets and scripts in ``pages``, the files named outside of them, and the words."""
    runs: dict[str, tuple[str, ...]] = {}
    alone: set[str] = set()
    words = Vocabulary()
    for page in pages:
        text = _read(page)
        found = [run for kind in _RUNS for run in kind.finditer(text)]
        runs |= {run: _paths(run) for run in {match[0] for match in found} - runs.keys()}
        alone |= {path for start, path in _addresses(text) if not any(run.start() < start < run.end() for run in found)}
        words.read_page(text)
    return runs, alone, words


def _addresses(text: str) -> Iterator[tuple[int, str]]:
    """Where an attribute names a style sheet or script below ``assets/``, and which."""
    for found in _ADDRESS.finditer(text):
        start = found.start() + found[0].rfind("/assets/") + 1
        if _BEFORE.fullmatch(text, text.rfind('"', 0, start) - 1, start):
            yield start, text[start:found.end()]


def _renamed(text: str, names: Mapping[str, str]) -> str:
    parts, end = [], 0
    for start, path in _addresses(text):
        parts += [text[end:start], names.get(path, path)]
        end = start + len(path)
    return "".join((*parts, text[end:]))


def _paths(text: str) -> tuple[str, ...]:
    return tuple(path for _, path in _addresses(text))


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
    """Write ``content``; returns the new names: of what a page needs at once (""), of what may come late (``LATE``)."""
    if not path.endswith(".css"):
        parts = {"": content}
    else:
        purged = purge(content, words)
        parts = {"": purged} if is_whole else dict(zip(("", LATE), split(purged), strict=True))
    names = {}
    for part, text in parts.items():
        if text or not part:
            place = PurePosixPath(path)
            names[part] = hashed_name(str(place.with_stem(f"{place.stem}-{part}" if part else place.stem)), text.encode())
            Path(site, names[part]).write_bytes(text.encode())
    return names


def _one(run: str, parts: Mapping[str, str]) -> str:
    """The first element of ``run``, naming the new file instead; what comes late stands in a ``<noscript>``, from which
    overrides/partials/javascripts/first.html takes it once the page is painted."""
    element = re.match(rf"{_SHEET}|{_SCRIPT}", run)[0]  # type: ignore[index]
    [path] = _paths(element)
    elements = {part: element.replace(f'{path}"', f'{name}"') for part, name in parts.items()}
    return "".join(f'<noscript class="{part}">{text}</noscript>' if part else text for part, text in elements.items())
