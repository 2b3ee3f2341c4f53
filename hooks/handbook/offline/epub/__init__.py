"""The handbook as an EPUB."""
