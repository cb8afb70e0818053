"""Small changes of a relation that make it another one, for ``rules test --mutate``.

Each ``+`` and ``-``, the comparison, each whole number (one more, one less), each name (left out,
and replaced by the row or column beside it in the form).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lint_disclosure.authoring.proving.pattern_edits import Edit
from lint_disclosure.relation import Token, tokens
from lint_disclosure.rulepack.labels import Unresolved
from lint_disclosure.rulepack.lookup import find_in_table, find_on_axis
from lint_disclosure.rulepack.model import TableForm

_COMPARISONS = ("=", ">=", "<=")
_SIGNS = {"+": "-", "-": "+"}


def relation_edits(text: str, for_each: str, tables: Sequence[TableForm]) -> list[Edit]:
    """The changes of a relation; ``tables`` is its table in each form that the rule is for."""
    found: list[Edit] = []
    pieces = list(tokens(text))
    for index, piece in enumerate(pieces):
        start, end = piece.start, piece.start + len(piece.text)
        if piece.kind == "compare":
            found += [Edit(start, end, sign) for sign in _COMPARISONS if sign != piece.text]
        elif piece.kind == "sign" and piece.text in _SIGNS:
            found.append(Edit(start, end, _SIGNS[piece.text]))
        elif piece.kind == "number":
            number = int(piece.text)
            found += [Edit(start, end, str(near)) for near in (number - 1, number + 1) if near >= 0]
        elif piece.kind in ("name", "quoted"):
            found += _of_name(text, pieces, index, for_each, tables)
    return found


def _of_name(
    text: str, pieces: Sequence[Token], index: int, for_each: str, tables: Sequence[TableForm]
) -> Iterator[Edit]:
    piece = pieces[index]
    start, end = piece.start, piece.start + len(piece.text)
    in_sum = index > 1 and pieces[index - 2].kind == "sum"
    quotes = int(piece.kind == "quoted")
    if in_sum:
        yield Edit(pieces[index - 2].start, pieces[index + 1].start + 1, "0")
    else:
        yield Edit(start - quotes, end + quotes, "0")
    for near in neighbours(piece.text, "group" if in_sum else _AXES[for_each], tables):
        yield Edit(start, end, near)


_AXES = {"row": "column", "column": "row", "none": "cell"}
"""What the names of a relation are, by what it is put to."""


def neighbours(name: str, axis: str, tables: Sequence[TableForm]) -> Iterator[str]:
    """The row, column or group beside a name, or the two cells beside it, as keys."""
    if not tables:
        return
    try:
        if axis == "cell":
            row, column = find_in_table(name, tables[-1])
            for other in _beside(row, "row", tables):
                yield f"{other}.{column}"
            for other in _beside(column, "column", tables):
                yield f"{row}.{other}"
        else:
            yield from _beside(find_on_axis(axis, name, tables[-1:]), axis, tables)
    except Unresolved:
        return


def _beside(key: str, axis: str, tables: Sequence[TableForm]) -> Iterator[str]:
    """The next one that all the forms have, else the one before."""
    known = [_keys(table, axis) for table in tables]
    order = [one for one in known[-1] if all(one in others for others in known)]
    if key in order and len(order) > 1:
        at = order.index(key)
        yield order[at + 1] if at + 1 < len(order) else order[at - 1]


def _keys(table: TableForm, axis: str) -> list[str]:
    return list({"row": table.rows, "column": table.columns, "group": table.groups}[axis])
