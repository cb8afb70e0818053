"""From the fixes of a rule to edits: the least that has to change, or nothing at all."""

from __future__ import annotations

import pytest

from lint_disclosure.editing import applied
from lint_disclosure.evidence.fix import fix_of
from lint_disclosure.evidence.verdict import Violation
from lint_disclosure.place import Place
from lint_disclosure.report.model import Mark
from lint_disclosure.rulepack.model import FixForm
from tests.checks.sample import read

HEAD = "云川县水利局2024年政府信息公开工作年度报告\n一、总体情况\n"


def fixed(said, form, *, found=None, related=(), cases=(), private=False):
    """The fix for words in a report, and the report's last line once it is made."""
    text = f"{HEAD}{said}\n"
    report = read(text)

    def mark(words):
        start = text.index(words, len(HEAD))
        return Mark(Place(), ((start, start + len(words)),), "")

    violation = Violation(
        mark(found or said),
        {},
        related=tuple((mark(words), "") for words in related),
        cases=cases,
        private=private,
    )
    fix = fix_of([form], violation, report, "zh")
    return fix, fix and applied(text, fix.edits)[len(HEAD) :].rstrip("\n")


def test_only_what_differs_is_edited_so_that_an_edit_seldom_reaches_over_markup():
    form = FixForm("safe", None, "《中华人民共和国保守国家秘密法》")
    fix, after = fixed("根据《中华人民共和国保密法》。", form, found="《中华人民共和国保密法》")
    assert fix is not None
    assert after == "根据《中华人民共和国保守国家秘密法》。"
    (edit,) = fix.edits
    assert (edit.replacement, edit.location.column, edit.location.end_column) == (
        "保守国家秘",
        11,
        12,
    )
    assert fix.title == "「《中华人民共和国保密法》」改为「《中华人民共和国保守国家秘密法》」"


def test_what_is_found_is_replaced_wherever_it_stands_in_the_match():
    fix, after = fixed("甲的的乙的的丙", FixForm("unsafe", "的的", "的"))
    assert fix is not None
    assert (after, fix.safety, len(fix.edits)) == ("甲的乙的丙", "unsafe", 2)
    assert fix.title == "「的的」改为「的」（共 2 处）"


def test_patterns_see_the_text_folded_and_without_blanks():
    _, after = fixed("函［ 2021］30号", FixForm("safe", r"[\[\]]", None, "［］", "〔〕"))
    assert after == "函〔 2021〕30号"


def test_characters_are_replaced_one_by_one_in_related_places_too():
    form = FixForm("safe", None, None, "０１２", "012", everywhere=True)
    _, after = fixed("共１2件，另２０件", form, found="１2", related=("２０",))
    assert after == "共12件，另20件"
    _, after = fixed(
        "共１2件，另２０件", form._replace(everywhere=False), found="１2", related=("２０",)
    )
    assert after == "共12件，另２０件"


def test_a_place_that_is_named_twice_is_edited_once():
    form = FixForm("safe", None, None, "１", "1", everywhere=True)
    fix, after = fixed("共１件", form, found="１", related=("１",))
    assert fix is not None
    assert (after, len(fix.edits)) == ("共1件", 1)


@pytest.mark.parametrize("cases", [(), ("other",), ("other", "digits")])
def test_a_fix_for_a_case_is_for_that_case(cases):
    assert fixed("１", FixForm("safe", None, "1", case="digits"), cases=cases) == (None, None)


def test_a_fix_for_the_case_of_the_finding():
    assert fixed("１", FixForm("safe", None, "1", case="digits"), cases=("digits",))[1] == "1"


def test_what_would_change_a_number_is_shown_only():
    fix, _ = fixed("函〔2022〕30号", FixForm("safe", None, "函〔2021〕30号"))
    assert fix is not None
    assert fix.safety == "display-only"
    fix, _ = fixed("共011件", FixForm("safe", None, "11"), found="011")
    assert fix is not None
    assert fix.safety == "display-only"


@pytest.mark.parametrize(
    ("said", "form"),
    [
        ("截至今日", FixForm("safe", "截止", "截至")),
        ("截至今日", FixForm("safe", "截至", "截至")),
        ("截\n止今日", FixForm("safe", None, "截至今日")),
        ("截(jie)止今日", FixForm("safe", "截止", "截至")),
    ],
)
def test_nothing_is_offered_where_nothing_changes_or_something_stands_between(said, form):
    assert fixed(said, form) == (None, None)


def test_nothing_is_offered_for_what_is_private():
    assert fixed("１", FixForm("safe", None, "1"), private=True) == (None, None)


def test_what_is_taken_out_is_said():
    fix, after = fixed("特此报告此", FixForm("unsafe", "此$", ""))
    assert fix is not None
    assert (after, fix.title) == ("特此报告", "删去「此」")
