"""Editors' photos and screenshots as pages show them: no jump while they load, and no byte that a phone can spare."""

from handbook.pictures.markup import Shown, Version, with_pictures
from handbook.pictures.raster import RASTERS, Drawn, Raster, lighter_versions, measure

__all__ = ["RASTERS", "Drawn", "Raster", "Shown", "Version", "lighter_versions", "measure", "with_pictures"]
