"""HTML elements and attributes of plain running text: what an article may hold and an EPUB chapter keeps."""

from __future__ import annotations

TEXT_ELEMENTS = frozenset(
    """
    a abbr b bdi blockquote br caption cite code dd del details dfn div dl dt em figcaption figure h2 h3 h4 h5 h6
    hr i img ins kbd li mark ol p pre q s samp section small span strong sub summary sup table tbody td tfoot th
    thead time tr u ul var wbr
    """.split()
)
TEXT_ATTRIBUTES = frozenset(
    "alt class colspan datetime headers href id lang open reversed rowspan scope src start title value".split()
)
