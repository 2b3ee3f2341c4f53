"""A grid as a table whose columns and cells are understood."""
