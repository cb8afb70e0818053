"""XTX004 and XTX008: what counts as a statement that nothing happened, and what does not."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from lint_disclosure.checks import zero_consistency
from lint_disclosure.rulepack import shipped
from lint_disclosure.rulepack.loading import load_pack
from tests.checks.sample import specimen

PLACE = "均依法办理，结转下年度2件。"

NO_REQUESTS = """
我局未收到政府信息公开申请。
全年未接到信息公开申请。
2024年未收到依申请公开政府信息申请。
未收到依申请公开事项。
2024年，未收到依申请公开的政府信息。
我镇未收到公开政府信息的申请。
未收到政府信息公开申请件。
没有收到政府信息公开申请；没有其他事项。
本年度无依申请公开情况。
全年无政府信息公开申请。
未收到任何政府信息公开申请。
本机关未受理政府信息公开申请。
未收到公民、法人和其他组织的政府信息公开申请。
年内，我镇未收到公民、法人或其他组织通过任何形式提出的政府信息公开申请。
2024年度未收到相关单位和个人的政府信息公开申请。
没有公民、法人或者其他组织申请政府信息公开。
2024年，我局无人申请公开政府信息。
全年没有收到公民、法人或其他组织要求公开政府信息的申请。
未发生依申请公开政府信息的情况。
未产生依申请公开。
"""

OTHER_REQUESTS = """
未收到行政许可申请。
未收到申请人不满意评价。
未收到上级转办的政府信息公开申请。
未收到依申请公开来信来电。
未收到社会各界依申请政府信息公开来信、来电、来访和投诉。
未收到法人提出的政府信息公开申请。
未收到公民提出的政府信息公开申请。
未收到通过信函方式提出的政府信息公开申请。
未收到网上政府信息公开申请。
未发生因政府信息公开申请引发的行政复议。
无政府信息公开申请引发的诉讼。
无上年结转政府信息公开申请。
未收到因政府信息公开申请提起的行政复议。
未发生依申请公开被行政复议纠错情形。
第一季度未收到政府信息公开申请。
各乡镇未收到政府信息公开申请。
其中12个部门未收到政府信息公开申请。
2023年未收到政府信息公开申请。
未收取政府信息公开信息处理费。
未收到重复申请。
对未收到政府信息公开申请答复的群众做好解释。
有无政府信息公开申请均应登记。
未收到依申请公开不满意投诉。
不存在依申请公开答复不及时的情况。
未出现政府信息公开申请超期答复情况。
未按时答复政府信息公开申请的0件。
"""

NO_DISPUTES = """
未发生政府信息公开行政复议、行政诉讼情况。
未发生因政府信息公开申请引发的行政复议和行政诉讼。
未发生因政府信息公开申请行政复议、提起行政诉讼情况。
没有政府信息公开行政复议、行政诉讼。
年度无行政复议、行政诉讼的情况发生。
未因政府信息公开工作被申请行政复议、提起行政诉讼。
无因政府信息公开引起的行政复议和行政诉讼案件。
本年度没有发生政府信息公开行政复议和行政诉讼。
无政府信息公开方面的行政复议、行政诉讼。
未收到行政复议申请和行政诉讼案件。
全年政府信息公开行政复议、行政诉讼均未发生。
不存在行政复议和行政诉讼情况。
未发生行政复议案件。
无行政诉讼案件。
未被申请行政复议、提起行政诉讼。
没有因政府信息公开被提起行政复议或行政诉讼的情况。
未发生涉及政府信息公开的复议、诉讼。
"""

OTHER_DISPUTES = """
全年未发生因依申请公开被行政复议纠错或行政诉讼败诉情形。
行政复议无纠错。
行政诉讼无败诉案件。
未发生行政诉讼败诉案件。
未发生行政复议、行政诉讼败诉情况。
未发生行政复议被撤销情况。
未因答复不及时被申请行政复议。
未发生因不予公开引发的行政复议。
作出行政处罚14件，未发生行政复议、行政诉讼。
2023年未发生行政复议、行政诉讼。
经行政复议后未再提起行政诉讼。
所属各单位未发生行政复议、行政诉讼。
不存在应公开而不予公开。
未经复议直接起诉的0件。
上半年未发生行政复议、行政诉讼。
未发生行政复议、行政诉讼案件被纠正或败诉的情况。
未出现行政复议、行政诉讼应诉不力的情况。
未收到行政复议机关责令纠正的决定。
"""


@cache
def shipped_rule(code):
    return load_pack([Path(shipped.RULES, code[:3], f"{code}.yaml")]).rules[code]


def outcome(code, words):
    report = specimen(words={PLACE: PLACE + words})
    return zero_consistency.check(shipped_rule(code), report).outcome


@pytest.mark.parametrize("words", NO_REQUESTS.split())
def test_statements_that_no_request_came_in(words):
    assert outcome("XTX004", words) == "fail"


@pytest.mark.parametrize("words", OTHER_REQUESTS.split())
def test_statements_about_something_else_than_requests(words):
    assert outcome("XTX004", words) == "not_applicable"


@pytest.mark.parametrize("words", NO_DISPUTES.split())
def test_statements_that_there_was_no_dispute(words):
    assert outcome("XTX008", words) == "fail"


@pytest.mark.parametrize("words", OTHER_DISPUTES.split())
def test_statements_about_something_else_than_disputes(words):
    assert outcome("XTX008", words) == "not_applicable"
