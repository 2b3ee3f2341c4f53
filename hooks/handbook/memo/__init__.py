"""What was made once and need not be made again, never stale.

A result is found by a hash of everything that is known to go into it, and it is
used only if every question that was asked while it was made has the same answer today.
"""

from handbook.memo.fingerprint import fingerprint_of
from handbook.memo.questions import Questions
from handbook.memo.recent import Recent
from handbook.memo.store import Kept, Store, unpack

__all__ = ["Kept", "Questions", "Recent", "Store", "fingerprint_of", "unpack"]
