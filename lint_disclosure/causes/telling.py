"""Say which number is likely to be wrong, what it should be, and why it is suspected."""

from __future__ import annotations

from collections.abc import Sequence

from lint_disclosure.causes.words import words
from lint_disclosure.evidence.related import located, locator
from lint_disclosure.finding import Candidate as Told
from lint_disclosure.finding import Change as Changed
from lint_disclosure.finding import Repair
from lint_disclosure.repair.model import Candidate, Cause, Cell, Change
from lint_disclosure.repair.reported import Numbers
from lint_disclosure.repair.structure import MOST_CELLS
from lint_disclosure.report.lookup import cell_mark
from lint_disclosure.report.model import Report

_SHOWN = 5
"""Ways to mend it that are listed where none is the likeliest."""


class Telling:
    """Words a diagnosis of one table for a reader of one language."""

    def __init__(self, report: Report, numbers: Numbers, lang: str) -> None:
        self.report = report
        self.numbers = numbers
        self.say = words(lang)

    def repair(self, cause: Cause) -> Repair:
        """What would mend a cause, or why that cannot be told."""
        ways = cause.candidates
        best = ways[0] if ways else None
        sure = cause.undecided is None
        return Repair(
            unique=sure and len(ways) == 1,
            alternatives=len(ways),
            changes=self._changes(best.changes) if best else (),
            decided=("witness" if cause.by_witness else "alone") if sure else None,
            undecided=cause.undecided,
            candidates=() if sure else tuple(self._told(one) for one in ways[:_SHOWN]),
            mended=len(cause.broken) if best else 0,
            unused=self.numbers.out,
            slips=tuple(dict.fromkeys(one.kind for one in best.slips)) if best else (),
            witnesses=tuple(one.source for one in best.witnesses) if best else (),
            text=self._should_be(best.changes) if best and sure else self._vague(cause),
            why=self._why(cause),
        )

    def filled(self, blank: Sequence[Cell]) -> Repair | None:
        """The numbers of blank totals, as far as the other cells determine them."""
        known = self.numbers.deduced
        changes = [
            Change(cell, 0, known[cell][0]) for cell in blank if cell in known and known[cell][1]
        ]
        if not changes:
            return None
        fill = [
            self.say.fill_in.format(cell=one.locator, after=one.after)
            for one in self._changes(changes[:_SHOWN])
        ]
        if len(changes) > _SHOWN:
            fill.append(self.say.and_more.format(n=len(changes) - _SHOWN))
        return Repair(
            unique=True,
            alternatives=1,
            changes=self._changes(changes),
            decided="deduced",
            text=self.say.comma.join(fill),
            why=self.say.follows,
        )

    def _changes(self, changes: Sequence[Change]) -> tuple[Changed, ...]:
        return tuple(self._changed(one) for one in changes)

    def _changed(self, change: Change) -> Changed:
        mark = cell_mark(self.report, self.numbers.table, *change.cell)
        location = located(self.report, mark)
        before = None if change.cell in self.numbers.layout.blank else change.before
        return Changed(mark.place, location, before, change.after, locator(mark, location))

    def _should_be(self, changes: Sequence[Change]) -> str:
        say = self.say
        wanted = [
            say.should_be.format(
                cell=one.locator,
                before=say.blank if one.before is None else say.number.format(one.before),
                after=one.after,
            )
            for one in self._changes(changes)
        ]
        return say.comma.join([*wanted, say.check])

    def _vague(self, cause: Cause) -> str:
        say = self.say
        if cause.undecided is None:
            return say.vague
        return (
            say.vague + say.comma + say.undecided[cause.undecided].format(n=len(cause.candidates))
        )

    def _why(self, cause: Cause) -> str:
        """Why the first way is the likeliest; of others what relations could not be used."""
        say = self.say
        unused = [say.unused.format(n=self.numbers.out)] if self.numbers.out else []
        if cause.undecided is not None or not cause.candidates:
            return say.stop.join(unused)
        best, *others = cause.candidates
        n, mended = len(best.changes), len(cause.broken)
        if cause.by_witness:
            ground = say.by_witness.format(n=1 + len(others))
        elif n > MOST_CELLS:
            ground = say.pattern.format(mended=mended)
        elif n == 1:
            ground = say.only_this.format(n=mended)
        else:
            ground = say.only_these.format(n=n, mended=mended)
        return say.stop.join([ground, *self._grounds(best), *unused])

    def _told(self, candidate: Candidate) -> Told:
        why = self.say.comma.join(self._grounds(candidate))
        return Told(self._changes(candidate.changes), why)

    def _grounds(self, candidate: Candidate) -> list[str]:
        """The slips and the witnesses that speak for a set of changes."""
        say = self.say
        slips = dict.fromkeys(say.slips[one.kind] for one in candidate.slips)
        stated = [
            say.also_stated.format(place=one.source.locator, raw=one.source.message)
            for one in candidate.witnesses
        ]
        return [*slips, *stated]
