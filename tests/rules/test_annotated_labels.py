"""Labels with the notes that a province printed into them, and a row that it added (for 2020)."""

from __future__ import annotations

import pytest

from lint_disclosure.engine import Selection, run
from tests.checks.sample import read, specimen

NOTES = {
    "规章 |": "规章（设区的市、自治州人民政府应提供相关数据） |",
    "规范性文件 |": (
        "规范性文件（行政机关制定发布的决定、公告、通告、意见、通知，以及标题采用“规定”“办法”"
        "“细则”“规范”“规程”“规则”等字样的公文，一般情况下属于规范性文件） |"
    ),
    "上一年项目数量": "上一年项目数量（指2019年事项数）",
    "本年增/减": "本年增/减（指2020年增加或减少的事项数，减用负值表示，如-8）",
    "处理决定数量": "处理决定数量（指2020年办件量）",
    "其他对外管理服务事项 |": (
        "其他对外管理服务事项（指行政许可以外的政务服务事项，含行政确认、行政奖励、行政裁决、"
        "行政给付、行政处罚、行政强制、行政检查、行政征收和其他类，以及公共服务事项） |"
    ),
}
ADDED = "其他主动公开文件（含以本单位名义正式签发的、除规范性文件以外的主动公开文件） | 3 | 3 | 7 |"


def annotated():
    text = specimen("2019").source.text
    for label, note in NOTES.items():
        text = text.replace(label, note)
    return text.replace("第二十条第（五）项", f"{ADDED}\n第二十条第（五）项")


def parted_by(separator, text):
    start, end = text.index("第二十条第（一）项"), text.index("三、收到和处理")
    lines = text[start:end].splitlines()
    rows = [[one.strip() for one in line.split("|") if one.strip()] for line in lines]
    return text[:start] + "\n".join(map(separator.join, rows)) + "\n" + text[end:]


@pytest.mark.parametrize("separator", [" | ", "  ", " ", "\t", "\n"])
def test_notes_are_no_mistakes_and_an_added_row_is_a_hint_at_most(separator, pack):
    report = read(parted_by(separator, annotated()))
    assert report.form is not None
    assert report.form.key == "2019"
    result = run(report, pack, Selection(profile="all", select=("CEL", "TAB", "ARI")))
    hints = [(one.rule, one.severity) for one in result.findings]
    # Without separators it is not sure what is a cell.
    assert hints == ([("TAB010", "info")] if separator in (" | ", "\t") else [])
    assert [one.rule for one in result.undecided] == []
