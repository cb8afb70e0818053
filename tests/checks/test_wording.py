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
        {"match": "根据贵办", "instead": ""},
        {"match": "特此报告", "instead": ""},
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
    assert found.slots["match"] == "特此报告"
    assert pointed_at(report, found) == "特此报告"
    assert len(found.at.parts) == 2


def test_anchors_are_the_ends_of_a_sentence():
    report = specimen(words={"本报告" + BASIS: "县人民政府办公室：\n本报告" + BASIS})
    assert only(wording.check(LETTER, report)).slots["match"] == "县人民政府办公室："
    asked = specimen(words={"与云川县水利局办公室联系": "联系县水利局办公室：地址如下"})
    assert wording.check(LETTER, asked) == PASS


def test_a_match_that_is_right_after_all():
    nested = "《关于贯彻〈中华人民共和国政府信息公开条例〉的通知》、《信息公开条例》"
    found = only(wording.check(NAMES, specimen(words={"要求编制。": f"和{nested}要求编制。"})))
    assert found.slots["match"] == "《信息公开条例》"


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
    assert (found.cases, found.slots["match"], found.at.locator) == (("none",), "", "全文")


def test_what_is_required_may_come_later_in_a_partial_text():
    text = "云川县水利局2024年政府信息公开工作年度报告\n一、总体情况\n主动公开。\n"
    verdict = wording.check(NAMES, read(text, partial=True))
    assert verdict.outcome == "cannot_evaluate"
    assert verdict.why == ("文本中断，可能写在后面", "the text breaks off, it may come later")


def test_no_more_than_twenty():
    report = specimen(words={END: END + "特此报告。" * 50})
    assert len(wording.check(LETTER, report).violations) == 20


def test_entries_say_what_to_write_instead_and_which_case_it_is():
    checked = rule(
        "wording",
        patterns=["特此报告"],
        entries=[
            {"patterns": ["免[于予]公开"], "instead": "不予公开"},
            {"patterns": ["XX"], "case": "blank"},
        ],
    )
    report = specimen(words={END: f"{END}免于公开XX条，特此报告。"})
    verdict = wording.check(checked, report)
    assert [(one.slots, one.cases) for one in verdict.violations] == [
        ({"match": "免于公开", "instead": "不予公开"}, ()),
        ({"match": "XX", "instead": ""}, ("blank",)),
        ({"match": "特此报告", "instead": ""}, ()),
    ]


def test_of_two_matches_that_overlap_the_first_counts():
    checked = rule(
        "wording",
        entries=[{"patterns": ["处理费。特此"], "case": "late"}, {"patterns": ["信息处理费"]}],
    )
    report = specimen(words={END: "未收取信息处理费特此报告，处理费特此。"})
    checked.options["entries"][0]["patterns"][0] = "处理费特此"
    assert [one.slots["match"] for one in wording.check(checked, report).violations] == [
        "信息处理费",
        "处理费特此",
    ]


def test_an_entry_that_is_told_once():
    checked = rule("wording", entries=[{"patterns": [r"\{\{"], "case": "web", "once": True}])
    report = specimen(words={END: f"{END}{{{{ a }}}}。{{{{ b }}}}。"})
    assert len(wording.check(checked, report).violations) == 1
    report = specimen(words={END: f"{END}{{{{ a }}}}{{{{ b }}}}。"})
    assert len(wording.check(checked, report).violations) == 1


def test_in_the_title_and_in_headings():
    words = {"云川县水利局2024年政府": "XX县水利局2024年政府", "（一）主动公开": "（一）XX主动公开"}
    report = specimen(words=words)
    for scope, found in (
        ("report", []),
        ("title", ["标题"]),
        ("headings", ["一、总体情况 （一）XX主动公开"]),
        (["report", "title", "headings"], ["标题", "一、总体情况 （一）XX主动公开"]),
    ):
        checked = rule("wording", patterns=["XX"], **{"in": scope})
        assert locators(wording.check(checked, report)) == found
    printed = specimen(words={"一、总体情况": "一、总体情况（XX）"})
    assert wording.check(rule("wording", patterns=["XX"], **{"in": "headings"}), printed) == PASS


def test_a_heading_that_is_not_of_the_form_is_the_body_s_own():
    report = specimen(words={END: f"{END}\n七、XX工作\n已经完成。"})
    checked = rule("wording", patterns=["XX"], **{"in": "headings"})
    assert wording.check(checked, report).outcome == "fail"


def test_a_title_within_a_sentence_is_no_second_finding():
    text = specimen().source.text.split("\n", 1)[1]
    text = text.replace("要求编制。", "要求，现公布XX局2024年政府信息公开工作年度报告。", 1)
    text = text.replace("发布机构: 云川县水利局 | ", "")
    report = read(text)
    assert report.title is not None
    checked = rule("wording", patterns=["XX"], **{"in": ["report", "title"]})
    assert only(wording.check(checked, report))
