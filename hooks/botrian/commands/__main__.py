"""Words of the command line go in; the command they name runs; its exit code comes out."""

from __future__ import annotations

import sys

from botrian.commands.line import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
