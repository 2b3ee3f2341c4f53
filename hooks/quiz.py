"""Adapter: the questions of each language as a script that the quiz page loads."""

from pathlib import Path

from build_session import catalog, language
from handbook.quiz import questions_of, script_of
from mkdocs.config.defaults import MkDocsConfig
from page_addresses import address_of


def on_post_build(config: MkDocsConfig) -> None:
    asked = questions_of(catalog(), language(config))
    if asked:
        target = Path(config.site_dir, "assets", "cau-hoi", f"{language(config)}.js")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(script_of(asked, address_of), encoding="utf-8")
