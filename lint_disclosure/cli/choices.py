"""What was asked for on the command line of ``check`` and of the commands that lint as it does."""

from __future__ import annotations

from typing import NamedTuple


class Choices(NamedTuple):
    """The options of ``check`` as they were given; what was not is left to the configuration."""

    paths: tuple[str, ...]
    format: str | None = None
    output: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    config: str | None = None
    no_config: bool = False
    isolated: bool = False
    exclude: tuple[str, ...] = ()
    show_settings: bool = False
    profile: str | None = None
    fail_on: str | None = None
    fail_on_undecided: bool = False
    fail_on_unrecognised: bool = False
    stdin_filename: str | None = None
    partial: bool = False
    jobs: int | None = None
    statistics: bool = False
    timings: bool = False
    quiet: bool = False
    color: str = "auto"
    add_suppression: tuple[str, ...] = ()
    reason: str | None = None
    until: str | None = None
    no_suppressions: bool = False
    baseline: str | None = None
    fail_on_stale: bool = False
    fix: bool = False
    unsafe_fixes: bool = False
    diff: bool = False
    watch: bool = False
