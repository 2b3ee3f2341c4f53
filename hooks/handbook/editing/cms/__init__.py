"""The web editor at ``/bien-tap/``: Sveltia CMS, hosted with the site, its forms made from the schemas."""
