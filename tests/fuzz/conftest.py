"""The command line as a process, as its own tests run it."""

from tests.cli.conftest import environment, run, site

__all__ = ["environment", "run", "site"]
