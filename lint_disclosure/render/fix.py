"""The lines that a fix changes: as they are, and as they would be."""

from __future__ import annotations

from collections.abc import Iterator

from lint_disclosure.editing import applied
from lint_disclosure.finding import Edit, Fix
from lint_disclosure.place import Source
from lint_disclosure.render.style import Paint
from lint_disclosure.render.width import cut_line
from lint_disclosure.render.words import Words

_MOST = 3
"""Lines that are shown; a table may have a change in each row."""


def fix_lines(
    fix: Fix, source: Source, gutter: int, width: int, paint: Paint, words: Words
) -> Iterator[str]:
    """Each line that changes with a line number and ``-``, and below it with ``+``."""
    by_line: dict[int, list[Edit]] = {}
    for edit in fix.edits:
        by_line.setdefault(edit.location.line, []).append(edit)
    margin = paint("frame", f"{'':>{gutter}} |")
    yield margin
    for line in list(by_line)[:_MOST]:
        number = paint("frame", f"{source.line_number(line) or '':>{gutter}} |")
        before, after = _drawn(source, line, by_line[line], width - gutter - 5)
        yield f"{number} {paint('removed', f'- {before}')}".rstrip()
        yield f"{number} {paint('added', f'+ {after}')}".rstrip()
    if len(by_line) > _MOST:
        yield f"{margin} {words.fix_further.format(len(by_line) - _MOST)}"
    yield margin


def _drawn(source: Source, line: int, edits: list[Edit], room: int) -> tuple[str, str]:
    """The two states of a line, each cut to the same part around what changes."""
    text, begin = source.line_text(line), source.line_starts[line - 1]
    moved = [edit._replace(span=(edit.span[0] - begin, edit.span[1] - begin)) for edit in edits]
    start, end = moved[0].span[0], moved[-1].span[1]
    after = applied(text, moved)
    return (
        cut_line(text, start, end, room).text,
        cut_line(after, start, end + len(after) - len(text), room).text,
    )
