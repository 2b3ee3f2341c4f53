"""A table as HTML, CSV, XLSX or one quoted figure."""
