"""A report with the findings written into it: the same file, with comments added."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from types import MappingProxyType
from typing import NamedTuple, Protocol

from lint_disclosure.annotate.note import Note, notes_of
from lint_disclosure.annotate.refused import damaged, no_comments
from lint_disclosure.engine import Selection, run
from lint_disclosure.finding import FileResult
from lint_disclosure.place import Source, Span
from lint_disclosure.reading import read_document
from lint_disclosure.reading.kind import kind_of
from lint_disclosure.reading.unreadable import MAX_BYTES, UnreadableFile, too_large
from lint_disclosure.report.model import Report
from lint_disclosure.report.parse import Parser
from lint_disclosure.rulepack.model import RulePack


class Writer(Protocol):
    """The module of a kind of file."""

    def without_own(self, data: bytes) -> bytes:
        """The file without the comments of an earlier run."""
        ...

    def with_notes(self, data: bytes, notes: tuple[Note, ...], source: Source) -> bytes:
        """The file with a comment for each note; ``source`` is the text as read from it."""
        ...


_WRITERS = MappingProxyType({"docx": "docx", "spreadsheet": "xlsx", "pdf": "pdf", "html": "html"})


class Annotated(NamedTuple):
    """A file with its notes, and the result that they tell."""

    data: bytes
    result: FileResult
    notes: tuple[Note, ...]


def annotate(
    data: bytes,
    *,
    name: str,
    pack: RulePack,
    selection: Selection | Callable[[Report], Selection],
    put: Callable[[FileResult], FileResult] | None = None,
    lang: str = "zh",
    partial: bool = False,
) -> Annotated:
    """The file ``data`` with a comment at each finding; those of an earlier run are replaced.

    ``selection`` may be what tells the selection for a report; ``put`` takes out of the result what
    people have set aside.

    Raises UnreadableFile, also for a kind of file that carries no comments, and NotAReport.
    """
    if len(data) > MAX_BYTES:
        raise too_large(MAX_BYTES)
    writer = _writer(name, data)
    bare = writer.without_own(data) if writer else data
    report = Parser(pack).parse(read_document(name, bare), partial)
    chosen = selection if isinstance(selection, Selection) else selection(report)
    result = run(report, pack, chosen, lang)
    if put is not None:
        result = put(result)
    if writer is None:
        raise no_comments(kind_of(name, data))
    notes = notes_of(result, report.source, _title(report), lang)
    if not notes:
        return Annotated(bare, result, ())
    made = writer.with_notes(bare, notes, report.source)
    if not _is_the_same(writer.without_own(made), bare, name, report.source):
        raise damaged()
    return Annotated(made, result, notes)


def _is_the_same(data: bytes, bare: bytes, name: str, source: Source) -> bool:
    """Whether the file shows what it showed, now that notes have been written and taken out."""
    if data == bare:
        return True
    try:
        return read_document(name, data).source.text == source.text
    except UnreadableFile:
        return False


def _writer(name: str, data: bytes) -> Writer | None:
    """The writer for a file; None where there is none, or nothing to read."""
    if not data.strip():
        return None
    module = _WRITERS.get(kind_of(name, data))
    if module is None or (module == "xlsx" and not _is_excel(data)):
        return None
    found: Writer = import_module(f"lint_disclosure.annotate.{module}")
    return found


def _is_excel(data: bytes) -> bool:
    return data.startswith(b"PK") and not data.startswith(b"mimetype", 30)


def _title(report: Report) -> Span:
    """Where notes without a place go: the title, else the first line."""
    if report.title is not None and report.title.parts:
        return report.title.parts[0]
    text = report.source.text
    start = len(text) - len(text.lstrip())
    end = text.find("\n", start)
    return start, end if end >= 0 else len(text)
