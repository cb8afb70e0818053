"""Output formats: one module each, found by name and imported when chosen."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple, Protocol

from lint_disclosure.finding import FileResult

if TYPE_CHECKING:
    from lint_disclosure.render.totals import Totals

FORMATS = ("full", "concise", "json")
"""Every format; each is the module of the same name."""


class PackName(NamedTuple):
    """A pack of rules that was used."""

    name: str
    version: str
    title: str


class Settings(NamedTuple):
    """What a renderer may adapt to. ``width`` is the room in display cells."""

    lang: str = "zh"
    color: bool = False
    width: int = 100
    ascii_json: bool = False
    tool: str = "disclosure-lint"
    version: str = ""
    packs: tuple[PackName, ...] = ()
    statistics: bool = False
    timings: bool = False
    quiet: bool = False


class Renderer(Protocol):
    """Turns results into text as they come, so that a batch never has to be held in memory."""

    def begin(self) -> str:
        """What stands before the first file."""
        ...

    def file(self, result: FileResult) -> str:
        """What is said of one file; may be empty."""
        ...

    def end(self, totals: Totals) -> str:
        """What stands after the last file."""
        ...


def renderer(name: str, settings: Settings) -> Renderer:
    """The renderer of a format of ``FORMATS``."""
    module = import_module(f"lint_disclosure.render.{name}")
    made: Renderer = module.create(settings)
    return made
