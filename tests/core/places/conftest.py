import shutil

import pytest
from support import ROOT


@pytest.fixture(scope="session")
def base(tmp_path_factory):
    docs = tmp_path_factory.mktemp("places") / "docs"
    (docs / "so-lieu").mkdir(parents=True)
    for name in ("don-vi-hanh-chinh-34-tinh", "xa-moi-tu-xa-cu"):
        for suffix in (".csv", ".md"):
            shutil.copy(ROOT / "docs" / "so-lieu" / (name + suffix), docs / "so-lieu")
    (docs / "index.md").write_text("---\ntitle: Nhà\n---\n", "utf-8")
    return docs


@pytest.fixture
def docs(base, tmp_path):
    return shutil.copytree(base, tmp_path / "docs")
