"""Adapter: the pages are put into their templates by several processes at once.

MkDocs has no event around the writing of a page, so its function is replaced while
the site is built; tests/site/test_processes.py tells when it is not called any more.
"""

from ahead import write_ahead
from jinja2 import Environment
from mkdocs.commands import build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

_one_by_one = build._build_page
_pass: dict = {"served": False, "begun": False, "written": set()}


def on_startup(command: str, dirty: bool) -> None:
    # A preview remembers what it rendered (preview.py), which copies of the process would take with them.
    _pass["served"] = command == "serve"


@event_priority(-300)
def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    _pass.update(begun=False, written=set())
    if not _pass["served"]:
        build._build_page = _write


@event_priority(-300)
def on_post_build(config: MkDocsConfig) -> None:
    build._build_page = _one_by_one


def _write(
    page: Page, config: MkDocsConfig, doc_files: list[File], nav: Navigation, env: Environment, dirty: bool = False,
    excluded: bool = False,
) -> None:
    if page.file not in _pass["written"]:
        _one_by_one(page, config, doc_files, nav, env, dirty, excluded)
    if not _pass["begun"]:  # the first page has compiled the templates
        _pass["begun"] = True
        waiting = [file for file in doc_files if file.page is not page and not file.inclusion.is_excluded()]
        _pass["written"] = write_ahead(lambda file: _one_by_one(file.page, config, doc_files, nav, env, dirty), waiting)
