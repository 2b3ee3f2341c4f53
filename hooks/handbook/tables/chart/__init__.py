"""A table as a chart."""
