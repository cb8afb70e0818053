"""Check kind ``field_format``."""

from __future__ import annotations

import pytest

from lint_disclosure.checks import field_format
from lint_disclosure.evidence.verdict import PASS
from tests.checks.sample import locators, only, pointed_at, rule, specimen

AREA = rule("field_format", fields=["contact.phone"], patterns=["^0999-", "^12345678$"])
CONTACT = rule(
    "field_format", fields=["contact.postcode", "contact.phone"], patterns=["^6990", "^0999-"]
)
PHONE = "电话：0999-6221034；"


def test_written_as_it_should_be():
    assert field_format.check(AREA, specimen()) == PASS
    assert field_format.check(AREA, specimen(words={"0999-6221034": "12345678"})) == PASS


def test_written_otherwise():
    report = specimen(words={"0999-6221034": "0998-6221034"})
    verdict = field_format.check(AREA, report)
    assert locators(verdict) == ["引言"]
    assert only(verdict).slots == {
        "field": "电话",
        "field_en": "telephone",
        "value": "0998-6221034",
    }
    assert pointed_at(report, only(verdict)) == "0998-6221034"


def test_one_violation_a_field():
    report = specimen(words={"699001": "788001", "0999-6221034": "0998-6221034"})
    found = field_format.check(CONTACT, report).violations
    assert [violation.slots["field"] for violation in found] == ["邮编", "电话"]


def test_a_field_that_is_not_stated_is_not_judged():
    verdict = field_format.check(AREA, specimen(words={PHONE: ""}))
    assert (verdict.outcome, verdict.why) == (
        "not_applicable", ("报告没有写电话", "the report states no telephone")
    )  # fmt: skip
    assert field_format.check(CONTACT, specimen(words={PHONE: ""})) == PASS


NUMBER = rule(
    "field_format",
    fields=["metadata.document_number"],
    patterns=["号$"],
    forbidden=["报告", "〔〕"],
)
HEAD = "公开方式: 主动公开"


@pytest.mark.parametrize(
    ("number", "outcome"),
    [("云水〔2025〕3号", "pass"), ("云水〔〕号", "fail"), ("年度报告号", "fail"), ("3", "fail")],
)
def test_what_a_field_must_not_hold(number, outcome):
    report = specimen(words={HEAD: f"文号: {number}"})
    assert field_format.check(NUMBER, report).outcome == outcome


def test_a_field_of_the_head_is_named_as_its_place():
    report = specimen(words={HEAD: "文号: 云水〔〕号"})
    violation = only(field_format.check(NUMBER, report))
    assert (violation.at.locator, pointed_at(report, violation)) == ("文号", "云水〔〕号")
