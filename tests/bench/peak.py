"""Run a command and say on standard error how much memory its largest process took: ``peak_mb=…``."""

from __future__ import annotations

import resource
import subprocess
import sys

done = subprocess.run(sys.argv[1:], check=False)
# Linux counts in KB; macOS in bytes.
unit = 1e6 if sys.platform == "darwin" else 1e3
print(f"peak_mb={resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / unit:.1f}", file=sys.stderr)
sys.exit(done.returncode)
