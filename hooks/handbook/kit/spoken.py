"""Vietnamese as it is said: numbers, dates, abbreviations and foreign names written out by syllables."""

from __future__ import annotations

import re
from collections.abc import Mapping

from handbook.vietnamese.syllables import parse

#: Syllables a second of a clear reader at a loudspeaker.
PACE = 3.5
#: What villagers hear when these are read aloud; a script can say otherwise with ``doc:``.
KNOWN: Mapping[str, str] = {
    "VNeID": "vi en i ai đi",
    "OTP": "ô tê pê",
    "QR": "quy a",
    "SMS": "ét em ét",
    "SIM": "xim",
    "AI": "ây ai",
    "ATM": "a tê em",
    "PIN": "pin",
    "CCCD": "căn cước công dân",
    "UBND": "Ủy ban nhân dân",
    "HĐND": "Hội đồng nhân dân",
    "BHXH": "bảo hiểm xã hội",
    "BHYT": "bảo hiểm y tế",
    "TP": "thành phố",
    "VssID": "vi ét ét ai đi",
    "VTV": "vê tê vê",
    "eTax": "i tách",
    "Mobile": "mô bai",
    "Zalo": "da lô",
    "Facebook": "phây búc",
    "Messenger": "mét xen giơ",
    "TikTok": "tích tốc",
    "YouTube": "diu túp",
    "Google": "gu gồ",
    "Telegram": "tê lê gam",
    "Gmail": "gi meo",
    "email": "i meo",
    "Internet": "in tơ nét",
    "internet": "in tơ nét",
    "Wi-Fi": "oai phai",
    "app": "áp",
    "link": "linh",
    "web": "oép",
    "website": "oép xai",
    "video": "vi đê ô",
    "online": "on lai",
    "shipper": "síp pơ",
    "livestream": "lai trim",
    "deepfake": "đíp phếch",
    "4G": "bốn gờ",
    "5G": "năm gờ",
    "2G": "hai gờ",
}
_DIGITS = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]
_GROUPS = ("", "nghìn", "triệu", "tỷ")
_CODE_AFTER = ("số", "gọi", "tổng đài", "đầu số", "nhắn")
_DATE = re.compile(r"(?P<day>\d{1,2})/(?P<month>\d{1,2})(?:/(?P<year>\d{4}))?(?!\d)")
_NUMBER = re.compile(r"\d+(?:[.]\d{3})*(?:,\d+)?")
_CODE = re.compile(r"(?<![\d.,])(?:(?:0|1[89]00)[\d .]{3,}\d|\d{7,})(?![\d,])")
_WORD = re.compile(r"[^\W\d_]+(?:[^\W\d_]|\d)*", re.UNICODE)
_VOWELS = "aăâeêioôơuưyáàảãạấầẩẫậắằẳẵặéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ"


def number_words(value: int) -> str:
    """``value`` as it is said: 1105 → "một nghìn một trăm linh năm"."""
    if value == 0:
        return _DIGITS[0]
    groups: list[int] = []
    while value:
        groups.append(value % 1000)
        value //= 1000
    said: list[str] = []
    for place in range(len(groups) - 1, -1, -1):
        if not groups[place]:
            continue
        said.append(_hundreds(groups[place], is_first=not said))
        rest, name = place % 3, _GROUPS[place % 3]
        said += [name] if rest else []
        said += [_GROUPS[3]] * (place // 3)
    return " ".join(said)


def _hundreds(value: int, *, is_first: bool) -> str:
    hundreds, tens, ones = value // 100, value // 10 % 10, value % 10
    said = [] if is_first and not hundreds else [_DIGITS[hundreds], "trăm"]
    if tens == 0 and ones and said:
        said.append("linh")
    elif tens == 1:
        said.append("mười")
    elif tens:
        said += [_DIGITS[tens], "mươi"]
    if ones:
        last = {1: "mốt" if tens > 1 else "một", 5: "lăm" if tens else "năm"}.get(ones, _DIGITS[ones])
        said.append(last)
    return " ".join(said)


def spoken(text: str, own: Mapping[str, str] | None = None) -> tuple[str, tuple[str, ...]]:
    """``text`` as it is said, and the words in it of which nobody can tell how they are said."""
    ways = {**KNOWN, **(own or {})}
    unknown: list[str] = []
    text = re.sub("|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in sorted(ways, key=len, reverse=True)),
                  lambda found: ways[found.group()], text)  # fmt: skip
    text = _DATE.sub(_date, text)
    text = re.sub(r"(\d)\s*%", r"\1 phần trăm", text)
    text = _CODE.sub(lambda found: _digit_by_digit(found.group()), text)
    text = _NUMBER.sub(lambda found: _number(found, text), text)
    for word in _WORD.findall(text):
        # Capitals may be a heading: what is no Vietnamese syllable is an abbreviation.
        if len(word) > 1 and not parse(word.lower()) and (word.isupper() or not _has_vowel(word)):
            unknown.append(word)
    return " ".join(text.split()), tuple(dict.fromkeys(unknown))


def _has_vowel(word: str) -> bool:
    return any(letter in _VOWELS for letter in word.lower())


def syllables(said: str) -> int:
    """How many syllables ``said``, written out, has: Vietnamese writes each as a word."""
    return sum(1 for word in re.split(r"[\s–—/-]+", said) if any(letter.isalnum() for letter in word))


def seconds(count: int) -> int:
    """How long ``count`` syllables take, rounded up."""
    return -int(-count // PACE)


def _digit_by_digit(text: str) -> str:
    return " ".join(_DIGITS[int(digit)] for digit in text if digit.isdigit())


def _date(found: re.Match[str]) -> str:
    day, month = int(found["day"]), int(found["month"])
    if not (1 <= day <= 31 and 1 <= month <= 12):
        return found.group()
    said = f"{'mùng ' if day <= 10 else ''}{number_words(day)} tháng {'tư' if month == 4 else number_words(month)}"
    return said + (f" năm {number_words(int(found['year']))}" if found["year"] else "")


def _number(found: re.Match[str], text: str) -> str:
    written = found.group()
    before = text[: found.start()].rstrip().lower()
    whole, _, decimals = written.partition(",")
    digits = whole.replace(".", "")
    if (
        "." not in whole
        and not decimals
        and (digits.startswith("0") or (len(digits) == 3 and before.endswith(_CODE_AFTER)))
    ):
        return f" {_digit_by_digit(digits)} "
    said = number_words(int(digits))
    if decimals:
        said += " phẩy " + (_digit_by_digit(decimals) if decimals.startswith("0") else number_words(int(decimals)))
    return f" {said} "
