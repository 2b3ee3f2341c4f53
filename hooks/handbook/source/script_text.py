"""Scripts without their comments, where the library for it is to be had."""

from __future__ import annotations


def without_comments(script: str) -> str:
    """``script`` smaller by rJSmin; as it is on Windows and macOS, for which rJSmin has no wheel (requirements.in).

    There nothing is published from: the preview and the check do without.
    """
    try:
        from rjsmin import jsmin
    except ModuleNotFoundError:
        return script
    return str(jsmin(script))
