"""What the adapters of the published site share."""

from mkdocs.config.defaults import MkDocsConfig

from handbook.book.from_catalog import is_public


def is_online(config: MkDocsConfig) -> bool:
    """Whether this is the site that readers reach, and neither a preview nor a copy to carry away."""
    return is_public(config.site_url) and config.use_directory_urls
