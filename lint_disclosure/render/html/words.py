"""The words of the page, in both languages."""

from __future__ import annotations

from typing import NamedTuple

from lint_disclosure.finding import Severity, Status


class Words(NamedTuple):
    """One language; ``code`` is its tag in HTML."""

    lang: str
    code: str
    page: str
    skip: str
    made_by: str
    reports: str
    found: str
    unchecked: str
    nothing_wrong: str
    counted: dict[Severity, str]
    undecided: str
    undecided_short: str
    hidden: str
    suppressed: str
    baselined: str
    lapsed: str
    file: str
    body: str
    year: str
    form: str
    rules: str
    ended: str
    findings: str
    severity: dict[Severity, str]
    whole: str
    could_not: str
    not_for: str
    files: str
    report: str
    legend: str
    solid: str
    dashed: str
    proposed: str
    notes_on: str
    no_place: str
    back: str
    also_there: str
    state: dict[str, str]
    cells_unread: str
    cells_absent: str
    not_printed: str
    item: str
    should: str
    verdict: str
    status: dict[Status, str]
    sort: str
    only_index: str
    top: str
    stop: str
    comma: str
    colon: str


ZH = Words(
    lang="zh",
    code="zh-CN",
    page="年报检查结果",
    skip="跳到正文",
    made_by="由 {tool} {version} 生成；数字只提示，不改动，请以台账为准",
    reports="{n} 份文件",
    found="发现错误",
    unchecked="未能全部核对",
    nothing_wrong="未见错误",
    counted={"error": "{n} 处错误", "warning": "{n} 处警告", "info": "{n} 处提示"},
    undecided="{n} 条规则无法判定",
    undecided_short="无法判定",
    hidden="另有 {n} 处级别较低未列出",
    suppressed="另有 {n} 处按理由忽略",
    baselined="另有 {n} 处按基线忽略",
    lapsed="已失效的忽略记录",
    file="文件",
    body="机关",
    year="年度",
    form="格式",
    rules="规则",
    ended="{passed} 条通过，{failed} 条不通过，{skipped} 条不适用，{undecided} 条无法判定",
    findings="问题一览",
    severity={"error": "错误", "warning": "警告", "info": "提示"},
    whole="全文",
    could_not="未能核对的",
    not_for="不适用的规则",
    files="各份年报",
    report="年报原文和问题",
    legend="图例：",
    solid="实线框是问题所在，或最可能填错的一格",
    dashed="虚线框是同一算式里的其他数",
    proposed="箭头后是最可能的数",
    notes_on="问题",
    no_place="下面的问题在原文中没有具体位置",
    back="看原文",
    also_there="表中其他文字：",
    state={"absent": "缺", "unread": "未读出"},
    cells_unread="{table}有 {n} 格没有读出",
    cells_absent="{table}缺 {n} 格",
    not_printed="（原表没有这一项）",
    item="项目",
    should="最可能应为",
    verdict="结论",
    status={
        "checked": "已核对",
        "partly_checked": "未能全部核对",
        "not_a_report": "不是年报，未核对",
        "unreadable": "无法读取",
    },
    sort="按“{column}”排序",
    only_index="没有问题、也全部核对过的年报只列在此表中。",
    top="回到开头",
    stop="。",
    comma="，",
    colon="：",
)

EN = Words(
    lang="en",
    code="en",
    page="Annual reports checked",
    skip="Skip to the report",
    made_by="Made by {tool} {version}; numbers are only proposed, the register decides",
    reports="{n} files",
    found="Errors found",
    unchecked="Could not check everything",
    nothing_wrong="No errors seen",
    counted={"error": "errors: {n}", "warning": "warnings: {n}", "info": "infos: {n}"},
    undecided="rules that could not be evaluated: {n}",
    undecided_short="Undecided",
    hidden="{n} of a lower level not listed",
    suppressed="{n} not shown, with a reason",
    baselined="{n} not shown, by the baseline",
    lapsed="Entries that no longer hold",
    file="File",
    body="Body",
    year="Year",
    form="Form",
    rules="Rules",
    ended="{passed} passed, {failed} failed, {skipped} not applicable, {undecided} undecided",
    findings="Findings",
    severity={"error": "Error", "warning": "Warning", "info": "Info"},
    whole="Whole report",
    could_not="What could not be checked",
    not_for="Rules that do not apply",
    files="Reports",
    report="The report and what was found",
    legend="Key: ",
    solid="a solid frame is the place of a finding, or the number most likely to be wrong",
    dashed="a dashed frame is another number of the same equation",
    proposed="behind the arrow stands the most likely number",
    notes_on="Findings",
    no_place="These findings have no place of their own in the text",
    back="see the place",
    also_there="Further text in the table: ",
    state={"absent": "missing", "unread": "not read"},
    cells_unread="{table}: cells that could not be read: {n}",
    cells_absent="{table}: cells that are missing: {n}",
    not_printed=" (not in the report)",
    item="Item",
    should="most likely ",
    verdict="Verdict",
    status={
        "checked": "checked",
        "partly_checked": "not checked in full",
        "not_a_report": "not an annual report",
        "unreadable": "could not be read",
    },
    sort="Sort by {column}",
    only_index="Reports that were checked in full and have no findings are only listed here.",
    top="Back to the top",
    stop=".",
    comma=", ",
    colon=": ",
)


def words(lang: str) -> Words:
    """The words of a language; anything but ``en`` is Chinese."""
    return EN if lang == "en" else ZH
