"""Sveltia CMS from the npm registry: one version, known by its SHA-512, unpacked without Node.

The registry's tarballs are plain files.  Where npm is installed it fetches, since
it knows the proxy, the mirror and the certificates of its machine; elsewhere
Python does.  Either way nothing is used whose sum is not the one below.
"""

from __future__ import annotations

import base64
import hashlib
import io
import re
import shutil
import subprocess
import tarfile
import tempfile
import urllib.request
from collections.abc import Mapping
from pathlib import Path

NAME = "@sveltia/cms"
VERSION = "0.221.1"
INTEGRITY = "sha512-J+Qoik9kGMk2L7vNpOQrnDmFRi+NB6vwJ0f657YtsxWH0P8WYSYRRSRC2pQ/jGGbVlM//Pg/WIgmkpswqoo3gQ=="
ADDRESS = f"https://registry.npmjs.org/{NAME}/-/cms-{VERSION}.tgz"
# The interface's language besides its built-in English.
_LOCALE = "package/locales/vi.json"
_FONT = re.compile(rb"https://cdn\.jsdelivr\.net/fontsource/fonts/(?P<family>[\w-]+)[^/)]*/(?P<face>[\w-]+)\.woff2")
_MOST_BYTES = 30_000_000


class NotFetchedError(Exception):
    """Why the package is not there, in words for the editor."""


def cached(folder: Path) -> bytes:
    """The package from ``folder``, fetched into it once; raises :class:`NotFetchedError`."""
    kept = folder / f"sveltia-cms-{VERSION}.tgz"
    if kept.is_file() and integrity(data := kept.read_bytes()) == INTEGRITY:
        return data
    data = _by_npm() if shutil.which("npm") else _by_http(ADDRESS)
    if (found := integrity(data)) != INTEGRITY:
        raise NotFetchedError(
            f"Gói {NAME} {VERSION} tải về không đúng mã băm ({found[:20]}…), không dùng. "
            "Thử lại; vẫn vậy thì kiểm tra kho gói npm đang dùng."
        )
    folder.mkdir(parents=True, exist_ok=True)
    kept.write_bytes(data)
    return data


def integrity(data: bytes) -> str:
    """The sum of ``data`` as npm writes it (Subresource Integrity)."""
    return f"sha512-{base64.b64encode(hashlib.sha512(data).digest()).decode()}"


def _by_npm() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(
            [shutil.which("npm") or "npm", "pack", "--silent", "--ignore-scripts", f"{NAME}@{VERSION}"],
            cwd=folder,
            capture_output=True,
            check=False,
        )
        found = sorted(Path(folder).glob("*.tgz"))
        if done.returncode or not found:
            raise NotFetchedError(
                f"Không tải được {NAME} {VERSION} bằng npm: {done.stderr.decode('utf-8', 'replace').strip()[-300:]}"
            )
        return found[0].read_bytes()


def _by_http(address: str) -> bytes:
    try:
        with urllib.request.urlopen(address, timeout=120) as answer:
            return answer.read(_MOST_BYTES)
    except OSError as error:
        raise NotFetchedError(f"Không tải được {address}: {error}. Kiểm tra mạng rồi dựng lại.") from error


def files_of(package: bytes) -> Mapping[str, bytes]:
    """The package's files to publish, by path: its modules and fonts, its licence, the Vietnamese interface."""
    found: dict[str, bytes] = {}
    with tarfile.open(fileobj=io.BytesIO(package), mode="r:gz") as archive:
        for member in archive:
            if not member.isfile():
                continue
            path, file = member.name, archive.extractfile(member)
            if file is None:
                continue
            if path == _LOCALE:
                # Browsers import JSON only with an attribute that the package does not write; an import map leads here.
                found["locales/vi.js"] = b"export default " + file.read() + b";\n"
            elif path == "package/LICENSE.txt" or path.startswith("package/npm/") and not path.endswith(".map"):
                found[path.removeprefix("package/")] = file.read()
    found["npm/index.js"] = _with_own_fonts(found["npm/index.js"], found)
    return found


def _with_own_fonts(program: bytes, files: Mapping[str, bytes]) -> bytes:
    """``program`` taking its fonts from beside it: it names a CDN although the package holds the same files."""

    def own(match: re.Match[bytes]) -> bytes:
        start = f"npm/assets/{match['family'].decode()}-{match['face'].decode()}-"
        return next((f"sveltia/{path}".encode() for path in sorted(files) if path.startswith(start)), match.group())

    return _FONT.sub(own, program)
