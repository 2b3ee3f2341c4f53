"""Whether readers can reach the site that is built, and where things are kept between builds."""

import os
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from handbook.settings import is_public


def is_online(config: MkDocsConfig) -> bool:
    """Whether this is the site that readers reach, and neither a preview nor a copy to carry away."""
    return is_public(config.site_url) and config.use_directory_urls


def cache_folder(config: MkDocsConfig) -> Path:
    """Where things that cost time are kept between builds; ``HANDBOOK_CACHE`` lets several projects share them."""
    return Path(os.environ.get("HANDBOOK_CACHE") or Path(config.config_file_path).parent / ".cache")
