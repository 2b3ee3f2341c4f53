"""Everything that the site's pages and files are made of, without knowing MkDocs."""
