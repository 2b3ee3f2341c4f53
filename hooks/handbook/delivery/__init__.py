"""What travels to a reader: few files, small ones, named so that they can be kept for ever."""

from handbook.delivery.assets import LIST_NAME, hashed_name, settle_assets, without_indents
from handbook.delivery.packing import pack, repack

__all__ = ["LIST_NAME", "hashed_name", "pack", "repack", "settle_assets", "without_indents"]
