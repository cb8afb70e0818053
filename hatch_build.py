"""Build hook: put the compiled rules beside the YAML in every wheel.

The rules are compiled by the package they ship with. A rule file that is broken, or a rule whose
own tests fail, stops the build with the message of ``build_pack``.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompiledRules(BuildHookInterface[Any]):
    """Adds ``lint_disclosure/_data/rules.json``."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile the rules; an editable install reads them from the checkout instead."""
        if version == "editable":
            return
        sys.path.insert(0, self.root)
        from lint_disclosure.authoring.build import build_pack

        self.scratch = tempfile.TemporaryDirectory()
        target = Path(self.scratch.name, "rules.json")
        build_pack(Path(self.root, "rules"), target)
        build_data["force_include"][str(target)] = "lint_disclosure/_data/rules.json"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Drop the scratch file once it is in the wheel."""
        if version != "editable":
            self.scratch.cleanup()
