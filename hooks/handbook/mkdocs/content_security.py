"""Adapter: every page carries its Content-Security-Policy; HTML that could run script is told."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.pages import Page

from handbook.checks.unsafe_html import dangers
from handbook.mkdocs.reporting import report
from handbook.mkdocs.session import Session, key_of, language
from handbook.problem import Problem
from handbook.site.host.content_security import script_patterns, with_policy


def set_up(session: Session) -> None:
    # Of the text as it was converted: what comes after (pictures.py) adds no more than sizes and addresses of our own.
    session.conversion.byproducts["dangers"] = lambda html: list(dangers(html))


def allow_scripts(session: Session, config: MkDocsConfig) -> None:
    # Only what must run before anything is drawn; every other script of ours belongs into a file.
    files = sorted(Path(config.theme.custom_dir, "partials/javascripts").glob("*.html"))
    session.scripts = script_patterns(file.read_text(encoding="utf-8") for file in files)


def report_dangers(session: Session, page: Page, config: MkDocsConfig) -> None:
    article = session.catalog.article(key_of(page.file), language(config))
    if article and article.language == language(config):  # an untranslated page was told of in its own language
        report(
            (
                Problem(
                    article.path,
                    0,
                    f"Trang dựng xong có HTML không an toàn: {danger}.",
                    "Viết bằng Markdown thường.",
                    "html-nguy-hiem",
                )
                for danger in session.conversion.of_page["dangers"]
            ),
            "security",
        )


def add_policy(session: Session, html: str, name: str) -> str:
    """``html`` with its policy; ``name`` is told with a script that is not allowed."""
    if session.is_preview:
        return html  # live reload is an inline script that MkDocs adds later
    try:
        page, refused = with_policy(html, session.scripts)
    except ValueError as error:
        raise PluginError(
            "Giao diện không còn <meta charset> ở đầu trang: sửa hooks/handbook/site/host/content_security.py."
        ) from error
    report(
        (
            Problem(
                name,
                0,
                f"Có đoạn script không phải của giao diện, trình duyệt sẽ không chạy: {code.strip()[:60]!r}.",
                "Đặt script vào một tệp trong overrides/assets/.",
                "script-la",
            )
            for code in refused
        ),
        "security",
    )
    return page
