"""Adapter: the questions of each language as a script that the quiz page loads."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from handbook.mkdocs.session import Session, language
from handbook.quiz import questions_of, script_of


def write(session: Session, config: MkDocsConfig) -> None:
    asked = questions_of(session.catalog, language(config))
    if asked:
        target = Path(config.site_dir, "assets", "cau-hoi", f"{language(config)}.js")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(script_of(asked, lambda key: session.urls.get(key, "")), encoding="utf-8")
