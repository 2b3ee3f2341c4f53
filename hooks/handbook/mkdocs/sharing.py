"""Adapter: what shared links, feed readers and search engines get; only from a site that they can reach."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from handbook.mkdocs.session import Session, key_of, language
from handbook.mkdocs.work_folders import cache_folder, is_online
from handbook.site.share.cards import draw_cards
from handbook.site.share.feed import Channel, feed, feed_name
from handbook.site.share.metadata import Site, card_of, share_of


def set_date(session: Session, page: Page, config: MkDocsConfig) -> None:
    # Otherwise the sitemap says that every page changed whenever the site is built.
    article = session.catalog.article(key_of(page.file), language(config))
    date = article.meta.date if article else None
    page.update_date = (date or config.extra["as_of"]).isoformat()


def show(session: Session, context: TemplateContext, page: Page, config: MkDocsConfig) -> None:
    if not is_online(config):
        return
    lang = language(config)
    site = Site(config.site_name, config.site_description, config.site_url, lang)
    key = key_of(page.file)
    context["share"] = share_of(key, session.catalog, site)
    context["feed"] = feed_name(lang)
    name, card = card_of(key, session.catalog, site)
    session.cards[name] = card
    if key == "index":
        session.feeds[feed_name(lang)] = feed(session.catalog, Channel(site.name, site.description, site.home, lang))


def write(session: Session, config: MkDocsConfig) -> None:
    if not config.use_directory_urls:
        return
    site = Path(config.site_dir)
    sitemap = f"Sitemap: {config.site_url}sitemap.xml\n" if is_online(config) else ""
    (site / "robots.txt").write_text(f"User-agent: *\nDisallow:\n{sitemap}", encoding="utf-8")
    for name, text in session.feeds.items():
        (site / name).write_text(text, encoding="utf-8")
    drawn = draw_cards(session.cards.values(), cache_folder(config) / "chia-se")
    for name, card in session.cards.items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_bytes(drawn[card])
