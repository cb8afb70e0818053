"""Measure how well wrong numbers are found: which cell, what it should be, how fast.

python benchmarks/diagnosis.py [--tables N] [--seed N]

Prints a table. Seeds are fixed, so the same program gives the same shares on every machine; only
times differ. ``DISCLOSURE_REPORTS`` may name a folder of real reports, whose tables then take part.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from statistics import median
from time import perf_counter
from typing import NamedTuple

from lint_disclosure.api import NotAReport, UnreadableFile, load_rules, read
from lint_disclosure.engine import Selection, run
from lint_disclosure.repair.diagnose import diagnose
from lint_disclosure.repair.model import Cause, Witness
from lint_disclosure.repair.reported import numbers
from lint_disclosure.report.model import Claim, Reading, Report

sys.path.insert(0, str(Path(__file__).resolve().parent))
from tables import SLIPS, Cell, Numbers, any_slip, disputes, requests, slipped, with_numbers

SIZES = (10, 800, 4000)
ONLY_SUMS = Selection(select=("ARI",))


class Trial(NamedTuple):
    """One table with wrong numbers, and what was made of it.

    ``among``: the truth is one of the smallest sets. ``unique``: every cause has one set only.
    ``first`` and ``in_three``: the truth is the first, or one of the first three. ``named``: the
    kind of the slip is recognised.
    """

    among: bool
    unique: bool
    first: bool
    in_three: bool
    named: bool | None
    findings: int
    seconds: float


class Bench:
    """The specimen report, into which numbers are put."""

    def __init__(self, seed: int) -> None:
        self.pack = load_rules()
        form = self.pack.forms["2021"]
        self.report = read(form.specimen.encode(), pack=self.pack)
        self.rules = [rule for rule in self.pack.rules.values() if rule.check == "relation"]
        self.rows = list(form.tables["requests"].rows)
        self.columns = list(form.tables["requests"].columns)
        self.groups = list(form.tables["disputes"].rows)
        self.seed = seed

    def tables(self, size: int, count: int) -> Iterator[tuple[Random, Numbers]]:
        """So many tables of so many requests, each with a random of its own."""
        for number in range(count):
            random = Random(f"{self.seed} {size} {number}")
            yield random, requests(random, self.rows, size)

    def trial(
        self, right: Numbers, printed: Numbers, wanted: str = "", once: bool = False
    ) -> Trial:
        """Diagnose a table that was printed wrongly; with ``once`` count the findings as well."""
        report = with_numbers(self.report, "requests", printed)
        seconds, causes = self.diagnosed(report, "requests")
        truth = {(cell, right[cell]) for cell in right if right[cell] != printed[cell]}
        firsts = [_changes(one, 0) for one in causes]
        rank = _rank(causes, truth)
        kinds = {slip.kind for one in causes for way in one.candidates[:1] for slip in way.slips}
        return Trial(
            among=rank is not None,
            unique=all(one.undecided is None for one in causes),
            first={change for one in firsts for change in one} == truth,
            in_three=rank is not None and rank < 3,
            named=wanted in kinds if wanted else None,
            findings=len(run(report, self.pack, ONLY_SUMS).findings) if once else 0,
            seconds=seconds,
        )

    def diagnosed(
        self, report: Report, table: str, witnesses: Sequence[Witness] = ()
    ) -> tuple[float, list[Cause]]:
        """The causes, and how long it took from the report's cells to them."""
        began = perf_counter()
        known = numbers(report, self.rules, table)
        assert known is not None
        causes = [
            cause
            for part in known.structures
            for cause in diagnose(part, known.values, known.layout, known.bounds, witnesses)
        ]
        return perf_counter() - began, causes


def _changes(cause: Cause, at: int) -> set[tuple[Cell, int]]:
    if at >= len(cause.candidates):
        return set()
    return {(one.cell, one.after) for one in cause.candidates[at].changes}


def _rank(causes: Sequence[Cause], truth: set[tuple[Cell, int]]) -> int | None:
    """The place of the truth among the candidates, the worst of all causes; None if it is not."""
    found: set[tuple[Cell, int]] = set()
    worst = 0
    for cause in causes:
        for at in range(len(cause.candidates)):
            changes = _changes(cause, at)
            if changes <= truth:
                found |= changes
                worst = max(worst, at)
                break
    return worst if found == truth else None


def one_wrong(bench: Bench, right: Numbers, random: Random) -> Iterator[Trial]:
    """Every cell, every slip that can happen to it."""
    for cell, number in right.items():
        for kind in SLIPS:
            wrong = slipped(number, kind, random)
            if wrong is not None:
                yield bench.trial(right, {**right, cell: wrong}, once=True)


def some_wrong(bench: Bench, right: Numbers, random: Random, count: int) -> Trial:
    """So many random cells, each with a random slip."""
    cells = random.sample(list(right), count)
    return bench.trial(right, {**right, **{cell: any_slip(right[cell], random) for cell in cells}})


def swapped(bench: Bench, right: Numbers, random: Random) -> Trial:
    """Two different numbers of a column interchanged."""
    while True:
        column = random.choice(bench.columns)
        one, other = ((row, column) for row in random.sample(bench.rows, 2))
        if right[one] != right[other]:
            return bench.trial(right, {**right, one: right[other], other: right[one]})


def one_row_off(bench: Bench, right: Numbers, random: Random) -> Trial:
    """A number in the row below or above its own, where 0 belongs."""
    while True:
        column = random.choice(bench.columns)
        at = random.randrange(len(bench.rows) - 1)
        one, other = ((row, column) for row in random.sample(bench.rows[at : at + 2], 2))
        if right[one] and not right[other]:
            return bench.trial(right, {**right, one: 0, other: right[one]})


