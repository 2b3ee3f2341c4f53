"""Adapter: "Sửa trang này" and "Báo lỗi trang này" on every page, once the repository is known."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from handbook.editing.edit_links import edit_links, repository
from handbook.mkdocs.reporting import report
from handbook.mkdocs.session import Session, is_first_pass, key_of, language
from handbook.settings import is_public


def set_up(session: Session, config: MkDocsConfig) -> None:
    extra = config.extra
    session.repository, problems = repository(
        extra.get("repo", ""), extra.get("repo_host", ""), extra.get("repo_branch", "main")
    )
    if is_first_pass(config):
        report(problems, "editing")


def show(session: Session, context: TemplateContext, page: Page, config: MkDocsConfig) -> None:
    article = session.catalog.article(key_of(page.file), language(config))
    # Without a public address the page is known by its file.
    address = (page.canonical_url if is_public(config.site_url) else None) or (article.path if article else "")
    context["edit_links"] = edit_links(article, session.catalog, session.repository, language(config), address)
