"""What each term means, as a script that a page fetches when the first term is asked about.

A script, not JSON: a copy that is read from a disk may load scripts and may not fetch.
"""

from __future__ import annotations

import json

from handbook.glossary.model import Glossary

#: Beside the glossary's own page, so that a link to a term leads to it (overrides/assets/handbook.js).
NAME = "thuat-ngu/dinh-nghia.js"


def definitions_script(glossary: Glossary) -> str:
    """``window.camNangThuatNgu = {"ma-otp": "…"};``: definitions by the anchor of their term."""
    meanings = {term.slug: term.definition for term in glossary.terms}
    return f"window.camNangThuatNgu = {json.dumps(meanings, ensure_ascii=False, indent=0, separators=(',', ':'))};\n"
