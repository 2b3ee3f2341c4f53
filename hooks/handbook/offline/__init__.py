"""Copies of the handbook to read without a network: EPUB, Kiwix ZIM, a zip of the site."""
