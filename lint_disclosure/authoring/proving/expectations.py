"""Put what the tool reports now in the place of what failing tests want.

Everything else in the file stays as it is, byte by byte. Whether the new expectation is right is
for people to say.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterable, Iterator, Sequence
from difflib import unified_diff
from json import dumps
from pathlib import Path
from typing import Any, NamedTuple

from lint_disclosure.authoring.proving.bench import Bench
from lint_disclosure.authoring.proving.pattern_edits import Edit
from lint_disclosure.authoring.proving.rule_tests import (
    RuleTestResult,
    lint_alone,
    outcome_of,
    run_tests,
)
from lint_disclosure.authoring.proving.yaml_data import value_at
from lint_disclosure.finding import Finding
from lint_disclosure.rulepack import shipped
from lint_disclosure.rulepack.model import Text
from lint_disclosure.rulepack.problem import PackError
from lint_disclosure.rulepack.rules import reread
from lint_disclosure.rulepack.yaml_source import KeyPath, YamlFile, parse_yaml

_PLAIN = re.compile(r"[^\W_][^:#,\[\]{}&*!|>'\"%@`\\\s]*(?: [^:#,\[\]{}&*!|>'\"%@`\\\s]+)*")


class Left(NamedTuple):
    """A test, or all of a file, that is left as it is, and why."""

    file: str
    line: int
    test: str
    why: Text


class Update(NamedTuple):
    """A file with new expectations; ``tests`` are the names of those that were changed."""

    path: Path
    old: str
    new: str
    tests: tuple[str, ...]

    def diff(self) -> str:
        """The change as a unified diff."""
        name = str(self.path)
        before, after = self.old.splitlines(True), self.new.splitlines(True)
        return "".join(unified_diff(before, after, name, name))

    def write(self) -> None:
        """Write the file; it takes its new content at once or not at all."""
        mark = b"\xef\xbb\xbf" if self.path.read_bytes().startswith(b"\xef\xbb\xbf") else b""
        target = self.path.resolve()
        scratch = target.with_name(f".{target.name}.tmp")
        scratch.write_bytes(mark + self.new.encode())
        shutil.copymode(target, scratch)
        os.replace(scratch, target)


def updates(bench: Bench, results: Iterable[RuleTestResult]) -> tuple[list[Update], list[Left]]:
    """The files to write, and what is left alone."""
    by_rule: dict[str, list[RuleTestResult]] = {}
    for result in results:
        by_rule.setdefault(result.test.rule, []).append(result)
    found: list[Update] = []
    left: list[Left] = []
    for code, own in by_rule.items():
        failing = [result for result in own if result.kind != "ok"]
        file = bench.files[code].file
        if not failing:
            continue
        if not isinstance(file, YamlFile):
            left += [_left(result, _PACK) for result in failing]
        elif _installed(file):
            left.append(_left(failing[0], _INSTALLED))
        else:
            update = _update(bench, code, file, own, left)
            found += [update] if update else []
    return found, left


_INSTALLED = Text("装好的自带规则不改写", "the rules of an installation are not changed")
_PACK = Text("pack.yaml 里的测试请手工修改", "a test in pack.yaml is for people to change")
_BROKEN = Text("测试本身有误，先改测试", "the test itself is broken")
_EACH = Text("带 each 的测试请手工修改", "a test with each is for people to change")
_NO_RULE = Text(
    "改后不成规则（应有发现、应无发现的测试至少各有一个），没有改",
    "no rule would be left (it needs a test in which it fires and one in which it is silent)",
)


def _update(
    bench: Bench,
    code: str,
    file: YamlFile,
    results: Sequence[RuleTestResult],
    left: list[Left],
) -> Update | None:
    numbers = [result.test.number for result in results]
    edits: list[Edit] = []
    names: list[str] = []
    for result in results:
        if result.kind == "ok":
            continue
        if result.kind == "broken":
            left.append(_left(result, _BROKEN))
        elif numbers.count(result.test.number) > 1:
            left.append(_left(result, _EACH))
        else:
            edits += _edits(bench, code, file, result)
            names.append(result.test.name)
    if not edits:
        return None
    text = file.source.text
    for edit in sorted(edits, reverse=True):
        text = edit.apply(text)
    failing = next(result for result in results if result.test.name == names[0])
    if not _holds(bench, code, file, text, names):
        left.append(_left(failing, _NO_RULE))
        return None
    return Update(Path(file.source.name), file.source.text, text, tuple(names))


def _edits(bench: Bench, code: str, file: YamlFile, result: RuleTestResult) -> Iterator[Edit]:
    """The new ``want``, and ``outcome`` where one is given."""
    test = result.test
    report = bench.reports.of(test)
    seen = lint_alone(bench.pack, bench.pack.rules[code], test, report)
    wanted = ", ".join(_written(one) for one in seen.findings if one.rule == code)
    path: KeyPath = ("tests", test.number)
    yield _replaced(file, (*path, "want"), f"[{wanted}]")
    if test.outcome is not None:
        yield _replaced(file, (*path, "outcome"), outcome_of(code, seen))


def _written(finding: Finding) -> str:
    """A finding as ``want`` has it."""
    parts = {
        "at": finding.locator,
        "contains": finding.message,
        "severity": finding.severity,
    }
    written = ", ".join(f"{key}: {_scalar(value)}" for key, value in parts.items() if value)
    return f"{{{written}}}"


def _scalar(text: str) -> str:
    return text if _PLAIN.fullmatch(text) else dumps(text, ensure_ascii=False)


def _replaced(file: YamlFile, path: KeyPath, new: str) -> Edit:
    """A value is written anew; a list of lines ends with its last word, and goes behind its key."""
    text, extent = file.source.text, file.extents[path]
    if text[extent.start] != "-":
        return Edit(extent.start, extent.end, new)
    end = max(
        one.end
        for key, one in file.extents.items()
        if key[: len(path)] == path
        and (isinstance(value_at(file.data, key), str) or text[one.start] in "[{")
    )
    end = len(text[:end].rstrip())
    colon = text.index(":", extent.key_end)
    if text[colon + 1 : extent.start].isspace():
        return Edit(colon + 1, end, " " + new)
    return Edit(extent.start, end, new)


def _holds(bench: Bench, code: str, file: YamlFile, text: str, names: Sequence[str]) -> bool:
    """Whether the new text is a rule whose changed tests hold."""
    try:
        made = reread(parse_yaml(file.source.name, text), bench.forms, shipped=False)
    except PackError:
        return False
    if made.rule is None or _apart(made.file.data, names) != _apart(file.data, names):
        return False
    changed = [test for test in made.tests if test.name in names]
    return all(one.kind == "ok" for one in run_tests(bench.pack, changed, bench.reports))


def _apart(data: Any, names: Sequence[str]) -> Any:
    """The data without what the changed tests want."""
    ours = ("want", "outcome")
    tests = [
        {key: value for key, value in test.items() if key not in ours}
        if test["name"] in names
        else test
        for test in data["tests"]
    ]
    return {**data, "tests": tests}


def _installed(file: YamlFile) -> bool:
    path = os.path.abspath(file.source.name)
    return os.path.exists(shipped.COMPILED) and path.startswith(shipped.RULES + os.sep)


def _left(result: RuleTestResult, why: Text) -> Left:
    return Left(result.test.file, result.test.line, result.test.name, why)
