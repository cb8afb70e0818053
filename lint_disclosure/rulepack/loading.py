"""Get a rule pack: the shipped one, or rules from files and folders.

The shipped rules come compiled in a wheel and as YAML in a checkout. A folder that has ``forms`` in
it is a whole pack; rules from anywhere else are read against the shipped forms.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from lint_disclosure import __version__
from lint_disclosure.rulepack import shipped
from lint_disclosure.rulepack.model import RulePack

if TYPE_CHECKING:
    from pathlib import Path

    from lint_disclosure.rulepack.cases import RuleTest
    from lint_disclosure.rulepack.forms import Forms
    from lint_disclosure.rulepack.problem import Problem


class Sources(NamedTuple):
    """What was read from YAML: the pack, the tests of its rules, and all that is wrong.

    ``alone``: the forms are not the shipped ones, so the shipped rules cannot stand beside these.
    """

    pack: RulePack
    tests: tuple[RuleTest, ...]
    problems: tuple[Problem, ...]
    alone: bool


def load_pack(paths: Sequence[Path] | None = None) -> RulePack:
    """The shipped pack, with the rules of the files and folders given beside it.

    A rule that is given takes the place of the shipped one of the same code, and a folder with
    forms of its own stands alone. Raises ``PackError``.
    """
    if paths is None:
        return _shipped_pack()
    own = _sound(load_sources(paths))
    if own.alone:
        return own.pack
    rules = {**_shipped_pack().rules, **own.pack.rules}
    return own.pack._replace(rules=dict(sorted(rules.items())))


def load_tests(paths: Sequence[Path] | None = None) -> tuple[RulePack, tuple[RuleTest, ...]]:
    """The rules of the files and folders given, and the tests that they carry.

    Everything is read from YAML; without paths the shipped rules. Raises ``PackError``.
    """
    sources = _sound(load_sources(paths))
    return sources.pack, sources.tests


def lint_paths(paths: Sequence[Path] | None = None) -> list[Problem]:
    """Everything that is wrong with rule and form files; the shipped ones without paths."""
    return list(load_sources(paths).problems)


def load_sources(paths: Sequence[Path] | None = None) -> Sources:
    """Read YAML files, going on after mistakes; without paths the shipped ones."""
    from pathlib import Path

    from lint_disclosure.rulepack.crossing import cross_problems
    from lint_disclosure.rulepack.forms import load_forms
    from lint_disclosure.rulepack.rules import read_rule

    chosen = [_near(Path(shipped.RULES))] if paths is None else [Path(path) for path in paths]
    problems = _useless(chosen)
    folder = _forms_folder(chosen)
    forms = load_forms(folder) if folder else _shipped_forms()
    problems += forms.problems
    # Rules that are held against half-read forms would seem wrong themselves.
    known = forms._replace(forms={}) if forms.problems else forms
    files = []
    for path in _rule_files(chosen):
        file, found = read_rule(path, known, shipped=_is_shipped(path))
        problems += found
        if file is not None:
            files.append(file)
    problems += cross_problems(files, _shipped_codes())
    rules = {file.rule.id: file.rule for file in files if file.rule is not None}
    pack = RulePack(
        name=chosen[0].name if chosen else "",
        version=__version__,
        rules=dict(sorted(rules.items())),
        forms=forms.forms,
        characters=forms.characters,
        bodies=forms.bodies,
        vocabulary=forms.vocabulary,
    )
    tests = tuple(test for file in files for test in file.tests)
    problems.sort(key=lambda problem: (problem.file, problem.line, problem.column))
    return Sources(pack, tests, tuple(problems), alone=folder is not None)


@cache
def _shipped_pack() -> RulePack:
    if os.path.exists(shipped.COMPILED):
        from lint_disclosure.rulepack.compiled import from_json

        with open(shipped.COMPILED, "rb") as file:
            return from_json(file.read())
    return _sound(load_sources()).pack


@cache
def _shipped_forms() -> Forms:
    from pathlib import Path

    from lint_disclosure.rulepack.forms import Forms, load_forms

    if os.path.exists(shipped.COMPILED):
        pack = _shipped_pack()
        return Forms(pack.forms, pack.characters, pack.bodies, pack.vocabulary)
    return load_forms(_near(Path(shipped.RULES)) / "forms")


def _forms_folder(chosen: Sequence[Path]) -> Path | None:
    """The folder ``forms`` that goes with what is read; None for the shipped one.

    It is in the folder that is read, or beside the group of a single rule. The shipped folder is
    read where it is named itself, so that its files are checked.
    """
    for path in chosen:
        folder = path.parent if path.is_file() else path
        places = (folder, folder / "forms", folder.parent / "forms")
        for place in places:
            if place.name == "forms" and place.is_dir():
                beside = place is places[2]
                return None if beside and _is_shipped(place) else place
    return None


def _rule_files(chosen: Sequence[Path]) -> list[Path]:
    """The rule files among files and folders, each once."""
    found: dict[Path, Path] = {}
    for path in chosen:
        files = [path] if path.is_file() else sorted((*path.rglob("*.yaml"), *path.rglob("*.yml")))
        for file in files:
            if file.parent.name != "forms":
                found.setdefault(file.resolve(), file)
    return list(found.values())


def _useless(chosen: Sequence[Path]) -> list[Problem]:
    """Paths that lead to no file: a typing error must not pass for a clean pack."""
    from lint_disclosure.rulepack.model import Text
    from lint_disclosure.rulepack.problem import Problem

    found = []
    for path in chosen:
        if not path.exists():
            message = Text("没有这个文件或文件夹", "no such file or folder")
            found.append(Problem(str(path), 1, 1, message))
        elif path.name != "forms" and path.parent.name != "forms" and not _rule_files([path]):
            message = Text(
                "文件夹里没有规则文件（*.yaml）", "no rule files (*.yaml) in this folder"
            )
            found.append(Problem(str(path), 1, 1, message))
    return found


def _shipped_codes() -> list[str]:
    """Codes of the shipped rules, which own rules may name under ``needs`` and ``related``."""
    return [
        os.path.splitext(name)[0]
        for _, _, names in os.walk(shipped.RULES)
        for name in names
        if name.endswith((".yaml", ".yml")) and name[:1].isupper()
    ]


def _is_shipped(path: Path) -> bool:
    return os.path.abspath(path).startswith(shipped.RULES + os.sep)


def _near(path: Path) -> Path:
    """The path as seen from the working folder, where that is shorter."""
    try:
        return path.relative_to(os.getcwd())
    except ValueError:
        return path


def _sound(sources: Sources) -> Sources:
    if sources.problems:
        from lint_disclosure.rulepack.problem import PackError

        raise PackError(sources.problems)
    return sources
