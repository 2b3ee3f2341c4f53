"""What was made once and need not be made again, never stale.

A result is found by a hash of everything that is known to go into it, and it is
used only if every question that was asked while it was made has the same answer today.
"""

from handbook.cache.dependencies import Questions
from handbook.cache.fingerprint import fingerprint_of
from handbook.cache.in_memory import Recent
from handbook.cache.store import Kept, Store, unpack

__all__ = ["Kept", "Questions", "Recent", "Store", "fingerprint_of", "unpack"]
