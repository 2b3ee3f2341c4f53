"""Adapters: what MkDocs asks for, one file for each feature."""
