"""Rules for what editors write: each has a code, a message and the way to mend it.

They run in ``make check`` only, so that building the site stays fast.
"""

from handbook.checks.page import Content, Page, read_pages
from handbook.checks.rules import RULES, Rule, check_content

__all__ = ["RULES", "Content", "Page", "Rule", "check_content", "read_pages"]
