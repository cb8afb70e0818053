"""Small texts around the part that a test is about."""

from __future__ import annotations

from lint_disclosure.api import read
from lint_disclosure.report.model import Report
from lint_disclosure.rulepack.model import RulePack

TITLE = "某市某局2024年政府信息公开工作年度报告"
SECTIONS = (
    "一、总体情况\n2024年公开信息12条。\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n"
    "四、政府信息公开行政复议、行政诉讼情况\n五、存在的主要问题及改进情况\n一是形式不多。\n"
    "六、其他需要报告的事项\n未收取信息处理费。\n"
)


def parse(text: str, pack: RulePack, *, partial: bool = False) -> Report:
    """The report in a text."""
    return read(text.encode(), name="report.txt", pack=pack, partial=partial)


def with_opening(opening: str, pack: RulePack) -> Report:
    """A report with a title, this opening paragraph, and six sections."""
    return parse(f"{TITLE}\n{opening}\n{SECTIONS}", pack)
