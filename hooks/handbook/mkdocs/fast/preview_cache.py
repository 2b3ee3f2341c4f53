"""Adapter: in ``mkdocs serve`` a page whose every part is the same is not put into its template again.

What a page is found by: the templates, the settings, its own text and addresses, the
whole navigation, and whatever the adapters hand to the template.  Only the preview
does so; a build renders every page.
"""

from pathlib import Path

from jinja2 import Environment, Template
from mkdocs.config.defaults import MkDocsConfig

from handbook.cache import fingerprint_of
from handbook.cache.fingerprint import fingerprint_of_files
from handbook.cache.last_result import Latest
from handbook.mkdocs.fast.template_inputs import link_to, of_navigation, of_page
from handbook.mkdocs.fast.theme_files import without_hidden
from handbook.mkdocs.session import Session

# Of MkDocs itself: covered by the navigation, the settings and the page, or used by no template.
_STANDARD = frozenset(
    ["nav", "pages", "base_url", "extra_css", "extra_javascript", "mkdocs_version", "build_date_utc", "config", "page"]
)


def list_files_quickly(session: Session, config: MkDocsConfig) -> None:
    if session.is_preview:
        make = config.theme.get_env
        config.theme.get_env = lambda: without_hidden(make())


def set_up(session: Session, env: Environment, config: MkDocsConfig) -> None:
    if not session.is_preview:
        return
    root = Path(config.config_file_path).parent
    templates = fingerprint_of_files([*sorted(root.glob("*.yml")), *sorted((root / "overrides").rglob("*.html"))])
    env.template_class = type(
        "_KeptTemplate",
        (_KeptTemplate,),
        {"everywhere": fingerprint_of(templates, repr(config.extra)), "navigation": "", "rendered": session.rendered},
    )


class _KeptTemplate(Template):
    """A template that remembers what it gave for each page last; each build has a class of its own."""

    everywhere: str  # a hash of what all pages depend on
    navigation: str  # a hash of the navigation, once it is known
    rendered: Latest[str]

    def render(self, *args: object, **kwargs: object) -> str:
        context = dict(*args, **kwargs)
        page = context.get("page")
        if page is None:
            return super().render(context)
        own = type(self)
        own.navigation = own.navigation or fingerprint_of(list(of_navigation(context["nav"].items)))
        extras = {name: value for name, value in context.items() if name not in _STANDARD}
        made_from = (
            self.name,
            own.everywhere,
            own.navigation,
            context["base_url"],
            of_page(page),
            extras,
            link_to(page.previous_page),
            link_to(page.next_page),
        )
        return own.rendered.of(page.url, made_from, lambda: super(_KeptTemplate, self).render(context))
