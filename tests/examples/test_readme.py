"""The outputs shown in the README files are what the tool prints."""

from __future__ import annotations

import subprocess
import sys

from tests.examples.test_examples import ROOT


def test_readme_outputs_are_up_to_date() -> None:
    script = ROOT / "scripts" / "update_readme.py"
    done = subprocess.run([sys.executable, script, "--check"], capture_output=True, check=False)
    assert (done.returncode, done.stdout.decode(errors="replace")) == (0, "")
