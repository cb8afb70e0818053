"""From the settings that hold to the rules that are put to a report, and what makes it fail."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from lint_disclosure.cli.config.entries import MORE, ORDER, TABLE, Entry, Held, Origin, holding
from lint_disclosure.cli.errors import Refused
from lint_disclosure.cli.selectors import Names, codes
from lint_disclosure.engine import Selection
from lint_disclosure.finding import Limits
from lint_disclosure.report.model import Report
from lint_disclosure.rulepack.model import RulePack

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lint_disclosure.cli.config.overrides import Override


class Judgement(NamedTuple):
    """What holds for one report."""

    selection: Selection
    limits: Limits


class NothingLeft(Refused):
    """The settings of a report leave no rule to check it by."""


class Plan:
    """How the reports of one configuration are judged; goes to other processes as it is."""

    def __init__(
        self,
        pack: RulePack,
        entries: Sequence[Entry],
        overrides: Sequence[Override],
        given: Sequence[Entry],
        files: tuple[str, ...],
        lang: str,
    ) -> None:
        self.pack = pack
        self.entries = tuple(entries)
        self.overrides = tuple(overrides)
        self.given = tuple(given)
        self.files = files
        self.lang = lang
        self.asks_for_report = any(override.asks_for_report for override in overrides)
        self._known: dict[tuple[int, ...], Judgement] = {}
        self._refuse_unknown_rules()

    def fitting(self, path: str | None, report: Report | None) -> tuple[int, ...]:
        """The indices of the overrides that hold for a report."""
        if not self.overrides:
            return ()
        return tuple(
            number for number, override in enumerate(self.overrides) if override.holds(path, report)
        )

    def held(self, fitting: tuple[int, ...]) -> list[Held]:
        """The settings that hold where these overrides do."""
        entries = [*self.entries]
        for number in fitting:
            entries += self.overrides[number].entries
        return _in_order(holding([*entries, *self.given]), _names(self.pack), self.lang)

    def judgement(self, path: str | None, report: Report | None) -> Judgement:
        """What holds for a file, by its absolute path, and the report in it."""
        fitting = self.fitting(path, report)
        if fitting not in self._known:
            self._known[fitting] = self._judgement(self.held(fitting))
        return self._known[fitting]

    def _judgement(self, held: Sequence[Held]) -> Judgement:
        names = _names(self.pack)
        lists: dict[str, dict[str, None]] = {"select": {}, "ignore": {}}
        levels: dict[str, str] = {}
        values = {}
        for entry, _ in held:
            key = entry.key.removeprefix(MORE)
            if key in lists:
                lists[key].update(dict.fromkeys(_codes(entry, names, self.lang)))
            elif key.startswith(TABLE):
                levels.update(dict.fromkeys(_codes(entry, names, self.lang), entry.value))
            else:
                values[key] = entry.value
        selection = Selection(
            tuple(lists["select"]), tuple(lists["ignore"]), tuple(levels.items()), values["profile"]
        )
        if not any(selection.includes(code) for code in names):
            raise NothingLeft(
                "no rule is left to check" if self.lang == "en" else "没有剩下可用的规则"
            )
        return Judgement(
            selection,
            Limits(values["fail-on"], values["fail-on-undecided"], values["fail-on-unrecognised"]),
        )

    def _refuse_unknown_rules(self) -> None:
        """Rules that do not exist are told at once, also in overrides that hold for no report."""
        names = _names(self.pack)
        entries = [*self.entries, *self.given]
        for override in self.overrides:
            entries += override.entries
        found = []
        for entry in entries:
            try:
                _codes(entry, names, self.lang)
            except Refused as error:
                found.append(str(error))
        if found:
            raise Refused("\n".join(found))


def _names(pack: RulePack) -> Names:
    return {rule.id: rule.name for rule in pack.rules.values()}


def _codes(entry: Entry, names: Names, lang: str) -> tuple[str, ...]:
    """The codes of the rules that a setting speaks of; none where it is about something else."""
    key = entry.key.removeprefix(MORE)
    if key.startswith(TABLE):
        words: Sequence[str] = (key.removeprefix(TABLE),)
    elif key in ("select", "ignore"):
        words = entry.value
    else:
        return ()
    origin = entry.origin
    told = origin.option or f"{origin.file}:{origin.line}: {key.partition('.')[0]}"
    return codes(words, names, told, lang)


def _in_order(held: list[Held], names: Names, lang: str) -> list[Held]:
    """The settings in the order of the documentation, severities in the order they are applied in.

    Of the severities of one table the broader come first: the order of a table says nothing, and
    what is said of one rule goes over what is said of its group.
    """
    tables: dict[Origin, int] = {}
    placed = []
    for number, one in enumerate(held):
        key, _, origin, _ = one.entry
        breadth = 0
        if key.startswith(TABLE) and origin.kind == "file":
            number = tables.setdefault(origin._replace(line=None), number)
            breadth = len(_codes(one.entry, names, lang))
        group = TABLE if key.startswith(TABLE) else key.removeprefix(MORE)
        placed.append(((ORDER.index(group), number, -breadth), one))
    return [one for _, one in sorted(placed, key=lambda placed: placed[0])]
