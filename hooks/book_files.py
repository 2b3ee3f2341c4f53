"""Adapter: the printed book (placeholder until the book package is in)."""
