"""What a command that lints begins with: settings, inputs, and what people have set aside."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from lint_disclosure.cli.accepted.beside import ignore_files
from lint_disclosure.cli.choices import Choices
from lint_disclosure.cli.config.entries import Entry
from lint_disclosure.cli.config.options import Value, given
from lint_disclosure.cli.config.plans import Plans
from lint_disclosure.cli.config.sieve import ConfiguredSieve
from lint_disclosure.cli.errors import Refused
from lint_disclosure.cli.linting import Task, lint_all
from lint_disclosure.cli.paths import Input, inputs
from lint_disclosure.finding import FileResult
from lint_disclosure.render import Showing

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lint_disclosure.cli.accepted.applying import Accepted


class Run(NamedTuple):
    """The inputs, each with the number of its plan, and those that are left out.

    ``accepted`` is what people have set aside; None where there is nothing of the kind.
    """

    plans: Plans
    found: list[Input]
    left_out: list[Input]
    task: Task
    accepted: Accepted | None

    def results(self, jobs: int | None) -> Iterator[FileResult]:
        """The result of each input, without what is set aside."""
        results = lint_all(self.found, self.task, jobs)
        return results if self.accepted is None else self.accepted.put(results)

    def showing(self, show: Showing | None) -> Run:
        """The run, with so much of each report in its result."""
        return self._replace(task=self.task._replace(show=show))

    def rule_names(self) -> dict[str, str]:
        """The codes of the rules of all plans with their names."""
        return {rule.id: rule.name for pack in self.plans.packs() for rule in pack.rules.values()}


def begun(chosen: Choices, lang: str, *, with_baseline: bool = True) -> Run:
    """Read the settings, find the inputs. Refused where a file that says how is unusable."""
    plans = plans_of(chosen, lang)
    found: list[Input] = []
    left_out: list[Input] = []
    for item in inputs(chosen.paths, chosen.stdin_filename, lang, ConfiguredSieve(plans)):
        if item.left_out is not None:
            left_out.append(item)
        else:
            found.append(item._replace(plan=plans.number(item.file)))
    task = Task(plans.all, lang, chosen.partial, keep_source=True)
    run = Run(plans, found, left_out, task, None)
    return run._replace(accepted=_accepted(run, chosen, lang, with_baseline=with_baseline))


def plans_of(chosen: Choices, lang: str) -> Plans:
    """What is said by configuration files and, over them, by options."""
    alone = chosen.no_config or chosen.isolated
    if chosen.config is not None and alone:
        option = "--isolated" if chosen.isolated else "--no-config"
        raise Refused(
            f"--config and {option} contradict each other"
            if lang == "en"
            else f"--config 和 {option} 不能一起用"
        )
    return Plans(chosen.config, _given(chosen, lang), lang, search=not alone)


def _given(chosen: Choices, lang: str) -> tuple[Entry, ...]:
    values: dict[str, Value] = {
        "rules": chosen.rules,
        "select": chosen.select,
        "ignore": chosen.ignore,
        "profile": chosen.profile,
        "baseline": chosen.baseline,
        "fail-on": chosen.fail_on,
        "fail-on-undecided": chosen.fail_on_undecided,
        "fail-on-unrecognised": chosen.fail_on_unrecognised,
        "fail-on-stale": chosen.fail_on_stale,
    }
    return tuple(given(values, chosen.severity, chosen.exclude, lang))


def _accepted(run: Run, chosen: Choices, lang: str, *, with_baseline: bool) -> Accepted | None:
    """What takes out suppressed findings and those of baselines; refused if it is unusable."""
    hidden = chosen.no_suppressions or chosen.isolated
    files = () if hidden else ignore_files(run.found, lang)
    baseline_of = _baselines(run) if with_baseline else {}
    if not files and not baseline_of:
        return None
    from lint_disclosure.cli.accepted.applying import Accepted

    return Accepted(files, baseline_of, run.rule_names(), lang)


def _baselines(run: Run) -> dict[str, str]:
    """The baseline of each input that has one, by its path."""
    of_plan = [plan.baseline for plan in run.plans.all]
    if not any(of_plan):
        return {}
    pairs: Iterable[tuple[str, str | None]] = ((one.path, of_plan[one.plan]) for one in run.found)
    return {path: baseline for path, baseline in pairs if baseline is not None}
