"""``baseline prune``: drop from a baseline what is not found any more."""

from __future__ import annotations

import os
import sys
from typing import Any

import click

from lint_disclosure.cli.accepted.baseline_file import NAME, Known, baseline_text, read_baseline
from lint_disclosure.cli.accepted.baselining import Baselining
from lint_disclosure.cli.check_options import settings_options
from lint_disclosure.cli.command import Command, Option, Texts
from lint_disclosure.cli.language import LANGUAGES
from lint_disclosure.cli.output import open_file
from lint_disclosure.finding import Lapsed
from lint_disclosure.render.width import visible


def command(lang: str) -> Command:
    """The command."""
    text = Texts(lang)

    def callback(paths: tuple[str, ...], baseline: str, **values: Any) -> int:
        from lint_disclosure.cli.choices import Choices

        values.pop("lang")
        known = read_baseline(baseline, lang)
        return _prune(Choices(paths or _named(known, baseline), **values), baseline, known, lang)

    heading = text("基线", "Baseline")
    return Command(
        "prune",
        callback,
        [
            click.Argument(["paths"], nargs=-1),
            Option(
                "--baseline",
                heading=heading,
                metavar=text("文件", "FILE"),
                default=NAME,
                help=text(f"哪个基线文件；默认 {NAME}", f"which baseline; default {NAME}"),
            ),
            *settings_options(text),
            Option("--lang", heading=heading, choices=LANGUAGES, help=text("语言", "language")),
        ],
        lang,
        usage=text(
            "disclosure-lint baseline prune [选项] [路径]…",
            "disclosure-lint baseline prune [OPTIONS] [PATH]...",
        ),
        intro=text(
            "重新检查，从基线里删去已经没有的问题；从不添加。不写路径，就检查基线里提到的文件。",
            "Lints again and drops from the baseline what is found no more; it never adds. "
            "Without a PATH the files that the baseline names are linted.",
        ),
        needs_paths=False,
    )


def _named(known: tuple[Known, ...], baseline: str) -> tuple[str, ...]:
    """The files that a baseline names and that are there, as seen from here."""
    folder = os.path.dirname(baseline)
    paths = (os.path.join(folder, file) for file in dict.fromkeys(one.file for one in known))
    return tuple(path for path in paths if os.path.isfile(path))


def _prune(chosen: Any, baseline: str, known: tuple[Known, ...], lang: str) -> int:
    from lint_disclosure.cli.plain_run import results

    text = Texts(lang)
    baselining = Baselining(baseline, known, lang)
    unread = 0
    lapses: list[Lapsed] = []
    for result in results(chosen, lang):
        lapses += baselining.put(result).lapsed[len(result.lapsed) :]
        if result.status == "unreadable":
            unread += 1
            sys.stderr.write(visible(f"{result.path}: {result.reason}") + "\n")
    lapses += baselining.gone()
    kept = baselining.pruned(known)
    if kept != list(known):
        file = open_file(baseline, lang)
        file.write(baseline_text(kept))
        file.close(complete=True)
    for lapse in lapses:
        words = f"{', '.join(lapse.rules)} {lapse.text}"
        sys.stderr.write(visible(words) + "\n")
    words = text(
        f"{baseline}：删去 {len(known) - len(kept)} 条，留下 {len(kept)} 条",
        f"{baseline}: {len(known) - len(kept)} dropped, {len(kept)} left",
    )
    sys.stderr.write(visible(words) + "\n")
    return 2 if unread else 0
