"""What relations of a set of rules say together: one for nothing, one twice, two that clash."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from lint_disclosure.rulepack.bounds import (
    Bound,
    Equations,
    always_holds,
    bound,
    exclude_each_other,
    never_holds,
)
from lint_disclosure.rulepack.instances import relation_instances
from lint_disclosure.rulepack.model import Form, Rule, TableForm, Text
from lint_disclosure.rulepack.problem import Problem
from lint_disclosure.rulepack.rule_scope import covers, meet
from lint_disclosure.rulepack.rules import RuleFile

_PLACE = ("require",)


class _Relation(NamedTuple):
    """A relation rule with its instances in each form; no file where it is not looked at itself."""

    file: RuleFile | None
    rule: Rule
    bounds: Mapping[str, tuple[Bound, ...]]

    def all(self) -> Iterator[tuple[str, Bound]]:
        """All instances with the key of their form."""
        for key, bounds in self.bounds.items():
            for one in bounds:
                yield key, one

    def problem(self, message: Text, hint: Text) -> Problem:
        assert self.file is not None
        return self.file.file.problem(_PLACE, message, hint=hint)


def relation_problems(
    files: Sequence[RuleFile], forms: Mapping[str, Form], beside: Iterable[Rule] = ()
) -> Iterator[Problem]:
    """Everything that is wrong with relations as a set; ``beside`` are used together with them."""
    known = [
        _Relation(None, rule, _bounds(rule, forms)) for rule in beside if rule.check == "relation"
    ]
    relations = [
        _Relation(file, file.rule, _bounds(file.rule, forms))
        for file in sorted(files, key=lambda file: file.code)
        if file.rule is not None and file.rule.check == "relation"
    ]
    sensible = known
    for one in relations:
        alone = list(_alone(one, forms))
        yield from alone
        if not alone:
            sensible.append(one)
    clashes = list(_clashes(sensible))
    yield from (problem for _, problem in clashes)
    broken = {code for code, _ in clashes}
    yield from _superfluous([one for one in sensible if one.rule.id not in broken])


def _bounds(rule: Rule, forms: Mapping[str, Form]) -> dict[str, tuple[Bound, ...]]:
    found = {}
    for key, form in forms.items():
        relation = rule.options["require"].get(key)
        bounds = [
            bound(one, relation["operator"], rule.options["table"])
            for one in relation_instances(rule.options["require"], rule.options, form)
        ]
        if bounds:
            found[key] = tuple(bounds)
    return found


def _alone(one: _Relation, forms: Mapping[str, Form]) -> Iterator[Problem]:
    """A relation that no numbers break, or that none keep."""

    def tables(key: str) -> Mapping[str, TableForm]:
        return forms[key].tables

    if one.bounds and all(always_holds(each, tables(key)) for key, each in one.all()):
        yield one.problem(
            Text(
                "这条关系式对任何不小于零的数都成立，规则永远不会报告",
                "this relation holds for all numbers from zero up, so the rule never fires",
            ),
            Text("核对比较号、正负号，以及两边是不是同样的项", "check the signs and both sides"),
        )
    for key, each in one.all():
        if never_holds(each, tables(key)):
            name = _name(forms[key], each)
            yield one.problem(
                Text(
                    f"这条关系式永远不成立（格式 {key}，{name}），规则总会报告",
                    f"this relation never holds (form {key}, {name}), so the rule always fires",
                ),
                Text("核对比较号、正负号和常数", "check the signs and the numbers"),
            )
            return


def _clashes(relations: Sequence[_Relation]) -> Iterator[tuple[str, Problem]]:
    """Rules that cannot be kept both; told once, at the one with the higher code."""
    for index, one in enumerate(relations):
        if one.file is None:
            continue
        others = [other for other in relations[:index] if meet(one.rule, other.rule)]
        against = next(([other] for other in others if _exclude(one, other)), None)
        if against is None and _forbidden(one, others):
            against = _needed(one, others, _forbidden)
        if against is not None:
            names = [other.rule.id for other in against]
            yield (
                one.rule.id,
                one.problem(
                    Text(
                        f"与 {'、'.join(names)} 不能同时成立",
                        f"cannot hold together with {', '.join(names)}",
                    ),
                    Text("其中至少有一条写错了", "at least one of them is wrong"),
                ),
            )


def _exclude(one: _Relation, other: _Relation) -> bool:
    """Whether two rules set bounds on the same sum that leave it no value."""
    return any(
        exclude_each_other(each, against)
        for key, each in one.all()
        for against in other.bounds.get(key, ())
    )


def _forbidden(one: _Relation, others: Sequence[_Relation]) -> bool:
    """Whether the equations of other rules fix a sum to a value that the rule forbids."""
    return any(value is not None and not each.holds(value) for each, value in _fixed(one, others))


def _follows(one: _Relation, others: Sequence[_Relation]) -> bool:
    """Whether the equations of other rules fix every sum to a value that the rule allows."""
    return bool(one.bounds) and all(
        value is not None and each.holds(value) for each, value in _fixed(one, others)
    )


def _fixed(one: _Relation, others: Sequence[_Relation]) -> Iterator[tuple[Bound, Fraction | None]]:
    """The instances of a rule with what the equations of others fix their sums to."""
    for key, bounds in one.bounds.items():
        equations = Equations()
        for other in others:
            for each in other.bounds.get(key, ()):
                if each.operator == "=":
                    equations.add(each)
        for each in bounds:
            yield each, equations.value(each.vector)


def _needed(
    one: _Relation,
    others: Sequence[_Relation],
    proves: Callable[[_Relation, Sequence[_Relation]], bool],
) -> list[_Relation]:
    """Those of the others without which they would not prove what they prove."""
    left = list(others)
    for other in reversed(others):
        rest = [each for each in left if each is not other]
        if proves(one, rest):
            left = rest
    return left


def _superfluous(relations: Sequence[_Relation]) -> Iterator[Problem]:
    """Rules that others make needless; each is held against those that are left."""
    left = list(relations)
    for one in [one for one in reversed(relations) if one.file is not None]:
        others = [other for other in left if other is not one and _goes_for(other, one)]
        same = next((other for other in others if _equal(other, one)), None)
        if same is not None:
            left.remove(one)
            yield one.problem(
                Text(
                    f"与 {same.rule.id} 是同一条关系，总是一起报告",
                    f"the same relation as {same.rule.id}: the two always fire together",
                ),
                Text("删去其中一条", "take one of them out"),
            )
            continue
        if _follows(one, others):
            left.remove(one)
            names = [other.rule.id for other in _needed(one, others, _follows)]
            yield one.problem(
                Text(
                    f"由 {'、'.join(names)} 可以推出，不会单独报告",
                    f"follows from {', '.join(names)}, so it never fires alone",
                ),
                Text(
                    "删去它，或者核对它要说的是不是别的意思",
                    "take it out, or see whether something else is meant",
                ),
            )


def _goes_for(other: _Relation, one: _Relation) -> bool:
    """Whether a rule judges whatever another one judges."""
    strict = one.rule.options.get("blank") == "zero"
    return covers(other.rule, one.rule) and (
        not strict or other.rule.options.get("blank") == "zero"
    )


def _equal(one: _Relation, other: _Relation) -> bool:
    return bool(other.bounds) and all(
        set(bounds) == set(one.bounds.get(key, ())) for key, bounds in other.bounds.items()
    )


def _name(form: Form, one: Bound) -> str:
    """The first cell of a bound, to tell which instance is meant."""
    if not one.vector:
        return "0"
    table, row, column = one.vector[0][0]
    return f"{form.tables[table].rows[row].short}.{form.tables[table].columns[column].label}"
