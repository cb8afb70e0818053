"""A Document for a person: paragraphs with their places, tables drawn cell by cell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lint_disclosure.document import Document, GridCell, Line
from lint_disclosure.place import Span
from lint_disclosure.reading.kind import Kind
from lint_disclosure.render.width import clip, pad, text_width, visible

_WIDEST = 24
"""Display cells of a column of a table; what is longer is cut."""

_BETWEEN = " │ "


def document_text(document: Document, kind: Kind, lang: str) -> str:
    """The document as text that is safe for a terminal."""
    return "".join(visible(line) + "\n" for line in _lines(document, kind, lang))


def _lines(document: Document, kind: Kind, lang: str) -> Iterator[str]:
    yield f"{document.source.name} ({kind})"
    for zh, en in document.notices:
        yield f"  ! {en if lang == 'en' else zh}"
    for one in document.features:
        yield f"  * {one.kind} × {one.amount}  {_place(document, one.span, lang)}"
    grids = list(document.grids)
    end = -1
    for line in document.lines:
        if line.start < end:
            continue
        if grids and grids[0] and grids[0][0].span[0] <= line.start:
            grid = grids.pop(0)
            end = max(cell.span[1] for cell in grid) + 1
            yield from _grid(document, grid, lang)
        else:
            yield f"[{_place(document, (line.start, line.end), lang)}] {_content(document, line)}"


def _place(document: Document, span: Span, lang: str) -> str:
    location = document.source.locate((span,))
    at = location.in_file
    if at is None:
        return location.words
    return f"line {at.line}" if lang == "en" else f"第 {at.line} 行"


def _content(document: Document, line: Line) -> str:
    """The text of a line; where something cuts it into cells, the cells."""
    text = document.source.text
    if line.cells is None:
        return text[line.start : line.end]
    return _BETWEEN.join(text[start:end] for start, end in line.cells)


def _grid(document: Document, grid: Sequence[GridCell], lang: str) -> Iterator[str]:
    """A table, each cell where it begins; ``⟨3×1⟩`` is one that reaches over rows and columns."""
    shown: dict[tuple[int, int], str] = {}
    for cell in grid:
        words = visible(document.source.text[cell.span[0] : cell.span[1]])
        if cell.rows > 1 or cell.columns > 1:
            words += f"⟨{cell.rows}×{cell.columns}⟩"
        shown[cell.row, cell.column] = clip(words, _WIDEST)
    rows = sorted({row for row, _ in shown})
    columns = sorted({column for _, column in shown})
    widths = [
        max((text_width(shown.get((row, column), "")) for row in rows), default=0)
        for column in columns
    ]
    rule = "─" * (sum(widths) + len(_BETWEEN) * (len(widths) - 1))
    yield f"┌{rule} [{_place(document, grid[0].span, lang)}]"
    for row in rows:
        cells = (
            pad(shown.get((row, column), ""), width)
            for column, width in zip(columns, widths, strict=True)
        )
        yield "│" + _BETWEEN.join(cells).rstrip()
    yield f"└{rule}"
