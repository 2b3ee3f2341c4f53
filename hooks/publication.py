"""What the adapters of the published site share."""

from handbook.edition import is_public
from mkdocs.config.defaults import MkDocsConfig


def is_online(config: MkDocsConfig) -> bool:
    """Whether this is the site that readers reach, and neither a preview nor a copy to carry away."""
    return is_public(config.site_url) and config.use_directory_urls
