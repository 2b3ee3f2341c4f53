"""Typesetting with Typst, and the PDFs that are kept."""
