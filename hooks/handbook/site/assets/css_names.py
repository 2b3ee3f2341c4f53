"""Every name by which a style sheet can find something in the pages of a site."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field

# HTML, "Start tags": a quoted value may hold ">".
_TAG = re.compile(r"""<[a-zA-Z](?:[^>"']++|"[^"]*+"|'[^']*+')*+>""")
_NAME = re.compile(r"<([^\s/>]+)")
_ATTRIBUTE = re.compile(r"""([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?""")
_COMMENT = re.compile(r"/\*.*?\*/|(?<![:\"'])//[^\n]*", re.DOTALL)
_STRING = re.compile(r"""\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`""")
_WORD = re.compile(r"-{0,2}[A-Za-z_][\w-]*")
_DATASET = re.compile(r"\bdataset\.(\w+)")
_VARIABLE = re.compile(r"--[\w-]+")
# Different on every page: no style sheet asks for one value, and all of them would fill the memory.
_OF_ANY_VALUE = frozenset(
    [
        "href",
        "src",
        "srcset",
        "id",
        "title",
        "alt",
        "content",
        "aria-label",
        "aria-labelledby",
        "aria-describedby",
        "for",
        "data-goi-y",
    ]
)
# Changed by readers, not written by anyone: the browser opens and closes <details>.
_BY_THE_BROWSER = frozenset(("open",))
_SETS = ("elements", "classes", "ids", "script_words", "script_strings", "variables")


@dataclass
class Vocabulary:
    """Grows page by page and script by script; what a script names may take any value."""

    elements: set[str] = field(default_factory=set)
    classes: set[str] = field(default_factory=set)
    ids: set[str] = field(default_factory=set)
    values: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    script_words: set[str] = field(
        default_factory=lambda: set(_BY_THE_BROWSER)
    )  # any word: a property sets an attribute
    script_strings: set[str] = field(default_factory=set)  # words inside quotes
    variables: set[str] = field(default_factory=set)
    _seen: set[str] = field(default_factory=set)

    def read_page(self, html: str) -> None:
        """Note the elements, classes, ids and attributes of ``html``."""
        for tag in set(_TAG.findall(html)).difference(self._seen):
            if len(tag) < 200:  # most tags come again on every page
                self._seen.add(tag)
            name_of_tag = _NAME.match(tag)
            assert name_of_tag
            self.elements.add(name_of_tag[1].lower())
            for found in _ATTRIBUTE.finditer(tag, name_of_tag.end(), len(tag) - 1):
                name, value = found[1].lower(), found[2] or found[3] or found[4] or ""
                if name == "class":
                    self.classes.update(value.split())
                elif name == "id":
                    self.ids.add(value)
                elif name == "style":
                    self.variables.update(_VARIABLE.findall(value))
                self.values[name].add(value if len(value) < 60 and name not in _OF_ANY_VALUE else "")

    def __getstate__(self) -> dict[str, object]:
        """For another process: without what only helps to read faster."""
        return {**vars(self), "_seen": set()}

    def as_data(self) -> list[object]:
        """All that was noted, as a JSON value: equal for equal vocabularies."""
        return [
            *([name, sorted(getattr(self, name))] for name in _SETS),
            *sorted([name, sorted(values)] for name, values in self.values.items()),
        ]

    def add(self, other: Vocabulary) -> None:
        """Note all that ``other`` has noted."""
        for name in _SETS:
            getattr(self, name).update(getattr(other, name))
        for name, values in other.values.items():
            self.values[name] |= values

    def read_script(self, code: str) -> None:
        """Note every word of ``code``: whatever a script can write into a page is one of them."""
        code = _COMMENT.sub("", code)
        words = set(_WORD.findall(code))
        self.script_words |= words
        self.script_strings |= {word for string in _STRING.findall(code) for word in _WORD.findall(string)}
        self.variables |= {word for word in words if word.startswith("--")}
        self.script_words |= {
            "data-" + re.sub("[A-Z]", lambda letter: f"-{letter[0].lower()}", name) for name in _DATASET.findall(code)
        }

    def has_element(self, name: str) -> bool:
        return name.lower() in self.elements or name in self.script_strings

    def has_class(self, name: str) -> bool:
        return name in self.classes or name in self.script_strings

    def has_id(self, name: str) -> bool:
        return name in self.ids or name in self.script_strings

    def has_attribute(self, name: str, value: str | None) -> bool:
        """Whether an element can have the attribute, with exactly ``value`` unless that is None."""
        name = name.lower()
        return name in self.script_words or (
            name in self.values and (value is None or name in _OF_ANY_VALUE or value in self.values[name])
        )
