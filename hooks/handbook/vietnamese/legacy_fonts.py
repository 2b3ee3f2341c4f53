"""TCVN3 (ABC), VNI and twice-encoded text: the font encodings of old office files.

Such text was typed for a special font (.VnTime, VNI-Times): the file holds
Latin-1 letters that only look Vietnamese in that font.  It is converted when
the result is certainly Vietnamese, and refused otherwise.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

# TCVN 5712:1993, table VN3, as Windows-1252 characters (checked with iconv TCVN5712-1).
_TCVN3 = str.maketrans(
    "¡¢£¤¥¦§¨©ª«¬\u00ad®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ",
    "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ",
)
# The characters that Windows-1252 has where Latin-1 has control codes (€ ‚ ƒ …), as those codes.
_WINDOWS_BYTES = {
    ord(char): code for code in range(0x80, 0xA0) if (char := bytes([code]).decode("cp1252", errors="ignore"))
}
_VNI_MARKS = {"ø": "\u0300", "ù": "\u0301", "û": "\u0309", "õ": "\u0303", "ï": "\u0323"}
_VNI_HAT = {
    "â": "\u0302",
    "à": "\u0302\u0300",
    "á": "\u0302\u0301",
    "å": "\u0302\u0309",
    "ã": "\u0302\u0303",
    "ä": "\u0302\u0323",
}
_VNI_BREVE = {
    "ê": "\u0306",
    "è": "\u0306\u0300",
    "é": "\u0306\u0301",
    "ú": "\u0306\u0309",
    "ü": "\u0306\u0303",
    "ë": "\u0306\u0323",
}
_VNI_LETTERS = {"ô": "ơ", "ö": "ư", "ñ": "đ", "î": "ỵ", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "í": "í", "ì": "ì"}
_VNI = re.compile(r"([aeouyôö])([øùûõïâàáåãäêèéúüë])|([ôöñîæóòíì])", re.IGNORECASE)


def from_tcvn3(text: str) -> str:
    """TCVN3 characters as Unicode; words in a capital font (.VnTimeH) in capitals again."""
    return re.sub(r"\S+", _tcvn3_word, text)


def _tcvn3_word(match: re.Match) -> str:
    word = match[0]
    ascii_letters = [char for char in word if char.isascii() and char.isalpha()]
    changed = word.translate(_TCVN3)
    # The capital font draws small accented letters as capitals: "CéNG" is "CỘNG".
    is_capital = len(ascii_letters) > 1 and all(char.isupper() for char in ascii_letters)
    return changed.upper() if is_capital else changed


def from_vni(text: str) -> str:
    """VNI characters as Unicode: ``"Vieät Nam"`` → ``"Việt Nam"``."""
    return unicodedata.normalize("NFC", _VNI.sub(_vni_letter, text))


def _vni_letter(match: re.Match) -> str:
    base, mark, single = match[1], match[2], match[3]
    if single:
        letter = _VNI_LETTERS[single.lower()]
        return letter.upper() if single.isupper() else letter
    small = base.lower()
    letter = {"ô": "ơ", "ö": "ư"}.get(small, small)
    if mark.lower() in _VNI_MARKS:
        combining = _VNI_MARKS[mark.lower()]
    elif small in "aeo" and mark.lower() in _VNI_HAT:
        combining = _VNI_HAT[mark.lower()]
    elif small == "a" and mark.lower() in _VNI_BREVE:
        combining = _VNI_BREVE[mark.lower()]
    else:
        return match[0]
    return (letter.upper() if base.isupper() else letter) + combining


def from_twice_encoded(text: str) -> str:
    """UTF-8 that a program took for Windows-1252: ``"Tá»‰nh"`` → ``"Tỉnh"``; other text unchanged.

    Text that was not so encoded is, as bytes, practically never valid UTF-8.
    """
    try:
        return text.translate(_WINDOWS_BYTES).encode("latin-1").decode("utf-8")
    except UnicodeError:
        return text


CONVERTERS: dict[str, Callable[[str], str]] = {"TCVN3 (ABC)": from_tcvn3, "VNI": from_vni}
