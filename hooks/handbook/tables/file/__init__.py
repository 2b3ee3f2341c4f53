"""Any spreadsheet as a grid of cells."""
