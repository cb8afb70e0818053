"""Check kind ``numbered_points``."""

from __future__ import annotations

import pytest

from lint_disclosure.checks import numbered_points
from lint_disclosure.report.model import Report
from tests.checks.sample import only, pointed_at, read, rule

POINTS = rule("numbered_points", endings=["是", "要"])


def saying(words: str) -> Report:
    """A report with these words in its fifth part."""
    return read(
        "某局2024年政府信息公开工作年度报告\n一、总体情况\n公开信息8条。\n"
        f"五、存在的主要问题及改进情况\n{words}\n六、其他需要报告的事项\n四是没有了。\n"
    )


def test_a_number_that_is_skipped():
    report = saying("一是少，二是慢，四是乱。")
    violation = only(numbered_points.check(POINTS, report))
    assert violation.slots == {"before": "二是", "after": "四是", "missing": "三是"}
    assert violation.at.locator == "五、存在的主要问题及改进情况"
    assert pointed_at(report, violation) == "四是"
    assert [text for _, text in violation.related] == ["二是"]


@pytest.mark.parametrize(
    "words",
    [
        "一是少，二是慢，三是乱，四是散。",
        "一是少。二是慢。\n三是乱。",
        "一是少，二是慢。一是增，二是快，三是齐。",
        "一是少：一是图、二是文、三是表；二是慢，三是乱。",
        "一是少，二是慢：一是图、二是文、三是表、四是册；三是乱。",
        "二是慢，四是乱。统一是一样，之一是图。",
        "一是少，第二慢，三是乱。",
        "一是少，二是慢，三要快。",
        "一是少，二是慢，第四是说别的。",
        "一是少。第二，慢。三是乱。",
    ],
)
def test_points_without_a_gap(words):
    assert numbered_points.check(POINTS, saying(words)).outcome == "pass"


@pytest.mark.parametrize(
    ("words", "gaps"),
    [
        ("一是少，三是乱。", [("一是", "三是")]),
        ("一要增。\n四要齐。", [("一要", "四要")]),
        ("一是少，二是慢，四是乱，五是散，七是杂。", [("二是", "四是"), ("五是", "七是")]),
        ("一是少：一是图、三是表；二是慢。", [("一是", "三是")]),
    ],
)
def test_gaps(words, gaps):
    found = numbered_points.check(POINTS, saying(words)).violations
    assert [(one.slots["before"], one.slots["after"]) for one in found] == gaps


def test_without_a_first_point_there_is_no_list():
    verdict = numbered_points.check(POINTS, saying("二是慢，四是乱。"))
    assert (verdict.outcome, verdict.why) == (
        "not_applicable",
        ("没有“一是、二是”这样的列举", "no points are numbered so"),
    )


def test_the_gaps_of_each_section_are_looked_for_apart():
    assert numbered_points.check(POINTS, saying("一是少，二是慢。")).outcome == "pass"


@pytest.mark.parametrize("words", ["一是" * 20000 + "五是" * 20000, "一是少，三是乱，" * 20000])
def test_a_text_of_nothing_but_points_is_read_in_one_go(words):
    found = numbered_points.check(POINTS, saying(words + "。")).violations
    assert 1 <= len(found) <= 20
