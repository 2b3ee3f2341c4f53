"""Adapter: every page carries its Content-Security-Policy; HTML that could run script is told."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from handbook.checks.unsafe_html import dangers
from handbook.mkdocs.fast.build_cache import byproducts, of_page
from handbook.mkdocs.session import catalog, is_preview, key_of, language, report
from handbook.problem import Problem
from handbook.site.host.content_security import script_patterns, with_policy

_build: dict = {"scripts": ()}
# Of the text as it was converted: what comes after (pictures.py) adds no more than sizes and addresses of our own.
byproducts["dangers"] = lambda html: list(dangers(html))


def on_config(config: MkDocsConfig) -> None:
    # Only what must run before anything is drawn; every other script of ours belongs into a file.
    files = sorted(Path(config.theme.custom_dir, "partials/javascripts").glob("*.html"))
    _build["scripts"] = script_patterns(file.read_text(encoding="utf-8") for file in files)


@event_priority(-95)  # after whatever else changes a page's text
def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> None:
    article = catalog().article(key_of(page.file), language(config))
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
                for danger in of_page["dangers"]
            ),
            "security",
        )


@event_priority(-110)  # nothing may change the page's scripts any more
def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    return _with_policy(output, page.file.src_uri)


@event_priority(-110)
def on_post_template(output: str, template_name: str, config: MkDocsConfig) -> str:
    return _with_policy(output, template_name) if template_name.endswith(".html") else output


def _with_policy(html: str, name: str) -> str:
    if is_preview():
        return html  # live reload is an inline script that MkDocs adds later
    try:
        page, refused = with_policy(html, _build["scripts"])
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
