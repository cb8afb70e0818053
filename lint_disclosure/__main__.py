"""``disclosure-lint`` and ``python -m lint_disclosure``."""

from __future__ import annotations

import gc
import sys

from lint_disclosure import __version__


def main() -> int:
    """Run the command line. The version is told before anything heavier is imported."""
    if sys.argv[1:] in (["--version"], ["-V"]):
        sys.stdout.write(f"disclosure-lint {__version__}\n")
        return 0
    # Starting up makes little garbage and many objects; a run on many files collects again.
    gc.disable()
    from lint_disclosure.cli.main import run

    code = run(sys.argv[1:])
    gc.freeze()  # what is left goes with the process: looking through it for cycles takes long
    return code


if __name__ == "__main__":
    sys.exit(main())
