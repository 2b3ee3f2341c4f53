"""What a file in docs/ says: text, names, YAML lines, front matter and its schema, texts of new files."""
