"""A run of ``check``: lint, write what was found, and say it in the exit code."""

from __future__ import annotations

import os
import sys
from time import perf_counter
from typing import Any, NamedTuple

from lint_disclosure import __version__
from lint_disclosure.api import load_rules
from lint_disclosure.cli.config import find_config
from lint_disclosure.cli.errors import Refused
from lint_disclosure.cli.linting import Task, lint_all
from lint_disclosure.cli.output import Outputs, open_file, targets
from lint_disclosure.cli.paths import inputs
from lint_disclosure.cli.rule_facts import rule_facts
from lint_disclosure.cli.selectors import codes, levels
from lint_disclosure.cli.streams import Standard, as_utf8, colored, is_utf8, terminal_width
from lint_disclosure.engine import Selection
from lint_disclosure.finding import SEVERITIES, Severity
from lint_disclosure.render import IN_UTF8, SHOWING, PackName, Settings
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


def check(chosen: Choices, lang: str) -> int:
    """Lint, write the outputs, and give the exit code."""
    started = perf_counter()
    chosen = _with_config(chosen, lang)
    pack = load_rules(list(chosen.rules) or None)
    task = Task(_selection(chosen, pack, lang), lang, chosen.partial, keep_source=True)
    found = list(inputs(chosen.paths, chosen.stdin_filename, lang))
    files = targets(chosen.output, lang)
    _refuse_overwriting(files, {item.path for item in found}, lang)
    totals = Totals()
    outputs = Outputs()
    shown = chosen.format or ("full" if sys.stdout.isatty() else "concise")
    task = task._replace(show=not SHOWING.isdisjoint({shown, *(name for name, _ in files)}))
    if shown in IN_UTF8:
        as_utf8(sys.stdout)
    try:
        outputs.add(shown, _settings(chosen, pack, lang, sys.stdout), Standard(sys.stdout))
        for name, path in files:
            outputs.add(name, _file_settings(chosen, pack, lang), open_file(path, lang))
        if "github" in (shown, *(name for name, _ in files)):
            _add_step_summary(outputs, _file_settings(chosen, pack, lang))
        for result in lint_all(found, task, pack, chosen.jobs):
            totals.add(result)
            outputs.file(result)
        totals.seconds = perf_counter() - started
        outputs.end(totals)
    finally:
        outputs.close()
    if shown != "full":
        _write_summary(totals, _settings(chosen, pack, lang, sys.stderr), shown)
    return _exit_code(chosen, totals)


def _add_step_summary(outputs: Outputs, settings: Settings) -> None:
    """Beside annotations the summary of the job, where GitHub Actions asks for one."""
    from lint_disclosure.cli.step_summary import step_summary

    sink = step_summary(os.environ, settings.lang)
    if sink is not None:
        outputs.add("markdown", settings, sink)


def _write_summary(totals: Totals, settings: Settings, shown: str) -> None:
    """The summary on standard error, which GitHub Actions searches for commands as well."""
    text = summary(totals, settings)
    if shown == "github":
        from lint_disclosure.render.github import inert

        text = inert(text)
    sys.stderr.write(text)


def _with_config(chosen: Choices, lang: str) -> Choices:
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
        rules=rule_facts((pack,), lang),
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
        rules=rule_facts((pack,), lang),
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
    if chosen.fail_on_undecided and totals.partly.count:
        return 1
    if chosen.fail_on_unrecognised and totals.not_reports.count:
        return 1
    return 0
