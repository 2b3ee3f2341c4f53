"""The commands: ``python hooks check`` and the like."""

import sys
from importlib import import_module

if __name__ == "__main__":
    sys.exit(import_module(f"handbook.commands.{sys.argv.pop(1)}").main(sys.argv[1:]))
