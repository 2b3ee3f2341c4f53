"""The handbook itself: no rule stops it, and the rules of spelling raise no false alarm."""

import pytest
from handbook.checks import RULES, read_pages
from handbook.load import read_catalog
from handbook.problem import Severity
from handbook.settings import as_of, top_pages
from support import ROOT

# A long sentence or a source that is still to be found is for its author to decide.
QUIET = {rule.code for rule in RULES if rule.severity is not Severity.HINT} | {"ten-la", "tu-la", "dat-dau-thanh"}


@pytest.fixture(scope="module")
def content():
    return read_pages(
        ROOT / "docs", read_catalog(ROOT / "docs", as_of(ROOT / "mkdocs.yml")), top_pages(ROOT / "mkdocs.yml")
    )


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.code in QUIET], ids=lambda rule: rule.code)
def test_the_handbook_passes(content, rule):
    assert not list(map(str, rule.check(content)))


def test_the_pages_are_read_as_prose(content):
    """A rule that sees nothing finds nothing: most of each body must be prose."""
    assert len(content.pages) > 100
    for page in content.pages:
        body = page.prose[page.body_start :]
        if "/// hinh-ve |" in page.text:  # lines of a drawing are no prose
            continue
        assert body.count("\ufffc") <= 0.5 * len(body), page.article.path
