"""Adapter: the questions of each language as a script that the quiz page loads."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from handbook.mkdocs.page_urls import address_of
from handbook.mkdocs.session import catalog, language
from handbook.quiz import questions_of, script_of


def write(config: MkDocsConfig) -> None:
    asked = questions_of(catalog(), language(config))
    if asked:
        target = Path(config.site_dir, "assets", "cau-hoi", f"{language(config)}.js")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(script_of(asked, address_of), encoding="utf-8")
