"""A page's HTML as a neutral tree."""
