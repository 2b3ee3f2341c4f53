"""Build real sites with the project's own configuration, and read PDFs back."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from filelock import FileLock

ROOT = Path(__file__).resolve().parent.parent
#: The day on which the law stands as the pages say, from mkdocs.yml; as pages write it.
AS_OF = re.search(r"as_of: (\S+)", (ROOT / "mkdocs.yml").read_text(encoding="utf-8"))[1]
AS_OF_WRITTEN = "/".join(reversed(AS_OF.split("-")))
TINY = ROOT / "tests" / "site" / "tiny"
# A runner of GitHub's names its own repository; tests name theirs.
_OUTSIDE = {
    name: value for name, value in os.environ.items() if not name.startswith("GITHUB_") and name != "HANDBOOK_REPO"
}
# What is drawn once is kept for all sites that tests build.
ENVIRONMENT = {
    **_OUTSIDE,
    "HANDBOOK_CACHE": str(ROOT / ".cache"),
    "NO_MKDOCS_2_WARNING": "1",
    "SOURCE_DATE_EPOCH": "1795478400",
    "HANDBOOK_PACK": "false",
    "HANDBOOK_BOOK": "whole",  # the other editions are the tests' of their own
    "SITE_URL": "https://cam-nang.example/",
}


# Linux has all of it (tests/setup.sh); a machine of an editor need not.
needs_make = pytest.mark.skipif(sys.platform != "linux" and not shutil.which("make"), reason="no make on this machine")


def poppler(*command: str, pdf: bytes) -> subprocess.CompletedProcess[bytes]:
    """Run a program of poppler on ``pdf``; where it is not installed, which Linux is not excused for, skip the test."""
    if sys.platform != "linux" and not shutil.which(command[0]):
        pytest.skip(f"no {command[0]} on this machine")
    return subprocess.run([*command, "-", "-"], input=pdf, capture_output=True, check=True)


@dataclass
class Site:
    """A small project of its own: hooks, overrides and settings are the real ones."""

    root: Path
    log: str = ""
    environment: dict = field(default_factory=dict)

    @property
    def docs(self) -> Path:
        return self.root / "docs"

    @property
    def out(self) -> Path:
        return self.root / "site"

    def write(self, uri: str, content: str | bytes) -> Path:
        path = self.docs / uri
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def build(self, strict: bool = True) -> int:
        command = [sys.executable, "-m", "mkdocs", "build", "--clean", *(["--strict"] if strict else [])]
        done = subprocess.run(
            command,
            cwd=self.root,
            env={**ENVIRONMENT, **self.environment},
            text=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )
        self.log = done.stdout
        return done.returncode

    def html(self, address: str) -> str:
        return (self.out / address / "index.html").read_text(encoding="utf-8")

    def pages(self) -> list[Path]:
        return sorted(self.out.rglob("*.html"))


def make_site(root: Path, docs: Path) -> Site:
    root.mkdir(parents=True, exist_ok=True)
    for name in ("hooks", "overrides"):
        (root / name).symlink_to(ROOT / name)
    shutil.copy(ROOT / "mkdocs.yml", root)
    shutil.copytree(docs, root / "docs")
    return Site(root)


def once_a_run(tmp_path_factory: pytest.TempPathFactory, name: str, make: Callable[[Path], str]) -> tuple[Path, str]:
    """A folder that the first worker to ask for it fills, and the log that ``make`` returned.

    The other workers wait and use the same one: a build takes longer than most tests.
    """
    base = tmp_path_factory.getbasetemp()
    shared = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "built-once"
    shared.mkdir(exist_ok=True)
    folder, log = shared / name, shared / f"{name}.log"
    with FileLock(shared / f"{name}.lock"):
        if not log.exists():
            shutil.rmtree(folder, ignore_errors=True)  # of a worker whose build failed
            text = make(folder)
            log.write_text(text, encoding="utf-8")
        return folder, log.read_text(encoding="utf-8")


def pdf_text(path: Path, *options: str) -> str:
    """What poppler reads in a PDF."""
    done = subprocess.run(["pdftotext", *options, str(path), "-"], stdout=subprocess.PIPE, check=True)
    return done.stdout.decode("utf-8")
