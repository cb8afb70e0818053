"""What configurations leave out of a run; nothing is imported for it where there are none."""

from __future__ import annotations

import os

from lint_disclosure.cli.config.plans import Plans

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lint_disclosure.cli.config.exclusion import Exclusions


class ConfiguredSieve:
    """The reasons, for a person, why files and folders are left out."""

    def __init__(self, plans: Plans) -> None:
        self.plans = plans
        self._always = any(entry.key == "exclude" for entry in plans.given)
        self._exclusions: Exclusions | None = None

    def file(self, path: str) -> str | None:
        """Why a file is left out."""
        if self._nothing_said(path):
            return None
        found = self._asked().of_file(path)
        return found.words(self.plans.lang) if found else None

    def folder(self, path: str) -> str | None:
        """Why a folder is left out with all that is in it."""
        if self._nothing_said(path):
            return None
        found = self._asked().of_folder(path)
        return found.words(self.plans.lang) if found else None

    def _nothing_said(self, path: str) -> bool:
        folder = os.path.dirname(os.path.abspath(path))
        return not self._always and self.plans.file_for(folder) is None

    def _asked(self) -> Exclusions:
        from lint_disclosure.cli.config.exclusion import Exclusions

        if self._exclusions is None:
            self._exclusions = Exclusions(self.plans)
        return self._exclusions
