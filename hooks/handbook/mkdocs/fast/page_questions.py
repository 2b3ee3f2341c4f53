"""What a page asks while it is converted, and what its conversion gives beside HTML: both are kept with it."""

from __future__ import annotations

from collections.abc import Callable

from handbook.cache import Questions

#: Asked while a page is converted.
questions = Questions()
#: What a conversion gives beside HTML: a name and a function that gives it of the HTML, as a JSON value, right after.
byproducts: dict[str, Callable[[str], object]] = {}
#: The byproducts of the page that was converted, or found, last.
of_page: dict[str, object] = {}
