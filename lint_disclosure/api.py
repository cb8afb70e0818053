"""The Python interface: read a report, load rules, lint."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any, Literal

from lint_disclosure.engine import Selection, run
from lint_disclosure.extraction import extract
from lint_disclosure.finding import FileResult
from lint_disclosure.reading import read_bytes, read_document
from lint_disclosure.reading.unreadable import UnreadableFile
from lint_disclosure.report.model import Report
from lint_disclosure.report.parse import NotAReport, Parser
from lint_disclosure.rulepack.loading import load_pack
from lint_disclosure.rulepack.model import RulePack

__all__ = [
    "NotAReport",
    "Result",
    "Selection",
    "UnreadableFile",
    "extract",
    "lint",
    "lint_file",
    "load_rules",
    "read",
]


class Result(FileResult):
    """What ``lint`` gives: a FileResult that can tell itself as plain data."""

    __slots__ = ()

    def to_dict(self) -> dict[str, Any]:
        """One element of ``files`` in the JSON of the command line, version 1."""
        from lint_disclosure.render.json import file_dict

        return file_dict(self)


_EVERYTHING = Selection(profile="all")
_shipped: RulePack | None = None
_parser: Parser | None = None


def load_rules(paths: list[str | os.PathLike[str]] | None = None) -> RulePack:
    """The shipped rules, with the rules in ``paths`` (files or folders) beside them.

    Raises PackError, which names file, line and column, when a rule is broken.
    """
    global _shipped
    if paths is not None:
        from pathlib import Path

        return load_pack([Path(path) for path in paths])
    if _shipped is None:
        _shipped = load_pack(None)
    return _shipped


def read(
    source: str | os.PathLike[str] | bytes,
    *,
    name: str | None = None,
    partial: bool = False,
    pack: RulePack | None = None,
) -> Report:
    """The report in a file, or in bytes (then ``name`` is what messages call it).

    ``partial``: the text breaks off, so nothing is known of what may follow. Raises UnreadableFile
    when there is no text to be had, and NotAReport when the text is no annual report.
    """
    if isinstance(source, bytes):
        return _parse(source, name or "<bytes>", partial, pack or load_rules())
    return _parse(read_bytes(source), name or os.fspath(source), partial, pack or load_rules())


def lint(
    report: Report,
    *,
    previous: Report | None = None,
    rules: RulePack | None = None,
    selection: Selection = _EVERYTHING,
    lang: str = "zh",
) -> Result:
    """The findings of all rules on a report; ``previous`` is for rules on two years."""
    del previous  # no rule of this version compares years
    return Result(*run(report, rules or load_rules(), selection, lang))


def lint_file(
    path: str,
    *,
    pack: RulePack,
    selection: Selection | Callable[[Report], Selection],
    lang: str = "zh",
    partial: bool = False,
    data: bytes | None = None,
    name: str | None = None,
    show: bool | Literal["report", "tables"] = False,
) -> FileResult:
    """The result for one file; a file that cannot be read is a result too, never an exception.

    ``show`` fills ``shown``, for formats that show the report itself or its tables.
    ``selection`` may be what tells the selection for a report, once it has been read.
    """
    shown = name or path
    try:
        content = read_bytes(path) if data is None else data
        report = _parse(content, shown, partial, pack)
    except UnreadableFile as error:
        return FileResult(shown, "unreadable", error.en if lang == "en" else error.zh)
    except NotAReport as error:
        zh, en = error.hint
        reason = error.en + en if lang == "en" else f"{error.zh}，未检查{zh}"
        return FileResult(shown, "not_a_report", reason)
    chosen = selection if isinstance(selection, Selection) else selection(report)
    result = run(report, pack, chosen, lang)
    return _with_report(result, report, tables_only=show == "tables") if show else result


def _with_report(result: FileResult, report: Report, *, tables_only: bool) -> FileResult:
    from lint_disclosure.showing import show, show_tables

    source = result.source or report.source
    return result._replace(
        shown=show_tables(report, source) if tables_only else show(report, source)
    )


def _parse(data: bytes, name: str, partial: bool, pack: RulePack) -> Report:
    global _parser
    if _parser is None or _parser.pack is not pack:
        _parser = Parser(pack)
    return _parser.parse(read_document(name, data), partial)
