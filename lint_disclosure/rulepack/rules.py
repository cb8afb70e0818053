"""Rule files: one YAML file a rule, checked as strictly as code."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from lint_disclosure.finding import Basis
from lint_disclosure.rulepack.cases import RuleTest, read_tests
from lint_disclosure.rulepack.compiling import Compiler
from lint_disclosure.rulepack.fix_forms import fix_problems, read_fixes
from lint_disclosure.rulepack.forms import WRONG_YEARS, Forms
from lint_disclosure.rulepack.model import BodyProfile, Case, Form, Rule, Text, Years
from lint_disclosure.rulepack.overridden_file import OverriddenFile
from lint_disclosure.rulepack.problem import PackError, Problem, did_you_mean
from lint_disclosure.rulepack.rule_texts import text_problems
from lint_disclosure.rulepack.schema import Shape, check_kinds, decode, load_schema
from lint_disclosure.rulepack.shape_problems import shape_problems
from lint_disclosure.rulepack.written import KeyPath, Written
from lint_disclosure.rulepack.yaml_source import read_yaml
from lint_disclosure.rulepack.years import overlap, parse_years

DOCUMENTATION = "https://github.com/disclosure-lint/disclosure-lint/blob/main/docs/rules/{}.md"
DEFAULT_YEARS = ">=2019"

_CODE = re.compile(r"[A-Z]{3}[0-9]{3}")
_GROUP = re.compile(r"[A-Z]{3}")


class RuleFile(NamedTuple):
    """A rule file that was read. ``rule`` is None when something is wrong with it.

    ``inherited``: so many of the tests, the first ones, are those of the rule before a pack
    changed it, and need not hold any more.
    """

    file: Written
    data: Mapping[str, Any]
    rule: Rule | None
    tests: tuple[RuleTest, ...]
    inherited: int = 0

    @property
    def own_tests(self) -> tuple[RuleTest, ...]:
        """The tests that the rule, or the pack that changes it, brings itself."""
        return self.tests[self.inherited :]

    @property
    def code(self) -> str:
        """The rule's code; the file's name where the file does not give one."""
        return self.data.get("id") or Path(self.file.source.name).stem


def read_rule(path: Path, forms: Forms, *, shipped: bool) -> tuple[RuleFile | None, list[Problem]]:
    """Read one rule file, and everything that is wrong with it."""
    try:
        file = read_yaml(path)
    except PackError as error:
        return None, list(error.problems)
    if not isinstance(file.data, dict):
        message = Text("规则文件应由「键: 值」组成", "a rule file is a mapping of keys to values")
        return None, [file.problem((), message)]
    reader = _Reader(file, forms)
    reader.check_place(path)
    return reader.read(shipped=shipped), reader.problems


def read_changed(
    file: OverriddenFile, forms: Forms, *, shipped: bool
) -> tuple[RuleFile, list[Problem]]:
    """A rule with the changes of a pack."""
    reader = _Reader(file, forms)
    reader.problems += file.problems
    found = reader.read(shipped=shipped)
    own = sum(test.file == file.pack.source.name for test in found.tests)
    return found._replace(inherited=len(found.tests) - own), reader.problems


def reread(file: Written, forms: Forms, *, shipped: bool) -> RuleFile:
    """What the data of a file says, which need not be what stands in the file any more."""
    return _Reader(file, forms).read(shipped=shipped)


class _Reader:
    """Reads one rule file; goes on after a mistake, so that all of them are told at once."""

    def __init__(self, file: Written, forms: Forms) -> None:
        self.file = file
        self.forms = forms
        self.problems = list(file.repeated)

    def read(self, *, shipped: bool) -> RuleFile:
        schema = load_schema("rule")
        data = decode(self.file.data, Shape(schema))
        common = {key: value for key, value in data.items() if key in schema["properties"]}
        found = shape_problems(self.file, "rule", common)
        self.problems += found
        broken = {place[0] for place in found.values() if place}
        sound = {key: value for key, value in common.items() if key not in broken}
        years, forms = self.scope(sound.get("applies_to", {}))
        options = self.options(data, common, sound.get("check"), forms)
        self.problems += text_problems(self.file, sound)
        self.problems += fix_problems(self.file, sound, self.forms.characters)
        code = sound.get("id", "")
        tests: tuple[RuleTest, ...] = ()
        if "tests" in sound:
            tests = read_tests(self.file, code, sound["tests"], self.forms.forms, self.problems)
        rule = None if self.problems else _rule(sound, years, options, shipped=shipped)
        return RuleFile(self.file, sound, rule, tests)

    def check_place(self, path: Path) -> None:
        """A rule is found by its code: the file and the folder of its group are named by it."""
        code = self.file.data.get("id")
        if not isinstance(code, str) or not _CODE.fullmatch(code):
            return
        if path.stem != code:
            message = Text(f"文件名应为 {code}.yaml", f"the file should be called {code}.yaml")
            self.note(("id",), message)
        folder = path.absolute().parent.name
        if _GROUP.fullmatch(folder) and folder != code[:3]:
            message = Text(
                f"{code} 应放在文件夹 {code[:3]} 里，不是 {folder}",
                f"{code} belongs into the folder {code[:3]}, not {folder}",
            )
            self.note(("id",), message)

    def scope(self, applies_to: Mapping[str, Any]) -> tuple[Years, list[Form]]:
        """The years of a rule, and the forms that it applies to."""
        known = self.forms.forms
        years = parse_years(applies_to.get("years", DEFAULT_YEARS))
        if years is None:
            self.note(("applies_to", "years"), WRONG_YEARS)
            return Years(), []
        for index, key in enumerate(applies_to.get("forms", ())):
            if key not in known:
                message = Text(f"没有格式 {key}", f"there is no form {key}")
                self.note(("applies_to", "forms", index), message, did_you_mean(key, known))
        self.check_bodies(("applies_to",), applies_to)
        for index, profile in enumerate(applies_to.get("bodies", ())):
            self.check_bodies(("applies_to", "bodies", index), profile)
        wanted = applies_to.get("forms", known)
        chosen = [
            form for key, form in known.items() if key in wanted and overlap(form.years, years)
        ]
        if known and not chosen:
            spans = "；".join(f"{form.key}：{years_text(form.years)}" for form in known.values())
            self.note(
                ("applies_to", "years" if "years" in applies_to else "forms"),
                Text("没有一版格式适用于这些年份", "no form is in use in these years"),
                Text(f"各版格式的年份是 {spans}", f"the forms and their years are {spans}"),
            )
        return years, chosen

    def check_bodies(self, path: KeyPath, profile: Mapping[str, Sequence[str]]) -> None:
        """Kinds, levels and functions are those of the table of bodies."""
        for word, fact in (("kinds", "kind"), ("levels", "level"), ("functions", "function")):
            known = {str(body[fact]) for body in self.forms.bodies if body.get(fact)}
            for index, value in enumerate(profile.get(word, ())):
                if known and value not in known:
                    words = "、".join(sorted(known))
                    message = Text(f"bodies.yaml 里没有 {value}", f"bodies.yaml has no {value}")
                    hint = did_you_mean(value, known) or Text(
                        f"可用的有：{words}", f"known are: {words}"
                    )
                    self.note((*path, word, index), message, hint)

    def options(
        self, data: Mapping[str, Any], common: Mapping[str, Any], kind: Any, forms: list[Form]
    ) -> dict[str, Any]:
        """The options of the check kind, compiled."""
        if kind is None:
            return {}
        if kind not in check_kinds():
            message = Text(f"没有检查方式 {kind}", f"there is no check kind {kind}")
            self.note(("check",), message, did_you_mean(kind, check_kinds()))
            return {}
        name = f"checks/{kind}"
        shape = Shape(load_schema(name))
        options = decode({key: data[key] for key in data if key not in common}, shape)
        found = shape_problems(self.file, name, options, load_schema("rule")["properties"])
        self.problems += found
        broken = {place[0] for place in found.values() if place}
        compiler = Compiler(self.file, forms, self.forms.characters)
        compiled = compiler.options(
            {key: value for key, value in options.items() if key not in broken}, shape
        )
        self.problems += compiler.problems
        return compiled

    def note(self, path: KeyPath, message: Text, hint: Text | None = None) -> None:
        self.problems.append(self.file.problem(path, message, hint=hint))


def years_text(years: Years) -> str:
    """A range of years as it is written in a rule."""
    if years.last is None:
        return f">={years.first}"
    return f"<={years.last}" if years.first is None else f"{years.first}-{years.last}"


def _rule(
    data: Mapping[str, Any], years: Years, options: Mapping[str, Any], *, shipped: bool
) -> Rule:
    applies_to = data.get("applies_to", {})
    return Rule(
        id=data["id"],
        name=data["name"],
        title=Text(**data["title"]),
        severity=data["severity"],
        confidence=data.get("confidence", "high"),
        since=data["since"],
        years=years,
        forms=tuple(applies_to.get("forms", ())),
        **_profile(applies_to)._asdict(),
        bodies=tuple(map(_profile, applies_to.get("bodies", ()))),
        basis=tuple(Basis(**basis) for basis in data["basis"]),
        check=data["check"],
        options=options,
        needs=tuple(data.get("needs", ())),
        related=tuple(data.get("related", ())),
        message=Text(**data["message"]),
        help=Text(**data["help"]),
        exceptions=_text(data.get("exceptions")),
        cases={
            name: Case(case.get("severity"), _text(case.get("message")), _text(case.get("help")))
            for name, case in data.get("cases", {}).items()
        },
        url=DOCUMENTATION.format(data["id"]) if shipped else "",
        fixes=read_fixes(data),
    )


def _profile(data: Mapping[str, Sequence[str]]) -> BodyProfile:
    return BodyProfile(*(tuple(data.get(word, ())) for word in BodyProfile._fields))


def _text(data: Mapping[str, str] | None) -> Text | None:
    return None if data is None else Text(**data)
