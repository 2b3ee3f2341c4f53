"""The handbook as a printed book: page HTML → neutral tree → Typst → PDF."""
