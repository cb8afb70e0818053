"""Check kind ``presence``."""

from __future__ import annotations

import pytest

from lint_disclosure.checks import presence
from lint_disclosure.evidence.verdict import PASS
from lint_disclosure.place import Place
from tests.checks.sample import only, pointed_at, read, rule, specimen

CONTACT = rule(
    "presence",
    fields=["contact.address", "contact.postcode", "contact.phone"],
    instead=["contact.email"],
)
ASPECTS = rule(
    "presence",
    **{
        "in": [1],
        "mentions": [
            {"name": {"zh": "主动公开", "en": "disclosure"}, "patterns": ["主动公开"]},
            {"name": {"zh": "监督保障", "en": "supervision"}, "patterns": ["监督", "考核"]},
        ],
    },
)
FEES = rule(
    "presence",
    **{
        "in": [6],
        "mentions": [{"name": {"zh": "收费", "en": "fees"}, "patterns": ["处理费"]}],
        "elsewhere": "report",
    },
)
BLOCK = (
    "（地址：云川县清溪路18号；邮编：699001；电话：0999-6221034；传真：0999-6221035；"
    "电子邮箱：slj@yunchuan.gov.cn）"
)
SUPERVISION = (
    "（五）监督保障\n明确专人负责，开展业务培训2次，接受社会评议，"
    "将公开工作纳入年度考核，全年未发生责任追究情形。\n"
)
FEES_SAID = "2024年，县水利局未收取政府信息公开信息处理费。"


def test_everything_is_said():
    for one in (CONTACT, ASPECTS, FEES):
        assert presence.check(one, specimen()) == PASS


@pytest.mark.parametrize(
    ("block", "case", "missing"),
    [
        ("（地址：云川县清溪路18号；电话：0999-6221034）", "some", "邮编"),
        ("（电话：0999-6221034）", "some", "地址、邮编"),
        ("（电子邮箱：slj@yunchuan.gov.cn）", "some", "地址、邮编、电话"),
        ("", "none", "地址、邮编、电话"),
    ],
)
def test_contact_details(block, case, missing):
    found = only(presence.check(CONTACT, specimen(words={BLOCK: block})))
    assert found.cases == (case,)
    assert found.slots["missing"] == missing
    assert found.at.locator == "全文"


def test_what_a_section_does_not_mention():
    report = specimen(words={SUPERVISION: ""})
    found = only(presence.check(ASPECTS, report))
    assert found.cases == ("some",)
    assert found.slots == {
        "missing": "监督保障",
        "found": "主动公开",
        "missing_en": "supervision",
        "found_en": "disclosure",
        "title": "云川县水利局2024年政府信息公开工作年度报告",
        "match": "",
    }
    assert found.values == ("监督保障",)
    assert found.at.place == Place(section=1)
    assert pointed_at(report, found) == "一、总体情况"


def test_any_one_of_several_is_enough():
    any_one = ASPECTS._replace(options={**ASPECTS.options, "require": "any"})
    assert presence.check(any_one, specimen(words={SUPERVISION: ""})) == PASS


def test_a_mention_at_another_place():
    report = specimen(
        words={FEES_SAID: "没有其他事项。", "结转下年度2件。": "结转下年度2件，未收取信息处理费。"}
    )
    assert only(presence.check(FEES, report)).cases == ("elsewhere", "none")


def test_labels_of_tables_are_no_mention_elsewhere():
    assert only(presence.check(FEES, specimen(words={FEES_SAID: "无。"}))).cases == ("none",)


def test_a_section_that_says_nothing_or_is_not_there():
    verdict = presence.check(FEES, specimen(words={FEES_SAID: ""}))
    assert verdict.outcome == "not_applicable"
    assert verdict.why == ("「六、其他需要报告的事项」没有内容", "the section says nothing")
    verdict = presence.check(FEES, specimen(words={f"六、其他需要报告的事项\n{FEES_SAID}": ""}))
    assert verdict.outcome == "not_applicable"
    assert verdict.why == (
        "报告里没有标题「六、其他需要报告的事项」",
        "the report has no such section",
    )


def test_the_title():
    named = rule(
        "presence",
        **{
            "in": "title",
            "fields": ["title"],
            "mentions": [{"name": {"zh": "年份", "en": "year"}, "patterns": [r"20\d\d"]}],
        },
    )
    title = "云川县水利局2024年政府信息公开工作年度报告"
    assert presence.check(named, specimen()) == PASS
    report = specimen(words={title: "云川县水利局政府信息公开工作年度报告"})
    found = only(presence.check(named, report))
    assert (found.cases, found.slots["missing"]) == (("some",), "年份")
    assert (found.at.locator, pointed_at(report, found)) == (
        "标题",
        "云川县水利局政府信息公开工作年度报告",
    )
    assert only(presence.check(named, specimen(words={f"{title}\n": ""}))).cases == ("none",)


