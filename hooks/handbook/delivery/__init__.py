"""What travels to a reader: few files, small ones, named so that they can be kept for ever."""

from handbook.delivery.assets import LIST_NAME, hashed_name, settle_assets
from handbook.delivery.leftovers import clear_up, take_stock
from handbook.delivery.packing import pack, repack
from handbook.delivery.whitespace import without_indents

__all__ = ["LIST_NAME", "clear_up", "hashed_name", "pack", "repack", "settle_assets", "take_stock", "without_indents"]
