"""Group the cells of a table into rows: each label of the form opens one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from lint_disclosure.place import Span
from lint_disclosure.report.labels import Hit, LabelIndex
from lint_disclosure.report.model import Label
from lint_disclosure.report.tokens import Token
from lint_disclosure.rulepack.model import TableForm

_MOST_JOINED = 4


class Run:
    """A row as it stands in the text: its label, if it has one, and the cells behind it.

    ``line`` is the line that the label ends on; ``filled`` counts the cells without blank padding.
    """

    __slots__ = ("filled", "key", "label", "line", "values", "words")

    def __init__(
        self, key: str | None = None, label: Label | None = None, line: int | None = None
    ) -> None:
        self.key = key
        self.label = label
        self.line = line
        self.filled = 0
        self.values: list[Token] = []
        self.words: list[Token] = []


class Stream:
    """The labels and rows of a table in the order in which the text has them.

    ``span`` reaches from the first label to the last value. ``strange`` are cells of words in the
    header that are no label.
    """

    def __init__(self, form: TableForm, index: LabelIndex, tokens: Sequence[Token]) -> None:
        self.form = form
        self.index = index
        self.tokens = tokens
        self.runs: list[Run] = []
        self.columns: dict[str, Label] = {}
        self.blocks: dict[str, Label] = {}
        self.strange: list[Token] = []
        self.span: Span = (tokens[0].start, tokens[0].start)
        self._started = False
        self._header = True
        self._row: Run | None = None
        at, count = 0, len(tokens)
        while at < count:
            if tokens[at].state is None:
                at += self._words(at, tokens[at])
                continue
            end = at + 1
            while end < count and tokens[end].state is not None:
                end += 1
            self._values(tokens[at:end])
            at = end

    def _values(self, values: Sequence[Token]) -> None:
        """Take cells that follow each other; before the first row they belong to nothing."""
        if self._row is None:
            first = next((at for at, one in enumerate(values) if one.state != "blank"), None)
            if first is None or not self.runs:
                return
            self._open(Run())
            values = values[first:]
        if self._row is not None:
            self._row.values.extend(values)
            self.span = (self.span[0], values[-1].end)

    def _words(self, at: int, token: Token) -> int:
        """Take a label, or words that are none; gives the number of tokens that were used."""
        match = _match(self.index, self.tokens, at)
        hit = _choose(match.hits, self._header) if match else None
        if match is None or hit is None:
            self._unknown(token)
            return 1
        parts = tuple((one.start, one.end) for one in self.tokens[at : at + match.used])
        self._reach(parts)
        if hit.axis == "row":
            self._header = False
            if match.glued is None:
                line = self.tokens[at + match.used - 1].line
                self._open(Run(hit.key, Label(parts, hit.exact), line))
            else:
                label = Label(((token.start, match.glued.start),), hit.exact)
                self._open(Run(hit.key, label)).values.append(match.glued)
        else:
            self._note_header(match.hits, hit, Label(parts, hit.exact))
        return match.used

    def _open(self, run: Run) -> Run:
        self.runs.append(run)
        self._row = run
        return run

    def _reach(self, parts: tuple[Span, ...]) -> None:
        start = self.span[0] if self._started else parts[0][0]
        self.span = (start, parts[-1][1])
        self._started = True

    def _note_header(self, hits: tuple[Hit, ...], hit: Hit, label: Label) -> None:
        if hit.axis == "block":
            self.blocks.setdefault(hit.key, label)
        for one in hits:
            if one.axis == "column":
                self.columns.setdefault(one.key, label)
        self._header = self._header or hit.axis in ("column", "block")
        self._row = None

    def _unknown(self, token: Token) -> None:
        """Words that are no label: a cell of words within a row, or a row whose label is lost."""
        row = self._row
        if row is not None and row.key is not None and token.hard:
            columns = len(self.form.rows[row.key].columns)
            line = row.values[-1].line if row.values else row.line
            if len(row.values) < columns and line == token.line:
                row.values.append(token._replace(state="text"))
                return
        if row is None or row.values:
            if not self.runs:
                if self._started and token.hard and token.text:
                    self.strange.append(token)
                return
            row = self._open(Run())
        row.words.append(token)


class _Match(NamedTuple):
    """Labels at a token, the tokens they take, and digits glued behind the label."""

    hits: tuple[Hit, ...]
    used: int
    glued: Token | None = None


def _match(index: LabelIndex, tokens: Sequence[Token], at: int) -> _Match | None:
    """The longest label that begins at a token; a label may be broken over several lines."""
    token = tokens[at]
    text = token.text
    hits = index.find(text)
    best = _Match(hits, 1) if hits else None
    used = 1
    while used < _MOST_JOINED and at + used < len(tokens) and len(text) < index.longest:
        more = tokens[at + used]
        if not tokens[at + used - 1].joins or more.state is not None or index.find(more.text):
            break
        text += more.text
        used += 1
        hits = index.find(text)
        if hits:
            best = _Match(hits, used)
    return best or (None if token.hard else _glued(index, token))


def _glued(index: LabelIndex, token: Token) -> _Match | None:
    """Labels glued to each other (a header on one line) or to their numbers (规章000)."""
    found: list[Hit] = []
    rest = token.text
    while rest:
        match = index.prefix(rest)
        if match is None:
            break
        label, hits = match
        found.extend(hits)
        rest = rest[len(label) :]
    if not found:
        return None
    if not rest:
        return _Match(tuple(hit for hit in found if hit.axis == "column") or tuple(found), 1)
    rows = tuple(hit for hit in found if hit.axis == "row")
    if rest.isascii() and rest.isdigit() and rows:
        start = token.end - len(rest)
        digits = Token(rest, start, token.end, token.line, False, False, "number")
        return _Match(rows[-1:], 1, digits)
    return None


def _choose(hits: tuple[Hit, ...], header: bool) -> Hit | None:
    """Of several meanings (总计 is a column and a row) the one of the part that is being read."""
    for hit in hits:
        if hit.axis in ("column", "row") and (hit.axis == "column") == header:
            return hit
    return hits[0] if hits else None
