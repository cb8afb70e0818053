"""A new rule comes with two tests that hold."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from lint_disclosure.authoring.proving.rule_tests import run_tests
from lint_disclosure.authoring.scaffold import NoTests, Wish, new_rule
from lint_disclosure.rulepack.loading import load_tests
from lint_disclosure.rulepack.model import Text
from lint_disclosure.rulepack.problem import PackError


def wish(kind: str, **answers: Any) -> Wish:
    title = Text("县里的要求", "What the county asks")
    return Wish("LOC001", "our-own", title, "warning", "县政务公开办通知", kind, answers)


WISHES = [
    wish("relation", table="表三", for_each="column", require="本年新收 >= 结转下年度"),
    wish("relation", table="表三", for_each="row", require="总计 >= 自然人"),
    wish("relation", table="表四", for_each="none", require="行政复议.总计 >= 复议后起诉.总计"),
    wish("forbid", words=["再接再厉", "贵局"], **{"in": 0}),
    wish("forbid", words=["(草稿)*", "a|b"], **{"in": 5}),
    wish("mention", words=["公众开放日"], **{"in": 1}),
    wish("mention", words=["业务培训"], **{"in": 1}),
    wish("field", field="phone", words=["0571-"], example="0571-88880000"),
    wish("field", field="postcode", words=["31"], example="310000"),
    wish("field", field="phone", words=["0999-"], example="0571-88880000"),
    wish("count", words=["一是", "二是"], at_least=2, **{"in": 5}),
    wish("count", words=["公众开放日"], at_least=3, **{"in": 1}),
    wish("count", words=["一是", "二是"], at_least=2, after=["问题"], before=["改进"], **{"in": 5}),
]


@pytest.mark.parametrize("wished", WISHES, ids=lambda one: f"{one.kind}-{one.answers}")
def test_a_new_rule_fires_once_and_is_silent_once(wished: Wish, tmp_path: Path) -> None:
    file = tmp_path / "LOC001.yaml"
    file.write_text(new_rule(wished), encoding="utf-8")
    pack, tests = load_tests([file])
    assert [bool(test.want) for test in tests] == [False, True]
    assert [result.kind for result in run_tests(pack, tests)] == ["ok", "ok"]
    want = tests[1].want[0]
    assert (bool(want.at), bool(want.contains), want.severity) == (True, True, "warning")


def test_how_a_new_rule_looks() -> None:
    assert new_rule(WISHES[3]) == (
        "# yaml-language-server: $schema=https://raw.githubusercontent.com/disclosure-lint/"
        "disclosure-lint/main/schemas/rule.schema.json\n"
        "id: LOC001\n"
        "name: our-own\n"
        "title:\n"
        "  zh: 县里的要求\n"
        '  en: "What the county asks"\n'
        "severity: warning\n"
        'since: "1.0.0"\n'
        "basis: [{document: 县政务公开办通知}]\n"
        "check: wording\n"
        "patterns:\n"
        "  - 再接再厉\n"
        "  - 贵局\n"
        "message:\n"
        '  zh: "不应写「{match}」"\n'
        '  en: "“{match}” should not be there"\n'
        "help:\n"
        "  zh: 删去或者改写。\n"
        '  en: "Leave it out or say it otherwise."\n'
        "tests:\n"
        "  - {name: 不应报告, want: []}\n"
        "  - {name: 应当报告, given: {replace: {2024年，县水利局未收取政府信息公开信息处理费。: "
        "2024年，县水利局未收取政府信息公开信息处理费。再接再厉。}}, "
        'want: [{at: 六、其他需要报告的事项, contains: "不应写「再接再厉」", severity: warning}]}\n'
    )


def test_a_label_that_the_form_does_not_have() -> None:
    with pytest.raises(PackError, match="表三的行里没有「本年新手」"):
        new_rule(wish("relation", table="表三", for_each="column", require="本年新手 = 总计"))


def test_a_rule_that_cannot_be_shown_to_work_is_not_written() -> None:
    with pytest.raises(NoTests):
        new_rule(wish("relation", table="表三", for_each="column", require="本年新收 = 本年新收"))
    with pytest.raises(NoTests):
        new_rule(wish("field", field="website", words=["http"], example=""))
