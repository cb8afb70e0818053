"""A run of ``check``: lint, write what was found, and say it in the exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from time import perf_counter
from typing import Any

from lint_disclosure import __version__
from lint_disclosure.cli.choices import Choices
from lint_disclosure.cli.errors import Refused
from lint_disclosure.cli.output import Outputs, open_file, targets
from lint_disclosure.cli.paths import inputs
from lint_disclosure.cli.rule_facts import rule_facts
from lint_disclosure.cli.run import Run, begun, plans_of
from lint_disclosure.cli.streams import Standard, as_utf8, colored, is_utf8, terminal_width
from lint_disclosure.render import BINARY, IN_UTF8, SHOWING, PackName, Settings, Showing
from lint_disclosure.render.summary import summary
from lint_disclosure.render.totals import Totals
from lint_disclosure.rulepack.model import RulePack
from lint_disclosure.workbook.limits import Full

_FILE_WIDTH = 100
_NARROWEST, _WIDEST = 60, 120


def check(chosen: Choices, lang: str) -> int:
    """Lint, write the outputs, and give the exit code."""
    if chosen.watch:
        return _watch(chosen, lang)
    started = perf_counter()
    if chosen.show_settings:
        return _show_settings(chosen, lang)
    run = begun(chosen, lang)
    files = targets(chosen.output, lang)
    _refuse_overwriting(files, {item.path for item in run.found}, lang)
    if chosen.add_suppression or chosen.reason is not None or chosen.until is not None:
        return _add_suppressions(chosen, run, lang)
    if chosen.diff:
        return _diff(chosen, run, lang)
    made = _fix(chosen, run, lang)
    totals = Totals()
    for item in run.left_out:
        totals.left_out.add(item.path, item.left_out or "")
    packs = run.plans.packs()
    outputs = Outputs()
    shown = chosen.format or ("full" if sys.stdout.isatty() else "concise")
    failed = False
    _refuse_terminal(shown, lang)
    run = run.showing(_to_show([shown, *(name for name, _ in files)]))
    if shown in IN_UTF8:
        as_utf8(sys.stdout)
    try:
        outputs.add(shown, _settings(chosen, packs, lang, sys.stdout), Standard(sys.stdout))
        for name, path in files:
            outputs.add(name, _file_settings(chosen, packs, lang), open_file(path, lang))
        if "github" in (shown, *(name for name, _ in files)):
            _add_step_summary(outputs, _file_settings(chosen, packs, lang))
        for result in run.results(chosen.jobs):
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
    said = "" if shown == "full" else summary(totals, _settings(chosen, packs, lang, sys.stderr))
    _write_said(said + made(totals), shown)
    # 2 when the tool could not do its work, even beside findings.
    return 2 if totals.unreadable.count else int(failed)


def _watch(chosen: Choices, lang: str) -> int:
    """Check again and again, whenever something has changed."""
    from lint_disclosure.cli.watching import Watched, watch

    writing = (("--fix", chosen.fix), ("--add-suppression", bool(chosen.add_suppression)))
    for option, asked in writing:
        if asked:
            raise Refused(
                f"--watch and {option} cannot be used together"
                if lang == "en"
                else f"--watch 和 {option} 不能一起用"
            )
    once = chosen._replace(watch=False)
    beside = (*chosen.rules, *filter(None, (chosen.config, chosen.baseline)))
    written = [path for _, path in targets(chosen.output, lang)]
    watched = Watched(chosen.paths, beside, written)
    return watch(lambda: check(once, lang), watched, chosen.format, lang)


def _show_settings(chosen: Choices, lang: str) -> int:
    """Show the settings instead of what is found."""
    from lint_disclosure.cli.show_settings import show_settings

    plans = plans_of(chosen, lang)
    if chosen.output:
        raise Refused(
            "--show-settings writes to standard output only"
            if lang == "en"
            else "--show-settings 只写到标准输出，不能用 --output"
        )
    wanted = inputs(chosen.paths, chosen.stdin_filename, lang)
    return show_settings(wanted, plans, chosen.format, lang, partial=chosen.partial)


def _add_suppressions(chosen: Choices, run: Run, lang: str) -> int:
    """Write suppressions instead of findings."""
    if chosen.fix or chosen.diff:
        option = "--fix" if chosen.fix else "--diff"
        raise Refused(
            f"--add-suppression and {option} cannot be used together"
            if lang == "en"
            else f"--add-suppression 和 {option} 不能一起用"
        )
    from lint_disclosure.cli.add_suppression import add_suppressions, wanted

    names = run.rule_names()
    what = wanted(chosen.add_suppression, chosen.reason, chosen.until, names, lang)
    return add_suppressions(run.found, run.results(chosen.jobs), what, names, lang)


def _fix(chosen: Choices, run: Run, lang: str) -> Callable[[Totals], str]:
    """Make the fixes that are asked for; gives what to say of them when all is checked again."""
    if not chosen.fix:
        return lambda totals: ""
    from lint_disclosure.cli.fixing import made_words, make_fixes

    made = make_fixes(run, unsafe=chosen.unsafe_fixes, lang=lang)
    return lambda totals: made_words(made, sum(totals.severities.values()), lang)


def _diff(chosen: Choices, run: Run, lang: str) -> int:
    """Show what would be fixed, and nothing else."""
    from lint_disclosure.cli.fixing import show_differences

    if chosen.output:
        raise Refused(
            "--diff writes the difference only; leave out --output"
            if lang == "en"
            else "--diff 只显示改动，不能与 --output 同用"
        )
    return show_differences(run, unsafe=chosen.unsafe_fixes, lang=lang)


def _add_step_summary(outputs: Outputs, settings: Settings) -> None:
    """Beside annotations the summary of the job, where GitHub Actions asks for one."""
    from lint_disclosure.cli.step_summary import step_summary

    sink = step_summary(os.environ, settings.lang)
    if sink is not None:
        outputs.add("markdown", settings, sink)


def _write_said(text: str, shown: str) -> None:
    """What is said on standard error, which GitHub Actions searches for commands as well."""
    if shown == "github":
        from lint_disclosure.render.github import inert

        text = inert(text)
    sys.stderr.write(text)


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
