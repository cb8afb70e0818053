"""Align a stream of cells to the labels of a form's table: by label, never by position.

A row is found by its label. The cells behind it are its values if there are as many as the form has
columns, or if a division into columns is the only one possible. A row whose label is lost is
placed only when exactly as many rows of the form are open between its labelled neighbours as there
are such rows. Everything else stays unread.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from lint_disclosure.place import Span
from lint_disclosure.report.folding import WIDTHS, bare
from lint_disclosure.report.labels import LabelIndex
from lint_disclosure.report.model import Cell, CellState, Label, Stray, Table
from lint_disclosure.report.stream import Run, Stream
from lint_disclosure.report.tokens import Token
from lint_disclosure.report.values import divide, number
from lint_disclosure.rulepack.model import TableForm

_ALIKE = 0.75
_ABSENT = Cell("absent")
_UNREAD = Cell("unread")


def read_grid(
    form: TableForm, index: LabelIndex, tokens: Sequence[Token], section: int | None, ended: bool
) -> Table | None:
    """The table read from its tokens, or None where not one of its rows is there.

    ``ended`` is False when the text breaks off within the table.
    """
    stream = Stream(form, index, tokens)
    if all(run.key is None for run in stream.runs):
        return None
    reader = _Reader(form, stream, ended)
    reader.read()
    return Table(
        key=form.key,
        cells=reader.cells,
        rows=reader.rows,
        columns=stream.columns,
        blocks=stream.blocks,
        span=stream.span,
        section=section,
        placed=frozenset(reader.placed),
        torn=reader.torn or bool(reader.placed),
        partial=not ended,
        width=reader.width,
        loose=tuple(reader.loose),
        strays=reader.strays(stream.strange) if stream.strange or reader.strange else (),
    )


class _Reader:
    """Turn the rows of a stream into cells."""

    def __init__(self, form: TableForm, stream: Stream, ended: bool) -> None:
        self.form = form
        self.runs = stream.runs
        self.columns = stream.columns
        self.ended = ended
        self.widest = max(len(row.columns) for row in form.rows.values())
        self.order = {key: position for position, key in enumerate(form.rows)}
        self.cells: dict[tuple[str, str], Cell] = {}
        self.rows: dict[str, Label] = {}
        self.placed: set[str] = set()
        self.loose: list[Span] = []
        self.strange: list[Run] = []
        self.torn = False
        self.width: int | None = None

    def read(self) -> None:
        self._split_runs()
        self._drop_torn_labels()
        self.width = self._usual_width()
        merged = self._all_merged()
        for run in self.runs:
            if run.key is not None and run.label is not None:
                if run.key in self.rows:
                    self._repeat(run)
                    continue
                self.rows[run.key] = run.label
                self._fill(run.key, run, merged, run is self.runs[-1])
        self._place_unlabelled()
        if len(self.cells) < self.form.size():
            for key in self.form.cells():
                self.cells.setdefault(key, _ABSENT)

    def _split_runs(self) -> None:
        """Part rows of numbers without a label from the labelled row that they follow."""
        parted: list[Run] = []
        for run in self.runs:
            parted.append(run)
            starts = _row_starts(run.values, self._column_count(run), self.widest)
            for at, start in enumerate(starts[1:], start=1):
                rest = Run()
                rest.values = run.values[start : starts[at + 1] if at + 1 < len(starts) else None]
                parted.append(rest)
            if len(starts) > 1:
                run.values = run.values[: starts[1]]
        for run in parted:
            run.filled = _filled(run.values)
        self.runs = parted

    def _column_count(self, run: Run) -> int:
        if run.key is not None:
            return len(self.form.rows[run.key].columns)
        return self.widest

    def _drop_torn_labels(self) -> None:
        """Forget labels without numbers that stand out of order or beside a row without a label."""
        kept: list[Run] = []
        unlabelled = any(run.key is None and run.filled > 1 for run in self.runs)
        next_filled = len(self.order)
        for run in reversed(self.runs):
            if run.key is None or run.values:
                kept.append(run)
                if run.key is not None:
                    next_filled = min(next_filled, self.order[run.key])
            elif unlabelled or next_filled <= self.order[run.key]:
                self.torn = True
            else:
                kept.append(run)
        self.runs = kept[::-1]

    def _usual_width(self) -> int | None:
        counts = Counter(run.filled for run in self.runs if run.key is not None and run.values)
        return max(counts, key=lambda count: (counts[count], count)) if counts else None

    def _all_merged(self) -> bool:
        """Whether every row holds one merged zero: a first cell with nothing behind it."""
        wide = False
        for run in self.runs:
            if run.key is not None and run.filled and self._column_count(run) > 1:
                if run.filled != 1 or run.values[0].text != "0":
                    return False
                wide = True
        return wide

    def _fill(self, key: str, run: Run, merged: bool, last: bool) -> None:
        columns = self.form.rows[key].columns
        count = len(columns)
        if run.filled > count:
            _drop_lead(run, count)
        unfinished = last and not self.ended and not run.words
        if merged and count > 1 and run.filled == 1:
            self._put(key, columns, [run.values[0]] * count)
        elif run.filled <= count <= len(run.values):
            self._put(key, columns, run.values[:count])
        elif not run.values:
            self._blank_row(key, columns, unfinished)
        elif len(run.values) == 1 and count > 1 and _divisible(run.values[0]):
            self._divide(key, columns, run.values[0])
        elif unfinished and len(run.values) < count and all(one.hard for one in run.values):
            self._put(key, columns[: len(run.values)], run.values)
        elif self._fits_header(key, run.filled):
            seen = [column for column in columns if column in self.columns]
            self._put(key, seen, run.values[: run.filled])
        else:
            self._unread(key, columns, run.values)

    def _repeat(self, run: Run) -> None:
        """A row that stands in the text once more; the first one counts."""
        if run.values:
            self.strange.append(run)
            self.loose.extend((value.start, value.end) for value in run.values if value.text)

    def strays(self, header: Sequence[Token]) -> tuple[Stray, ...]:
        """The cells of words that are no label, and the rows that stand there once more."""
        found = [Stray(((one.start, one.end),)) for one in header]
        for run in self.strange:
            cells = tuple(cell_of(value) for value in run.values[: run.filled])
            if run.label is not None:
                found.append(Stray(run.label.parts, cells, run.key))
            elif all(word.hard for word in run.words):
                words = tuple((word.start, word.end) for word in run.words if word.text)
                if words:
                    found.append(Stray(words, cells))
        return tuple(sorted(found, key=lambda one: one.words[0]))

    def _fits_header(self, key: str, count: int) -> bool:
        """Whether the header is complete but for columns that the table does not have."""
        columns = self.form.rows[key].columns
        seen = [column for column in columns if column in self.columns]
        return len(seen) == count == self.width and 1 < count < len(columns)

    def _put(self, key: str, columns: Sequence[str], values: Sequence[Token]) -> None:
        cells = self.cells
        for column, value in zip(columns, values, strict=True):
            cells[key, column] = cell_of(value)

    def _blank_row(self, key: str, columns: Sequence[str], unfinished: bool) -> None:
        state: CellState = "absent" if unfinished else "blank"
        for column in columns:
            self.cells[key, column] = Cell(state)

    def _divide(self, key: str, columns: Sequence[str], value: Token) -> None:
        lengths = divide(value.text, len(columns))
        if lengths is None:
            self._unread(key, columns, [value])
            return
        at = value.start
        for column, length in zip(columns, lengths, strict=True):
            digits = value.text[at - value.start : at - value.start + length]
            self.cells[key, column] = Cell("number", int(digits), ((at, at + length),))
            at += length

    def _unread(self, key: str, columns: Sequence[str], values: Sequence[Token]) -> None:
        for column in columns:
            self.cells[key, column] = _UNREAD
        self.loose.extend((value.start, value.end) for value in values if value.text)

    def _place_unlabelled(self) -> None:
        """Give rows without a label to the open rows between their neighbours, if as many."""
        waiting: list[Run] = []
        before = -1
        for run in [*self.runs, None]:
            if run is not None and run.key is None:
                if run.filled:
                    waiting.append(run)
                elif run.words:
                    self.strange.append(run)
                continue
            if run is not None and not run.values:
                continue
            after = len(self.order) if run is None else self.order[run.key or ""]
            if waiting:
                self._place(waiting, before, after, run is None and not self.ended)
                waiting = []
            before = after

    def _place(self, waiting: list[Run], before: int, after: int, open_end: bool) -> None:
        keys = list(self.order)[before + 1 : after]
        free = [key for key in keys if key not in self.rows]
        fits = len(free) == len(waiting) and not open_end
        for run, key in zip(waiting, free, strict=False):
            columns = self.form.rows[key].columns
            if fits and run.filled == len(columns):
                self._put(key, columns, run.values[: len(columns)])
                self._name(key, run)
            elif fits:
                self._unread(key, columns, run.values)
        if not fits:
            self.torn = self.torn or bool(free)
            for key in free:
                for column in self.form.rows[key].columns:
                    self.cells[key, column] = _UNREAD
            for run in waiting:
                self.loose.extend((value.start, value.end) for value in run.values if value.text)
                if run.words:
                    self.strange.append(run)

    def _name(self, key: str, run: Run) -> None:
        """Note the label of a row placed by its neighbours: mistyped if it is much like its own."""
        from difflib import SequenceMatcher

        printed = "".join(word.text for word in run.words)
        own = bare(WIDTHS.fold(self.form.rows[key].label))
        if printed and SequenceMatcher(None, printed, own, False).ratio() >= _ALIKE:
            self.rows[key] = Label(tuple((word.start, word.end) for word in run.words), False)
            self.rows = dict(sorted(self.rows.items(), key=lambda item: item[1].parts[0]))
        else:
            self.placed.add(key)


def _filled(values: Sequence[Token]) -> int:
    """How many values there are without the blank cells behind them."""
    end = len(values)
    while end and values[end - 1].state == "blank":
        end -= 1
    return end


def _drop_lead(run: Run, count: int) -> None:
    """Drop blanks that a merged label left before a row which would be too long with them."""
    surplus = run.filled - count
    if all(value.state == "blank" for value in run.values[:surplus]):
        run.values = run.values[surplus:]
        run.filled = count


def _row_starts(values: Sequence[Token], columns: int, widest: int) -> list[int]:
    """Where rows begin: behind a full row, with the first number on a new line."""
    starts = [0]
    at = columns
    while at < len(values):
        if values[at].state != "blank" and values[at].line != _line_before(values, at):
            starts.append(at)
            at += widest
        else:
            at += 1
    return starts


def _line_before(values: Sequence[Token], at: int) -> int:
    """The line of the last value before this one that is no blank, else of the blank before it."""
    before = (one.line for one in reversed(values[:at]) if one.state != "blank")
    return next(before, values[at - 1].line)


def _divisible(value: Token) -> bool:
    return not value.hard and value.text.isdigit() and len(value.text) > 1


_new = tuple.__new__
"""Makes a named tuple in half the time; for the cells of tables, of which there are hundreds."""


def cell_of(token: Token) -> Cell:
    """The cell that a token holds."""
    text, start, end, _, _, _, state = token
    if state == "number":
        if text.isdigit():
            return _new(Cell, ("number", int(text), ((start, end),), None))
        value, note = number(text)
        return Cell("number", value, ((start, end),), note)
    if state == "unread":
        return _UNREAD
    return Cell(state or "text", None, ((start, end),))
