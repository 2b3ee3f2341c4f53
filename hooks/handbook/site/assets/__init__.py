"""What travels to a reader: few files, small ones, named so that they can be kept for ever."""

from handbook.site.assets.html_whitespace import without_indents
from handbook.site.assets.settle import LIST_NAME, hashed_name, settle_assets
from handbook.site.host.compressed_copies import pack, repack

__all__ = ["LIST_NAME", "hashed_name", "pack", "repack", "settle_assets", "without_indents"]
