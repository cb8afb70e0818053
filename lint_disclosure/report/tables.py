"""Find the tables of a report: where each may stand, on which form they are, what they hold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from lint_disclosure.document import Line
from lint_disclosure.report.flat import read_flat
from lint_disclosure.report.grid import read_grid
from lint_disclosure.report.labels import label_index
from lint_disclosure.report.model import Section, Table
from lint_disclosure.report.recognition import recognise_form
from lint_disclosure.report.tokens import Token, tokenise
from lint_disclosure.rulepack.model import Form, TableForm


class Region(NamedTuple):
    """The cells among which a table is looked for, and the section that they stand in.

    ``last`` when nothing follows in the text.
    """

    tokens: list[Token]
    section: int | None
    last: bool


def find_regions(
    form: Form, sections: Sequence[Section], lines: Sequence[Line], folded: str
) -> dict[str, Region]:
    """The region of each table: its section, else what lies between the sections around it."""
    return {
        key: _region(table.section, sections, lines, folded) for key, table in form.tables.items()
    }


def _region(number: int, sections: Sequence[Section], lines: Sequence[Line], folded: str) -> Region:
    own = next((one for one in sections if one.number == number), None)
    if own is not None:
        start, end = own.heading[1], own.body[1]
    else:
        before = [one.heading[1] for one in sections if (one.number or 9) < number]
        after = [one.heading[0] for one in sections if (one.number or 0) > number]
        start = max(before, default=0)
        end = min((offset for offset in after if offset > start), default=len(folded))
    first = next((at for at, line in enumerate(lines) if line.start >= start), len(lines))
    last = next((at for at in range(first, len(lines)) if lines[at].start >= end), len(lines))
    tokens = tokenise(lines, first, last, folded)
    return Region(tokens, number if own is not None else None, last == len(lines))


def form_of_tables(forms: Sequence[Form], regions: Mapping[str, Region]) -> Form | None:
    """The form that the labels in the regions are of, None where they do not tell.

    The first table's region is asked first, since its labels differ most between forms.
    """
    texts: set[str] = set()
    for region in regions.values():
        texts.update(token.text for token in region.tokens)
        form = recognise_form(forms, texts)
        if form is not None:
            return form
    return None


def read_tables(
    form: Form, regions: Mapping[str, Region], sections: Sequence[Section], length: int
) -> dict[str, Table]:
    """The tables that are there, by key; ``length`` is that of the whole text."""
    tables: dict[str, Table] = {}
    for key, table_form in form.tables.items():
        region = regions[key]
        tokens = region.tokens
        if region.section is None:
            tokens = _own_tokens(form, key, tokens)
        if not tokens:
            continue
        at_end = region.last and tokens[-1] is region.tokens[-1]
        ended = not at_end or _goes_on(table_form, sections)
        if not ended and tokens[-1].end == length and len(tokens) > 1:
            tokens = tokens[:-1]  # the last value may be half shown
        read = read_grid if table_form.layout == "grid" else read_flat
        table = read(table_form, label_index(form, key), tokens, region.section, ended)
        if table is not None:
            tables[key] = table
    return tables


def _goes_on(table_form: TableForm, sections: Sequence[Section]) -> bool:
    """Whether a section that belongs behind the table was found."""
    return any((one.number or 0) > table_form.section for one in sections)


def _own_tokens(form: Form, key: str, tokens: list[Token]) -> list[Token]:
    """The tokens from the first label of this table up to the first label of another one."""
    own = label_index(form, key)
    others = [label_index(form, other) for other in form.tables if other != key]

    def belongs(token: Token) -> bool | None:
        """True: only to this table; False: only to others; None: to neither or both."""
        if token.state is not None:
            return None
        mine = bool(own.find(token.text))
        theirs = any(other.find(token.text) for other in others)
        return mine if mine != theirs else None

    first = next((at for at, one in enumerate(tokens) if belongs(one)), None)
    if first is None:
        return []
    last = next(
        (at for at in range(first, len(tokens)) if belongs(tokens[at]) is False), len(tokens)
    )
    return tokens[first:last]
