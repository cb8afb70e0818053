"""Check kind ``as_typed``."""

from __future__ import annotations

from lint_disclosure.checks import as_typed
from lint_disclosure.evidence.verdict import PASS
from lint_disclosure.report.model import Report
from tests.checks.sample import only, pointed_at, read, rule, specimen

SIGNS = rule(
    "as_typed",
    groups=[{"pairs": [",，", "(（", ")）", "-—"], "between": "chinese", "case": "signs"}],
    at_most_percent=50,
)
TRADITIONAL = rule("as_typed", groups=[{"pairs": ["資资", "訊讯"]}], at_most_percent=50)
BOTH = rule(
    "as_typed",
    groups=[{"pairs": ["資资"], "case": "words"}, {"pairs": ["１1"], "case": "digits"}],
    at_most_percent=50,
)


def saying(words: str) -> Report:
    """A report whose overview says nothing but these words."""
    return read(f"某局2024年政府信息公开工作年度报告\n一、总体情况\n{words}\n")


def test_a_text_as_it_should_be():
    assert as_typed.check(SIGNS, specimen()) == PASS
    assert as_typed.check(TRADITIONAL, specimen()) == PASS


def test_a_few_of_another_kind_are_told_once_at_the_first():
    report = saying("公开资讯，办理申请，加强管理,做好解读,及时更新，还有。")
    violation = only(as_typed.check(SIGNS, report))
    assert violation.slots == {
        "count": 2,
        "match": "强管理,做好解",
        "sign": ",",
        "instead": "，",
    }
    assert violation.cases == ("signs",)
    assert pointed_at(report, violation) == ","
    assert [text for _, text in violation.related] == [","]


def test_where_most_are_so_the_text_was_converted():
    verdict = as_typed.check(SIGNS, saying("公开资讯,办理申请,加强管理，做好解读。"))
    assert (verdict.outcome, verdict.why) == (
        "not_applicable",
        ("全文大多是这样写的，应当是转换时统一换的", "most of the text is so: it was converted"),
    )


def test_half_of_them_are_not_most():
    assert as_typed.check(SIGNS, saying("公开资讯,办理申请，加强管理。")).outcome == "fail"


def test_beside_latin_letters_and_digits_signs_may_be_half_width():
    assert as_typed.check(SIGNS, saying("公开，1,234条，见a(b)，电话0999-12，公开,12条。")) == PASS


def test_at_the_end_of_a_line_a_sign_stands_between_chinese_ones_too():
    assert (
        only(as_typed.check(SIGNS, saying("公开资讯，加强管理,\n做好解读。"))).slots["count"] == 1
    )


def test_what_is_shown_ends_with_the_line():
    violation = only(as_typed.check(SIGNS, saying("公开资讯，加强管理。\n做,\n好解读。")))
    assert violation.slots["match"] == "做,"


def test_characters_that_other_rules_see_as_one_are_told_apart():
    report = saying("公开资讯，公开資料。")
    violation = only(as_typed.check(TRADITIONAL, report))
    assert (violation.slots["sign"], violation.slots["instead"]) == ("資", "资")
    assert pointed_at(report, violation) == "資"


def test_groups_are_judged_apart():
    verdict = as_typed.check(BOTH, saying("公开資料，公开資讯，公开１条，共1条。"))
    assert [violation.cases for violation in verdict.violations] == [("digits",)]


def test_titles_and_tables_are_no_running_text():
    report = specimen(words={"规章 | 0": "规章資 | 0"})
    assert as_typed.check(TRADITIONAL, report) == PASS