def test_an_announcement_left_blank():
    version = rule("presence", fields=["electronic_version"], blank=[r"下载\(\)"])
    report = specimen(words={"（http://www.yunchuan.gov.cn）下载": "下载（）"})
    found = only(presence.check(version, report))
    assert (found.cases, found.slots["match"]) == (("blank",), "下载（）")
    assert pointed_at(report, found) == "下载（）"


OPENING = (
    "云川县水利局2024年政府信息公开工作年度报告\n请联系县水利局{}。\n一、总体情况\n主动公开。\n"
)


def test_a_partial_text_may_say_it_later():
    verdict = presence.check(CONTACT, read(OPENING.format(""), partial=True))
    assert verdict.outcome == "cannot_evaluate"
    assert verdict.why is not None
    assert verdict.why[0] == "文本中断，看不到后面有没有地址、邮编、电话"


def test_contact_details_stand_together():
    report = read(OPENING.format("（电话：0999-6221034）"), partial=True)
    assert only(presence.check(CONTACT, report)).slots["missing"] == "地址、邮编"


def test_a_text_that_breaks_off_further_down_is_a_case_of_its_own():
    period = rule("presence", **{"in": ["preamble", 1], "fields": ["period"]})
    text = OPENING.format("") + "二、主动公开政府信息情况\n"
    assert only(presence.check(period, read(text, partial=True))).cases == ("fragment", "none")
    assert only(presence.check(period, read(text))).cases == ("none",)


HEAD = rule(
    "presence",
    fields=["metadata.date", "metadata.publisher"],
    beside=["metadata.index_number"],
)


def test_a_head_without_a_date_is_pointed_at_beside_its_index_number():
    report = specimen(words={"成文日期: 2025-01-16 |": ""})
    violation = only(presence.check(HEAD, report))
    assert violation.slots["missing"] == "成文日期或者发布日期"
    assert (violation.at.locator, pointed_at(report, violation)) == (
        "索引号", "000014349/2025-00012",
    )  # fmt: skip


def test_either_date_of_a_head_will_do():
    assert presence.check(HEAD, specimen()) == PASS
    assert presence.check(HEAD, specimen(words={"成文日期": "发布日期"})) == PASS


def test_without_an_index_number_there_is_no_head_to_judge():
    verdict = presence.check(HEAD, specimen(words={"索引号: 000014349/2025-00012 |": ""}))
    assert (verdict.outcome, verdict.why) == (
        "not_applicable", ("报告没有写索引号", "the report states no index number"),
    )  # fmt: skip


def test_a_head_stands_before_the_place_where_a_text_breaks_off():
    text = "某局2024年政府信息公开工作年度报告\n索引号: 0143/25-12 |\n一、总体情况\n公开8条。\n"
    assert presence.check(HEAD, read(text, partial=True)).outcome == "fail"


REQUESTS = rule(
    "presence",
    **{
        "in": [1],
        "under": "依申请公开",
        "mentions": [
            {"name": {"zh": "收到", "en": "received"}, "patterns": ["收到"]},
            {"name": {"zh": "办结", "en": "done"}, "patterns": ["办结"]},
        ],
    },
)
RECEIVED = "全年收到政府信息公开申请11件，上年结转1件，均依法办理，结转下年度2件。"


def test_below_a_sub_heading():
    report = specimen(words={RECEIVED: "通过公示栏公开惠农政策，收到好评。"})
    violation = only(presence.check(REQUESTS, report))
    assert violation.slots["missing"] == "办结"
    assert violation.at.locator == "一、总体情况 （二）依申请公开"
    any_of = REQUESTS._replace(options={**REQUESTS.options, "require": "any"})
    assert presence.check(any_of, report) == PASS


def test_what_is_said_elsewhere_does_not_count():
    elsewhere = {RECEIVED: "通过公示栏公开。", "（三）政府信息管理": "（三）管理\n收到并办结。"}
    assert (
        only(presence.check(REQUESTS, specimen(words=elsewhere))).slots["missing"] == "收到、办结"
    )


def test_without_the_sub_heading():
    report = specimen(words={"（二）依申请公开": "（二）办理情况"})
    assert presence.check(REQUESTS, report).outcome == "not_applicable"


@pytest.mark.parametrize(
    ("end", "outcome"), [("", "cannot_evaluate"), ("（三）管理\n有制度。\n", "fail")]
)
def test_a_sub_section_in_which_the_text_breaks_off(end, outcome):
    text = f"某局2024年政府信息公开工作年度报告\n一、总体情况\n（二）依申请公开\n收到8件，\n{end}"
    assert presence.check(REQUESTS, read(text, partial=True)).outcome == outcome
