"""Tables three and four of a report with numbers that agree, and slips of the pen to put into them.

Everything comes from a ``Random``, so the same seed gives the same tables and the same slips.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from random import Random

from lint_disclosure.report.model import Cell as Read
from lint_disclosure.report.model import Report

Cell = tuple[str, str]
Numbers = dict[Cell, int]

APPLICANTS = ("natural_person", "enterprise", "research_institution", "public_interest_org",
              "legal_service_org", "other")  # fmt: skip
_SHARES = (0.78, 0.12, 0.01, 0.01, 0.03, 0.05)
"""About what real reports have: nearly all requests come from persons and businesses."""
_NO_RESULT = ("received", "carried_in", "total", "carried_out")
_EMPTY_RESULTS = 0.45
_CARRIED = 0.07


def requests(random: Random, rows: list[str], count: int) -> Numbers:
    """A table three of so many requests; most of its cells are 0, as in real reports."""
    results = [row for row in rows if row not in _NO_RESULT]
    weights = [0.0 if random.random() < _EMPTY_RESULTS else random.random() ** 3 for _ in results]
    weights[0] += 0.5
    weights[1] += 0.1
    table = {(row, column): 0 for row in rows for column in (*APPLICANTS, "total")}
    for _ in range(count):
        applicant = random.choices(APPLICANTS, _SHARES)[0]
        came = "carried_in" if random.random() < _CARRIED else "received"
        table[came, applicant] += 1
        if random.random() < _CARRIED:
            table["carried_out", applicant] += 1
        else:
            table[random.choices(results, weights)[0], applicant] += 1
            table["total", applicant] += 1
    for row in rows:
        table[row, "total"] = sum(table[row, one] for one in APPLICANTS)
    return table


def disputes(random: Random, rows: list[str]) -> Numbers:
    """A table four with a few cases in each group."""
    table: Numbers = {}
    for row in rows:
        numbers = [random.randrange(20) for _ in range(4)]
        columns = zip(("upheld", "corrected", "other", "pending"), numbers, strict=True)
        table.update({(row, column): number for column, number in columns})
        table[row, "total"] = sum(numbers)
    return table


def _swap(text: str, random: Random) -> str:
    at = random.randrange(len(text) - 1) if len(text) > 1 else 0
    return text[:at] + text[at : at + 2][::-1] + text[at + 2 :]


def _double(text: str, random: Random) -> str:
    at = random.randrange(len(text))
    return text[:at] + text[at] + text[at:]


def _lose(text: str, random: Random) -> str:
    at = random.randrange(len(text))
    return text[:at] + text[at + 1 :]


def _insert(text: str, random: Random) -> str:
    at = random.randrange(len(text) + 1)
    return text[:at] + random.choice("0123456789") + text[at:]


def _replace(text: str, random: Random) -> str:
    at = random.randrange(len(text))
    return text[:at] + random.choice("0123456789") + text[at + 1 :]


SLIPS: Mapping[str, Callable[[str, Random], str]] = {
    "digits swapped": _swap,
    "digit doubled": _double,
    "digit lost": _lose,
    "digit too many": _insert,
    "digit mistyped": _replace,
    "ten times": lambda text, _: text + "0",
    "a tenth": lambda text, _: text[:-1] if text[-1] == "0" else "",
    "one more": lambda text, _: str(int(text) + 1),
    "one less": lambda text, _: str(int(text) - 1) if text != "0" else "",
    "left at 0": lambda text, _: "0",
}
"""What a typist makes of a number; nothing where the slip cannot happen to it."""

_TRIES = 20


def slipped(number: int, kind: str, random: Random) -> int | None:
    """A number that differs by the slip; None where the slip leaves it as it is."""
    for _ in range(_TRIES):
        text = SLIPS[kind](str(number), random)
        if text and int(text) != number:
            return int(text)
    return None


def any_slip(number: int, random: Random) -> int:
    """A number that differs by some slip."""
    while True:
        found = slipped(number, random.choice(list(SLIPS)), random)
        if found is not None:
            return found


def with_numbers(report: Report, table: str, numbers: Mapping[Cell, int]) -> Report:
    """The report with other numbers in one of its tables; places in the text stay as they are."""
    old = report.tables[table]
    cells = {
        key: Read("number", numbers[key], read.parts) if key in numbers else read
        for key, read in old.cells.items()
    }
    return report._replace(tables={**report.tables, table: old._replace(cells=cells)})
