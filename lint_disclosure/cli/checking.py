"""A run of ``check``: lint, write what was found, and say it in the exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from time import perf_counter
from typing import Any, NamedTuple

from lint_disclosure import __version__
from lint_disclosure.cli.config.entries import Entry
from lint_disclosure.cli.config.options import Value, given
from lint_disclosure.cli.config.plans import Plans
from lint_disclosure.cli.config.sieve import ConfiguredSieve
from lint_disclosure.cli.errors import Refused
from lint_disclosure.cli.linting import Task, lint_all
from lint_disclosure.cli.output import Outputs, open_file, targets
from lint_disclosure.cli.paths import Input, inputs
from lint_disclosure.cli.rule_facts import rule_facts
from lint_disclosure.cli.streams import Standard, as_utf8, colored, is_utf8, terminal_width
from lint_disclosure.render import BINARY, IN_UTF8, SHOWING, PackName, Settings, Showing
from lint_disclosure.render.summary import summary
from lint_disclosure.render.totals import Totals
from lint_disclosure.rulepack.model import RulePack
from lint_disclosure.workbook.limits import Full

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
    isolated: bool = False
    exclude: tuple[str, ...] = ()
    show_settings: bool = False
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
    watch: bool = False


def check(chosen: Choices, lang: str) -> int:
    """Lint, write the outputs, and give the exit code."""
    if chosen.watch:
        from lint_disclosure.cli.watching import Watched, watch

        once = chosen._replace(watch=False)
        beside = (*chosen.rules, *([chosen.config] if chosen.config else ()))
        written = [path for _, path in targets(chosen.output, lang)]
        watched = Watched(chosen.paths, beside, written)
        return watch(lambda: check(once, lang), watched, chosen.format, lang)
    started = perf_counter()
    plans = _plans(chosen, lang)
    if chosen.show_settings:
        from lint_disclosure.cli.show_settings import show_settings

        if chosen.output:
            raise Refused(
                "--show-settings writes to standard output only"
                if lang == "en"
                else "--show-settings 只写到标准输出，不能用 --output"
            )
        wanted = inputs(chosen.paths, chosen.stdin_filename, lang)
        return show_settings(wanted, plans, chosen.format, lang, partial=chosen.partial)
    totals = Totals()
    found = _found(chosen, plans, totals, lang)
    files = targets(chosen.output, lang)
    _refuse_overwriting(files, {item.path for item in found}, lang)
    packs = plans.packs()
    outputs = Outputs()
    shown = chosen.format or ("full" if sys.stdout.isatty() else "concise")
    _refuse_terminal(shown, lang)
    if shown in IN_UTF8:
        as_utf8(sys.stdout)
    failed = False
    try:
        outputs.add(shown, _settings(chosen, packs, lang, sys.stdout), Standard(sys.stdout))
        for name, path in files:
            outputs.add(name, _file_settings(chosen, packs, lang), open_file(path, lang))
        if "github" in (shown, *(name for name, _ in files)):
            _add_step_summary(outputs, _file_settings(chosen, packs, lang))
        task = Task(
            plans.all,
            lang,
            chosen.partial,
            keep_source=True,
            show=_to_show([shown, *(name for name, _ in files)]),
        )
        for result in lint_all(found, task, chosen.jobs):
            totals.add(result)
            outputs.file(result)
            failed = failed or result.fails
        totals.seconds = perf_counter() - started
        outputs.end(totals)
    except Full:
        raise Refused(
            "more rows than a sheet of an xlsx file can hold; check fewer files at a time"
            if lang == "en"
            else "行数超过 xlsx 一张工作表的上限，请分几次检查"
        ) from None
    finally:
        outputs.close()
    if shown != "full":
        _write_summary(totals, _settings(chosen, packs, lang, sys.stderr), shown)
    # 2 when the tool could not do its work, even beside findings.
    return 2 if totals.unreadable.count else int(failed)


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


def _plans(chosen: Choices, lang: str) -> Plans:
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
        "fail-on": chosen.fail_on,
        "fail-on-undecided": chosen.fail_on_undecided,
        "fail-on-unrecognised": chosen.fail_on_unrecognised,
    }
    return tuple(given(values, chosen.severity, chosen.exclude, lang))


def _found(chosen: Choices, plans: Plans, totals: Totals, lang: str) -> list[Input]:
    """The inputs, each with the number of its plan; what is left out is noted in the totals."""
    found = []
    for item in inputs(chosen.paths, chosen.stdin_filename, lang, ConfiguredSieve(plans)):
        if item.left_out is not None:
            totals.left_out.add(item.path, item.left_out)
        else:
            found.append(item._replace(plan=plans.number(item.file)))
    return found


def _packs(packs: Sequence[RulePack], lang: str) -> tuple[PackName, ...]:
    """The names of all that was used, each once."""
    return tuple(
        dict.fromkeys(
            PackName(info.name, info.version, info.title.get(lang))
            for pack in packs
            for info in pack.packs
        )
    )


def _settings(chosen: Choices, packs: Sequence[RulePack], lang: str, stream: Any) -> Settings:
    columns = terminal_width(stream.fileno() if stream.isatty() else -1)
    return Settings(
        lang=lang,
        color=colored(chosen.color, stream, os.environ),
        width=min(max(columns, _NARROWEST), _WIDEST) if columns else _FILE_WIDTH,
        ascii_json=not is_utf8(stream),
        version=__version__,
        packs=_packs(packs, lang),
        statistics=chosen.statistics,
        timings=chosen.timings,
        quiet=chosen.quiet,
        rules=rule_facts(packs, lang),
    )


def _file_settings(chosen: Choices, packs: Sequence[RulePack], lang: str) -> Settings:
    return Settings(
        lang=lang,
        width=_FILE_WIDTH,
        version=__version__,
        packs=_packs(packs, lang),
        statistics=chosen.statistics,
        timings=chosen.timings,
        quiet=chosen.quiet,
        rules=rule_facts(packs, lang),
    )


def _to_show(formats: Sequence[str]) -> Showing | None:
    """What of the reports the formats ask for, so that nothing else is built and handed on."""
    asked = {SHOWING[name] for name in formats if name in SHOWING}
    return "report" if "report" in asked else next(iter(asked), None)


def _refuse_terminal(form: str, lang: str) -> None:
    """What is no text is of no use on a terminal, and may do harm there."""
    if form in BINARY and sys.stdout.isatty():
        raise Refused(
            f"{form} cannot be shown on a terminal: write it with --output {form}=FILE"
            if lang == "en"
            else f"{form} 不能显示在终端上：请用 --output {form}=文件 写到文件"
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
