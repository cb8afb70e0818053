"""A run of ``check``: lint, write what was found, and say it in the exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from time import perf_counter
from typing import Any, NamedTuple

from lint_disclosure import __version__
from lint_disclosure.api import load_rules
from lint_disclosure.cli.accepted.beside import ignore_files
from lint_disclosure.cli.config import find_config
from lint_disclosure.cli.errors import Refused
from lint_disclosure.cli.linting import Task, lint_all
from lint_disclosure.cli.output import Outputs, open_file, targets
from lint_disclosure.cli.paths import Input, inputs
from lint_disclosure.cli.selectors import codes, levels
from lint_disclosure.cli.streams import Standard, colored, is_utf8, terminal_width
from lint_disclosure.engine import Selection
from lint_disclosure.finding import SEVERITIES, FileResult, Severity
from lint_disclosure.render import PackName, Settings
from lint_disclosure.render.summary import summary
from lint_disclosure.render.totals import Totals
from lint_disclosure.rulepack.model import RulePack

DEFAULT_PROFILE = "review"
DEFAULT_FAIL_ON: Severity = "error"

_FILE_WIDTH = 100
_NARROWEST, _WIDEST = 60, 120


class Choices(NamedTuple):
    """The options of ``check`` as they were given; what was not is left to the configuration."""

    paths: tuple[str, ...]
    format: str | None = None
    output: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    config: str | None = None
    no_config: bool = False
    profile: str | None = None
    fail_on: str | None = None
    fail_on_undecided: bool = False
    fail_on_unrecognised: bool = False
    stdin_filename: str | None = None
    partial: bool = False
    jobs: int | None = None
    statistics: bool = False
    timings: bool = False
    quiet: bool = False
    color: str = "auto"
    add_suppression: tuple[str, ...] = ()
    reason: str | None = None
    until: str | None = None
    no_suppressions: bool = False
    baseline: str | None = None
    fail_on_stale: bool = False


Put = Callable[[Iterator[FileResult]], Iterator[FileResult]]
"""Takes what people have set aside out of the results."""


def check(chosen: Choices, lang: str) -> int:
    """Lint, write the outputs, and give the exit code."""
    started = perf_counter()
    chosen = with_config(chosen, lang)
    found, task, pack = prepared(chosen, lang)
    files = targets(chosen.output, lang)
    _refuse_overwriting(files, {item.path for item in found}, lang)
    put = accepting(chosen, found, (pack,), lang)
    if chosen.add_suppression or chosen.reason is not None or chosen.until is not None:
        return _add_suppressions(
            chosen, found, put(lint_all(found, task, pack, chosen.jobs)), pack, lang
        )
    totals = Totals()
    outputs = Outputs()
    shown = chosen.format or ("full" if sys.stdout.isatty() else "concise")
    try:
        outputs.add(shown, _settings(chosen, pack, lang, sys.stdout), Standard(sys.stdout))
        for name, path in files:
            outputs.add(name, _file_settings(chosen, pack, lang), open_file(path, lang))
        for result in put(lint_all(found, task, pack, chosen.jobs)):
            totals.add(result)
            outputs.file(result)
        totals.seconds = perf_counter() - started
        outputs.end(totals)
    finally:
        outputs.close()
    if shown != "full":
        sys.stderr.write(summary(totals, _settings(chosen, pack, lang, sys.stderr)))
    return _exit_code(chosen, totals)


def prepared(chosen: Choices, lang: str) -> tuple[list[Input], Task, RulePack]:
    """The inputs, how to lint them, and the rules."""
    pack = load_rules(list(chosen.rules) or None)
    task = Task(_selection(chosen, pack, lang), lang, chosen.partial, keep_source=True)
    return list(inputs(chosen.paths, chosen.stdin_filename, lang)), task, pack


def accepting(chosen: Choices, found: Sequence[Input], packs: Sequence[RulePack], lang: str) -> Put:
    """What takes out suppressed findings and those of the baseline; refused if it is unusable."""
    files = () if chosen.no_suppressions else ignore_files(found, lang)
    if not files and chosen.baseline is None:
        return lambda results: results
    from lint_disclosure.cli.accepted.applying import Accepted

    return Accepted(files, chosen.baseline, _names(packs), lang).put


def _add_suppressions(
    chosen: Choices,
    found: Sequence[Input],
    results: Iterator[FileResult],
    pack: RulePack,
    lang: str,
) -> int:
    """Write suppressions instead of findings."""
    from lint_disclosure.cli.add_suppression import add_suppressions, wanted

    names = _names((pack,))
    what = wanted(chosen.add_suppression, chosen.reason, chosen.until, names, lang)
    return add_suppressions(found, results, what, names, lang)


def _names(packs: Sequence[RulePack]) -> dict[str, str]:
    return {rule.id: rule.name for pack in packs for rule in pack.rules.values()}


def with_config(chosen: Choices, lang: str) -> Choices:
    """The options with those of the configuration file in the places of what was not given."""
    if chosen.no_config:
        return chosen
    config = find_config(chosen.paths, chosen.config, lang)
    if config.path is None:
        return chosen
    values = config.values
    return chosen._replace(
        rules=chosen.rules or config.rules,
        select=chosen.select or tuple(values.get("select", ())),
        ignore=chosen.ignore or tuple(values.get("ignore", ())),
        severity=chosen.severity
        or tuple(f"{rule}={level}" for rule, level in values.get("severity", {}).items()),
        profile=chosen.profile or values.get("profile"),
        fail_on=chosen.fail_on or values.get("fail-on"),
        fail_on_undecided=chosen.fail_on_undecided or values.get("fail-on-undecided", False),
        fail_on_unrecognised=chosen.fail_on_unrecognised
        or values.get("fail-on-unrecognised", False),
    )


def _selection(chosen: Choices, pack: RulePack, lang: str) -> Selection:
    names = {rule.id: rule.name for rule in pack.rules.values()}
    selection = Selection(
        select=codes(chosen.select, names, "--select", lang),
        ignore=codes(chosen.ignore, names, "--ignore", lang),
        severities=levels(chosen.severity, names, lang),
        profile=chosen.profile or DEFAULT_PROFILE,
    )
    if not any(selection.includes(code) for code in names):
        raise Refused("no rule is left to check" if lang == "en" else "没有剩下可用的规则")
    return selection


def _packs(pack: RulePack, lang: str) -> tuple[PackName, ...]:
    return tuple(PackName(info.name, info.version, info.title.get(lang)) for info in pack.packs)


def _settings(chosen: Choices, pack: RulePack, lang: str, stream: Any) -> Settings:
    columns = terminal_width(stream.fileno()) if stream.isatty() else None
    return Settings(
        lang=lang,
        color=colored(chosen.color, stream, os.environ),
        width=min(max(columns, _NARROWEST), _WIDEST) if columns else _FILE_WIDTH,
        ascii_json=not is_utf8(stream),
        version=__version__,
        packs=_packs(pack, lang),
        statistics=chosen.statistics,
        timings=chosen.timings,
        quiet=chosen.quiet,
    )


def _file_settings(chosen: Choices, pack: RulePack, lang: str) -> Settings:
    return Settings(
        lang=lang,
        width=_FILE_WIDTH,
        version=__version__,
        packs=_packs(pack, lang),
        statistics=chosen.statistics,
        timings=chosen.timings,
        quiet=chosen.quiet,
    )


def _refuse_overwriting(files: list[tuple[str, str]], read: set[str], lang: str) -> None:
    """A report is never overwritten by what is said of it."""
    taken = {os.path.realpath(path) for path in read}
    for name, path in files:
        if os.path.realpath(path) in taken:
            raise Refused(
                f"--output {name}={path}: this file is being checked"
                if lang == "en"
                else f"--output {name}={path}：这正是要检查的文件"
            )


def _exit_code(chosen: Choices, totals: Totals) -> int:
    """2 when the tool could not do its work, even beside findings; 1 for what was asked to fail."""
    if totals.unreadable.count:
        return 2
    fail_on = chosen.fail_on or DEFAULT_FAIL_ON
    if fail_on != "never":
        level = SEVERITIES.index(fail_on)
        if any(totals.severities[severity] for severity in SEVERITIES[level:]):
            return 1
    if chosen.fail_on_stale and totals.lapsed.count:
        return 1
    if chosen.fail_on_undecided and totals.partly.count:
        return 1
    if chosen.fail_on_unrecognised and totals.not_reports.count:
        return 1
    return 0
