"""Print packs of lessons, slides, and single sheets: what is held up, handed out and filled in.

A pack is data (:mod:`sheets`, :mod:`slides`) typeset by ``overrides/book/pack.typ``; which files
there are is told by :mod:`publication`, what they are called by :mod:`files`.
"""

from handbook.packs.files import PackFile, pack_name
from handbook.packs.pocket import KEY as POCKET
from handbook.packs.pocket_files import make_pocket
from handbook.packs.publication import make_packs, make_quiz

__all__ = ["POCKET", "PackFile", "make_packs", "make_pocket", "make_quiz", "pack_name"]
