"""The Content-Security-Policy of a page (W3C CSP Level 3).

Scripts and style sheets come only from the site's own files, and inline only when they are the
theme's.  A script that came in with an article fits none of the theme's
templates, gets no hash, and the browser refuses it.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Mapping

# `none` first: whatever is not named here is not allowed.  `data:` is what the
# theme's style sheet draws its icons from.
DIRECTIVES: Mapping[str, str] = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "worker-src": "'self'",
    "manifest-src": "'self'",
    "media-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'self'",
}
_SCRIPT = re.compile(r"<script\b(?P<attributes>[^>]*)>(?P<code>.*?)</script\s*>", re.DOTALL | re.IGNORECASE)
# A block of data is never run, so no policy applies to it (HTML, "data block").
_NOT_RUN = re.compile(r"""\bsrc\s*=|\btype\s*=\s*["']?application/(?:ld\+)?json\b""", re.IGNORECASE)
_VARIABLE = re.compile(r"\{\{.*?\}\}", re.DOTALL)
_CHARSET = re.compile(r"<meta charset=[^>]*>", re.IGNORECASE)


def script_patterns(templates: Iterable[str]) -> tuple[re.Pattern[str], ...]:
    """The inline scripts of Jinja templates; a variable stands for a value inside quotes."""
    codes = {match["code"] for template in templates for match in _SCRIPT.finditer(template) if match["code"].strip()}
    return tuple(
        re.compile(r"""[^"'<>\\\n]*""".join(re.escape(part) for part in _VARIABLE.split(code)))
        for code in sorted(codes)
    )


def inline_scripts(html: str) -> tuple[str, ...]:
    """The code of every script written into the page, in order."""
    return tuple(match["code"] for match in _SCRIPT.finditer(html) if not _NOT_RUN.search(match["attributes"]))


def source_hash(code: str) -> str:
    """The source expression that allows exactly this script."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()}'"


def policy(hashes: Iterable[str] = (), styles: Iterable[str] = ()) -> str:
    """The policy with the inline scripts of ``hashes`` and the inline style sheets of ``styles`` allowed."""
    allowed = dict(DIRECTIVES)
    for name, found in (("script-src", hashes), ("style-src", styles)):
        allowed[name] = " ".join((allowed[name], *sorted(set(found))))
    return "; ".join(f"{name} {sources}" for name, sources in allowed.items())


def with_styles(html: str, sheets: Iterable[str]) -> str:
    """The page, which has its policy, with the style sheets allowed that were written into it since."""
    hashes = "".join(f" {source_hash(sheet)}" for sheet in sheets)
    return html.replace("style-src 'self'", f"style-src 'self'{hashes}", 1) if hashes else html


def with_policy(html: str, known: Iterable[re.Pattern[str]]) -> tuple[str, tuple[str, ...]]:
    """The page with its policy in front of everything it rules, and the scripts it will not run."""
    patterns = tuple(known)
    scripts = inline_scripts(html)
    trusted = [code for code in scripts if any(pattern.fullmatch(code) for pattern in patterns)]
    refused = tuple(code for code in scripts if code not in trusted)
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy(map(source_hash, trusted))}">'
    page, found = _CHARSET.subn(lambda charset: charset.group() + meta, html, count=1)
    if not found:
        raise ValueError("no <meta charset> to put the policy after")
    return page, refused
