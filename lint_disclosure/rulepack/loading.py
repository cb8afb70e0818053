"""Get a rule pack: the shipped one, or the shipped one with packs of a team or a place beside it.

The shipped rules come compiled in a wheel and as YAML in a checkout. A folder that has ``forms`` in
it is a whole pack and stands alone; rules from anywhere else are read against the shipped forms.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from lint_disclosure.rulepack import shipped
from lint_disclosure.rulepack.model import Rule, RulePack

if TYPE_CHECKING:
    from pathlib import Path

    from lint_disclosure.rulepack.cases import RuleTest
    from lint_disclosure.rulepack.forms import Forms
    from lint_disclosure.rulepack.packs import PackFolder
    from lint_disclosure.rulepack.problem import Problem
    from lint_disclosure.rulepack.rules import RuleFile


class Sources(NamedTuple):
    """What was read from YAML: the pack, the tests of its rules, and all that is wrong.

    ``alone``: the forms are not the shipped ones, so the shipped rules cannot stand beside these.
    """

    pack: RulePack
    files: tuple[RuleFile, ...]
    problems: tuple[Problem, ...]
    alone: bool

    @property
    def tests(self) -> tuple[RuleTest, ...]:
        """The tests of all rules; of one that a pack changes those that the pack brings."""
        return tuple(test for file in self.files for test in file.own_tests)


def load_pack(paths: Sequence[Path] | None = None) -> RulePack:
    """The shipped pack, with the packs given beside it, each over those before it.

    A path is a folder, a file or the name of a local pack that is shipped. A folder with forms of
    its own stands alone. Raises ``PackError``; then nothing of what was given is used.
    """
    if paths is None:
        return _shipped_pack()
    from lint_disclosure.rulepack.cache import Cache

    kept = Cache(paths)
    pack = kept.get()
    if pack is None:
        pack = _beside_shipped(_sound(load_sources(paths)))
        kept.put(pack)
    return pack


def load_tests(paths: Sequence[Path] | None = None) -> tuple[RulePack, tuple[RuleTest, ...]]:
    """The packs given beside the shipped one, and the tests that they carry.

    What is given is read from YAML; without paths the shipped rules are. Raises ``PackError``.
    """
    pack, files = load_files(paths)
    return pack, tuple(test for file in files for test in file.own_tests)


def load_files(
    paths: Sequence[Path] | None = None,
) -> tuple[RulePack, tuple[RuleFile, ...]]:
    """The packs given beside the shipped one, and the files of their rules. The same otherwise."""
    sources = _sound(load_sources(paths))
    return (sources.pack if paths is None else _beside_shipped(sources)), sources.files


def lint_paths(paths: Sequence[Path] | None = None) -> list[Problem]:
    """Everything that is wrong with rule and form files; the shipped ones without paths."""
    return list(load_sources(paths).problems)


def shipped_packs() -> list[list[Path]]:
    """The shipped rules and each local pack, as paths for the functions above."""
    from pathlib import Path

    from lint_disclosure.rulepack.packs import local_packs

    return [[_near(Path(shipped.RULES))], *([_near(path)] for path in local_packs().values())]


def load_sources(paths: Sequence[Path] | None = None) -> Sources:
    """Read YAML files, going on after mistakes; without paths the shipped rules."""
    from pathlib import Path

    from lint_disclosure.rulepack.crossing import cross_problems
    from lint_disclosure.rulepack.forms import load_forms

    chosen = [_near(Path(shipped.RULES))] if paths is None else [Path(path) for path in paths]
    folders, problems = _folders(chosen)
    own_forms = _forms_folder([folder.path for folder in folders])
    forms = load_forms(own_forms) if own_forms else _shipped_forms()
    problems += forms.problems
    # Rules that are held against half-read forms would seem wrong themselves.
    known = forms._replace(forms={}) if forms.problems else forms
    files: list[RuleFile] = []
    for folder in folders:
        files, found = _with_folder(files, folder, known, alone=own_forms is not None)
        problems += found
    beside = {} if own_forms else _rules_beside(files)
    problems += cross_problems(files, shipped_files(), beside)
    rules = {file.rule.id: file.rule for file in files if file.rule is not None}
    pack = RulePack(
        packs=tuple(folder.info for folder in folders),
        rules=dict(sorted(rules.items())),
        forms=forms.forms,
        characters=forms.characters,
        bodies=forms.bodies,
        vocabulary=forms.vocabulary,
        claims=forms.claims,
    )
    problems = sorted(
        dict.fromkeys(problems), key=lambda problem: (problem.file, problem.line, problem.column)
    )
    return Sources(pack, tuple(files), tuple(problems), alone=own_forms is not None)


def _folders(chosen: Sequence[Path]) -> tuple[list[PackFolder], list[Problem]]:
    """The packs in the paths; what leads to nothing must not pass for a clean pack."""
    from lint_disclosure.rulepack.model import Text
    from lint_disclosure.rulepack.packs import BESIDE_RULES, locate, read_folder
    from lint_disclosure.rulepack.problem import Problem

    folders, problems = [], []
    # A pack.yaml stands for its folder; so does whatever else is no rule (我县规则/*.yaml).
    wanted = [word.parent if word.name in BESIDE_RULES else word for word in chosen]
    for word in dict.fromkeys(wanted):
        path, problem = locate(word)
        if problem:
            problems.append(problem)
            continue
        folder = read_folder(path)
        problems += folder.problems
        forms = path.name == "forms" or path.parent.name == "forms"
        if not (folder.rules or folder.file or folder.problems or forms):
            message = Text(
                "文件夹里没有规则文件（*.yaml）", "no rule files (*.yaml) in this folder"
            )
            problems.append(Problem(str(path), 1, 1, message))
        folders.append(folder)
    return folders, problems


def _with_folder(
    files: Sequence[RuleFile], folder: PackFolder, forms: Forms, *, alone: bool
) -> tuple[list[RuleFile], list[Problem]]:
    """The rule files of the packs before, with those of a pack, changed as it wants."""
    from lint_disclosure.rulepack.overriding import overridden
    from lint_disclosure.rulepack.rules import read_rule

    problems: list[Problem] = []
    read: list[RuleFile] = list(files)
    seen = {os.path.realpath(file.file.source.name) for file in files}
    for path in folder.rules:
        if os.path.realpath(path) in seen:
            continue
        file, found = read_rule(path, forms, shipped=_is_shipped(path))
        problems += found
        if file is not None:
            rule = file.rule and file.rule._replace(pack=folder.info.name)
            read.append(file._replace(rule=rule))
    changed, found = overridden(folder, read, forms, {} if alone else shipped_files())
    return changed, problems + found


def _beside_shipped(own: Sources) -> RulePack:
    """The shipped pack with what was read in front of it."""
    if own.alone:
        return own.pack
    whole = _shipped_pack()
    rules = {**whole.rules, **own.pack.rules}
    return own.pack._replace(
        packs=(*whole.packs, *own.pack.packs), rules=dict(sorted(rules.items()))
    )


def _rules_beside(files: Sequence[RuleFile]) -> Mapping[str, Rule]:
    """The shipped rules that stay as they are beside those in the files."""
    from lint_disclosure.rulepack.problem import PackError

    read = {file.code for file in files if _is_shipped(file.file.source.name)}
    try:
        whole = _shipped_pack().rules
    except PackError:
        return {}  # the shipped rules are being edited, and are linted for themselves
    return {code: rule for code, rule in whole.items() if code not in read}


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
        return Forms(pack.forms, pack.characters, pack.bodies, pack.vocabulary, pack.claims)
    return load_forms(_near(Path(shipped.RULES)) / "forms")


@cache
def shipped_files() -> Mapping[str, Path]:
    """The files of the shipped rules by their codes, local packs left out."""
    from pathlib import Path

    return {path.stem: path for path in sorted(Path(shipped.RULES).glob("[A-Z][A-Z][A-Z]/*.yaml"))}


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


def _is_shipped(path: str | Path) -> bool:
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
