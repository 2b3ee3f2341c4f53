"""The records that every feature reads."""
