"""Hashes of what a result depends on."""

from __future__ import annotations

import hashlib
import json
import sys
import sysconfig
from collections.abc import Iterable
from functools import cache
from pathlib import Path


def fingerprint_of(*values: object) -> str:
    """A hash of ``values``: texts, numbers, lists and mappings of such; anything else by its ``repr``."""
    text = json.dumps(values, ensure_ascii=False, sort_keys=True, default=repr)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def fingerprint_of_texts(*texts: str) -> str:
    """A hash of ``texts``, several times faster than ``fingerprint_of`` when they are long."""
    found = hashlib.sha256()
    for text in texts:
        part = text.encode("utf-8", "surrogatepass")
        found.update(len(part).to_bytes(8, "big") + part)
    return found.hexdigest()


def fingerprint_of_files(files: Iterable[Path]) -> str:
    """A hash of the names and contents of ``files``; one that is missing counts as such."""
    return fingerprint_of(
        [[file.name, hashlib.sha256(file.read_bytes()).hexdigest() if file.is_file() else None] for file in files]
    )


@cache
def fingerprint_of_code(folder: Path) -> str:
    """A hash of the Python files below ``folder``, of the interpreter and of every installed package's version.

    Taken once a process: code that is already loaded does not change with its file.
    """
    packages = Path(sysconfig.get_path("purelib"))
    versions = sorted(path.name for path in packages.glob("*.dist-info"))
    return fingerprint_of(sys.version, versions, fingerprint_of_files(sorted(folder.rglob("*.py"))))
