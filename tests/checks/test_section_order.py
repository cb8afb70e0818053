"""Check kind ``section_order``."""

from __future__ import annotations

import pytest

from lint_disclosure.checks import section_order
from lint_disclosure.evidence.verdict import PASS
from tests.checks.sample import only, pointed_at, read, rule, specimen

ORDER = rule("section_order")
TITLES = {
    1: "一、总体情况",
    2: "二、主动公开政府信息情况",
    3: "三、收到和处理政府信息公开申请情况",
    4: "四、政府信息公开行政复议、行政诉讼情况",
    5: "五、存在的主要问题及改进情况",
    6: "六、其他需要报告的事项",
}


def in_order(*numbers):
    parts = [f"{TITLES[number]}\n这一部分的内容。\n" for number in numbers]
    return read("云川县水利局2024年政府信息公开工作年度报告\n" + "".join(parts))


def test_the_forms_order():
    assert section_order.check(ORDER, specimen()) == PASS


def test_a_missing_section_does_not_disturb_the_order():
    assert section_order.check(ORDER, in_order(1, 2, 4, 5, 6)) == PASS


def test_two_sections_changed_places():
    report = in_order(1, 2, 4, 3, 5, 6)
    found = only(section_order.check(ORDER, report))
    assert found.cases == ("order",)
    assert found.slots == {
        "title": TITLES[3],
        "other": TITLES[4],
        "order": "一、二、四、三、五、六",
        "where": "",
    }
    assert pointed_at(report, found) == TITLES[3]


@pytest.mark.parametrize("numbers", [(6, 1, 2, 3, 4, 5), (2, 3, 4, 5, 6, 1)])
def test_one_section_far_from_its_place_is_one_violation(numbers):
    only(section_order.check(ORDER, in_order(*numbers)))


def test_a_section_twice():
    report = in_order(1, 2, 3, 3, 4, 5, 6)
    found = only(section_order.check(ORDER, report))
    assert found.cases == ("repeated",)
    assert found.slots == {
        "title": TITLES[3],
        "other": TITLES[3],
        "order": "",
        "where": ("第 6 行", "line 6"),
    }
    assert [(report.source.cut(mark.parts), text) for mark, text in found.related] == [
        (TITLES[3], TITLES[3])
    ]


def test_a_table_of_contents_is_no_repetition():
    contents = "\n".join(TITLES.values())
    report = specimen(words={"一、总体情况\n": f"{contents}\n一、总体情况\n"})
    assert section_order.check(ORDER, report) == PASS
