"""What is written beside a finding: at which words, and in which."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lint_disclosure.finding import FileResult, Finding, Severity
from lint_disclosure.place import Location, Source, Span
from lint_disclosure.render.equation import in_letters, in_numbers, number
from lint_disclosure.render.notes import notes
from lint_disclosure.render.width import visible
from lint_disclosure.render.words import Words, words

AUTHOR = "disclosure-lint"
"""By this name the tool knows its own comments again."""

MAX_NOTES = 1000
"""Notes in a file; a report has some ten."""

_LONGEST = 1000
"""Characters of a line of a note."""

_MOST_RELATED = 8


class Note(NamedTuple):
    """The text of a note, line by line, and the words that it is about.

    ``spans`` are ranges of the decoded text, never none. ``placed`` is false where the finding has
    no place of its own, so that the note stands at the title.
    """

    severity: Severity
    spans: tuple[Span, ...]
    lines: tuple[str, ...]
    placed: bool = True


def notes_of(result: FileResult, source: Source, title: Span, lang: str) -> tuple[Note, ...]:
    """A note for each finding, and one for what could not be checked; at most ``MAX_NOTES``.

    ``source`` is the text as read; ``title`` is where notes without a place go.
    """
    found: list[Note] = []
    for finding in result.findings[:MAX_NOTES]:
        spans = _spans(finding.location, source)
        lines = [*_lines(finding, lang)]
        if not spans:
            lines.insert(1, _at(finding.locator, lang))
        found.append(
            Note(finding.severity, spans or (title,), tuple(map(_tidy, lines)), bool(spans))
        )
    if len(result.findings) > MAX_NOTES:
        rest = len(result.findings) - MAX_NOTES
        text = f"{rest} more findings" if lang == "en" else f"还有 {rest} 处问题没有批注"
        found.append(Note("info", (title,), (text,), False))
    if result.undecided and result.status == "partly_checked":
        found.append(Note("info", (title,), tuple(map(_tidy, _unchecked(result, lang))), False))
    return tuple(found)


def _spans(location: Location | None, source: Source) -> tuple[Span, ...]:
    if location is None:
        return ()
    parts = location.parts or (location,)
    starts = source.line_starts
    return tuple(
        (
            starts[part.line - 1] + part.column - 1,
            starts[part.end_line - 1] + part.end_column - 1,
        )
        for part in parts
    )


def _at(locator: str, lang: str) -> str:
    return f"Place: {locator}" if lang == "en" else f"位置：{locator}"


def _tidy(line: str) -> str:
    line = visible(line)
    return line if len(line) <= _LONGEST else line[: _LONGEST - 3] + "..."


def _lines(finding: Finding, lang: str) -> Iterator[str]:
    """What a person needs to put it right, without the frame: the note stands at the place."""
    say = words(lang)
    yield f"{say.severity[finding.severity]} {finding.rule}{say.colon}{finding.message}"
    for label, text in _facts(finding, lang):
        yield f"{label}{say.colon}{text}"


def _facts(finding: Finding, lang: str) -> Iterator[tuple[str, str]]:
    """As everywhere, and the numbers of the equation one by one: a comment shows no frame."""
    say = words(lang)
    if finding.equation is not None:
        both = in_letters(finding.equation) + say.that_is + in_numbers(finding.equation)
        yield say.required, both
        for term in (*finding.equation.left, *finding.equation.right):
            if term.value:
                name = " ".join(part for part in (term.row_label, term.column_label) if part)
                yield term.letter, f"{name} {number(term.value)}".strip()
    told = notes(finding, say, positions=False)
    for label, text in _few(told, say):
        if label != say.equation:
            yield label, text


def _few(told: Sequence[tuple[str, str]], say: Words) -> Iterator[tuple[str, str]]:
    """Of places to see also only the first ones."""
    related = [text for label, text in told if label == say.see_also]
    seen = 0
    for label, text in told:
        seen += label == say.see_also
        if label != say.see_also or seen <= _MOST_RELATED:
            yield label, text
        elif seen == _MOST_RELATED + 1:
            yield label, say.further.format(len(related) - _MOST_RELATED)


def _unchecked(result: FileResult, lang: str) -> Iterator[str]:
    """What a person has to look at, because no rule could."""
    yield "Could not check everything" if lang == "en" else "未能全部核对，请人工核对下列各项："
    for note in result.undecided[:20]:
        yield f"{note.rule}{words(lang).colon}{note.why}"
    if len(result.undecided) > 20:
        yield words(lang).further.format(len(result.undecided) - 20)
