"""Sites that several tests look at are built once a worker."""

import pytest
from support import ROOT, TINY, Site, make_site


@pytest.fixture
def tiny(tmp_path) -> Site:
    """A fresh, unbuilt copy of the tiny site."""
    return make_site(tmp_path / "project", TINY)


@pytest.fixture(scope="session")
def built_tiny(tmp_path_factory) -> Site:
    """The tiny site, built; not to be changed."""
    site = make_site(tmp_path_factory.mktemp("tiny") / "project", TINY)
    assert site.build() == 0, site.log
    return site


@pytest.fixture(scope="session")
def real(tmp_path_factory) -> Site:
    """The real handbook, built strictly in both languages; not to be changed."""
    site = make_site(tmp_path_factory.mktemp("real") / "project", ROOT / "docs")
    assert site.build() == 0, site.log[-5000:]
    return site
