"""Read a table that is one line of numbers, known by their count: its header is often torn."""

from __future__ import annotations

from collections.abc import Sequence

from lint_disclosure.report.grid import cell_of
from lint_disclosure.report.labels import LabelIndex
from lint_disclosure.report.model import Cell, Label, Stray, Table
from lint_disclosure.report.tokens import Token
from lint_disclosure.rulepack.model import TableForm


def read_flat(
    form: TableForm, index: LabelIndex, tokens: Sequence[Token], section: int | None, ended: bool
) -> Table | None:
    """The table, or None where neither a label nor a row of numbers of it is there.

    A line of numbers counts only with exactly as many cells as the form has; otherwise all cells
    are unread.
    """
    labels = _labels(index, tokens)
    wanted = form.cells()
    runs = [run for run in _runs(tokens) if any(one.state in ("number", "dash") for one in run)]
    fitting = _apart([run for run in runs if len(run) == len(wanted)])
    if not labels and not fitting:
        return None
    width = len(fitting[0]) if fitting else max((len(run) for run in runs), default=None)
    if len(fitting) == 1:
        cells = {key: cell_of(token) for key, token in zip(wanted, fitting[0], strict=True)}
    else:
        state = "unread" if runs else ("blank" if ended else "absent")
        cells = {key: Cell(state) for key in wanted}  # type: ignore[arg-type]
    rows = {hit: label for (axis, hit), label in labels.items() if axis == "row"}
    columns = {hit: label for (axis, hit), label in labels.items() if axis == "column"}
    strays = _again(form, fitting) if len(fitting) > 1 else ()
    return Table(
        key=form.key,
        cells=cells,
        rows=rows,
        columns=columns,
        blocks={},
        span=_span(tokens, labels, fitting),
        section=section,
        torn=set(rows) != set(form.rows) or set(columns) != set(form.columns),
        partial=not ended,
        width=width,
        loose=tuple((one.start, one.end) for run in runs if len(run) != len(wanted) for one in run),
        strays=strays,
    )


def _apart(runs: list[list[Token]]) -> list[list[Token]]:
    """The runs without those that say the same once more: a page may hold a table twice."""
    found: dict[tuple[str, ...], list[Token]] = {}
    for run in runs:
        found.setdefault(tuple(token.text for token in run), run)
    return list(found.values())


def _again(form: TableForm, runs: Sequence[list[Token]]) -> tuple[Stray, ...]:
    """The rows of several lines of numbers that differ, all of them: none is known to count."""
    found: list[Stray] = []
    for run in runs:
        at = 0
        for row in form.rows.values():
            cells = tuple(cell_of(token) for token in run[at : at + len(row.columns)])
            found.append(Stray(((run[at].start, run[at].end),), cells, row.key))
            at += len(row.columns)
    return tuple(found)


def _labels(index: LabelIndex, tokens: Sequence[Token]) -> dict[tuple[str, str], Label]:
    found: dict[tuple[str, str], Label] = {}
    for position, token in enumerate(tokens):
        if token.state is not None:
            continue
        text, used = token.text, 1
        hits = index.find(text)
        if not hits and token.joins and position + 1 < len(tokens):
            hits = index.find(text + tokens[position + 1].text)
            used = 2
        for hit in hits:
            if hit.axis in ("row", "column"):
                parts = tuple((one.start, one.end) for one in tokens[position : position + used])
                found.setdefault((hit.axis, hit.key), Label(parts, hit.exact))
    return found


def _runs(tokens: Sequence[Token]) -> list[list[Token]]:
    """Runs of values between words, without the blank padding around them.

    Blanks before the first number belong to it only when they stand on the same line.
    """
    runs: list[list[Token]] = []
    run: list[Token] = []
    for token in [*tokens, None]:
        if token is not None and (token.hard or token.state != "text") and token.state:
            run.append(token)
        elif run:
            runs.append(run)
            run = []
    return [trimmed for trimmed in map(_trim, runs) if trimmed]


def _trim(run: list[Token]) -> list[Token]:
    first = next((at for at, token in enumerate(run) if token.state != "blank"), None)
    if first is None:
        return []
    while first and run[first - 1].line == run[first].line:
        first -= 1
    last = max(at for at, token in enumerate(run) if token.state != "blank")
    while last + 1 < len(run) and run[last + 1].line == run[last].line:
        last += 1
    return run[first : last + 1]


def _span(
    tokens: Sequence[Token], labels: dict[tuple[str, str], Label], fitting: list[list[Token]]
) -> tuple[int, int]:
    places = [part for label in labels.values() for part in label.parts]
    places.extend((token.start, token.end) for run in fitting for token in run)
    if not places:
        return tokens[0].start, tokens[-1].end
    return min(start for start, _ in places), max(end for _, end in places)
