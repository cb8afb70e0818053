"""``rules test``: run the tests that rules carry, and see what these tests prove."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from lint_disclosure.authoring.proving.rule_tests import RuleTestResult, run_tests, text_report
from lint_disclosure.cli.command import Command, Option, Texts, count
from lint_disclosure.cli.errors import Refused
from lint_disclosure.cli.language import LANGUAGES
from lint_disclosure.cli.selectors import codes
from lint_disclosure.render.width import visible
from lint_disclosure.rulepack.cases import RuleTest
from lint_disclosure.rulepack.loading import load_files
from lint_disclosure.rulepack.problem import PackError

_CODE = re.compile(r"[A-Za-z]{3}[0-9]{0,3}")
_WAYS = ("mutate", "coverage", "update")


def command(lang: str) -> Command:
    """The command."""
    text = Texts(lang)

    def callback(wanted: tuple[str, ...], jobs: int | None, **options: Any) -> int:
        ways = [name for name in _WAYS if options[name]]
        if len(ways) > 1:
            both = " --".join(ways)
            raise Refused(text(f"只能用其中一个：--{both}", f"only one of --{both}"))
        return _Run(wanted, lang, jobs).run(ways[0] if ways else "test")

    return Command(
        "test",
        callback,
        [click.Argument(["wanted"], nargs=-1), *_options(text)],
        lang,
        usage=text(
            "disclosure-lint rules test [选项] [编号或路径]…",
            "disclosure-lint rules test [OPTIONS] [CODE|PATH]...",
        ),
        intro=text(
            "运行规则自带的测试：不写则测全部；可写编号，或规则文件、文件夹的路径。"
            "退出码：0 都通过，1 有没通过、没发现或没到过的，2 规则文件有误。",
            "Runs the tests inside the rules: all of them, those of some codes, or those in rule "
            "files and folders. Exit code: 0 all is well, 1 something failed, was not noticed or "
            "not reached, 2 a rule file is broken.",
        ),
        sections=[
            (
                text("例子", "Examples"),
                [
                    ("disclosure-lint rules test ARI", ""),
                    ("disclosure-lint rules test --mutate my-rules/", ""),
                ],
            )
        ],
        needs_paths=False,
    )


def _options(text: Texts) -> list[Option]:
    heading = text("选项", "Options")
    return [
        Option(
            "--mutate",
            heading=heading,
            is_flag=True,
            help=text(
                "把规则的每一处改一改，看测试能不能发现",
                "change the rules in every respect and see whether the tests notice",
            ),
        ),
        Option(
            "--coverage",
            heading=heading,
            is_flag=True,
            help=text(
                "测试到过哪些结果、情形和列表项",
                "which ways to end, cases and items of lists the tests reach",
            ),
        ),
        Option(
            "--update",
            heading=heading,
            is_flag=True,
            help=text(
                "把没通过的测试的 want 改成现在的结果；改后要人工核对",
                "put what is reported now into want of failing tests; to be checked by hand",
            ),
        ),
        Option(
            "--jobs",
            heading=heading,
            metavar="N",
            callback=count,
            help=text("同时用几个进程", "how many processes to use"),
        ),
        Option("--lang", heading=heading, choices=LANGUAGES, help=text("语言", "language")),
    ]


class _Run:
    """One call of the command."""

    def __init__(self, wanted: Sequence[str], lang: str, jobs: int | None) -> None:
        self.lang = lang
        self.jobs = jobs
        self.paths = [Path(word) for word in wanted if is_path(word)] or None
        self.pack, self.files = load_files(self.paths)
        self.tests = self._chosen([word for word in wanted if not is_path(word)])

    def run(self, way: str) -> int:
        """The tests, or what is asked about them."""
        if way == "update":
            return self.update()
        if way == "test":
            results = self.results(self.tests)
            self.say(text_report(results, self.lang))
            return 1 if any(result.kind != "ok" for result in results) else 0
        failing = [result for result in self.results(self.tests) if result.kind != "ok"]
        if failing:
            self.say(text_report(failing, self.lang))
        proved = self.mutate() if way == "mutate" else self.coverage()
        return 0 if proved and not failing else 1

    def mutate(self) -> bool:
        """Whether every mutant is noticed or explained."""
        from lint_disclosure.authoring.proving.bench import Bench
        from lint_disclosure.authoring.proving.mutation import score, score_report
        from lint_disclosure.authoring.proving.processes import each_rule

        bench = Bench(self.pack, self.files)
        if bench.equivalents.problems:
            raise PackError(bench.equivalents.problems)
        scores = list(each_rule(bench, self.paths, self.codes(), score, self.jobs))
        self.say(score_report(scores, self.lang))
        return not any(one.survivors or one.stale for one in scores)

    def coverage(self) -> bool:
        """Whether every case and every item of a list is reached."""
        from lint_disclosure.authoring.proving.bench import Bench
        from lint_disclosure.authoring.proving.coverage import coverage, coverage_report
        from lint_disclosure.authoring.proving.processes import each_rule

        bench = Bench(self.pack, self.files)
        if bench.equivalents.problems:
            raise PackError(bench.equivalents.problems)
        found = list(each_rule(bench, self.paths, self.codes(), coverage, self.jobs))
        self.say(coverage_report(found, self.lang))
        return not any(one.missed_cases or one.missed_items for one in found)

    def update(self) -> int:
        """Write new expectations into the files, on a terminal after a question."""
        from lint_disclosure.authoring.proving.bench import Bench
        from lint_disclosure.authoring.proving.expectations import updates

        text = Texts(self.lang)
        results = self.results(self.tests)
        found, left = updates(Bench(self.pack, self.files), results)
        for one in left:
            self.say(f"{one.file}:{one.line}: {one.test}: {one.why.get(self.lang)}")
        for update in found:
            self.say(update.diff().rstrip("\n"))
        changed = sum(len(update.tests) for update in found)
        if changed and not self.agreed():
            self.say(text("没有改动任何文件。", "Nothing was changed."))
            return 1
        for update in found:
            update.write()
        if changed:
            self.say(
                text(
                    f"改写了 {changed} 个测试的期望。这是工具现在的结果，不一定是对的："
                    "请逐处人工核对，不对的要改规则。",
                    f"new expectations in {changed} tests. They are what the tool reports now, "
                    "which need not be right: check each of them by hand, and where it is wrong, "
                    "correct the rule.",
                )
            )
        good = sum(result.kind == "ok" for result in results)
        still = len(results) - good - changed
        self.say(
            text(
                f"{good} 个测试原已通过，{changed} 个改写了期望，{still} 个仍未通过",
                f"{good} tests passed before, {changed} have a new expectation, {still} still fail",
            )
        )
        return 1 if still else 0

    def agreed(self) -> bool:
        """Whether to write: asked where somebody can answer."""
        if not (sys.stdin.isatty() and sys.stdout.isatty()):
            return True
        question = Texts(self.lang)("写入以上改动？[y/N] ", "Write these changes? [y/N] ")
        sys.stdout.write(question)
        sys.stdout.flush()
        return sys.stdin.readline().strip().lower() in ("y", "yes", "是")

    def codes(self) -> list[str]:
        """The rules whose tests are chosen."""
        return list(dict.fromkeys(test.rule for test in self.tests))

    def results(self, tests: Sequence[RuleTest]) -> list[RuleTestResult]:
        """How the tests end."""
        return list(run_tests(self.pack, tests))

    def say(self, report: str) -> None:
        """Print, safe for a terminal."""
        for line in report.split("\n"):
            sys.stdout.write(visible(line) + "\n")

    def _chosen(self, selected: Sequence[str]) -> tuple[RuleTest, ...]:
        tests = tuple(test for file in self.files for test in file.own_tests)
        if selected:
            names = {rule.id: rule.name for rule in self.pack.rules.values()}
            chosen = set(codes(selected, names, "rules test", self.lang))
            tests = tuple(test for test in tests if test.rule in chosen)
        if not tests:
            raise Refused("there is no test to run" if self.lang == "en" else "没有可运行的测试")
        return tests


def is_path(word: str) -> bool:
    """Whether an argument is a path rather than the code of a rule.

    It is by a separator or a suffix, or as a folder that is there, unless it may be a code.
    """
    separated = os.sep in word or (os.altsep is not None and os.altsep in word)
    if separated or word == "." or word.endswith((".yaml", ".yml")):
        return True
    return os.path.isdir(word) and not _CODE.fullmatch(word)
