"""Check kind ``wording``."""

from __future__ import annotations

from lint_disclosure.checks import wording
from lint_disclosure.evidence.verdict import PASS
from tests.checks.sample import locators, only, pointed_at, read, rule, specimen

LETTER = rule("wording", patterns=["特此报告", "根据贵[办局]", "^[^,。:]{0,14}办公室:$"])
NAMES = rule(
    "wording",
    **{
        "patterns": ["《[^《》]{0,12}信息公开条例》"],
        "except": ["中华人民共和国政府信息公开条例"],
        "required": ["信息公开条例"],
    },
)
BASIS = "根据《中华人民共和国政府信息公开条例》（国务院令第711号，以下简称《条例》）和"
END = "2024年，县水利局未收取政府信息公开信息处理费。"


def test_a_report_without_these_words():
    assert wording.check(LETTER, specimen()) == PASS
    assert wording.check(NAMES, specimen()) == PASS


def test_one_violation_a_match():
    report = specimen(words={END: f"{END}特此报告。", BASIS: f"根据贵办通知，{BASIS}"})
    verdict = wording.check(LETTER, report)
    assert locators(verdict) == ["引言", "六、其他需要报告的事项"]
    assert [violation.slots for violation in verdict.violations] == [
        {"match": "根据贵办"},
        {"match": "特此报告"},
    ]
    assert [pointed_at(report, one) for one in verdict.violations] == ["根据贵办", "特此报告"]


def test_words_broken_over_two_lines():
    line = "政府信息公开工作存在的问题是形式单一、更新不及时，下一步将认真改进落"
    wrapped = "\n".join([line] * 12)
    report = read(
        "云川县水利局2024年政府信息公开工作年度报告\n五、存在的主要问题及改进情况\n"
        f"{wrapped}\n实到位，确保见到实效，让群众满意放心，敬请社会各界继续监督支持，特\n此报告。"
    )
    found = only(wording.check(LETTER, report))
    assert found.slots == {"match": "特此报告"}
    assert pointed_at(report, found) == "特此报告"
    assert len(found.at.parts) == 2


def test_anchors_are_the_ends_of_a_sentence():
    report = specimen(words={"本报告" + BASIS: "县人民政府办公室：\n本报告" + BASIS})
    assert only(wording.check(LETTER, report)).slots == {"match": "县人民政府办公室："}
    asked = specimen(words={"与云川县水利局办公室联系": "联系县水利局办公室：地址如下"})
    assert wording.check(LETTER, asked) == PASS


def test_a_match_that_is_right_after_all():
    nested = "《关于贯彻〈中华人民共和国政府信息公开条例〉的通知》、《信息公开条例》"
    found = only(wording.check(NAMES, specimen(words={"要求编制。": f"和{nested}要求编制。"})))
    assert found.slots == {"match": "《信息公开条例》"}


def test_words_that_silence_the_rule():
    silent = LETTER._replace(options={**LETTER.options, "unless": ["旧格式"]})
    only(wording.check(silent, specimen(words={END: f"{END}特此报告。"})))
    silent = LETTER._replace(options={**LETTER.options, "unless": ["年度报告格式"]})
    assert wording.check(silent, specimen(words={END: f"{END}特此报告。"})) == PASS


def test_only_in_one_section():
    inside = LETTER._replace(options={**LETTER.options, "in": [1]})
    assert wording.check(inside, specimen(words={END: f"{END}特此报告。"})) == PASS


def test_what_is_required_and_not_there():
    report = specimen(words={BASIS: "根据", "认真贯彻落实《条例》，": ""})
    found = only(wording.check(NAMES, report))
    assert (found.cases, found.slots, found.at.locator) == (("none",), {"match": ""}, "全文")


def test_what_is_required_may_come_later_in_a_partial_text():
    text = "云川县水利局2024年政府信息公开工作年度报告\n一、总体情况\n主动公开。\n"
    verdict = wording.check(NAMES, read(text, partial=True))
    assert verdict.outcome == "cannot_evaluate"
    assert verdict.why == ("文本中断，可能写在后面", "the text breaks off, it may come later")


def test_no_more_than_twenty():
    report = specimen(words={END: END + "特此报告。" * 50})
    assert len(wording.check(LETTER, report).violations) == 20
