"""Carry out what a pack changes in rules of other packs (``overrides`` in its pack.yaml)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from lint_disclosure.rulepack.forms import Forms
from lint_disclosure.rulepack.model import Text
from lint_disclosure.rulepack.overridden_file import OverriddenFile
from lint_disclosure.rulepack.packs import PackFolder
from lint_disclosure.rulepack.problem import PackError, Problem, did_you_mean
from lint_disclosure.rulepack.rules import RuleFile, read_changed
from lint_disclosure.rulepack.written import Written
from lint_disclosure.rulepack.yaml_source import YamlFile, read_yaml


def overridden(
    folder: PackFolder, files: Sequence[RuleFile], forms: Forms, shipped: Mapping[str, Path]
) -> tuple[list[RuleFile], list[Problem]]:
    """The rule files with the changes of a pack, and what is wrong with these.

    ``shipped`` are the files of the shipped rules, which are read when they are changed.
    """
    problems: list[Problem] = []
    known = {file.code: file for file in files}
    for code in folder.overrides:
        assert folder.file is not None
        at = ("overrides", code)
        try:
            base = known[code].file if code in known else _shipped_file(code, shipped)
        except PackError as error:
            problems += error.problems
            continue
        if base is None:
            message = Text(f"没有规则 {code}", f"there is no rule {code}")
            hint = did_you_mean(code, sorted({*known, *shipped}))
            problems.append(folder.file.problem(at, message, key=True, hint=hint))
            continue
        before = known.get(code)
        changed, found = _changed(base, folder.file, code, forms, before, shipped)
        problems += found
        known[code] = changed
    unchanged = [file for file in files if file.code not in folder.overrides]
    return [*unchanged, *(known[code] for code in folder.overrides if code in known)], problems


def _changed(
    base: Written,
    pack: YamlFile,
    code: str,
    forms: Forms,
    before: RuleFile | None,
    shipped: Mapping[str, Path],
) -> tuple[RuleFile, list[Problem]]:
    """The rule as the pack wants it. It stays a rule of the pack that it comes from."""
    file = OverriddenFile(base, pack, ("overrides", code))
    found, problems = read_changed(file, forms, shipped=code in shipped)
    off = pack.data["overrides"][code].get("off")
    rule = before.rule if before else None
    if found.rule is not None:
        name = rule.pack if rule else ""
        found = found._replace(rule=found.rule._replace(pack=name, off=off or (rule and rule.off)))
    return found, problems


def _shipped_file(code: str, shipped: Mapping[str, Path]) -> YamlFile | None:
    return read_yaml(shipped[code]) if code in shipped else None
