"""What the engine makes of rules: selection, outcomes, needs, severities, order, identity."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lint_disclosure.api import read
from lint_disclosure.engine import Selection, run
from lint_disclosure.finding import FileResult
from lint_disclosure.report.model import Body
from lint_disclosure.rulepack.model import BodyProfile, Rule, RulePack

Lint = Callable[..., FileResult]


@pytest.fixture
def lint_changed(pack: RulePack) -> Lint:
    """Lint the specimen of the 2021 form after some replacements."""

    def lint(*changes: tuple[str, str], partial: bool = False, **selection: object) -> FileResult:
        text = pack.forms["2021"].specimen
        for old, new in changes:
            assert text.count(old) == 1, old
            text = text.replace(old, new)
        report = read(text.encode(), name="report.txt", pack=pack, partial=partial)
        return run(report, pack, Selection(**{"profile": "all", **selection}))  # type: ignore[arg-type]

    return lint


ROW = ("| 7 | 3 | 0 | 0 | 1 | 0 | 11 |", "| 7 | 3 | 0 | 0 | 1 | 0 | 12 |")
POLICE = BodyProfile(("department",), (), ("police",))
OFFICES = BodyProfile(("office",), ("county",), ())
NO_SECTION_SIX = ("六、其他需要报告的事项\n2024年，县水利局未收取政府信息公开信息处理费。\n", "")


def codes(result: FileResult) -> list[str]:
    return [finding.rule for finding in result.findings]


def test_every_rule_has_exactly_one_outcome(lint_changed: Lint, pack: RulePack) -> None:
    result = lint_changed(ROW)
    assert sum(result.outcomes) == len(pack.rules)
    assert result.outcomes.failed == 3


@pytest.mark.parametrize(
    ("selection", "expected"),
    [
        ({}, ["ARI001"]),
        ({"select": ("ARI001",)}, ["ARI001"]),
        ({"select": ("ARI",), "ignore": ("ARI001",)}, ["ARI003"]),
        ({"select": ("TAB",)}, []),
        ({"profile": "gate", "severities": (("ARI001", "info"),)}, ["ARI001"]),
    ],
)
def test_selection(selection: dict[str, object], expected: list[str], lint_changed: Lint) -> None:
    assert codes(lint_changed(ROW, **selection)) == expected


def test_findings_below_the_profile_are_counted_as_hidden(lint_changed: Lint) -> None:
    lowered = (("ARI001", "info"), ("ARI003", "warning"))
    result = lint_changed(ROW, profile="gate", severities=lowered)
    assert (codes(result), result.hidden) == ([], 1)


def test_a_rule_that_needs_a_failed_one_does_not_apply(lint_changed: Lint, pack: RulePack) -> None:
    rule = pack.rules["STR002"]._replace(id="STR999", needs=("STR001",))
    changed = pack._replace(rules={**pack.rules, "STR999": rule})
    text = pack.forms["2021"].specimen.replace(*NO_SECTION_SIX)
    result = run(read(text.encode(), pack=pack), changed, Selection(select=("STR999",)))
    assert result.not_applicable == (("STR999", "先处理 STR001"),)


def test_a_rule_for_governments_does_not_apply_to_a_bureau(lint_changed: Lint) -> None:
    notes = dict(lint_changed().not_applicable)
    assert notes["STR009"] == "不适用于这类机关"


@pytest.mark.parametrize(
    ("kinds", "levels", "functions", "bodies", "outcome"),
    [
        ((), (), (), (), "applies"),
        (("department",), ("county",), ("police",), (), "applies"),
        (("department", "office"), (), (), (), "applies"),
        (("office",), (), (), (), "not meant"),
        ((), ("city",), (), (), "not meant"),
        ((), (), ("audit",), (), "not meant"),
        ((), (), (), (POLICE, OFFICES), "applies"),
        ((), (), (), (OFFICES,), "not meant"),
        ((), ("county",), (), (POLICE,), "applies"),
        ((), ("city",), (), (POLICE,), "not meant"),
    ],
)
def test_the_bodies_that_a_rule_is_for(kinds, levels, functions, bodies, outcome, pack):
    rule = pack.rules["STR002"]._replace(
        kinds=kinds, levels=levels, functions=functions, bodies=bodies
    )
    assert _outcome(rule, Body("county", "department", "police"), pack) == outcome


def test_bodies_of_which_too_little_is_known(pack):
    rule = pack.rules["STR002"]
    unknown = Body(None, "department", None)
    for bodies in ((POLICE,), (POLICE, OFFICES)):
        assert _outcome(rule._replace(bodies=bodies), unknown, pack) == "not known"
    assert _outcome(rule._replace(bodies=(OFFICES,)), unknown, pack) == "not meant"
    assert _outcome(rule._replace(levels=("county",)), unknown, pack) == "not known"
    assert _outcome(rule._replace(kinds=("office",), levels=("county",)), unknown, pack) == (
        "not meant"
    )


def _outcome(rule: Rule, body: Body, pack: RulePack) -> str:
    report = read(pack.forms["2021"].specimen.encode(), pack=pack)._replace(body=body)
    result = run(report, pack._replace(rules={rule.id: rule}), Selection(profile="all"))
    reasons = {"机关类别不明，不作判断": "not known", "不适用于这类机关": "not meant"}
    return reasons[result.not_applicable[0].why] if result.not_applicable else "applies"


def test_a_report_with_an_undecided_error_is_partly_checked(lint_changed: Lint) -> None:
    result = lint_changed(NO_SECTION_SIX, partial=True)
    assert (result.status, result.undecided_error, codes(result)) == ("partly_checked", True, [])


def test_findings_stand_in_the_order_of_the_text(lint_changed: Lint) -> None:
    result = lint_changed(ROW, ("14条。", "24条。"))
    lines = [finding.location.line for finding in result.findings if finding.location]
    assert lines == sorted(lines)
    assert len(lines) == 2


def test_an_edit_elsewhere_leaves_the_fingerprint_and_other_values_change_it(
    lint_changed: Lint,
) -> None:
    selection = {"select": ("ARI001",)}
    first = lint_changed(ROW, **selection).findings[0]
    moved = lint_changed(ROW, ("一、总体情况\n", "一、总体情况\n\n\n"), **selection).findings[0]
    other = lint_changed((ROW[0], ROW[1].replace("12", "13")), **selection).findings[0]
    assert first.location != moved.location
    assert first.fingerprint == moved.fingerprint != other.fingerprint
    assert len(first.fingerprint) == 64


def test_only_the_form_of_the_report_is_named_as_basis(lint_changed: Lint) -> None:
    finding = lint_changed(ROW, select=("ARI001",)).findings[0]
    assert [one.document for one in finding.basis] == ["国办公开办函〔2021〕30号"]


def test_english(pack: RulePack) -> None:
    text = pack.forms["2021"].specimen.replace(*ROW)
    result = run(read(text.encode(), pack=pack), pack, Selection(select=("ARI001",)), "en")
    assert result.findings[0].message.isascii() or "一、本年新收" in result.findings[0].message
