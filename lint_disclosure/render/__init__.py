"""Output formats: one module each, found by name and imported when chosen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from typing import TYPE_CHECKING, Literal, NamedTuple, Protocol

from lint_disclosure.finding import Basis, Confidence, FileResult, Severity

if TYPE_CHECKING:
    from lint_disclosure.render.totals import Totals

Showing = Literal["report", "tables"]

FORMATS = (
    "full",
    "concise",
    "json",
    "jsonl",
    "sarif",
    "github",
    "gitlab",
    "junit",
    "markdown",
    "html",
    "csv",
    "xlsx",
)
"""Every format; each is the module of the same name."""

IN_UTF8 = frozenset({"github", "junit", "markdown", "html", "csv"})
"""Formats whose readers expect UTF-8 whatever the locale; JSON does without other characters."""

BINARY = frozenset({"xlsx"})
"""Formats that are no text: they go to files and pipes, never to a terminal."""

SHOWING: dict[str, Showing] = {"html": "report", "xlsx": "tables"}
"""Formats that ask for ``FileResult.shown``, and for what of the report; others do not pay."""


class PackName(NamedTuple):
    """A pack of rules that was used."""

    name: str
    version: str
    title: str


class RuleFacts(NamedTuple):
    """What formats say of a rule itself, in the language of the run."""

    code: str
    name: str
    title: str
    severity: Severity
    confidence: Confidence
    help: str
    basis: tuple[Basis, ...]
    url: str


class Settings(NamedTuple):
    """What a renderer may adapt to. ``width`` is the room in display cells.

    ``rules`` gives the rules of the packs; few formats ask for them.
    """

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
    rules: Callable[[], tuple[RuleFacts, ...]] = tuple


class Renderer(Protocol):
    """Turns results into text as they come, so that a batch never has to be held in memory.

    What is no text comes in bytes, and only from ``end``.
    """

    def begin(self) -> str:
        """What stands before the first file."""
        ...

    def file(self, result: FileResult) -> str:
        """What is said of one file; may be empty."""
        ...

    def end(self, totals: Totals) -> str | Iterator[str] | Iterator[bytes]:
        """What stands after the last file; in pieces where it may be long."""
        ...


def renderer(name: str, settings: Settings) -> Renderer:
    """The renderer of a format of ``FORMATS``."""
    module = import_module(f"lint_disclosure.render.{name}")
    made: Renderer = module.create(settings)
    return made
