"""Editors' tools: web editor, edit links, JSON Schema, snippets, the changes of a pull request."""
