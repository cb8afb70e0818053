"""XTX004 to XTX026: what counts as a statement that there is nothing, and what does not."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from lint_disclosure.checks import zero_consistency
from lint_disclosure.rulepack import shipped
from lint_disclosure.rulepack.loading import load_pack
from tests.checks.sample import specimen

PLACE = "均依法办理，结转下年度2件。"
ROWS = ("reconsideration", "litigation_direct", "litigation_after_reconsideration")

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

ALL_CLOSED = """
今年共收到依申请公开6件，均已按照相关流程规范进行了答复，确保群众满意。
全年共受理依申请公开案件430件，已全部按期办结。
2024年，我办共收到公开政府信息申请1件，已全部答复。
全年受理政府信息公开申请11件，全部办结。
收到政府信息公开的申请11件，全部按时办结，没有投诉。
收到信息公开申请11件，全部办理完毕。
接到政府信息公开申请11件，已经全部答复完毕。
收到申请11件，均已办结。
收到政府信息公开申请11件，均在法定时限内完成答复，答复率100%。
政府信息公开申请办结率为100%。
受理政府信息公开申请11件，答复率、满意率均达到100%。
办理公民、法人通过邮寄等途径依申请公开信息合计12件，已全部按期限答复办结，办结率100%。
截至2024年12月31日，收到政府信息公开申请11件，均已答复申请人。
自2024年1月1日起收到政府信息公开申请11件，均已办结。
"""

NOT_ALL_CLOSED = """
政府信息公开申请的按时办结率为100%。
政府信息公开申请按期答复率达100%。
政府信息公开申请及时办结率100%。
政府信息公开申请法定期限内办结率100%。
受理的公开申请全部在法定时限内作出答复。
办结政府信息公开申请1191件（含上年结转189件），均在法定期限内答复。
政府信息公开申请均依法办理。
政府信息公开申请均按期答复。
上年结转的政府信息公开申请均已办结。
收到政府信息公开申请11件，上年结转2件，均已办结。
收到政府信息公开申请11件，均已受理，2件正在办理。
收到政府信息公开申请11件，已答复的全部办结归档，2件结转至2025年。
收到政府信息公开申请11件，其余均已答复。
答复政府信息公开申请98件，均已送达申请人并全部办结。
收到政府信息公开申请11件，其中转办的3件均已答复。
政府信息公开申请中，行政复议案件3件均已办结。
收到政府信息公开申请11件，办理12345热线47件，已全部办结。
各乡镇收到政府信息公开申请3件，均已办结。
第三季度收到政府信息公开申请3件，均已办结。
截至11月底，收到政府信息公开申请3件，均已办结。
2023年收到的政府信息公开申请均已办结。
申请公开的信息均已主动公开。
依申请公开工作中发现的问题均已办结。
政府信息公开申请办理中的3处不规范均已整改办结。
下一步，做到政府信息公开申请全部办结。
确保政府信息公开申请答复率达到100%。
政府信息公开申请答复文书全部答复格式统一。
对政府信息公开申请的答复全部实行法制审核。
行政许可申请均已办结。
"""

NO_DECISIONS = """
我局无行政许可、行政处罚、行政强制。
2024年，我镇未作出行政处罚决定。
全年未实施过行政强制。
本单位没有行政许可、行政事业性收费项目。
根据工作职能，我局无行政许可、行政事业性收费项目。
我办不承担行政许可、处罚、强制等职能。
我局不具有行政处罚权限。
全年未开展行政处罚和行政强制工作。
我局未采取行政强制。
无规章、行政规范性文件、行政许可、行政处罚。
未发生行政强制行为。
本年度没有任何行政处罚案件。
未作出行政强制和行政征收。
"""

OTHER_DECISIONS = """
未对外公开发布规章、行政规范性文件、行政处罚、行政强制等内容。
公布行政许可28个、行政处罚18个、无行政强制的事项。
没有行政处罚、行政强制等需要公开的信息。
未收到行政许可申请。
查处无行政许可经营行为3起。
因无行政许可，责令停业。
没有行政许可的，不得从事相关经营。
有无行政处罚均应登记。
未发生行政处罚、行政强制引发的行政复议。
未收取信息处理费，无违规收费。
未采取行政强制措施。
无行政许可事项变更。
企业未办理行政许可，已责令改正。
下属单位无行政处罚。
其他部门未作出行政强制。
上半年未作出行政处罚。
2023年未作出行政处罚。
未新增行政许可。
除县公安局外，各项中无行政强制。
无新增行政处罚。
"""

NONE_LOST = """
全年未发生因依申请公开被行政复议纠错或行政诉讼败诉情形。
未被行政复议机关纠错。
未因政府信息公开被行政复议纠正。
没有政府信息公开行政复议被纠正的情况。
无行政复议纠错案件。
未发生行政复议、行政诉讼败诉情况。
未发生行政复议、行政诉讼案件被纠正或败诉的情况。
未收到行政复议机关责令纠正的决定。
行政复议、行政诉讼均无纠错、败诉。
行政复议案件均未被纠正。
行政复议无一件被纠错。
行政复议零纠错、行政诉讼零败诉。
行政复议纠错率为0%。
继续保持了零败诉的记录。
行政复议纠错率、行政诉讼败诉率均为零。
"""

OTHER_CASES = """
没有及时落实行政复议纠正决定。
行政复议纠错1件，行政诉讼败诉1件。
未发生行政复议，行政诉讼败诉1件。
没有因行政复议纠错而整改不到位的问题。
及时发现问题、纠正错漏，未发生失泄密事件。
行政处罚案件无败诉。
作出行政许可86件，未被行政复议纠错。
受理行政复议案件31件，无一件纠错。
所属单位未被行政复议纠错。
上半年未被行政复议纠错。
2023年未被行政复议纠错。
有无行政复议纠错均应报告。
确保行政复议零纠错、行政诉讼零败诉。
下一步，力争实现行政诉讼零败诉。
"""


@cache
def shipped_rule(code):
    return load_pack([Path(shipped.RULES, code[:3], f"{code}.yaml")]).rules[code]


def outcome(code, words, cells=None):
    report = specimen(words={PLACE: PLACE + words}, cells=cells)
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


@pytest.mark.parametrize("words", ALL_CLOSED.split())
def test_statements_that_all_requests_were_closed(words):
    assert outcome("XTX005", words) == "fail"


@pytest.mark.parametrize("words", NOT_ALL_CLOSED.split())
def test_statements_that_say_less_of_requests(words):
    assert outcome("XTX005", words) == "not_applicable"


@pytest.mark.parametrize("words", NO_DECISIONS.split())
def test_statements_that_there_was_no_decision(words):
    assert outcome("XTX010", words) == "fail"


@pytest.mark.parametrize("words", OTHER_DECISIONS.split())
def test_statements_about_something_else_than_decisions(words):
    assert outcome("XTX010", words) == "not_applicable"


@pytest.mark.parametrize("words", NONE_LOST.split())
def test_statements_that_no_case_was_lost(words):
    cells = {("disputes", row, "corrected"): "1" for row in ROWS}
    assert outcome("XTX026", words, cells) == "fail"


@pytest.mark.parametrize("words", OTHER_CASES.split())
def test_statements_about_something_else_than_lost_cases(words):
    assert outcome("XTX026", words) == "not_applicable"