def shifted_row(bench: Bench, right: Numbers, random: Random) -> Trial | None:
    """A row whose numbers stand one cell to the right, a 0 before them; the total fell out."""
    row = random.choice([row for row in bench.rows if right[row, "total"]])
    shifted = [0, *(right[row, column] for column in bench.columns)]
    printed = {(row, column): shifted[at] for at, column in enumerate(bench.columns)}
    if all(right[cell] == number for cell, number in printed.items()):
        return None
    return bench.trial(right, {**right, **printed}, "shifted_row")


def copied_total(bench: Bench, right: Numbers, random: Random) -> Trial | None:
    """The row 总计 copied from 本年新收."""
    printed = {("total", column): right["received", column] for column in bench.columns}
    if all(right[cell] == number for cell, number in printed.items()):
        return None
    return bench.trial(right, {**right, **printed}, "copied_row")


def table_four(bench: Bench, random: Random) -> tuple[bool, bool, bool]:
    """Named with a claim, without one all candidates and none the likeliest."""
    right = disputes(random, bench.groups)
    cell = random.choice(list(right))
    printed = {**right, cell: any_slip(right[cell], random)}
    report = with_numbers(bench.report, "disputes", printed)
    _, alone = bench.diagnosed(report, "disputes")
    said = Reading(".".join(("disputes", *cell)), ((1, "disputes", *cell),))
    claim = Claim("", (said,), right[cell], "件", ((0, 1),), 0)
    result = run(report._replace(claims=(claim,)), bench.pack, ONLY_SUMS)
    [finding] = result.findings
    repair = finding.repair
    named = repair is not None and repair.decided is not None
    if repair is not None and named:
        place = repair.changes[0].place
        named = ((place.row, place.column), repair.changes[0].after) == (cell, right[cell])
    offered = _rank(alone, {(cell, right[cell])}) is not None
    # Where no other change keeps every count from being negative, there is nothing to decide.
    ways = len(alone[0].candidates)
    return named, offered, alone[0].undecided == ("several" if ways > 1 else None)


def real_tables(bench: Bench) -> list[Numbers]:
    """The tables three of real reports in which everything agrees."""
    folder = Path(os.environ.get("DISCLOSURE_REPORTS", "../shared/reports")) / "complete"
    found = []
    for path in sorted(folder.glob("*")) if folder.is_dir() else ():
        try:
            report = read(path, pack=bench.pack)
        except (NotAReport, UnreadableFile):
            continue
        if report.form is None or report.form.key != "2021" or "requests" not in report.tables:
            continue
        cells = report.tables["requests"].cells
        table = {key: cell.value for key, cell in cells.items() if type(cell.value) is int}
        whole = len(table) == len(bench.rows) * len(bench.columns)
        if whole and table not in found and not bench.diagnosed(report, "requests")[1]:
            found.append(table)
    return found


def share(hits: Sequence[bool]) -> str:
    """How many of them are true, in percent."""
    return f"{100 * sum(hits) / len(hits):6.1f} %" if hits else "       -"


def line(name: str, trials: Sequence[Trial]) -> str:
    """The shares of some trials, and their times in milliseconds."""
    times = sorted(one.seconds * 1000 for one in trials)
    shares = "".join(
        f" {share(hits)}"
        for hits in (
            [one.among for one in trials],
            [one.unique for one in trials],
            [one.first for one in trials],
            [one.in_three for one in trials],
            [one.named for one in trials if one.named is not None],
        )
    )
    return f"{name:<28} {len(trials):>6}{shares} {median(times):8.3f} {times[-1]:8.2f}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure everything and print a table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--tables", type=int, default=200, help="tables of each size")
    parser.add_argument("--seed", type=int, default=20)
    chosen = parser.parse_args(arguments)
    bench = Bench(chosen.seed)
    head = ("among", "unique", "first", "in 3", "named")
    print(f"{'':<28} {'trials':>6}" + "".join(f" {name:>8}" for name in head), end="")
    print(f" {'ms':>8} {'worst':>8}")
    _one_by_one(bench)
    for count in (2, 3):
        for size in SIZES:
            tables = bench.tables(size, chosen.tables)
            trials = [some_wrong(bench, right, random, count) for random, right in tables]
            print(line(f"{count} wrong, {size} requests", trials))
    for name, measure in (
        ("two of a column swapped", swapped),
        ("one row off", one_row_off),
        ("row shifted", shifted_row),
        ("total copied", copied_total),
    ):
        for size in SIZES:
            made = (
                measure(bench, right, random) for random, right in bench.tables(size, chosen.tables)
            )
            print(line(f"{name}, {size}", [one for one in made if one is not None]))
    fours = [table_four(bench, Random(f"{chosen.seed} {one}")) for one in range(chosen.tables)]
    for name, hits in zip(
        ("table four, claim: named", "no claim: among", "no claim: left open"),
        zip(*fours, strict=True),
        strict=True,
    ):
        print(f"{name:<28} {len(hits):>6} {share(hits)}")
    return 0


def _one_by_one(bench: Bench) -> None:
    bases = [(f"{size} requests", list(bench.tables(size, 3))) for size in SIZES]
    real = [(Random(f"{bench.seed} {at}"), one) for at, one in enumerate(real_tables(bench))]
    for name, tables in (*bases, (f"{len(real)} real reports", real)):
        if not tables:
            continue
        trials = [trial for random, right in tables for trial in one_wrong(bench, right, random)]
        print(
            line(f"1 wrong, {name}", trials),
            f" one finding {share([one.findings == 1 for one in trials])}",
        )


if __name__ == "__main__":
    sys.exit(main())
