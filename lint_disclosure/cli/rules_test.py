"""``rules test``: run the tests that rules carry."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from lint_disclosure.authoring.rule_tests import run_tests, text_report
from lint_disclosure.cli.command import Command, Option, Texts
from lint_disclosure.cli.errors import Refused
from lint_disclosure.cli.language import LANGUAGES
from lint_disclosure.cli.selectors import codes
from lint_disclosure.render.width import visible
from lint_disclosure.rulepack.loading import load_tests


def command(lang: str) -> Command:
    """The command."""
    text = Texts(lang)

    def callback(wanted: tuple[str, ...], **_: Any) -> int:
        return _test(wanted, lang)

    heading = text("选项", "Options")
    return Command(
        "test",
        callback,
        [
            click.Argument(["wanted"], nargs=-1),
            Option("--lang", heading=heading, choices=LANGUAGES, help=text("语言", "language")),
        ],
        lang,
        usage=text(
            "disclosure-lint rules test [编号或路径]…", "disclosure-lint rules test [CODE|PATH]..."
        ),
        intro=text(
            "运行规则自带的测试：不写则测全部；可写编号，或规则文件、文件夹的路径。",
            "Runs the tests inside the rules: all of them, those of some codes, or those in rule "
            "files and folders.",
        ),
        sections=[(text("例子", "Example"), [("disclosure-lint rules test ARI", "")])],
        needs_paths=False,
    )


def _test(wanted: Sequence[str], lang: str) -> int:
    """Exit code 1 when a test fails; a rule file that is broken ends in 2."""
    paths = [Path(word) for word in wanted if is_path(word)]
    pack, tests = load_tests(paths or None)
    selected = [word for word in wanted if not is_path(word)]
    if selected:
        names = {rule.id: rule.name for rule in pack.rules.values()}
        chosen = set(codes(selected, names, "rules test", lang))
        tests = tuple(test for test in tests if test.rule in chosen)
    if not tests:
        raise Refused("there is no test to run" if lang == "en" else "没有可运行的测试")
    results = list(run_tests(pack, tests))
    for line in text_report(results, lang).split("\n"):
        sys.stdout.write(visible(line) + "\n")
    return 1 if any(result.kind != "ok" for result in results) else 0


def is_path(word: str) -> bool:
    """Whether an argument is a path rather than the code of a rule: by a separator or a suffix."""
    separated = os.sep in word or (os.altsep is not None and os.altsep in word)
    return separated or word == "." or word.endswith((".yaml", ".yml"))
