"""What stands under each definition – other spellings, field, source – apart from the glossary's page on the site.

The notes weigh a quarter of the page, and few who look a word up need them.  So the site's page comes without them, in about
ten packets, and fetches them all for who asks or looks for a word.  Books keep the page as it was converted.
"""

from __future__ import annotations

import json
import re

from handbook.glossary.words import WORDS

#: Beside the glossary's page.
NOTES_NAME = "ghi-chu.js"
_BUTTON = '<button type="button" class="md-button" data-ghi-chu="{}">{}</button></form>'
_ENTRY = re.compile(r'<dt id="([^"]*)".*?</dd>', re.DOTALL)
_NOTE = re.compile(r' <small class="thuat-ngu-ghi">.*?</small>', re.DOTALL)
# The letters above the entries are the links to each letter already.
_LETTER_LINK = re.compile(r'<a class="headerlink" href="#chu-[^<]*</a>')
# An explanation over a link is bound to it when the page opens; these come later.
_TIP = re.compile(r' data-goi-y="[^"]*"')


def page_and_notes(html: str, language: str) -> tuple[str, str]:
    """The glossary's converted page without its notes, and the script that has them; as it is and "" if it has none.

    The script says ``window.camNangGhiChu = {"ma-otp": "<small>…"};``: notes by the anchor of their term.
    """
    notes = {}
    for entry in _ENTRY.finditer(html):
        if note := _NOTE.search(entry[0]):
            notes[entry[1]] = _TIP.sub("", note[0])
    if not notes:
        return html, ""
    button = _BUTTON.format(NOTES_NAME, WORDS[language]["notes"])
    script = json.dumps(notes, ensure_ascii=False, indent=0, separators=(",", ":"))
    light = _LETTER_LINK.sub("", _NOTE.sub("", html))
    return light.replace("</form>", button, 1), f"window.camNangGhiChu = {script};\n"
