"""Damaged reports are shown as well: all of their text, each piece where it stands."""

from __future__ import annotations

import re
from collections import Counter

from hypothesis import given, settings

from lint_disclosure.api import lint_file, load_rules
from lint_disclosure.engine import Selection
from lint_disclosure.render import Settings, renderer
from lint_disclosure.render.totals import Totals
from lint_disclosure.shown import Shown, ShownText
from tests.fuzz.test_fuzz import damaged
from tests.render.output import texts

NUMBERS = re.compile(r"\d{3,}")


def told(shown: Shown) -> list[ShownText]:
    found = [shown.title] if shown.title else []
    for section in shown.sections:
        found += [section.heading] if section.heading else []
        found += [one for one in section.content if isinstance(one, ShownText)]
    return found + [other for table in shown.tables for other in table.others]


@settings(max_examples=100, derandomize=True, database=None, deadline=None)
@given(damaged())
def test_a_damaged_report_is_shown_whole(text: str) -> None:
    chosen = Selection(profile="all", ignore=("WRD",))
    result = lint_file("a.txt", pack=load_rules(), selection=chosen, data=text.encode(), show=True)
    shown, source = result.shown, result.source
    if shown is None or source is None:
        return
    for one in told(shown):
        assert source.text[source.line_starts[one.line - 1] + one.column - 1 :].startswith(one.text)
    grids = [grid for table in shown.tables for grid in table.grids]
    rows = [row for grid in grids for row in grid.rows]
    pieces = [one.text for one in told(shown)] + [row.label for row in rows]
    pieces += [cell.text for row in rows for cell in row.cells]
    found = Counter(number for piece in pieces for number in NUMBERS.findall(piece))
    lost = Counter(NUMBERS.findall(source.text)) - found
    # A row whose cells are run together is read digit by digit.
    joined = ["".join(cell.text for cell in row.cells) for row in rows]
    assert [number for number in lost if not any(number in row for row in joined)] == []


@settings(max_examples=100, derandomize=True, database=None, deadline=None)
@given(damaged())
def test_every_finding_in_a_damaged_report_has_one_note(text: str) -> None:
    chosen = Selection(profile="all")
    result = lint_file("a.txt", pack=load_rules(), selection=chosen, data=text.encode(), show=True)
    output = renderer("html", Settings())
    output.file(result)
    page = texts(output.end(Totals()))
    notes = re.findall(r'<article class="note \w" id="r1f(\d+)"', page)
    assert sorted(map(int, notes)) == list(range(1, len(result.findings) + 1))
    places = re.findall(r'id="r1p(\d+)"', page)
    assert len(places) == len(set(places))
    assert set(re.findall(r'href="#(r1p\d+)"', page)) <= {f"r1p{place}" for place in places}
