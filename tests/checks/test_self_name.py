"""Check kind ``self_name``."""

from __future__ import annotations

import pytest

from lint_disclosure.checks import self_name
from lint_disclosure.evidence.verdict import PASS
from lint_disclosure.report.model import Report
from tests.checks.sample import only, pointed_at, read, rule

NAMES = rule(
    "self_name",
    names=[{"said": ["我局"], "words": ["局"]}, {"said": ["我镇", "本镇"], "words": ["镇"]}],
)


def report(issuer: str, words: str) -> Report:
    """The report of a body that says these words in its overview."""
    return read(f"{issuer}2024年政府信息公开工作年度报告\n一、总体情况\n{words}\n")


def test_a_name_that_is_another_bodys():
    found = report("清溪镇人民政府", "我局公开信息8条。我镇办理申请，我局加强管理。")
    violation = only(self_name.check(NAMES, found))
    assert violation.slots == {"said": "我局", "issuer": "清溪镇人民政府", "count": 2}
    assert violation.at.locator == "一、总体情况"
    assert pointed_at(found, violation) == "我局"


@pytest.mark.parametrize(
    ("issuer", "words"),
    [
        ("清溪镇人民政府", "我镇公开信息8条，本镇加强管理。"),
        ("云川县水利局", "我局公开信息8条。"),
        ("云川县城镇管理局", "我局和我镇公开信息8条。"),
        ("云川县水利局", "《我镇的水》、“我镇发布”和公众号（我镇发布）公开信息8条。"),
    ],
)
def test_names_that_go_with_the_bodys(issuer, words):
    assert self_name.check(NAMES, report(issuer, words)) == PASS


def test_behind_a_quotation_that_is_closed():
    found = report("云川县水利局", "通过“云川水利”、《水利报》公开信息，我镇办理申请。")
    assert only(self_name.check(NAMES, found)).slots["said"] == "我镇"


def test_one_violation_a_way_to_call_oneself():
    both = rule("self_name", names=[*NAMES.options["names"], {"said": ["我社"], "words": ["社"]}])
    verdict = self_name.check(both, report("云川县供销社", "我局公开，我镇办理，我局管理。"))
    assert [one.slots["said"] for one in verdict.violations] == ["我局", "我镇"]


@pytest.mark.parametrize("issuer", ["云川县水利站", ""])
def test_a_body_that_the_name_does_not_tell(issuer):
    assert self_name.check(NAMES, report(issuer, "我镇公开信息8条。")).outcome == "not_applicable"
