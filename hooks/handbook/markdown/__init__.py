"""The Markdown of the handbook: what is added to the language of the pages."""
