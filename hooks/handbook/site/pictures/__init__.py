"""Editors' photos and screenshots as pages show them: no jump while they load, and no byte that a phone can spare."""

from handbook.site.pictures.picture_markup import Shown, Version, with_pictures
from handbook.site.pictures.raster import RASTERS, Drawn, Raster, lighter_versions, measure

__all__ = ["RASTERS", "Drawn", "Raster", "Shown", "Version", "lighter_versions", "measure", "with_pictures"]
