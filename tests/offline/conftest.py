"""One small site and all its offline copies, made by the command that editors use."""

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from support import ENVIRONMENT, ROOT, TINY, Site, make_site, once_a_run


@dataclass
class Copies:
    """The built site and the folder in which its copies lie."""

    site: Site
    log: str

    @property
    def folder(self) -> Path:
        return self.site.out / "tai-ve"


def make_copies(site: Site) -> subprocess.CompletedProcess:
    return subprocess.run(
        [sys.executable, str(ROOT / "hooks"), "offline", "--config", str(site.root / "mkdocs.yml")],
        cwd=site.root,
        env=ENVIRONMENT,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )


@pytest.fixture(scope="session")
def copies(tmp_path_factory) -> Copies:
    """The tiny site's copies; not to be changed."""

    def make(folder: Path) -> str:
        done = make_copies(make_site(folder, TINY))
        assert done.returncode == 0, done.stdout[-5000:]
        return done.stdout

    folder, log = once_a_run(tmp_path_factory, "offline", make)
    return Copies(Site(folder), log)
