"""One file for each command of ``python hooks``."""
